"""What a DOCX says of its lines, tables and toggled runs, as the looks have it."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from render.looks import Edge, Looks
from render.recognise.foreign import examine

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEXT = "<w:p><w:r><w:t>全年各项工作按计划完成。</w:t></w:r></w:p>"


def looks_of(body: str, styles: str = "") -> Looks:
    """Look at a body, with styles."""
    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELS}"><Relationship Id="r" Type="{_KIND}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELS}"><Relationship Id="s" Type="{_KIND}/styles" Target="styles.xml"/>'
            "</Relationships>",
        )
        package.writestr("word/styles.xml", f"<w:styles {_NS}>{styles}</w:styles>")
        package.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
    found = examine(made.getvalue(), "来文.docx").looks
    assert found is not None
    return found


def test_borders_of_a_paragraph_are_edges() -> None:
    """Eighths of a point, a colour, and the side."""
    body = (
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:color="FF0000"/>'
        '<w:top w:val="nil"/></w:pBdr></w:pPr><w:r><w:t>某司〔2021〕3号</w:t></w:r></w:p>'
    )
    assert looks_of(body + _TEXT).paragraphs[0].edges == (Edge("below", 1.5, "FF0000"),)


@pytest.mark.parametrize(
    "drawing",
    [
        '<w:drawing><a:graphic><a:spPr><a:prstGeom prst="line"/><a:ln w="19050"><a:solidFill>'
        '<a:srgbClr val="FF0000"/></a:solidFill></a:ln></a:spPr></a:graphic></w:drawing>',
        '<w:pict><v:line strokecolor="red" strokeweight="1.5pt" from="0,0" to="442,0"/></w:pict>',
    ],
)
def test_a_line_drawn_by_itself_is_an_edge(drawing: str) -> None:
    """As Word 2010 and later draw it, and as WPS and earlier ones do."""
    looks = looks_of(f"<w:p><w:r>{drawing}</w:r></w:p>" + _TEXT)

    assert looks.paragraphs[0].edges == (Edge("drawn", 1.5, "FF0000"),)


def test_a_table_has_the_lines_of_its_style_and_the_width_of_its_columns() -> None:
    """Where it says nothing of its own."""
    styles = (
        '<w:style w:type="table" w:styleId="a"><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="6"/>'
        '</w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    cell = "<w:tc><w:p><w:r><w:t>件数</w:t></w:r></w:p></w:tc>"
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="b"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>'
        f"</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
    )
    found = looks_of(_TEXT + table, styles).tables[0]

    assert (found.width, found.rows, found.repeats_head) == (200.0, 2, True)
    assert found.edges == (Edge("between", 0.75, ""),)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "is_bold"),
    [
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", "<w:i/>", "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", '<w:b w:val="0"/>', "", True),
    ],
)
def test_bold_in_bold_is_not_bold(paragraph: str, character: str, direct: str, is_bold: bool) -> None:
    """Styles toggle it (ISO/IEC 29500-1, 17.7.3); what a run says itself is so."""
    styles = (
        f'<w:style w:type="paragraph" w:styleId="p"><w:rPr>{paragraph}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="c"><w:rPr>{character}</w:rPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="c"/>{direct}</w:rPr><w:t>全年各项工作按计划完成。</w:t></w:r></w:p>'
    )
    assert looks_of(body, styles).paragraphs[0].runs[0].is_bold is is_bold


def test_tracking_and_lines_through_words_are_seen() -> None:
    """In points, and as a switch."""
    run = '<w:r><w:rPr><w:spacing w:val="40"/><w:dstrike/></w:rPr><w:t>全年各项工作按计划完成。</w:t></w:r>'
    look = looks_of(f"<w:p>{run}</w:p>").paragraphs[0].runs[0]

    assert (look.tracking, look.is_struck) == (2.0, True)
