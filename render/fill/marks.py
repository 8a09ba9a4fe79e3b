"""Marks: single characters that carry lines and values through rendering and Markdown.

A rendered text must remember two things that a string cannot hold: which line of the author's file
each of its lines comes from, and which characters were inserted. Both travel as characters of the
private-use planes: a line mark stands where typed text begins, and a value stands as one inert
character that is no letter, no blank and no punctuation, so nothing inserted can become markup.
Line marks are taken off before Markdown sees the text; values are put in when spans are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..content import Node, Spans
from ..noun import Noun
from ..pattern import pattern
from .limits import LINES, OUTPUT, LimitReached

_VALUE = 0xF0000  # first place of plane 15
_LINE = 0x100000  # first place of plane 16
_TAG = "\U0010fffd"  # stands for a statement or comment, so that its own line can be dropped
PRIVATE = pattern("[\U000f0000-\U0010ffff]")
_MARK = pattern("[\U00100000-\U0010ffff]")
_COMMENT = pattern("(<!--|-->)")
VALUE = pattern("([\U000f0000-\U000fffff])")
"""Splits a text at its values; the values are kept as every second part."""


class Passage(Noun, frozen=True):
    """Nodes that are already made, to be placed whole where they are inserted."""

    nodes: tuple[Node, ...]

    def __bool__(self) -> bool:
        return bool(self.nodes)


class Values:
    """The values inserted into one rendered text, each under its own character."""

    def __init__(self) -> None:
        self._values: list[Spans | Passage] = []
        self._size = 0

    def insert(self, value: Spans | Passage) -> str:
        """Keep a value and return the character that stands for it."""
        if len(self._values) >= LINES:
            raise LimitReached("limit.values", LINES)
        if not isinstance(value, Passage):
            self._size += sum(len(span.text) for span in value)
            if self._size > OUTPUT:
                raise LimitReached("limit.output", OUTPUT)
        self._values.append(value)
        return chr(_VALUE + len(self._values) - 1)

    def spans(self, char: str) -> Spans:
        """Find the spans behind a value's character; a passage has none."""
        value = self._values[ord(char) - _VALUE]
        return () if isinstance(value, Passage) else value

    def passage(self, char: str) -> Passage | None:
        """Find the passage behind a character, if it stands for one."""
        value = self._values[ord(char) - _VALUE] if VALUE.fullmatch(char) else None
        return value if isinstance(value, Passage) else None

    def text(self, text: str) -> str:
        """Put the text of every value in its place."""
        return VALUE.sub(lambda found: "".join(span.text for span in self.spans(found[0])), text)


class Lines(Noun, frozen=True):
    """A rendered text line by line, each with its place in the text it was rendered from."""

    texts: Sequence[str]
    origins: Sequence[int]  # line of the source text, from 1; as many as `texts`


def mark_lines(data: str, first: int) -> str:
    """Put a line mark at the start of typed text and after each of its line feeds."""
    if "\n" not in data:
        return chr(_LINE + first) + data
    lines = data.split("\n")
    return "\n".join([chr(_LINE + number) + line for number, line in enumerate(lines, first)])


def mark_tag() -> str:
    """Stand in for a statement or a comment."""
    return _TAG


def take_marks_off(marked: str) -> Lines:
    """Split a rendered text into lines and read its marks.

    A line that holds statements or comments and nothing else leaves no line behind, so loops and
    conditions can stand on lines of their own inside a table or a list of names.
    """
    texts: list[str] = []
    origins: list[int] = []
    origin = 1
    for line in marked.split("\n"):
        text = _MARK.sub("", line)
        if len(text) != len(line):
            origin = next((ord(m) - _LINE for m in _MARK.findall(line) if m != _TAG), origin)
            if _TAG in line and not text.strip():
                continue
        texts.append(text)
        origins.append(origin)
    return Lines(texts, origins)


def strip_comments(text: str, lines: Sequence[int]) -> tuple[str, tuple[int, ...], int | None]:
    """Take out `<!-- … -->`, the author's own notes, before any expression in them is read.

    Returns:
        The text without them, the author's line of each line that remains (a line that held only
        a comment is gone), and the author's line of a comment that is never closed.
    """
    kept: list[str] = []
    numbers: list[int] = []
    opened: int | None = None
    for line, number in zip(text.split("\n"), lines, strict=False):
        parts = _COMMENT.split(line)
        typed: list[str] = []
        touched = opened is not None
        for part in parts:
            if opened is not None:
                opened = None if part == "-->" else opened
            elif part == "<!--":
                opened, touched = number, True
            else:
                typed.append(part)
        if not touched or "".join(typed).strip():
            kept.append("".join(typed))
            numbers.append(number)
    return "\n".join(kept), tuple(numbers or lines[:1]), opened
