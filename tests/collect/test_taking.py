"""Answers in: the table and the register, versions, conflicts, what is missing."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from collect.sheets import GOOD, HEAD, HEADS, ROWS, codes, fill, send, table, take, values_of, write_report

from render.collect import Choices, Request, State, send_out, take_in
from render.edit.alone import alone


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def entries(report: Path) -> list[dict[str, Any]]:
    """What the register holds."""
    kept = json.loads((report / "收数" / "报送登记.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = kept["entries"]
    return found


def test_nothing_is_written_before_apply(report: Path, sheet: Path, answers: Path) -> None:
    """Not a byte of the report's folder, nor of the answers'."""
    fill(sheet, answers / "a.xlsx", GOOD)
    before = everything(report), everything(answers)
    taken = take(report, answers)
    assert len(taken.changes) == 5
    assert (everything(report), everything(answers)) == before


def test_the_table_gains_the_values(report: Path, sheet: Path, answers: Path) -> None:
    """And who, by which number, in the columns that the table has for it."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": 28}, lambda page: page.__setitem__("H5", "专项行动"))
    taken = take(report, answers, apply=True)
    assert taken.is_applied
    assert taken.written == ("figures.xlsx", "收数/报送登记.json", "收数/报送登记.xlsx")
    assert table(report) == {
        **GOOD, "立案数": 28, "走访户数": None, "新增点位": None, "件数合计": None,
    }  # fmt: skip
    rows = openpyxl.load_workbook(report / "figures.xlsx")["指标"]
    assert [rows.cell(2, at).value for at in (10, 11, 12)] == ["张三", "027-12345678", "专项行动"]
    assert [rows.cell(7, at).value for at in (10, 11, 12)] == [None, None, None]


def test_the_old_table_is_kept(report: Path, sheet: Path, answers: Path) -> None:
    """As readback keeps it."""
    before = (report / "figures.xlsx").read_bytes()
    fill(sheet, answers / "a.xlsx", GOOD)
    taken = take(report, answers, apply=True)
    assert taken.kept == report / "备份" / "收数-1"
    assert (report / "备份" / "收数-1" / "figures.xlsx").read_bytes() == before


def test_the_register_says_who_when_and_which_version(report: Path, sheet: Path, answers: Path) -> None:
    """For the program, and for people beside it."""
    path = fill(sheet, answers / "a.xlsx", GOOD)
    os.utime(path, (1_610_933_400, 1_610_933_400))
    take(report, answers, apply=True)
    (entry,) = entries(report)
    assert (entry["office"], entry["version"], entry["is_taken"]) == ("甲局", 1, True)
    assert (entry["filler"], entry["reviewer"], entry["filled_on"]) == ("张三", "李四", "2021-01-18")
    assert entry["modified"] == "2021-01-18 09:30"  # in Beijing
    assert entry["written"]["满意率"] == "96.06"
    book = openpyxl.load_workbook(report / "收数" / "报送登记.xlsx")
    assert book.sheetnames == ["报送登记", "报送数据", "版本变动", "催报", "待核实"]
    assert [cell.value for cell in book["报送登记"][2]][1:6] == [
        "甲局",
        1,
        1,
        "2021-01-18",
        "2021-01-18 09:30",
    ]
    assert [cell.value for cell in book["催报"][2]][1:5] == ["乙局", "未报送", 2, "走访户数、新增点位"]


def test_the_same_file_twice_is_one(report: Path, sheet: Path, answers: Path) -> None:
    """A second run finds nothing new and writes nothing."""
    fill(sheet, answers / "a.xlsx", GOOD)
    take(report, answers, apply=True)
    before = everything(report)
    again = take(report, answers, apply=True)
    assert (again.is_applied, again.written, again.new_files) == (True, (), 0)
    assert everything(report) == before


def test_saved_anew_is_the_same_version(report: Path, sheet: Path, answers: Path) -> None:
    """Other bytes, the same answers."""
    fill(sheet, answers / "a.xlsx", GOOD)
    take(report, answers, apply=True)
    fill(answers / "a.xlsx", answers / "b.xlsx", {}, lambda page: page.column_dimensions.__getitem__("A"))
    take(report, answers, apply=True)
    assert {entry["version"] for entry in entries(report)} == {1}


def test_a_second_version_says_what_changed(report: Path, sheet: Path, answers: Path) -> None:
    """It takes the place of the first, although that lies beside it."""
    fill(sheet, answers / "a.xlsx", GOOD)
    take(report, answers, apply=True)
    fill(sheet, answers / "甲局（更正）.xlsx", {**GOOD, "立案数": 24, "经费": None})
    taken = take(report, answers)
    assert taken.offices[0].version == 2
    assert taken.offices[0].moved == (("立案数", "22", "24"), ("经费", "118.5", ""))
    assert [(each.asked.key, each.state) for each in taken.changes] == [("立案数", State.CHANGED)]
    take(report, answers, apply=True)
    assert table(report)["立案数"] == 24
    assert table(report)["经费"] == 118.5  # a blank takes nothing away
    assert [entry["version"] for entry in entries(report)] == [1, 2]
    assert take(report, answers).changes == ()


def test_two_answers_are_for_a_person(report: Path, sheet: Path, answers: Path) -> None:
    """Nothing is written; --take decides, and the decision holds for later runs."""
    fill(sheet, answers / "一.xlsx", GOOD)
    fill(sheet, answers / "二.xlsx", {**GOOD, "立案数": 23})
    before = everything(report)
    taken = take(report, answers, apply=True)
    assert codes(taken) == ["collect.open", "collect.two_answers"]
    assert not taken.is_applied
    assert everything(report) == before
    chosen = take(report, answers, apply=True, choices=Choices({"甲局": "二.xlsx"}))
    assert chosen.is_applied
    assert table(report)["立案数"] == 23
    assert [(entry["file"], entry["is_taken"]) for entry in entries(report)] == [
        ("一.xlsx", False),
        ("二.xlsx", True),
    ]
    later = take(report, answers)
    assert (codes(later), later.changes) == ([], ())


def test_two_files_that_agree(report: Path, sheet: Path, answers: Path) -> None:
    """Each answers a part."""
    fill(sheet, answers / "一.xlsx", {"立案数": 22, "办结数": 19})
    fill(sheet, answers / "二.xlsx", {"立案数": 22, "满意率": 96.06})
    assert values_of(take(report, answers)) == {"立案数": "22", "办结数": "19", "满意率": "96.06"}


def test_what_is_clear_alone(report: Path, sheet: Path, answers: Path) -> None:
    """--skip-doubtful leaves the rest out, and says it again next time."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": "约22件"})
    taken = take(report, answers, apply=True, skip_doubtful=True)
    assert taken.is_applied
    assert table(report)["立案数"] is None
    assert table(report)["办结数"] == 19
    again = take(report, answers)
    assert codes(again) == ["collect.rough"]


def test_accepted_by_a_person(report: Path, sheet: Path, answers: Path) -> None:
    """The number that is most likely meant is taken, and stays taken."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": "约22件", "满意率": 0.9606})
    choices = Choices({}, frozenset(("立案数", "满意率")))
    taken = take(report, answers, apply=True, choices=choices)
    assert taken.is_applied
    assert (table(report)["立案数"], table(report)["满意率"]) == (22, 96.06)
    assert codes(take(report, answers)) == []


def test_what_was_typed_into_the_table_settles_a_doubt(report: Path, sheet: Path, answers: Path) -> None:
    """The clerk rang the office up and wrote the number in."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": "见附件"})
    take(report, answers, apply=True, skip_doubtful=True)
    book = openpyxl.load_workbook(report / "figures.xlsx")
    book["指标"]["F2"] = 22
    book.save(report / "figures.xlsx")
    taken = take(report, answers)
    assert (codes(taken), taken.changes) == ([], ())


def test_a_value_of_somebody_elses_in_the_table(report: Path, sheet: Path, answers: Path) -> None:
    """It is not written over unasked."""
    book = openpyxl.load_workbook(report / "figures.xlsx")
    book["指标"]["F2"] = 21
    book.save(report / "figures.xlsx")
    fill(sheet, answers / "a.xlsx", GOOD)
    taken = take(report, answers)
    assert codes(taken) == ["collect.book_differs"]
    assert "立案数" not in values_of(taken)
    accepted = take(report, answers, choices=Choices({}, frozenset(("立案数",))))
    assert values_of(accepted)["立案数"] == "22"


def test_a_choice_that_chooses_nothing(report: Path, sheet: Path, answers: Path) -> None:
    """A mistyped name is told."""
    fill(sheet, answers / "a.xlsx", GOOD)
    taken = take(report, answers, choices=Choices({"甲局": "b.xlsx", "丙局": "a.xlsx"}, frozenset(("立案",))))
    assert codes(taken) == ["collect.choice"] * 3


def test_a_sheet_of_another_year(tmp_path: Path, report: Path, sheet: Path, answers: Path) -> None:
    """Last year's sheet, sent again by mistake."""
    rows = tuple((*row[:4], row[4], row[4], *row[6:]) for row in ROWS)
    older = write_report(tmp_path / "旧", rows)
    sent = send_out(Request(older, 2019), tmp_path / "旧表")
    fill(tmp_path / "旧表" / sent.outputs[0].name, answers / "甲局.xlsx", GOOD, people=False)
    taken = take(report, answers)
    assert (codes(taken), values_of(taken)) == (["collect.other_year"], {})


def test_a_sheet_of_another_report(tmp_path: Path, report: Path, answers: Path) -> None:
    """With the same figures and offices; it counts once a person says it is the same."""
    other = write_report(tmp_path / "另", head=HEAD.replace("工作报告", "复议应诉情况报告"))
    fill(send(other, tmp_path / "另表"), answers / "甲局.xlsx", GOOD)
    taken = take(report, answers)
    assert codes(taken) == ["collect.other_report"]
    assert values_of(taken) == {}
    accepted = take(report, answers, choices=Choices({}, frozenset(("甲局.xlsx",))))
    assert len(values_of(accepted)) == 5


def test_the_table_moved_since_the_sheets_went_out(report: Path, sheet: Path, answers: Path) -> None:
    """Nobody but us changed last year's value: it is told, and the answer taken."""
    book = openpyxl.load_workbook(report / "figures.xlsx")
    book["指标"]["E2"] = 21
    book.save(report / "figures.xlsx")
    fill(sheet, answers / "a.xlsx", GOOD)
    taken = take(report, answers)
    assert codes(taken) == ["collect.base_moved"]
    assert values_of(taken)["立案数"] == "22"


def _protected() -> bytes:
    """Begin a compound file that says it is encrypted."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    )


@pytest.mark.parametrize(
    ("name", "data", "code", "status"),
    [
        ("a.xlsx", b"", "collect.empty", 2),
        ("a.xlsx", b"not a book", "collect.not_a_book", 2),
        ("a.et", b"\x00\x01", "collect.not_a_book", 2),
        ("a.xlsx", _protected(), "collect.protected", 2),
        ("盖章.pdf", b"%PDF-1.4", "collect.scan", 0),
        ("说明.docx", b"PK\x03\x04", "collect.text", 0),
        ("全部.zip", b"PK\x03\x04", "collect.archive", 2),
        ("~$a.xlsx", b"lock", "collect.lock", 0),
    ],
)
def test_files_that_hold_no_answers(
    name: str, data: bytes, code: str, status: int, report: Path, sheet: Path, answers: Path
) -> None:
    """Each is named; the others are read all the same."""
    fill(sheet, answers / "甲" / "a.xlsx", GOOD)
    (answers / name).write_bytes(data)
    taken = take(report, answers)
    assert codes(taken) == [code]
    assert len(taken.changes) == 5
    assert taken.exit == (status or 3)


def test_a_file_that_was_cut_off(report: Path, sheet: Path, answers: Path) -> None:
    """Half a workbook."""
    path = fill(sheet, answers / "a.xlsx", GOOD)
    path.write_bytes(path.read_bytes()[:4000])
    assert codes(take(report, answers)) == ["collect.damaged"]


def test_macros_are_never_run(report: Path, sheet: Path, answers: Path) -> None:
    """They are told; the cells are read."""
    from zipfile import ZipFile

    path = fill(sheet, answers / "a.xlsm", GOOD)
    with ZipFile(path, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    taken = take(report, answers)
    assert codes(taken) == ["collect.macros"]
    assert len(taken.changes) == 5


def test_folders_without_answers(report: Path, tmp_path: Path) -> None:
    """Missing, and empty."""
    assert codes(take(report, tmp_path / "无")) == ["collect.no_folder"]
    (tmp_path / "空").mkdir()
    assert codes(take(report, tmp_path / "空")) == ["collect.nothing"]


def test_a_table_in_csv(tmp_path: Path, answers: Path) -> None:
    """Written like any other, every other byte as it was."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "report.md").write_text(HEAD, encoding="utf-8")
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in (HEADS, *ROWS)]
    (folder / "figures.csv").write_text("\r\n".join(lines) + "\r\n", encoding="gb18030", newline="")
    fill(send(folder, tmp_path / "下发"), answers / "a.xlsx", GOOD)
    assert take(folder, answers, apply=True).is_applied
    text = (folder / "figures.csv").read_bytes().decode("gb18030").split("\r\n")
    assert text[1] == "立案数,件,计数,0,20,22,,全年新立,甲局,张三,027-12345678"
    assert text[6] == lines[6]


def test_a_table_in_yaml(tmp_path: Path, answers: Path) -> None:
    """Values go in; words of the answer stay in the register."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "report.md").write_text(HEAD, encoding="utf-8")
    text = "立案数: {单位: 件, 2019: 20, 2020: , 填报单位: 甲局}  # 主要指标\n"
    (folder / "figures.yaml").write_text(text, encoding="utf-8")
    fill(send(folder, tmp_path / "下发"), answers / "a.xlsx", {"立案数": 22}, people=False)
    assert take(folder, answers, apply=True).is_applied
    assert (folder / "figures.yaml").read_text(encoding="utf-8") == text.replace("2020: ,", "2020: 22 ,")


def test_the_lists_where_they_are_wanted(report: Path, sheet: Path, answers: Path, tmp_path: Path) -> None:
    """Without writing into the report."""
    fill(sheet, answers / "a.xlsx", {**GOOD, "立案数": "约22件"})
    before = everything(report)
    taken = take(report, answers, out=tmp_path / "表")
    assert [each.name for each in taken.outputs] == ["报送登记.xlsx"]
    assert everything(report) == before
    found = openpyxl.load_workbook(tmp_path / "表" / "报送登记.xlsx")["待核实"]
    assert [cell.value for cell in found[2]][:2] == ["待核实", "甲局"]


def test_a_run_killed_between_two_files(report: Path, sheet: Path, answers: Path, tmp_path: Path) -> None:
    """At every step of the writing: the next run finds all files old or all new."""
    import subprocess
    import sys

    fill(sheet, answers / "a.xlsx", GOOD)
    before = everything(report)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from render.collect import Request, take_in\n"
        "steps = int(sys.argv[3])\n"
        "def killing(function):\n"
        "    def call(*words, **more):\n"
        "        global steps\n"
        "        steps -= 1\n"
        "        if not steps: os.kill(os.getpid(), 9)\n"
        "        return function(*words, **more)\n"
        "    return call\n"
        "os.replace, os.fsync, Path.unlink = map(killing, (os.replace, os.fsync, Path.unlink))\n"
        "take_in(Request(Path(sys.argv[1])), Path(sys.argv[2]), apply=True)\n"
    )
    states = set()
    for step in range(1, 40):
        copy = tmp_path / f"第{step}次"
        shutil.copytree(report, copy)
        ran = subprocess.run([sys.executable, "-c", code, copy, answers, str(step)], check=False)
        take_in(Request(copy), answers)  # what the next run finds
        now = everything(copy)
        is_new = "收数/报送登记.json" in now
        assert (now["figures.xlsx"] != before["figures.xlsx"]) == is_new
        assert ("收数/报送登记.xlsx" in now) == is_new
        assert now["report.md"] == before["report.md"]
        states.add(is_new)
        if ran.returncode == 0:
            break
    else:
        raise AssertionError("the run never came to its end")
    assert states == {False, True}


def test_two_offices_with_figures_of_one_name(tmp_path: Path, answers: Path) -> None:
    """Told apart by whose sheet it is, even where the hidden codes were deleted."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "report.md").write_text(HEAD, encoding="utf-8")
    table = "代码,指标,单位,2019,2020,填报单位\n甲立案,立案数,件,20,,甲局\n乙立案,立案数,件,30,,乙局\n"
    (folder / "figures.csv").write_text(table, encoding="utf-8")
    send(folder, tmp_path / "下发")
    for office, number in (("甲局", 21), ("乙局", 31)):
        fill(
            tmp_path / "下发" / f"收数表_{office}.xlsx", answers / f"{office}.xlsx", {"立案数": number},
            lambda page: page.delete_cols(10), people=False,
        )  # fmt: skip
    taken = take(folder, answers)
    assert (values_of(taken), codes(taken)) == ({"甲立案": "21", "乙立案": "31"}, [])


def test_one_file_by_itself(report: Path, sheet: Path, answers: Path) -> None:
    """In place of a folder."""
    path = fill(sheet, answers / "a.xlsx", GOOD)
    fill(sheet, answers / "b.xlsx", {"立案数": 99})
    assert len(take(report, path).changes) == 5


def test_every_version_stays_in_the_list(report: Path, sheet: Path, answers: Path) -> None:
    """With what moved from each to the next; 22件 says the same as 22."""
    for number, value in enumerate((22, "22件", 23, 24), 1):
        fill(sheet, answers / f"{number}.xlsx", {**GOOD, "立案数": value})
        assert take(report, answers, apply=True).is_applied
    found = openpyxl.load_workbook(report / "收数" / "报送登记.xlsx")["版本变动"]
    rows = [[cell.value for cell in row][:6] for row in found.iter_rows(min_row=2)]
    assert rows == [["甲局", 2, 3, "立案数", "22", "23"], ["甲局", 3, 4, "立案数", "23", "24"]]
    assert [(entry["time"], entry["version"]) for entry in entries(report)] == [
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
    ]


def test_an_old_book_with_a_password(report: Path, sheet: Path, answers: Path) -> None:
    """FILEPASS stands at the head of an .xls that is encrypted."""
    import struct

    import xlwt

    answers.mkdir()
    book = xlwt.Workbook()
    book.add_sheet("收数表").write(0, 0, "指标名称")
    book.save(answers / "a.xls")
    data = (answers / "a.xls").read_bytes()
    harmless = struct.pack("<HHH", 0x00E1, 2, 0x04B0)  # INTERFACEHDR
    assert harmless in data
    (answers / "a.xls").write_bytes(data.replace(harmless, struct.pack("<HHH", 0x002F, 2, 0)))
    assert codes(take(report, answers)) == ["collect.protected"]


def test_two_at_once(report: Path, sheet: Path, answers: Path) -> None:
    """The second is refused while the first writes, and may look all the same."""
    fill(sheet, answers / "a.xlsx", GOOD)
    with alone(report):
        taken = take(report, answers, apply=True)
        assert (codes(taken), taken.is_applied) == (["edit.busy"], False)
        assert len(take(report, answers).changes) == 5
    assert take(report, answers, apply=True).is_applied
