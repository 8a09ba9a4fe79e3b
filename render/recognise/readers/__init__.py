"""Readers: a file in any of the formats offices publish in becomes a found document.

What a file is, its bytes say: its name only breaks ties. Formats of other programs are refused with
the way out that offices know, saving it anew.
"""

from __future__ import annotations

import re

from ...diagnostics import Source, fault
from ..found import FoundDocument

MOST_BYTES = 16 << 20  # of a text or web page; a report of 1,000 pages has 2 MB

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of an encrypted document (MS-OFFCRYPTO)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|table|p|meta|script|style)[\s>/]", re.IGNORECASE
)
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BM",
    b"OTTO",
)
_SPREADSHEETS = (b"xl/workbook.xml",)


def kind_of(data: bytes, name: str) -> str:
    """Tell a file's format: "text", "html", "docx" or "pdf".

    Raises:
        Faults: it is of none of them (`import.foreign`, `import.binary`), encrypted (`import.locked`) or
            empty (`import.empty`).
    """
    source = Source(name)
    if not data.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        raise fault("import.empty", source)
    if b"%PDF-" in data[:1024]:  # ISO 32000-1, annex H, note 13: readers take bytes before the header
        return "pdf"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise fault("import.locked", source)
        raise fault("import.foreign", source, suffix=".doc", wanted=".docx")
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"{\\rtf"):
        raise fault("import.foreign", source, suffix=".rtf", wanted=".docx")
    if data.startswith(_BINARY):
        raise fault("import.binary", source)
    if len(data) > MOST_BYTES:
        raise fault("import.too_big", source, megabytes=MOST_BYTES >> 20)
    suffix = name.rpartition(".")[2].lower()
    head = data[:65536].replace(b"\x00", b"")
    if suffix in ("html", "htm", "shtml", "xhtml", "mht", "mhtml") or len(_MARKUP.findall(head)) > 2:
        return "html"
    return "text"


def read(data: bytes, name: str) -> FoundDocument:
    """Read a file.

    Args:
        data: All of it.
        name: What people call it.

    Raises:
        Faults: it cannot be read, or holds no text.
    """
    match kind_of(data, name):
        case "pdf":
            from .pdf import read_pdf

            return read_pdf(data, name)
        case "docx":
            from .docx import read_docx

            return read_docx(data, name)
        case "html":
            from .html import read_html

            return read_html(data, name)
        case _:
            from .text import read_text

            return read_text(data, name)
