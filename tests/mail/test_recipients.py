"""Tables of recipients."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from render.diagnostics import Diagnostic, Faults, Source
from render.mail.recipients import read_recipients, table_in

CSV = (
    "序号,收件单位,联系人,电子邮箱,抄送,附件,职务\n"
    "1,甲局,张三,a@example.org,,甲.xlsx；甲2.xlsx,局长\n"
    "2,乙局,李四,b@example.org;b2@example.org,c@example.org,,\n"
)


def test_a_csv_is_read(tmp_path: Path) -> None:
    """Columns by their headings, whatever they are called; the office's own become fields."""
    path = tmp_path / "收件人.csv"
    path.write_bytes(CSV.encode("gb18030"))
    found: list[Diagnostic] = []
    one, two = read_recipients(path, Source(), found)
    assert found == []
    assert (str(one.to[0]), one.label, one.attachments) == (
        "张三 <a@example.org>",
        "甲局",
        ("甲.xlsx", "甲2.xlsx"),
    )
    assert [a.address for a in (*two.to, *two.cc)] == ["b@example.org", "b2@example.org", "c@example.org"]
    assert (one.fields["职务"], two.fields["职务"]) == ("局长", "")


def test_a_workbook_is_read_with_its_cells(tmp_path: Path) -> None:
    """Rows above the head are titles; a fault names its cell, and the other rows are read."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["收件人名单"],
        ["单位", "邮箱"],
        ["甲局", "a@example.org\nb@example.org"],
        ["乙局", "b@"],
        ["丙局"],
    ):
        sheet.append(row)
    book.save(tmp_path / "收件人.xlsx")
    found: list[Diagnostic] = []
    (one,) = read_recipients(tmp_path / "收件人.xlsx", Source(), found)
    assert [a.address for a in one.to] == ["a@example.org", "b@example.org"]
    assert [(d.code, d.source.cell) for d in found] == [("mail.address", "B4"), ("mail.no_address", "A5")]


def test_no_such_table(tmp_path: Path) -> None:
    """Said where it is named."""
    with pytest.raises(Faults) as caught:
        read_recipients(tmp_path / "x.csv", Source("mail.toml", 3), [])
    assert [(d.code, d.source.line) for d in caught.value.diagnostics] == [("mail.no_table", 3)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("收件人.csv", "单位,电话\n甲局,123\n", "listing.no_head"),
        ("收件人.csv", "邮箱,邮箱\na@example.org,b@example.org\n", "listing.column_twice"),
        ("收件人.et", "x", "folder.foreign"),
        ("收件人.xlsx", "x", "figures.misnamed"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, name: str, content: str, code: str) -> None:
    """Nobody is written to, and it is said once."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    found: list[Diagnostic] = []
    assert read_recipients(tmp_path / name, Source(), found) == ()
    assert [d.code for d in found] == [code]


def test_the_usual_names_are_found(tmp_path: Path) -> None:
    """收件人.xlsx before recipients.csv."""
    assert table_in(tmp_path) is None
    (tmp_path / "recipients.csv").write_text("")
    assert table_in(tmp_path) == tmp_path / "recipients.csv"
    (tmp_path / "收件人.xlsx").write_text("")
    assert table_in(tmp_path) == tmp_path / "收件人.xlsx"
