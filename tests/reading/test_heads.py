"""A PNG or JPEG is judged by its head and its end, before any decoder sees it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.reading.heads import ImageError, is_png, jpeg_size, png_size, read_image, size_of
from tests.explorer.made import greys, png_head

SIZE = (90, 70)


@pytest.fixture(params=["png", "jpg"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"a.{request.param}"
    assert greys(*SIZE).save(str(path))
    return path


def test_a_whole_file_of_the_right_size_is_read(file: Path) -> None:
    assert read_image(file, SIZE) == file.read_bytes()


@pytest.mark.parametrize("size", [(91, 70), (90, 71), (70, 90), (0, 0)])
def test_another_size_is_refused(file: Path, size: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match=f"the picture is 90 x 70 pixels; it should be {size[0]} x {size[1]}"):
        read_image(file, size)


def test_a_file_that_is_cut_off_anywhere_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        with pytest.raises(ImageError):
            read_image(file, SIZE)


def test_a_harmed_file_is_refused_or_read_but_nothing_else_happens(file: Path) -> None:
    whole = file.read_bytes()
    dice = random.Random(5)
    refused = 0
    for _ in range(1500):
        harmed = bytearray(whole)
        harmed[dice.randrange(len(harmed))] ^= 1 << dice.randrange(8)
        file.write_bytes(bytes(harmed))
        try:
            read_image(file, SIZE)
        except ImageError:
            refused += 1
    assert refused == 1500 if file.suffix == ".png" else refused > 30, refused


def test_noise_is_refused() -> None:
    dice = random.Random(6)
    for _ in range(2000):
        noise = dice.randbytes(dice.randrange(200))
        for begin, size in (
            (b"\x89PNG\r\n\x1a\n", png_size),
            (b"\xff\xd8\xff", jpeg_size),
            (b"", png_size),
            (b"", jpeg_size),
        ):
            with pytest.raises(ImageError):
                size(begin + noise)


def test_the_other_form_under_this_name_is_refused(tmp_path: Path) -> None:
    for mine, other in (("png", "jpg"), ("jpg", "png")):
        greys(*SIZE).save(str(tmp_path / f"a.{mine}"))
        path = (tmp_path / f"a.{mine}").rename(tmp_path / f"b.{other}")
        with pytest.raises(ImageError, match="this is no"):
            read_image(path, SIZE)


def test_an_image_bomb_is_refused_by_its_head(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_head(60_000, 60_000))
    with pytest.raises(ImageError, match="60000 x 60000"):
        read_image(path, SIZE)


@pytest.mark.parametrize("colours", [0, 2, 6])
def test_a_png_of_eight_bits_is_read(tmp_path: Path, colours: int) -> None:
    (tmp_path / "a.png").write_bytes(png_head(*SIZE, 8, colours))
    assert read_image(tmp_path / "a.png", SIZE)


@pytest.mark.parametrize(("depth", "colours"), [(16, 0), (16, 2), (16, 6), (1, 0), (4, 0), (8, 3), (8, 4), (16, 4)])
def test_any_other_png_is_refused(tmp_path: Path, depth: int, colours: int) -> None:
    (tmp_path / "a.png").write_bytes(png_head(*SIZE, depth, colours))
    with pytest.raises(ImageError, match="8-bit grey, RGB or RGBA"):
        read_image(tmp_path / "a.png", SIZE)


def test_the_form_is_told_by_the_beginning_where_the_name_does_not_count(file: Path) -> None:
    data = file.read_bytes()
    assert size_of(data) == SIZE
    assert is_png(data) == (file.suffix == ".png")
    assert size_of(png_head(*SIZE, 8, 3)) == SIZE  # numbered colours, as small pictures have
    for other in (b"", b"GIF89a" + data[6:], data[1:], b"<svg/>"):
        with pytest.raises(ImageError, match="neither a PNG nor a JPEG"):
            size_of(other)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="no such file"):
        read_image(tmp_path / "a.png", SIZE)
    (tmp_path / "b.png").mkdir()
    with pytest.raises(ImageError, match="cannot be read"):
        read_image(tmp_path / "b.png", SIZE)
    greys(*SIZE).save(str(tmp_path / "c.png"))
    (tmp_path / "d.png").symlink_to(tmp_path / "c.png")
    with pytest.raises(ImageError, match="cannot be read"):
        read_image(tmp_path / "d.png", SIZE)


def test_a_file_that_is_far_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as stream:
        stream.truncate(33 * 1024 * 1024)
    with pytest.raises(ImageError, match="larger than 32 MiB"):
        read_image(path, SIZE)


def test_a_progressive_jpeg_and_one_with_two_sizes() -> None:
    frame = bytes([0xFF, 0xC2, 0, 11, 8, 0, 70, 0, 90, 1, 1, 0x11, 0])
    scan = bytes([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]) + b"\x12\xff\x00\x34\xff\xd0\x56"
    whole = b"\xff\xd8" + frame + scan + scan + b"\xff\xff\xd9"
    assert jpeg_size(whole) == (90, 70)
    with pytest.raises(ImageError, match="twice"):
        jpeg_size(b"\xff\xd8" + frame + frame + scan + b"\xff\xd9")
    with pytest.raises(ImageError, match="no size"):
        jpeg_size(b"\xff\xd8" + scan + b"\xff\xd9")
    with pytest.raises(ImageError, match="no size, or no picture"):
        jpeg_size(b"\xff\xd8" + frame + b"\xff\xd9")
    with pytest.raises(ImageError, match="rare kind"):
        jpeg_size(whole.replace(b"\xff\xc2", b"\xff\xc9"))


def test_shipped_tiles_are_read() -> None:
    first = paths.ASSETS / "mammograms" / "explorer-mlo-b" / "image_files" / "0" / "0_0.jpg"
    assert read_image(first, (1, 1))
