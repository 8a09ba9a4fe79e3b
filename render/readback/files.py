"""Files: the author's text files, and where the characters of a unit stand in them.

In Markdown a unit's text is the file's own. A text kept in YAML or JSON, or a value in the front matter,
stands behind an indent or a key, in quotes or not, with or without escapes; what is put in is written
the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from ..diagnostics import fault
from ..edit import Replacement
from .probe import Unit

Position: TypeAlias = tuple[int, int]  # line from 1, character from 0

_NEAR = 12  # lines below its key that the value of a metadata key is looked for
_JSON_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
_YAML_SIMPLE = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "0": "\0", " ": " "}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a unit, and how it is written in the file."""

    line: int  # of the file
    columns: tuple[int | None, ...]  # per character of the unit's line, and one for its end
    manner: str  # "markdown", "plain", "single", "double" or "json"
    indent: str = ""  # what stands before every line of a text of several lines


class Files:
    """The text files of one report folder."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self.folder = folder
        self.texts: dict[str, list[str]] = {}
        for name in names:
            path = folder / name
            if name not in self.texts and path.is_file():
                # As `read` reads them: whatever ends a line, and without a byte order mark.
                text = path.read_bytes().decode("utf-8-sig")
                self.texts[name] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def place(self, unit: Unit, line: int) -> Place | None:
        """Find a line of a unit, counted from 0, in its file; None when it is not there as such."""
        lines = self.texts.get(unit.file)
        if lines is None or line >= len(unit.lines):
            return None
        typed = unit.text.split("\n")[line]
        number = unit.lines[line]
        if not 1 <= number <= len(lines):
            return None
        raw = lines[number - 1]
        if not unit.key:
            if unit.file.endswith(".md"):
                return _whole(number, typed, raw)
            return _structured(number, typed, raw, unit)
        if unit.key == LINE:
            return _whole(number, typed, raw)
        return self._value(typed, lines, number)

    def position(self, unit: Unit, at: int) -> tuple[Position, str] | None:
        """Turn a place in a unit into one in its file, and say how text is written there."""
        before = unit.text[:at]
        line = before.count("\n")
        place = self.place(unit, line)
        column = None if place is None else place.columns[at - (before.rfind("\n") + 1)]
        return None if place is None or column is None else ((place.line, column), place.manner)

    def replacement(self, unit: Unit, start: int, stop: int, text: str) -> Replacement:
        """Write text in place of characters of a unit, the way the text around it is written.

        Raises:
            Faults: the characters are not in the file as they stand, such as in a folded text of YAML.
        """
        first, last = self.position(unit, start), self.position(unit, stop)
        if first is None or last is None:
            raise fault("readback.form", file=unit.file)
        manner = first[1]
        if manner == "markdown":
            place = self.place(unit, unit.text.count("\n", 0, start))
            return Replacement(first[0], last[0], _indented(text, place.indent if place else ""))
        try:
            return Replacement(first[0], last[0], _written(text, manner))
        except ValueError as err:
            raise fault("readback.form", file=unit.file) from err

    def _value(self, typed: str, lines: Sequence[str], number: int) -> Place | None:
        """Find the value of a metadata key: on its line, or as an item or a line below it."""
        if not typed.strip():
            return None
        for at in range(max(number - 1, 1), min(number + _NEAR, len(lines)) + 1):
            found = _inside(at, typed, lines[at - 1])
            if found is not None:
                return found
        return None


LINE = "line"
"""The key of a unit that is one line of a file as it stands."""


def _written(text: str, manner: str) -> str:
    """Write typed text the way the text around it is written.

    Raises:
        ValueError: a plain value cannot hold it.
    """
    if manner == "json":
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if manner == "double":
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if manner == "single":
        return text.replace("'", "''")
    if manner == "plain" and (" #" in text or "\n" in text):
        raise ValueError("a plain value")
    return text


def _indented(text: str, indent: str) -> str:
    lines = text.split("\n")
    return "\n".join([lines[0], *(indent + line if line else line for line in lines[1:])])


def _whole(number: int, typed: str, raw: str) -> Place | None:
    if raw != typed:
        return None
    return Place(number, tuple(range(len(typed) + 1)), "markdown")


def _structured(number: int, typed: str, raw: str, unit: Unit) -> Place | None:
    """Find a line of a text kept in YAML or JSON."""
    if unit.file.endswith(".json"):
        return _in_json(number, typed, raw)
    indent = raw[: len(raw) - len(raw.lstrip(" "))]
    if raw == indent + typed and unit.lines.count(number) == 1:
        shift = len(indent)
        return Place(number, tuple(range(shift, shift + len(typed) + 1)), "markdown", indent)
    return _inside(number, typed, raw)


def _inside(number: int, typed: str, raw: str) -> Place | None:
    """Find text inside a line of YAML; the marks of a heading are not in the file."""
    marks = len(typed) - len(typed.lstrip("#"))
    marks += len(typed[marks:]) - len(typed[marks:].lstrip(" ")) if marks else 0
    looked_for = typed[marks:]
    if not looked_for:
        return None
    for manner, decode in _DECODERS:
        found = _columns(looked_for, decode(raw))
        if found is not None:
            return Place(number, (*[None] * marks, *found), manner)
    return None


def _in_json(number: int, typed: str, raw: str) -> Place | None:
    marks = len(typed) - len(typed.lstrip("# ")) if typed.startswith("#") else 0
    for looked_for, skipped in ((typed, 0), (typed[marks:], marks)):
        chars = [each for string in _JSON_STRING.finditer(raw) for each in _json_chars(string)]
        found = _columns(looked_for, chars) if looked_for else None
        if found is not None:
            return Place(number, (*[None] * skipped, *found), "json")
    return None


def _json_chars(string: re.Match[str]) -> list[tuple[str, int, int]]:
    """Decode a string with the place of every character; a break that no text holds parts two strings."""
    start = string.start(1)
    chars: list[tuple[str, int, int]] = [("\0", string.start(), start)]
    for found in _ESCAPED.finditer(string[1]):
        chars.append((json.loads(f'"{found[0]}"', strict=False), start + found.start(), start + found.end()))
    return chars


def _plain_chars(raw: str) -> list[tuple[str, int, int]]:
    return [(char, at, at + 1) for at, char in enumerate(raw)]


def _quoted_chars(quote: str) -> Callable[[str], list[tuple[str, int, int]]]:
    """Decode what stands in quotes on a line."""
    pattern = re.compile(r"'((?:[^']|'')*)'" if quote == "'" else r'"((?:[^"\\]|\\.)*)"')
    unit = re.compile(r"''|." if quote == "'" else r"\\.|.", re.DOTALL)

    def decode(raw: str) -> list[tuple[str, int, int]]:
        chars: list[tuple[str, int, int]] = []
        for string in pattern.finditer(raw):
            chars.append(("\0", string.start(), string.start(1)))
            for found in unit.finditer(string[1]):
                text = found[0]
                if len(text) == 2:
                    text = "'" if quote == "'" else _YAML_SIMPLE.get(text[1], "\0")
                chars.append((text, string.start(1) + found.start(), string.start(1) + found.end()))
        return chars

    return decode


_DECODERS = (
    ("double", _quoted_chars('"')),
    ("single", _quoted_chars("'")),
    ("plain", _plain_chars),
)


def _columns(typed: str, chars: Sequence[tuple[str, int, int]]) -> tuple[int, ...] | None:
    """Find text among decoded characters, once; gives the column of each of its characters and its end."""
    text = "".join(char for char, _, _ in chars)
    if len(text) != len(chars) or text.count(typed) != 1:
        return None
    at = text.index(typed)
    starts = [start for _, start, _ in chars[at : at + len(typed)]]
    return (*starts, chars[at + len(typed) - 1][2])
