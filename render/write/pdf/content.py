"""Content: the stream of operators that paints one page (ISO 32000-1, 7.8 and annex A).

Every run of text is placed on its own, so no rounding adds up along a page. Within a run, the
difference between the advances asked for and the face's own goes into character spacing (`Tc`)
where it is even, and into the string's adjustments (`TJ`) where it is not. All that is painted
stands inside a marked sequence or an artifact, as PDF/UA asks (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from operator import sub

from ...pages import ARTIFACT, Item, Page, Path, PlacedImage, Rule, TextRun
from .fonts import Font
from .objects import array, number

TOLERANCE = 0.002
"""How far, in points, a character may stand from its place before an adjustment is written."""
_TRACKING_DECIMALS = 4  # over a line of forty characters they add up to no more than the tolerance

_PLAIN, _BOLD = 0, 2  # text rendering modes: fill; fill, then stroke (ISO 32000-1, table 106)
_STROKE = 0.0175  # em; 0.35 pt at 20 pt looks like a bold, found by eye

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"  # page numbers, and heads repeated on a new page
_LINES = "/Artifact <</Type /Layout>> BDC"


class PageContent:
    """One page's stream in the making; a change of graphics state is written only where it changes."""

    def __init__(
        self,
        height: float,
        open_sequence: Callable[[int], str],
        font: Callable[[str], Font],
        image: Callable[[str], str],
    ) -> None:
        """Begin a page.

        Args:
            height: Of the page; PDF counts upwards from its foot.
            open_sequence: Gives the operator that begins a sequence of an element.
            font: Finds the document's font of a face by the face's name.
            image: Finds the resource name of a picture by its key.
        """
        self._height = height
        self._open_sequence = open_sequence
        self._font = font
        self._image = image
        self._operators: list[str] = []
        self._look: object = None  # of the run shown last, if nothing was drawn since
        # By operator; as a page begins, ISO 32000-1, 8.4.1 and 9.3.1.
        self._state: dict[str, object] = {
            "rg": "000000",
            "RG": "000000",
            "w": 1.0,
            "d": (),
            "Tc": 0.0,
            "Tr": _PLAIN,
        }

    def paint(self, page: Page) -> bytes:
        """Write the stream of a page."""
        write = self._operators.append
        if page.landscape:
            write(f"0 1 -1 0 {number(page.height)} 0 cm")  # a quarter back: the sheet stays upright
        for owner, sequence in groupby(page.items, key=_owner):
            write(owner if isinstance(owner, str) else self._open_sequence(owner))
            for kind, items in groupby(sequence, key=type):
                if kind is TextRun:
                    write("BT")
                else:
                    self._look = None
                for item in items:
                    if isinstance(item, TextRun):
                        self._show(item)
                    elif isinstance(item, Rule):
                        self._stroke(item)
                    elif isinstance(item, Path):
                        self._trace(item)
                    else:
                        self._draw(item)
                if kind is TextRun:
                    write("ET")
            write("EMC")
        return "\n".join(self._operators).encode()

    def _show(self, run: TextRun) -> None:
        """Show a run of text.

        Raises:
            ValueError: text and advances differ in length, or the face lacks a character.
        """
        font = self._font(run.face)
        if len(run.advances) != len(run.text):
            raise ValueError(f"{len(run.text)} characters but {len(run.advances)} advances")
        if not run.text:
            return
        widths = map(font.widths_at(run.size).__getitem__, run.text)
        # What is stretched is measured as if it were not: the matrix stretches spaces as well.
        advances = run.advances if run.stretch == 1 else [advance / run.stretch for advance in run.advances]
        spaces = list(map(sub, advances, widths))
        spaces.pop()  # what follows the last character is nowhere to be seen
        even = _is_even(spaces)
        tracking = _tracking(spaces, even=even)
        codes = "".join(map(font.codes.__getitem__, run.text))
        self._take_up(run, font)
        if self._changes("Tc", tracking):
            self._operators.append(f"{number(tracking, _TRACKING_DECIMALS)} Tc")
        turn = "0 -1 1 0" if run.turned else f"{number(run.stretch)} 0 0 1"
        place = f"{turn} {number(run.x)} {number(self._height - run.baseline)} Tm"
        shown = f"<{codes}> Tj" if even else _string(codes, spaces, tracking, run.size / 1000)
        self._operators.append(f"{place} {shown}")

    def _take_up(self, run: TextRun, font: Font) -> None:
        """Choose what a run is set in."""
        look = (run.face, run.size, run.color, run.bold)
        if look == self._look:
            return
        self._look = look
        if self._changes("rg", run.color):
            self._operators.append(f"{_rgb(run.color)} rg")
        if self._changes("Tf", (run.face, run.size)):
            self._operators.append(f"/{font.resource} {number(run.size)} Tf")
        if self._changes("Tr", _BOLD if run.bold else _PLAIN):
            self._operators.append(f"{_BOLD if run.bold else _PLAIN} Tr")
        if run.bold:
            self._pen(run.size * _STROKE, run.color)

    def _stroke(self, rule: Rule) -> None:
        """Draw a straight line."""
        self._pen(rule.thickness, rule.color)
        x0, y0, x1, y1 = map(number, (rule.x0, self._height - rule.y0, rule.x1, self._height - rule.y1))
        self._operators.append(f"{x0} {y0} m {x1} {y1} l S")

    def _trace(self, path: Path) -> None:
        """Fill and stroke what lines go around (ISO 32000-1, 8.5)."""
        if path.fill and self._changes("rg", path.fill):
            self._operators.append(f"{_rgb(path.fill)} rg")
        if path.thickness:
            self._pen(path.thickness, path.color, path.dash)
        pieces = []
        for line in path.lines:
            points = [f"{number(x)} {number(self._height - y)}" for x, y in line]
            pieces += [f"{points[0]} m", *(f"{point} l" for point in points[1:])]
            if path.closed:
                pieces.append("h")
        painted = (
            "B" if path.fill and path.thickness else "f" if path.fill else "S" if path.thickness else "n"
        )
        self._operators.append(" ".join((*pieces, painted)))

    def _pen(self, thickness: float, color: str, dash: tuple[float, ...] = ()) -> None:
        """Choose what lines are drawn with."""
        if self._changes("d", dash):
            self._operators.append(f"{array(map(number, dash))} 0 d")
        if self._changes("RG", color):
            self._operators.append(f"{_rgb(color)} RG")
        if self._changes("w", thickness):
            self._operators.append(f"{number(thickness)} w")

    def _draw(self, placed: PlacedImage) -> None:
        """Draw a picture in its box."""
        left, foot = number(placed.x), number(self._height - placed.y - placed.height)
        box = f"{number(placed.width)} 0 0 {number(placed.height)} {left} {foot} cm"
        self._operators.append(f"q {box} /{self._image(placed.image)} Do Q")

    def _changes(self, operator: str, value: object) -> bool:
        """Note a value of the graphics state; tells whether it is another than before."""
        if self._state.get(operator) == value:
            return False
        self._state[operator] = value
        return True


def _owner(item: Item) -> int | str:
    """Tell which element an item belongs to, or how its artifact begins."""
    if isinstance(item, Rule):
        return _LINES
    if item.element == ARTIFACT:
        return _FURNITURE if isinstance(item, TextRun) else _LINES
    return item.element


def _tracking(spaces: list[float], *, even: bool) -> float:
    """Find the space that most characters of a run have after them beyond their own width."""
    if not spaces:
        return 0.0
    usual = spaces[0] if even else sorted(spaces)[len(spaces) // 2]
    return round(usual, _TRACKING_DECIMALS)


def _is_even(spaces: list[float]) -> bool:
    """Tell whether one character spacing serves a whole run."""
    if not spaces or spaces.count(spaces[0]) == len(spaces):  # as most are
        return True
    return max(spaces) - min(spaces) < TOLERANCE / len(spaces)


def _string(codes: str, spaces: list[float], tracking: float, em: float) -> str:
    """Write codes, unevenly spaced, with the adjustments that put every character in its place.

    Args:
        codes: Four digits for each character.
        spaces: What follows each character but the last, beyond its own width.
        tracking: How much of that the character spacing gives already.
        em: A thousandth of the size, the unit of adjustments.
    """
    pieces = []
    start = 0
    drift = 0.0  # how far the next character stands left of its place
    for stop, space in enumerate(spaces, start=1):
        drift += space - tracking
        if not -TOLERANCE < drift < TOLERANCE:
            shift = round(drift / em, 2)
            pieces.append(f"<{codes[4 * start : 4 * stop]}>{number(-shift)}")
            drift -= shift * em
            start = stop
    return f"[{''.join(pieces)}<{codes[4 * start :]}>] TJ"


@lru_cache(maxsize=64)
def _rgb(color: str) -> str:
    """Turn six hexadecimal digits into three operands."""
    return " ".join(number(byte / 255) for byte in bytes.fromhex(color))
