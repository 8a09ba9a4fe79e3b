"""PNG: the pages of a finished PDF as pictures.

Drawn from the PDF itself by PDFium, so that a preview shows the file and not another idea of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from .. import pdfium

_PT_PER_INCH = 72


def write_png(pdf: bytes, *, dpi: int, page_indexes: Iterable[int]) -> list[bytes]:
    """Draw pages of a PDF.

    Args:
        pdf: A whole PDF file.
        dpi: Pixels to the inch; also written into the files.
        page_indexes: Which pages, from 0, in the order wanted.

    Returns:
        One PNG file per page, in 8-bit colour; the same bytes for the same PDF.
    """
    with pdfium.opened(pdf) as document:
        return [_draw(document[index], dpi) for index in page_indexes]


def _draw(page: object, dpi: int) -> bytes:
    bitmap = page.render(scale=dpi / _PT_PER_INCH)  # type: ignore[attr-defined]
    file = BytesIO()
    bitmap.to_pil().save(file, "PNG", dpi=(dpi, dpi))
    return file.getvalue()
