"""What a revision is made against, and what it comes to."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from folders import write_report
from readback.documents import deleted, edited, inserted, replaced
from readback.reports import back
from revisions import settled, texts, written

import render
from render import resources
from render.messages import Exit
from render.pipeline import Job
from render.revising import Account, Revision, revise
from render.revising.account import FigureChange, SectionChange

FIGURES = "指标,单位,2019,2020\n合同审核件数,件,20,28\n满意度,%,99.65,99.71\n"
BEFORE = """\
# 工作情况

审核合同{{ 合同审核件数|带单位 }}，满意度{{ 满意度|带单位 }}。

## 队伍建设

开展培训。
"""
AFTER = """\
# 主要工作

审核合同{{ 合同审核件数|带单位 }}，满意度{{ 满意度|带单位 }}。加强督办。

# 下一步打算

开展培训。
"""


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Write a report of 2019."""
    report = write_report(tmp_path / "before", BEFORE, figures=FIGURES)
    text = (report / "report.md").read_text(encoding="utf-8").replace("2020", "2019")
    (report / "report.md").write_text(text.replace("2021-02-18", "2020-02-20"), encoding="utf-8")
    return report


@pytest.fixture
def after(tmp_path: Path) -> Path:
    """Write the report of 2020 that came of it."""
    return write_report(tmp_path / "after", AFTER, figures=FIGURES)


def made(report: Path, against: object, tmp_path: Path, **more: object) -> Revision:
    """Revise a report, and read the document that was written."""
    job = Job(report, to=("docx",), out=tmp_path / "out", faces="vendored", **more)  # type: ignore[arg-type]
    return revise(job, str(against))


def account(revision: Revision) -> Account:
    """Take the account of a revision that was made."""
    assert revision.result.ok, revision.result.diagnostics
    assert revision.account is not None
    return revision.account


def codes(revision: Revision) -> list[str]:
    """List what was said."""
    return [each.code for each in revision.result.diagnostics]


def document(revision: Revision) -> Path:
    """Find the document with tracked changes."""
    path = revision.result.outputs[0].path
    assert path is not None
    return path


def plain_texts(report: Path, tmp_path: Path) -> list[str]:
    """Give the words of the document a report builds."""
    from render.readback.reading import read_document

    result = render.build(report, to=["docx"], out=tmp_path / "built", faces="vendored")
    assert result.outputs[0].path is not None
    return texts(read_document(result.outputs[0].path).items)


def test_against_another_folder(before: Path, after: Path, tmp_path: Path) -> None:
    """Sections renamed, new and dropped; figures with both values, differences and rates."""
    revision = made(after, before, tmp_path)
    found = account(revision)
    assert [o.name for o in revision.result.outputs] == [
        "测试报告_对照before_修订稿.docx", "测试报告_对照before_修订说明.docx",
    ]  # fmt: skip
    assert found.headings == ("2019年", "2020年")
    assert found.sections == (
        SectionChange("renamed", "一、工作情况", "一、主要工作", 1),
        SectionChange("dropped", "（一）队伍建设", "", 2),
        SectionChange("new", "", "二、下一步打算", 1),
    )
    assert found.figures == (
        FigureChange("合同审核件数", "件", "20", "28", "8", "40.0"),
        FigureChange("满意度", "%", "99.65", "99.71", "0.06", "—"),
    )
    assert [(each.before, each.after) for each in found.words][:1] == [("", "加强督办。")]
    accept, reject = settled(document(revision))
    assert texts(accept) == plain_texts(after, tmp_path)
    assert texts(reject) == plain_texts(before, tmp_path)


def test_against_another_year(before: Path, tmp_path: Path) -> None:
    """Of the same folder, with its own date; the year itself is the same report."""
    text = (before / "report.md").read_text(encoding="utf-8")
    more = "2020:\n  成文日期: 2021-02-18\n---\n"
    (before / "report.md").write_text(text.replace("---\n# ", f"{more}# ", 1), encoding="utf-8")
    revision = made(before, "2019", tmp_path, year=2020)
    assert account(revision).figures[0] == FigureChange("合同审核件数", "件", "20", "28", "8", "40.0")
    assert document(revision).name == "测试报告_对照2019年_修订稿.docx"
    assert codes(made(before, "2019", tmp_path)) == ["revision.same"]


def test_against_a_frozen_state(after: Path, tmp_path: Path) -> None:
    """Whatever became of the folder since."""
    from render.freeze.making import freeze

    frozen = freeze(Job(after, faces="vendored"), "送审稿", at=datetime(2021, 2, 18, tzinfo=UTC))
    assert frozen.exit is Exit.DONE
    said = plain_texts(after, tmp_path)
    text = (after / "report.md").read_text(encoding="utf-8")
    (after / "report.md").write_text(text.replace("加强督办", "加大督办力度"), encoding="utf-8")
    (after / "figures.csv").write_text(FIGURES.replace("28", "31"), encoding="utf-8")
    revision = made(after, "送审稿", tmp_path)
    found = account(revision)
    assert found.headings == ("送审稿", "本稿")
    assert found.figures == (FigureChange("合同审核件数", "件", "28", "31", "3", "10.7"),)
    assert [(each.before, each.after) for each in found.words] == [("加强督办。", "加大督办力度。")]
    assert texts(settled(document(revision))[1]) == said
    assert codes(made(after, "送审", tmp_path)) == ["freeze.unknown"]


def test_against_a_document(after: Path, tmp_path: Path) -> None:
    """Numbers stand for figures where they stand in their places; tracked changes are accepted."""
    built = render.build(after, to=["docx"], out=tmp_path / "draft", faces="vendored").outputs[0].path
    assert built is not None
    words = f"</w:t></w:r>{deleted('加强')}{inserted('抓好')}<w:r><w:t>督办"
    other = edited(built, replaced(("加强督办", words), ("28件", "25件")), tmp_path / "draft.docx")
    revision = made(after, other, tmp_path)
    found = account(revision)
    assert found.headings == ("原稿", "本稿")
    assert found.figures == (FigureChange("合同审核件数", "件", "25", "28", "3", "12.0"),)
    assert [(each.before, each.after) for each in found.words] == [("抓好督办。", "加强督办。")]
    assert codes(revision) == ["revision.accepted", "revision.compared"]


def test_against_a_document_that_word_numbers(after: Path, tmp_path: Path) -> None:
    """Its numbers count as text, as they are printed."""
    other = docx.Document()
    for text in ("主要工作", "下一步打算"):
        other.add_paragraph(text, style="List Number")
    other.save(str(tmp_path / "numbered.docx"))
    revision = made(after, tmp_path / "numbered.docx", tmp_path)
    assert texts(settled(document(revision))[1]) == ["1.主要工作", "2.下一步打算"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "测试报告\n\n一、主要工作\n\n审核合同25件。\n"),
        ("a.html", "<html><body><p>测试报告</p><p>一、主要工作</p><p>审核合同25件。</p></body></html>"),
    ],
)
def test_against_other_files(name: str, content: str, after: Path, tmp_path: Path) -> None:
    """Whatever an import reads."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    revision = made(after, tmp_path / name, tmp_path)
    accept, reject = settled(document(revision))
    assert texts(reject) == ["测试报告", "一、主要工作", "审核合同25件。"]
    assert texts(accept) == plain_texts(after, tmp_path)


def test_nothing_in_common(after: Path, tmp_path: Path) -> None:
    """Is said in one line, and nothing is written unless asked to; then it is right all the same."""
    other = docx.Document()
    other.add_paragraph("天气晴朗，万里无云")
    other.save(str(tmp_path / "b.docx"))
    refused = made(after, tmp_path / "b.docx", tmp_path)
    assert (codes(refused), refused.result.exit) == (["revision.little_in_common"], Exit.USE)
    assert refused.result.diagnostics[0].values["percent"] == 0
    assert refused.result.outputs == ()
    revision = made(after, tmp_path / "b.docx", tmp_path, force=True)
    assert codes(revision) == ["revision.compared"]
    accept, reject = settled(document(revision))
    assert texts(accept) == plain_texts(after, tmp_path)
    assert texts(reject) == ["天气晴朗，万里无云"]


@pytest.mark.parametrize(
    ("name", "content", "code", "status"),
    [
        ("a.docx", b"", "import.empty", Exit.USE),
        ("a.docx", b"PK\x03\x04 and then nothing", "readback.damaged", Exit.USE),
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "import.foreign", Exit.USE),
        (
            "a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "import.locked", Exit.USE,
        ),
        ("a.png", b"\x89PNG", "import.binary", Exit.USE),
        ("b.docx", None, "revision.missing", Exit.USE),
        ("终稿", None, "revision.missing", Exit.USE),
    ],
)  # fmt: skip
def test_what_cannot_be_read(
    name: str, content: bytes | None, code: str, status: Exit, after: Path, tmp_path: Path
) -> None:
    """Nothing is written."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    revision = made(after, tmp_path / name if content is not None else name, tmp_path)
    assert (codes(revision), revision.result.exit) == ([code], status)
    assert not (tmp_path / "out").exists()


def test_a_report_that_does_not_build(after: Path, tmp_path: Path) -> None:
    """Its faults are told with the folder they are in."""
    other = written(tmp_path / "other", "{{ 没有的指标 }}")
    revision = made(after, other, tmp_path)
    assert codes(revision) == ["name.unknown", "revision.other_faulty"]
    assert revision.result.diagnostics[0].source.file == str(other / "report.md")


def test_the_report_itself(after: Path, tmp_path: Path) -> None:
    """By its folder or its text."""
    assert codes(made(after, after, tmp_path)) == ["revision.same"]
    assert codes(made(after, after / "report.md", tmp_path, year=2020)) == ["revision.same"]


def test_a_single_character_is_a_change(tmp_path: Path) -> None:
    """However long the text: not all of it is the same then."""
    one, other = (written(tmp_path / name, "开展培训。" * 300 + name) for name in ("甲", "乙"))
    found = account(made(one, other, tmp_path))
    assert found.common > 0.999
    assert found.percent == 99


def test_a_public_edition_has_none(after: Path, before: Path, tmp_path: Path) -> None:
    """It would publish the words of the draft; a report that will be public gets one with a warning."""
    assert codes(made(after, before, tmp_path, edition="公开")) == ["revision.public"]
    revision = made(after, before, tmp_path, settings={"公开方式": "主动公开"})
    assert codes(revision) == ["revision.compared", "revision.internal"]


@pytest.mark.parametrize("name", ["gongwen", "gongwen-joint", "letter", "minutes", "order", "hongshan-2020"])
def test_a_form_against_its_own_document(name: str, tmp_path: Path) -> None:
    """Nothing of a masthead, a signature at tab stops or a colophon is a change."""
    sample = resources.folder("samples") / name
    built = render.build(sample, to=["docx"], out=tmp_path / "draft", faces="vendored").outputs[0].path
    found = account(made(sample, built, tmp_path))
    assert set(found.counts) == {"kept", "rows"}
    assert (found.counts["rows"], found.words) == (0, ())


def test_the_same_text(after: Path, tmp_path: Path) -> None:
    """Is a revision without changes."""
    built = render.build(after, to=["docx"], out=tmp_path / "draft", faces="vendored").outputs[0].path
    found = account(made(after, built, tmp_path))
    assert (found.common, found.words, found.figures, found.sections) == (1.0, (), (), ())


def test_sentences_that_words_were_changed_in(tmp_path: Path) -> None:
    """A new one stands alone, words put in at a beginning leave it what it was, numbers say nothing."""
    before = "# 情况\n\n## 甲事。\n\n推动改革，全年办结。\n\n## 乙事。\n\n开展培训。"
    one = written(tmp_path / "a", before, day=1)
    text = before.replace("推动", "稳步推动").replace("培训。", "培训。加强督办。")
    text = text.replace("## 甲事。", "## 丙事。\n\n新的工作。\n\n## 甲事。")
    found = account(made(written(tmp_path / "b", text, day=1), one, tmp_path))
    assert [(each.section, each.before, each.after) for each in found.words] == [
        ("（一）丙事", "", "（一）丙事。新的工作。"),
        ("（二）甲事", "推动改革，全年办结。", "稳步推动改革，全年办结。"),
        ("（三）乙事", "", "加强督办。"),
    ]


def test_same_bytes(before: Path, after: Path, tmp_path: Path) -> None:
    """The same job makes the same files."""
    one, other = (made(after, before, tmp_path / name) for name in ("1", "2"))
    assert [o.data for o in one.result.outputs] == [o.data for o in other.result.outputs]


def test_a_revision_that_is_read_back(before: Path, after: Path, tmp_path: Path) -> None:
    """Says what it is; only what a reader changed in it is a change, his rejections among them."""
    path = document(made(after, before, tmp_path))
    read = back(after, path)
    assert [each.code for each in read.diagnostics] == ["readback.revision"]
    assert read.changes == ()

    def reject(xml: str) -> str:
        return re.sub("<w:ins [^>]*><w:r><w:t[^>]*>加强督办。</w:t></w:r></w:ins>", "", xml)

    (change,) = back(after, edited(path, reject, tmp_path / "returned.docx")).changes
    assert "加强督办。" in change.before
    assert "加强督办。" not in change.after
