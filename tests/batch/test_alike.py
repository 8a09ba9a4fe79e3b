"""Alike: offices that say the same."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from batch.manifests import built, listed, report_folder

from render.batch.alike import Likeness, likenesses
from render.batch.report import write_alike


def test_the_office_that_shares_most() -> None:
    """Counted in sentences; one that nobody shares a sentence with has no other."""
    reports = [dict.fromkeys(letters, False) for letters in ("abcd", "abcx", "az", "q")]
    assert likenesses(reports) == [
        Likeness(0, 1, 4, 3, 0, 0),
        Likeness(1, 0, 4, 3, 0, 0),
        Likeness(2, 0, 2, 1, 0, 0),
        Likeness(3, None, 1, 0, 0, 0),
    ]


def test_own_paragraphs_decide() -> None:
    """A common text is alike by design; the share is of what the office wrote itself."""
    form = dict.fromkeys("abcdefgh", False)
    reports = [{**form, "x": True, "y": True}, {**form, "z": True}, {**form, "x": True}]
    first = likenesses(reports)[0]
    assert (first.other, first.own, first.own_shared, first.share) == (2, 2, 1, 0.5)


def test_too_many() -> None:
    """Is refused, not waited for."""
    with pytest.raises(ValueError, match="5001"):
        likenesses([{}] * 5_001)


def test_the_list(tmp_path: Path) -> None:
    """Names both reports; figures make no sentence another."""
    report_folder(tmp_path / "a", text="全年办理各类案件{{ 件数 }}件。\n\n{{ 特色段落 }}", title="{{ 简称 }}")
    path = listed(
        tmp_path, "报告,简称,件数,特色段落",
        "a,甲,1,率先建成了数字法治平台。", "a,乙,2,率先建成了数字法治平台。",
        "a,丙,3,开展了送法下乡活动三轮。",
    )  # fmt: skip
    result = built(path, compares=True)
    (output,), found = write_alike(result, tmp_path / "out", "zh")
    assert found == []
    sheet = openpyxl.load_workbook(output.path).active  # type: ignore[arg-type]
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == ["甲", "乙", 100, 2, 2, 1, 1]
    assert rows[2] == ["丙", None, 0, 2, 0, 1, 0]
