"""Metadata: values at the head of report.md, in report.yaml or in report.json, changed in place.

A value that is taken out stays beside its key as a comment, where the format has any, so that whoever
fills it in sees what it was. What is given for one year alone is that year's and is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ..diagnostics import Source
from ..read.metadata import KEYS
from ..report import Kind
from .listed import compose, span_of
from .text import Replacement, Text, lines_of, read_bytes, replaced

Change: TypeAlias = Callable[[str], str | None]
"""From a value as typed to what it is to be; None takes it out."""

_FENCE = re.compile(r"---\s*")
_FENCE_END = re.compile(r"(?:---|\.\.\.)\s*")
_ENTRY = re.compile(
    r"""(?P<indent>\s*)(?P<quote>["']?)(?P<key>[^\s:："'#\[{-][^:："']*?)(?P=quote)\s*[:：](?P<space>\s*)"""
    r"""(?P<value>.*?)(?P<comment>(?:\s+|(?<=\s)|^)\#.*)?"""
)
_BEFORE = "上年："


def set_metadata(data: bytes, file: str, changes: Mapping[str, Change]) -> tuple[bytes, tuple[str, ...]]:
    """Change values of a report's metadata, and of its editions'.

    Args:
        data: The report file.
        file: Its name, which tells the format.
        changes: By English key.

    Returns:
        The file; and the Chinese names of keys whose values were taken out.

    Raises:
        Faults: `edit.encoding`, or `text.syntax` from a JSON file.
    """
    whole = read_bytes(data, file)
    taken: dict[str, None] = {}
    if file.lower().endswith(".json"):
        made = list(_in_json(whole, file, changes, taken))
    else:
        made = list(_in_lines(lines_of(whole), file, changes, taken))
    return whole.encoded(replaced(whole, made)), tuple(taken)


def _in_lines(
    lines: list[str], file: str, changes: Mapping[str, Change], taken: dict[str, None]
) -> Iterator[Replacement]:
    start, stop = 0, len(lines)
    if file.lower().endswith(".md"):
        if not _FENCE.fullmatch(lines[0]):
            return
        start = 1
        stop = next((at for at in range(1, len(lines)) if _FENCE_END.fullmatch(lines[at])), len(lines))
    in_editions = False
    at = start
    while at < stop:
        line = lines[at]
        at += 1
        entry = _ENTRY.fullmatch(line)
        if entry is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        key = KEYS.get(entry["key"].strip())
        if not entry["indent"]:
            in_editions = key is not None and key.kind is Kind.GROUPS
        elif not in_editions:
            continue
        change = changes.get(key.name) if key else None
        if key is None or change is None:
            continue
        end = at
        while end < stop and _belongs(lines[end], entry["indent"]):
            end += 1
        below = lines[at:end]
        old = "\n".join([entry["value"], *below]).strip("\n")
        new = change(old)
        if new == old or not old.strip():
            continue
        head = line[: entry.start("value")].rstrip()
        if new is None:
            taken[key.chinese] = None
            note = f"  # {_BEFORE}{entry['value']}" if entry["value"] else ""
            words = [head + note + (entry["comment"] or ""), *(f"#{each}" for each in below)]
        else:
            words = [f"{head} {new}{entry['comment'] or ''}" if entry["value"] else f"{line}\n{new}"]
        yield Replacement((at, 0), (end, len(lines[end - 1])), "\n".join(words))
        at = end


def _belongs(line: str, indent: str) -> bool:
    """Tell whether a line goes on with the value of the key above it."""
    words = line.lstrip()
    depth = len(line) - len(words)
    return (
        bool(words)
        and not words.startswith("#")
        and (depth > len(indent) or (depth == len(indent) and words.startswith("- ")))
    )


def _in_json(
    whole: Text, file: str, changes: Mapping[str, Change], taken: dict[str, None]
) -> Iterator[Replacement]:
    root = compose(lines_of(whole), Source(file))
    groups = [root]
    if root is not None and root.id == "mapping":
        for name, node in root.value:
            key = KEYS.get(name.value)
            if key and key.kind is Kind.GROUPS and node.id == "mapping":
                groups += [each for _, each in node.value]
    for group in groups:
        for name, node in group.value if group is not None and group.id == "mapping" else ():
            yield from _json_entry(name, node, lines_of(whole), changes, taken)


def _json_entry(
    name: Any, node: Any, lines: list[str], changes: Mapping[str, Change], taken: dict[str, None]
) -> Iterator[Replacement]:
    key = KEYS.get(name.value)
    change = changes.get(key.name) if key else None
    if key is None or change is None or node.id == "mapping":
        return
    (line, column), stop = span_of(node)
    if line != stop[0]:
        return
    quoted = lines[line - 1][column : stop[1]]
    old = quoted.strip('"')
    new = change(old)
    if new is None and old.strip():
        taken[key.chinese] = None
        yield Replacement((line, column), stop, '""')
    elif new is not None and new != old:
        yield Replacement((line, column), stop, quoted.replace(old, new))
