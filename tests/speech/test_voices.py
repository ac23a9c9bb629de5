"""Which of the voices on offer reads a language: the exact language, the site's wish, or none."""

from __future__ import annotations

import pytest

from kiosk.session.voice import SPEEDS, VOLUMES
from kiosk.settings.model import VoiceWish
from kiosk.speech.voices import Choice, Offered, choose, loudness, rate

ESPEAK = tuple(
    Offered(name, tag)
    for name, tag in (
        ("Arabic", "ar"),
        ("Chinese (Mandarin, latin as English)", "cmn"),
        ("Chinese (Mandarin, latin as Pinyin)", "cmn-LATN-PINYIN"),
        ("English (Caribbean)", "en-029"),
        ("English (Great Britain)", "en-GB"),
        ("English (America)+Annie", "en-US"),
        ("English (America)", "en-US"),
        ("English (America, New York City)", "en-US-NYC"),
        ("Esperanto", "eo"),
        ("Spanish (Spain)", "es"),
        ("Spanish (Latin America)", "es-419"),
        ("Estonian", "et"),
        ("Hakka Chinese", "hak"),
        ("Korean", "ko"),
        ("Konkani", "kok"),
        ("Vietnamese (Central)", "vi-VN-X-CENTRAL"),
        ("Vietnamese (Northern)", "vi"),
        ("Chinese (Cantonese)", "yue"),
    )
)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "English (America)"),
        ("es", "Spanish (Latin America)"),
        ("vi", "Vietnamese (Northern)"),
        ("zh-Hans", "Chinese (Mandarin, latin as English)"),
        ("ar", "Arabic"),
        ("ko", "Korean"),
    ],
)
def test_each_language_of_the_kiosk_has_its_voice_in_espeak_ng(language: str, name: str) -> None:
    choice = choose(ESPEAK, language, VoiceWish())
    assert choice.voice is not None
    assert (choice.voice.name, choice.note) == (name, "")


@pytest.mark.parametrize(
    ("language", "tags"),
    [
        ("zh-Hans", ("yue", "zh-HK", "zh-yue", "zh_MO", "hak", "ja")),
        ("ko", ("kok", "en")),
        ("es", ("et", "eo", "pt-BR", "C", "")),
        ("en", ("es-US",)),
        ("ar", ("fa", "arz")),
    ],
)
def test_no_other_language_ever_reads_instead(language: str, tags: tuple[str, ...]) -> None:
    choice = choose([Offered("near", tag) for tag in tags], language, VoiceWish("near"))
    assert choice.voice is None
    assert choice.note == f"no voice of the speech engine speaks {language}; install one for this language"


FOUR = (
    Offered("Ana", "es_ES", "female"),
    Offered("Luz", "es-MX", "female"),
    Offered("Leo", "es-MX", "male"),
    Offered("Meijia", "zh-TW", "female"),
)


@pytest.mark.parametrize(
    ("language", "wish", "name", "note"),
    [
        ("es", VoiceWish("Leo"), "Leo", ""),
        ("es", VoiceWish("Ana"), "Ana", ""),
        ("es", VoiceWish(gender="male"), "Leo", ""),
        ("es", VoiceWish("Sofía", "male"), "Leo", "the speech engine has no es voice 'Sofía'; 'Leo' reads instead"),
        ("es", VoiceWish("Meijia"), "Luz", "the speech engine has no es voice 'Meijia'; 'Luz' reads instead"),
        (
            "zh-Hans",
            VoiceWish(gender="male"),
            "Meijia",
            "the speech engine has no male zh-Hans voice; 'Meijia' reads instead",
        ),
    ],
)
def test_the_sites_wish_is_met_or_staff_are_told(language: str, wish: VoiceWish, name: str, note: str) -> None:
    choice = choose(FOUR, language, wish)
    assert choice.voice is not None
    assert (choice.voice.name, choice.note) == (name, note)


def test_where_the_engine_tells_no_gender_the_site_must_give_a_name() -> None:
    korean = Offered("Korean", "ko")
    note = "the speech engine does not tell which ko voices are female; name one"
    assert choose(ESPEAK, "ko", VoiceWish(gender="female")) == Choice(korean, note)
    assert choose(ESPEAK, "ko", VoiceWish("Korean", "female")) == Choice(korean)


def test_speeds_and_volumes_are_within_what_engines_take() -> None:
    assert [round(rate(percent), 2) for percent in SPEEDS] == [-0.47, 0.0, 0.18, 0.37]
    assert [loudness(percent) for percent in VOLUMES] == [0.2, 0.4, 0.6, 0.8, 1.0]
    assert (rate(1000), rate(1), loudness(1000)) == (1.0, -1.0, 1.0)
