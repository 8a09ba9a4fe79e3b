"""Sign-off: the sheets on which the offices confirm their figures (数据核对表).

One sheet to an office, for its seal: every figure with its values, change, formula, source and place in
the text, and blanks for the result and the signature. They are internal: contacts stand on them, and
they never go with a public edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .change import Change, change_between, printed_decimals, rounded
from .content import Node, Paragraph, Row, SheetStart, Span, Spans, Table
from .diagnostics import NOWHERE
from .noun import Noun
from .places import Place
from .report import Absence, Figure, FigureKind, FigureTable, Value
from .wording import Wording

ROLE = "signoff"
NO_OFFICE = "（填报单位未填写）"
NOT_SUPPLIED = "未报"
PHONE_COLUMNS = ("联系电话", "电话", "phone")
REASON_COLUMNS = ("增减情况说明", "变动原因")
ASK = "（请说明）"
MOST_PLACES = 3

_SIGNATURE = "\u3000" * 5  # room for a name
_POINTS = {"%": "个百分点", "‰": "个千分点"}
_COUNTS = {"figures": "指标{}项", "sentences": "文字{}处", "metadata": "要素{}项", "files": "图片等文件{}个"}
_INTERNAL = "本表仅供内部核对，不对外公开。"


class Since(Noun, frozen=True):
    """What became of the report since it was last frozen (留底)."""

    name: str  # of the state
    on: date
    fingerprint: str  # of the state
    counts: Mapping[str, int]  # how much moved, by kind: "figures", "sentences", "metadata", "files"
    moved: Mapping[str, str]  # by figure: the values before and after


@dataclass(frozen=True, slots=True)
class SignOff:
    """What the sheets are about."""

    title: str
    year: int
    base: int | None  # the year before; None: the table has no column for it
    fingerprint: str
    wording: Wording
    remarks: Mapping[int, str]  # what the table says of a year's values
    since: Since | None = None  # None: it was never frozen

    def heading(self, year: int) -> str:
        """Head a year's column."""
        remark = self.remarks.get(year, "")
        return f"{year}年（{remark}）" if remark else f"{year}年"


def sheets_of(table: FigureTable, places: Iterable[Place], about: SignOff) -> tuple[Node, ...]:
    """Set the sheets of all offices, each beginning on a side of its own."""
    by_figure: dict[str, list[Place]] = {}
    for place in places:
        if not place.is_made:
            by_figure.setdefault(place.figure, []).append(place)
    offices: dict[str, list[Figure]] = {}
    for figure in table.figures.values():
        offices.setdefault(figure.supplied_by or NO_OFFICE, []).append(figure)
    return tuple(
        node
        for number, (office, figures) in enumerate(offices.items())
        for node in _sheet(office, figures, by_figure, about, is_first=number == 0)
    )


def _sheet(
    office: str,
    figures: Sequence[Figure],
    places: Mapping[str, Sequence[Place]],
    about: SignOff,
    *,
    is_first: bool,
) -> Iterator[Node]:
    yield SheetStart(NOWHERE, landscape=True)
    yield Paragraph("title" if is_first else "attachment-title", _said(about.title), NOWHERE)
    head = f"填报单位（盖章）：{office}　　　　统计年度：{about.year}年　　　　核对码：{about.fingerprint}"
    yield Paragraph("table-note", _said(head), NOWHERE)
    if about.since is not None:
        yield Paragraph("table-note", _said(_since(figures, about.since, about)), NOWHERE)
    has_formulas = any(figure.formula for figure in figures)
    heads = ["序号", "指标名称", "单位"]
    alignments = ["center", "left", "center"]
    if about.base is not None:
        heads += [*map(about.heading, (about.base, about.year)), "增减", "增减幅度（%）", "增减情况说明"]
        alignments += ["decimal"] * 4 + ["left"]
    else:
        heads.append(about.heading(about.year))
        alignments.append("decimal")
    heads += [*(["公式"] if has_formulas else []), "正文出处", "来源", "核对结果（√/×）", "核对人签字"]
    alignments += [*(["left"] if has_formulas else []), "left", "left", "center", "center"]
    rows = tuple(
        Row(tuple(_cells(number, figure, places, about, has_formulas=has_formulas)), figure.source)
        for number, figure in enumerate(figures, 1)
    )
    yield Table((), (), tuple(alignments), Row(tuple(map(_said, heads)), NOWHERE), rows, (), NOWHERE, ROLE)
    yield Paragraph("table-note", _said(_foot(figures)), NOWHERE)
    yield Paragraph("table-note", _said(_INTERNAL), NOWHERE)


def _since(figures: Iterable[Figure], since: Since, about: SignOff) -> str:
    """Say whether the report is what was frozen, and which of this sheet's figures are not."""
    on = f"{since.on.year}年{since.on.month}月{since.on.day}日"
    state = f"“{since.name}”（{on}留底，核对码：{since.fingerprint}）"
    if not since.counts:
        if since.fingerprint == about.fingerprint:
            return f"与{state}一致。"
        return f"文字和指标与{state}相同；版本或设置不同，因而核对码不同。"
    counts = "、".join(_COUNTS[kind].format(count) for kind, count in since.counts.items())
    own = [f"{each.name}{since.moved[each.key]}" for each in figures if each.key in since.moved]
    listed = f"本表变动{len(own)}项：{'；'.join(own)}。" if own else "本表指标没有变动。"
    return f"自{state}以来变动：{counts}。{listed}"


def _cells(
    number: int,
    figure: Figure,
    places: Mapping[str, Sequence[Place]],
    about: SignOff,
    *,
    has_formulas: bool,
) -> Iterator[Spans]:
    yield _said(str(number))
    yield _said(figure.name)
    yield _said(figure.unit)
    value = figure.values.get(about.year)
    if about.base is not None:
        change = change_between(figure, about.base, about.year, about.wording, as_printed=False)
        yield _said(_value(figure, figure.values.get(about.base)))
        yield _figure(_value(figure, value), figure)
        yield from (_said(text) for text in _change(figure, change, about.wording))
    else:
        yield _figure(_value(figure, value), figure)
    if has_formulas:
        yield _said(figure.formula)
    yield _said(_places(places.get(figure.key, ())))
    yield _said("；".join(part for part in (figure.origin, figure.evidence) if part))
    yield ()
    yield _said(_SIGNATURE)


def _change(figure: Figure, change: Change, wording: Wording) -> Iterator[str]:
    """Write difference, rate and reason; a large change without a reason asks for one."""
    points = _POINTS.get(figure.unit, "个百分点") if change.kind is FigureKind.RATE else ""
    yield "—" if change.difference is None else _minus(f"{change.difference:f}") + points
    yield "—" if change.rate is None else _minus(f"{rounded(change.rate, wording.rate_decimals):f}")
    reason = next((figure.more[column] for column in REASON_COLUMNS if figure.more.get(column)), "")
    is_large = change.rate is not None and abs(change.rate) >= wording.reason_from
    yield reason or (ASK if is_large else "")


def _value(figure: Figure, value: Value | None) -> str:
    if value is None or value.number in (Absence.NOT_SUPPLIED, Absence.UNREADABLE):
        return NOT_SUPPLIED
    if isinstance(value.number, Absence):
        return "—"
    return _minus(f"{rounded(value.number, printed_decimals(figure, value)):f}")


def _places(places: Sequence[Place]) -> str:
    """Say where the text prints a figure, the first few places."""
    if not places:
        return "正文未用"
    said = [f"第{p.page}页第{p.line}行{f'（{p.section}）' if p.section else ''}" for p in places]
    said = list(dict.fromkeys(said))
    more = f"等{len(said)}处" if len(said) > MOST_PLACES else ""
    return "；".join(said[:MOST_PLACES]) + more


def _foot(figures: Iterable[Figure]) -> str:
    """Leave room for the people who answer for the figures; a contact all rows share is filled in."""
    contacts = {figure.contact for figure in figures if figure.contact}
    phones = {
        phone for figure in figures for column in PHONE_COLUMNS if (phone := figure.more.get(column, ""))
    }
    contact = contacts.pop() if len(contacts) == 1 else "　　　　"
    phone = phones.pop() if len(phones) == 1 else "　　　　　　"
    return (
        f"单位负责人：　　　　　审核人：　　　　　填表人：{contact}　　联系电话：{phone}"
        "　　填报日期：　　　年　　月　　日"
    )


def _minus(text: str) -> str:
    return text.replace("-", "\N{MINUS SIGN}")


def _said(text: str) -> Spans:
    return (Span(text, NOWHERE),) if text else ()


def _figure(text: str, figure: Figure) -> Spans:
    return (Span(text, figure.source, figure.key),)
