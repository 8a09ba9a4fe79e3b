"""The sample's own template: what it changes is on the pages of both files."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pymupdf
import pytest
from lxml import etree

import render
from render import resources

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Both files of the sample."""
    result = render.build(resources.folder("samples") / "own-template", faces="vendored")
    return {output.format: output.data for output in result.outputs}


def test_digits_of_the_pdf_are_latin_and_page_numbers_are_not(files: dict[str, bytes]) -> None:
    """GB/T 9704-2012, 7.5 names the face of the page number."""
    faces: dict[bool, set[str]] = {True: set(), False: set()}
    with pymupdf.open(stream=files["pdf"]) as document:
        for page in document:
            for block in page.get_text("rawdict")["blocks"]:
                for line in block.get("lines", ()):
                    text = "".join(char["c"] for span in line["spans"] for char in span["chars"])
                    for span in line["spans"]:
                        if any(char["c"].isdecimal() for char in span["chars"]):
                            faces[text.startswith("—")].add(span["font"].partition("+")[2] or span["font"])
    assert faces == {True: {"GongwenSong"}, False: {"GongwenLatin"}}


def test_styles_name_the_latin_face_in_its_slots(files: dict[str, bytes]) -> None:
    """So that digits typed later look alike; the Chinese slot keeps its face."""
    with ZipFile(BytesIO(files["docx"])) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    fonts = {
        style.get(f"{W}styleId"): dict(style.find(f"{W}rPr/{W}rFonts").attrib)
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}rPr/{W}rFonts") is not None
    }
    text = fonts["gongwenText"]
    assert [text[f"{W}{slot}"] for slot in ("ascii", "hAnsi")] == ["Times New Roman"] * 2
    assert text[f"{W}eastAsia"] == "仿宋_GB2312"
    assert fonts["Footer"][f"{W}ascii"] == "宋体"
