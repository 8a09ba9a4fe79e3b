"""Listed figures: values of a figures table kept as YAML or JSON, changed in place.

Comments, order, indents and quotes of everything else stay: the parser only tells where each value
stands. JSON is read by the same parser, for which it is YAML too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ..dates import read_year
from ..diagnostics import Source, fault
from ..read.yaml_nodes import protected
from .heads import place_for, written_out
from .text import Position, Replacement, lines_of, read_bytes, replaced

_PLAIN = re.compile(r"[\w—][\w—.%]*")
_YEAR = re.compile("[0-9]{4}")


def set_values(data: bytes, file: str, values: Mapping[tuple[int, int], Decimal | str | None]) -> bytes:
    """Put values under a year; None empties one.

    Args:
        data: The file.
        file: How diagnostics name it.
        values: By the line a figure begins on and the year.
    """
    whole = read_bytes(data, file)
    lines = lines_of(whole)
    rows = dict(_rows(compose(lines, Source(file)), file))
    changes: list[Replacement] = []
    for (line, year), value in values.items():
        entries = rows[line]
        written = _written(value, file)
        for key, node in entries.value:
            if read_year(key.value) == year:
                start, stop = _value_span(key, node, lines)
                blank = " " if start == stop and written else ""
                changes.append(Replacement(start, stop, blank + written))
                break
        else:
            changes += _added(lines, entries, year, written)
    return whole.encoded(replaced(whole, changes))


def add_year(data: bytes, file: str, year: int) -> bytes:
    """Add a year, still without a value, to every figure that has another year."""
    whole = read_bytes(data, file)
    lines = lines_of(whole)
    empty = _written(None, file)
    changes: list[Replacement] = []
    rows = [entries for _, entries in _rows(compose(lines, Source(file)), file)]
    keys = [key for entries in rows for key, _ in entries.value]
    years = {each for key in keys if (each := read_year(key.value))}
    renamed = written_out([key.value for key in keys], years, year)
    for key in keys:
        if key.value in renamed:
            quote = key.style or ""
            changes.append(Replacement(*span_of(key), f"{quote}{renamed[key.value]}{quote}"))
    for entries in rows:
        if year not in [read_year(key.value) for key, _ in entries.value]:
            changes += _added(lines, entries, year, empty)
    return whole.encoded(replaced(whole, changes))


def compose(lines: list[str], source: Source) -> Any:
    """Parse YAML or JSON to nodes that know where they stand; tabs of JSON count as blanks.

    Raises:
        Faults: `text.syntax`.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if source.file.lower().endswith(".json"):
        text = "\n".join(lines).replace("\t", " ")
    else:
        text = "\n".join(protected(lines))
    try:
        return YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError) as err:
        raise fault("text.syntax", source, reason=str(err).split("\n")[0]) from err


def _rows(root: Any, file: str) -> Iterator[tuple[int, Any]]:
    """Go through the figures: the line each begins on, and its columns."""
    if root is None:
        return
    if root.id == "mapping":
        pairs = [(key.start_mark.line + 1, node) for key, node in root.value]
    elif root.id == "sequence":
        pairs = [(node.start_mark.line + 1, node) for node in root.value]
    else:
        raise fault("figures.shape", Source(file))
    for line, node in pairs:
        if node.id == "mapping":
            yield line, node


def _added(lines: list[str], entries: Any, year: int, written: str) -> Iterator[Replacement]:
    """Add a year to a figure, beside the year it is made after and written like it."""
    keys = {each: (key, node) for key, node in entries.value if (each := read_year(key.value))}
    if not keys:
        return
    place = place_for({each: at for at, each in enumerate(keys)}, year)
    key, node = keys[place.base]
    start, key_end = span_of(key)
    text = lines[start[0] - 1]
    entry = f"{_YEAR.sub(str(year), text[start[1] : key_end[1]], count=1)}: {written}"
    goes_after = place.at > place.source
    end = _value_span(key, node, lines)[1]
    if entries.flow_style:
        has_own_line = not text[: start[1]].strip(" \t")
        comma = ",\n" + text[: start[1]] if has_own_line else ", "
        at, words = (end, comma + entry) if goes_after else (start, entry + comma)
    elif goes_after:
        at = end[0], len(lines[end[0] - 1])  # behind a comment
        words = "\n" + " " * start[1] + entry.rstrip()
    else:
        at, words = start, entry.rstrip() + "\n" + " " * start[1]
    yield Replacement(at, at, words)


def span_of(node: Any) -> tuple[Position, Position]:
    """Tell where a node begins and ends."""
    start, stop = node.start_mark, node.end_mark
    return (start.line + 1, start.column), (stop.line + 1, stop.column)


def _value_span(key: Any, node: Any, lines: list[str]) -> tuple[Position, Position]:
    """Find a value; an empty one stands right behind its key's colon."""
    if node.id == "scalar" and node.style is None and not node.value:
        line, column = span_of(key)[1]
        behind = line, lines[line - 1].index(":", column) + 1
        return behind, behind
    return span_of(node)


def _written(value: Decimal | str | None, file: str) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    is_json = file.lower().endswith(".json")
    if value is None:
        return "null" if is_json else ""
    return value if not is_json and _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
