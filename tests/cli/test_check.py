"""`kiosk check`: silent on what is right, exact about what is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import exits, paths
from tests.cli.conftest import offscreen
from tests.cli.launch import command, finished


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content."""
    return Path(shutil.copytree(paths.CONTENT, tmp_path / "content"))


def test_the_shipped_content_has_no_errors(env: dict[str, str]) -> None:
    told = finished(command("check"), env)
    assert told.returncode == exits.ENDED
    assert told.stdout.splitlines()[-1].startswith("0 errors")
    assert told.stderr == ""


def test_a_copy_has_none_either(env: dict[str, str], content: Path) -> None:
    assert finished(command("check", content), env).returncode == exits.ENDED


def unknown_picture(content: Path) -> tuple[Path, int]:
    file = content / "topics" / "what.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "picture: explorer-mlo-b" in line)
    lines[number] = lines[number].replace("picture: explorer-mlo-b", "picture: explorer-mlo-d")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file, number + 1


def broken_yaml(content: Path) -> tuple[Path, int]:
    file = content / "en" / "care.yaml"
    text = file.read_text(encoding="utf-8").rstrip() + "\n"
    file.write_text(text + "  - {{\n", encoding="utf-8")
    return file, text.count("\n") + 1


def missing_words(content: Path) -> tuple[Path, int]:
    file = content / "es" / "what.yaml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("title:")]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file, 1


@pytest.mark.parametrize("harm", [unknown_picture, broken_yaml, missing_words])
def test_what_is_broken_is_named_with_its_place(
    env: dict[str, str], content: Path, harm: Callable[[Path], tuple[Path, int]]
) -> None:
    file, line = harm(content)
    told = finished(command("check", content), env)
    assert told.returncode == exits.CONTENT_UNUSABLE
    places = [re.match(r"(.+?):(\d+):(\d+): .+; .+", said) for said in told.stdout.splitlines()[:-1]]
    assert (str(file), line) in [(p[1], int(p[2])) for p in places if p]
    assert all(places)
    assert re.fullmatch(r"[1-9]\d* errors?, \d+ warnings?", told.stdout.splitlines()[-1])
    assert told.stderr == ""


def test_a_site_s_settings_can_be_checked_by_themselves(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("languges: [en]\n", encoding="utf-8")
    told = finished(command("check", site), env)
    assert told.returncode == exits.CONTENT_UNUSABLE
    assert f"{site}:1:1: unknown key 'languges'" in told.stdout
    site.write_text("languages: [en]\n", encoding="utf-8")
    assert finished(command("check", site), env).returncode == exits.ENDED


def test_the_pictures_of_a_site_s_notice_are_checked_and_the_kiosk_starts_without_them(
    env: dict[str, str], content: Path, copied: Callable[..., Path], tmp_path: Path
) -> None:
    picture = content / "sites" / "demo-notice-1.png"
    site = content / "sites" / "demo.yaml"
    picture.write_bytes(picture.read_bytes()[:-100])
    lines = site.read_text(encoding="utf-8").splitlines()
    place = next(f"{n}:{line.index('demo-notice-1') + 1}" for n, line in enumerate(lines, 1) if "demo-notice-1" in line)
    said = f"{site}:{place}: {picture}: the file is cut off; save it as a PNG or JPEG picture"
    for asked in (content, site):
        told = finished(command("check", asked), env)
        assert told.returncode == exits.CONTENT_UNUSABLE
        assert told.stdout.splitlines() == [said, "1 error, 0 warnings"]
    root = copied()
    shutil.copy(picture, root / "content" / "sites" / picture.name)
    ran = finished(command("run"), offscreen(root, tmp_path) | {"KIOSK_EXIT_AFTER_FIRST_FRAME": "1"})
    assert (ran.returncode, ran.stdout) == (exits.ENDED, "first frame\n")
    assert "Traceback" not in ran.stderr


@pytest.mark.standard("F3")
def test_a_production_site_without_a_notice_of_language_help_is_warned(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("mode: production\n", encoding="utf-8")
    told = finished(command("check", site), env)
    assert told.returncode == exits.ENDED
    assert told.stdout.startswith(f"{site}:1:7: this production site gives no notice that help with language is free")
    assert told.stdout.splitlines()[-1] == "0 errors, 1 warning"


@pytest.mark.standard("B6")
def test_a_glass_that_hangs_too_high_is_a_warning_for_each_way_to_hang_it(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("name: x\nscreen: {diagonal_inch: 43, mount_height_mm: 1000}\n", encoding="utf-8")
    told = finished(command("check", site), env)
    assert told.returncode == exits.ENDED
    lines = [line for line in told.stdout.splitlines() if line.startswith(f"{site}:2:")]
    assert [line for line in lines if "hangs too high" not in line] == []
    assert ["upright" in line for line in lines] == [True, False]
    assert "up to 1268 mm above the floor, 48 mm out of reach" in lines[0]
    assert "hang its lower edge 952 mm above the floor or lower" in lines[0]
    site.write_text("screen: {diagonal_inch: 43, mount_height_mm: 950}\n", encoding="utf-8")
    assert "too high" not in finished(command("check", site), env).stdout


def test_a_folder_that_is_not_there_is_a_clear_sentence(env: dict[str, str], tmp_path: Path) -> None:
    told = finished(command("check", tmp_path / "nowhere"), env)
    assert told.returncode == exits.CONTENT_UNUSABLE
    said = f"{tmp_path / 'nowhere'}:1:1: there is no such folder; correct the path of the content"
    assert told.stdout.splitlines() == [said, "1 error, 0 warnings"]
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("lines", "told", "code"),
    [
        ("languages: [en, vn]", "1:17: there is no language 'vn' in the content", exits.CONTENT_UNUSABLE),
        ("choices: {follow_up: three}", "'three' is no option of", exits.CONTENT_UNUSABLE),
        ("choices: {followup: one_year}", "no setting is called 'followup'; did you mean", exits.CONTENT_UNUSABLE),
        ("screen: {mount_height_mm: 1300, reach_mm: 1120}", "the glass hangs too high", exits.ENDED),
        ("mode: production\nlanguages: [en, vi]\nlanguage_help: {}", "'vi' is a draft that nobody", exits.ENDED),
        ("mode: production\nlanguages: [vi, ar]\nlanguage_help: {}", "no language is left", exits.CONTENT_UNUSABLE),
    ],
)
def test_a_site_s_settings_are_held_against_the_content(
    env: dict[str, str], tmp_path: Path, lines: str, told: str, code: int
) -> None:
    site = tmp_path / "site.yaml"
    site.write_text(f"{lines}\n", encoding="utf-8")
    said = finished(command("check", site), env)
    assert told in said.stdout
    assert said.returncode == code


def test_a_settings_file_that_is_not_there_is_no_folder(env: dict[str, str], tmp_path: Path) -> None:
    said = finished(command("check", tmp_path / "site.yaml"), env)
    assert said.returncode == exits.CONTENT_UNUSABLE
    assert "there is no file or folder" in said.stderr


def test_a_speech_engine_that_this_machine_lacks_is_named(env: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("languages: [en]\nspeech: {engine: bogus}\n", encoding="utf-8")
    told = finished(command("check", site), env)
    assert (told.returncode, told.stderr) == (exits.CONTENT_UNUSABLE, "")
    assert told.stdout.startswith(f"{site}:2:18: there is no speech engine 'bogus' on this machine; ")
