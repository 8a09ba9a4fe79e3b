"""Markings of classification in files that have no metadata to ask."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from folders import write_report

from render.mail.markings import marking_of
from render.mail.plan import plan
from render.pipeline import Job, build

from .letters import TITLE, write_mailing


def document(*runs: str) -> bytes:
    """A DOCX with a paragraph of these runs."""
    file, made = io.BytesIO(), docx.Document()
    paragraph = made.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    made.save(file)
    return file.getvalue()


def workbook(text: str) -> bytes:
    """An XLSX with a cell."""
    file, book = io.BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = text
    book.save(file)
    return file.getvalue()


def test_every_kind_of_file_is_looked_into(tmp_path: Path) -> None:
    """Whatever runs or cells the marking stands in."""
    write_report(tmp_path, "机密★1年\n\n正文。\n")
    built = {o.format: o.data for o in build(Job(tmp_path, faces="vendored")).outputs}
    assert marking_of("a.pdf", built["pdf"]) == "机密★1年"
    assert marking_of("a.docx", built["docx"]) == "机密★1年"
    assert marking_of("a.docx", document("机密", "★", "10年")) == "机密★10年"
    assert marking_of("a.xlsx", workbook("绝密★长期")) == "绝密★长期"
    assert marking_of("a.txt", "秘密★".encode("gb18030")) == "秘密★"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", document("保守国家秘密，机密文件管理，★级景区")),
        ("a.docx", b"PK\3\4 damaged"),
        ("a.pdf", b"%PDF-1.7 damaged"),
        ("a.bin", "机密★1年".encode()),
        ("a.txt", b"\xff\xfe\xff"),
        ("a.zip", b""),
    ],
)
def test_what_bears_none(name: str, data: bytes) -> None:
    """The words alone are no marking; what cannot be read is not guessed at."""
    assert marking_of(name, data) == ""


def test_a_package_is_read_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks to too much is not."""
    monkeypatch.setattr("render.mail.markings.MOST_BYTES", 10)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("large.xml", "机密★1年" * 10)
    assert marking_of("a.xlsx", file.getvalue()) == ""


def test_a_marked_file_never_leaves(tmp_path: Path) -> None:
    """Named in 附件, to whomever; nor does a report that has the marking typed into its text."""
    mailing = write_mailing(tmp_path / "r", settings='附件 = ["别的.docx"]', more="公开方式: 主动公开\n")
    (mailing.folder / "别的.docx").write_bytes(document("机密★1年"))
    (found,) = plan(mailing).diagnostics
    assert (found.code, found.values["marking"]) == ("mail.classified_file", "机密★1年")
    typed = write_mailing(tmp_path / "s", text="秘密★\n\n正文。\n")
    assert [d.code for d in plan(typed).diagnostics] == ["mail.classified_file"] * 2


def test_other_builds_of_the_report_stay_inside(tmp_path: Path) -> None:
    """An edition for above and a draft, named while the public edition is mailed to everybody."""
    more = "公开方式: 主动公开\n版本:\n  报送:\n    结语: 特此报告。\n  公开:\n    附注: 此件公开发布\n"
    for number, name in enumerate((f"{TITLE}_报送版.pdf", f"{TITLE}_送审稿.pdf", f"{TITLE}_公开版.zip")):
        mailing = write_mailing(
            tmp_path / str(number),
            more=more,
            settings=f'附件 = ["out/{name}"]',
            recipients='[[收件人]]\n邮箱 = "a@elsewhere.cn"\n',
            is_built=False,
        )
        mailing.out.mkdir()
        (mailing.out / name).write_bytes(b"x")
        public = replace(mailing, job=replace(mailing.job, edition="公开"))
        expected = [] if name.endswith(".zip") else ["mail.internal"]
        assert [d.code for d in plan(public).diagnostics] == expected
