"""Drafts of a manifest's rows: their own files, to their own recipients, and nothing sent."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest
from batch.manifests import batch, built, codes, listed, manifest, report_folder

from render.batch import run
from render.batch.drafts import draft, refuse_remote
from render.diagnostics import Faults
from render.messages import Exit

TOML = """\
发件人 = "某某区司法局 <sfj@example.org>"
允许的邮箱域名 = ["example.org"]
[[收件人]]
单位 = "甲局"
邮箱 = "a@example.org"
"""


def offices(folder: Path, *rows: str, toml: str = TOML) -> Path:
    """List offices that share one text and one mail.toml."""
    report = report_folder(folder / "a", text="{{ 简称 }}办件{{ 件数 }}件。", title="{{ 简称 }}报告")
    (report / "mail.toml").write_text(toml, encoding="utf-8")
    return listed(folder, "报告,简称,件数,邮件", *rows)


def messages(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """Who gets which files, by the folder of the draft."""
    found = {}
    for path in sorted(folder.rglob("*.eml")):
        said = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        files = [str(part.get_filename()) for part in said.walk() if part.get_filename()]
        found[path.parent.relative_to(folder).as_posix()] = (str(said["To"]), files)
    return found


def test_each_row_has_drafts_with_its_own_files(tmp_path: Path) -> None:
    """To those of mail.toml, or of the table that the row names; a row that says no has none."""
    listed(tmp_path, "单位,邮箱", "乙局,b@example.org", name="乙.csv")
    path = offices(tmp_path, "a,城管,7,是", "a,财政,5,乙.csv", "a,水务,3,否", "a,园林,2,")
    result, drafts = draft(built(path), tmp_path / "out")

    assert result.exit is Exit.DONE
    assert {number: len(paths) for number, paths in drafts.items()} == {1: 1, 2: 1}
    found = messages(tmp_path / "out" / "mail")
    assert found.keys() == {"城管报告", "财政报告"}
    assert "a@example.org" in found["城管报告"][0]
    assert "b@example.org" in found["财政报告"][0]
    assert found["财政报告"][1] == ["财政报告.docx"]


def test_a_failing_row_makes_no_mail(tmp_path: Path) -> None:
    """The others do."""
    path = offices(tmp_path, "a,城管,,是", "a,财政,5,是")
    result, drafts = draft(built(path), tmp_path / "out")

    assert list(drafts) == [2]
    assert (result.progress.done, result.progress.failed) == (1, 1)


def test_drafts_that_cannot_be_made_fail_their_row(tmp_path: Path) -> None:
    """With what stands against them; the row's files are there."""
    listed(tmp_path, "单位,邮箱", "乙局,没有邮箱", name="乙.csv")
    path = offices(tmp_path, "a,城管,7,乙.csv", "a,财政,5,是")
    result, _ = draft(built(path), tmp_path / "out")

    (failed,) = result.failures
    assert failed.order.slot == "城管报告"
    assert any(d.code.startswith("mail.") for d in failed.outcome.diagnostics)
    assert result.exit is Exit.PARTLY
    assert (tmp_path / "out" / "城管报告.docx").is_file()
    assert messages(tmp_path / "out" / "mail").keys() == {"财政报告"}


def test_rows_that_are_skipped_have_drafts_too(tmp_path: Path) -> None:
    """For recipients may have changed since."""
    listed(tmp_path, "单位,邮箱", "乙局,b@example.org", name="乙.csv")
    path = offices(tmp_path, "a,城管,7,乙.csv")
    draft(built(path), tmp_path / "out")
    listed(tmp_path, "单位,邮箱", "乙局,c@example.org", name="乙.csv")
    result, _ = draft(run(manifest(path).orders, batch(tmp_path)), tmp_path / "out")

    assert result.progress.skipped == 1
    assert "c@example.org" in messages(tmp_path / "out" / "mail")["城管报告"][0]


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    """Is told before anything is built."""
    assert codes(offices(tmp_path, "a,城管,7,没有.csv", "a,财政,5,也许")) == ["batch.no_recipients"] * 2


def test_no_drafts_far_away(tmp_path: Path) -> None:
    """An address is no folder; rows without mail may go there."""
    orders = manifest(offices(tmp_path, "a,城管,7,是")).orders
    with pytest.raises(Faults, match=r"batch\.mail_remote"):
        refuse_remote(orders, "memory://out")
    refuse_remote(
        manifest(listed(tmp_path, "报告,简称,件数", "a,城管,7", name="b.csv")).orders, "memory://out"
    )


def test_columns_are_told_though_no_report_is_there(tmp_path: Path) -> None:
    """A column that looks like one that steers is reported in the same run as the missing folder."""
    path = listed(tmp_path, "报告,排版目标标,简称", "没有,2020,城管")
    assert codes(path) == ["batch.report_missing", "batch.unknown_column"]
