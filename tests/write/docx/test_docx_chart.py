"""Native charts: the parts of the package, what they say, and the workbooks beside them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from builders import chart, composed, paragraph, target
from lxml import etree
from write.docx.written import PROPERTIES, W, body, part, parts_of, settled_picture, values, written

from render.blocks import FILLS, STROKES, Chart
from render.fonts import font_book
from render.layout import lay_out
from render.write.docx import write_docx

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "全区各级行政机关负责人在行政诉讼一审案件中出庭应诉并当庭发表意见的案件数量（含上年结转）"


def settled(one: Chart) -> Chart:
    """Settle a chart."""
    result, _, _ = lay_out(composed(one), font_book("vendored"), target())
    (block,) = result.blocks
    assert isinstance(block, Chart)
    return block


def space(one: Chart) -> etree._Element:
    """The chart part of a document with one chart."""
    return part(written(settled(one)), "word/charts/chart1.xml")


def vals(element: etree._Element, path: str) -> list[str | None]:
    """The `val` of every element on a path of chart elements."""
    return [
        found.get("val")
        for found in element.iterfind(".//" + "/".join(f"{C}{step}" for step in path.split("/")))
    ]


def cached(element: etree._Element, path: str) -> list[str]:
    """The cached texts on a path."""
    return [
        v.text or "" for v in element.iterfind(".//" + "/".join(f"{C}{step}" for step in path.split("/")))
    ]


def cells(data: bytes, number: int = 1) -> list[tuple[object, ...]]:
    """The rows of a workbook beside a chart."""
    book = openpyxl.load_workbook(BytesIO(parts_of(data)[f"word/embeddings/workbook{number}.xlsx"]))
    assert book.sheetnames == ["Sheet1"]
    return list(book.active.iter_rows(values_only=True))


def test_a_chart_stands_in_whole_rows_and_says_what_it_shows() -> None:
    """As pictures do, numbered together with them."""
    one = settled(chart("bars", {"甲": 3, "乙": -5}))
    found = body(settled_picture(), one)
    identities = [e.get("id") for e in found.iter("{*}docPr")]
    assert identities == ["1", "2"]
    assert [e.get("descr") for e in found.iter("{*}docPr")][1] == "条形图"
    assert values(found, "pPr/spacing", "line")[1] == str(one.rows * 579)
    assert values(found, "pPr/spacing", "lineRule")[1] == "atLeast"
    (frame,) = found.iter(f"{C}chart")
    assert frame.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") == "rIdChart1"


def test_the_workbook_holds_what_the_chart_shows() -> None:
    """The cells are those of the cache, number by number, and there are no others."""
    one = chart("columns", {"甲": (3.5, -4.0), "乙": (5.25, None)}, series=("2019年", "2020年"), decimals=1)
    data = written(settled(one))
    assert cells(data) == [(None, "2019年", "2020年"), ("甲", 3.5, -4), ("乙", 5.2, None)]
    found = part(data, "word/charts/chart1.xml")
    assert cached(found, "ser/tx/strRef/strCache/pt/v") == ["2019年", "2020年"]
    assert cached(found, "ser/cat/strRef/strCache/pt/v") == ["甲", "乙"] * 2
    assert cached(found, "ser/val/numRef/numCache/pt/v") == ["3.5", "5.2", "-4.0"]
    assert cached(found, "ser/cat/strRef/f")[0] == "Sheet1!$A$2:$A$3"
    assert cached(found, "ser/val/numRef/f") == ["Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3"]


def test_every_chart_has_its_own_workbook() -> None:
    """Led to by the relationships of its part, and known to the package."""
    data = written(
        settled(chart("bars", {"甲": 3})),
        paragraph("字"),
        settled(chart("lines", {"甲": 1, "乙": 2, "丙": 3})),
    )
    found = parts_of(data)
    types = found["[Content_Types].xml"].decode()
    for number in (1, 2):
        assert (
            f"../embeddings/workbook{number}.xlsx"
            in found[f"word/charts/_rels/chart{number}.xml.rels"].decode()
        )
        assert f'PartName="/word/charts/chart{number}.xml"' in types
        assert f'PartName="/word/embeddings/workbook{number}.xlsx"' in types
    assert [row[1] for row in cells(data, 2)[1:]] == [1, 2, 3]


def test_bars_run_from_above_and_their_axis_from_below() -> None:
    """Word would begin with the last one; names stand at the edge, left of negative bars."""
    found = space(chart("bars", {"甲": 3, "乙": -5}))
    assert vals(found, "barDir") == ["bar"]
    assert vals(found, "catAx/scaling/orientation") == ["maxMin"]
    assert vals(found, "catAx/tickLblPos") == ["low"]
    assert vals(found, "valAx/crosses") == ["max"]
    assert vals(found, "ser/invertIfNegative") == ["0"]


def test_the_axis_is_that_of_the_page() -> None:
    """Range, steps and field are settled, so that both files draw the same bars."""
    one = settled(chart("columns", {"甲": 30, "乙": 55}))
    assert one.plot is not None
    found = space(chart("columns", {"甲": 30, "乙": 55}))
    assert vals(found, "valAx/scaling/max") == [f"{one.plot.most:f}"]
    assert vals(found, "valAx/scaling/min") == ["0"]
    assert vals(found, "valAx/majorUnit") == ["20"]
    layout = found.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    assert layout is not None
    assert vals(layout, "layoutTarget") == ["inner"]
    assert float(str(vals(layout, "w")[0])) == pytest.approx(one.plot.width / one.width, abs=1e-5)
    assert float(str(vals(layout, "y")[0])) == pytest.approx(one.plot.y / one.height, abs=1e-5)


def test_negative_numbers_print_a_minus_sign() -> None:
    """U+2212, not the hyphen a spreadsheet would print."""
    found = space(chart("bars", {"甲": -3.5}, decimals=1))
    codes = {e.get("formatCode") for e in found.iter(f"{C}numFmt")}
    assert '0.0;"−"0.0' in codes


def test_series_are_told_apart_without_colour() -> None:
    """Only greys, hatches and marks."""
    six = tuple("甲乙丙丁戊己")
    bars = space(chart("columns", {"甲": (1,) * 6, "乙": (2,) * 6}, series=six))
    presets = [e.get("prst") for e in bars.iter(f"{A}pattFill")]
    assert len(set(presets)) == len(presets) == len(FILLS) - 2
    lines = space(chart("lines", {f"{y}年": (1,) * 6 for y in range(2016, 2021)}, series=six))
    assert len(set(vals(lines, "marker/symbol"))) == len(STROKES)
    for found in (bars, lines):
        for color in found.iter(f"{A}srgbClr"):
            value = str(color.get("val"))
            assert value[:2] == value[2:4] == value[4:]


def test_a_key_is_for_several_series() -> None:
    """And stands where it does on the page."""
    assert space(chart("columns", {"甲": 3})).find(f".//{C}legend") is None
    found = space(chart("columns", {"甲": (3, 4), "乙": (5, 6)}, series=("一", "二")))
    assert found.find(f".//{C}legend/{C}layout") is not None


def test_the_unit_is_the_title_of_the_axis() -> None:
    """Put to the upper left; none without a unit."""
    found = space(chart("columns", {"甲": 3}, unit="万元"))
    title = found.find(f".//{C}valAx/{C}title")
    assert title is not None
    assert "".join(t.text or "" for t in title.iter(f"{A}t")) == "单位：万元"
    assert space(chart("columns", {"甲": 3}, unit="")).find(f".//{C}title") is None


def test_long_names_break_as_on_the_page() -> None:
    """Programs would break them elsewhere, or shrink the chart."""
    data = written(settled(chart("bars", {LONG: 3, "乙": 5})))
    names = [str(row[0]) for row in cells(data)[1:]]
    assert "\n" in names[0]
    assert names[0].replace("\n", "") == LONG
    assert names[1] == "乙"
    assert cached(part(data, "word/charts/chart1.xml"), "ser/cat/strRef/strCache/pt/v") == names


def test_numbers_of_lines_stand_where_they_do_on_the_page() -> None:
    """Those on the other side than most are written one by one; names are skipped as there."""
    found = space(chart("lines", {"2017年": 5, "2018年": 3, "2019年": 7, "2020年": 9}))
    assert vals(found, "ser/dLbls/dLbl/idx") == ["1"]
    assert vals(found, "ser/dLbls/dLbl/dLblPos") == ["b"]
    assert vals(found, "ser/dLbls/dLblPos") == ["t"]
    many = space(chart("lines", {f"{1981 + n}年": 30 + n for n in range(40)}))
    assert vals(many, "ser/dLbls/showVal") == ["0"]
    assert int(str(vals(many, "catAx/tickLblSkip")[0])) > 1


def test_the_same_charts_give_the_same_bytes() -> None:
    """The workbook too, which is dated like the document and not by the clock."""
    one = settled(chart("bars", {"甲": 3, "乙": -5}))
    assert written(one) == written(one)
    book = openpyxl.load_workbook(BytesIO(parts_of(written(one))["word/embeddings/workbook1.xlsx"]))
    assert str(book.properties.created) == "2021-02-17 23:30:00"


def test_names_are_escaped() -> None:
    """Whatever an author calls things."""
    found = space(chart("columns", {"甲&<乙>": (3, 1), "“丙”": (4, 2)}, series=("a<b", 'c"d&')))
    assert cached(found, "ser/tx/strRef/strCache/pt/v") == ["a<b", 'c"d&']
    assert cached(found, "ser/cat/strRef/strCache/pt/v")[:2] == ["甲&<乙>", "“丙”"]


def test_a_document_without_charts_has_no_trace_of_them() -> None:
    """No part, no content type."""
    assert not [name for name in parts_of(written(paragraph("字"))) if "chart" in name or "embed" in name]


def test_an_unsettled_chart_is_refused() -> None:
    """A broken promise of the caller."""
    with pytest.raises(ValueError, match="no settled size"):
        written(chart("bars", {"甲": 3}))


def test_a_plain_document_keeps_its_charts() -> None:
    """They are no marks of ours."""
    one = replace(settled(chart("bars", {"甲": 3})), landscape=False)
    data = write_docx(composed(one), target(), PROPERTIES, plain=True)
    assert "word/charts/chart1.xml" in parts_of(data)
    assert W in part(data, "word/document.xml").tag
