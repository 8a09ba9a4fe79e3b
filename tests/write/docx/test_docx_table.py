"""Tables: settled widths, heights and decimal points as Word wants them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import paragraph, table
from lxml import etree
from write.docx.written import W, body, cell, settled_table, values

from render.write.docx.table import _RULES

HEAD = (cell("指标"), cell("2020年"))


def numbers(*texts: str) -> etree._Element:
    """Write a column of numbers, 200 pt wide, with the points 80 pt from its right."""
    rows = ((cell("件", "left"), cell(text, "decimal")) for text in texts)
    return body(settled_table(HEAD, *rows, decimals=(0.0, 80.0)))


def test_columns_have_their_settled_widths() -> None:
    """In twips; the whole is the sum."""
    found = body(settled_table(HEAD, (cell("一"), cell("二")), widths=(100.02, 200.03)))
    assert values(found, "tblGrid/gridCol", "w") == ["2000", "4001"]
    assert values(found, "tblPr/tblW", "w") == ["6001"]


def test_rows_take_whole_rows_of_the_grid() -> None:
    """One of 579 twips, or two; the first row leaves room for the rules."""
    found = body(settled_table(HEAD, (cell("一"), cell("二")), (cell("三"), cell("四")), heights=(1, 1, 2)))
    assert values(found, "trPr/trHeight") == [str(579 - _RULES), "579", "1158"]


def test_a_row_grows_where_somebody_adds_text() -> None:
    """An exact height would hide it."""
    assert values(body(settled_table(HEAD)), "trPr/trHeight", "hRule") == ["atLeast"]


def test_the_head_repeats() -> None:
    """Head rows only; no row is split."""
    rows = body(settled_table(HEAD, (cell("一"), cell("二")))).findall(f".//{W}trPr")
    assert [row.find(f"{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}cantSplit") is not None for row in rows)


def test_head_and_body_have_styles_of_their_own() -> None:
    """As the table's style in the template says."""
    found = body(settled_table(HEAD, (cell("一"), cell("二"))))
    assert values(found, "tc/p/pPr/pStyle") == ["gongwenTableHead"] * 2 + ["gongwenTableBody"] * 2


def test_a_cell_spans_columns() -> None:
    """It is as wide as they are together."""
    found = body(settled_table(HEAD, (cell("合计", columns=2),)))
    assert values(found, "tcPr/gridSpan") == ["2"]
    assert values(found, "tcPr/tcW", "w") == ["2000", "4000", "6000"]


def test_decimal_points_stand_below_each_other() -> None:
    """76 pt from the text's edge, less what follows the point: half an em of 12 pt a character."""
    found = numbers("12.5", "8", "1,390.25", "98.5%")
    assert values(found, "pPr/ind", "right") == [str(20 * pt) for pt in (76 - 12, 76, 76 - 18, 76 - 18)]
    assert values(found, "pPr/jc").count("right") == 4


def test_what_is_no_number_is_centred() -> None:
    """— means not applicable."""
    found = numbers("—")
    assert values(found, "pPr/ind", "right") == []
    assert values(found, "pPr/jc")[-1] == "center"


def test_a_number_wider_than_its_place_has_no_negative_indent() -> None:
    """It would stick out of the table."""
    assert values(numbers("0." + "1" * 40), "pPr/ind", "right") == ["0"]


def test_a_table_carries_its_summary() -> None:
    """For screen readers."""
    found = body(settled_table(HEAD, alternative='两年"对比"'))
    assert values(found, "tblPr/tblDescription") == ['两年"对比"']


def test_tables_that_touch_stay_apart() -> None:
    """Word would make them one."""
    found = body(settled_table(HEAD), settled_table(HEAD))
    assert [e.tag.removeprefix(W) for e in found] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_paragraph_follows_the_last_table() -> None:
    """Word wants one; ours is half a point high."""
    assert body(settled_table(HEAD))[1].find(f"{W}pPr/{W}spacing").get(f"{W}line") == "10"  # type: ignore[union-attr]
    assert len(body(settled_table(HEAD), paragraph("后"))) == 3


def test_an_unsettled_table_is_refused() -> None:
    """Widths are layout's to decide."""
    with pytest.raises(ValueError, match="0 heights and 0 widths for 2 rows"):
        body(table(["指标"], ["一"]))


def test_an_indented_cell_keeps_its_indent() -> None:
    """In twips of its own size, for every line of it."""
    rows = (cell("一"), replace(cell("其中：受理", "left"), indent=1))
    found = body(settled_table(HEAD, rows))
    assert values(found, "tr[2]/tc[2]/p/pPr/ind", "left") == ["240"]


def test_the_mark_of_a_note_does_not_move_a_number() -> None:
    """120① ends half a digit and an em further right than 120."""
    plain, marked = (
        int(values(numbers(text), "tr[2]/tc[2]/p/pPr/ind", "right")[0]) for text in ("120", "120①")
    )
    assert plain - marked == 12 * 20
