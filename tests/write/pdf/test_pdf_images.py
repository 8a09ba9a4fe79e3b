"""Images: what a picture shows is what the page shows, whatever its format."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import PIL.Image
import pymupdf
import pytest
from write.pdf.placed import BOOK, DOCUMENT, PROPERTIES, pages

from render.blocks import Image
from render.diagnostics import Faults
from render.pages import Element, Pages, PlacedImage
from render.write.pdf import write_pdf

FIGURE = (DOCUMENT, Element("Figure", 0, alternative="图"))
SIDE = 16  # pixels
LEFT, RIGHT = (204, 51, 51), (51, 51, 204)  # in the palette that Pillow converts to


def picture(mode: str = "RGB") -> PIL.Image.Image:
    """Draw a square, reddish on the left and bluish on the right."""
    square = PIL.Image.new("RGB", (SIDE, SIDE), LEFT)
    square.paste(RIGHT, (SIDE // 2, 0, SIDE, SIDE))
    return square.convert(mode)


def image(picture: PIL.Image.Image, file_format: str = "png", **options: Any) -> Image:
    """Save a picture."""
    file = BytesIO()
    picture.save(file, file_format, **options)
    return Image(file.getvalue(), file_format, SIDE, SIDE, 96.0)


def interlaced() -> Image:
    """Save the square in the seven passes of Adam7 (PNG specification, 8.2), as Pillow cannot."""
    square = picture()
    rows = b""
    for x0, y0, step_x, step_y in (
        *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
        *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
    ):
        for y in range(y0, SIDE, step_y):
            rows += b"\0" + b"".join(bytes(square.getpixel((x, y))) for x in range(x0, SIDE, step_x))
    head = struct.pack(">LL5B", SIDE, SIDE, 8, 2, 0, 0, 1)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return Image(data, "png", SIDE, SIDE, 96.0)


def placed(*images: Image) -> Pages:
    """Place pictures side by side, one point to the pixel."""
    items = [PlacedImage(str(place), SIDE * place, 0, SIDE, SIDE, 1) for place in range(len(images))]
    return pages(items, elements=FIGURE, images={str(place): image for place, image in enumerate(images)})


def seen(image: Image) -> list[tuple[int, ...]]:
    """Look at the colours of the left and right half on the page."""
    with pymupdf.open(stream=write_pdf(placed(image), BOOK, PROPERTIES)) as document:
        pixels = document[0].get_pixmap(clip=(0, 0, SIDE, SIDE), colorspace=pymupdf.csRGB)
    return [pixels.pixel(x, SIDE // 2) for x in (SIDE // 4, SIDE * 3 // 4)]


def streams(*images: Image) -> list[dict[str, Any]]:
    """List the image dictionaries of the file, soft masks included."""
    with pymupdf.open(stream=write_pdf(placed(*images), BOOK, PROPERTIES)) as document:
        return [
            {
                key: document.xref_get_key(xref, key)[1]
                for key in ("Filter", "ColorSpace", "BitsPerComponent", "SMask")
            }
            for xref in range(1, document.xref_length())
            if document.xref_get_key(xref, "Subtype")[1] == "/Image"
        ]


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_a_png_keeps_its_colours(mode: str) -> None:
    """Plain, with a palette, and with an opaque alpha channel."""
    assert seen(image(picture(mode))) == [LEFT, RIGHT]


@pytest.mark.parametrize("mode", ["L", "LA", "1"])
def test_a_gray_png_stays_gray(mode: str) -> None:
    """With 8 bits, with alpha, and with one bit."""
    square = picture("L").point(lambda sample: 255 if sample > 80 else 0).convert(mode)

    assert seen(image(square)) == [(255, 255, 255), (0, 0, 0)]


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    """A gray PNG of 16 bits keeps its middle gray."""
    square = PIL.Image.new("I;16", (SIDE, SIDE), 0x8080)

    assert seen(image(square)) == [(0x80, 0x80, 0x80)] * 2


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_goes_in_as_it_is(progressive: bool) -> None:
    """Baseline or progressive, its bytes are not touched."""
    jpeg = image(picture(), "jpeg", progressive=progressive, quality=95, subsampling=0)

    assert jpeg.data in write_pdf(placed(jpeg), BOOK, PROPERTIES)
    for colour, found in zip((LEFT, RIGHT), seen(jpeg), strict=True):
        assert found == pytest.approx(colour, abs=8)


def test_a_cmyk_jpeg_becomes_rgb() -> None:
    """The output intent covers RGB, so four colours become three."""
    (stream,) = streams(image(picture("CMYK"), "jpeg"))

    assert (stream["ColorSpace"], stream["Filter"]) == ("/DeviceRGB", "/FlateDecode")


def test_transparency_becomes_a_soft_mask() -> None:
    """Where a picture is transparent the paper shows."""
    square = picture("RGBA")
    square.putpixel((0, 0), (0, 0, 0, 0))
    square.paste((0, 0, 0, 0), (0, 0, SIDE // 2, SIDE))

    assert seen(image(square)) == [(255, 255, 255), RIGHT]


def test_a_transparent_colour_of_a_palette_is_seen_through() -> None:
    """A palette's transparent entry counts as transparency too."""
    square = picture("P")

    assert seen(image(square, transparency=square.getpixel((0, 0)))) == [(255, 255, 255), RIGHT]


def test_an_opaque_alpha_channel_is_dropped() -> None:
    """A mask that hides nothing is not written."""
    (stream,) = streams(image(picture("RGBA")))

    assert stream["SMask"] == "null"


def test_an_interlaced_png_is_put_in_order() -> None:
    """Its rows come in seven passes, which PDF does not know."""
    assert seen(interlaced()) == [LEFT, RIGHT]


def test_copies_of_a_picture_are_written_once() -> None:
    """The same mark under two names is one object."""
    assert len(streams(image(picture()), image(picture()))) == 1


@pytest.mark.parametrize("file_format", ["png", "jpeg"])
@pytest.mark.parametrize("length", [0, 3, 40, 60])
def test_a_damaged_picture_is_a_fault(file_format: str, length: int) -> None:
    """A file cut short is named, and nothing is written."""
    whole = image(picture(), file_format)
    cut = Image(whole.data[:length], file_format, SIDE, SIDE, 96.0)

    with pytest.raises(Faults) as caught:
        write_pdf(placed(cut), BOOK, PROPERTIES)

    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.values["name"]) == ("pdf.image_unreadable", "0")
