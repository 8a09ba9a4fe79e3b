"""A DOCX with a comment at everything that was found in it."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from described import docx_of
from folders import write_report
from lxml import etree

from render.annotating import annotate_file, annotate_report
from render.diagnostics import Faults
from render.pipeline import Job
from render.proofread import proofread, proofread_file
from render.write.docx.remarks import Remark, with_remarks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (
    "标题｜工作报告\n正文｜案件数量比上年增长-30%，各项工作取得成效。\n正文｜〖批注〗继续做好〖〗各项工作。\n"
)


def comments(data: bytes) -> dict[str, str]:
    """The comments of a DOCX, and the words of the paragraph each stands at."""
    with ZipFile(io.BytesIO(data)) as package:
        said = etree.fromstring(package.read("word/comments.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
    texts = {each.get(f"{W}id"): "".join(t.text for t in each.iter(f"{W}t")) for each in said}
    places = {}
    for mark in body.iter(f"{W}commentRangeStart"):
        places[texts[mark.get(f"{W}id")]] = "".join(t.text for t in mark.getparent().iter(f"{W}t"))
    return places


def test_every_finding_is_a_comment(tmp_path: Path) -> None:
    """At its paragraph, with level, wording, way out and clause; the author's own comment stays."""
    source = tmp_path / "来文.docx"
    source.write_bytes(docx_of(TEXT))
    proof = proofread_file(source)
    output = annotate_file(source, proof, tmp_path / "批注.docx", "zh")

    found = comments(output.data)
    assert len(found) == 1 + len(proof.checked.findings)
    assert found["请核对"].startswith("继续做好")
    (sign,) = [text for text in found if "number.sign" in text]
    assert sign.startswith("规定：“增长-30”")
    assert found[sign].startswith("案件数量")
    assert output.path is not None
    assert output.path.read_bytes() == output.data


def test_the_rest_of_the_package_stays() -> None:
    """Byte for byte, in its order; what it says stays too."""
    before = docx_of(TEXT)
    after = with_remarks(before, [Remark(1, ("看这里",))], "gongwen")
    with ZipFile(io.BytesIO(before)) as old, ZipFile(io.BytesIO(after)) as new:
        assert new.namelist() == old.namelist()
        for name in set(old.namelist()) - {"word/document.xml", "word/comments.xml"}:
            assert new.read(name) == old.read(name)
        texts = [
            "".join(t.text or "" for t in etree.fromstring(each.read("word/document.xml")).iter(f"{W}t"))
            for each in (old, new)
        ]
    assert texts[0] == texts[1]


def test_a_file_without_comments_gets_its_part() -> None:
    """With its type and its relationship, once; a comment in it is found where it was put."""
    after = with_remarks(
        docx_of("标题｜工作报告\n正文｜已经办结。"), [Remark(0, ("甲",)), Remark(9, ("乙",))], "gongwen"
    )
    with ZipFile(io.BytesIO(after)) as package:
        assert package.read("[Content_Types].xml").count(b"/word/comments.xml") == 1
        assert package.read("word/_rels/document.xml.rels").count(b"comments.xml") == 1
    assert comments(after) == {"甲": "工作报告", "乙": "已经办结。"}


def test_nothing_to_say_changes_nothing() -> None:
    """The same bytes."""
    data = docx_of(TEXT)
    assert with_remarks(data, [], "gongwen") == data


def test_a_remark_in_a_text_box_stands_at_the_paragraph_around_it() -> None:
    """Word refuses comments within boxes."""
    data = docx_of("标题｜工作报告\n正文｜已经办结。〖文本框〗联系人〖〗")
    assert list(comments(with_remarks(data, [Remark(2, ("甲",))], "gongwen"))) == ["甲"]
    with ZipFile(io.BytesIO(with_remarks(data, [Remark(2, ("甲",))], "gongwen"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    (mark,) = body.iter(f"{W}commentRangeStart")
    assert not [each for each in mark.iterancestors() if each.tag == f"{W}txbxContent"]


def test_a_report_folder_is_annotated_in_its_docx(tmp_path: Path) -> None:
    """Lines of the text are found again as paragraphs."""
    folder = write_report(tmp_path / "报告", "案件数量比上年增长-30%，各项工作取得成效。\n")
    job = Job(folder)
    proof = proofread(job)
    output = annotate_report(job, proof, tmp_path / "批注.docx", "zh")
    found = comments(output.data)
    assert [words[:4] for text, words in found.items() if "number.sign" in text] == ["案件数量"]


@pytest.mark.parametrize(
    ("name", "target", "code"),
    [
        ("来文.docx", "来文.docx", "annotate.itself"),
        ("来文.docx", "批注.pdf", "annotate.suffix"),
        ("来文.txt", "批注.docx", "annotate.not_docx"),
    ],
)
def test_what_cannot_be_annotated(tmp_path: Path, name: str, target: str, code: str) -> None:
    """Nothing is written then."""
    source = tmp_path / name
    source.write_bytes(docx_of(TEXT) if name.endswith("docx") else "工作报告\n各项工作取得成效。\n".encode())
    before = source.read_bytes()
    with pytest.raises(Faults) as caught:
        annotate_file(source, proofread_file(source), tmp_path / target, "zh")
    assert [each.code for each in caught.value.diagnostics] == [code]
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(name, before)]


def test_a_comment_stands_at_the_words_it_is_about() -> None:
    """Their run is parted in two that look alike, and the paragraph says what it said."""
    before = docx_of("正文｜〖加粗〗各项〖〗工作比上年增长-30%，取得成效。\n")
    after = with_remarks(before, [Remark(0, ("一",), "工作比上年"), Remark(0, ("二",), "项工作")], "gongwen")
    with ZipFile(io.BytesIO(before)) as old, ZipFile(io.BytesIO(after)) as new:
        said, marked = (etree.fromstring(each.read("word/document.xml")) for each in (old, new))
    assert "".join(marked.itertext()) == "".join(said.itertext())
    ranges: dict[str, str] = {}
    is_open: set[str] = set()
    for each in marked.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if each.tag == f"{W}commentRangeStart":
            is_open.add(each.get(f"{W}id"))
        elif each.tag == f"{W}commentRangeEnd":
            is_open.discard(each.get(f"{W}id"))
        else:
            for number in is_open:
                ranges[number] = ranges.get(number, "") + each.text
    assert sorted(ranges.values()) == ["工作比上年", "项工作"]


def test_words_the_runs_do_not_say_leave_the_comment_at_the_paragraph() -> None:
    """As for those an expression or a number of Word's own prints."""
    after = with_remarks(docx_of("正文｜各项工作。\n"), [Remark(0, ("一",), "没有的字")], "gongwen")
    assert comments(after) == {"一": "各项工作。"}
