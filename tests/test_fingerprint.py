"""The eight digits of a report's text and figures."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from builders import content, heading, said, said_table

from render.diagnostics import NOWHERE
from render.fingerprint import fingerprint
from render.report import Absence, Figure, FigureTable, Value


def table(number: str) -> FigureTable:
    """One figure, not applicable in 2019."""
    values = {
        2020: Value(Decimal(number), None, NOWHERE),
        2019: Value(Absence.NOT_APPLICABLE, None, NOWHERE),
    }
    return FigureTable({"a": Figure("a", "受理", "件", None, values)}, (2019, 2020), NOWHERE)


def test_it_is_what_the_definition_says() -> None:
    """Reckoned by hand from the lines the module lists."""
    made = content(heading(1, "总体情况"), said("正文。"), said_table(["甲"], ["1"]))
    lines = ["gongwen 1", "总体情况", "正文。", "", "", "甲", "1", "a\t受理\t件\t2019=—\t2020=28.5"]
    digest = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    assert fingerprint(made, table("28.50")) == f"{int(digest, 16) % 10**8:08}"


def test_any_change_shows() -> None:
    """A word, or a value that no word prints."""
    made = content(said("正文。"))
    codes = {
        fingerprint(made, table("28")),
        fingerprint(made, table("29")),
        fingerprint(content(said("正文")), table("28")),
    }
    assert len(codes) == 3
    assert all(len(code) == 8 and code.isdigit() for code in codes)


def test_how_it_looks_does_not_matter() -> None:
    """Where a word stands in its file, or how a value was typed."""
    made = content(said("正文。"))
    moved = replace(made, title="别的题")
    assert fingerprint(made, table("28")) == fingerprint(moved, table("28.00"))
