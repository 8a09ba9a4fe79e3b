"""Abbreviations: rules about short names that a text defines: （以下简称“双控”机制）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..content import Paragraph
from ..diagnostics import Diagnostic, Source
from ..prose import Prose
from .once import proses
from .rule import Level, Rule, Subject

_DEFINED = re.compile(
    r"[（(](?:以下|下文|下)(?:统|简|合)?称(?:为)?[:：]?(?P<open>[“《\"]?)(?P<short>[^“”《》\"（）()，。；]{1,20})[”》\"]?[）)]"
)
_LAST_NAME = re.compile(r"(?:《(?P<book>[^《》]+)》|(?P<plain>[\u4e00-\u9fff0-9“”、—（）]{2,40}))$")
_VERBS = re.compile("^(?:根据|按照|依据|依照|贯彻|落实|执行|印发|制定|成立|对|将|由|与|和|及|为|在|经|向)+")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Definition:
    short: str
    full: str
    prose: Prose
    start: int  # of the bracket in its paragraph
    at: int  # of the bracket in the whole text
    stop: int


def used_before(subject: Subject) -> Iterator[Diagnostic]:
    """Find a short name that stands in the text before it is defined."""
    text, definitions = _read(subject)
    told: set[str] = set()
    for each in definitions:
        before = text[: each.at].replace(each.full, "\0" * len(each.full)) if each.full else text[: each.at]
        is_short = each.short in each.full and each.full.endswith(each.short)
        if len(each.short) >= 3 and not is_short and each.short in before and each.short not in told:
            told.add(each.short)
            yield Diagnostic("abbreviation.before", _source(each), {"found": each.short})


def defined_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Find a short name defined again, or a second short name of one thing."""
    shorts: dict[str, str] = {}
    fulls: dict[str, str] = {}
    for each in _read(subject)[1]:
        if each.short in shorts:
            yield Diagnostic("abbreviation.twice", _source(each), {"found": each.short})
        elif each.full and fulls.get(each.full, each.short) != each.short:
            values = {"found": f"{fulls[each.full]}、{each.short}"}
            yield Diagnostic("abbreviation.twice", _source(each), values)
        shorts.setdefault(each.short, each.full)
        fulls.setdefault(each.full, each.short)


def never_used(subject: Subject) -> Iterator[Diagnostic]:
    """Find a short name that nothing after its definition uses."""
    text, definitions = _read(subject)
    for each in definitions:
        if len(each.short) >= _SHORTEST and each.short not in text[each.stop :]:
            yield Diagnostic("abbreviation.unused", _source(each), {"found": each.short})


RULES = (
    Rule("abbreviation.before", Level.RECOMMENDED, used_before),
    Rule("abbreviation.twice", Level.RECOMMENDED, defined_twice),
    Rule("abbreviation.unused", Level.CUSTOMARY, never_used),
)


def _read(subject: Subject) -> tuple[str, list[_Definition]]:
    """Give the whole text, and what it defines."""
    definitions: list[_Definition] = []
    length, texts = 0, []
    for prose in _told(subject):
        for match in _DEFINED.finditer(prose.text):
            full = _full(prose.text[: match.start()])
            places = (length + match.start(), length + match.end())
            definitions.append(_Definition(match["short"].strip(), full, prose, match.start(), *places))
        texts.append(prose.text)
        length += len(prose.text) + 1
    return "\n".join(texts), definitions


def _told(subject: Subject) -> Iterator[Prose]:
    """Read all but the title, which may use a short name that the text explains."""
    nodes = subject.content.nodes if subject.content else ()
    titles = [node for node in nodes if isinstance(node, Paragraph) and node.role == "title"]
    spans = {span for node in titles for span in node.spans}
    return (prose for prose in proses(subject) if not spans.intersection(prose.spans))


def _full(before: str) -> str:
    """Give the name that stands before a bracket."""
    match = _LAST_NAME.search(before)
    if match is None:
        return ""
    return match["book"] or _VERBS.sub("", re.split("、", match["plain"])[-1])


def _source(each: _Definition) -> Source:
    return each.prose.source_at(each.start)
