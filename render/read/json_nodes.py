"""JSON as nodes: RFC 8259, with the line of every value and every number as typed.

The standard library's `json` gives neither lines nor typed digits nor repeated keys, so only its
strings are read with it.
"""

from __future__ import annotations

from typing import NoReturn

from ..diagnostics import Diagnostic, Source, fault
from ..pattern import pattern
from .characters import clean
from .nodes import Mapping, Node, Scalar, Sequence

DEPTH = 100  # how deep values may nest; a report needs six

_SPACE = pattern(r"[ \t\n]*")
_LITERAL = pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")


def read_json(text: str, file: str, found: list[Diagnostic]) -> Node:
    """Parse a JSON text.

    Raises:
        Faults: `text.syntax`, at the line where the text stops being JSON.
    """
    return _Reader(text, file, found).read()


class _Reader:
    """A place in the text, moving forward."""

    def __init__(self, text: str, file: str, found: list[Diagnostic]) -> None:
        self.text, self.file, self.found = text, file, found
        self.at = 0
        self.line, self._counted = 1, 0  # line number of the character `_counted`

    def read(self) -> Node:
        node = self._value(0)
        self._skip()
        if self.at < len(self.text):
            self._fail("more text after the end of the value")
        return node

    def _value(self, depth: int) -> Node:
        if depth > DEPTH:
            self._fail("nested too deeply")
        self._skip()
        match self.text[self.at : self.at + 1]:
            case "{":
                return self._mapping(depth)
            case "[":
                return self._sequence(depth)
            case '"':
                return self._string()
        literal = _LITERAL.match(self.text, self.at)
        if literal is None:
            self._fail("a value was expected")
        self.at = literal.end()
        return Scalar("" if literal[0] == "null" else literal[0], self.line)

    def _mapping(self, depth: int) -> Mapping:
        line: int = self.line
        pairs: list[tuple[Scalar, Node]] = []
        while self._goes_on("}", first=not pairs):
            if not self.text.startswith('"', self.at):
                self._fail("a key in double quotes was expected")
            key = self._string()
            self._skip()
            if not self.text.startswith(":", self.at):
                self._fail("a colon was expected")
            self.at += 1
            pairs.append((key, self._value(depth + 1)))
        return Mapping(tuple(pairs), line)

    def _sequence(self, depth: int) -> Sequence:
        line: int = self.line
        items: list[Node] = []
        while self._goes_on("]", first=not items):
            items.append(self._value(depth + 1))
        return Sequence(tuple(items), line)

    def _goes_on(self, closing: str, first: bool) -> bool:
        """Step over the opening bracket or a comma; False after the closing bracket."""
        if first:
            self.at += 1
        self._skip()
        if self.text.startswith(closing, self.at):
            self.at += 1
            return False
        if not first:
            if not self.text.startswith(",", self.at):
                self._fail(f"a comma or {closing} was expected")
            self.at += 1
            self._skip()
        return True

    def _string(self) -> Scalar:
        from json import JSONDecodeError, JSONDecoder

        column = self.at - self.text.rfind("\n", 0, self.at)
        try:
            value, self.at = JSONDecoder().raw_decode(self.text, self.at)
        except JSONDecodeError as err:
            self._fail(err.msg)
        # An escape such as \ud800 makes a character that the file itself does not hold.
        value = clean(value, Source(self.file, self.line, column=column), self.found)
        return Scalar(value, self.line)

    def _skip(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        self.line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at

    def _fail(self, reason: str) -> NoReturn:
        raise fault("text.syntax", Source(self.file, self.line), reason=reason)
