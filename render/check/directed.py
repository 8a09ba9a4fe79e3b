"""Directed: rules about documents upward (条例, art. 15) that a build does not see.

A build looks at what is declared upward (行文方向: 上行). A file from anywhere declares nothing, and a
请示 is upward by its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..sentences import sentences
from ..upward import REQUEST, rank_of
from .outline import paragraphs, text_of
from .parts import entry_of, is_delivered, kind_of, named
from .rule import Level, Rule, Subject

_LEADER = re.compile(
    "(?:同志|书记|市长|区长|县长|省长|局长|主任|部长|厅长|镇长|乡长|秘书长|处长|科长|总经理|董事长|院长|检察长)$"
)
_SEVERAL = re.compile("各|等|有关|直属")
_MORE_THAN_ONE = re.compile("关于.*关于|(?:的|和|及|、)[^的]*请示.*请示")
_ASKS = re.compile(
    "(?:恳请|请予?|请求)(?:批准|批复|审批|核准|拨付|解决|支持|同意)"
    "|恳请[^，。；：]{2,14}(?:批准|批复|同意|拨付|解决|支持|追加|安排)"
)
_MATTERS = tuple(
    map(
        re.compile,
        ("资金|经费|补助|拨款|贷款|债券", "编制|增设|设立.{0,12}(?:机构|中心|局|科)", "用地|土地指标"),
    )
)
"""What is asked for: money, posts, land. Each is a matter of its own."""


def two_addressees(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 请示 to two bodies."""
    names = _addressees(subject)
    if _goes_upward(subject) and (len(names) > 1 or any(_SEVERAL.match(name) for name in names)):
        yield Diagnostic(
            "upward.addressees", entry_of(subject, "addressees", "addressee"), {"names": tuple(names)}
        )


def leader_addressed(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document to a leader in person."""
    if subject.content is None or is_delivered(subject.content):
        return
    for name in _addressees(subject):
        if _LEADER.search(name):
            yield Diagnostic("upward.leader", entry_of(subject, "addressees", "addressee"), {"name": name})


def copied_downward(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 请示 with a copy to a body below its issuer."""
    content = subject.content
    if content is None or not _goes_upward(subject):
        return
    own = [rank for name in named(content, "issuers") if (rank := rank_of(name))]
    for name in named(content, "copies_to"):
        if own and rank_of(name) > max(own):
            values = {"name": name.rstrip("。")}
            yield Diagnostic("upward.copy", entry_of(subject, "copies_to", "copies"), values)


def request_in_report(subject: Subject) -> Iterator[Diagnostic]:
    """Find a request inside a 报告."""
    content = subject.content
    if content is None or kind_of(content.title) != "报告" or _is_declared(subject):
        return
    for node in paragraphs(content, "text", "closing"):
        if match := REQUEST.search(text_of(node.spans)):
            yield Diagnostic("upward.request", node.spans[0].source, {"found": match[0]})


def several_matters(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 请示 that asks for two things."""
    content = subject.content
    if content is None or kind_of(content.title) != "请示":
        return
    asks = [node for node in paragraphs(content, "text") if _ASKS.search(text_of(node.spans))]
    asked = "".join(sentence for node in asks for sentence in _requests(text_of(node.spans)))
    matters = sum(bool(matter.search(asked)) for matter in _MATTERS)
    if content.title.count("关于") > 1 or len(asks) > 2 or matters > 1:
        source = asks[-1].spans[0].source if asks else entry_of(subject, "title", "title")
        yield Diagnostic("upward.matters", source, {"count": max(len(asks), matters, 2)})


_ART15 = "《党政机关公文处理工作条例》第十五条"

RULES = (
    Rule("upward.addressees", Level.REQUIRED, two_addressees, _ART15),
    Rule("upward.leader", Level.REQUIRED, leader_addressed, _ART15),
    Rule("upward.copy", Level.REQUIRED, copied_downward, _ART15),
    Rule("upward.request", Level.REQUIRED, request_in_report, _ART15),
    Rule("upward.matters", Level.CUSTOMARY, several_matters, _ART15),
)


def _requests(text: str) -> Iterator[str]:
    """Give the sentences that ask for something."""
    cut = (text[each.start : each.stop] for each in sentences(text))
    return (sentence for sentence in cut if _ASKS.search(sentence))


def _addressees(subject: Subject) -> tuple[str, ...]:
    return named(subject.content, "addressees") if subject.content is not None else ()


def _is_declared(subject: Subject) -> bool:
    """Tell whether a build looks at the document as one upward."""
    metadata = subject.content.metadata if subject.content is not None else {}
    says = metadata.get("direction") == "上行" or (not metadata.get("direction") and metadata.get("signers"))
    return subject.report is not None and bool(says)


def _goes_upward(subject: Subject) -> bool:
    content = subject.content
    if content is None or _is_declared(subject):
        return False
    return kind_of(content.title) == "请示" or (subject.report is None and bool(named(content, "signers")))
