"""Charts of the author's own: a table in a block such as `::: 条形图`."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fill.reports import figure, found, nodes

from render.content import CHART_KINDS, Chart, Paragraph, Table
from render.report import Figure

TABLE = ": 案件办理情况　单位：件\n\n|类别|上年|本年|\n|---|---|---|\n|收案|58|68|\n|受理|51.5|—|\n"


def chart(text: str, *figures: Figure) -> Chart:
    """The one chart of a text."""
    (node,) = nodes(text, *figures)
    assert isinstance(node, Chart)
    return node


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_a_table_in_a_chart_block_is_drawn(kind: str) -> None:
    """Under both names; the first column names categories, the others are series."""
    for name in (f"chart {kind}", CHART_KINDS[kind]):
        made = chart(f"::: {name}\n{TABLE}:::\n")
        assert (made.kind, made.unit, made.categories, made.decimals) == (kind, "件", ("收案", "受理"), 1)
        assert "".join(span.text for span in made.title) == "案件办理情况"
        assert [(s.name, s.values) for s in made.series] == [
            ("上年", (Decimal(58), Decimal("51.5"))), ("本年", (Decimal(68), None)),
        ]  # fmt: skip


def test_years_of_a_line_may_stand_in_the_head() -> None:
    """Then every row is a line, as such tables are usually written."""
    made = chart(
        "::: 折线图\n|类别|2018年|2019年|2020年|\n|---|---|---|---|\n|收案|1|2|3|\n|审结|4|5|6|\n:::"
    )
    assert made.categories == ("2018年", "2019年", "2020年")
    assert [(s.name, s.values) for s in made.series] == [("收案", (1, 2, 3)), ("审结", (4, 5, 6))]


def test_cells_print_numbers() -> None:
    """With a sign, separators of thousands, or a percent sign; nothing and a dash draw nothing."""
    rows = "".join(f"|甲|{cell}|\n" for cell in ("−5.40", "-3", "12,558", "96.0%", "", "——"))
    made = chart(f"::: 条形图\n|类别|数|\n|---|---|\n{rows}:::")
    assert made.series[0].values == (Decimal("-5.40"), -3, 12558, 96, None, None)
    assert made.decimals == 2


def test_numbers_keep_the_figures_they_print() -> None:
    """So that it can be told where a figure is used."""
    made = chart("::: 条形图\n|类别|数|\n|---|---|\n|甲|{{ 件数 }}|\n|乙|3|\n:::", figure("件数", y2020="28"))
    assert made.series[0].values == (28, 3)
    assert made.series[0].figures == ("件数", None)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("::: 条形图\n只有字。\n:::\n", 1, "chart.no_table"),
        ("::: 条形图\n|类别|数|\n|---|---|\n|甲|5千余|\n:::", 4, "chart.not_a_number"),
        ("::: 条形图\n|类别|数|\n|---|---|\n|甲|12,34|\n:::", 4, "chart.not_a_number"),
        ("::: 条形图\n|类别|\n|---|\n|甲|\n:::", 2, "chart.no_numbers"),
        ("::: 条形图\n|类别|数|\n|---|---|\n|甲|5|\n", 1, "role.unclosed"),
        ("::: 饼图\n|类别|数|\n|---|---|\n|甲|5|\n:::", 1, "role.unknown"),
    ],
)
def test_faults_of_charts(text: str, line: int, code: str) -> None:
    """Each with its line."""
    assert (code, line) in found(text)


def test_notes_below_a_chart_are_notes() -> None:
    """Inside its block; a table after it is a table again."""
    text = f"::: 柱形图\n{TABLE}\n资料来源：区司法局\n:::\n\n|甲|乙|\n|---|---|\n|1|2|\n"
    drawn, note, table = nodes(text)
    assert isinstance(drawn, Chart)
    assert isinstance(note, Paragraph)
    assert note.role == "table-note"
    assert isinstance(table, Table)
