"""References: rules about what a text points at: attachments, tables, pictures, parts, documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from ..content import Chart, Content, Heading, Paragraph, Picture, Table
from ..diagnostics import Diagnostic
from ..han import from_han
from ..nearest import edits, nearest
from ..prose import Prose, joined
from . import laws
from .captions import KINDS, captions, number_in
from .once import parts, proses, texts
from .outline import paragraphs, text_of
from .rule import Level, Rule, Subject

_HAN = "[一二三四五六七八九十]{1,2}"
_ATTACHMENT = re.compile(
    rf"(?<![》的])附件\s*(?P<number>[1-9][0-9]?(?![0-9年月日])|{_HAN}(?![一-鿿]))"
    rf"(?:\s*(?:[—–~～-]|至|到|、|和)\s*(?:附件)?(?P<last>[1-9][0-9]?(?![0-9年月日件项份个条])))?"
)
_ANY_ATTACHMENT = re.compile("(?:[见详如按照]|填报|填写)附件(?![0-9一二三四五六七八九十])")
_ANNEXED = re.compile("(?<=[见如详])附表\\s*[0-9一二三四五六七八九]*")
_CAPTION = {
    kind: re.compile(
        rf"(?:(?<![一-鿿])|(?<=[见如由从按据照]))(?:[见如])?{word}\s*([1-9][0-9]?)(?![0-9年月日.\-—–、个张份])"
    )
    for kind, word in KINDS.items()
}
_BELOW = {
    kind: re.compile(f"[见如由从]?(?P<side>[下上]){word}(?![示述层决扬情])") for kind, word in KINDS.items()
}
_LINKS = re.compile("[见如由从]|所示|所列")
_PART = re.compile(
    rf"(?:[见详]|本报告|本文|前述|上述|前文|报告)第(?P<one>{_HAN})(?:大?部分)|第(?P<other>{_HAN})(?:大?部分)(?:所述|所列|已经?|中已)"
)
_LIST_NUMBER = re.compile(r"^(?:附件\s*[:：]?)?\s*(?:[1-9][0-9]?\s*[.．、]\s*(?=(?:19|20)[0-9]{2}|[^0-9]))?")
_BOOK = re.compile("《([^《》〈〉]{6,60})》")
_PERIODS = re.compile("[0-9一二三四五六七八九十〇零—–～\\-年度第期批次届（）()省市区县]")
_ALIKE_NAMES = 6  # characters from which a name off by one is the same name


def attachments_beyond(subject: Subject) -> Iterator[Diagnostic]:
    """Find an 附件 that the document has not."""
    content = subject.content
    if content is None:
        return
    count = len(_attachments(content))
    for prose in texts(subject, "附"):
        for match in _ATTACHMENT.finditer(prose.text):
            named = match["last"] or match["number"]
            number = int(named) if named.isdecimal() else from_han(named)
            if number > count:
                values = {"found": match[0], "count": count}
                yield Diagnostic("reference.attachment", prose.source_at(match.start()), values)
        if not count and (any_of := _ANY_ATTACHMENT.search(prose.text)):
            values = {"found": any_of[0], "count": 0}
            yield Diagnostic("reference.attachment", prose.source_at(any_of.start()), values)


def attachments_unused(subject: Subject) -> Iterator[Diagnostic]:
    """Find attachments that the text says nothing of, neither of their numbers nor of their names."""
    content = subject.content
    if content is None:
        return
    names = _attachments(content)
    text = "\n".join(prose.text for prose in texts(subject, attached=False))
    numbers: set[int] = set()
    for match in _ATTACHMENT.finditer(text):
        first = int(match["number"]) if match["number"].isdecimal() else from_han(match["number"])
        numbers.update(range(first, int(match["last"] or first) + 1))
    if numbers:  # an author who names some of them by number means to name all
        left = [name for at, name in enumerate(names, 1) if at not in numbers and name not in text]
        if left:
            first_line = next(paragraphs(content, "attachment-list", "attachment-title"))
            yield Diagnostic("reference.attachment_unused", first_line.source, {"names": tuple(left)})


def attachments_renamed(subject: Subject) -> Iterator[Diagnostic]:
    """Find an attachment that the list names otherwise than its own page does."""
    content = subject.content
    if content is None:
        return
    listed = list(paragraphs(content, "attachment-list"))
    titles = [_plain(text_of(node.spans)) for node in paragraphs(content, "attachment-title")]
    names = [_plain(text_of(node.spans)) for node in listed]
    for node, name in zip(listed, names, strict=True):
        near = nearest(name, [title for title in titles if title not in (*names, name)] or titles)
        if name not in titles and near and _PERIODS.sub("", name) != _PERIODS.sub("", near):
            yield Diagnostic("reference.attachment_name", node.source, {"found": name, "title": near})


def annexed_tables(subject: Subject) -> Iterator[Diagnostic]:
    """Find 见附表1 in a document in which nothing is called 附表."""
    content = subject.content
    if content is None or not any("附表" in prose.text for prose in texts(subject, "附")):
        return
    titles = [text_of(node.spans) for node in content.nodes if isinstance(node, Paragraph | Heading)]
    titles += [text_of(node.title) for node in content.nodes if isinstance(node, Table)]
    if any(title.strip().startswith("附表") for title in titles):
        return
    for prose in texts(subject, "附"):
        for match in _ANNEXED.finditer(prose.text):
            yield Diagnostic("reference.annexed_table", prose.source_at(match.start()), {"found": match[0]})


def captions_beyond(kind: str) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule about numbers of tables, or of pictures, that a text points at."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        if subject.content is None:
            return
        found = [title for _, title, _ in captions(subject.content, kind)]
        numbers = {number for title in found if (number := number_in(title)) is not None}
        numbers = numbers or set(range(1, len(found) + 1))
        for prose in texts(subject, KINDS[kind]):
            for match in _CAPTION[kind].finditer(prose.text):
                if int(match[1]) not in numbers:
                    values = {"found": f"{KINDS[kind]}{match[1]}", "count": len(found)}
                    yield Diagnostic(f"reference.{kind}", prose.source_at(match.start()), values)

    return find


def nothing_below(subject: Subject) -> Iterator[Diagnostic]:
    """Find 见下表 with no table below, 如上图 with no picture above, before the section ends."""
    content = subject.content
    for at, node in enumerate(content.nodes if content else ()):
        if not isinstance(node, Paragraph) or node.role != "text":
            continue
        text = text_of(node.spans)
        for kind, pattern in _BELOW.items():
            for match in pattern.finditer(text) if KINDS[kind] in text else ():
                around = text[max(match.start() - 1, 0) : match.end() + 2]
                if not _LINKS.search(around):
                    continue
                assert content is not None
                nodes = content.nodes[at + 1 :] if match["side"] == "下" else content.nodes[:at][::-1]
                if not _is_near(nodes, kind):
                    values = {"found": match[0], "kind": KINDS[kind]}
                    yield Diagnostic("reference.below", joined(node.spans).source_at(match.start()), values)


def parts_beyond(subject: Subject) -> Iterator[Diagnostic]:
    """Find 见第五部分 in a text of three."""
    if subject.content is None:
        return
    count = sum(part.level == 1 and part.sheet == 0 for part in parts(subject))
    for prose in texts(subject, "第", attached=False) if count else ():
        for match in _PART.finditer(prose.text):
            number = from_han(match["one"] or match["other"])
            if number > count:
                values = {"found": match[0], "count": count}
                yield Diagnostic("reference.part", prose.source_at(match.start()), values)


def documents_renamed(subject: Subject) -> Iterator[Diagnostic]:
    """Find one document named in two ways that differ by a character; laws have a rule of their own."""
    places: dict[str, tuple[Prose, int]] = {}
    counts: dict[str, int] = {}
    for prose in proses(subject, "《"):
        for match in _BOOK.finditer(prose.text):
            places.setdefault(match[1], (prose, match.start()))
            counts[match[1]] = counts.get(match[1], 0) + 1
    for one, other in combinations(places, 2):
        if edits(one, other, 1) != 1 or min(len(one), len(other)) < _ALIKE_NAMES:
            continue
        is_period = _PERIODS.sub("", one) == _PERIODS.sub("", other)
        if is_period or laws.is_known(one) or laws.is_known(other):
            continue
        seldom, often = (one, other) if counts[one] < counts[other] else (other, one)
        prose, start = places[seldom]
        yield Diagnostic("reference.document", prose.source_at(start), {"found": seldom, "other": often})


_CLAUSE = "GB/T 9704—2012，7.3.7"

RULES = (
    Rule("reference.attachment", Level.REQUIRED, attachments_beyond),
    Rule("reference.attachment_unused", Level.CUSTOMARY, attachments_unused),
    Rule("reference.attachment_name", Level.REQUIRED, attachments_renamed, _CLAUSE),
    Rule("reference.annexed_table", Level.RECOMMENDED, annexed_tables),
    Rule("reference.table", Level.REQUIRED, captions_beyond("table")),
    Rule("reference.picture", Level.REQUIRED, captions_beyond("picture")),
    Rule("reference.below", Level.RECOMMENDED, nothing_below),
    Rule("reference.part", Level.RECOMMENDED, parts_beyond),
    Rule("reference.document", Level.RECOMMENDED, documents_renamed),
)


def _attachments(content: Content) -> list[str]:
    """Name the attachments: as the list does, or else as their own pages."""
    for role in ("attachment-list", "attachment-title", "attachment-mark"):
        if names := [_plain(text_of(node.spans)) for node in paragraphs(content, role)]:
            return names
    return []


def _plain(name: str) -> str:
    return _LIST_NUMBER.sub("", "".join(name.split())).rstrip("。；")


def _is_near(nodes: tuple[object, ...], kind: str) -> bool:
    wanted = Table if kind == "table" else (Picture, Chart)
    for node in nodes:
        if isinstance(node, wanted):
            return True
        if isinstance(node, Heading) and not node.run_in:
            return False
    return False
