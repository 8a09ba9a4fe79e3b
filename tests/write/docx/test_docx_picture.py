"""Pictures: on a line of their own, described, and stored once."""

from __future__ import annotations

import pytest
from builders import paragraph
from lxml import etree
from write.docx.written import body, image, parts_of, settled_picture, values, written

from render.blocks import Picture
from render.diagnostics import NOWHERE

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def drawn(found: etree._Element, name: str) -> list[dict[str, str]]:
    """List the attributes of every element of a name in the drawings."""
    return [dict(element.attrib) for element in found.iter(f"{DRAWING}{name}")]


def test_a_picture_is_described() -> None:
    """For people who cannot see it."""
    assert [d["descr"] for d in drawn(body(settled_picture(alternative='图 <"1">')), "docPr")] == ['图 <"1">']


def test_a_picture_has_its_settled_size() -> None:
    """100 × 50 pt in English metric units."""
    assert drawn(body(settled_picture()), "extent") == [{"cx": "1270000", "cy": "635000"}]


def test_a_picture_takes_its_rows() -> None:
    """Two of 579 twips; never an exact line, whose upper edge would cut it off."""
    found = body(settled_picture(), paragraph("后"))
    assert values(found, "pPr/spacing", "line") == ["1158"]
    assert values(found, "pPr/spacing", "lineRule") == ["atLeast"]


def test_the_same_file_is_stored_once() -> None:
    """Two names for the same bytes are one part; drawings have ids of their own."""
    images = {"a.png": image(), "b.png": image(), "c.png": image("red")}
    blocks = [settled_picture(name) for name in images]
    media = [name for name in parts_of(written(*blocks, images=images)) if "media" in name]
    assert media == ["word/media/image1.png", "word/media/image2.png"]
    assert [d["id"] for d in drawn(body(*blocks, images=images), "docPr")] == ["1", "2", "3"]


def test_a_picture_is_stored_as_it_came() -> None:
    """Byte for byte."""
    data = written(settled_picture(), images={"图.png": image()})
    assert parts_of(data)["word/media/image1.png"] == image().data


def test_a_picture_nobody_uses_is_left_out() -> None:
    """Only what a block shows goes into the file."""
    assert not [name for name in parts_of(written()) if "media" in name]


def test_an_unsettled_picture_is_refused() -> None:
    """Its size is layout's to decide."""
    with pytest.raises(ValueError, match=r"图\.png has no settled size"):
        body(Picture("图.png", "", NOWHERE))
