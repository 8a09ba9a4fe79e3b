"""Text: spans of a text file replaced; encoding, byte order mark and line ends stay.

A position is a line, counted from 1 as in every `Source`, and a character in it, counted from 0. The
line's break is its last character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ..diagnostics import Source, fault

Position: TypeAlias = tuple[int, int]

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BREAK = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands between two positions, and what is to stand there; the same position twice inserts."""

    start: Position
    stop: Position
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text file taken apart."""

    mark: bytes  # byte order mark
    encoding: str
    line_break: str  # the first one in the file; what is put in gets the same
    text: str  # with its line ends as they are

    def encoded(self, text: str) -> bytes:
        """Write another text as this one was written."""
        return self.mark + text.encode(self.encoding)


def read_bytes(data: bytes, file: str, encodings: Iterable[str] = ("utf-8",)) -> Text:
    """Take a text file apart.

    Raises:
        Faults: `edit.encoding`, none of the encodings gives the same bytes again.
    """
    mark, marked = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", ""))
    for each in (marked,) if marked else encodings:
        try:
            text = data[len(mark) :].decode(each)
        except UnicodeDecodeError:
            continue
        if mark + text.encode(each) == data:
            found = _BREAK.search(text)
            return Text(mark, each, found[0] if found else "\n", text)
    raise fault("edit.encoding", Source(file))


def replace_spans(data: bytes, file: str, replacements: Iterable[Replacement]) -> bytes:
    """Replace spans of a text file; everything else stays byte for byte.

    Args:
        data: The file, in UTF-8 or with a byte order mark.
        file: How diagnostics name it.
        replacements: In any order; line feeds in their texts become the file's own line ends.

    Raises:
        Faults: `edit.encoding`.
        ValueError: two replacements overlap, or a position is not in the text.
    """
    whole = read_bytes(data, file)
    return whole.encoded(replaced(whole, replacements))


def lines_of(whole: Text) -> list[str]:
    """Cut a text into lines, without their breaks."""
    return _BREAK.split(whole.text)


def replaced(whole: Text, replacements: Iterable[Replacement]) -> str:
    """Replace spans of a text that has been taken apart."""
    starts = [0, *(match.end() for match in _BREAK.finditer(whole.text))]

    def offset(position: Position) -> int:
        line, character = position
        end = starts[line] if line < len(starts) else len(whole.text)
        if not 1 <= line <= len(starts) or not 0 <= character <= end - starts[line - 1]:
            raise ValueError(f"there is no position {position}")
        return starts[line - 1] + character

    spans = sorted((offset(each.start), offset(each.stop), each.text) for each in replacements)
    parts: list[str] = []
    at = 0
    for start, stop, text in spans:
        if start < at or stop < start:
            raise ValueError(f"a replacement at {start} overlaps another")
        parts += [whole.text[at:start], text.replace("\n", whole.line_break)]
        at = stop
    return "".join([*parts, whole.text[at:]])
