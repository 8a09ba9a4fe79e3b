"""PDFium: a finished PDF opened, its text and its attachments read, its pages drawn by `write.png`.

The one place that names pypdfium2, which is loaded when a file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


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


def pieces(document: Any) -> Iterator[PageText]:
    """Take every page apart: its characters with their places, the lines drawn on it, its pictures counted.

    Places are points from the lower left corner of the page as it is shown. Characters come with the room
    their font gives them, not the ink, so that those of a line stand equally high.
    """
    from pypdfium2 import raw

    box = raw.FS_RECTF()
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
            characters.append((chr(code), box.left, box.right, box.bottom, box.top, points))
        rules, pictures = [], 0
        for each in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=4):
            if each.type == raw.FPDF_PAGEOBJ_IMAGE:
                pictures += 1
                continue
            bounds = each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos()
            rules.append(tuple(map(float, bounds)))
        yield PageText(float(page.get_width()), float(page.get_height()), characters, rules, pictures)
        text.close()
        page.close()


def titles(document: Any) -> tuple[str, ...]:
    """Give the title a document names itself by, if it does."""
    title = str(document.get_metadata_dict().get("Title") or "").strip()
    return (title,) if title else ()
