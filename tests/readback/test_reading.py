"""A DOCX as anybody may have left it: what is read, what is refused, what is said to be lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from render.diagnostics import Faults
from render.readback.document import Aside, Line, Table, lines_of
from render.readback.reading import read_document

from .documents import TEXT, W, repacked

TYPES = "[Content_Types].xml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


START = '<w:vMerge w:val="restart"/>'


def package(body: str, **parts: str) -> dict[str, bytes]:
    """Make the parts of a small document; others by name, `_` for the slash of a folder."""
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{TEXT}"/>'
    contents = {
        TYPES: "<Types/>",
        "_rels/.rels": f"<Relationships>{main}</Relationships>",
        TEXT: f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>',
    }
    kinds = {name: name for name in parts}
    relations = "".join(f'<Relationship Id="{k}" Type="{OFFICE}/{k}" Target="{k}.xml"/>' for k in kinds)
    contents["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    contents |= {f"word/{name}.xml": f'<w:x xmlns:w="{W}">{text}</w:x>' for name, text in parts.items()}
    return {name: text.encode() for name, text in contents.items()}


def read(tmp_path: Path, body: str, **parts: str):
    """Read a small document."""
    return read_document(repacked(package(body, **parts), tmp_path / "a.docx"))


def texts(tmp_path: Path, body: str) -> list[str]:
    """Read the lines of a small document."""
    return [line.text for item in read(tmp_path, body).items for line in lines_of(item)]


def test_runs_cut_up_at_will(tmp_path: Path) -> None:
    """Proof marks, smart tags, links, controls, deleted empty runs: only the characters count."""
    body = (
        '<w:p><w:r><w:t>甲</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="1"><w:t>乙</w:t></w:r>'
        "<w:smartTag><w:r><w:t>丙</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>丁</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>戊</w:t></w:r></w:sdtContent></w:sdt><w:r/></w:p>"
    )
    assert texts(tmp_path, body) == ["甲乙丙丁戊"]


def test_a_field_shows_its_result(tmp_path: Path) -> None:
    """Not its instruction, nor that of a field inside it."""
    body = (
        '<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>REF a</w:instrText><w:t>看不见</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t></w:r></w:p>'
    )
    assert texts(tmp_path, body) == ["第3页"]


def test_characters_written_as_elements(tmp_path: Path) -> None:
    """A soft hyphen is nothing; a page break is no line break."""
    body = (
        '<w:p><w:r><w:t xml:space="preserve">甲 </w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>'
        '<w:br w:type="page"/><w:softHyphen/><w:noBreakHyphen/><w:sym w:font="x" w:char="4E01"/></w:r></w:p>'
    )
    assert texts(tmp_path, body) == ["甲 \t乙\n丙-丁"]


def test_white_space_counts_where_it_is_said_to(tmp_path: Path) -> None:
    """Else it is the XML's own."""
    assert texts(tmp_path, "<w:p><w:r><w:t> 甲 </w:t></w:r></w:p>") == ["甲"]


def test_of_alternatives_the_first_counts_and_a_text_box_stands_aside(tmp_path: Path) -> None:
    """Its words are not those of the paragraph it hangs on."""
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = read(tmp_path, body)
    assert [line.text for item in document.items for line in lines_of(item)] == ["正文"]
    assert document.asides == (Aside("text box", "框中文字"),)


def test_headers_and_notes_stand_aside(tmp_path: Path) -> None:
    """But for page numbers and separators."""
    document = read(
        tmp_path,
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        header="<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>",
        footer="<w:p><w:r><w:t>— 12 —</w:t></w:r></w:p>",
        footnotes='<w:footnote w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>来源不明</w:t></w:r></w:p></w:footnote>',
    )
    assert document.asides == (Aside("footnote", "来源不明"), Aside("header", "内部资料"))


def test_tables_with_merged_cells(tmp_path: Path) -> None:
    """A cell that goes on with the one above is none; a table inside a cell is text of the cell."""

    def cell(text: str, merged: str = "") -> str:
        look = f"<w:tcPr>{merged}</w:tcPr>"
        return f"<w:tc>{look}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    rows = (
        f"<w:tr>{cell('甲', START)}{cell('乙')}</w:tr><w:tr>{cell('', '<w:vMerge/>')}{cell('丙')}</w:tr>"
        f"<w:tr><w:tc><w:tbl><w:tr>{cell('丁')}</w:tr></w:tbl><w:p/></w:tc></w:tr>"
    )
    (table,) = read(tmp_path, f"<w:tbl>{rows}</w:tbl>").items
    assert isinstance(table, Table)
    shown = [["".join(line.text for line in cell) for cell in row.cells] for row in table.rows]
    assert shown == [["甲", "乙"], ["丙"], ["丁"]]


def test_headings_are_told_by_outline_name_or_link(tmp_path: Path) -> None:
    """Whatever a program calls the style; a style of body text is none."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="x"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="y"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="z"/><w:basedOn w:val="d"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t>{name}</w:t></w:r></w:p>' for name in "abcd"
    )
    levels = [item.level for item in read(tmp_path, body, styles=styles).items if isinstance(item, Line)]
    assert levels == [2, 1, 1, None]


def test_comments_their_places_and_answers(tmp_path: Path) -> None:
    """Who, when, what, on which words; one without a range stands on a place."""
    ids = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    said = '<w:p {} w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    comments = (
        '<w:comment w:id="1" w:author="张三" w:date="2026-02-01T08:00:00Z">'
        + said.format(ids, "A1", "核实")
        + '<w:comment w:id="2" w:author="李四">'
        + said.format(ids, "A2", "已核")
    )
    extended = '<x paraId="A2" paraIdParent="A1" done="1"/>'
    body = (
        '<w:p><w:r><w:t>共</w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t>28件</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        '<w:r><w:commentReference w:id="2"/></w:r></w:p>'
    )
    document = read(tmp_path, body, comments=comments, commentsExtended=extended)
    first, second = document.comments
    assert (first.author, first.date[:10], first.text, first.answers) == ("张三", "2026-02-01", "核实", None)
    assert (second.answers, second.done) == ("1", True)
    (line,) = document.items
    assert isinstance(line, Line)
    assert [piece.text for piece in line.pieces if "1" in piece.comments] == ["28件"]
    assert line.comments == ("1", "2")


def test_a_strict_document_has_other_namespaces(tmp_path: Path) -> None:
    """And the same words."""
    contents = package("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")
    contents[TEXT] = contents[TEXT].replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    document = read_document(repacked(contents, tmp_path / "strict.docx"))
    assert [line.text for item in document.items for line in lines_of(item)] == ["正文"]


def test_what_an_editor_removed_is_named(tmp_path: Path) -> None:
    """Comments whose places are left, notes, styles, marks."""
    body = '<w:p><w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="1"/></w:r></w:p>'
    assert read(tmp_path, body).lost == ("marks", "digest", "styles", "comments", "notes")


def zipped(contents: dict[str, bytes], path: Path) -> Path:
    """Write parts into a file."""
    return repacked(contents, path)


def refused(path: Path) -> str:
    """The code a file is refused with."""
    with pytest.raises(Faults) as caught:
        read_document(path)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic.code


def test_what_is_no_docx(tmp_path: Path) -> None:
    """Each kind with its own way out."""
    for name, data, code in (
        ("a.docx", b"", "readback.no_docx"),
        ("b.docx", b"%PDF-1.7", "readback.no_docx"),
        ("c.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "readback.old_format"),
        (
            "d.docx",
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "readback.locked",
        ),
        ("e.docx", b"PK\3\4 cut short", "readback.damaged"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert refused(path) == code, name
    assert refused(tmp_path / "none.docx") == "readback.unreadable"
    assert refused(zipped({"a.txt": b"x"}, tmp_path / "f.zip")) == "readback.no_docx"
    book = openpyxl.Workbook()
    book.save(tmp_path / "g.xlsx")
    assert refused(tmp_path / "g.xlsx") == "readback.no_docx"


def test_parts_that_are_missing_or_damaged(tmp_path: Path) -> None:
    """The text itself must be there, whole and without a document type."""
    whole = package("<w:p/>")
    gone = {name: data for name, data in whole.items() if name != TEXT}
    assert refused(zipped(gone, tmp_path / "gone.docx")) == "readback.no_text"
    assert refused(zipped({**whole, TEXT: b"<w:document"}, tmp_path / "cut.docx")) == "readback.damaged"
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'
    assert refused(zipped({**whole, TEXT: bomb}, tmp_path / "type.docx")) == "readback.damaged"
    wide = '\ufeff<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16-le")
    assert refused(zipped({**whole, TEXT: wide}, tmp_path / "wide.docx")) == "readback.damaged"
    assert refused(zipped({**whole, TEXT: b"<x/>"}, tmp_path / "other.docx")) == "readback.no_text"


def test_without_relationships_the_text_is_looked_for_under_its_usual_name(tmp_path: Path) -> None:
    """As a file whose other parts were lost still has."""
    whole = package("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")
    document = read_document(zipped({TYPES: whole[TYPES], TEXT: whole[TEXT]}, tmp_path / "bare.docx"))
    assert [line.text for item in document.items for line in lines_of(item)] == ["正文"]


def test_a_part_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    """It is refused before it is unpacked."""
    path = tmp_path / "bomb.docx"
    contents = package("<w:p/>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data if name != TEXT else b" " * 70_000_000)
    assert refused(path) == "readback.too_big"


def test_elements_nested_without_end(tmp_path: Path) -> None:
    """A thousand tags deep is damage, not a traceback."""
    body = "<w:p>" + "<w:ins>" * 20_000 + "</w:ins>" * 20_000 + "</w:p>"
    assert refused(zipped(package(body), tmp_path / "deep.docx")) == "readback.damaged"
