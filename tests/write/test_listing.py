"""What a listing offers in its cells."""

from __future__ import annotations

import io

import openpyxl
import pytest

from render.write.listing import Listing, write_listing


def test_cells_of_a_column_offer_words() -> None:
    """A list to choose from, below the head alone; other words are possible."""
    data = write_listing(
        [Listing("表", ("编号", "处理"), [(1, None), (2, "已改")], (6, 10), choices={1: ("已改", "保留")})],
        title="表",
    )
    (rule,) = openpyxl.load_workbook(io.BytesIO(data))["表"].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1, rule.errorStyle) == ("B2:B3", '"已改,保留"', "warning")


def test_a_row_is_as_high_as_its_text() -> None:
    """Ten Han characters in a column of eleven take two lines."""
    data = write_listing([Listing("表", ("语句",), [("一" * 10,), ("一",)], (11,))], title="表")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["表"]
    heights = [sheet.row_dimensions[row].height for row in (2, 3)]
    assert heights == pytest.approx([32, 16], abs=0.5)  # in whole pixels
