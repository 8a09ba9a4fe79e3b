"""Lay out: blocks become settled blocks and pages.

Settling decides what needed widths (title breaks, indents of a signature, a table's columns) and what
needed pages (a last paragraph that stays with its signature). Both files follow from the result: the
PDF is drawn from the pages, the DOCX is written from the settled blocks, and the target's break rules
see to it that a word processor comes to the same lines.
"""

from __future__ import annotations

from ..blocks import Block, Colophon, Composed, Paragraph, Signature
from ..diagnostics import Diagnostic, Source
from ..fonts import FontBook
from ..noun import replace
from ..pages import Pages
from ..pattern import pattern
from ..target import Target
from .colophon import parted, placed, settle_colophon, with_addressees
from .flow import Slot, Unit, next_page
from .placing import place
from .setting import Setter
from .settling import Settled, hold_two_lines, settle, units_of

__all__ = ["lay_out"]

_LATIN = pattern(r"://|[ -~]{57,}")
"""A web address, or more than a line of Latin text."""

_SIGNATURE = ("issuer", "date", "signature")

_CROWDED = 16
"""Blocks and table rows on a page from which LibreOffice 7.4 first lays what follows on the next page and
then brings it back, but never a single line of it; found by trial on pages that end beside a table."""


def lay_out(
    composed: Composed, book: FontBook, target: Target
) -> tuple[Composed, Pages, tuple[Diagnostic, ...]]:
    """Break lines, fill pages and put every character in its place.

    Args:
        composed: The report in blocks.
        book: The faces to measure and draw with.
        target: The program whose line breaks the pages agree with.

    Returns:
        The settled blocks, the pages, and what is wrong: characters that no face has, rows that no
        page can hold, a signature that stands alone.
    """
    setter = Setter(composed.template, book)
    text, foot = parted(composed.blocks)
    settled, pages, found = _filled(replace(composed, blocks=text), setter, target)
    if pages and not _shows_text(settled, pages[0]) and (addressee := _addressee(text)):
        text = tuple(block for block in text if block is not addressee)
        foot = with_addressees(foot, addressee)
        settled, pages, found = _filled(replace(composed, blocks=text), setter, target)
    if any(s.style == "masthead" for s in settled) and not _shows_text(settled, pages[0]):
        # Room is left where the text went along with its signature, which no page may have alone.
        has_room = _rows_used(settled, pages[:1]) < composed.template.grid.rows
        code = "layout.text_with_signature" if has_room else "layout.no_text"
        found.append(Diagnostic(code, settled[0].block.source, {"clause": "7.3.3"}))
    pages = pages or [[]]
    unnumbered: tuple[int, ...] = (0,) if _is_letter(settled, setter) else ()  # 10.1
    if foot is not None:
        at_foot = placed(
            settle_colophon(foot, setter, target), _rows_used(settled, pages), len(pages), setter
        )
        settled.append(Settled(at_foot.block, "colophon", colophon=at_foot))
        unnumbered += _put_at_foot(settled, pages, at_foot.block)
    found += _latin(settled, target)
    found += _missing_characters(settled, setter)
    result = replace(composed, blocks=tuple(s.block for s in settled))
    return result, place(result, settled, pages, setter, target.hanging, unnumbered), tuple(found)


def _filled(
    composed: Composed, setter: Setter, target: Target
) -> tuple[list[Settled], list[list[Slot]], list[Diagnostic]]:
    """Settle blocks and fill pages with them; a signature is not left alone."""
    settled, found = settle(composed, setter, target)
    settled, pages = _fill(settled, setter)
    if (lonely := _stranded(settled, pages)) is not None:
        kept = _keep_with_signature(settled, lonely, _rows_at(settled, lonely, setter))
        if kept is None:
            found.append(Diagnostic("layout.signature_alone", settled[lonely].block.source))
        else:
            settled, pages = _fill(kept, setter)
    return settled, pages, found


def _shows_text(settled: list[Settled], page: list[Slot]) -> bool:
    """Tell whether a page has anything on it that is neither head nor title nor addressee (7.3.3)."""
    styles = {settled[slot.unit.block].style for slot in page}
    return bool(styles - {"masthead", "title", "addressee", "blank"})


def _addressee(blocks: tuple[Block, ...]) -> Paragraph | None:
    return next((b for b in blocks if isinstance(b, Paragraph) and b.style == "addressee"), None)


def _rows_used(settled: list[Settled], pages: list[list[Slot]]) -> int:
    """Count the rows taken on the last page; a landscape one has no room for what stands upright."""
    last = pages[-1]
    if not last:
        return 0
    if settled[last[-1].unit.block].block.landscape:
        return 10**6
    return max(slot.row + slot.unit.rows for slot in last)


def _put_at_foot(settled: list[Settled], pages: list[list[Slot]], block: Colophon) -> tuple[int, ...]:
    """Add a colophon to its page; returns the indexes of pages without a number."""
    first = len(pages)
    pages += [[] for _ in range(block.skipped)]
    pages[-1].append(Slot(Unit(block.rows, len(settled) - 1, 0), 0))
    return tuple(range(first, len(pages))) if block.skipped > 1 else ()


def _fill(settled: list[Settled], setter: Setter) -> tuple[list[Settled], list[list[Slot]]]:
    """Fill pages; on a crowded one a paragraph does not leave its first line alone at the foot."""
    settled = list(settled)
    units = units_of(settled, setter.template)
    pages: list[list[Slot]] = []
    first = 0
    while first < len(units):
        rows = _rows_at(settled, units[first].block, setter)
        if not pages and _is_letter(settled, setter):
            rows += 1  # its text goes down to the lower double rule (10.1)
        page, stop = next_page(units, first, rows)
        lonely = _lonely_first_line(page)
        if lonely is not None and isinstance(block := settled[lonely].block, Paragraph):
            lines = len(settled[lonely].lines)
            if lines > 1 and not block.keep_two_lines:
                settled[lonely] = replace(settled[lonely], block=replace(block, keep_two_lines=True))
                hold_two_lines(units, stop - 1, lines)
                page, stop = next_page(units, first, rows)
        pages.append(page)
        first = stop
    return settled, pages


def _is_letter(settled: list[Settled], setter: Setter) -> bool:
    return setter.template.masthead.form == "letter" and any(s.style == "masthead" for s in settled)


def _rows_at(settled: list[Settled], block: int, setter: Setter) -> int:
    """Say how many rows the page holds that a block stands on."""
    return setter.on(landscape=settled[block].block.landscape).template.grid.rows


def _lonely_first_line(page: list[Slot]) -> int | None:
    """Find a block whose first unit, and no other, ends a crowded page."""
    last = page[-1].unit
    begun = sum(1 for slot in page if slot.unit.part == 0 or slot.unit.repeats)
    return last.block if last.part == 0 and begun >= _CROWDED else None


def _stranded(settled: list[Settled], pages: list[list[Slot]]) -> int | None:
    """Find a signature on a page without text before it; returns its first block, blank rows included."""
    first = next((n for n, s in enumerate(settled) if s.style in _SIGNATURE), None)
    if first is None:
        return None
    while first > 0 and settled[first - 1].style == "blank":
        first -= 1
    for page in pages:
        blocks = [slot.unit.block for slot in page]
        if any(block >= first and settled[block].style in _SIGNATURE for block in blocks):
            has_text = any(block < first and settled[block].style != "blank" for block in blocks)
            return None if has_text or first == 0 else first
    return None


def _keep_with_signature(settled: list[Settled], first: int, rows: int) -> list[Settled] | None:
    """Let the last paragraph go to the page of its signature; None when no page can hold both."""
    last = first - 1
    block = settled[last].block
    if not isinstance(block, Paragraph) or not settled[last].lines:
        return None
    after = sum(
        s.block.rows if isinstance(s.block, Signature) else 1
        for s in settled[first:]
        if s.style in (*_SIGNATURE, "blank")
    )
    if len(settled[last].lines) + after > rows:
        return None
    kept = list(settled)
    kept[last] = replace(settled[last], block=replace(block, keep_with_next=True))
    return kept


def _latin(settled: list[Settled], target: Target) -> list[Diagnostic]:
    """Note paragraphs whose lines LibreOffice may end elsewhere.

    Measured on 7.4: of lines with a web address in the way one in seven, and one in a hundred of text that
    is mostly Latin.
    """
    if target.rules != "writer":
        return []
    return [
        Diagnostic("layout.latin", one.block.source)
        for one in settled
        if one.text is not None and len(one.lines) > 1 and _LATIN.search(one.text.text)
    ]


def _missing_characters(settled: list[Settled], setter: Setter) -> list[Diagnostic]:
    """Report every character that no face has, once for each place."""
    seen: dict[tuple[str, Source], None] = {}
    for one in settled:
        for runs in one.all_runs():
            for char, source in setter.missing(runs):
                seen.setdefault((char, source))
    return [
        Diagnostic("layout.no_face", source, {"char": char, "code": f"U+{ord(char):04X}"})
        for char, source in seen
    ]
