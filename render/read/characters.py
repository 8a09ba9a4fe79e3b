"""Characters: bytes of a text file to text that every later stage can carry.

XML 1.0, 2.2, bars control characters and U+FFFE and U+FFFF from a DOCX; lone surrogates cannot be
encoded at all; planes 15 and 16 are kept free, because inserted values travel between private-use
marks. Characters that nobody sees (zero-width spaces, direction marks, soft hyphens) come with a
paste and part words for a search. A character that may not stay is reported with its place and left
out, so that the reader can go on and find what else is wrong.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics import Diagnostic, Source
from ..pattern import pattern

_BARRED = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000f0000-\U0010ffff"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


def read_bytes(path: Path, file: str, found: list[Diagnostic]) -> bytes | None:
    """Read a file; None, and a diagnostic, when the system refuses."""
    try:
        return path.read_bytes()
    except OSError as err:
        found.append(Diagnostic("folder.unreadable", Source(file), {"reason": err.strerror or str(err)}))
        return None


def read_text(path: Path, file: str, found: list[Diagnostic]) -> str | None:
    """Read a UTF-8 text file with any line ends, its byte order mark taken off.

    Args:
        path: Where the file is.
        file: How diagnostics name it.
        found: Receives what is wrong.

    Returns:
        The text, with line feeds only and without barred characters; None when it is not UTF-8.
    """
    data = read_bytes(path, file, found)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        # utf-8-sig counts from behind the mark
        start = err.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        line = len(re.findall(rb"\r\n?|\n", data[:start])) + 1
        guess = _guess_encoding(data)
        code = "text.encoding" if guess else "text.undecodable"
        found.append(Diagnostic(code, Source(file, line), {"byte": start + 1, "guess": guess}))
        return None
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"), Source(file, 1, column=1), found)


def clean(text: str, source: Source, found: list[Diagnostic]) -> str:
    """Report every barred character and leave it out.

    Args:
        text: Any text.
        source: Where the text begins. With a line and a column the place of each character is
            counted on from there; otherwise all are reported at `source`.
        found: Receives one diagnostic for each barred character.
    """
    if not _BARRED.search(text):
        return text
    for match in _BARRED.finditer(text):
        place = source
        if source.line is not None and source.column is not None:
            before = text[: match.start()]
            line_start = before.rfind("\n") + 1
            first = source.column if line_start == 0 else 1
            place = Source(
                source.file, source.line + before.count("\n"), column=first + match.start() - line_start
            )
        found.append(Diagnostic("text.character", place, {"character": f"U+{ord(match[0]):04X}"}))
    return _BARRED.sub("", text)


def _guess_encoding(data: bytes) -> str:
    """Name the encoding that a file which is not UTF-8 seems to have; empty when none fits."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "" if b"\x00" in data else "GB18030"
