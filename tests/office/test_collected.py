"""Returned sheets as LibreOffice saves them, in every format it offers for them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from collect.sheets import GOOD, codes, fill, send, take, values_of, write_report
from collect.test_unhelpful import DOUBTFUL, RIGHT, put, without_code
from conftest import REQUIRED

from render.collect import TakenIn

ANOTHER_WAY = ("true", "a formula never worked out", "an error")
"""What LibreOffice makes something else of: TRUE becomes a formula that comes to 1, a formula is worked out,
and an .xls keeps no more of an error than that a formula has no result."""


@pytest.fixture(autouse=True)
def calc() -> None:
    """Ask for LibreOffice with its spreadsheets."""
    program = shutil.which("soffice")
    library = Path(program).resolve().parent / "libsclo.so" if program else Path("none")
    if not library.exists():
        (pytest.fail if REQUIRED else pytest.skip)("needs libreoffice-calc, which this machine lacks")


def saved_as(suffix: str, files: list[Path], folder: Path) -> None:
    """Have LibreOffice save files in another format, or anew in their own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", folder / suffix]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)


def said(taken: TakenIn) -> tuple[Any, ...]:
    """What came of one file."""
    one = taken.returned[0]
    return values_of(taken), codes(taken), one.office, one.people


def test_whatever_was_typed_is_read_from_every_format(tmp_path: Path) -> None:
    """The same values, the same doubts, the same people, from .xlsx, .xls and .ods."""
    report = write_report(tmp_path / "报告")
    sheet = send(report, tmp_path / "下发")
    files: dict[str, Path] = {}
    edits = {name: edit for name, (edit, _, _) in RIGHT.items()}
    edits |= {
        name: put(**{cell: value}) for name, (cell, value, _) in DOUBTFUL.items() if name not in ANOTHER_WAY
    }
    for number, (name, edit) in enumerate(edits.items()):
        files[name] = fill(sheet, tmp_path / "表" / str(number) / f"{number}.xlsx", GOOD, edit)
    for suffix in ("xlsx", "xls", "ods"):
        saved_as(suffix, list(files.values()), tmp_path)
        for name, path in files.items():
            answers = tmp_path / "收回" / suffix / path.stem
            answers.mkdir(parents=True)
            shutil.copy(tmp_path / suffix / f"{path.stem}.{suffix}", answers)
            taken = take(report, answers)
            assert taken.returned[0].format == suffix
            assert said(taken) == said(take(report, path.parent)), f"{name} as .{suffix}"


def test_the_hidden_sheet_survives(tmp_path: Path) -> None:
    """Without the code at the foot the sheet is still known."""
    report = write_report(tmp_path / "报告")
    sheet = send(report, tmp_path / "下发")
    path = fill(sheet, tmp_path / "表" / "a.xlsx", GOOD, lambda page: page.__setitem__("A14", None))
    for suffix in ("xlsx", "xls", "ods"):
        saved_as(suffix, [path], tmp_path)
        taken = take(report, tmp_path / suffix)
        assert (codes(taken), taken.returned[0].code[:8]) == ([], "GW-2020-")
    bare = fill(sheet, tmp_path / "表" / "b.xlsx", GOOD, without_code)
    saved_as("ods", [bare], tmp_path / "无")
    assert codes(take(report, tmp_path / "无" / "ods")) == ["collect.unmarked"]


def test_a_sheet_is_one_page_wide(tmp_path: Path) -> None:
    """A4 landscape, in LibreOffice as in Excel."""
    from pypdf import PdfReader

    sheet = send(write_report(tmp_path / "报告"), tmp_path / "下发")
    saved_as("pdf", [sheet], tmp_path)
    (page,) = PdfReader(tmp_path / "pdf" / "收数表_甲局.pdf").pages
    assert [round(float(each)) for each in (page.mediabox.width, page.mediabox.height)] == [842, 595]
    assert "GW-2020-" in page.extract_text()  # the foot is on it
