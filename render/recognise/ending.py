"""Ending: what stands below the text: closing, list of attachments, signature, date, notes, attachments.

What follows the signature is a note, attachments, the colophon, or the document that a notice sends round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import furniture, lexicon
from .anatomy import Anatomy, Block, Doubt, Para, Part, Segment, is_sentence
from .colophon import read_colophon, take_colophon
from .found import Dropped, FoundPicture, FoundTable
from .numbers import read_number
from .signature import LIST, LISTED, MARK, ends_above, signature_of, signature_parts


def read_ending(blocks: Sequence[Block], start: int, kind: str, anatomy: Anatomy) -> None:
    """Take the text and everything below it."""
    is_page = kind in ("text", "web page")
    end = _foot(blocks, start, is_page, anatomy)
    body = [block for block in blocks[start:end] if _stays(block, is_page, anatomy)]
    if body and isinstance(body[0], Para):
        from .opening import is_addressee

        if is_addressee(body[0].folded):
            anatomy.addressee = body[0]
            body = body[1:]
    body = take_colophon(body, anatomy)
    signed = signature_of(body)
    if signed is None:
        first, after = len(body), len(body)
        attached = _first_attached(body)
        if attached is not None:
            first = after = attached
    else:
        first, after = signed.start, signed.stop
    text = body[:first]
    seals: list[Block] = []  # pictures that lie over the signature stand before it
    while text and isinstance(text[-1], FoundPicture):
        seals.insert(0, text.pop())
    below = _below(text)
    anatomy.blocks = text[:below] + seals
    anatomy.ending += _closing_parts(text[below:])
    if signed is not None:
        anatomy.ending += signature_parts(body[first:after])
    _after(body[after:], is_page, anatomy)


def _foot(blocks: Sequence[Block], start: int, is_page: bool, anatomy: Anatomy) -> int:
    """Find where the foot of a page begins, and drop it."""
    if not is_page:
        return len(blocks)
    last = max((at for at, block in enumerate(blocks) if at >= start and _holds_text(block)), default=start)
    end = len(blocks)
    for at in range(last + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Para):
            is_foot = furniture.is_footer_mark(block.folded) or furniture.reason_of(
                block.folded, is_linked=block.look.is_linked
            ) in ("navigation", "footer", "tools")
        else:
            is_foot = isinstance(block, FoundTable) and furniture.is_footer_mark(
                " ".join(map(" ".join, block.rows))
            )
        if is_foot and (not isinstance(block, Para) or not _is_ending(block)):
            end = at
            break
    for block in blocks[end:]:
        text, source = _words(block), block.source
        reason = (furniture.reason_of(text) if isinstance(block, Para) else "") or "footer"
        anatomy.dropped.append(Dropped(text, reason, source))
    return end


def _holds_text(block: Block) -> bool:
    """Tell whether a block belongs to a text and never to a foot."""
    if isinstance(block, FoundTable):
        return not furniture.is_footer_mark(" ".join(map(" ".join, block.rows)))
    if isinstance(block, FoundPicture):
        return False
    if block.look.is_outside:
        return False
    if furniture.is_footer_mark(block.folded) or furniture.reason_of(block.folded):
        return False
    number = read_number(block.folded)
    return is_sentence(block.folded) or (number is not None and not block.look.is_linked) or _is_ending(block)


def _is_ending(para: Para) -> bool:
    return (
        lexicon.DATE.fullmatch(para.folded) is not None
        or bool(MARK.fullmatch(para.folded))
        or bool(lexicon.NOTE.fullmatch(para.folded))
    )


def _stays(block: Block, is_page: bool, anatomy: Anatomy) -> bool:
    """Drop furniture from the middle of a text, where a page breaks or puts its tools."""
    if not isinstance(block, Para):
        return True
    if not is_page and not furniture.is_folio(block.folded):
        return True
    reason = furniture.reason_of(block.folded, is_linked=block.look.is_linked)
    if (is_page and (reason in ("tools", "footer") or block.look.is_outside)) or reason == "page number":
        if is_sentence(block.folded) and not reason:
            return True
        anatomy.dropped.append(Dropped(block.typed, reason or "navigation", block.source))
        return False
    return True


def _first_attached(body: Sequence[Block]) -> int | None:
    """Find the first attachment of a text without a signature."""
    for at, block in enumerate(body):
        if at and isinstance(block, Para) and _is_mark(block) and at + 1 < len(body) and ends_above(body, at):
            return at
    return None


def _is_mark(block: Block) -> bool:
    return isinstance(block, Para) and MARK.fullmatch(block.folded) is not None


def _below(text: Sequence[Block]) -> int:
    """Find where the list of attachments or the closing formula above a signature begins."""
    at = len(text)
    listed = at
    while at > 0 and at > len(text) - 60:
        block = text[at - 1]
        if not isinstance(block, Para):
            break
        if LIST.match(block.folded):
            at -= 1
            listed = at
            break
        if not (LISTED.match(block.folded) and len(block.folded) <= 80 and "。" not in block.folded[:-1]):
            break  # a name may end in a mark, a sentence has one before its end
        at -= 1
    at = listed
    if at > 1 and isinstance(text[at - 1], Para) and lexicon.CLOSING.fullmatch(text[at - 1].folded):  # type: ignore[union-attr]
        at -= 1
    return at


def _closing_parts(blocks: Sequence[Block]) -> list[Part]:
    parts: list[Part] = []
    listed: list[Para] = []
    for block in blocks:
        assert isinstance(block, Para)
        if not listed and not LIST.match(block.folded):
            parts.append(Part("closing", block))
        else:
            listed.append(block)
    return parts + _list_parts(listed)


def _list_parts(listed: Sequence[Para]) -> list[Part]:
    """Make one part for each line of a list of attachments, with the name it gives."""
    parts: list[Part] = []
    for n, para in enumerate(listed):
        name = para.text
        if n == 0 and (found := LIST.match(para.folded)):
            name = para.text[found.end() :]
        folded = name if len(name) != len(para.folded) else para.folded
        number = re.match(r"\d{1,2}\s*[.．、]\s*(?=(?:19|20)\d{2}|\D)", folded)
        parts.append(Part("attachment-list", para, (name[number.end() :] if number else name,)))
    return parts


def _after(blocks: Sequence[Block], is_page: bool, anatomy: Anatomy) -> None:
    """Sort what follows the signature."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Para):
            text = block.folded
            if lexicon.NOTE.fullmatch(text) and not anatomy.segments:
                anatomy.ending.append(Part("note", block))
            elif read_colophon(block, anatomy):
                pass
            elif not anatomy.segments and LIST.match(text) and not _opens_segment(blocks, at):
                listed = [block]
                while at + 1 < len(blocks) and isinstance(more := blocks[at + 1], Para) and _is_listed(more):
                    listed.append(more)
                    at += 1
                anatomy.ending += _list_parts(listed)
            elif _opens_segment(blocks, at):
                at = _open_segment(blocks, at, anatomy)
            elif anatomy.segments:
                anatomy.segments[-1].blocks.append(block)
            else:
                at = _stray(blocks, at, is_page, anatomy)
        elif anatomy.segments:
            anatomy.segments[-1].blocks.append(block)
        else:
            anatomy.segments.append(Segment(source=block.source, blocks=[block]))
        at += 1


def _is_listed(para: Para) -> bool:
    return LISTED.match(para.folded) is not None and len(para.folded) <= 80 and para.folded[-1:] not in "。；"


def _opens_segment(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether an attachment begins at a place: its mark stands alone, with something below it."""
    block = blocks[at]
    return _is_mark(block) and at + 1 < len(blocks)


def _open_segment(blocks: Sequence[Block], at: int, anatomy: Anatomy) -> int:
    """Take the mark and the title of an attachment; returns the place of the last line taken."""
    mark = blocks[at]
    assert isinstance(mark, Para)
    segment = Segment(mark.text, source=mark.source)
    anatomy.segments.append(segment)
    last = _title_lines(blocks, at + 1)
    segment.titles = [block for block in blocks[at + 1 : last] if isinstance(block, Para)]
    return last - 1


def _title_lines(blocks: Sequence[Block], start: int) -> int:
    """Find where the title of an attachment ends: at most four short lines, up to one that ends a title."""
    end = start
    while end < len(blocks) and end - start < 4:
        block = blocks[end]
        if not isinstance(block, Para) or not _may_title(block) or (end > start and _is_over(blocks, end)):
            break
        end += 1
        if lexicon.is_title(block.folded):
            following = blocks[end] if end < len(blocks) else None
            if not (isinstance(following, Para) and re.match(r"[（(].{1,30}[)）]$", following.folded)):
                break
    return end


def _may_title(para: Para) -> bool:
    text = para.folded
    return (
        len(text) <= 60
        and not re.search("[。；！：，]$", text)
        and read_number(text) is None
        and not _is_mark(para)
    )


def _is_over(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a second short line is text already: nothing says that the title goes on."""
    block, before = blocks[at], blocks[at - 1]
    assert isinstance(block, Para)
    goes_on = lexicon.is_title(block.folded) or re.match(r"[（(]", block.folded)
    return not goes_on or (
        isinstance(before, Para) and lexicon.is_title(before.folded) and not re.match("[（(]", block.folded)
    )


def _stray(blocks: Sequence[Block], at: int, is_page: bool, anatomy: Anatomy) -> int:
    """Take what follows a signature without a mark: a document sent round, or words of the page."""
    rest = [block for block in blocks[at:] if isinstance(block, Para)]
    has_text = (
        any(is_sentence(para.folded) or read_number(para.folded) for para in rest)
        or len(rest) < len(blocks) - at
    )
    first = blocks[at]
    assert isinstance(first, Para)
    if has_text:
        segment = Segment(source=first.source)
        anatomy.segments.append(segment)
        last = _title_lines(blocks, at)
        if last > at:
            segment.titles = [block for block in blocks[at:last] if isinstance(block, Para)]
            return last - 1
        segment.blocks.append(first)
        return at
    reason = furniture.reason_of(first.folded, is_linked=first.look.is_linked)
    if is_page and (reason or first.look.is_linked or first.look.is_outside):
        anatomy.dropped.append(Dropped(first.typed, reason or "navigation", first.source))
        return at
    anatomy.segments.append(Segment(source=first.source, blocks=[first]))
    anatomy.doubts.append(Doubt("below", first.text, first.source))
    return at


def _words(block: Block) -> str:
    if isinstance(block, Para):
        return block.typed
    if isinstance(block, FoundTable):
        return " ".join(cell for row in block.rows for cell in row if cell)
    return block.name
