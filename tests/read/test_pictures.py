"""Pictures: what is measured, what is refused, and what is offered instead."""

from __future__ import annotations

import io
import os
import zlib
from pathlib import Path

import PIL.Image
import pytest

from render.blocks import Image
from render.diagnostics import Source
from render.read import pictures
from render.read.pictures import read_pictures

HERE = Source("report.md", 5)


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """Make a picture of 4 × 2 pixels."""
    stream = io.BytesIO()
    PIL.Image.new(mode, (4, 2)).save(stream, kind, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def turned() -> bytes:
    """Make a JPEG that a camera has marked as turned."""
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    return picture("JPEG", exif=exif)


def read(folder: Path, name: str, data: bytes | None = None) -> tuple[Image | None, list[str]]:
    """Write a picture under its name, read it, and give it with the codes of what was found."""
    if data is not None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    images, found = read_pictures(folder, [(name, HERE)])
    assert all(d.source == HERE and d.values["name"] == name for d in found)
    return images.get(name), [d.code for d in found]


@pytest.mark.parametrize(("kind", "name"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_measures(tmp_path: Path, kind: str, name: str) -> None:
    """Bytes stay as they are; size and resolution are read."""
    data = picture(kind, dpi=(150, 150))

    image, codes = read(tmp_path, "图片/甲.x", data)

    assert codes == []
    assert image == Image(data, name, 4, 2, pytest.approx(150, abs=0.1))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_kinds_of_png(tmp_path: Path, mode: str) -> None:
    """Bilevel, grey, palette, transparent and deep pictures can all be written."""
    image, codes = read(tmp_path, "甲.png", picture("PNG", mode))

    assert image is not None
    assert codes == []


@pytest.mark.parametrize("options", [{}, {"dpi": (1, 1)}])
def test_resolution_that_says_nothing(tmp_path: Path, options: dict[str, object]) -> None:
    """Without a sensible resolution a picture has 96 dots to the inch."""
    image, _ = read(tmp_path, "甲.png", picture("PNG", **options))

    assert image is not None
    assert image.dpi == 96


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (picture("WEBP"), "picture.format"),
        (picture("BMP"), "picture.format"),
        (picture("GIF"), "picture.format"),
        (picture("TIFF"), "picture.format"),
        (b'<?xml version="1.0"?><svg/>', "picture.format"),
        (b"text", "picture.not_one"),
        (b"", "picture.not_one"),
        (picture("PNG")[:-8], "picture.broken"),
        (picture("PNG")[:20], "picture.broken"),
        (picture("PNG").replace(b"IDAT", b"IDAT\x00"), "picture.broken"),
        (picture("JPEG")[:-40], "picture.broken"),
        (picture("JPEG", "CMYK"), "picture.cmyk"),
    ],
)
def test_refused(tmp_path: Path, data: bytes, code: str) -> None:
    """Other formats, damaged files and printing colours."""
    assert read(tmp_path, "甲.png", data) == (None, [code])


def test_turned_picture_is_kept(tmp_path: Path) -> None:
    """It prints unturned, so the author is warned."""
    image, codes = read(tmp_path, "甲.jpg", turned())

    assert image is not None
    assert codes == ["picture.turned"]


def test_far_too_many_pixels(tmp_path: Path) -> None:
    """A small file can claim to be a huge picture."""
    data = bytearray(picture("PNG"))
    data[16:24] = (40_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")

    assert read(tmp_path, "甲.png", bytes(data)) == (None, ["picture.too_large"])


def test_limit_of_pixels(tmp_path: Path) -> None:
    """The limit named to the author is the one that holds."""
    assert PIL.Image.MAX_IMAGE_PIXELS == pictures.MOST_PIXELS


@pytest.mark.parametrize(
    "name", ["../甲.png", "/甲.png", "C:\\甲.png", "图片/../../甲.png", "http://a/甲.png", "", "a\x00.png"]
)
def test_outside_the_folder(tmp_path: Path, name: str) -> None:
    """A report is complete in its folder, and reads nothing beside it."""
    folder = tmp_path / "report"
    folder.mkdir()
    (tmp_path / "甲.png").write_bytes(picture("PNG"))

    assert read(folder, name) == (None, ["picture.outside"])


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make symbolic links")
def test_link_out_of_the_folder(tmp_path: Path) -> None:
    """A symbolic link does not lead out either."""
    folder = tmp_path / "report"
    folder.mkdir()
    (tmp_path / "甲.png").write_bytes(picture("PNG"))
    (folder / "甲.png").symlink_to(tmp_path / "甲.png")

    assert read(folder, "甲.png") == (None, ["picture.outside"])


def test_back_slash(tmp_path: Path) -> None:
    """Windows paths are paths."""
    (tmp_path / "图片").mkdir()
    (tmp_path / "图片" / "甲.png").write_bytes(picture("PNG"))
    image, codes = read(tmp_path, "图片\\甲.png")

    assert image is not None
    assert codes == []


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        ("图片/甲.png", "图片/甲.jpg"),
        ("图片/甲.png", "甲.png"),
        ("图片/机构e\u0301.png", "图片/机构\u00e9.png"),
        ("B.PNG", "b.gif"),
    ],
)
def test_nearest_is_offered(tmp_path: Path, there: str, wanted: str) -> None:
    """Another ending, folder, composition of accents or case."""
    path = tmp_path / there
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(picture("PNG"))
    _, found = read_pictures(tmp_path, [(wanted, HERE)])

    assert [(d.code, d.values["near"]) for d in found] == [("picture.misspelt", there)]


def test_missing_without_any_near(tmp_path: Path) -> None:
    """A folder without pictures has nothing to offer."""
    assert read(tmp_path, "甲.png") == (None, ["picture.missing"])


@pytest.mark.skipif(os.name == "nt", reason="permissions are others")
def test_refused_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason is passed on."""
    (tmp_path / "甲.png").write_bytes(b"")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert read(tmp_path, "甲.png") == (None, ["picture.unreadable"])


def test_every_place_that_wants_it(tmp_path: Path) -> None:
    """A picture is read once and complained about wherever it is wanted."""
    places = [Source("report.md", 1), Source("report.md", 9)]
    _, found = read_pictures(tmp_path, [("甲.png", place) for place in places])

    assert [d.source for d in found] == places
