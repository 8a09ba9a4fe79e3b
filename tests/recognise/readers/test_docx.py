"""DOCX: numbers, tables, boxes, changes, comments and pictures of Word files."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from render.diagnostics import Faults
from render.recognise.found import FoundParagraph, FoundPicture, FoundTable
from render.recognise.readers import read
from render.recognise.readers.docx_numbers import written

from .test_html import PNG

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def body(
    xml: str, *, numbering: str = NUMBERING, parts: dict[str, bytes] | None = None, rels: str = ""
) -> bytes:
    """Make a DOCX of the XML of its body."""
    file = BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head = f"<w:document {W} xmlns:r='{kind}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        )
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{package}'><Relationship Id='a' Type='{kind}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f"<Relationships xmlns='{package}'><Relationship Id='n' Type='{kind}/numbering' Target='numbering.xml'/>"
            f"<Relationship Id='c' Type='{kind}/comments' Target='comments.xml'/>{rels}</Relationships>",
        )
        archive.writestr("word/document.xml", f"{head}<w:body>{xml}</w:body></w:document>")
        archive.writestr("word/numbering.xml", numbering)
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return file.getvalue()


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def texts(data: bytes) -> list[object]:
    """Paragraphs as texts, tables as rows."""
    return [
        i.text if isinstance(i, FoundParagraph) else i.rows
        for i in read(data, "a.docx").items
        if not isinstance(i, FoundPicture)
    ]


def test_automatic_numbers_become_real_ones() -> None:
    """A higher level begins the lower ones again; bullets print nothing; a list may start at five."""
    made = texts(
        body(
            numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1, 2) + numbered("丁", 1, 1) + numbered("戊", 1)
            + numbered("己", 1, 1) + numbered("点", 2) + numbered("五", 3)
        )
    )  # fmt: skip
    assert made == ["一、甲", "（一）乙", "1.丙", "（二）丁", "二、戊", "（一）己", "点", "五、五"]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("chineseCountingThousand", "十二"),
        ("decimalEnclosedCircle", "⑫"),
        ("upperRoman", "XII"),
        ("lowerLetter", "l"),
        ("decimalZero", "12"),
        ("decimal", "12"),
    ],
)
def test_number_formats(form: str, text: str) -> None:
    """Of ISO/IEC 29500-1, 17.18.59."""
    assert written(12, form) == text


def test_changes_are_accepted() -> None:
    """What was inserted is there, what was deleted is not."""
    xml = "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t></w:r></w:ins></w:p>"
    assert texts(body(xml)) == ["甲丙"]


def test_comments_are_notes() -> None:
    """Beside their paragraph, with who wrote them."""
    comment = f'<w:comments {W}><w:comment w:id="7" w:author="李某"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>'
    xml = '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>甲</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    (item,) = read(body(xml, parts={"word/comments.xml": comment.encode()}), "a.docx").items
    assert isinstance(item, FoundParagraph)
    assert item.notes == ("李某：请核实",)


def test_text_boxes_stand_where_they_are_anchored() -> None:
    """Once, although they are written twice."""
    box = "<w:txbxContent><w:p><w:r><w:t>红头</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>甲</w:t></w:r></w:p>"
    )
    assert texts(body(xml)) == ["红头", "甲"]


def test_tables_with_merged_cells() -> None:
    """Their text once, in the first place; one cell alone is a frame."""
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "并"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "纵"
    file = BytesIO()
    document.save(file)
    assert texts(file.getvalue()) == [(("并", "", "02"), ("10", "11", "纵"), ("20", "21", ""))]
    assert texts(body(f"<w:tbl><w:tr><w:tc>{p('框内')}</w:tc></w:tr></w:tbl>")) == ["框内"]


def test_line_breaks_end_paragraphs_and_hidden_text_is_listed() -> None:
    """A page break is none."""
    xml = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/><w:t>丙</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>"
    )
    document = read(body(xml), "a.docx")
    assert [i.text for i in document.items if isinstance(i, FoundParagraph)] == ["甲", "乙", "丙", "显"]
    assert [(d.text, d.reason) for d in document.dropped] == [("隐", "hidden")]


def test_pictures_of_the_file_are_taken() -> None:
    """Those outside it are not followed."""
    document = docx.Document()
    document.add_paragraph("甲")
    document.add_picture(BytesIO(PNG))
    file = BytesIO()
    document.save(file)
    made = read(file.getvalue(), "a.docx")
    assert [i.data for i in made.items if isinstance(i, FoundPicture)] == [PNG]
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    rels = "<Relationship Id='x' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/image' Target='http://example.com/a.png' TargetMode='External'/>"
    xml = f"<w:p><w:r><w:drawing><a:blip xmlns:a='{a}' r:link='x' r:embed='x'/></w:drawing><w:t>乙</w:t></w:r></w:p>"
    assert sorted(d.code for d in read(body(xml, rels=rels), "a.docx").remarks) == [
        "import.external",
        "import.pictures_not_taken",
    ]


def test_macros_are_listed_and_entities_not_expanded() -> None:
    """Nothing is run, nothing outside is read."""
    assert [d.code for d in read(body(p("甲"), parts={"word/vbaProject.bin": b"x"}), "a.docm").remarks] == [
        "import.macros"
    ]
    entity = f'<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]>{NUMBERING}'
    made = read(body(p("甲"), numbering=entity), "a.docx")
    assert [d.code for d in made.remarks] == ["import.entities"]


def code(data: bytes) -> str:
    """The code a file is refused with."""
    with pytest.raises(Faults) as raised:
        read(data, "a.docx")
    return raised.value.diagnostics[0].code


def test_archives_that_are_no_documents() -> None:
    """Bombs, broken files, other programs' formats, encrypted ones."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert code(file.getvalue()) == "import.bomb"
    assert code(body(p("甲"))[:-40]) == "import.damaged"
    assert code(b"PK\x03\x04nothing") == "import.damaged"
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert code(other.getvalue()) == "import.foreign"
    assert code(body("<w:p>")) == "import.damaged"
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert code(locked) == "import.locked"
    assert code(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)) == "import.foreign"


def test_strict_documents_are_read_too() -> None:
    """ISO/IEC 29500 strict has namespaces of its own."""
    data = body(p("甲"))
    strict = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/document.xml":
                text = text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            new.writestr(name, text)
    assert texts(strict.getvalue()) == ["甲"]


def test_ruby_and_symbols() -> None:
    """The base of an annotated word, a box to tick."""
    xml = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>"
    )
    assert texts(body(xml)) == ["音☑"]


def with_header(text: str, color: str, *, is_first: bool = True) -> bytes:
    """A document whose page header holds a line."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = is_first
    header = section.first_page_header if is_first else section.header
    run = header.paragraphs[0].add_run(text)
    run.font.size, run.font.color.rgb = Pt(36), RGBColor.from_string(color)
    document.add_paragraph("关于报送2020年工作情况的报告")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("is_first", [True, False])
def test_a_red_head_in_the_page_header_is_text(is_first: bool) -> None:
    """Templates put 发文机关标志 into the header of the first page."""
    document = read(with_header("东海省水利厅文件", "FF0000", is_first=is_first), "a.docx")
    assert next(i.text for i in document.items if isinstance(i, FoundParagraph)) == "东海省水利厅文件"
    assert not document.dropped


@pytest.mark.parametrize(
    ("text", "color"), [("东海省水利厅文件", "000000"), ("工作报告（送审稿）", "FF0000")]
)
def test_other_page_headers_are_running_heads(text: str, color: str) -> None:
    """Neither black words nor a red note make a letterhead."""
    document = read(with_header(text, color), "a.docx")
    assert [i.text for i in document.items if isinstance(i, FoundParagraph)] == [
        "关于报送2020年工作情况的报告"
    ]
    assert [each.text for each in document.dropped] == [text]


def test_content_controls_and_fields() -> None:
    """What a form's controls and fields show is text; the instruction of a field is not."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>××局</w:t></w:r></w:sdtContent></w:sdt>"
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    block = f"<w:sdt><w:sdtContent>{p('全年共办理××项。')}</w:sdtContent></w:sdt>"
    xml = f"<w:p><w:r><w:t>见</w:t></w:r>{control}<w:r><w:t>第</w:t></w:r>{page}<w:r><w:t>页</w:t></w:r></w:p>{block}"
    assert texts(body(xml)) == ["见××局第3页", "全年共办理××项。"]


assert parse_xml
assert FoundTable
