"""Tags: the tree says what each piece of a page is, and everything painted has a place in it."""

from __future__ import annotations

import pytest
from write.pdf.placed import (
    BOOK,
    DOCUMENT,
    PROPERTIES,
    elements_of,
    folio,
    operations,
    outline_of,
    pages,
    read,
    run,
)

from render.blocks import Image
from render.pages import ARTIFACT, Element, PlacedImage, Rule
from render.write.pdf import write_pdf

TABLE = (
    DOCUMENT,
    Element("Table", 0, alternative="各单位办件量"),
    Element("TR", 1),
    Element("TH", 2, scope="Column", span=2),
    Element("TR", 1),
    Element("TH", 4, scope="Row"),
    Element("TD", 4),
)


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    """Its lines on the second page hang from the same element, which names that page."""
    reader = read(pages([run("上半段，"), folio(1)], [run("下半段。"), run("另一段。", 2), folio(2)]))

    assert outline_of(reader) == ["Document", "  P 0:0 1:0", "  P 1:1"]


def test_lines_of_an_element_share_a_sequence() -> None:
    """Consecutive runs of one paragraph are marked once, also over a change of face."""
    reader = read(pages([run("一、总体。", role="黑体"), run("办结", x=152), run("三件。", baseline=129)]))

    assert outline_of(reader) == ["Document", "  P 0:0", "  P"]


def test_a_table_says_what_its_cells_are() -> None:
    """A head cell names its direction and the columns it spans; the table carries its summary."""
    items = [run("办件量", 3), run("司法局", 5, baseline=129), run("12", 6, x=300, baseline=129)]
    reader = read(pages(items, elements=TABLE))

    assert outline_of(reader) == [
        "Document",
        "  Table",
        "    TR",
        "      TH 0:0",
        "    TR",
        "      TH 0:1",
        "      TD 0:2",
    ]
    heads = [head["/A"] for head in elements_of(reader, "TH")]
    assert heads == [{"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}, {"/O": "/Table", "/Scope": "/Row"}]
    assert elements_of(reader, "Table")[0]["/A"]["/Summary"] == "各单位办件量"


def test_an_empty_cell_keeps_its_place() -> None:
    """A cell without text stands in the tree before its neighbour, so columns stay countable."""
    elements = (DOCUMENT, Element("Table", 0), Element("TR", 1), *[Element("TD", 2)] * 3)
    reader = read(pages([run("12", 4)], elements=elements))

    assert outline_of(reader) == ["Document", "  Table", "    TR", "      TD", "      TD 0:0", "      TD"]


def test_children_stand_among_the_text_around_them() -> None:
    """A span inside a paragraph comes between the sequences before and after it."""
    elements = (DOCUMENT, Element("P", 0), Element("Span", 1))
    reader = read(pages([run("办结", 1), run("三", 2, x=104), run("件", 1, x=120)], elements=elements))

    (paragraph,) = elements_of(reader, "P")
    assert [kid if isinstance(kid, int) else kid.get_object()["/S"] for kid in paragraph["/K"]] == [
        0,
        "/Span",
        2,
    ]


def test_a_figure_says_what_it_shows_and_where(png: Image) -> None:
    """It has an alternative text, and the box that its picture covers."""
    elements = (DOCUMENT, Element("Figure", 0, alternative="办件量柱状图"))
    placed = PlacedImage("chart", 100, 200, 50, 40, 1)
    (figure,) = elements_of(read(pages([placed], elements=elements, images={"chart": png})), "Figure")

    assert figure["/Alt"] == "办件量柱状图"
    assert [float(edge) for edge in figure["/A"]["/BBox"]] == pytest.approx([100, 601.89, 150, 641.89])


def test_what_is_not_content_is_an_artifact() -> None:
    """A page number is an artifact of pagination, a rule one of layout; neither is in the tree."""
    content = read(pages([Rule(72, 90, 500, 90, 1.0), folio(1)])).pages[0].get_contents()

    assert content is not None
    marked = [operands for operands, operator in content.operations if operator == b"BDC"]
    assert marked == [["/Artifact", {"/Type": "/Layout"}], ["/Artifact", {"/Type": "/Pagination"}]]


def test_nothing_is_painted_outside_the_marks(png: Image) -> None:
    """Every painting operator stands between the beginning and the end of a marked sequence."""
    items = [Rule(1, 2, 3, 4, 0.5), run("字"), PlacedImage("mark", 1, 1, 9, 9, ARTIFACT), folio(1)]
    depth = 0
    for operator in operations(read(pages(items, images={"mark": png}))):
        depth += {"BDC": 1, "EMC": -1}.get(operator, 0)
        assert depth == 1 or operator == "EMC", operator


def test_the_parent_tree_leads_back_to_the_elements() -> None:
    """For each page it lists the element of every sequence, by the sequence's number."""
    reader = read(pages([run("一", 1), folio(1), run("二", 2)], [run("三", 2)]))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    first, second = elements_of(reader, "P")

    assert [page["/StructParents"] for page in reader.pages] == numbers[0::2] == [0, 1]
    assert [[kid.get_object() for kid in kids.get_object()] for kids in numbers[1::2]] == [
        [first, second],
        [second],
    ]


def test_a_title_is_mapped_to_a_paragraph() -> None:
    """ISO 32000-1 has no structure type Title, so the role map says what it is."""
    reader = read(pages([run("报告")], elements=(DOCUMENT, Element("Title", 0))))

    assert reader.trailer["/Root"]["/StructTreeRoot"]["/RoleMap"] == {"/Title": "/P"}


def test_an_unknown_tag_is_refused() -> None:
    """A tag that is no structure type is a fault of the caller."""
    with pytest.raises(ValueError, match="'Heading' is no structure type"):
        write_pdf(pages([], elements=(DOCUMENT, Element("Heading", 0))), BOOK, PROPERTIES)
