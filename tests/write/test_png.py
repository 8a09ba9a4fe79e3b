"""Pages of a PDF as pictures."""

from __future__ import annotations

import struct
from io import BytesIO

import pypdfium2

from render.write.png import write_png


def two_pages() -> bytes:
    """Make a PDF of an inch by two inches, then of two by one."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(72, 144)
    document.new_page(144, 72)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height from the IHDR chunk (PNG, 11.2.2)."""
    width, height = struct.unpack(">LL", png[16:24])
    return width, height


def test_pages_come_in_the_order_wanted() -> None:
    """At the resolution wanted."""
    pictures = write_png(two_pages(), dpi=50, page_indexes=[1, 0])
    assert [size_of(picture) for picture in pictures] == [(100, 50), (50, 100)]


def test_the_same_pdf_gives_the_same_picture() -> None:
    """No dates inside."""
    pdf = two_pages()
    assert write_png(pdf, dpi=50, page_indexes=[0]) == write_png(pdf, dpi=50, page_indexes=[0])
