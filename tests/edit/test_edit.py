"""What all formats have in common: files that cannot be changed are left, with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from edit.books import office_book

from render.diagnostics import Faults
from render.edit import add_year


def code_of(path: Path) -> str:
    """The code of what is said when a year is to be added."""
    with pytest.raises(Faults) as caught:
        add_year(path, 2021)
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize("lock", ["~$gures.xlsx", "~$figures.xlsx", ".~lock.figures.xlsx#"])
def test_a_book_open_in_an_office_program_is_left(tmp_path: Path, lock: str) -> None:
    """The program would write its own state over ours."""
    path = office_book(tmp_path / "figures.xlsx")
    (tmp_path / lock).write_bytes(b"")
    assert code_of(path) == "edit.open"


@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_older_formats_are_to_be_saved_anew(tmp_path: Path, suffix: str) -> None:
    """Nothing of ours writes them without loss."""
    path = tmp_path / f"figures{suffix}"
    path.write_bytes(b"")
    assert code_of(path) == "edit.format"


def test_a_table_without_years_has_no_place_for_one(tmp_path: Path) -> None:
    """The head must name one."""
    path = tmp_path / "figures.csv"
    path.write_text("指标,单位\n甲,件\n", encoding="utf-8")
    assert code_of(path) == "figures.no_years"


def test_a_damaged_book_is_said_to_be(tmp_path: Path) -> None:
    """Not a traceback."""
    path = tmp_path / "figures.xlsx"
    path.write_bytes(b"PK\x03\x04 not a book")
    assert code_of(path) == "figures.damaged"
