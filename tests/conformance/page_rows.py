"""Sheet, margins, type area, grid, default type, page numbers, landscape sides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from conformance.documents import document
from conformance.reader import MM, W
from conformance.ruler import Seen, docx, measures, near, pdf

FACES = {
    "仿宋": ("GongwenFangsong", "仿宋_GB2312"), "黑体": ("GongwenHei", "黑体"), "楷体": ("GongwenKai", "楷体_GB2312"),
    "小标宋": ("GongwenTitle", "方正小标宋简体"), "宋体": ("GongwenSong", "宋体"),
}  # fmt: skip
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
CELL = 156 / 28


def full_page():
    """A page full of running text."""
    return document("electronic").pdf.pages[1]


def ink() -> tuple[float, float, float, float]:
    """The edges of the ink of a full page, its number left out."""
    lines = full_page().lines()
    boxes = [line.ink for line in lines]
    return (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3])


def style(identity: str, path: str, name: str = "val", of: str = "down") -> str:
    """An attribute of a style."""
    element = document(of).docx.styles[identity].find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if element is None else element.get(f"{W}{name}", "")


@measures(1)
def _width() -> Iterator[Seen]:
    down = document("down")
    yield pdf(down.pdf.pages[0].width, near(down.pdf.pages[0].width, 210, 2))
    yield docx(f"{down.docx.twips('pgSz', 'w')} twip", near(down.docx.twips("pgSz", "w") / 20 * MM, 210, 2))


@measures(2)
def _height() -> Iterator[Seen]:
    down = document("down")
    yield pdf(down.pdf.pages[0].height, near(down.pdf.pages[0].height, 297, 2))
    yield docx(f"{down.docx.twips('pgSz', 'h')} twip", near(down.docx.twips("pgSz", "h") / 20 * MM, 297, 2))


@measures(3)
def _media_width() -> Iterator[Seen]:
    boxes = {page.page.mediabox.width for page in document("down").pdf.pages}
    yield pdf(max(boxes), all(near(width, 595.28, 0.5) for width in boxes))


@measures(4)
def _media_height() -> Iterator[Seen]:
    boxes = {page.page.mediabox.height for page in document("down").pdf.pages}
    yield pdf(max(boxes), all(near(height, 841.89, 0.5) for height in boxes))


@measures(5)
def _docx_width() -> Iterator[Seen]:
    yield docx(
        document("down").docx.twips("pgSz", "w"), near(document("down").docx.twips("pgSz", "w"), 11906, 1)
    )


@measures(6)
def _docx_height() -> Iterator[Seen]:
    yield docx(
        document("down").docx.twips("pgSz", "h"), near(document("down").docx.twips("pgSz", "h"), 16838, 1)
    )


def _margin(side: str, wanted: float, shown: float) -> Iterator[Seen]:
    yield pdf(shown, near(shown, wanted, 1))
    twips = document("down").docx.twips("pgMar", side)
    yield docx(f"{twips} twip", near(twips / 20 * MM, wanted, 1))


measures(12)(lambda: _margin("top", 37, ink()[1]))
measures(13)(lambda: _margin("left", 28, ink()[0]))
measures(14)(lambda: _margin("right", 26, 210 - ink()[2]))
measures(15)(lambda: _margin("bottom", 35, 297 - ink()[3]))


def _docx_area(first: str, second: str, size: str) -> float:
    down = document("down").docx
    twips = down.twips("pgSz", size) - down.twips("pgMar", first) - down.twips("pgMar", second)
    return twips / 20 * MM


@measures(16)
def _area_width() -> Iterator[Seen]:
    left, _, right, _ = ink()
    yield pdf(right - left, near(right - left, 156, 1))
    yield docx(_docx_area("left", "right", "w"), near(_docx_area("left", "right", "w"), 156, 1))


@measures(17)
def _area_height() -> Iterator[Seen]:
    _, top, _, bottom = ink()
    yield pdf(bottom - top, near(bottom - top, 225, 1))
    yield docx(_docx_area("top", "bottom", "h"), near(_docx_area("top", "bottom", "h"), 225, 1))


@measures(18)
def _skew() -> Iterator[Seen]:
    lines = [line for line in full_page().lines() if len(line.chars) == 28]
    starts = [line.left for line in lines]
    level = max(max(c.y for c in line.chars) - min(c.y for c in line.chars) for line in lines)
    error = max(max(starts) - min(starts), level * MM)
    yield pdf(error, error <= 1)
    yield docx(_docx_area("left", "right", "w"), near(_docx_area("left", "right", "w"), 156, 1))


@measures(19)
def _folio_outside() -> Iterator[Seen]:
    folio = full_page().find("—2—")
    yield pdf(f"upper edge {folio.top:.2f} mm", folio.top > BOTTOM)
    down = document("down").docx
    yield docx(f"in the page foot: {next(iter(down.feet()))}", any("—" in text for text in down.feet()))


measures(20)(lambda: [pdf(ink()[0] / MM, near(ink()[0] / MM, 79.37, 2.83))])
measures(21)(lambda: [pdf(ink()[2] / MM, near(ink()[2] / MM, 521.57, 2.83))])
measures(22)(lambda: [pdf((297 - ink()[1]) / MM, near((297 - ink()[1]) / MM, 737.01, 2.83))])
measures(23)(lambda: [pdf((297 - ink()[3]) / MM, near((297 - ink()[3]) / MM, 99.21, 2.83))])


def _nominal(side: str, wanted: int) -> Iterator[Seen]:
    twips = document("down").docx.twips("pgMar", side)
    yield docx(twips, near(twips, wanted, 57))


measures(24)(lambda: _nominal("top", 2098))
measures(25)(lambda: _nominal("bottom", 1984))
measures(26)(lambda: _nominal("left", 1587))
measures(27)(lambda: _nominal("right", 1474))


def _electronic(side: str, wanted: float) -> Iterator[Seen]:
    shown = document("electronic").docx.twips("pgMar", side) / 20 * MM
    yield docx(shown, near(shown, wanted, 0.1))


measures(28)(lambda: _electronic("top", 34.58))
measures(29)(lambda: _electronic("bottom", 32.58))
measures(30)(lambda: _electronic("left", 28))
measures(31)(lambda: _electronic("right", 26))


def pitch() -> float:
    """Distance of baselines on a full page, in points."""
    lines = full_page().lines()
    return (lines[-1].baseline - lines[0].baseline) / (len(lines) - 1) / MM


@measures(32)
def _lines_per_page() -> Iterator[Seen]:
    yield pdf(len(full_page().lines()), len(full_page().lines()) == 22)
    for name in ("down", "electronic"):
        page = document(name).docx
        room = page.twips("pgSz", "h") - page.twips("pgMar", "top") - page.twips("pgMar", "bottom")
        line = int(style("gongwenText", "pPr/spacing", "line", name))
        yield docx(f"{room} / {line} twip", room // line == 22)


@measures(33)
def _cells_per_line() -> Iterator[Seen]:
    counts = {len(line.chars) for line in full_page().lines()}
    yield pdf(max(counts), counts == {28})
    room = document("down").docx
    measure = room.twips("pgSz", "w") - room.twips("pgMar", "left") - room.twips("pgMar", "right")
    tracking = int(style("gongwenText", "rPr/spacing"))
    yield docx(f"{measure} / {320 + tracking} twip", (measure - tracking) // (320 + tracking) == 28)


def cell() -> float:
    """Distance from character to character on a full line, in points."""
    line = full_page().lines()[2]
    return (line.chars[-1].x0 - line.chars[0].x0) / 27


@measures(34)
def _one_cell() -> Iterator[Seen]:
    yield pdf(f"{cell():.3f} pt", near(cell(), 156 / MM / 28, 0.05))
    yield docx(f"first line {style('gongwenText', 'pPr/ind', 'firstLineChars')}/100 characters",
               style("gongwenText", "pPr/ind", "firstLineChars") == "200")  # fmt: skip


@measures(35)
def _one_row() -> Iterator[Seen]:
    wanted = 5.54 + 4.84
    yield pdf(pitch() * MM, near(pitch() * MM, wanted, 0.1))
    line = int(style("gongwenText", "pPr/spacing", "line", "electronic")) / 20 * MM
    yield docx(line, near(line, wanted, 0.1))


@measures(36)
def _glyph_height() -> Iterator[Seen]:
    shown = document("electronic").pdf.pages[1].lines()[3].size * MM
    yield pdf(shown, near(shown, 5.54, 0.11))
    yield docx(
        float(style("gongwenText", "rPr/sz")) / 2 * MM,
        near(float(style("gongwenText", "rPr/sz")) / 2 * MM, 5.54, 0.11),
    )


@measures(37)
def _seven_eighths() -> Iterator[Seen]:
    shown = pitch() * MM - 16 * MM
    yield pdf(shown, near(shown, 4.84, 0.1))
    line = int(style("gongwenText", "pPr/spacing", "line", "electronic")) / 20 * MM - 16 * MM
    yield docx(line, near(line, 4.84, 0.1))


@measures(38)
def _row_height() -> Iterator[Seen]:
    yield pdf(pitch() * MM, near(pitch() * MM, 10.39, 0.1))
    line = int(style("gongwenText", "pPr/spacing", "line", "electronic")) / 20 * MM
    yield docx(line, near(line, 10.39, 0.1))


@measures(39)
def _two_rows() -> Iterator[Seen]:
    yield pdf(2 * pitch() * MM, near(2 * pitch() * MM, 20.78, 0.2))
    line = int(style("gongwenText", "pPr/spacing", "line", "electronic")) / 10 * MM
    yield docx(line, near(line, 20.78, 0.2))


measures(40)(lambda: [pdf(pitch(), 28.95 <= pitch() <= 29.65)])


@measures(41)
def _cell_pitch() -> Iterator[Seen]:
    yield pdf(f"{cell():.3f}", near(cell(), 15.793, 0.05))
    shown = (320 + int(style("gongwenText", "rPr/spacing"))) / 20
    yield docx(f"{shown:.3f}", near(shown, 15.793, 0.05))


@measures(42)
def _tracking() -> Iterator[Seen]:
    yield pdf(f"{cell() - 16:.3f}", near(cell() - 16, -0.207, 0.05))
    shown = int(style("gongwenText", "rPr/spacing")) / 20
    yield docx(f"{shown:.3f}", near(shown, -0.207, 0.05))


measures(43)(
    lambda: [
        docx(
            style("gongwenText", "pPr/spacing", "line"),
            int(style("gongwenText", "pPr/spacing", "line")) <= 579,
        )
    ]
)
measures(44)(lambda: [docx(style("gongwenText", "pPr/spacing", "line", "electronic"),
                           589 <= int(style("gongwenText", "pPr/spacing", "line", "electronic")) <= 592)])  # fmt: skip


@measures(45)
def _grid() -> Iterator[Seen]:
    grid = document("down").docx.sections()[0].find(f"{W}docGrid")
    yield docx(grid.get(f"{W}type"), grid.get(f"{W}type") == "lines" and grid.get(f"{W}charSpace") is None)


@measures(46)
def _docx_tracking() -> Iterator[Seen]:
    wrong = [
        name for name, s in document("down").docx.styles.items()
        if (sz := s.find(f"{W}rPr/{W}sz")) is not None and sz.get(f"{W}val") == "32" and s.get(f"{W}customStyle")
        and (sp := s.find(f"{W}rPr/{W}spacing")) is not None and sp.get(f"{W}val") not in ("-5", "-6")
        and name not in ("gongwenPicture", "gongwenBlank", "gongwenRule")
    ]  # fmt: skip
    yield docx(style("gongwenText", "rPr/spacing"), not wrong and style("gongwenText", "rPr/spacing") == "-5")


@measures(47)
def _paragraph_space() -> Iterator[Seen]:
    lines = document("down").pdf.pages[1].lines()
    gaps = {round((b.baseline - a.baseline) / MM / pitch(), 2) for a, b in itertools.pairwise(lines)}
    yield pdf(f"{max(gaps)} rows", gaps == {1.0})
    shown = {style("gongwenText", "pPr/spacing", name) for name in ("before", "after")}
    yield docx(" ".join(shown), shown == {"0"})


@measures(48)
def _black() -> Iterator[Seen]:
    shown = document("down").pdf.find("为做好有关工作").color
    yield pdf(shown, shown == "000000")
    yield docx(style("gongwenText", "rPr/color") or "none", style("gongwenText", "rPr/color") == "")


def _font(text: str, role: str, size: float, name: str = "down") -> Iterator[Seen]:
    """Face and size of a text in both files."""
    built = document(name)
    seen = built.pdf.find(text)
    face, family = FACES[role]
    yield pdf(
        f"{'+'.join(sorted(seen.fonts))} {seen.size:g}", seen.fonts == {face} and near(seen.size, size, 0.25)
    )
    shown = (built.docx.face(text), built.docx.points(text))
    yield docx(f"{shown[0]} {shown[1]:g}", shown == (family, size))


font = _font
measures(49)(lambda: _font("为做好有关工作", "仿宋", 16))
measures(50)(lambda: _font("为做好有关工作", "仿宋", 16))


# Page numbers, 184 to 193


@measures(184)
def _folio_font() -> Iterator[Seen]:
    seen = document("down").pdf.pages[0].find("—1—")
    yield pdf(
        f"{'+'.join(seen.fonts)} {seen.size:g}", seen.fonts == {"GongwenSong"} and near(seen.size, 14, 0.25)
    )
    shown = (style("Footer", "rPr/rFonts", "eastAsia"), style("Footer", "rPr/sz"))
    yield docx(" ".join(shown), shown == ("宋体", "28"))


@measures(185)
def _dashes() -> Iterator[Seen]:
    text = document("down").pdf.pages[0].find("—1—").text
    yield pdf(text, text == "—1—")
    feet = [text for text in document("down").docx.feet() if text]
    yield docx(feet[0], all(text == "— 1 —" for text in feet))


def _dash(page: int) -> float:
    _, top, _, bottom = document("down").pdf.pages[page].find("—").ink
    return (top + bottom) / 2


def _foot_dash() -> float:
    """Where the dash stands in Word: baseline four fifths down a line of exact height, dash 0.38 em above."""
    down = document("down").docx
    line = int(style("Footer", "pPr/spacing", "line")) / 20
    bottom = 297 - down.twips("pgMar", "footer") / 20 * MM
    return bottom - (0.2 * line + 0.38 * 14) * MM


@measures(186)
def _dash_below() -> Iterator[Seen]:
    yield pdf(_dash(0) - BOTTOM, near(_dash(0) - BOTTOM, 7, 0.5))
    yield docx(_foot_dash() - BOTTOM, near(_foot_dash() - BOTTOM, 7, 0.5))


@measures(187)
def _dash_from_top() -> Iterator[Seen]:
    yield pdf(_dash(1), near(_dash(1), 269, 0.5))
    yield docx(_foot_dash(), near(_foot_dash(), 269, 0.5))


@measures(188)
def _dash_below_area() -> Iterator[Seen]:
    edge = 297 - 32.58
    yield pdf(_dash(0) - edge, near(_dash(0) - edge, 4.58, 0.1))
    built = document("electronic").docx
    shown = _foot_dash() - (297 - built.twips("pgMar", "bottom") / 20 * MM)
    yield docx(shown, near(shown, 4.58, 0.1))


@measures(189)
def _odd() -> Iterator[Seen]:
    shown = RIGHT - document("down").pdf.pages[0].find("—1—").right
    yield pdf(shown, 4.9 <= shown <= 5.7)
    yield from _foot_side("default", "right")


@measures(190)
def _even() -> Iterator[Seen]:
    shown = document("down").pdf.pages[1].find("—2—").left - LEFT
    yield pdf(shown, 4.9 <= shown <= 5.7)
    yield from _foot_side("even", "left")


def _foot_side(kind: str, side: str) -> Iterator[Seen]:
    built = document("down").docx
    relation = next(
        f.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for f in built.sections()[0].iter(f"{W}footerReference")
        if f.get(f"{W}type") == kind
    )
    target = next(r.get("Target") for r in built.part("_rels/document.xml.rels") if r.get("Id") == relation)
    foot = built.part(target)
    align = next(foot.iter(f"{W}jc")).get(f"{W}val")
    indent = int(next(foot.iter(f"{W}ind")).get(f"{W}{side}")) / 20 * MM
    yield docx(f"{align}, {indent:.2f} mm", align == side and 4.9 <= indent <= 5.7)


@measures(191)
def _first_numbered() -> Iterator[Seen]:
    yield pdf("—1—" in document("down").pdf.pages[0].text, "—1—" in document("down").pdf.pages[0].text)
    yield docx("no first page that differs", not list(document("down").docx.body.iter(f"{W}titlePg")))


@measures(192)
def _unnumbered() -> Iterator[Seen]:
    pages = document("blank page").pdf.pages
    shown = ["—" in page.text for page in pages]
    yield pdf(f"{len(pages)} pages, {sum(shown)} numbered", shown == [True, True, False, False])
    last = document("blank page").docx.sections()[-1]
    kinds = [f.get(f"{W}type") for f in last.iter(f"{W}footerReference")]
    empty = document("blank page").docx.part("footerBare.xml")
    yield docx("last section: empty feet", len(kinds) == 2 and not "".join(empty.itertext()).strip())


@measures(193)
def _runs_on() -> Iterator[Seen]:
    pages = document("down").pdf.pages
    shown = all(f"—{n}—" in page.text for n, page in enumerate(pages, 1))
    yield pdf(f"1 to {len(pages)}", shown)
    yield docx("no section starts again", not list(document("down").docx.body.iter(f"{W}pgNumType")))


# Landscape sides, 194 to 197


@measures(194)
def _turned_folio() -> Iterator[Seen]:
    upright = document("down").pdf.pages[1].find("—2—")
    turned = document("landscape").pdf.pages[1].find("—2—")
    same = near(upright.left, turned.left, 1) and near(upright.baseline, turned.baseline, 1)
    yield pdf(f"{turned.left:.1f}, {turned.baseline:.1f} mm", same)
    yield docx(
        "in a box at the same place of the sheet",
        "word/footerLandscapeOdd.xml" in document("landscape").docx.parts,
    )


def _head_side(page: int) -> float:
    """Where the head of a table stands on the upright sheet, from the left."""
    seen = document("landscape").pdf.pages[page]
    return min(char.x0 for char in seen.find("序号").chars) * MM


def _turned_docx() -> Seen:
    size = next(
        s.find(f"{W}pgSz")
        for s in document("landscape").docx.sections()
        if s.find(f"{W}pgSz").get(f"{W}orient")
    )
    return docx("landscape section, turned clockwise", size.get(f"{W}orient") == "landscape")


@measures(195)
def _odd_head() -> Iterator[Seen]:
    page = 2 if len(document("landscape").pdf.pages) > 3 else 1
    yield pdf(f"{_head_side(page):.1f} mm from the left edge", _head_side(page) < 105)
    yield _turned_docx()


@measures(196, 197)
def _even_head() -> Iterator[Seen]:
    yield pdf(f"{_head_side(1):.1f} mm from the left edge", _head_side(1) < 105)
    yield _turned_docx()
