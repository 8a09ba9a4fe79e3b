"""The vendored faces, five Chinese and one Latin, and how each is made of a free font that Debian ships.

Every face is drawn anew: the outlines of its characters are taken from one source (Kai: from
two under one licence), turned into TrueType curves where they are cubic, and put into a file
that holds nothing but outlines, widths and names. Hinting, layout and vertical tables stay
behind: the page makers place each character themselves, and reportlab reads glyf outlines only.

Coordinates are font units; 1000 (Kai: 1024) of them make an em. The same packages, versions of
the tools and `--date` give the same bytes.

`python fonts/build.py` needs apt-get, dpkg-deb, fontTools and uharfbuzz. It leaves the faces,
their licences and the record `faces.toml` beside itself.
"""

import argparse
import copy
import datetime
import gzip
import hashlib
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.timeTools import epoch_diff
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

HERE = Path(__file__).parent
LIST_8105 = HERE / "8105.txt"
BUILT_ON = datetime.date(2026, 11, 23)
FACE_VERSION = "1.000"
CURVE_ERROR = 1.0  # units; nobody tells the result from the original, and 0.5 makes larger files

LATIN_1, SIMPLIFIED_CHINESE = 1 << 0, 1 << 18  # bits of OS/2.ulCodePageRange1
SPACE, NO_BREAK_SPACE, EM_DASH = 0x0020, 0x00A0, 0x2014
# In Noto, — and · are narrow; its own feature `fwid` gives them the glyphs of ― and ・.
NOTO_FULL_WIDTH = ((EM_DASH, 0x2015), (0x00B7, 0x30FB))

# What a report sets beside Han characters: Latin with accents (pinyin), Greek, signs, arrows, mathematics,
# enclosed numbers, boxes, check marks, kana, squared units, vertical and full-width forms.
SYMBOLS = """
    0020-007E 00A0-017F 01CD-01DC 0391-03C9 2010-2027 2030-205E 20A0-20BF 2100-22FF 2460-266F 2713-2718
    2E3A-2E3B 3000-312F 3200-33FF FE10-FE1F FE30-FE4F FF01-FFEE
"""
HAN = "3400-4DBF 4E00-9FFF F900-FA2D"
ASCII = "0020-007E"


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of a source, and the file that states them."""

    spdx: str
    path: str  # in the package, whose name goes in the braces
    file: str  # beside the faces
    notice: str = ""  # for the licence field of a source that left it empty


@dataclass(frozen=True, slots=True)
class Source:
    """A font file in a Debian package, at the version last built from."""

    package: str
    version: str
    licence: Licence
    path: str
    index: int = 0  # in a collection


@dataclass(frozen=True, slots=True)
class Face:
    """What to build: a role, a name, and where the outlines come from."""

    role: str
    family: str
    sources: tuple[Source, ...]  # each fills the gaps of those before it
    is_wide: bool = False  # all Han characters of the BMP, not only those of the two standard lists
    is_latin: bool = False  # ASCII alone; the Chinese faces draw all else
    stand_ins: tuple[tuple[int, int], ...] = ()  # a character, and another whose glyph it gets
    left_out: str = ""  # characters to take from another face, though the source has them

    @property
    def postscript_name(self) -> str:
        """The family without spaces, also the stem of the file's name."""
        return self.family.replace(" ", "")


OFL = Licence("OFL-1.1", "usr/share/doc/{}/copyright", "LICENSE-Noto-CJK.txt")
LIBERATION = Licence("OFL-1.1", "usr/share/doc/{}/copyright", "LICENSE-Liberation.txt")
GPL = Licence(
    "GPL-3.0-only WITH Font-exception-2.0",
    "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
    "LICENSE-Fandol.txt",
    notice="GNU General Public License, version 3, with the font exception, extended to this version.",
)
APL = Licence("Arphic-1999", "usr/share/doc/{}/license/english/ARPHICPL.TXT.gz", "LICENSE-Arphic.txt")

FONTS = "usr/share/fonts"


def noto(package: str, style: str) -> Source:
    """Return the simplified Chinese face of a Noto collection."""
    return Source(package, "1:20220127+repack1-1", OFL, f"{FONTS}/opentype/noto/{style}.ttc", index=2)


SERIF_BOLD = noto("fonts-noto-cjk", "NotoSerifCJK-Bold")
SERIF_REGULAR = noto("fonts-noto-cjk", "NotoSerifCJK-Regular")
SANS_MEDIUM = noto("fonts-noto-cjk-extra", "NotoSansCJK-Medium")
FANDOL_FANG = Source(
    "texlive-lang-chinese",
    "2022.20230122-1",
    GPL,
    "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
)
KAITI_M = Source("fonts-arphic-gkai00mp", "2.11-16", APL, f"{FONTS}/truetype/arphic-gkai00mp/gkai00mp.ttf")
LIBERATION_SERIF = Source(
    "fonts-liberation2", "2.1.5-1", LIBERATION, f"{FONTS}/truetype/liberation2/LiberationSerif-Regular.ttf"
)
UKAI_CN = Source("fonts-arphic-ukai", "0.2.20080216.2-5", APL, f"{FONTS}/truetype/arphic/ukai.ttc")

FACES = (
    Face("小标宋", "Gongwen Title", (SERIF_BOLD,), stand_ins=NOTO_FULL_WIDTH),
    # The ℃ of Fandol is narrower than the em, and its neighbour ㎡ is missing: both come from another face.
    Face("仿宋", "Gongwen Fangsong", (FANDOL_FANG,), is_wide=True, left_out="℃"),
    Face("黑体", "Gongwen Hei", (SANS_MEDIUM,), stand_ins=NOTO_FULL_WIDTH),
    # KaitiM first: the comma and the full stop of UKai sit in the middle of the em.
    Face("楷体", "Gongwen Kai", (KAITI_M, UKAI_CN)),
    Face("宋体", "Gongwen Song", (SERIF_REGULAR,), is_wide=True, stand_ins=NOTO_FULL_WIDTH),
    # As wide as Times New Roman, character by character.
    Face("西文", "Gongwen Latin", (LIBERATION_SERIF,), is_latin=True),
)


def main() -> None:
    """Build all faces, with their licences and their record."""
    parser = argparse.ArgumentParser(description="Build the vendored faces from Debian packages.")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir(), "gongwen-fonts"))
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=BUILT_ON)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    records = [f"# Written by build.py.\nbuilt_on = {options.date}\n"]
    for face in FACES:
        data = build_face(face, options.work, options.date)
        (options.out / f"{face.postscript_name}.ttf").write_bytes(data)
        for source in face.sources:
            (options.out / source.licence.file).write_bytes(licence_text(source, options.work))
        records.append(record(face, data, options.work))
        print(f"{face.postscript_name}.ttf  {len(data):,} bytes", flush=True)
    (options.out / "faces.toml").write_text("\n".join(records), encoding="utf-8")


def build_face(face: Face, work: Path, date: datetime.date) -> bytes:
    """Return the TrueType file of a face, dated `date`.

    Raises:
        ValueError: The sources are under different licences; none would cover the mixture.
    """
    if len({source.licence for source in face.sources}) > 1:
        raise ValueError(f"{face.family} mixes licences")
    wanted = repertoire(face) - {ord(character) for character in face.left_out}
    fonts: list[TTFont] = []
    glyphs: dict[str, Glyph] = {".notdef": Glyph()}  # takes the first place, and its outline below
    widths: dict[str, int] = {}
    character_map: dict[int, str] = {}
    for source in face.sources:
        font = cut_source(source, unpacked(source, work) / source.path, wanted - character_map.keys())
        fonts.append(font)
        for character, name in sorted(font.getBestCmap().items()):
            unique_name = f"{source.package}.{name}"
            if unique_name not in glyphs:
                glyphs[unique_name] = draw_glyph(font, name)
                widths[unique_name] = font["hmtx"][name][0]
            # UKai maps some rare characters to empty glyphs.
            if glyphs[unique_name].numberOfContours or chr(character).isspace():
                character_map[character] = unique_name
    em: int = fonts[0]["head"].unitsPerEm
    if any(font["head"].unitsPerEm != em for font in fonts):
        raise ValueError(f"the sources of {face.family} differ in their em")

    for character, stand_in in face.stand_ins:
        character_map[character] = character_map[stand_in]
    if not face.is_latin:
        character_map[NO_BREAK_SPACE] = character_map[SPACE]
        glyphs["dash"], widths["dash"] = edge_to_edge(glyphs[character_map[EM_DASH]], em), em
        character_map[EM_DASH] = "dash"
    glyphs[".notdef"] = draw_glyph(fonts[0], ".notdef")
    widths[".notdef"] = fonts[0]["hmtx"][".notdef"][0]
    names = names_of(face, fonts, len(character_map), date)
    code_pages = LATIN_1 if face.is_latin else LATIN_1 | SIMPLIFIED_CHINESE
    return assemble(fonts[0], glyphs, widths, character_map, names, date, code_pages)


def repertoire(face: Face) -> set[int]:
    """Return the characters to look for.

    Of a Chinese face: the 8105 list, GB 2312 and symbols; if it is wide, all Han of the BMP.
    """
    characters = set() if face.is_latin else list_8105() | gb2312()
    for block in (ASCII if face.is_latin else SYMBOLS + HAN if face.is_wide else SYMBOLS).split():
        first, last = block.split("-")
        characters.update(range(int(first, 16), int(last, 16) + 1))
    return characters


def list_8105() -> set[int]:
    """Return the 8105 characters of 通用规范汉字表."""
    return {ord(character) for character in LIST_8105.read_text(encoding="utf-8") if character != "\n"}


def gb2312() -> set[int]:
    """Return the 7445 characters of GB 2312-80, mapped as GB 18030 does (A1A4 is ·, A1AA is —)."""
    codes = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    return {ord(code.decode("gb18030")) for code in codes if code.decode("gb2312", "ignore")}


def unpacked(source: Source, work: Path) -> Path:
    """Return the folder in which the package of a source is unpacked; fetch it the first time."""
    folder = work / source.package
    if not folder.exists():
        release = f"{source.package}={source.version}"
        if subprocess.run(["apt-get", "download", release], cwd=work, check=False).returncode:
            raise SystemExit(f"apt-get cannot fetch {release}; is another version to be entered in build.py?")
        subprocess.run(["dpkg-deb", "-x", deb_file(source, work), folder], check=True)
    return folder


def deb_file(source: Source, work: Path) -> Path:
    """Return the downloaded package of a source."""
    (path,) = work.glob(f"{source.package}_*.deb")
    return path


def cut_source(source: Source, path: Path, wanted: set[int]) -> TTFont:
    """Cut a source down to those of the wanted characters that it has.

    HarfBuzz does this in a fraction of a second; drawing a whole Noto would take a minute.
    """
    face = hb.Face(hb.Blob.from_file_path(str(path)), source.index)
    request = hb.SubsetInput()
    request.unicode_set.update(wanted & set(face.unicodes))
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "mort"):
        request.drop_table_tag_set.add(int.from_bytes(tag.encode()))
    font = TTFont(BytesIO(hb.subset(face, request).blob.data))
    font["name"] = TTFont(path, fontNumber=source.index)["name"]  # the cut has lost most of its names
    return font


def assemble(
    base: TTFont,
    glyphs: dict[str, Glyph],
    widths: dict[str, int],
    character_map: dict[int, str],
    names: dict[int, str],
    date: datetime.date,
    code_pages: int,
) -> bytes:
    """Return a font file of these glyphs, with the ascent, descent and OS/2 measures of `base`."""
    builder = FontBuilder(base["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(character_map)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (widths[name], glyphs[name].xMin) for name in glyphs})
    builder.setupHorizontalHeader(ascent=base["hhea"].ascent, descent=base["hhea"].descent)
    builder.font["hhea"].lineGap = base["hhea"].lineGap
    builder.setupNameTable({}, mac=False)
    for name_id, text in names.items():
        builder.font["name"].setName(text, name_id, 3, 1, 0x409)
    builder.font["OS/2"] = base["OS/2"]
    mark_as_regular(builder.font, code_pages)
    builder.setupPost(
        keepGlyphNames=False,
        underlinePosition=base["post"].underlinePosition,
        underlineThickness=base["post"].underlineThickness,
    )
    midnight = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    stamp = int(midnight.timestamp()) - epoch_diff
    builder.updateHead(fontRevision=float(FACE_VERSION), created=stamp, modified=stamp)
    buffer = BytesIO()
    builder.font.save(buffer)
    return buffer.getvalue()


def draw_glyph(font: TTFont, name: str) -> Glyph:
    """Return a glyph as TrueType curves, without references to other glyphs."""
    outlines = font.getGlyphSet()
    pen = TTGlyphPen(None)
    # The contours of cubic fonts run the other way round.
    is_cubic = "CFF " in font
    outlines[name].draw(
        Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True)
        if is_cubic
        else DecomposingFilterPen(pen, outlines)
    )
    return pen.glyph(dropImpliedOnCurves=True)


def edge_to_edge(dash: Glyph, em: int) -> Glyph:
    """Return a dash stretched to the em, so that two of them (破折号) make one unbroken line."""
    stretched = copy.deepcopy(dash)
    left = min(x for x, _ in dash.coordinates)
    right = max(x for x, _ in dash.coordinates)
    stretched.coordinates.translate((-left, 0))
    stretched.coordinates.scale((em / (right - left), 1))
    stretched.coordinates.toInt()
    return stretched


def names_of(
    face: Face, fonts: Sequence[TTFont], character_count: int, date: datetime.date
) -> dict[int, str]:
    """Return the name records: own names, the credits of the sources, how and when the file was made."""
    originals = [font["name"] for font in fonts]
    made_from = " and ".join(
        f"{original.getDebugName(4)} (Debian {source.package} {source.version})"
        for original, source in zip(originals, face.sources, strict=True)
    )
    names = {
        0: "\n".join(original.getDebugName(0).strip() for original in originals),
        1: face.family,
        2: "Regular",
        3: f"{FACE_VERSION};{face.postscript_name};{date}",
        4: face.family,
        5: f"Version {FACE_VERSION}",
        6: face.postscript_name,
        9: originals[0].getDebugName(9),
        10: f"Changed on {date} for gongwen from {made_from}: cut to {character_count} characters, "
        "outlines redrawn as TrueType curves, "
        f"{'' if face.is_latin else 'the em dash and the middle dot as wide as the em, '}"
        "hinting and layout tables removed, renamed.",
        13: face.sources[0].licence.notice or originals[0].getDebugName(13),
        14: originals[0].getDebugName(14),
    }
    return {name_id: text for name_id, text in names.items() if text}


def mark_as_regular(font: TTFont, code_pages: int) -> None:
    """Make the OS/2 table that of the one face of a family."""
    os2 = font["OS/2"]
    os2.xAvgCharWidth = font["head"].unitsPerEm // 2  # as in the official faces; Word reckons its grid by it
    os2.usWeightClass = 400
    os2.fsSelection = 1 << 6  # regular
    os2.ulCodePageRange1 = code_pages
    os2.ulCodePageRange2 = 0
    os2.recalcUnicodeRanges(font)


def licence_text(source: Source, work: Path) -> bytes:
    """Return the licence of a source, decompressed but otherwise untouched."""
    path = unpacked(source, work) / source.licence.path.format(source.package)
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def record(face: Face, data: bytes, work: Path) -> str:
    """Return the entry of a face in `faces.toml`: names, licence, coverage, origin, checksums."""
    characters = TTFont(BytesIO(data)).getBestCmap().keys()
    lines = [
        "[[face]]",
        f'role = "{face.role}"',
        f'file = "{face.postscript_name}.ttf"',
        f'sha256 = "{sha256(data)}"',
        f'family = "{face.family}"',
        f'postscript_name = "{face.postscript_name}"',
        f'licence = "{face.sources[0].licence.spdx}"',
        f'licence_file = "{face.sources[0].licence.file}"',
        f"characters = {len(characters)}",
        f"of_8105 = {len(characters & list_8105())}",
        f"of_gb2312 = {len(characters & gb2312())}  # 6763 Han characters and 682 signs",
    ]
    for source in face.sources:
        lines += [
            "",
            "[[face.source]]",
            f'package = "{source.package}"',
            f'version = "{source.version}"',
            f'package_sha256 = "{sha256(deb_file(source, work).read_bytes())}"',
            f'path = "{source.path}"',
            f"index = {source.index}",
            f'sha256 = "{sha256((unpacked(source, work) / source.path).read_bytes())}"',
        ]
    return "\n".join(lines) + "\n"


def sha256(data: bytes) -> str:
    """Return the checksum in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
