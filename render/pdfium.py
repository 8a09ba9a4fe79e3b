"""PDFium: a finished PDF opened, its text and its attachments read, its pages drawn by `write.png`.

The one place that names pypdfium2, which is loaded when a file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

MOST_PIXELS = 60_000_000  # of a picture that is taken out


class Locked(Exception):
    """The file opens only with a password."""


class Damaged(Exception):
    """The file is no PDF, or none that can be read."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, in points from its lower left corner."""

    width: float
    height: float
    characters: list[
        tuple[str, float, float, float, float, float]
    ]  # left, right, bottom, top, size of the font
    rules: list[tuple[float, ...]]  # left, bottom, right, top of everything drawn
    pictures: int
    taken: list[tuple[float, float, float, float, bytes]]  # left, bottom, right, top, and a PNG or JPEG


Glyph: TypeAlias = tuple[str, float, float, float, float, float, str, bool, str]
"""Character, left, right, bottom, top, size, name of its font, whether that is in the file, colour."""


@dataclass(frozen=True, slots=True)
class PageSet:
    """What a page is set in, in points from its lower left corner."""

    width: float
    height: float
    glyphs: list[Glyph]
    strokes: list[tuple[float, float, float, float, str]]  # left, right, middle, thickness, colour
    pictures: int


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF as pypdfium2's `PdfDocument`, and close it at the end.

    Raises:
        Locked: it needs a password.
        Damaged: it cannot be read; also when a fault shows only while it is worked with.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as err:
        needs_password = getattr(err, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise (Locked if needs_password else Damaged)(str(err)) from err
    try:
        yield document
    except pypdfium2.PdfiumError as err:
        raise Damaged(str(err)) from err
    finally:
        document.close()


def attachments(document: Any) -> list[tuple[str, bytes]]:
    """List the files attached to a document by name; one that is empty or unreadable has no bytes."""
    import pypdfium2

    found = []
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        try:
            data = bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            data = b""
        found.append((str(attachment.get_name()), data))
    return found


def text(document: Any, most_pages: int | None = None) -> str:
    """Read the characters of all pages, or of the first few; spaces and line ends are PDFium's own."""
    pages = range(len(document) if most_pages is None else min(most_pages, len(document)))
    return "".join(document[index].get_textpage().get_text_range() for index in pages)


def pieces(document: Any, *, takes_pictures: bool = False) -> Iterator[PageText]:
    """Take every page apart: its characters with their places, the lines drawn on it, its pictures counted.

    Places are points from the lower left corner of the page as it is shown. Characters come with the room
    their font gives them, not the ink, so that those of a line stand equally high.

    Args:
        document: Opened.
        takes_pictures: Pictures are taken out too, but for masks and what cannot be decoded.
    """
    from pypdfium2 import raw

    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        characters = []
        for at in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, at)
            if (
                not code
                or raw.FPDFText_IsGenerated(text, at) == 1
                or not raw.FPDFText_GetLooseCharBox(text, at, box)
            ):
                continue
            points = float(raw.FPDFText_GetFontSize(text, at))
            if raw.FPDFText_GetMatrix(text, at, matrix):  # some programs set in pixels, or in one point
                points *= (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            characters.append((chr(code), box.left, box.right, box.bottom, box.top, points))
        rules, pictures = [], 0
        taken: list[tuple[float, float, float, float, bytes]] = []
        for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=4):
            if each.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
                if takes_pictures and (data := _picture(each)):
                    taken.append((*map(float, each.get_bounds()), data))  # type: ignore[arg-type]
                continue
            bounds = each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos()
            rules.append(tuple(map(float, bounds)))
        yield PageText(float(page.get_width()), float(page.get_height()), characters, rules, pictures, taken)
        text.close()
        page.close()


def settings(document: Any) -> Iterator[PageSet]:
    """Tell of every page what its characters are set in, and the level lines drawn on it.

    Sizes count the matrix a text is shown by: some programs set everything in one point and enlarge it.
    """
    from ctypes import byref, c_float, c_uint, create_string_buffer

    from pypdfium2 import raw

    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    width = c_float()

    def color(get: Any, shape: Any) -> str:
        if not get(shape, byref(red), byref(green), byref(blue), byref(alpha)):
            return ""
        name = f"{red.value:02X}{green.value:02X}{blue.value:02X}"
        return "" if name == "000000" else name

    def setting(text_object: Any) -> tuple[str, bool, float, str]:
        font = raw.FPDFTextObj_GetFont(text_object)
        buffer = create_string_buffer(200)
        length = raw.FPDFFont_GetBaseFontName(font, buffer, 200)
        name = buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
        is_embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
        raw.FPDFPageObj_GetMatrix(text_object, matrix)
        return (
            name,
            is_embedded,
            (matrix.c**2 + matrix.d**2) ** 0.5,
            color(raw.FPDFPageObj_GetFillColor, text_object),
        )

    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        known: dict[int, tuple[str, bool, float, str]] = {}
        glyphs: list[Glyph] = []
        for at in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, at)
            if (
                not code
                or raw.FPDFText_IsGenerated(text, at) == 1
                or not raw.FPDFText_GetLooseCharBox(text, at, box)
            ):
                continue
            shown = raw.FPDFText_GetTextObject(text, at)
            key = _address(shown) if shown else 0
            if key not in known:
                known[key] = setting(shown) if shown else ("", False, 1.0, "")
            name, is_embedded, scale, fill = known[key]
            size = float(raw.FPDFText_GetFontSize(text, at)) * (scale or 1.0)
            glyphs.append(
                (chr(code), box.left, box.right, box.bottom, box.top, size, name, is_embedded, fill)
            )
        strokes: list[tuple[float, float, float, float, str]] = []
        pictures = 0
        for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=4):
            if each.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
                continue
            left, bottom, right, top = map(float, each.get_bounds())
            if right - left < 20 or top - bottom > 4:
                continue
            raw.FPDFPageObj_GetStrokeWidth(each, byref(width))
            fill = color(raw.FPDFPageObj_GetStrokeColor, each) or color(raw.FPDFPageObj_GetFillColor, each)
            strokes.append((left, right, (bottom + top) / 2, max(width.value, 0.0), fill))
        yield PageSet(float(page.get_width()), float(page.get_height()), glyphs, strokes, pictures)
        text.close()
        page.close()


def _address(pointer: Any) -> int:
    from ctypes import addressof

    return addressof(pointer.contents)


def _picture(image: Any) -> bytes:
    """Give a picture as a JPEG, where that is how it lies in the file, or else a PNG; empty for a mask."""
    import pypdfium2

    try:
        filters = image.get_filters()
        about = image.get_metadata()
        if about.width * about.height > MOST_PIXELS or (about.bits_per_pixel == 1 and not about.colorspace):
            return b""
        if filters[-1:] == ["DCTDecode"]:
            data = bytes(image.get_data(decode_simple=True))
            if data.startswith(b"\xff\xd8\xff"):
                return data
        picture = image.get_bitmap(render=True).to_pil()
        if picture.mode == "RGBA":  # paper is white
            clear = picture.getchannel("A").point(lambda alpha: 255 - alpha)
            picture = picture.convert("RGB")
            picture.paste((255, 255, 255), mask=clear)
        file = BytesIO()
        picture.save(file, "PNG")
        return file.getvalue()
    except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError):
        return b""


def titles(document: Any) -> tuple[str, ...]:
    """Give the title a document names itself by, if it does."""
    title = str(document.get_metadata_dict().get("Title") or "").strip()
    return (title,) if title else ()
