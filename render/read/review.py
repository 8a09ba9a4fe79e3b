"""Review: the list of sentences to look at (待核改语句), as it was made and as people marked it.

`待核改语句.json` holds what was listed and is the program's own. Marks are made in `待核改语句.xlsx`, and
that file alone counts; where it was deleted, the checklist `待核改语句.md` does. Rows are known by their
number, so a workbook may be sorted, filtered and widened as one likes.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..noun import Noun, replace
from ..pattern import pattern
from ..review import Held, Reason, Review, ReviewItem, Sentence
from .characters import read_text
from .json_nodes import read_json
from .nodes import Mapping, Node, Scalar, Sequence

REVIEW = "待核改语句"
HEADINGS = ("编号", "位置", "小节", "语句", "待核改之处", "现状", "处理", "备注")
"""Columns of the workbook; only 编号, 处理 and 备注 are read."""

MARK_LINE = pattern(r"\s*[-*] \[(?P<mark>[^\]]*)\] (?P<number>[0-9]+)[.．、](?P<rest>.*)")
"""A line of the checklist: `- [ ] 3. …`, with the mark in the brackets."""

_TICKS = ("x", "X", "√", "✓", "是")


class _Marked(Noun, frozen=True):
    mark: str
    note: str
    source: Source


def read_review(folder: Path) -> tuple[Review | None, tuple[Diagnostic, ...]]:
    """Read the list of a report folder.

    Returns:
        The list with its marks, or None where there is none; and what is wrong with its files.

    Raises:
        Faults: the list cannot be read.
    """
    found: list[Diagnostic] = []
    path = folder / f"{REVIEW}.json"
    if not path.exists():
        left = next((folder / f"{REVIEW}{suffix}" for suffix in (".xlsx", ".md")), None)
        if left is not None and left.exists():
            found.append(Diagnostic("review.no_record", Source(left.name), {"name": path.name}))
        return None, tuple(found)
    review = _record(path, found)
    if review is None:
        raise Faults(found)
    in_book, in_text = _workbook(folder, found), _checklist(folder, found)
    marks = in_text if in_book is None else in_book
    if in_book is not None and in_text is not None:
        found += _passed_over(in_book, in_text)
    items = []
    for item in review.items:
        marked = (marks or {}).get(item.number)
        items.append(
            item
            if marked is None
            else replace(item, mark=marked.mark, note=marked.note, marked_at=marked.source)
        )
    return replace(review, items=tuple(items)), tuple(found)


def _passed_over(book: MappingOf[int, _Marked], text: MappingOf[int, _Marked]) -> list[Diagnostic]:
    """Report marks in the checklist that the workbook does not have: they do not count."""
    numbers = [number for number, marked in text.items() if marked.mark and not _mark_in(book, number)]
    if not numbers:
        return []
    values = {"name": f"{REVIEW}.xlsx", "numbers": tuple(map(str, numbers))}
    return [Diagnostic("review.passed_over", text[numbers[0]].source, values)]


def _mark_in(marks: MappingOf[int, _Marked], number: int) -> str:
    return marks[number].mark if number in marks else ""


def _record(path: Path, found: list[Diagnostic]) -> Review | None:
    text = read_text(path, path.name, found)
    if text is None:
        return None
    root = read_json(text, path.name, found)
    source = Source(path.name)
    try:
        entries = _entries(root)
        items, emptied = entries["items"], entries.get("emptied", Sequence((), 1))
        if not isinstance(items, Sequence) or not isinstance(emptied, Sequence):
            raise ValueError("items")
        return Review(
            int(_text(entries["from"])),
            int(_text(entries["to"])),
            tuple(_item(_entries(node)) for node in items.items),
            source,
            tuple(_text(key) for key in emptied.items),
        )
    except (KeyError, ValueError) as err:
        raise fault("review.damaged", source, reason=str(err)) from err


def _item(entries: MappingOf[str, Node]) -> ReviewItem:
    line = _text(entries["line"])
    place = Source(
        _text(entries["file"]), int(line) if line else None, _text(entries["sheet"]), _text(entries["cell"])
    )
    held = entries["found"]
    if not isinstance(held, Sequence):
        raise ValueError("found")
    return ReviewItem(
        int(_text(entries["number"])),
        Sentence(_text(entries["sentence"]), place, _text(entries["section"])),
        tuple(Held(Reason(_text(each["reason"])), _text(each["text"])) for each in map(_entries, held.items)),
    )


def _entries(node: Node) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise ValueError(f"line {node.line}")
    return {key.text: value for key, value in node.pairs}


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise ValueError(f"line {node.line}")
    return node.text


def _workbook(folder: Path, found: list[Diagnostic]) -> dict[int, _Marked] | None:
    path = folder / f"{REVIEW}.xlsx"
    if not path.exists():
        return None
    from .listing import read_listing

    marks: dict[int, _Marked] = {}
    for row in read_listing(path, found, headings=(HEADINGS[0],), named=REVIEW).rows:
        number = row.cells.get(HEADINGS[0], "")
        if number.isdecimal():
            mark, note = (row.cells.get(name, "").strip() for name in HEADINGS[-2:])
            marks[int(number)] = _Marked(mark, note, row.places.get(HEADINGS[-2], row.source))
    return marks


def _checklist(folder: Path, found: list[Diagnostic]) -> dict[int, _Marked] | None:
    path = folder / f"{REVIEW}.md"
    text = read_text(path, path.name, found) if path.exists() else None
    if text is None:
        return None
    marks: dict[int, _Marked] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if match := MARK_LINE.fullmatch(line):
            mark, _, note = match["mark"].strip().replace(":", "：", 1).partition("：")
            mark = "已改" if mark in _TICKS else mark.strip()
            marks[int(match["number"])] = _Marked(mark, note.strip(), Source(path.name, number))
    return marks
