"""Parted: what a paragraph, not one sentence alone, divides into parts, and whether a sum is a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..diagnostics import Diagnostic
from .once import paragraphs, proses
from .quantities import Quantity, Told, shown, written
from .rule import Subject

_BORN = re.compile(
    r"出生率为?(?P<born>[0-9.]+)‰.*?死亡率为?(?P<died>[0-9.]+)‰.*?自然增长率为?(?P<minus>[-−－负])?(?P<made>[0-9.]+)‰"
)
_NEARLY = Decimal("0.9")  # of a whole: what a list of three or more comes to that leaves nothing out
_IN_ALL = re.compile("收入(?:合计|总计)为?$")
_OUT_ALL = re.compile("支出(?:合计|总计)为?$")
_KEPT = re.compile("年[终末]结余$")
_PASSED, _FAILED = re.compile("(?<!不)合格$"), re.compile("不合格$")
_ALSO_OUT = re.compile("上解|调出|结转|稳定调节")
_FEWEST_PARTS = 3


def births(subject: Subject) -> Iterator[Diagnostic]:
    """Find a natural growth that is not what births and deaths make."""
    for prose in proses(subject, "‰"):
        for match in _BORN.finditer(prose.text) if "自然增长率" in prose.text else ():
            born, died, made = (Decimal(match[name]) for name in ("born", "died", "made"))
            if born - died != (-made if match["minus"] else made):
                values = {
                    "whole": f"出生率{born}‰",
                    "one": f"死亡率{died}‰",
                    "other": f"自然增长率{match['minus'] or ''}{made}‰",
                    "sum": f"{died + (-made if match['minus'] else made)}‰",
                }
                yield Diagnostic("figure.split", prose.source_at(match.start("made")), values)


def kept(subject: Subject) -> Iterator[Diagnostic]:
    """Find 收支相抵，年终结余 that is not what 收入合计 and 支出合计 leave."""
    for paragraph in paragraphs(subject):
        if "收支相抵" not in paragraph[0].prose.text:
            continue
        every = [
            (each, q) for each in paragraph for q in each.quantities if q.unit == "元" and not q.is_rough
        ]
        came, went, left = (
            [(each, q) for each, q in every if name.search(each.prose.text[: q.start][-8:])]
            for name in (_IN_ALL, _OUT_ALL, _KEPT)
        )
        if len(came) != 1 or len(went) != 1 or len(left) != 1:
            continue
        (_, whole), (_, one), (sentence, rest) = came[0], went[0], left[0]
        if _ALSO_OUT.search(sentence.prose.text[one.stop : rest.start]):
            continue
        if abs(whole.number - one.number - rest.number) > whole.slack + one.slack + rest.slack:
            yield _split_in(sentence, whole, one, rest)


def passed_and_failed(subject: Subject) -> Iterator[Diagnostic]:
    """Find 合格81个，不合格8个 of 87个 that stand sentences before, by a slip it seems."""
    for paragraph in paragraphs(subject):
        for at, sentence in enumerate(paragraph):
            if "不合格" not in sentence.text:
                continue
            own = [q for q in sentence.quantities if q.unit and q.unit not in ("%", "个百分点")]
            if len(own) != 2 or own[0].unit != own[1].unit or any(q.is_rough for q in own):
                continue
            one, other = own
            if not _PASSED.search(one.label) or not _FAILED.search(other.label):
                continue
            earlier = [q for each in paragraph[:at] for q in each.quantities if q.unit == one.unit]
            total = one.number + other.number
            near = [q for q in earlier if not q.is_rough and is_slip(q.number, total, 2)]
            if near and total not in [q.number for q in earlier]:
                yield _split_in(sentence, near[-1], one, other)


def rows_of_parts(subject: Subject) -> Iterator[tuple[Told, Quantity, list[Quantity]]]:
    """List 项目42项，投资18.6亿元。其中，管网23项，投资9.8亿元；泵站8项，投资4.2亿元."""
    for paragraph in paragraphs(subject):
        for at, first in enumerate(paragraph):
            if at == 0 or not first.text.startswith("其中") or not first.text.endswith("；"):
                continue
            rows = [first]
            for each in paragraph[at + 1 :]:
                rows.append(each)
                if not each.text.endswith("；"):
                    break
            units = [q.unit for q in first.quantities]
            is_regular = all([q.unit for q in row.quantities] == units for row in rows)
            above = paragraph[at - 1].quantities
            if len(rows) < _FEWEST_PARTS or not is_regular or len(set(units)) != len(units) or "" in units:
                continue
            for place, unit in enumerate(units):
                parts = [row.quantities[place] for row in rows]
                wholes = [
                    q for q in above if q.unit == unit and ("完成" in q.label) is ("完成" in parts[0].label)
                ]
                if unit != "%" and len(wholes) == 1 and not any(q.is_rough for q in (*wholes, *parts)):
                    yield first, wholes[0], parts


def is_slip(whole: Decimal, total: Decimal, count: int) -> bool:
    """Tell a number mistyped from one of which only some parts are told."""
    one, other = written(whole), written(total)
    if count > 2 and total >= whole * _NEARLY:
        return True
    if len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def parts_of(whole: Quantity, parts: Sequence[Quantity], total: Decimal) -> dict[str, object]:
    """Say a whole, its parts and what these come to."""
    return {
        "whole": f"{whole.label}{whole.text}",
        "parts": "＋".join(q.text for q in parts),
        "sum": shown(total, parts[0]),
    }


def _split_in(sentence: Told, whole: Quantity, one: Quantity, other: Quantity) -> Diagnostic:
    values = {
        "whole": f"{whole.label}{whole.text}",
        "one": f"{one.label}{one.text}",
        "other": f"{other.label}{other.text}",
        "sum": written(one.number + other.number),
    }
    return Diagnostic("figure.split", sentence.source_of(other), values)
