"""Front matter: the metadata at the head of a Markdown file, between two lines of `---`.

Nearly all of it is `key: value` with a value that may hold anything, `：` and `{{ }}` included, so
these lines are read here, and with them plain lists, plain nested keys and flat `{…}` and `[…]`.
The rest of YAML (block scalars, escapes, values over several lines) goes to the YAML parser, entry
by entry: most reports never load it, and a fault in one entry does not hide the next.
"""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic, Faults, Source
from ..pattern import pattern
from .nodes import Mapping, Node, Scalar, Sequence
from .yaml_nodes import COMMENT, read_yaml

_FENCE = pattern(r"---\s*")
_FENCE_END = pattern(r"(?:---|\.\.\.)\s*")
_KEY = pattern(
    r"""(?P<quote>["']?)(?P<key>[^\s:："'#\[{-][^:："']*?)(?P=quote)\s*[:：]\s*(?P<value>.*?)\s*"""
)
_QUOTED = pattern(r"""(?:"(?P<double>[^"\\]*)"|'(?P<single>(?:[^']|'')*)')\s*(?:#.*)?""")
_FLAT = pattern(r"""(?:\{(?P<keys>[^{}\[\]"']*)\}|\[(?P<items>[^{}\[\]"']*)\])\s*(?:#.*)?""")


class _NotPlain(Exception):
    """The lines need the YAML parser."""


def split_front_matter(text: str, file: str, found: list[Diagnostic]) -> tuple[Mapping, int]:
    """Read the front matter of a Markdown text.

    Returns:
        The entries, none when the text does not begin with `---`; and how many lines of the text
        they take, both fences included.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return Mapping((), 1), 0
    end = next((at for at, line in enumerate(lines) if at and _FENCE_END.fullmatch(line)), None)
    if end is None:
        found.append(Diagnostic("metadata.unclosed", Source(file, 1)))
        return Mapping((), 1), len(lines)
    return _Entries(file, found).mapping(lines[1:end], first_line=2), end + 1


class _Entries:
    """Reads entries line by line."""

    def __init__(self, file: str, found: list[Diagnostic]) -> None:
        self.file, self.found = file, found

    def mapping(self, lines: list[str], first_line: int) -> Mapping:
        """Read lines whose keys all stand at the first one's indent."""
        pairs: list[tuple[Scalar, Node]] = []
        at = 0
        indent = next((_indent(line) for line in lines if _says(line)), 0)
        while at < len(lines):
            line_no = first_line + at
            head = lines[at]
            at += 1
            if not _says(head):
                continue
            match = _KEY.fullmatch(head.strip())
            if match is None or _indent(head) != indent:
                self.found.append(
                    Diagnostic("metadata.line", Source(self.file, line_no), {"found": head.strip()})
                )
                continue
            start = at
            while at < len(lines) and _belongs(lines[at], indent):
                at += 1
            value = self._value(match["value"], lines[start:at], line_no)
            if value is not None:
                pairs.append((Scalar(match["key"].strip(), line_no), value))
        return Mapping(tuple(pairs), first_line)

    def _value(self, text: str, below: list[str], line: int) -> Node | None:
        """Read a value: what stands behind its key, and the lines below that belong to it."""
        try:
            if not any(_says(each) for each in below):
                return _plain(text, line)
            if COMMENT.sub("", text):
                raise _NotPlain
            first = next(each for each in below if _says(each))
            if _is_item(first):
                return _items(below, line + 1)
            if not _KEY.fullmatch(first.strip()):
                raise _NotPlain
            return self.mapping(below, line + 1)
        except _NotPlain:
            pass
        try:
            node = read_yaml("\n".join([f"value: {text}", *below]), self.file, self.found, line)
        except Faults as err:
            self.found.extend(err.diagnostics)
            return None
        return node.pairs[0][1] if isinstance(node, Mapping) else None


def _plain(text: str, line: int) -> Node:
    """Read a value that stands on one line."""
    if quoted := _QUOTED.fullmatch(text):
        inner = quoted["double"]
        return Scalar(quoted["single"].replace("''", "'") if inner is None else inner, line)
    if text.startswith("[") or (text.startswith("{") and not text.startswith(("{{", "{%", "{#"))):
        return _flat(text, line)
    if text.startswith(('"', "'", "|", ">")):
        raise _NotPlain
    text = COMMENT.sub("", text)
    return Scalar("" if text in ("~", "null") else text, line)


def _flat(text: str, line: int) -> Node:
    """Read `[a, b]` or `{a: b, c: d}` without quotes or brackets inside."""
    match = _FLAT.fullmatch(text)
    if match is None:
        raise _NotPlain
    parts = [part.strip() for part in (match["items"] or match["keys"] or "").split(",") if part.strip()]
    if match["items"] is not None:
        return Sequence(tuple(Scalar(part, line) for part in parts), line)
    entries = [_KEY.fullmatch(part) for part in parts]
    return Mapping(
        tuple((Scalar(e["key"].strip(), line), Scalar(e["value"], line)) for e in _all_plain(entries)), line
    )


def _all_plain(entries: list[re.Match[str] | None]) -> list[re.Match[str]]:
    plain = [entry for entry in entries if entry is not None]
    if len(plain) < len(entries):
        raise _NotPlain
    return plain


def _items(lines: list[str], first_line: int) -> Sequence:
    """Read `- item` lines that all stand at one indent."""
    items: list[Node] = []
    indents: set[int] = set()
    for line_no, line in enumerate(lines, first_line):
        if not _says(line):
            continue
        indents.add(_indent(line))
        if not _is_item(line) or len(indents) > 1:
            raise _NotPlain
        text = line.strip()[1:].strip()
        if not text or _is_item(text) or re.search(r"^[^{]*:(?:\s|$)", text):
            raise _NotPlain
        items.append(_plain(text, line_no))
    return Sequence(tuple(items), first_line)


def _says(line: str) -> bool:
    """Tell whether a line holds more than white space or a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_item(line: str) -> bool:
    return line.strip() == "-" or line.lstrip().startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _belongs(line: str, indent: int) -> bool:
    """Tell whether a line belongs to the key above it; YAML lets a list stand at the key's own indent."""
    return not _says(line) or _indent(line) > indent or (_indent(line) == indent and _is_item(line))
