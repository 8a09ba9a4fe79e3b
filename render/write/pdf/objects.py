"""Objects: what a PDF file is made of (ISO 32000-1, 7.3), and the file that numbers them.

reportlab keeps the numbers, the page tree, the catalog, the cross-reference table and the trailer.
What an object says is written here, as bytes: reportlab's own dictionaries take 40 µs each, a
tagged report has hundreds, and its streams lack the line feed that PDF/A asks for before
`endstream` (ISO 19005-2, 6.1.7.1).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"%()<>[]{}/#")  # ISO 32000-1, 7.3.5


def number(value: float, decimals: int = 3) -> str:
    """Write a number with at most so many decimals, as short as it goes."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> bytes:
    """Write a name; bytes that a name may not hold become `#` and two digits."""
    return b"/" + b"".join(b"%c" % byte if byte in _REGULAR else b"#%02x" % byte for byte in text.encode())


def text_string(text: str) -> bytes:
    """Write a text string in UTF-16, which holds every character (ISO 32000-1, 7.9.2.2)."""
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode()


def array(items: Iterable[bytes]) -> bytes:
    """Write an array of things already written."""
    return b"[%b]" % b" ".join(items)


class Entry(PDFObject):
    """An indirect object: numbered when it is made, filled in at any time before the file is."""

    def __init__(self) -> None:
        self.reference = b""
        self.body = b"null"

    def format(self, _document: PDFDocument) -> bytes:
        """Give the object's bytes to reportlab."""
        return self.body


class File(PDFDocument):
    """One PDF file in the making.

    Its identifier is a digest of what was added to it, so equal files have equal identifiers.
    """

    def __init__(self, language: str) -> None:
        super().__init__(invariant=1, pdfVersion=(1, 7), lang=language)
        self.signature = hashlib.md5(usedforsecurity=False)  # reportlab's own begins with the clock
        self.page_tree: bytes = self.Reference(self.Pages).format(self)

    def reserve(self) -> Entry:
        """Number an object that is filled in later."""
        entry = Entry()
        self.Reference(entry)
        entry.reference = b"%d 0 R" % self.objectcounter
        return entry

    def reserve_page(self) -> Entry:
        """Number the next page."""
        entry = Entry()
        self.addPage(entry)
        entry.reference = b"%d 0 R" % self.objectcounter
        return entry

    def add(self, body: bytes) -> bytes:
        """Add an object; returns the reference to it."""
        entry = self.reserve()
        entry.body = body
        return entry.reference

    def add_stream(self, content: bytes, entries: bytes = b"", strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
        """Compress and add a stream with further dictionary entries; returns its reference."""
        deflate = zlib.compressobj(strategy=strategy)
        data = deflate.compress(content) + deflate.flush()
        return self.add_filtered(data, b"/Filter /FlateDecode " + entries)

    def add_filtered(self, data: bytes, entries: bytes) -> bytes:
        """Add a stream whose data are already filtered as `entries` say; returns its reference."""
        self.updateSignature(data)
        return self.add(b"<<%b /Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data))
