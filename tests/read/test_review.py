"""The list of sentences to look at, read with its marks."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from folders import write_report

from render.diagnostics import Faults
from render.read import read_review
from render.review import ReviewItem
from render.rollover import roll_over

TEXT = "2020年召开第三次会议。\n\n全年共办理若干。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a list of two sentences."""
    return roll_over(write_report(tmp_path / "旧2020", TEXT)).folder


def mark(folder: Path, number: int, word: str, note: str = "") -> None:
    """Mark a row of the workbook, as a clerk does."""
    path = folder / "待核改语句.xlsx"
    book = openpyxl.load_workbook(path)
    for row in book["待核改语句"].iter_rows(min_row=2):
        if row[0].value == number:
            row[6].value, row[7].value = word, note
    book.save(path)


def items(folder: Path) -> list[ReviewItem]:
    """The items with their marks."""
    review, _ = read_review(folder)
    assert review is not None
    return list(review.items)


def test_a_folder_without_a_list_has_none(tmp_path: Path) -> None:
    """Most folders."""
    assert read_review(tmp_path) == (None, ())


def test_a_new_list_is_read_as_it_was_made(folder: Path) -> None:
    """Sentences, places, what they hold; no marks yet."""
    review, found = read_review(folder)
    assert found == ()
    assert review is not None
    assert (review.base, review.year) == (2020, 2021)
    assert [(item.number, item.sentence.text, item.sentence.source.line) for item in review.items] == [
        (1, "2020年召开第三次会议。", 7),
        (2, "全年共办理若干。", 9),
    ]
    assert [[held.text for held in item.held] for item in review.items] == [["2020年", "第三次"], ["全年"]]
    assert {item.mark for item in review.items} == {""}


def test_marks_are_read_from_the_workbook(folder: Path) -> None:
    """By the number of the row, with the note and the cell."""
    mark(folder, 2, "保留", "每年如此")
    one, two = items(folder)
    assert (one.mark, two.mark, two.note) == ("", "保留", "每年如此")
    assert two.marked_at.cell == "G3"


def test_a_workbook_may_be_sorted_and_gain_columns(folder: Path) -> None:
    """Columns are known by their heads, rows by their number."""
    mark(folder, 1, "已改")
    path = folder / "待核改语句.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["待核改语句"]
    sheet.insert_cols(1)
    sheet["A1"] = "责任科室"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    book.save(path)
    assert [item.mark for item in items(folder)] == ["已改", ""]


def test_the_checklist_counts_where_the_workbook_was_deleted(folder: Path) -> None:
    """A tick means 已改; a reason may stand behind the mark."""
    (folder / "待核改语句.xlsx").unlink()
    path = folder / "待核改语句.md"
    text = (
        path.read_text("utf-8").replace("- [ ] 1.", "- [x] 1.").replace("- [ ] 2.", "- [保留：每年如此] 2.")
    )
    path.write_text(text, encoding="utf-8")
    one, two = items(folder)
    assert (one.mark, two.mark, two.note) == ("已改", "保留", "每年如此")


def test_marks_in_a_checklist_that_does_not_count_are_told(folder: Path) -> None:
    """They would be lost without a word."""
    path = folder / "待核改语句.md"
    path.write_text(path.read_text("utf-8").replace("- [ ] 2.", "- [已改] 2."), encoding="utf-8")
    review, found = read_review(folder)
    assert review is not None
    assert [(d.code, d.values["numbers"]) for d in found] == [("review.passed_over", ("2",))]
    mark(folder, 2, "保留")
    assert read_review(folder)[1] == ()


def test_a_list_without_its_record_is_told(folder: Path) -> None:
    """Nothing can be checked by the rest."""
    (folder / "待核改语句.json").unlink()
    review, found = read_review(folder)
    assert review is None
    assert [d.code for d in found] == ["review.no_record"]


@pytest.mark.parametrize("content", ["", "[]", '{"from": 2020}', '{"from": 2020, "to": 2021, "items": [1]}'])
def test_a_damaged_record_is_told(folder: Path, content: str) -> None:
    """Not a traceback."""
    (folder / "待核改语句.json").write_text(content, encoding="utf-8")
    with pytest.raises(Faults) as caught:
        read_review(folder)
    assert caught.value.diagnostics[0].code in ("review.damaged", "text.syntax")
