"""Sections: sheets set upright and landscape in one document."""

from __future__ import annotations

from builders import paragraph
from lxml import etree
from write.docx.written import W, body, cell, part, parts_of, settled_picture, settled_table, values, written

ROW = (cell("甲"), cell("乙"))
FEET = {"word/footerLandscapeOdd.xml", "word/footerLandscapeEven.xml"}


def kinds(found: etree._Element) -> list[str]:
    """What stands in the body, one letter a block: a paragraph, a table, a section of either kind."""
    letters = {f"{W}p": "p", f"{W}tbl": "t"}
    shown = []
    for element in found:
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if element.tag in letters:
            shown.append(letters[element.tag])
        if section is not None:
            size = section.find(f"{W}pgSz")
            assert size is not None
            shown.append("L" if size.get(f"{W}orient") == "landscape" else "U")
    return shown


def test_an_upright_document_has_one_section_and_no_landscape_feet() -> None:
    """Nothing is added where nothing is turned."""
    data = written(paragraph("甲"))
    assert kinds(part(data, "word/document.xml")[0]) == ["p", "U"]
    assert not FEET & set(parts_of(data))


def test_a_section_ends_with_the_last_block_of_its_orientation() -> None:
    """In the paragraph itself, or in a line of next to no height below a table or a picture."""
    found = body(
        paragraph("一"), paragraph("二", landscape=True, sheet_start=True),
        settled_table(ROW, landscape=True), paragraph("三", sheet_start=True),
    )  # fmt: skip
    assert kinds(found) == ["p", "U", "p", "t", "p", "L", "p", "U"]
    assert values(found, "pPr/pageBreakBefore") == []  # a section begins a side of its own


def test_a_document_may_end_landscape() -> None:
    """Its last section is then the turned one."""
    assert kinds(body(paragraph("一"), settled_table(ROW, landscape=True))) == ["p", "U", "t", "p", "L"]


def test_a_table_or_picture_may_begin_a_sheet() -> None:
    """Below a line of next to no height that breaks the page."""
    found = body(paragraph("一"), settled_table(ROW, sheet_start=True), paragraph("二"))
    assert kinds(found) == ["p", "p", "t", "p", "U"]
    assert [len(p.findall(f"{W}pPr/{W}pageBreakBefore")) for p in found.iterfind(f"{W}p")] == [0, 1, 0]
    assert kinds(body(settled_picture(), settled_table(ROW, sheet_start=True))) == ["p", "p", "t", "p", "U"]


def test_a_landscape_section_keeps_the_type_area_on_the_paper() -> None:
    """What is left on the sheet comes on top: 28, 26, 35 and 37 mm."""
    (size,), (margins,) = (
        list(body(paragraph("一", landscape=True)).iter(f"{W}{name}")) for name in ("pgSz", "pgMar")
    )
    assert [size.get(f"{W}{name}") for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    sides = [margins.get(f"{W}{name}") for name in ("top", "bottom", "left", "right")]
    assert sides == ["1587", "1474", "1984", "2098"]


def test_the_page_number_of_a_landscape_section_hangs_in_a_turned_box() -> None:
    """At the end of an odd page's box, at the beginning of an even one's."""
    data = written(paragraph("一", landscape=True))
    sides = {}
    for name in FEET:
        foot = part(data, name)
        (direction,) = foot.iter("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}bodyPr")
        assert direction.get("vert") == "vert"
        sides[name] = set(values(foot, "txbxContent/p/pPr/jc"))
        assert "PAGE" in etree.tostring(foot, encoding="unicode")
    assert sides == {"word/footerLandscapeOdd.xml": {"right"}, "word/footerLandscapeEven.xml": {"left"}}
