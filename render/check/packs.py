"""Packs: rules made of what a pack of one kind of report asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from ..content import Content, Heading, Table
from ..diagnostics import NOWHERE, Diagnostic, Source
from ..messages.check.packs import DEMANDS
from ..messages.check.page import Page
from ..messages.message import Message, Severity
from ..pack import Demand, Pack
from ..prose import prose_of
from .outline import outline, paragraphs, text_of
from .rule import Level, Rule, Subject

_SEVERITIES = {"规定": Severity.ERROR, "推荐": Severity.WARNING, "习惯": Severity.NOTE}
_DATES = {"issued_on": "成文日期", "published_on": "发布日期", "printed_on": "印发日期"}


def rules_of(pack: Pack) -> tuple[Rule, ...]:
    """Make a rule of each of a pack's demands, and of the order of its parts."""
    made = [_rule(pack, demand) for demand in pack.demands]
    parts = tuple(demand for demand in pack.demands if demand.kind == "part")
    if pack.in_order and len(parts) > 1:
        order = Demand("order", "order", "各部分依次排列", "parts come in order", level="习惯")
        made.append(_rule(pack, order, parts))
    return tuple(made)


def _rule(pack: Pack, demand: Demand, parts: tuple[Demand, ...] = ()) -> Rule:
    code = f"{pack.code}.{demand.code}"
    message = _wording(demand)

    def find(subject: Subject) -> Iterator[Diagnostic]:
        content = subject.content
        if content is None or _is_excepted(demand, content):
            return
        found = _ordered(content, parts) if parts else _LOOK[demand.kind](content, demand)
        for source, values in found:
            yield Diagnostic(code, source, {**values, "message": message})

    clause = demand.clause or pack.clause
    return Rule(code, Level(demand.level), find, clause, page=_page(pack, demand))


def _is_excepted(demand: Demand, content: Content) -> bool:
    issuers = content.metadata.get("issuers", ())
    names = (content.title, *((issuers,) if isinstance(issuers, str) else issuers))
    return any(word in name for word in demand.unless for name in names)


_Found = Iterator[tuple[Source, dict[str, object]]]


def _part(content: Content, demand: Demand) -> _Found:
    if _place_of(content, demand) is None:
        yield _head(content), {}


def _deadline(content: Content, demand: Demand) -> _Found:
    day = _date(content, demand.element)
    if demand.element == "issued_on" and _is_public(content):
        return  # what is dated then is what the public reads; the report itself went upward before
    if day is not None and content.year and day >= date(content.year + 1, *demand.before):
        yield (
            _place(content, demand.element),
            {"found": f"{_DATES[demand.element]}{day.year}年{day.month}月{day.day}日"},
        )


def _is_public(content: Content) -> bool:
    """Tell a version made for publication: it has what the page of an office prints beside the text."""
    has_page = any(content.metadata.get(key) for key in ("index_no", "published_on"))
    return has_page or content.metadata.get("template") == "webpage"


def _required(content: Content, demand: Demand) -> _Found:
    if not any(word in text for text, _ in _texts(content) for word in demand.words):
        yield _head(content), {}


def _forbidden(content: Content, demand: Demand) -> _Found:
    for text, source in _texts(content):
        for word in demand.words:
            if word in text:
                yield source, {"found": word}


def _figure(content: Content, demand: Demand) -> _Found:
    for text, _ in _texts(content):
        for sentence in re.split("[。；]", text):
            if any(word in sentence for word in demand.words) and re.search("[0-9]", sentence):
                return
    for node in content.nodes:
        if isinstance(node, Table):
            for row in node.rows:
                line = "".join(text_of(cell) for cell in row.cells)
                if any(word in line for word in demand.words) and re.search("[0-9]", line):
                    return
    yield _head(content), {}


def _ordered(content: Content, parts: tuple[Demand, ...]) -> _Found:
    last: tuple[int, str, Source] = (-1, "", NOWHERE)
    for demand in parts:
        place = _place_of(content, demand)
        if place is None:
            continue
        at, source = place
        if at < last[0]:
            yield last[2], {"found": last[1], "before": demand.name}
        else:
            last = (at, demand.name, source)


_LOOK: dict[str, Callable[[Content, Demand], _Found]] = {
    "part": _part,
    "deadline": _deadline,
    "required": _required,
    "forbidden": _forbidden,
    "figure": _figure,
}


def _place_of(content: Content, demand: Demand) -> tuple[int, Source] | None:
    """Find a part: the first heading of the upper two levels with one of its words.

    In a text without any headings it is the first paragraph with one.
    """
    parts = [part for part in outline(content) if not part.sheet]
    for part in parts:
        if part.level <= 2 and any(word in part.text for word in demand.words):
            return part.at, part.source
    if parts:
        return None
    for at, node in enumerate(paragraphs(content, "text")):
        if any(word in text_of(node.spans) for word in demand.words):
            return at, node.source
    return None


def _texts(content: Content) -> Iterator[tuple[str, Source]]:
    return ((prose.text, prose.source_at(0)) for prose in prose_of(content) if prose.text)


def _head(content: Content) -> Source:
    """Name the place of what is missing: the title's."""
    for node in paragraphs(content, "title"):
        return next((span.source for span in node.spans if span.text.strip()), node.source)
    return next((node.source for node in content.nodes if isinstance(node, Heading)), NOWHERE)


def _date(content: Content, element: str) -> date | None:
    if element == "issued_on":
        return content.issued_on
    text = content.metadata.get(element)
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _place(content: Content, element: str) -> Source:
    roles = {"issued_on": "date", "printed_on": "printed"}
    return next((node.source for node in paragraphs(content, roles.get(element, ""))), _head(content))


def _wording(demand: Demand) -> Message:
    """Word what is missing; braces of the pack's own are no blanks."""
    said = DEMANDS[demand.kind]
    word = _plain(demand.words[0]) if demand.words else ""
    hint, english = _plain(demand.hint), _plain(demand.english_hint)
    return Message(
        said.zh.format(_plain(demand.name)),
        said.en.format(_plain(demand.english)),
        hint or said.zh_hint.format(word),
        english or hint or said.en_hint.format(word),
        severity=_SEVERITIES[demand.level],
    )


def _page(pack: Pack, demand: Demand) -> Page:
    """Explain a demand, with samples made of the pack's own words."""
    right, wrong = _samples(pack, demand)
    title = "".join(pack.titles) or pack.name
    front = f"年度: 2020\n标题: {title}\n规则包: {pack.code}\n"
    return Page(
        f"{pack.name}：{demand.name}",
        f"{pack.english}: {demand.english}",
        demand.hint or f"规则包“{pack.name}”的要求。",
        demand.english_hint or f"Asked for by the rule pack {pack.name}.",
        right={"report.md": f"---\n{front}{right}"},
        wrong={"report.md": f"---\n{front}{wrong}"},
    )


def _samples(pack: Pack, demand: Demand) -> tuple[str, str]:
    """Write the rest of two reports: one with all that the pack asks for, one that fails this demand."""
    parts = {each.code: f"# {each.words[0]}\n甲。\n" for each in pack.demands if each.kind == "part"}
    said = {
        each.code: f"{each.words[0]}5件。\n" for each in pack.demands if each.kind in ("required", "figure")
    }
    whole = "".join((*parts.values(), *said.values())) or "甲。\n"
    left = "".join(text for code, text in (*parts.items(), *said.items()) if code != demand.code) or "甲。\n"
    if demand.kind == "deadline":
        key, (month, day) = _DATES[demand.element], demand.before
        return f"{key}: 2021-01-01\n---\n{whole}", f"{key}: 2021-{month:02}-{day:02}\n---\n{whole}"
    if demand.kind == "order":
        return f"---\n{whole}", "---\n" + "".join((*reversed(parts.values()), *said.values()))
    if demand.kind == "forbidden":
        return f"---\n{whole}", f"---\n{whole}{demand.words[0]}。\n"
    return f"---\n{whole}", f"---\n{left}"


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
