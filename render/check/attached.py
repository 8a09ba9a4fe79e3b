"""Attached: rules about the list of attachments (附件说明) as a file has it (GB/T 9704-2012, 7.3.4).

A report's own list is written by its template, and is as the standard asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Paragraph
from ..diagnostics import Diagnostic
from ..han import from_han
from .outline import paragraphs, text_of
from .rule import Level, Rule, Subject

_HEAD = re.compile(r"附\s*件\s*(?:下载)?\s*[：:]\s*")
_NUMBER = re.compile(
    r"(?P<found>(?:附件\s*)?(?P<digits>[0-9]{1,2})(?P<mark>\s*[.．、：:]|\s+|(?=[\u4e00-\u9fff《]))|(?P<han>[一二三四五六七八九十]{1,3})、)"
    r"\s*(?=(?:19|20)[0-9]{2}|[^0-9])"
)
_MARK = re.compile("[。；，、;,.]$")
_CLAUSE = "GB/T 9704—2012，7.3.4"


def wrong_forms(subject: Subject) -> Iterator[Diagnostic]:
    """Find 附件：1、甲 and 附件：一、甲 for 1.甲."""
    for node, _, match in _items(subject):
        if match is not None and (match["han"] or match["mark"] != "."):
            values = {"found": match["found"].strip(), "right": f"{_count(match)}."}
            yield Diagnostic("attachment.number_form", node.source, values)


def wrong_order(subject: Subject) -> Iterator[Diagnostic]:
    """Find attachments 1 and 3, and a number before the only one."""
    numbered = [(node, match) for node, _, match in _items(subject) if match is not None]
    if len(numbered) == 1 and _count(numbered[0][1]) == 1:
        yield Diagnostic("attachment.only", numbered[0][0].source, {"found": numbered[0][1]["found"].strip()})
        return
    for expected, (node, match) in enumerate(numbered, 1):
        if _count(match) != expected:
            values = {"found": match["found"].strip(), "expected": f"{expected}."}
            yield Diagnostic("attachment.order", node.source, values)
            return


def marks_at_the_end(subject: Subject) -> Iterator[Diagnostic]:
    """Find a name that ends in a mark."""
    for node, name, _ in _items(subject):
        if mark := _MARK.search(name):
            yield Diagnostic("attachment.mark", node.source, {"found": name, "mark": mark[0]})


RULES = (
    Rule("attachment.number_form", Level.RECOMMENDED, wrong_forms, _CLAUSE),
    Rule("attachment.order", Level.REQUIRED, lambda subject: _of("attachment.order", subject), _CLAUSE),
    Rule("attachment.only", Level.RECOMMENDED, lambda subject: _of("attachment.only", subject), _CLAUSE),
    Rule("attachment.mark", Level.RECOMMENDED, marks_at_the_end, _CLAUSE),
)


def _of(code: str, subject: Subject) -> Iterator[Diagnostic]:
    return (each for each in wrong_order(subject) if each.code == code)


def _items(subject: Subject) -> Iterator[tuple[Paragraph, str, re.Match[str] | None]]:
    """List the lines of the list: the paragraph, the name, and the number before it."""
    if subject.content is None or subject.report is not None:
        return
    for node in paragraphs(subject.content, "attachment-list"):
        text = _HEAD.sub("", text_of(node.spans).strip(), count=1)
        match = _NUMBER.match(text)
        yield node, text[match.end() :] if match else text, match


def _count(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else from_han(match["han"])
