"""File: what the whole says about itself, and that it passes the validators."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import page as validation
import pypdf
import pytest
from write.pdf.placed import BOOK, DOCUMENT, HEIGHT, PROPERTIES, TITLE, folio, pages, read, run

from render.blocks import Image
from render.pages import Bookmark, Element, Item, Pages, PlacedImage, Rule
from render.write.pdf import write_pdf

ELEMENTS = (
    *(DOCUMENT, Element("Title", 0), Element("H1", 0), Element("P", 0)),
    *(Element("Table", 0), Element("TR", 4), Element("TH", 5, scope="Column"), Element("TD", 5)),
    Element("Figure", 0, alternative="柱状图"),
)
BOOKMARKS = (
    *(Bookmark(1, "一、总体情况", 0, 100.0), Bookmark(3, "1.办件", 0, 200.0)),
    *(Bookmark(2, "（一）立案", 1, 90.0), Bookmark(1, "二、打算", 1, 300.0)),
)


def report(image: Image) -> Pages:
    """Place a bit of everything on two pages, and leave a third blank."""
    first: list[Item] = [
        *(run(TITLE, 1, role="小标宋", size=22.0), run("一、总体情况", 2, role="黑体", baseline=150)),
        run("2020年“法治”𬭚三〇件，", 3, role="宋体", baseline=180, spaces=[0.3, 0.1], color="FF0000"),
        *(Rule(72, 200, 500, 200, 0.75), run("季度", 6, baseline=215), run("12.5", 7, x=300, baseline=215)),
        folio(1),
    ]
    second = [run("完。", 3), PlacedImage("chart", 100, 200, 80, 40, 8), folio(2)]
    return pages(first, second, [], elements=ELEMENTS, bookmarks=BOOKMARKS, images={"chart": image})


@pytest.mark.parametrize("profile", ["PDF_A_2A", "PDF_UA_1"])
def test_a_validator_finds_no_fault(png: Image, profile: str) -> None:
    """The file keeps its two promises, archivable and accessible."""
    written = write_pdf(report(png), BOOK, PROPERTIES)

    found = validation.validate_pdf_bytes(written, profile=getattr(validation.ValidationProfile, profile))

    assert found.is_compliant, found.to_json()


@pytest.mark.usefixtures("qpdf")
def test_qpdf_finds_no_fault(png: Image, tmp_path: Path) -> None:
    """Cross-references, lengths and streams are sound."""
    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(report(png), BOOK, PROPERTIES))

    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_same_pages_give_the_same_bytes(png: Image) -> None:
    """Nothing is remembered from one document to the next."""
    first = write_pdf(report(png), BOOK, PROPERTIES)
    write_pdf(pages([run("别的文件")]), BOOK, PROPERTIES)

    assert write_pdf(report(png), BOOK, PROPERTIES) == first


def test_another_process_gives_the_same_bytes(png: Image, tmp_path: Path) -> None:
    """Hash seed, clock zone, source date and reportlab's own switches leave no trace."""
    script = (
        "import hashlib, sys; from write.pdf.placed import *; from render.pages import Element;"
        "placed = pages([run('二〇二〇年', 1), run('标题', 2, role='黑体'), folio(1)]);"
        "print(hashlib.sha256(write_pdf(placed, BOOK, PROPERTIES)).hexdigest())"
    )
    tests = Path(__file__).parents[2]
    plain = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])}
    changed = {"PYTHONHASHSEED": "7", "TZ": "America/Lima", "SOURCE_DATE_EPOCH": "1", "RL_invariant": "1"}

    digests = {
        subprocess.run([sys.executable, "-c", script], env=env, check=True, capture_output=True).stdout
        for env in ({**plain, "PYTHONHASHSEED": "1"}, {**plain, **changed})
    }

    assert len(digests) == 1


def test_the_properties_are_stated() -> None:
    """The information dictionary holds what is known and nothing else."""
    assert read(pages([])).metadata == {
        "/Title": TITLE,
        "/Author": "洪山区司法局",
        "/Keywords": "法治 <政府> & 报告",
        "/Creator": "gongwen",
        "/Producer": "gongwen",
        "/CreationDate": "D:20210218093000+08'00'",
        "/ModDate": "D:20210218093000+08'00'",
    }


def test_the_packet_agrees_with_the_dictionary() -> None:
    """The XMP packet states the same title, author, keywords and moment."""
    packet = read(pages([])).xmp_metadata

    assert packet is not None
    assert packet.dc_title == {"x-default": TITLE}
    assert packet.dc_creator == ["洪山区司法局"]
    assert packet.pdf_keywords == "法治 <政府> & 报告"
    assert packet.xmp_create_date == datetime(2021, 2, 18, 1, 30)  # in UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    """A date that means something else elsewhere is a fault of the caller."""
    with pytest.raises(ValueError, match="no time zone"):
        write_pdf(pages([]), BOOK, replace(PROPERTIES, created=datetime(2021, 2, 18)))


def test_readers_are_told_language_and_title() -> None:
    """The catalog names the language, asks for the title in the window, and says it is tagged."""
    catalog = read(pages([])).trailer["/Root"]

    assert catalog["/Lang"] == "zh-CN"
    assert catalog["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert catalog["/MarkInfo"] == {"/Marked": True}


def test_pages_keep_their_size() -> None:
    """Each page has its own sheet, and is read in the order of the tree."""
    page = read(pages([run("一")])).pages[0]

    assert [float(edge) for edge in page.mediabox] == pytest.approx([0, 0, 595.276, HEIGHT])
    assert page["/Tabs"] == "/S"


def test_bookmarks_hang_below_the_level_before(png: Image) -> None:
    """A level may be skipped; each bookmark leads to the upper edge of its line."""
    reader = read(report(png))
    first, below, last = reader.outline

    assert [first.title, [item.title for item in below], last.title] == [
        "一、总体情况",
        ["1.办件", "（一）立案"],
        "二、打算",
    ]
    assert [reader.get_destination_page_number(item) for item in (first, *below, last)] == [0, 0, 1, 1]
    assert float(last.top) == pytest.approx(HEIGHT - 300)


def test_without_bookmarks_there_is_no_outline() -> None:
    """A letter of one page has none."""
    assert "/Outlines" not in read(pages([run("一")])).trailer["/Root"]


def test_a_carried_source_is_an_associated_file() -> None:
    """Named in the catalog among both, with what it is; the packet then says part 3."""
    written = write_pdf(pages([run("一")]), BOOK, PROPERTIES, source=b"archive")
    reader = pypdf.PdfReader(BytesIO(written))
    (specification,) = reader.trailer["/Root"]["/AF"]
    assert specification.get_object()["/AFRelationship"] == "/Source"
    assert specification.get_object()["/EF"]["/F"]["/Subtype"] == "/application/zip"
    assert reader.attachments == {"source.gongwen.zip": [b"archive"]}
    assert b"<pdfaid:part>3<" in written
    assert written == write_pdf(pages([run("一")]), BOOK, PROPERTIES, source=b"archive")


def test_without_a_source_nothing_is_attached() -> None:
    """Part 2 would forbid it."""
    written = write_pdf(pages([run("一")]), BOOK, PROPERTIES)
    catalog = pypdf.PdfReader(BytesIO(written)).trailer["/Root"]
    assert b"<pdfaid:part>2<" in written
    assert not {"/AF", "/Names"} & set(catalog)
