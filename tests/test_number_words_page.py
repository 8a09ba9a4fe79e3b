"""The page of number words: every example prints what the page says, and no word is left out."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from fill.reports import ONLY_TEXT, source_text

import render
from render.content import Paragraph
from render.diagnostics import Source
from render.fill import fill
from render.fill.words import FILTERS, PROPERTIES
from render.messages.check import PAGES
from render.read.figures import read_table
from render.read.sheet import Sheet, place_in
from render.report import Entry, FigureTable, Report
from render.wording import WORDING_KEYS, Wording

PAGE = (Path(render.__file__).parent.parent / "docs" / "number-words.md").read_text(encoding="utf-8")
DESCRIBED_ELSEWHERE = {
    "with_unit", "official_date", "han", "round", "abs", "join", "length", "first", "last", "value", "unit",
    "name",
}  # fmt: skip


def cells(line: str) -> list[str]:
    """Split a row of a table at its strokes; those in code are not strokes of the table."""
    parts = re.findall(r"\|((?:`[^`]*`|[^|`])*)", line)
    return [part.strip() for part in parts[:-1]]


def table(head: str) -> list[list[str]]:
    """Give the rows of every table on the page whose first head cell this is."""
    found = re.findall(rf"^\| {head} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [cells(line) for part in found for line in part.splitlines()]


def figures() -> FigureTable:
    """Read the page's own table of figures."""
    head = cells(re.search(r"^\| 指标 \|.*$", PAGE, re.MULTILINE)[0])  # type: ignore[index]
    stream = io.StringIO()
    csv.writer(stream).writerows([head, *table("指标")])
    found: list[object] = []
    lines = list(csv.reader(io.StringIO(stream.getvalue())))
    made = read_table(Sheet(lines, place_in("figures.csv"), Source(), is_text=True), found)  # type: ignore[arg-type]
    assert [each for each in found if each.code not in ("figures.folded", "figures.jump")] == []  # type: ignore[attr-defined]
    return made


FIGURES = figures()
EXAMPLES = [(row[0].strip("`"), row[1], row[2].strip("`=")) for row in table("write")]


def said(text: str, wording: Wording | None = None) -> str:
    """Say a text with the page's figures."""
    metadata = {
        "year": Entry(2020, Source("report.md", 2)),
        "title": Entry("报告", Source("report.md", 3)),
    }
    report = Report(Path(), metadata, {}, {}, source_text(text), (), FIGURES, wording=wording or Wording())
    content, found = fill(report, ONLY_TEXT, year=2020)
    assert found == ()
    assert content is not None
    (node,) = content.nodes
    assert isinstance(node, Paragraph)
    return "".join(span.text for span in node.spans)


@pytest.mark.parametrize(("expression", "text", "english"), EXAMPLES)
def test_an_example(expression: str, text: str, english: str) -> None:
    """Prints what the page says."""
    assert said(expression) == text


@pytest.mark.parametrize(("expression", "text", "english"), [row for row in EXAMPLES if row[2]])
def test_an_example_in_english(expression: str, text: str, english: str) -> None:
    """The English name does the same."""
    tables = (FILTERS, PROPERTIES, {"缺": "missing", "missing": "missing"})
    chinese = next(
        name
        for table in tables
        for name in table
        if english in table and table[name] == table[english] and not name.isascii()
    )
    assert said(re.sub(rf"(?<=[|.(]){chinese}\b", english, expression)) == text


def test_every_word_has_an_example() -> None:
    """Under its English name, which stands beside it."""
    shown = {english for _, _, english in EXAMPLES}
    names = {name for name in (*FILTERS, *PROPERTIES) if name.isascii()}

    assert names - DESCRIBED_ELSEWHERE - shown == set()


def test_every_setting_is_described() -> None:
    """Under both names, with its default."""
    described = {row[0]: row[1] for row in table("setting")}

    assert described == {
        f"{key.chinese} {key.name}": str(getattr(Wording(), key.name)) for key in WORDING_KEYS
    }


@pytest.mark.parametrize(
    ("wording", "expression", "text"),
    [
        (Wording(rate_decimals=2), "{{ 件数|同比 }}", "比上年增长18.36%"),
        (Wording(rate_decimals=2), "{{ 信息|同比 }}", "比上年增长0.02%"),
        (Wording(rate_decimals=2), "{{ 工伤|占比(受理) }}", "占35.56%"),
        (
            Wording(small_base=FIGURES.figures["案件"].values[2019].number),
            "{{ 案件|同比 }}",
            "比上年下降30.0%",
        ),  # type: ignore[arg-type]
        (Wording(growth_in="百分比"), "{{ 来访|同比 }}", "比上年增长120.0%"),
        (Wording(last_year="上年度"), "{{ 件数|同比 }}", "比上年度增长18.4%"),
        (Wording(last_year="年份"), "{{ 会议|同比 }}", "与2019年持平"),
        (Wording(last_year="年份"), "{{ 有效文件|增减 }}", "比2019年末增加3件"),
        (
            Wording(large_multiple=FIGURES.figures["热线"].values[2019].number),
            "{{ 热线|同比 }}",
            "比上年增长14倍",
        ),  # type: ignore[arg-type]
    ],
)
def test_a_setting_changes_the_words(wording: Wording, expression: str, text: str) -> None:
    """As the page says."""
    assert said(expression, wording) == text


def test_every_check_of_number_words_is_listed() -> None:
    """By its code."""
    codes = {code for code in PAGES if code.startswith(("number.", "direction."))}

    assert set(re.findall(r"`((?:number|direction)\.[a-z_]+)`", PAGE)) == codes
