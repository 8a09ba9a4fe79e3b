"""Files that go along, and whether they are what the report says now."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from render.mail import Mailing, write_drafts
from render.mail.plan import Plan, plan
from render.messages import Exit
from render.pipeline import build

from .letters import DATE, TITLE, write_mailing


def codes(mailing: Mailing) -> list[str]:
    """What stands against a mailing."""
    return [d.code for d in plan(mailing).diagnostics]


def names(planned: Plan, index: int = 0) -> list[str]:
    """Names of the files of a letter."""
    assert planned.diagnostics == ()
    return [enclosure.name for enclosure in planned.letters[index].enclosures]


def test_the_built_files_go_along(tmp_path: Path) -> None:
    """DOCX and PDF, unless mail.toml says otherwise; nothing else that lies beside them."""
    mailing = write_mailing(tmp_path / "r")
    (mailing.out / f"{TITLE}_核对表.xlsx").write_bytes(b"x")
    assert names(plan(mailing)) == [f"{TITLE}.docx", f"{TITLE}.pdf"]
    assert names(plan(write_mailing(tmp_path / "s", settings='附件 = ["pdf"]'))) == [f"{TITLE}.pdf"]
    assert names(plan(write_mailing(tmp_path / "t", settings="附件 = []"))) == []


def test_what_is_not_built_is_not_mailed(tmp_path: Path) -> None:
    """Sending builds nothing; a draft builds only where nothing was ever built."""
    mailing = write_mailing(tmp_path / "r", is_built=False)
    assert codes(mailing) == ["mail.not_built", "mail.not_built"]
    assert not mailing.out.exists()
    assert names(plan(replace(mailing, may_build=True))) == [f"{TITLE}.docx", f"{TITLE}.pdf"]
    (mailing.out / f"{TITLE}.pdf").unlink()
    assert codes(replace(mailing, may_build=True)) == ["mail.not_built"]


def test_a_file_older_than_its_report_is_not_mailed(tmp_path: Path) -> None:
    """Whatever the clock says of the two."""
    mailing = write_mailing(tmp_path / "r")
    text = mailing.folder / "report.md"
    text.write_text(text.read_text(encoding="utf-8").replace("正文。", "正文改了。"), encoding="utf-8")
    os.utime(text, (1, 1))
    assert codes(mailing) == ["mail.stale", "mail.stale"]


def test_a_touched_report_is_not_a_changed_one(tmp_path: Path) -> None:
    """Saving it unchanged costs nobody a build."""
    mailing = write_mailing(tmp_path / "r")
    os.utime(mailing.folder / "report.md", (2e9, 2e9))
    assert codes(mailing) == []


def test_a_changed_figure_is_noticed(tmp_path: Path) -> None:
    """Through the text that prints it."""
    mailing = write_mailing(tmp_path / "r", text="{{ 合同审核件数|带单位 }}。\n")
    figures = mailing.folder / "figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("28", "29"), encoding="utf-8")
    assert codes(mailing) == ["mail.stale", "mail.stale"]


def test_an_edited_file_goes_only_by_its_own_name(tmp_path: Path) -> None:
    """Named in 附件 it goes, with a warning, which `--strict` refuses."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["docx"]')
    path = mailing.out / f"{TITLE}.docx"
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("改")
    document.save(str(path))
    assert codes(mailing) == ["mail.edited"]
    toml = mailing.folder / "mail.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"docx"', f'"out/{TITLE}.docx"'), encoding="utf-8"
    )
    planned = plan(mailing)
    assert ([d.code for d in planned.diagnostics], planned.ok) == (["mail.edited_named"], True)
    strict = replace(mailing, job=replace(mailing.job, strict=True))
    assert write_drafts(strict).exit is Exit.STRICT
    assert not (mailing.out / "mail").exists()


def test_a_build_with_other_options_is_noticed(tmp_path: Path) -> None:
    """The same text set otherwise; with the same option it is the report's state."""
    mailing = write_mailing(tmp_path / "r", is_built=False)
    other = replace(mailing.job, created=DATE)
    assert build(other).ok
    assert codes(mailing) == ["mail.other_build", "mail.other_build"]
    assert codes(replace(mailing, job=other)) == []


def test_a_file_that_carries_its_source_is_no_default(tmp_path: Path) -> None:
    """Neither format; named itself it is an office's own."""
    mailing = write_mailing(tmp_path / "r", is_built=False)
    assert build(replace(mailing.job, carry_source=True)).ok
    assert [c for c in codes(mailing) if c == "mail.carries_source"] == ["mail.carries_source"] * 2
    outside = '[[收件人]]\n邮箱 = "a@elsewhere.cn"\n'
    named = write_mailing(
        tmp_path / "s",
        settings=f'附件 = ["out/{TITLE}.pdf"]',
        recipients=outside,
        more="公开方式: 依申请公开\n",
        is_built=False,
    )
    assert build(replace(named.job, carry_source=True)).ok
    assert "mail.internal" in codes(named)


def test_what_was_frozen_stays_inside(tmp_path: Path) -> None:
    """Named in mail.toml it may go to the office's own people, to nobody else."""
    mailing = write_mailing(
        tmp_path / "r",
        settings='附件 = ["留底/送审稿/成品/报告.pdf"]',
        recipients='[[收件人]]\n邮箱 = "a@elsewhere.cn"\n',
        more="公开方式: 依申请公开\n",
    )
    place = mailing.folder / "留底" / "送审稿" / "成品"
    place.mkdir(parents=True)
    (place / "报告.pdf").write_bytes(b"%PDF-1.7 x")
    assert "mail.internal" in codes(mailing)


def test_each_unit_gets_its_own(tmp_path: Path) -> None:
    """Named by a template over the recipient, or in the recipient's own entry."""
    recipients = (
        '[[收件人]]\n单位 = "甲局"\n邮箱 = "a@example.org"\n附件 = ["表/甲.xlsx"]\n'
        '[[收件人]]\n单位 = "乙局"\n邮箱 = "b@example.org"\n'
    )
    mailing = write_mailing(
        tmp_path / "r", settings='附件 = ["pdf", "表/{{ 单位 }}.xlsx"]', recipients=recipients
    )
    (mailing.folder / "表").mkdir()
    for name in ("甲局", "乙局", "甲"):
        (mailing.folder / "表" / f"{name}.xlsx").write_bytes(name.encode())
    planned = plan(mailing)
    assert names(planned, 0) == [f"{TITLE}.pdf", "甲局.xlsx", "甲.xlsx"]
    assert names(planned, 1) == [f"{TITLE}.pdf", "乙局.xlsx"]


def test_a_missing_file_is_said_for_the_recipient_it_is_missing_for(tmp_path: Path) -> None:
    """Nobody's message goes without."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["{{ 单位 }}.xlsx"]')
    (found,) = plan(mailing).diagnostics
    assert (found.code, found.values["name"]) == ("mail.no_file", "甲局.xlsx")
    assert plan(mailing).letters == ()


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "..\\secret.txt", "link.txt"])
def test_nothing_outside_the_folder_goes(tmp_path: Path, name: str) -> None:
    """Neither by a path nor by a link nor by a recipient's name."""
    (tmp_path / "secret.txt").write_text("x")
    mailing = write_mailing(
        tmp_path / "r",
        settings='附件 = ["{{ 单位 }}"]',
        recipients=f"[[收件人]]\n单位 = '{name}'\n邮箱 = \"a@example.org\"\n",
    )
    (mailing.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert codes(mailing) == ["mail.outside_folder"]


def test_large_files_are_refused_before_anybody_is_called(tmp_path: Path) -> None:
    """60 MB: not even read."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["big.zip"]')
    with (mailing.folder / "big.zip").open("wb") as file:
        file.truncate(60_000_000)
    (found,) = plan(mailing).diagnostics
    assert (found.code, found.values["size"], found.values["most"]) == ("mail.file_too_big", "60.0", "20")


def test_files_that_are_too_much_together(tmp_path: Path) -> None:
    """Each alone would fit."""
    mailing = write_mailing(
        tmp_path / "r", settings='附件 = ["a.zip", "b.zip"]\n[服务器]\n大小上限MB = 0.1\n'
    )
    for name in ("a.zip", "b.zip"):
        (mailing.folder / name).write_bytes(b"x" * 50_000)
    assert codes(mailing) == ["mail.too_big"]


def test_an_empty_file_is_a_mistake(tmp_path: Path) -> None:
    """Somebody meant to put something there."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["空.xlsx"]')
    (mailing.folder / "空.xlsx").write_bytes(b"")
    assert codes(mailing) == ["mail.empty_file"]


def test_an_old_file_in_the_output_folder_is_warned_of(tmp_path: Path) -> None:
    """One that is not built here can only be judged by its time."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["out/对比表.xlsx"]')
    path = mailing.out / "对比表.xlsx"
    path.write_bytes(b"x")
    assert codes(mailing) == []
    os.utime(path, (1, 1))
    assert codes(mailing) == ["mail.older"]


def test_names_in_ascii_where_asked_for(tmp_path: Path) -> None:
    """Each file still told from the others, by a name that stays the same."""
    mailing = write_mailing(
        tmp_path / "r", settings='附件 = ["docx", "pdf", "甲.xlsx", "乙.xlsx", "list.csv"]'
    )
    for name in ("甲.xlsx", "乙.xlsx", "list.csv"):
        (mailing.folder / name).write_bytes(name.encode())
    planned = plan(replace(mailing, names="ascii"))
    sent = [enclosure.sent_name for enclosure in planned.letters[0].enclosures]
    assert sent[:2] == ["report-2020.docx", "report-2020.pdf"]
    assert sent[4] == "list.csv"
    assert len(set(sent)) == 5
    assert all(name.isascii() for name in sent)
