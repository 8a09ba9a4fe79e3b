import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
RECORD = tomllib.loads((FONTS / "faces.toml").read_text(encoding="utf-8"))
FACES: dict[str, dict[str, Any]] = {face["role"]: face for face in RECORD["face"]}
LIST_8105 = (FONTS / "8105.txt").read_text(encoding="utf-8").replace("\n", "")
# GB 18030 maps A1A4 to · and A1AA to —, as every Chinese system does; the codec gb2312 does not.
GB2312_CODES = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
GB2312 = {code.decode("gb18030") for code in GB2312_CODES if code.decode("gb2312", "ignore")}


def is_han(character: str) -> bool:
    """Tell Han characters from signs."""
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


CHINESE = [role for role in FACES if role != "西文"]


@pytest.fixture(scope="module", params=CHINESE)
def role(request: pytest.FixtureRequest) -> str:
    """Return each role of the standard in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def font(role: str) -> Iterator[TTFont]:
    """Open the face of a role."""
    with TTFont(FONTS / FACES[role]["file"]) as opened:
        yield opened


@pytest.fixture(scope="module")
def advances(font: TTFont) -> dict[str, float]:
    """Return the advance of every character of the face, in ems."""
    em = font["head"].unitsPerEm
    return {chr(code): font["hmtx"][name][0] / em for code, name in font.getBestCmap().items()}


def test_every_role_has_a_face() -> None:
    """The roles of the standard, the last fallback, and the Latin one of templates that want it."""
    assert list(FACES) == ["小标宋", "仿宋", "黑体", "楷体", "宋体", "西文"]


@pytest.mark.parametrize("name", FACES)
def test_file_is_the_recorded_one(name: str) -> None:
    """The checksum of the file is the one in faces.toml."""
    data = (FONTS / FACES[name]["file"]).read_bytes()

    assert hashlib.sha256(data).hexdigest() == FACES[name]["sha256"]


@pytest.mark.parametrize("name", FACES)
def test_licence_lies_beside_the_face(name: str) -> None:
    """The licence file named in faces.toml exists."""
    assert (FONTS / FACES[name]["licence_file"]).is_file()


def test_the_latin_face_is_as_wide_as_times_new_roman() -> None:
    """ASCII alone, in 2048ths of the em as that face has them: digits 1024, % 1706, space 512, W 1933."""
    with TTFont(FONTS / FACES["西文"]["file"]) as font:
        widths = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    assert widths.keys() == set(map(chr, range(0x20, 0x7F)))
    assert {widths[digit] for digit in "0123456789"} == {1024}
    assert [widths[char] for char in "% W"] == [1706, 512, 1933]


@pytest.mark.parametrize("key", ["family", "postscript_name", "file"])
def test_names_are_unique(key: str) -> None:
    """No two faces share a name; reportlab would take one for the other."""
    assert len({face[key] for face in FACES.values()}) == len(FACES)


def test_names_are_the_recorded_ones(role: str, font: TTFont) -> None:
    """Family, full name and PostScript name in the file are those of faces.toml."""
    names = [font["name"].getDebugName(name_id) for name_id in (1, 4, 6)]

    assert names == [FACES[role]["family"], FACES[role]["family"], FACES[role]["postscript_name"]]


def test_description_says_what_was_changed_and_when(role: str, font: TTFont) -> None:
    """Name 10 gives the date and the packages; the Arphic licence asks for it (2a)."""
    description = font["name"].getDebugName(10)

    assert f"Changed on {RECORD['built_on']}" in description
    assert all(source["package"] in description for source in FACES[role]["source"])


def test_file_holds_only_plain_truetype(font: TTFont) -> None:
    """Outlines are glyf; there are no hinting, layout or vertical tables."""
    plain = "GlyphOrder head hhea maxp OS/2 hmtx cmap loca glyf name post"

    assert set(font.keys()) == set(plain.split())


def test_embedding_is_allowed(font: TTFont) -> None:
    """The bit for restricted licence embedding (OS/2 fsType, bit 1) is clear."""
    assert font["OS/2"].fsType & 0x0002 == 0


def test_average_width_is_half_an_em(font: TTFont) -> None:
    """The average width (xAvgCharWidth) is what the official faces have, not a true average."""
    assert font["OS/2"].xAvgCharWidth * 2 == font["head"].unitsPerEm


def test_list_has_8105_different_characters() -> None:
    """8105.txt repeats nothing and lacks nothing."""
    assert len(LIST_8105) == len(set(LIST_8105)) == 8105


def test_coverage_is_the_recorded_one(role: str, advances: dict[str, float]) -> None:
    """The counts in faces.toml are those of the file."""
    counted = [len(advances), len(set(LIST_8105) & advances.keys()), len(GB2312 & advances.keys())]

    assert counted == [FACES[role][key] for key in ("characters", "of_8105", "of_gb2312")]


@pytest.mark.parametrize("complete_role", ["小标宋", "黑体", "宋体"])
def test_noto_faces_have_the_whole_8105_list(complete_role: str) -> None:
    """Titles, first-level headings and the last fallback never lack a standard character."""
    assert FACES[complete_role]["of_8105"] == 8105


def test_every_face_has_gb2312(role: str, advances: dict[str, float]) -> None:
    """All 7445 characters, save that 仿宋 leaves ℃ to the next face."""
    assert GB2312 - advances.keys() == ({"℃"} if role == "仿宋" else set())


def test_last_fallback_has_all_han_of_the_bmp(font: TTFont, role: str) -> None:
    """Gongwen Song knows the rare characters of names, such as 龑, that no other face has."""
    if role == "宋体":
        assert set(range(0x4E00, 0x9FD6)) <= font.getBestCmap().keys()


def test_han_advances_one_em(advances: dict[str, float]) -> None:
    """Every Han character fills its square."""
    assert {width for character, width in advances.items() if is_han(character)} == {1.0}


@pytest.mark.parametrize("mark", "‘’“”—…，。、；：（）〔〕《》〇①·")
def test_marks_advance_one_em(mark: str, advances: dict[str, float]) -> None:
    """Quotation marks, dash and ellipsis are as wide as Chinese print wants them."""
    assert advances[mark] == 1.0


def test_two_dashes_join(font: TTFont) -> None:
    """The dash reaches both edges of its em, so that —— has no gap."""
    dash = font["glyf"][font.getBestCmap()[ord("—")]]

    assert (dash.xMin, dash.xMax) == (0, font["head"].unitsPerEm)


def test_no_break_space_is_as_wide_as_the_space(advances: dict[str, float]) -> None:
    """U+00A0 is mapped and differs from the space in nothing but its breaking."""
    assert advances["\u00a0"] == advances[" "]


def test_no_character_is_blank(font: TTFont) -> None:
    """A character the face claims to have is drawn; else a name in a report would show a gap."""
    offsets = list(font["loca"])  # an empty glyph ends where it starts
    indices = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    blank = {character for character, index in indices.items() if offsets[index] == offsets[index + 1]}

    assert {character for character in blank if not character.isspace()} == set()


def test_latin_digits_of_fangsong_and_kai_are_half_an_em(role: str, advances: dict[str, float]) -> None:
    """Two digits fill one square where the standard sets body text."""
    if role in ("仿宋", "楷体"):
        assert {advances[digit] for digit in "0123456789"} == {0.5}
