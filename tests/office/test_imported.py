"""DOCX and PDF files that LibreOffice wrote are imported as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from office.settling import office
from recognise.carriers import CARRIERS, Carried, Carrier
from recognise.genre import genre
from recognise.genre_scoring import score_genre
from recognise.scoring import Score

pytestmark = pytest.mark.office

GENRES = ("fiscal-run", "court-2015", "notice-annex")


@pytest.mark.usefixtures("soffice")
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_files_of_libreoffice(tmp_path: Path, suffix: str) -> None:
    """Headings, title, date, figures and every character of three genres."""
    (written,) = (each for each in CARRIERS if each.name == "DOCX")
    for name in GENRES:
        (tmp_path / f"{name}.docx").write_bytes(written.carry(genre(name)).data)
    sources = [str(tmp_path / f"{name}.docx") for name in GENRES]
    office(
        tmp_path / "profile", "--convert-to", suffix[1:], "--outdir", str(tmp_path / "made"), *sources
    )  # fmt: skip
    result = Score()
    for name in GENRES:
        data = (tmp_path / "made" / f"{name}{suffix}").read_bytes()
        result.add(
            score_genre(genre(name), Carrier("LibreOffice", suffix, lambda _, data=data: Carried(data)))
        )  # type: ignore[misc]
    assert result.remarks == []
    assert result.headings > 20
