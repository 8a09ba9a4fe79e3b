"""A report that its author changed after the DOCX was built."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from render.freeze.making import freeze
from render.messages import Exit
from render.pipeline import Job

from .documents import built, deleted, edited, inserted, replaced
from .reports import FIGURES, TEXT, back, listed, markdown, write

OWN = TEXT.replace("稳步", "扎实").replace("加强队伍建设", "加强干部队伍建设")
OWN_FIGURES = FIGURES.replace("96.1,98.3", "96.1,97.9")
TRACKED = ("压实工作责任", f"</w:t></w:r>{deleted('压实')}{inserted('落实')}<w:r><w:t>工作责任")
UNTRACKED = ("压实工作责任", "落实工作责任")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report folder."""
    return write(tmp_path / "报告")


def test_tracked_changes_alone_are_listed(folder: Path, tmp_path: Path) -> None:
    """What the author changed meanwhile stays: nobody took it back."""
    document = edited(built(folder, tmp_path / "out"), replaced(TRACKED))
    write(folder, OWN, figures=OWN_FIGURES)
    result = back(folder, document, apply=True)
    assert listed(result) == ["text 将法治政府建设纳入全区年度考评，细化考评指标，[压]<落>实工作责任。"]
    assert (result.exit, [d.code for d in result.diagnostics]) == (Exit.DONE, ["readback.tracked_only"])
    assert markdown(folder) == OWN.replace("压实", "落实")


def test_a_carried_source_tells_whose_changes_are_whose(folder: Path, tmp_path: Path) -> None:
    """Though nothing was tracked; figures have other values now, and are left alone."""
    document = edited(
        built(folder, tmp_path / "out", carry_source=True), replaced(UNTRACKED, ("全年受理", "全年共受理"))
    )
    write(folder, OWN, figures=OWN_FIGURES)
    result = back(folder, document, apply=True)
    assert len(result.changes) == 2
    assert (result.exit, [d.code for d in result.diagnostics]) == (Exit.DONE, ["readback.by_carried"])
    assert markdown(folder) == OWN.replace("压实", "落实").replace("全年受理", "全年共受理")


def test_a_frozen_state_tells_it_too(folder: Path, tmp_path: Path) -> None:
    """Sent out as it was frozen; what came back is compared with that, whatever was frozen since."""
    freeze(Job(folder, faces="vendored"), "征求意见稿", at=datetime(2021, 2, 1, tzinfo=UTC))
    document = edited(built(folder, tmp_path / "out"), replaced(UNTRACKED, ("全年受理", "全年共受理")))
    write(folder, OWN, figures=OWN_FIGURES)
    freeze(Job(folder, faces="vendored"), "送审稿", at=datetime(2021, 2, 2, tzinfo=UTC))
    result = back(folder, document, apply=True)
    assert len(result.changes) == 2
    (note,) = result.diagnostics
    assert (note.code, note.values["state"]) == ("readback.by_frozen", "征求意见稿")
    assert markdown(folder) == OWN.replace("压实", "落实").replace("全年受理", "全年共受理")


def test_a_damaged_state_tells_nothing(folder: Path, tmp_path: Path) -> None:
    """As if there were none."""
    freeze(Job(folder, faces="vendored"), "稿", at=datetime(2021, 2, 1, tzinfo=UTC))
    document = edited(built(folder, tmp_path / "out"), replaced(UNTRACKED))
    write(folder, OWN)
    (folder / "留底" / "稿" / "报告" / "report.md").unlink()
    assert "readback.report_changed" in [d.code for d in back(folder, document).diagnostics]


def test_both_changed_the_same_paragraph(folder: Path, tmp_path: Path) -> None:
    """It is left to the author."""
    document = edited(built(folder, tmp_path / "out", carry_source=True), replaced(("稳步", "大步")))
    write(folder, OWN)
    result = back(folder, document, apply=True)
    assert [change.refused and change.refused.code for change in result.changes] == ["readback.moved_on"]
    assert markdown(folder) == OWN


def test_where_neither_is_known_a_person_chooses(folder: Path, tmp_path: Path) -> None:
    """The list holds the author's own changes as well, which is said; nothing is written unasked."""
    document = edited(built(folder, tmp_path / "out"), replaced(UNTRACKED))
    write(folder, OWN)
    result = back(folder, document, apply=True)
    assert (result.exit, [d.code for d in result.diagnostics]) == (
        Exit.CONTENT,
        ["readback.report_changed", "readback.choose"],
    )
    assert len(result.changes) == 3
    (number,) = [change.number for change in result.changes if "落实" in change.after]
    back(folder, document, apply=True, only=str(number))
    assert markdown(folder) == OWN.replace("压实", "落实")
