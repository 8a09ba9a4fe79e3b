"""Styles: they state everything that decides where lines break."""

from __future__ import annotations

import pytest
from builders import paragraph
from lxml import etree
from write.docx.written import W, everything, part, style, values, written

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@pytest.fixture(scope="module")
def styles() -> etree._Element:
    """Read the styles of the template `report`."""
    return part(written(), "word/styles.xml")


def test_a_face_fills_all_four_slots(styles: etree._Element) -> None:
    """A slot left out falls back to another face, and digits change their width."""
    faces = list(styles.iter(f"{W}rFonts"))
    assert len(faces) > 20
    assert all(len({face.get(f"{W}{slot}") for slot in SLOTS}) == 1 for face in faces)
    assert all(face.get(f"{W}ascii") for face in faces)


def test_no_face_comes_from_the_theme(styles: etree._Element) -> None:
    """A theme's face wins over a named one."""
    assert not [name for face in styles.iter(f"{W}rFonts") for name in face.attrib if "heme" in name]


def test_the_official_families_are_named() -> None:
    """GB/T 9704-2012, 5.2.2 and 7.3."""
    data = written()
    families = [
        values(style(data, s), "rFonts", "eastAsia")
        for s in ("gongwenText", "Title", "Heading1", "Heading2", "Footer")
    ]
    assert families == [["仿宋_GB2312"], ["方正小标宋简体"], ["黑体"], ["楷体_GB2312"], ["宋体"]]


def test_every_paragraph_style_states_its_lines(styles: etree._Element) -> None:
    """One row of 579 twips, or the leading of the style, exactly, and nothing above or below."""
    spacing = [s.find(f"{W}pPr/{W}spacing") for s in styles if s.get(f"{W}type") == "paragraph"]
    stated = {
        tuple(e.get(f"{W}{n}") for n in ("before", "after", "lineRule")) for e in spacing if e is not None
    }
    assert None not in spacing
    assert stated == {("0", "0", "exact")}
    assert {e.get(f"{W}line") for e in spacing if e is not None} == {"579", "360", "320", "560", "270", "250"}


def test_running_text_fits_28_characters() -> None:
    """Minus five twips after every character of 16 pt (28 × 315 < 8845)."""
    text = style(written(), "gongwenText")
    assert values(text, "rPr/spacing") == ["-5"]
    assert values(text, "rPr/sz") == ["32"]
    assert values(text, "rPr/kern") == ["0"]


@pytest.mark.parametrize(
    ("name", "hangs", "first_line"),
    [("portable", "1", "640"), ("word", "0", "630"), ("word-hang", "1", "640")],
)
def test_the_target_drives_the_attributes(name: str, hangs: str, first_line: str) -> None:
    """One table for the file and for the line breaker."""
    text = style(written(name=name), "gongwenText")
    assert values(text, "pPr/overflowPunct") == [hangs]
    assert values(text, "pPr/ind", "firstLine") == [first_line]
    assert values(text, "pPr/ind", "firstLineChars") == ["200"]
    assert values(text, "pPr/autoSpaceDE") == values(text, "pPr/autoSpaceDN") == ["0"]
    assert values(text, "pPr/widowControl") == ["0"]


def test_headings_are_words_own() -> None:
    """The navigation pane looks for `heading 1`; people see our title beside it."""
    heading = style(written(), "Heading1")
    assert values(heading, "name") == ["heading 1"]
    assert values(heading, "aliases") == ["一级标题"]
    assert values(heading, "pPr/outlineLvl") == ["0"]
    assert values(heading, "pPr/keepNext") == ["1"]


def test_a_heading_and_its_character_style_are_linked() -> None:
    """Each names the other, and both look alike."""
    data = written()
    heading, run_in = style(data, "Heading3"), style(data, "Heading3Char")
    assert values(heading, "link") == ["Heading3Char"]
    assert values(run_in, "link") == ["Heading3"]
    assert values(heading, "rFonts", "ascii") == values(run_in, "rFonts", "ascii")


def test_our_styles_have_chinese_names() -> None:
    """As Word's list of styles shows them."""
    data = written()
    names = [values(style(data, s), "name") for s in ("gongwenText", "gongwenTableHead", "gongwenTableGrid")]
    assert names == [["公文正文"], ["表头"], ["公文表格"]]


def test_styles_have_ids_and_names_of_their_own(styles: etree._Element) -> None:
    """Word drops the second of two."""
    ids = [s.get(f"{W}styleId") for s in styles.iter(f"{W}style")]
    names = values(styles, "style/name")
    assert len(set(ids)) == len(ids)
    assert len({name.lower() for name in names}) == len(names)


def test_every_style_named_in_the_body_exists() -> None:
    """A missing one would silently become Normal."""
    data = everything()
    known = {s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    document = part(data, "word/document.xml")
    named = {v for path in ("pStyle", "rStyle", "tblStyle") for v in values(document, path)}
    assert named <= known


def test_a_table_style_has_the_rules_of_its_template() -> None:
    """1.5 pt outside, 0.5 pt inside, in eighths of a point; sides open."""
    table = style(written(), "gongwenTableGrid")
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    assert borders is not None
    assert {b.tag.removeprefix(W): b.get(f"{W}sz") for b in borders} == {
        "top": "12", "bottom": "12", "insideH": "4", "insideV": "4",
    }  # fmt: skip


def test_a_plain_document_does_not_know_figures() -> None:
    """The style that marks them is left out."""
    styles = part(written(paragraph("一"), plain=True), "word/styles.xml")
    assert "gongwenFigure" not in {s.get(f"{W}styleId") for s in styles.iter(f"{W}style")}
