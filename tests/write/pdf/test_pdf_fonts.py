"""Fonts: every face is embedded with the characters used, whatever file it comes from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTCollection, TTFont
from pypdf.generic import DictionaryObject
from write.pdf.placed import BOOK, PROPERTIES, pages, read, run

from render.diagnostics import Faults
from render.fonts import ROLES, Choice, Face, FontBook, vendored_faces
from render.pages import Pages
from render.write.pdf import write_pdf
from render.write.pdf.glyphs import TABLES


def fonts(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    """Find the Type 0 fonts of the first page."""
    return [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]


def programs(reader: pypdf.PdfReader) -> list[TTFont]:
    """Open the embedded font files, in the order of `fonts`."""
    descriptors = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts(reader)]
    return [TTFont(BytesIO(descriptor["/FontFile2"].get_data())) for descriptor in descriptors]


def book_with(face: Face) -> FontBook:
    """Take the vendored faces, but another for 黑体."""
    vendored = vendored_faces()
    choices = {role: Choice(role, face if role == "黑体" else vendored[role], ()) for role in ROLES}
    return FontBook(choices, vendored)


def in_face(face: Face, text: str) -> Pages:
    """Place one line in a face of the test's own, each character an em wide."""
    line = run(text, role="黑体")
    return pages([type(line)(text, face.name, 16.0, 72.0, 100.0, (16.0,) * len(text), 1, line.source)])


def test_every_face_is_embedded_as_a_subset() -> None:
    """Five roles on one page give five fonts, each with a subset name and the glyphs used."""
    reader = read(pages([run("一二三", role=role, baseline=100.0 + 20 * n) for n, role in enumerate(ROLES)]))

    names = [font["/BaseFont"] for font in fonts(reader)]
    assert [name[8:] for name in names] == [BOOK.primary(role).name for role in ROLES]
    assert all(name[1:7].isupper() and name[7] == "+" for name in names)
    assert [program["maxp"].numGlyphs for program in programs(reader)] == [4] * 5


def test_no_other_font_is_named() -> None:
    """A page that nothing is set on names no font, not even a standard one."""
    assert fonts(read(pages([]))) == []


def test_only_what_draws_is_kept() -> None:
    """Tables for layout, names and hinting stay out of the file."""
    (program,) = programs(read(pages([run("一二三")])))

    assert set(program.reader.keys()) == set(TABLES)


def test_widths_agree_with_the_outlines() -> None:
    """PDF/A asks that the widths stated be those of the font; most are an em and go unsaid."""
    reader = read(pages([run("一Wi二", role="楷体")]))  # 1024 units to the em
    (font,), (program,) = fonts(reader), programs(reader)
    descendant = font["/DescendantFonts"][0]
    to_glyph = descendant["/CIDToGIDMap"].get_data()
    codes, widths = descendant["/W"][0::2], descendant["/W"][1::2]

    assert (descendant["/DW"], codes) == (1000, [2, 3])
    order = program.getGlyphOrder()
    for code, (width,) in zip(codes, widths, strict=True):
        glyph = int.from_bytes(to_glyph[2 * code : 2 * code + 2])
        assert float(width) == pytest.approx(program["hmtx"][order[glyph]][0] * 1000 / 1024, abs=0.001)


def test_codes_lead_back_to_characters() -> None:
    """The map to Unicode holds each character once, in UTF-16, beyond the basic plane too."""
    (font,) = fonts(read(pages([run("一𬭚一")])))
    to_unicode = font["/ToUnicode"].get_data().decode()

    assert "2 beginbfchar\n<0001> <4e00>\n<0002> <d872df5a>\nendbfchar" in to_unicode


def test_a_face_within_a_collection(tmp_path: Path) -> None:
    """An official face is often the second font of a .ttc file."""
    collection = TTCollection()
    for text in ("一", "二"):
        font = TTFont(vendored_faces()["黑体"].path)
        subsetter = Subsetter()
        subsetter.populate(text=text)
        subsetter.subset(font)
        collection.fonts.append(font)
    collection.save(tmp_path / "two.ttc")
    face = Face("SimHei", "黑体", tmp_path / "two.ttc", 1, "official")

    reader = pypdf.PdfReader(BytesIO(write_pdf(in_face(face, "二"), book_with(face), PROPERTIES)))

    assert reader.pages[0].extract_text() == "二"
    assert fonts(reader)[0]["/BaseFont"].endswith("+SimHei")


WHOLE = vendored_faces()["黑体"].path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\0\1\0\0 no font", WHOLE[:3000], WHOLE[: len(WHOLE) // 2]],
    ids=["gone", "empty", "no font", "only a head", "half"],
)
def test_a_damaged_face_is_a_fault(tmp_path: Path, content: bytes | None) -> None:
    """A file that is gone, is no font or was cut short is named, and no gap reaches the page."""
    path = tmp_path / "simhei.ttf"
    if content is not None:
        path.write_bytes(content)
    face = Face("SimHei", "黑体", path, 0, "official")

    with pytest.raises(Faults) as caught:
        write_pdf(in_face(face, "一"), book_with(face), PROPERTIES)

    (finding,) = caught.value.diagnostics
    assert finding.code == "pdf.face_unreadable"
    assert finding.values == {"face": "黑体", "file": str(path)}
