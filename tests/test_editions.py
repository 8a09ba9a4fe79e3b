"""Two editions of one text, what stays out of the public one, one file for each addressee, the web form."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest

import render
from render.blocks import Masthead
from render.pages import Rule, TextRun

SECRETS = (
    "张三丰", "000713", "秘密", "赵六六", "12345678", "依法治市办", "区政府办", "77777", "88888", "99999",
    "法制科", "钱内部", "内部系统", "特此报告", "不外传", "示例市人民政府", "印章图",
)  # fmt: skip
REPORT = """\
---
版式: gongwen
年度: 2025
标题: 示例区人民政府关于2025年度法治政府建设情况的报告
发文机关: 示例区人民政府
发文字号: 示政〔2026〕3号
份号: "000713"
密级: 秘密★1年
签发人: 张三丰
主送机关: 示例市人民政府
成文日期: 2026-02-10
结语: 特此报告。
附注: 联系人：赵六六，电话000-12345678
抄送机关: 市委依法治市办
印发机关: 示例区政府办
印发日期: 2026-02-11
索引号: 011043000/2025-00012
版本:
  报送: {}
  公开:
    附注: 此件公开发布
---
<!-- 不外传 -->
2025年办结{{ 件数|带单位 }}。
"""
FIGURES = (
    "指标,单位,2024,2025,填报单位,联系人,来源,是否公开\n"
    "件数,件,77777,346,法制科,钱内部,内部系统,是\n密件,件,88888,99999,法制科,钱内部,内部系统,否\n"
)


def report(folder: Path, text: str = REPORT) -> Path:
    """Write a report with much that is internal."""
    (folder / "report.md").write_text(text, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return folder


def bytes_of(data: bytes, form: str) -> list[bytes]:
    """Everything in a file: as it is, unpacked, and what is read out of it."""
    if form == "docx":
        with ZipFile(io.BytesIO(data)) as package:
            return [data, *(package.read(name) for name in package.namelist())]
    if form != "pdf":
        return [data]
    with pymupdf.open(stream=data) as document:
        numbers = range(1, document.xref_length())
        streams = [document.xref_stream(n) for n in numbers if document.xref_is_stream(n)]
        objects = [re.sub(r"\b\d{10} \d{5} n", "", document.xref_object(n)).encode() for n in numbers]
        return [*streams, *objects, "".join(page.get_text() for page in document).encode()]


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "txt"])
def test_nothing_internal_is_in_the_bytes_of_a_public_file(tmp_path: Path, form: str) -> None:
    """In no encoding that either format writes, in no part of it, not in its properties."""
    result = render.build(report(tmp_path), edition="公开", to=[form], faces="vendored")
    assert result.ok, [d.code for d in result.diagnostics]
    for output in result.outputs:
        for blob in bytes_of(output.data, form):
            for secret in SECRETS:
                for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
                    wanted = secret.encode(encoding)
                    assert wanted not in blob, (output.name, secret)
                    assert wanted.hex().encode() not in blob.lower() or secret.isascii(), (
                        output.name,
                        secret,
                    )
            assert str(tmp_path).encode() not in blob


def test_the_upward_edition_has_all_of_it(tmp_path: Path) -> None:
    """The search finds what is there."""
    result = render.build(report(tmp_path), edition="报送", to=["docx"], faces="vendored")
    text = b"".join(bytes_of(result.outputs[0].data, "docx")).decode("utf-8", "replace")
    assert {"张三丰", "000713", "赵六六", "依法治市办", "特此报告"} <= {s for s in SECRETS if s in text}


def test_a_public_edition_is_set_as_a_web_page(tmp_path: Path) -> None:
    """With the table of particulars, without a masthead, unsealed; 此件公开发布 stays."""
    result = render.build(report(tmp_path), edition="公开", to=["pdf"], faces="vendored")
    assert result.laid_out is not None
    settled = result.laid_out.settled
    assert settled.template.name == "webpage"
    assert not any(isinstance(block, Masthead) for block in settled.blocks)
    text = "".join(getattr(block, "text", "") for block in settled.blocks)
    assert "（此件公开发布）" in text
    assert [o.name for o in result.outputs] == ["示例区人民政府关于2025年度法治政府建设情况的报告_公开版.pdf"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("附注: 此件公开发布", "版式: gongwen"), "edition.internal_form"),
        (("2025年办结", "签发人{{ 签发人|首个 }}。2025年办结"), "edition.internal_element"),
        (("2025年办结", "密件{{ 密件 }}件。2025年办结"), "edition.internal_figure"),
    ],
)
def test_a_public_build_that_needs_something_internal(
    tmp_path: Path, change: tuple[str, str], code: str
) -> None:
    """Form, element or figure: an error with its clause."""
    result = render.build(report(tmp_path, REPORT.replace(*change)), edition="公开", faces="vendored")
    assert not result.ok
    assert code in [d.code for d in result.diagnostics]


def test_one_set_of_files_for_each_addressee(tmp_path: Path) -> None:
    """Each says its own, in text and name."""
    text = REPORT.replace("主送机关: 示例市人民政府", "主送机关: [示例市人民政府, 示例市司法局]")
    result = render.build(
        report(tmp_path, text), edition="报送", to=["docx"], faces="vendored", per_addressee=True
    )
    assert [o.name.rpartition("_")[2] for o in result.outputs] == ["示例市人民政府.docx", "示例市司法局.docx"]
    bodies = [b"".join(bytes_of(o.data, "docx")).decode("utf-8", "replace") for o in result.outputs]
    assert "示例市司法局：" in bodies[1]
    assert "示例市司法局" not in bodies[0]


def test_two_addressees_of_an_upward_document_are_reported_without(tmp_path: Path) -> None:
    """条例, art. 15, with the option as a way out."""
    text = REPORT.replace("主送机关: 示例市人民政府", "主送机关: [示例市人民政府, 示例市司法局]")
    result = render.build(report(tmp_path, text), edition="报送", to=["pdf"], faces="vendored")
    assert "element.two_addressees" in [d.code for d in result.diagnostics]


def test_preprinted_paper_leaves_the_red_out_and_its_room_free(tmp_path: Path) -> None:
    """Mark and rule are not drawn; everything else stands where it stood (套打)."""
    places = []
    for more in ("", "版头: 预印纸\n"):
        folder = tmp_path / (more[:2] or "印刷")
        folder.mkdir()
        text = REPORT.replace("年度: 2025\n", f"年度: 2025\n{more}", 1)
        result = render.build(report(folder, text), edition="报送", to=["pdf", "docx"], faces="vendored")
        assert result.laid_out is not None
        items = result.laid_out.pages.pages[0].items
        places.append(
            {i.text: (i.x, i.baseline) for i in items if isinstance(i, TextRun) and i.color == "000000"}
        )
        red = [i for i in items if isinstance(i, TextRun | Rule) and i.color == "FF0000"]
        assert bool(red) is (not more)
        docx = next(o.data for o in result.outputs if o.format == "docx")
        body = bytes_of(docx, "docx")
        assert any(
            "示例区人民政府文件" in re.sub("<[^>]+>", "", b.decode("utf-8", "replace")) for b in body
        ) is (not more)
    assert places[0] == places[1]


def test_the_stage_is_printed_on_request(tmp_path: Path) -> None:
    """At the right of the first row; in the file's name always."""
    text = REPORT.replace("年度: 2025\n", "年度: 2025\n稿次: 送审稿\n稿次标注: 标注\n", 1)
    result = render.build(report(tmp_path, text), edition="报送", to=["pdf"], faces="vendored")
    assert result.laid_out is not None
    runs = {i.text: i for i in result.laid_out.pages.pages[0].items if isinstance(i, TextRun)}
    assert runs["送审稿"].baseline == runs["000713"].baseline
    assert result.outputs[0].name.endswith("_报送版_送审稿.pdf")


def test_the_web_form_is_paragraphs_bold_type_and_tables(tmp_path: Path) -> None:
    """No class, no script; two full-width spaces; particulars apart; attachments linked."""
    folder = report(tmp_path)
    (folder / "附件").mkdir()
    for n, name in enumerate(("名单", "表"), 1):
        (folder / "附件" / f"{n}.md").write_text(
            f"# {name}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", encoding="utf-8"
        )
    result = render.build(folder, edition="公开", to=["html"], faces="vendored")
    pages = {
        o.name.removeprefix("示例区人民政府关于2025年度法治政府建设情况的报告_公开版"): o.data.decode()
        for o in result.outputs
    }
    assert list(pages) == [".html", "_信息表.html", "_附件1.html", "_附件2.html"]
    tags = set(re.findall(r"<(\w+)", "".join(pages.values())))
    assert tags <= {"p", "strong", "table", "tr", "th", "td", "a"}
    assert "<p>　　2025年办结346件。</p>" in pages[".html"]
    assert "<table" not in pages[".html"]
    assert pages[".html"].count("_公开版_附件") == 2
    assert "索引号" in pages["_信息表.html"]
