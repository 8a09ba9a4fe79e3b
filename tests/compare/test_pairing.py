"""Two reports compared: what is one figure, what is not, and what is left over."""

from __future__ import annotations

from decimal import Decimal

from render.compare import Wanted, compare_reports
from render.comparison import Comparison
from render.diagnostics import Diagnostic, Source
from render.report import Figure, FigureTable, Value

WANTED = Wanted(2020, (), report_title="洪山区2020年度法治政府建设工作报告")


def figure(name: str, number: str, year: int, *, code: str = "", **more: object) -> Figure:
    """A figure of one year."""
    values = {year: Value(Decimal(number), None, Source("figures.xlsx", cell="C2"))}
    values |= more.pop("others", {})  # type: ignore[arg-type]
    return Figure(code or name, name, str(more.pop("unit", "件")), None, values, **more)  # type: ignore[arg-type]


def table(year: int, *figures: Figure) -> FigureTable:
    """A table of that year."""
    years = sorted({each for f in figures for each in f.values} | {year})
    return FigureTable({f.key: f for f in figures}, tuple(years), Source("figures.xlsx"))


def compared(
    first: FigureTable,
    second: FigureTable,
    *,
    years: tuple[int, int] = (2019, 2020),
    headings: tuple[str, str] = ("2019年", "2020年"),
    **matches: str,
) -> tuple[Comparison, list[Diagnostic]]:
    """Compare two tables."""
    sides = [(first, years[0], headings[0]), (second, years[1], headings[1])]
    made, found = compare_reports(sides[0], sides[1], WANTED, matches)
    assert made is not None
    return made, list(found)


def rows(made: Comparison) -> list[tuple[str, list[str]]]:
    """Names and values."""
    return [(row.name, [str(value.number) for value in row.values]) for row in made.figures]


def test_the_same_name_is_the_same_figure() -> None:
    """Marks of either width and blanks make no difference."""
    made, found = compared(
        table(2019, figure("办结率(%) ", "1", 2019)), table(2020, figure("办结率（%）", "2", 2020))
    )
    assert rows(made) == [("办结率（%）", ["1", "2"])]
    assert found == []


def test_a_code_goes_before_a_name() -> None:
    """Two names of one code are one figure."""
    made, found = compared(
        table(2019, figure("旧名", "1", 2019, code="a1")), table(2020, figure("新名", "2", 2020, code="a1"))
    )
    assert (rows(made), found) == ([("新名", ["1", "2"])], [])


def test_the_place_must_agree_where_both_have_one() -> None:
    """受理件数 of two 一级指标 are two figures."""
    made, found = compared(
        table(2019, figure("受理件数", "1", 2019, group="行政复议"), figure("甲", "1", 2019)),
        table(2020, figure("受理件数", "2", 2020, group="行政诉讼"), figure("甲", "2", 2020)),
    )
    assert rows(made) == [("甲", ["1", "2"])]
    assert [d.code for d in found] == ["compare.unmatched"] * 2


def test_what_has_no_counterpart_is_listed_never_guessed() -> None:
    """With the nearest name, in the comparison and in its note."""
    made, found = compared(
        table(2019, figure("甲", "1", 2019), figure("受理数", "1", 2019)),
        table(2020, figure("甲", "2", 2020), figure("受理件数", "2", 2020)),
    )
    assert [(u.heading, u.names) for u in made.unmatched] == [
        ("2019年", ("受理数",)),
        ("2020年", ("受理件数",)),
    ]
    assert made.notes[-1] == "未列入对比的指标：2019年“受理数”；2020年“受理件数”。"
    assert [d.values["near"] for d in found] == ["受理件数", "受理数"]


def test_somebody_may_say_that_two_names_are_one_figure() -> None:
    """First report's name first."""
    made, found = compared(
        table(2019, figure("受理数", "1", 2019)),
        table(2020, figure("受理件数", "2", 2020)),
        受理数="受理件数",
    )
    assert (rows(made), found) == ([("受理件数", ["1", "2"])], [])


def test_a_match_of_nothing_is_a_fault() -> None:
    """In either report."""
    _, found = compared(table(2019, figure("甲", "1", 2019)), table(2020, figure("甲", "2", 2020)), 乙="甲")
    assert [d.code for d in found] == ["compare.no_such_match"]


def test_units_must_agree() -> None:
    """件 and 件次 are not compared."""
    _, found = compared(
        table(2019, figure("甲", "1", 2019, unit="件次"), figure("乙", "1", 2019)),
        table(2020, figure("甲", "2", 2020), figure("乙", "2", 2020)),
    )
    assert "compare.units_differ" in [d.code for d in found]


def test_the_newer_book_knows_better() -> None:
    """What the earlier report printed is then 原公布数."""
    newer = figure("甲", "3", 2020, others={2019: Value(Decimal(2), None, Source("figures.xlsx", cell="B2"))})
    made, found = compared(table(2019, figure("甲", "1", 2019)), table(2020, newer))
    assert rows(made) == [("甲", ["2", "3"])]
    assert [d.code for d in found] == ["compare.revised"]
    assert "部分2019年数据已作修订，原公布数为：“甲”1件。" in made.notes


def test_two_offices_of_one_year() -> None:
    """Their names head the columns, and nothing is said to grow."""
    made, _ = compared(
        table(2020, figure("甲", "4", 2020)),
        table(2020, figure("甲", "5", 2020)),
        years=(2020, 2020),
        headings=("甲区司法局", "乙区司法局"),
    )
    assert [column.heading for column in made.columns] == ["甲区司法局", "乙区司法局"]
    assert (made.difference_heading, made.rate_heading) == ("相差", "相差幅度（%）")
    assert made.title == "甲区司法局、乙区司法局2020年度主要指标对比表"
    assert made.figures[0].change.rate == 25
    assert made.period == "2020年1月1日至12月31日"


def test_a_jump_between_two_reports_is_a_warning() -> None:
    """元 beside 万元, or a fraction beside per cent."""
    _, found = compared(table(2019, figure("甲", "5", 2019)), table(2020, figure("甲", "735000", 2020)))
    assert [d.code for d in found] == ["compare.jump"]
