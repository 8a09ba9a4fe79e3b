"""Inline: the lines of one paragraph become spans.

Emphasis, escapes, entities and line breaks are CommonMark's, read by markdown-it-py. Most
paragraphs of a report hold none, so they never reach it, and the library is imported when the first
one does: importing it takes longer than filling a whole report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..content import Span, Spans
from ..diagnostics import Diagnostic, Source
from ..noun import Noun, replace
from ..pattern import pattern
from .findings import Findings
from .marks import VALUE, Values

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

BLANKS = " \t\u3000"  # what may stand around a line without being part of it

_MARKUP = pattern(r"[\\*_`<&{}]|~~|!\[|\]\(|\[\^")
_FOOTNOTE = pattern(r"\[\^[^\[\]\s]+\]")
_LINK = pattern(r"!?\[[^\[\]\n]*\]\(")
_DELIMITERS = pattern(r"\*+|_+|`+|~~+|[{}]+")
_WESTERN = "\u2000"  # characters below are set apart by spaces, Han and full-width marks are not


class Line(Noun, frozen=True):
    """One line of a rendered text, without its marks."""

    text: str
    source: Source


class _Piece(Noun, frozen=True):
    """Characters between two breaks or changes of emphasis; `join` says how they follow the last."""

    text: str
    source: Source
    emphasis: str | None
    join: str = ""  # "" at once, " " after the end of a line, "\n" after the author's own line break


def spans_of_lines(lines: Sequence[Line], values: Values, findings: Findings) -> Spans:
    """Make spans of a paragraph's lines.

    Where a line ends between Han characters or full-width marks nothing is put in; between Latin
    words, a space. Two blanks or a backslash at the end of a line are the author's own line break.
    """
    ends = [line.text.endswith("  ") for line in lines[:-1]]
    if not any(ends) and not any(_MARKUP.search(line.text) for line in lines):
        pieces = [
            _Piece(line.text.strip(BLANKS), line.source, None, " " if number else "")
            for number, line in enumerate(lines)
        ]
    else:
        pieces = _read(lines, findings)
    return _expand(pieces, values)


def spans_of_text(text: str, source: Source, values: Values) -> Spans:
    """Make spans of a text that is no Markdown, such as a title; its line feeds stay."""
    return _expand([_Piece(text, source, None)], values)


def plain_text(spans: Spans) -> str:
    """Put the characters of spans together."""
    return "".join([span.text for span in spans])


def _expand(pieces: Sequence[_Piece], values: Values) -> Spans:
    """Put every value in its place, and a space or a break where lines meet."""
    spans: list[Span] = []
    for piece in pieces:
        join = piece.join
        for number, part in enumerate(VALUE.split(piece.text)):
            if number % 2 == 0:
                added: Spans = (Span(part, piece.source, None, piece.emphasis),) if part else ()
            else:
                added = values.spans(part)
                if piece.emphasis:
                    added = tuple(replace(span, emphasis=piece.emphasis) for span in added)
            if join and added and (joint := _joint(join, spans, added)):
                added = (Span(joint, piece.source, None, piece.emphasis), *added)
            if added:
                join = ""
            spans += added
    return _merged(spans)


def _joint(join: str, before: Sequence[Span], after: Spans) -> str:
    if join == "\n" or not before:
        return join if before else ""
    return join if before[-1].text[-1:] < _WESTERN and after[0].text[:1] < _WESTERN else ""


def _merged(spans: Sequence[Span]) -> Spans:
    """Join neighbours that differ in nothing but their text."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if (
            last
            and not (last.figure or span.figure)
            and (last.source, last.emphasis) == (span.source, span.emphasis)
        ):
            merged[-1] = replace(last, text=last.text + span.text)
        elif span.text:
            merged.append(span)
    return tuple(merged)


def _read(lines: Sequence[Line], findings: Findings) -> list[_Piece]:
    """Read inline markup; what cannot be read is reported and stays as typed."""
    text = "\n".join([line.text.strip(BLANKS) + ("  " if line.text.endswith("  ") else "") for line in lines])
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(text.rstrip(BLANKS), parser, {}, tokens)
    pieces: list[_Piece] = []
    emphasis: list[str] = []
    at, join = 0, ""
    for token in _joined(tokens):
        source = lines[at].source
        match token.type:
            case "softbreak" | "hardbreak":
                at += 1
                join = " " if token.type == "softbreak" else "\n"
                continue
            case "strong_open" | "em_open":
                emphasis.append("strong" if token.type == "strong_open" else "emphasis")
            case "strong_close" | "em_close":
                emphasis.pop()
            case "html_inline":
                findings.add(Diagnostic("markup.html", source, {"text": token.content[:30]}))
            case "text":
                _find_leftovers(token.content, source, findings)
        if token.content:
            kind = "strong" if "strong" in emphasis else emphasis[-1] if emphasis else None
            pieces.append(_Piece(token.content, source, kind, join))
            join = ""
            at += token.content.count("\n")
    return pieces


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Join typed text that the parser cut at characters which turned out to be no markup."""
    joined: list[Token] = []
    for token in tokens:
        if joined and token.type == joined[-1].type == "text":
            joined[-1].content += token.content
        else:
            joined.append(token)
    return joined


def _find_leftovers(text: str, source: Source, findings: Findings) -> None:
    """Report emphasis marks without a partner, code marks and braces, which would print as they are."""
    if link := _LINK.search(text):
        code = "picture.inline" if link[0].startswith("!") else "markup.link"
        findings.add(Diagnostic(code, source, {"text": text[link.start() :][:30]}))
    for footnote in _FOOTNOTE.findall(text):
        findings.add(Diagnostic("markup.unsupported", source, {"mark": footnote[:10]}))
    for found in _DELIMITERS.finditer(text):
        if not _is_sign(found, text):
            findings.add(Diagnostic("markup.leftover", source, {"mark": found[0][:5]}))


def _is_sign(found: re.Match[str], text: str) -> bool:
    """Tell a sign from a mark: 3*4, a_b, * between blanks, and ____ to be filled in by hand."""
    mark = found[0]
    if mark[0] in "`~{}":
        return False
    if mark[0] == "_" and len(mark) > 2:
        return True
    before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
    between_blanks = not before.strip() and not after.strip()
    return len(mark) == 1 and (
        between_blanks or ((before + after).isascii() and before.isalnum() and after.isalnum())
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero")
    parser.inline.ruler.enable(["newline", "escape", "emphasis", "html_inline", "entity"])
    parser.inline.ruler2.enable(["balance_pairs", "emphasis", "fragments_join"])
    parser.options["html"] = True
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Read a run of `*` or `_`, which Chinese punctuation beside it does not hold back.

    CommonMark (0.31, 6.2) lets `**“甲”**乙` open but not close, since a closing quotation mark
    stands before the run and a letter after it. Without spaces between words that rule only
    surprises, so a run of `*` opens before anything but a blank and closes after anything but one.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    can_open, can_close = scanned.can_open, scanned.can_close
    if marker == "*":
        before = state.src[state.pos - 1 : state.pos]
        after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
        is_sign = scanned.length == 1 and (before + after).isascii() and before.isalnum() and after.isalnum()
        can_open = bool(after.strip()) and not is_sign  # 2*3 is a product
        can_close = bool(before.strip()) and not is_sign
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, can_open, can_close)
        )
    state.pos += scanned.length
    return True
