"""Markings: whether a file says of itself that it is classified.

密级 stands at the head of a document as 机密★1年 (GB/T 9704-2012, 7.2.2). Files that were made elsewhere, or
in another edition of the report, have no metadata that could be asked, so their text is. Office packages,
PDF and plain text are looked into; what is encrypted, scanned or packed otherwise cannot be.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from html import unescape
from io import BytesIO

from .. import pdfium

MOST_BYTES = 50_000_000
"""Unpacked, of one package; what lies beyond is not looked at."""

HEAD_PAGES = 1
"""Of a PDF: the first page bears the marking (7.2.2), and reading all of a thousand PDFs takes a minute."""

_MARKING = re.compile(r"(绝密|机密|秘密)\s*(?:★|☆)\s*[0-9一二三四五六七八九十长]{0,3}[年月期]?")
_TAG = re.compile(r"<[^>]*>")
_TEXTS = (".txt", ".md", ".csv", ".tsv", ".html", ".htm", ".xml", ".json", ".yaml", ".yml")


def marking_of(name: str, data: bytes) -> str:
    """Give the first marking that a file's text bears; empty when it bears none."""
    found = _MARKING.search(_text(name.casefold(), data))
    return "".join(found[0].split()) if found else ""


def _text(name: str, data: bytes) -> str:
    if data.startswith(b"PK"):
        return _package_text(data)
    if b"%PDF-" in data[:1024]:
        try:
            with pdfium.opened(data) as document:
                return "".join(pdfium.text(document, HEAD_PAGES).split())
        except (pdfium.Locked, pdfium.Damaged):
            return ""
    if name.endswith(_TEXTS):
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return ""


def _package_text(data: bytes) -> str:
    """Put the text of a package's XML parts together, without its tags; a marking may stand in two runs."""
    texts: list[str] = []
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for part in package.infolist():
                if part.filename.endswith(".xml") and part.file_size <= left:
                    left -= part.file_size
                    with package.open(part) as file:
                        content = file.read(part.file_size + 1)
                    texts.append(unescape(_TAG.sub("", content.decode("utf-8", "replace"))))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        pass  # a damaged package is nobody's secret any more
    return "\n".join(texts)
