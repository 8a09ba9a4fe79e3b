"""Wrapped: lines of a text file put back together into the paragraphs they were cut from.

Some files hold one paragraph a line, others were wrapped at a column, as old programs and copied
pages are. A file is taken to be wrapped when many of its lines are equally long and end in the middle
of a sentence; nothing else is joined, except what a page cut in two for a link or a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..lexicon import ADDRESSED, NUMBER_OF_DOCUMENT, is_title
from .blanks import widths

SLACK = 6  # columns by which a full line may fall short: a mark that may not begin the next line, a number
OVERRUN = 12  # by which a line is too long to have been wrapped at a measure, yet is no title
NARROWEST, WIDEST = 24, 160  # columns of a wrapped text
CENTRED = 8  # columns of blanks that are no indent any more
_FIRST = re.compile(
    r"(?:[“‘《（〈〔(]*[A-Za-z0-9.,:/%‰－—~～-]+[\u4e00-\u9fff]?|……|——|[《“（〈〔(]?.)[，。、；：！？）》”％,.;:)]*|"
)
"""What programs put at the beginning of a line whole: a number, a word, an opening mark and what it opens."""
_BLANK = " \t\u3000\u00a0"
_ENDS = tuple("。！？；：…”’）】〉》.!?;:)")
_STOP = re.compile("[。！？；：!?;:][”’）】]?$")
_CLOSERS = tuple("，。、；：！？）》”’%％】〕,;)")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十百]{1,4}\s*[、.．]|[（(]\s*[一二三四五六七八九十百]{1,4}\s*[)）]|\d{1,3}\s*[、.．](?!\d)"
    r"|[（(]\s*\d{1,3}\s*[)）]|\d{1,3}[)）]|第\s*[一二三四五六七八九十百零\d]{1,5}\s*[编章节条部]|[①-⑳]"
)
_RUNS_ON = re.compile(r"[，。；,;].*[^，。；：！？、,;:!?]$|[，、,]$")
_SESSION = re.compile("会议?上$|日$|通过$")  # ends the line below a title
_CONTINUES = re.compile(r"[\d%％‰.]")
_PARTS = re.compile("(?<=[。！？；：”）…])[ \t\u00a0]*(?:\u3000[\u3000 \u00a0]+|[ \u00a0]{4,})(?=\\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, with the blanks around it."""

    text: str
    number: int  # from 1

    @property
    def is_blank(self) -> bool:
        """Whether nothing shows on it."""
        return not self.text.strip(_BLANK)

    @property
    def indent(self) -> int:
        """Columns before the first character."""
        return widths(self.text[: len(self.text) - len(self.text.lstrip(_BLANK))])


@dataclass(frozen=True, slots=True)
class _Measure:
    """What lines were wrapped at."""

    count: Callable[[str], int]
    width: int
    least: int  # of a full line
    most: int  # a longer line was never wrapped

    def is_full(self, above: str, below: str, *, may_end: bool) -> bool:
        """Tell whether what a line begins with had no room at the end of the one above.

        Where a paragraph may end there, nothing else counts; in the middle of a sentence a line may fall
        short for other reasons.
        """
        size = self.count(above)
        had_no_room = size + self.count(_FIRST.match(below)[0]) > self.width  # type: ignore[index]
        if may_end and _STOP.search(above):
            return had_no_room and size <= self.most
        return self.least <= size <= self.most or (had_no_room and self.width / 2 < size <= self.width)


def paragraphs(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Put lines together into paragraphs.

    Returns:
        One line for each paragraph, with the number of its first, and how many lines were joined to the
        one before.
    """
    measure = _measure(lines)
    made: list[Line] = []
    joined = 0
    is_indented = _is_indented(lines)
    before: Line | None = None  # the line above, if a paragraph may go on from it
    for line in lines:
        if line.is_blank:
            before = None if measure else before
            if made and not measure:
                made.append(line)  # kept as a sign that a paragraph ends here
            continue
        if before is not None and made and _goes_on(before, line, measure, is_indented):
            last = made.pop()
            while last.is_blank:
                last = made.pop()
            made.append(Line(_join(last.text, line.text), last.number))
            joined += 1
        else:
            made.append(line)
        before = line
    split = [part for line in made if not line.is_blank for part in _split(line)]
    return split, joined


def _measure(lines: Sequence[Line]) -> _Measure | None:
    """Find what a file was wrapped at, columns or characters; None when it was not."""
    texts = [line.text.rstrip(_BLANK) for line in lines if not line.is_blank]
    found: list[tuple[int, _Measure]] = []
    for count, slack in ((widths, SLACK), (len, 1)):
        sizes = [(count(text), text) for text in texts if widths(text) >= NARROWEST]
        if len(sizes) < 3:
            return None
        width = _widest_common([size for size, _ in sizes])
        if width > WIDEST:
            return None
        full = [text for size, text in sizes if width - slack <= size <= width + slack]
        ending = sum(text.endswith(_ENDS) for text in full)
        if len(full) >= max(3, 0.2 * len(sizes)) and ending <= 0.35 * len(full):
            # Digits are narrow, so lines of as many columns are not of as many characters, nor the reverse.
            one = count("一")
            exact = sum(width - one <= size <= width for size, _ in sizes)
            beyond = sum(width + one < size <= width + OVERRUN for size, _ in sizes)
            found.append((exact - 2 * beyond, _Measure(count, width, width - slack, width + slack)))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _widest_common(sizes: Sequence[int]) -> int:
    """Give the size that lines reach and hardly any passes: a title that was never wrapped does."""
    ordered = sorted(sizes)
    width = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    common, often = Counter(sizes).most_common(1)[0]
    return common if common < width and often >= 0.3 * len(sizes) else width


def _is_indented(lines: Sequence[Line]) -> bool:
    """Tell whether paragraphs begin with an indent, so that a line without one goes on."""
    shown = [line for line in lines if not line.is_blank]
    indented = sum(2 <= line.indent <= 10 for line in shown)
    return 0.05 * len(shown) < indented < 0.9 * len(shown)


def _goes_on(before: Line, line: Line, measure: _Measure | None, is_indented: bool) -> bool:
    above, below = before.text.rstrip(_BLANK), line.text.lstrip(_BLANK)
    if measure:
        if (
            (above.lstrip(_BLANK).startswith("—") and _SESSION.search(above))
            or NUMBER_OF_DOCUMENT.fullmatch(below)
            or (is_title(above.lstrip(_BLANK)) and below.endswith("：") and ADDRESSED.search(below))
            or NUMBER_OF_DOCUMENT.fullmatch(above.strip(_BLANK))
            or before.indent >= CENTRED > line.indent
            or not measure.is_full(above, below, may_end=not is_indented)
            or (is_indented and line.indent >= 2)
        ):
            return False
        return is_indented or not above.endswith(_ENDS) or not _NUMBERED.match(below)
    is_body = is_indented and 2 <= before.indent <= 10 and not line.indent and not above.endswith(_ENDS)
    if is_body and len(above.strip(_BLANK)) > 20 and re.search("[，；,;]", above):
        return "|" not in above
    if below.startswith(_CLOSERS) and len(above) > 1 and not _NUMBERED.match(above.lstrip(_BLANK)):
        return "\n" not in above and not above.endswith(_ENDS)
    is_cut = (
        _CONTINUES.match(below) and not _NUMBERED.match(below) and not re.match(r"\d{4}\s*[年-]|\d+$", below)
    )
    runs_on = _RUNS_ON.search(above) and not _NUMBERED.match(above.lstrip(_BLANK)) and len(above) > 15
    return bool(is_cut and runs_on and "|" not in above)


def _join(above: str, below: str) -> str:
    above, below = above.rstrip(_BLANK), below.lstrip(_BLANK)
    is_word = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii() and below[:1].isalpha()
    return f"{above} {below}" if is_word else above + below


def _split(line: Line) -> list[Line]:
    """Cut a line where a page lost the ends of its paragraphs and kept their indents."""
    body = line.text.strip(_BLANK)
    if "\u3000" not in body and "    " not in body and "\u00a0\u00a0" not in body:
        return [line]
    parts = _PARTS.split(body)
    return [Line(part, line.number) for part in parts] if len(parts) > 1 else [line]
