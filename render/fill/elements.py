"""Elements: whether those of a document keep to the standard (GB/T 9704-2012, clause 7).

And to the rules for handling documents (党政机关公文处理工作条例, 2012; here 条例). Only what the form
prints is looked at. A wrong form is answered with the right one where it can be told; what can be put
right without a doubt is put right, and said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from ..content import Heading, Node, Paragraph, Picture, Span, Table
from ..diagnostics import NOWHERE, Diagnostic, Source
from ..disclosure import INTERNAL
from ..nearest import nearest
from ..pattern import pattern
from ..report import Entry, Report
from ..upward import REQUEST, SEPARATORS, rank_of
from .findings import Findings
from .metadata import KEYS, Said
from .values import Phrase

MOST_ISSUERS = 9
"""Agencies whose names, stacked in the mark, leave the first page a line of text (7.3.3)."""

FIRST_YEAR = 1949

UPWARD, PICTURE = "上行", "图片"

_NUMBER = pattern(r".+〔\d{4}〕[1-9]\d*号|第[1-9]\d*[号期]")
_LOOSE_NUMBER = pattern(r"(.+?)[〔\[［【（(](\d{4})[〕\]］】）)]\s*第?\s*0*([1-9]\d*)\s*号?")
_LOOSE_SERIAL = pattern(r"第?\s*0+([1-9]\d*)\s*([号期])")
_LEVELS = ("绝密", "机密", "秘密")
_SECURITY = pattern(rf"({'|'.join(_LEVELS)})★(\d+年|\d+个月|\d+天|长期)")
_LOOSE_SECURITY = pattern(rf"({'|'.join(_LEVELS)})\s*[★☆*＊·\-—　 ]*\s*([0-9０-９]+)\s*(年|个月|天)")
_URGENCY = ("特提", "特急", "加急", "平急")
_COPY_NO_DIGITS = 6  # 7.2.1
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def check_elements(
    said: Mapping[str, Said], entries: Mapping[str, Entry], printed: Collection[str], findings: Findings
) -> None:
    """Report what is wrong with the elements that a form prints.

    Args:
        said: What every key says.
        entries: Where it was written.
        printed: Names that the form's document mentions, Chinese or English.
        findings: Receives what is wrong.
    """
    checker = _Checker(said, entries, printed, findings)
    for check in (
        checker.dates,
        checker.number,
        checker.copy_no,
        checker.security,
        checker.urgency,
        checker.issuers,
        checker.seals,
        checker.copies,
        checker.upward,
    ):
        check()


def check_requests(
    said: Mapping[str, Said], entries: Mapping[str, Entry], nodes: Iterable[Node], findings: Findings
) -> None:
    """Report a request inside a report (条例, art. 15): a 报告 holds no 请示, nor do the lines below it."""
    title = said.get("title")
    if not isinstance(title, Phrase) or not title.rstrip().endswith("报告") or not is_upward(said):
        return
    texts = [
        ("".join(span.text for span in node.spans), node.source)
        for node in nodes
        if isinstance(node, Paragraph) and node.role in ("text", "closing")
    ]
    for name in ("closing", "note"):
        value = said.get(name, ())
        words = " ".join(value) if isinstance(value, tuple) else str(value)
        texts.append((words, entries[name].source if name in entries else NOWHERE))
    for text, source in texts:
        if found := REQUEST.search(text):
            values = {"text": found[0], "clause": "15"}
            findings.add(Diagnostic("element.request_in_report", source, values))


def check_disclosure(
    report: Report, mentioned: Collection[str], nodes: Iterable[Node], findings: Findings
) -> None:
    """Report what a public edition would need and must not have: internal elements and figures."""
    for name in INTERNAL:
        if not {name, KEYS[name].chinese}.isdisjoint(mentioned):
            values = {"key": KEYS[name].chinese, "clause": "31"}
            findings.add(Diagnostic("edition.internal_element", Source(report.text.file), values))
    for span in spans_in(nodes):
        figure = report.figures.figures.get(span.figure or "")
        if figure is not None and figure.is_public is False:
            values = {"figure": figure.name, "clause": "31"}
            findings.add(Diagnostic("edition.internal_figure", span.source, values))


def spans_in(nodes: Iterable[Node]) -> Iterator[Span]:
    """Yield every span of nodes, those of tables and titles included."""
    for node in nodes:
        if isinstance(node, Paragraph | Heading):
            yield from node.spans
        elif isinstance(node, Table):
            for spans in (node.title, node.unit, *node.notes):
                yield from spans
            for row in (node.head, *node.rows):
                for cell in row.cells:
                    yield from cell
        elif isinstance(node, Picture):
            yield from node.title


def is_upward(said: Mapping[str, Said]) -> bool:
    """Tell whether a document goes to a body above its issuer."""
    direction = said.get("direction")
    return direction == UPWARD if direction else bool(said.get("signers"))


def host_first(issuers: tuple[Phrase, ...], host: object) -> tuple[Phrase, ...]:
    """Put the host agency of a joint issue before the others (7.2.4)."""
    return tuple(sorted(issuers, key=lambda name: name != host))


class _Checker:
    """The elements of one document."""

    def __init__(
        self,
        said: Mapping[str, Said],
        entries: Mapping[str, Entry],
        printed: Collection[str],
        findings: Findings,
    ) -> None:
        self.said, self.entries, self.printed, self.findings = said, entries, printed, findings

    def _prints(self, key: str) -> bool:
        return bool(self.said.get(key)) and not {key, KEYS[key].chinese}.isdisjoint(self.printed)

    def _text(self, key: str) -> str:
        value = self.said.get(key)
        return str(value) if isinstance(value, Phrase) and self._prints(key) else ""

    def _names(self, key: str) -> tuple[Phrase, ...]:
        value = self.said.get(key)
        return value if isinstance(value, tuple) else ()

    def _report(self, code: str, key: str, clause: str, **values: object) -> None:
        entry = self.entries.get(key)
        values = {"key": KEYS[key].chinese, "clause": clause, **values}
        self.findings.add(Diagnostic(code, entry.source if entry else Source(), values))

    def dates(self) -> None:
        """Look for dates before 1949 or more than a year after the year reported; no clock is asked."""
        year = self.said.get("year")
        for key, clause in (("issued_on", "7.3.5.4"), ("printed_on", "7.4.3")):
            day = self.said.get(key)
            if not isinstance(day, date) or not isinstance(year, int):
                continue
            if not FIRST_YEAR <= day.year <= year + 1:
                values = {"found": day.isoformat(), "first": FIRST_YEAR, "last": year + 1}
                self._report("element.date_far", key, clause, **values)

    def number(self) -> None:
        """Want the year in 〔〕, no 第, no zero in front (7.2.5)."""
        text = self._text("number")
        if not text or text == "无" or _NUMBER.fullmatch(text):
            return
        folded = text.translate(_DIGITS)
        right = ""
        if match := _LOOSE_NUMBER.fullmatch(folded):
            right = f"{match[1].strip()}〔{match[2]}〕{match[3]}号"
        elif match := _LOOSE_SERIAL.fullmatch(folded):
            right = f"第{match[1]}{match[2]}"
        self._report("element.number_form", "number", "7.2.5", found=text, right=right)

    def copy_no(self) -> None:
        """Want six digits, with zeros in front (7.2.1)."""
        text = self._text("copy_no")
        if text and not (text.isascii() and text.isdigit() and len(text) == _COPY_NO_DIGITS):
            digits = text.translate(_DIGITS)
            right = digits.zfill(_COPY_NO_DIGITS) if digits.isdecimal() else ""
            right = right if len(right) == _COPY_NO_DIGITS else ""
            self._report("element.copy_no_form", "copy_no", "7.2.1", found=text, right=right)

    def security(self) -> None:
        """Want a level and a period, 机密★1年 (7.2.2)."""
        text = self._text("security")
        if not text or _SECURITY.fullmatch(text):
            return
        if text in _LEVELS:
            self._report("element.security_period", "security", "7.2.2", found=text)
            return
        match = _LOOSE_SECURITY.fullmatch(text)
        right = f"{match[1]}★{match[2].translate(_DIGITS)}{match[3]}" if match else ""
        self._report("element.security_form", "security", "7.2.2", found=text, right=right)

    def urgency(self) -> None:
        """Want 特急 or 加急; of a telegram 特提 and 平急 as well (7.2.3; 条例, art. 9)."""
        text = self._text("urgency")
        if text and text not in _URGENCY:
            near = nearest(text, _URGENCY)
            self._report("element.urgency_form", "urgency", "7.2.3", found=text, near=near, names=_URGENCY)

    def issuers(self) -> None:
        """Want the host of a joint issue named, and at most nine agencies (7.2.4)."""
        names = self._names("issuers")
        if len(names) < 2 or not self._prints_mark():
            return
        host = self.said.get("host")
        if not host:
            self._report("element.no_host", "issuers", "7.2.4", first=str(names[0]))
        elif host not in names:
            near = nearest(str(host), map(str, names))
            self._report("element.host_unknown", "host", "7.2.4", found=str(host), near=near)
        if len(names) > MOST_ISSUERS:
            self._report("element.too_many_issuers", "issuers", "7.2.4", count=len(names), most=MOST_ISSUERS)

    def _prints_mark(self) -> bool:
        return not {"mark", KEYS["mark"].chinese}.isdisjoint(self.printed)

    def seals(self) -> None:
        """Want one picture of a seal for each name, and only where they are asked for (7.3.5)."""
        pictures = self._names("seal_pictures")
        names = self._names("signatories") or self._names("issuers")
        if {"seal", KEYS["seal"].chinese}.isdisjoint(self.printed):
            return
        if self.said.get("seal") == PICTURE:
            if not pictures:
                self._report("element.no_seal_picture", "seal", "7.3.5")
            elif len(pictures) != len(names):
                values = {"count": len(pictures), "names": len(names)}
                self._report("element.seal_count", "seal_pictures", "7.3.5", **values)
        elif pictures:
            self._report("element.seal_picture_unused", "seal_pictures", "7.3.5")

    def copies(self) -> None:
        """Say that 。 was put behind 抄送 (7.4.2)."""
        names = self._names("copies_to")
        entry = self.entries.get("copies_to")
        typed = entry.value if entry else ""
        last = (typed[-1] if typed else "") if isinstance(typed, tuple) else str(typed)
        if len(names) == 1 and SEPARATORS.search(names[0]) and not last.strip().endswith("。"):
            self._report("element.copies_stop", "copies_to", "7.4.2")

    def upward(self) -> None:
        """Want one addressee, no copy to a body below, somebody who signed (条例, art. 9 and 15)."""
        signers = self._names("signers")
        if not is_upward(self.said):
            if signers:
                self._report("element.signer_not_upward", "signers", "9")
            return
        if self._prints_mark() and not signers:
            self._report("element.no_signer", "direction", "9")
        addressees = [part for name in self._names("addressees") for part in SEPARATORS.split(name) if part]
        if len(addressees) > 1:
            self._report("element.two_addressees", "addressees", "15", names=tuple(addressees))
        own = [rank for name in self._names("issuers") if (rank := rank_of(name))]
        for name in (part for each in self._names("copies_to") for part in SEPARATORS.split(each)):
            rank = rank_of(name)
            if own and rank > max(own):
                self._report("element.copy_downward", "copies_to", "15", name=name.rstrip("。"))
