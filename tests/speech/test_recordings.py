"""Recordings: every text has a name, and only a recording of just these words is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.catalog import Catalog, load
from kiosk.settings import load_site
from kiosk.speech.checking import check
from kiosk.speech.model import Kind, Part, Utterance
from kiosk.speech.recordings import MOST_BYTES, NAME, Recordings, recorded, skeleton, texts


def page(granule: int, body: bytes) -> bytes:
    """One page of an Ogg file; `granule`: samples of sound up to its end."""
    return b"OggS\x00\x00" + granule.to_bytes(8, "little") + bytes(12) + bytes([1, len(body)]) + body


HEAD = page(0, b"OpusHead\x01\x01" + bytes(9))
OPUS = HEAD + page(960, bytes(100))
TITLE, CARD = "types.title", "types.says"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    site, _ = load_site(paths.DEMO_SITE)
    return load(paths.CONTENT, paths.ASSETS, choices=site.choices, languages=site.languages, cache=None)


@pytest.fixture
def voice(tmp_path: Path, catalog: Catalog) -> Path:
    """The folder of two English recordings, as they should be."""
    home = tmp_path / "voice" / "en"
    home.mkdir(parents=True)
    words = texts(catalog.book("en"))
    (home / "voice.yaml").write_text(f'{TITLE}: "{words[TITLE]}"\n{CARD}: "{words[CARD]}"\n', encoding="utf-8")
    for name in (TITLE, CARD):
        (home / f"{name}.opus").write_bytes(OPUS)
    return home.parent


def test_every_text_that_is_no_controls_has_one_name_that_can_be_a_files(catalog: Catalog) -> None:
    english = texts(catalog.book("en"))
    assert english["types.title"] == "Big and tiny types"
    assert english["types.pair.macro.alt"].startswith("A drawn X-ray picture.")
    assert {"interface.warning.title", "interface.warning.text"} <= set(english)
    assert [name for name in english if not NAME.fullmatch(name)] == []
    assert [text for text in english.values() if "{" in text or not text.strip()] == []
    for topic in catalog.book("en").topics:
        for block in topic.blocks:
            title = block.title if block.kind != "expander" else ""
            assert {title, *block.paragraphs} - {""} <= set(english.values())
    assert not {"interface.bar.back", "types.card", "answers.questions.men.title"} & set(english)


def test_what_staff_read_is_not_recorded(catalog: Catalog) -> None:
    assert "staff.title" in catalog.book("en").interface
    assert not [name for name in texts(catalog.book("en")) if name.startswith("interface.staff.")]


def test_names_are_the_same_in_every_language(catalog: Catalog) -> None:
    def content(code: str) -> set[str]:
        return {name for name in texts(catalog.book(code)) if not name.startswith("interface.")}

    for info in catalog.languages:
        assert content(info.code) == content("en"), info.code


def test_a_skeleton_is_an_index_without_a_fault(catalog: Catalog, tmp_path: Path) -> None:
    for info in catalog.languages:
        home = tmp_path / info.code
        home.mkdir()
        (home / "voice.yaml").write_text(skeleton(catalog.book(info.code)), encoding="utf-8")
    problems = check(tmp_path, {info.code: catalog.book(info.code) for info in catalog.languages})
    assert {problem.what.rpartition(".opus ")[2] for problem in problems} == {"is missing"}


def test_a_recording_is_found_by_what_it_says(voice: Path, caplog: pytest.LogCaptureFixture) -> None:
    recordings = Recordings(voice)
    path = str(voice / "en" / f"{TITLE}.opus")
    assert recordings.find("en", "Big and tiny types") == path
    assert recordings.find("en", " Big\u2068 and\u2069\n tiny types ") == path
    assert recordings.find("en", "Big and tiny kinds") == ""
    assert recordings.find("es", "Big and tiny types") == ""
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (None, "is missing"),
        (b"RIFF" + bytes(60), "is no Opus file"),
        (b"", "is no Opus file"),
        (OPUS + bytes(MOST_BYTES), "is larger than 4 MB"),
    ],
)
def test_a_bad_file_is_not_played_and_told_once(
    voice: Path, catalog: Catalog, caplog: pytest.LogCaptureFixture, data: bytes | None, wrong: str
) -> None:
    file = voice / "en" / f"{TITLE}.opus"
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    recordings = Recordings(voice)
    assert [recordings.find("en", "Big and tiny types") for _ in range(3)] == ["", "", ""]
    told = "a recording cannot be played (`kiosk check` names it); the speech engine reads instead"
    assert caplog.messages == [told]
    (problem,) = check(voice, {"en": catalog.book("en")})
    assert str(problem) == f"{voice}/en/voice.yaml:1:1: {TITLE}.opus {wrong}; record it again, or delete this line"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (OPUS[:-1], "is damaged"),
        (HEAD + bytes(300), "is damaged"),
        (OPUS + b"Ogg", "is damaged"),
        (HEAD, "has no sound in it"),
    ],
)
def test_a_recording_that_breaks_off_is_named(voice: Path, catalog: Catalog, data: bytes, wrong: str) -> None:
    (voice / "en" / f"{TITLE}.opus").write_bytes(data)
    (problem,) = check(voice, {"en": catalog.book("en")})
    assert problem.what == f"{TITLE}.opus {wrong}"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("types.titel: Big", "3:1: there is no text 'types.titel'"),
        ("../secret: Big", "3:1: there is no text '../secret'"),
        ("types.ask: What kind?", "3:12: types.ask says other words now, so its recording is not heard"),
        ("types.ask: [a]", "3:12: types.ask should be the text that its recording says"),
    ],
)
def test_a_slip_in_the_index_is_named(voice: Path, catalog: Catalog, line: str, told: str) -> None:
    with (voice / "en" / "voice.yaml").open("a", encoding="utf-8") as index:
        index.write(line + "\n")
    (problem,) = check(voice, {"en": catalog.book("en")})
    assert str(problem).startswith(f"{voice}/en/voice.yaml:{told}")
    assert Recordings(voice).find("en", "Big and tiny types")


def test_what_stands_beside_the_index_is_named(voice: Path, catalog: Catalog) -> None:
    (voice / "en" / "old.opus").write_bytes(OPUS)
    (voice / "xx").mkdir()
    told = [problem.what for problem in check(voice, {"en": catalog.book("en")})]
    assert told == ["old.opus stands in no line", "nothing is read in 'xx'"]


def test_no_recordings_are_no_problem(tmp_path: Path, catalog: Catalog) -> None:
    assert check(tmp_path / "voice", {"en": catalog.book("en")}) == ()
    assert Recordings(tmp_path / "voice").find("en", "Big and tiny types") == ""


def test_a_broken_index_silences_nobody(voice: Path, caplog: pytest.LogCaptureFixture) -> None:
    (voice / "en" / "voice.yaml").write_text("a: [", encoding="utf-8")
    assert Recordings(voice).find("en", "Big and tiny types") == ""
    assert len(caplog.messages) == 1


PARTS = (
    Part(0, Kind.HEADING, "Title"),
    Part(1, Kind.TEXT, "One. Two."),
    Part(2, Kind.PICTURE, "A spot."),
    Part(3, Kind.BUTTON, "Back"),
)
QUEUE = (
    Utterance("Title", "en", 0, 0, 5),
    Utterance("One.", "en", 1, 0, 5),
    Utterance("Two.", "en", 1, 5, 9),
    Utterance("Picture. A spot.", "en", 2),
    Utterance("Back. Button.", "en", 3),
)


def test_one_recording_says_all_sentences_of_its_part() -> None:
    files = {"One. Two.": "/a", "A spot.": "/b", "Back": "/never"}
    assert recorded(QUEUE, PARTS, lambda _, text: files.get(text, "")) == (
        QUEUE[0],
        Utterance("One. Two.", "en", 1, recording="/a"),
        Utterance("A spot.", "en", 2, recording="/b"),
        QUEUE[4],
    )


def test_a_sentence_of_its_own_can_be_recorded_too() -> None:
    files = {"Two.": "/two", "Back. Button.": "/back"}
    assert [one.recording for one in recorded(QUEUE, PARTS, lambda _, text: files.get(text, ""))] == [
        *("", "", "/two", "", "/back")
    ]


def test_a_recording_is_asked_for_in_the_language_of_the_words() -> None:
    asked: list[tuple[str, str]] = []
    recorded([Utterance("Español", "es", 3)], PARTS, lambda *what: (asked.append(what), "")[1])  # type: ignore[func-returns-value]
    assert asked == [("es", "Español")]
