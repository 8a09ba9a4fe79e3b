"""Line starts and ends, marks, numbers, the information table, sizes of type: rows 198 and 228 to 281."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import partial

from conformance.documents import SIZES, document
from conformance.page_rows import style
from conformance.reader import MM, W, text_of
from conformance.ruler import REASONS, Seen, docx, measures, near, pdf

REASONS[198] = "GB/T 15834 and 15835 are measured row by row below; units are the author's to write"


def lines() -> list[str]:
    """All lines of the stress text but those that end a paragraph."""
    return [line.text for page in document("lines").pdf.pages for line in page.lines()]


def _set(kind: str) -> str:
    settings = document("lines").docx.part("settings.xml")
    return settings.find(f"{W}{kind}").get(f"{W}val")


def _start(marks: str) -> Iterator[Seen]:
    found = [line[0] for line in lines() if line[0] in marks]
    yield pdf(f"{len(found)} of {len(lines())} lines", not found)
    yield docx("in noLineBreaksBefore", set(marks) <= set(_set("noLineBreaksBefore")))


measures(228)(partial(_start, "。，、；：？！"))
measures(229)(partial(_start, "”’）〕】》〉"))
measures(230)(partial(_start, "–—～·"))


@measures(231)
def _end() -> Iterator[Seen]:
    marks = "“‘（〔【《〈"
    found = [line[-1] for line in lines() if line[-1] in marks]
    yield pdf(f"{len(found)} of {len(lines())} lines", not found)
    yield docx("in noLineBreaksAfter", set(marks) <= set(_set("noLineBreaksAfter")))


REASONS[232] = (
    "a slash is a Latin mark to word processors, which break after it; keeping it back would part the two files"
)


def _pair(pair: str) -> Iterator[Seen]:
    text = "".join(lines())
    split = [
        a
        for a, b in zip(lines(), lines()[1:], strict=False)
        if a.endswith(pair[0]) and not a.endswith(pair) and b.startswith(pair[0])
    ]
    seen = document("lines").pdf.find(pair)
    width = (seen.chars[1].x0 - seen.chars[0].x0) / seen.size * 2
    yield pdf(
        f"{width:.2f} em, {text.count(pair)} times whole",
        not split and near(width, 2, 0.15) and text.count(pair) == 10,
    )
    yield docx("in noLineBreaksBefore", pair[0] in _set("noLineBreaksBefore"))


measures(233)(lambda: _pair("——"))
measures(234)(lambda: _pair("……"))
REASONS[235] = (
    "two in a row are the author's; each pair is set two cells wide (row 234), on a line of its own only if typed so"
)


@measures(237)
def _one_wide() -> Iterator[Seen]:
    for mark in "—～":
        seen = next(s for s in (document("lines").pdf.find(f"{mark}行"),))
        width = (seen.chars[1].x0 - seen.chars[0].x0) / seen.size
        yield pdf(f"{mark} {width:.2f} em", near(width, 1, 0.1))
    yield docx("the face's own advance", style("gongwenText", "rPr/w") == "")


@measures(241)
def _han_latin() -> Iterator[Seen]:
    gaps = []
    for page in document("lines").pdf.pages:
        for line in page.lines():
            for a, b in zip(line.chars, line.chars[1:], strict=False):
                if a.c > "\u4e00" and b.c.isascii() and b.c.isdigit():
                    gaps.append((b.x0 - a.x0) / 16 - 1)
    yield pdf(f"{min(gaps):.2f} to {max(gaps):.2f} em", max(gaps) <= 0.33 and min(gaps) >= -0.05)
    yield docx("left to the layout target", style("gongwenText", "pPr/autoSpaceDN") in ("0", "1"))


@measures(243)
def _justified() -> Iterator[Seen]:
    rights = [
        line.right for page in document("lines").pdf.pages for line in page.lines() if len(line.chars) > 26
    ]
    yield pdf(
        f"{min(rights):.2f} to {max(rights):.2f} mm",
        all(near(right, 184, 0.6) for right in rights if right > 182),
    )
    yield docx(style("gongwenText", "pPr/jc"), style("gongwenText", "pPr/jc") == "both")


@measures(244)
def _digits_whole() -> Iterator[Seen]:
    text = lines()
    parted = [a for a, b in itertools.pairwise(text) if a[-1].isdigit() and b[0].isdigit()]
    yield pdf(f"{len(parted)} parted", not parted and "".join(text).count("123456789") == 10)
    lang = document("lines").docx.styles["gongwenText"].find(f"{W}rPr/{W}lang")
    yield docx(f"Latin language {lang.get(f'{W}val')}", lang.get(f"{W}val") == "en-US")


for _no in (245, 246, 247):
    REASONS[_no] = "a form of words the author chooses; printed as typed"


@measures(248)
def _table_date() -> Iterator[Seen]:
    yield from _web_date()


def _web_cells() -> list[str]:
    return [text_of(cell) for cell in document("webpage").docx.body.iter(f"{W}tc")]


@measures(249)
def _web_fields() -> Iterator[Seen]:
    fields = ("索引号", "名称", "发文机构", "成文日期", "发布日期", "文号", "信息分类")
    yield pdf("、".join(fields), all(field in document("webpage").pdf.pages[0].text for field in fields))
    yield docx("、".join(fields), all(field in _web_cells() for field in fields))


REASONS[250] = "the office's own number; printed as given"


@measures(251)
def _web_date() -> Iterator[Seen]:
    dates = re.findall(r"20\d\d-\d\d-\d\d", document("webpage").pdf.pages[0].text)
    yield pdf(" ".join(dates), dates == ["2025-11-20", "2025-11-22"])
    yield docx("the same", {"2025-11-20", "2025-11-22"} <= set(_web_cells()))


REASONS[252] = "which of the fourteen are given is the office's choice; ten of them have a key (row 249)"


def _size(name: str, points: float) -> Iterator[Seen]:
    seen = document("sizes").pdf.find(f"{name}字样")
    yield pdf(f"{seen.size:g} pt, {seen.size * MM:.2f} mm", near(seen.size, points, 0.25))
    shown = document("sizes").docx.points(f"{name}字样")
    yield docx(f"{shown:g} pt", near(shown, points, 0.25))


for _no, (_name, _points) in enumerate(SIZES.items(), 266):
    measures(_no)(partial(_size, _name, _points))
