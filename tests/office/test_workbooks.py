"""Workbooks as LibreOffice reads them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import REQUIRED
from edit.books import office_book

from render.diagnostics import Source
from render.edit import add_year, set_cells


@pytest.fixture(autouse=True)
def calc() -> None:
    """Ask for LibreOffice with its spreadsheets."""
    program = shutil.which("soffice")
    library = Path(program).resolve().parent / "libsclo.so" if program else Path("none")
    if not library.exists():
        (pytest.fail if REQUIRED else pytest.skip)("needs libreoffice-calc, which this machine lacks")


def values(path: Path, folder: Path) -> list[list[str]]:
    """The first sheet's values, as LibreOffice shows them."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=120)
    return list(csv.reader(path.with_suffix(".csv").read_text("utf-8").splitlines()))


def test_an_added_year_is_reckoned(tmp_path: Path) -> None:
    """The book opens; its formulas, the new year's too, come to what they should."""
    path = office_book(tmp_path / "figures.xlsx")
    path.write_bytes(add_year(path, 2021)[0])
    put = {
        Source("figures.xlsx", sheet="指标", cell=cell): Decimal(n) for cell, n in (("F3", 40), ("F4", 30))
    }
    path.write_bytes(set_cells(path, put))

    rows = values(path, tmp_path)
    assert rows[1] == ["序号", "指标", "单位", "2019", "2020", "2021", "增减", "填报单位", "备注"]
    assert rows[4][3:7] == ["90.00%", "89.29%", "75.00%", "-0.0071"]
    assert rows[5][3:7] == ["38", "53", "70", "15"]
