"""Next year's folder: what is kept, what is new, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from edit.books import office_book, opened
from folders import FIGURES, write_everything, write_report

from render import resources
from render.messages import Exit
from render.pipeline import Job, build
from render.proofread import proofread
from render.rollover import list_again, roll_over

TEXT = "2020年召开第三次会议。\n\n当年共办理{{ 合同审核件数|带单位 }}。\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A report of 2020."""
    return write_report(tmp_path / "报告2020", TEXT, more="发文字号: 洪法办〔2021〕3号\n比较: 2019\n")


def codes(rolled: object) -> list[str]:
    """The codes of what was found."""
    return [diagnostic.code for diagnostic in rolled.diagnostics]  # type: ignore[attr-defined]


def test_the_folder_stands_beside_the_old_one(old: Path) -> None:
    """Named after the new year; the old folder is as it was."""
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    rolled = roll_over(old, 2021)
    assert (rolled.exit, rolled.folder) == (Exit.DONE, old.parent / "报告2021")
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before


def test_a_name_without_a_year_gets_one(tmp_path: Path) -> None:
    """Behind it."""
    assert roll_over(write_report(tmp_path / "工作报告"), 2021).folder.name == "工作报告-2021"


def test_the_text_is_kept_to_the_byte(old: Path) -> None:
    """Comments and layout; only the head of the file changes."""
    path = old / "report.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + "<!-- 注 -->\r\n".encode())
    new = (roll_over(old, 2021).folder / "report.md").read_bytes()
    assert new.split(b"---\r\n")[2] == path.read_bytes().split(b"---\r\n")[2]


def test_metadata_of_the_issue_wait_for_the_clerk(old: Path) -> None:
    """What they were stands beside them; the years count on."""
    rolled = roll_over(old, 2021)
    head = (rolled.folder / "report.md").read_text("utf-8").split("---\n")[1]
    assert head == (
        "年度: 2021\n标题: 测试报告\n发文机关: 某某区司法局\n成文日期:  # 上年：2021-02-18\n"
        "发文字号:  # 上年：洪法办〔2021〕3号\n比较: 2020\n"
    )
    assert rolled.taken_out == ("成文日期", "发文字号")


def test_the_figures_gain_a_column(old: Path) -> None:
    """And the first cell to fill is named."""
    rolled = roll_over(old, 2021)
    assert (rolled.folder / "figures.csv").read_text(
        "utf-8"
    ) == "指标,单位,2019,2020,2021\n合同审核件数,件,20,28,\n"
    assert [source.cell for source in rolled.to_fill] == ["E2"]


def test_a_workbook_keeps_its_looks(old: Path) -> None:
    """As `render.edit` does it."""
    (old / "figures.csv").unlink()
    office_book(old / "figures.xlsx")
    rolled = roll_over(old, 2021)
    assert opened((rolled.folder / "figures.xlsx").read_bytes())["指标"]["F2"].value == 2021
    assert codes(rolled) == ["edit.formula_before"]
    assert rolled.exit is Exit.DONE


def test_attachments_pictures_and_recipients_go_along(tmp_path: Path) -> None:
    """What was built does not, nor do locks and hidden files."""
    old = write_everything(tmp_path / "报告2020")
    (old / "mail.toml").write_text("[[to]]\n", encoding="utf-8")
    (old / "out").mkdir()
    (old / "out" / "报告.pdf").write_bytes(b"%PDF")
    (old / ".~lock.x#").write_bytes(b"")
    new = roll_over(old, 2021).folder
    names = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()}
    lists = {f"待核改语句.{suffix}" for suffix in ("md", "xlsx", "json")}
    attachments = {f"附件/{path.name}" for path in (old / "附件").iterdir()}
    assert names == {"report.md", "figures.csv", "mail.toml", "图片/图.png", *attachments, *lists}


@pytest.mark.parametrize("year", [2021, 2023])
def test_any_later_year_is_allowed(old: Path, year: int) -> None:
    """The base is the last year of the book."""
    rolled = roll_over(old, year)
    assert rolled.exit is Exit.DONE
    assert f"2020,{year}" in (rolled.folder / "figures.csv").read_text("utf-8")
    assert "比较: 2020\n" in (rolled.folder / "report.md").read_text("utf-8")


@pytest.mark.parametrize("year", [2020, 2019])
def test_an_earlier_year_is_refused(old: Path, year: int) -> None:
    """And the report's own."""
    assert codes(roll_over(old, year)) == ["rollover.not_later"]


def test_a_folder_that_exists_is_refused(old: Path) -> None:
    """Even an empty one; nothing in it is touched."""
    (old.parent / "报告2021").mkdir()
    rolled = roll_over(old, 2021)
    assert (rolled.exit, codes(rolled)) == (Exit.USE, ["rollover.exists"])
    assert list((old.parent / "报告2021").iterdir()) == []


def test_a_book_open_in_excel_is_refused(old: Path) -> None:
    """What it holds unsaved would be missing."""
    (old / "~$gures.csv").write_bytes(b"")
    rolled = roll_over(old, 2021)
    assert codes(rolled) == ["edit.open"]
    assert not rolled.folder.exists()


def test_a_book_of_another_format_is_refused(old: Path) -> None:
    """With the way out."""
    (old / "figures.csv").unlink()
    shutil.copy(resources.folder("samples") / "starter" / "figures.xlsx", old / "figures.ods")
    assert roll_over(old, 2021).exit is Exit.USE


def test_a_report_that_cannot_be_read_is_not_taken_on(old: Path) -> None:
    """All its faults are said."""
    (old / "report.md").write_text("---\n年度: 2020\n无此项: 1\n---\n正文。\n", encoding="utf-8")
    rolled = roll_over(old, 2021)
    assert codes(rolled) == ["metadata.unknown_key"]
    assert not rolled.folder.exists()


def test_a_report_without_a_year_has_no_next_one(tmp_path: Path) -> None:
    """It must say its own."""
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "report.md").write_text("---\n标题: 题\n---\n正文。\n", encoding="utf-8")
    assert codes(roll_over(folder, 2021)) == ["job.no_year"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "report.yaml",
            "年度: 2020  # 本年\n成文日期: 2021-02-18\n版本:\n  公开:\n    发布日期: 2021-03-01\n"
            "正文: |\n  年度: 2020年。\n",
            "年度: 2021  # 本年\n成文日期:  # 上年：2021-02-18\n版本:\n  公开:\n"
            "    发布日期:  # 上年：2021-03-01\n正文: |\n  年度: 2020年。\n",
        ),
        (
            "report.json",
            '{"年度": 2020, "标题": "题", "成文日期": "2021-02-18", "发文字号": "无", "正文": "2020年。"}',
            '{"年度": 2021, "标题": "题", "成文日期": "", "发文字号": "无", "正文": "2020年。"}',
        ),
    ],
)
def test_yaml_and_json_reports_too(tmp_path: Path, name: str, text: str, expected: str) -> None:
    """Only what must change does."""
    folder = tmp_path / "报告2020"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    rolled = roll_over(folder, 2021)
    assert codes(rolled) == []
    assert (rolled.folder / name).read_text("utf-8") == expected


def test_the_same_folder_gives_the_same_bytes(old: Path) -> None:
    """Nothing comes from the clock."""
    one, two = roll_over(old, 2021, old.parent / "甲"), roll_over(old, 2021, old.parent / "乙")
    assert [output.sha256 for output in one.outputs] == [output.sha256 for output in two.outputs]


def test_the_list_is_worked_off(old: Path) -> None:
    """From two sentences to none: one rewritten, one deleted; the report is then built."""
    folder = roll_over(old, 2021).folder
    found = [diagnostic.code for diagnostic in proofread(Job(folder)).diagnostics]
    empty = ["metadata.no_date", "check.missing", "review.metadata"]
    assert found == [*empty, "review.open", "review.open"]
    path = folder / "report.md"
    text = path.read_text("utf-8").replace("成文日期:  # 上年：2021-02-18", "成文日期: 2022-02-10")
    text = text.replace("发文字号:  #", "发文字号: 无  #")
    text = text.replace("2020年召开第三次", "{{ 年度 }}年召开第五次").replace("当年共", "共")
    path.write_text(text, encoding="utf-8")
    figures = folder / "figures.csv"
    figures.write_text(figures.read_text("utf-8").replace("20,28,\n", "20,28,30\n"), encoding="utf-8")
    proof = proofread(Job(folder))
    assert (proof.exit, proof.diagnostics) == (Exit.DONE, ())
    assert build(Job(folder, to=("pdf",), faces="vendored")).exit is Exit.DONE


def test_the_list_is_brought_up_to_date(old: Path) -> None:
    """Places and outcomes are today's; the sentences listed stay, and so do the marks."""
    folder = roll_over(old, 2021).folder
    path = folder / "report.md"
    path.write_text(
        path.read_text("utf-8").replace("2020年召开第三次", "新的一段。\n\n今年召开第五次"), encoding="utf-8"
    )
    rolled = list_again(folder)
    checklist = (folder / "待核改语句.md").read_text("utf-8")
    assert "- [ ] 1. 第11行，年份日期“2020年”、序数次数“第三次”（已改写）：今年召开第五次会议。" in checklist
    assert (rolled.waiting, len(rolled.outputs)) == (1, 3)
    assert rolled.review is not None
    assert [d.code for d in proofread(Job(folder)).diagnostics].count("review.open") == 1
    assert list_again(folder).waiting == 1


def test_a_workbook_that_was_deleted_stays_so(old: Path) -> None:
    """Or the checklist would no longer count."""
    folder = roll_over(old, 2021).folder
    (folder / "待核改语句.xlsx").unlink()
    list_again(folder)
    assert not (folder / "待核改语句.xlsx").exists()


def test_a_folder_without_a_list_has_none_to_bring_up_to_date(old: Path) -> None:
    """Say where it comes from."""
    assert codes(list_again(old)) == ["rollover.no_list"]


def test_a_list_open_in_excel_is_left(old: Path) -> None:
    """Its marks are not saved yet."""
    folder = roll_over(old, 2021).folder
    (folder / "~$待核改语句.xlsx").write_bytes(b"")
    assert codes(list_again(folder)) == ["edit.open"]


def test_many_open_sentences_are_one_finding(tmp_path: Path) -> None:
    """The list itself names them one by one; the check says how many are left."""
    text = "".join(f"2020年召开第{number}次会议，研究部署工作。\n\n" for number in "三四五六七八")
    folder = roll_over(write_report(tmp_path / "报告2020", text), 2021).folder
    (each,) = [each for each in proofread(Job(folder)).diagnostics if each.code == "review.open"]
    assert (each.values["count"], each.values["numbers"]) == (6, [1, 2, 3, 4, 5, 6])
