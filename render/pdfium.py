"""PDFium: a finished PDF opened, its text and its attachments read, its pages drawn by `write.png`.

The one place that names pypdfium2, which is loaded when a file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Locked(Exception):
    """The file opens only with a password."""


class Damaged(Exception):
    """The file is no PDF, or none that can be read."""


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


def text(document: Any) -> str:
    """Read the characters of all pages, page numbers among them; spaces and line ends are PDFium's own."""
    return "".join(document[index].get_textpage().get_text_range() for index in range(len(document)))
