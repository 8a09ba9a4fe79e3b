"""The probe: a report whose texts are full of marks, filled and composed like any other.

Where a character of the document comes from is asked of the stages themselves: a mark is put behind every
harmless character of the author's texts and around every expression, the marked report takes the same
way as the real one, and where the marks come out, the characters between them went in. A mark is one
character of a plane that Unicode leaves empty, so it is no letter, blank or sign to any stage. Where the
marked text without its marks is not the real one, nothing is said of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..report import METADATA_KEYS, Attachment, Entry, Kind, Metadata, Report, SourceText

FIRST = 0x40000
"""Planes 4 to 13 are not assigned (Unicode 15.1, 2.8); no text holds their characters."""

LAST = 0xDFFFF
MARK = re.compile("[\U00040000-\U000dffff]")

_KEYS = {key.name: key for key in METADATA_KEYS}
_UNMARKED_KEYS = ("template", "target", "attachments", "year", "numbering")
"""Whose values are looked up by name, so that a mark in them would change what is found."""

_APART = re.compile(
    r"""
    (?P<expression>\{\{-?(?:"[^"]*"|'[^']*'|[^"'])*?-?\}\})
    | <!--.*?--> | \{%.*?%\} | \{\#.*?\#\}          # comments and statements
    | (?m:^[ \t\u3000]*:::.*$)                      # role blocks
    | (?m:^[ \t\u3000]*\|?[ \t:|-]*-[ \t:|-]*$)     # the rule below a table's head
    | \{[^{}\n]*\} | \]\([^)\n]*\) | &\#?\w+;       # attributes, the path of a picture, entities
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = set("!\"#$&'()*+-:<>@[\\]^_`{|}~")  # % , . / ; = ? mean nothing to Markdown
_BEFORE_COLON = re.compile(r"\w{0,6}[ \t]*\d*[ \t]*[:：]")  # 表：, 单位：, 资料来源：, 注1：
_LINE_END = re.compile(r"[ \t\u3000#*_]*(?:\{[^{}\n]*\}[ \t]*)?(?:\n|$)")
_WESTERN = "\u2000"  # characters below are set apart by a space where lines meet (`fill.inline`)


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of the author's: a passage of Markdown, or the value of a metadata key."""

    file: str
    text: str
    lines: tuple[int, ...]  # the author's line of each line of `text`
    key: str = ""  # of metadata, in English; empty for a passage
    item: int = 0  # which of several names
    expressions: tuple[tuple[int, int], ...] = ()  # where each stands in `text`


@dataclass(frozen=True, slots=True)
class Mark:
    """What one mark says: a place in a unit, and whether an expression opens or closes there."""

    unit: int
    place: int
    opens: int | None = None  # number of the expression
    closes: int | None = None


@dataclass(slots=True)
class Probe:
    """The marks in use and the units they lead to."""

    units: list[Unit] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def mark(self, found: Mark) -> str:
        """Make a character for a mark; none when all are used up, and some places go unmarked."""
        if FIRST + len(self.marks) > LAST:
            return ""
        self.marks.append(found)
        return chr(FIRST + len(self.marks) - 1)

    def found(self, char: str) -> Mark | None:
        """Read a character of the marked text; None for one that is no mark."""
        number = ord(char) - FIRST
        return self.marks[number] if 0 <= number < len(self.marks) else None


def probed(report: Report) -> tuple[Report, Probe]:
    """Put marks into all texts of a report."""
    probe = Probe()
    return replace(
        report,
        text=_passage(report.text, probe),
        attachments=tuple(_attachment(each, probe) for each in report.attachments),
        metadata=_metadata(report.metadata, probe),
        by_year={year: _metadata(entries, probe) for year, entries in report.by_year.items()},
        editions={name: _metadata(entries, probe) for name, entries in report.editions.items()},
    ), probe


def _attachment(attachment: Attachment, probe: Probe) -> Attachment:
    return replace(attachment, text=_passage(attachment.text, probe))


def _passage(text: SourceText, probe: Probe) -> SourceText:
    spans = tuple(m.span() for m in _APART.finditer(text.text) if m["expression"])
    probe.units.append(Unit(text.file, text.text, text.lines, expressions=spans))
    marked = _marked(text.text, len(probe.units) - 1, probe)
    return replace(text, text=marked)


def _metadata(entries: Metadata, probe: Probe) -> Metadata:
    return {name: _entry(name, entry, probe) for name, entry in entries.items()}


def _entry(name: str, entry: Entry, probe: Probe) -> Entry:
    if name in _UNMARKED_KEYS or _KEYS[name].kind not in (Kind.TEXT, Kind.NAMES):
        return entry
    if isinstance(entry.value, tuple):
        return replace(
            entry, value=tuple(_value(name, n, t, entry, probe) for n, t in enumerate(entry.value))
        )
    return (
        replace(entry, value=_value(name, 0, entry.value, entry, probe))
        if isinstance(entry.value, str)
        else entry
    )


def _value(name: str, item: int, text: str, entry: Entry, probe: Probe) -> str:
    """Mark a value inside: at its ends the template looks for colons and brackets."""
    spans = tuple(m.span() for m in _APART.finditer(text) if m["expression"])
    lines = (entry.source.line or 0,) * (text.count("\n") + 1)
    probe.units.append(Unit(entry.source.file, text, lines, name, item, spans))
    return _marked(text, len(probe.units) - 1, probe, inside=True)


def _marked(text: str, unit: int, probe: Probe, *, inside: bool = False) -> str:
    pieces: list[str] = []
    at = number = 0
    for found in _APART.finditer(text):
        pieces.append(_literal(text, at, found.start(), unit, probe, inside=inside))
        at = found.end()
        if found["expression"]:
            pieces += _expression(text, found.start(), found.end(), unit, number, probe, inside=inside)
            number += 1
        else:
            pieces.append(found[0])
    pieces.append(_literal(text, at, len(text), unit, probe, inside=inside))
    return "".join(pieces)


def _expression(
    text: str, start: int, stop: int, unit: int, number: int, probe: Probe, *, inside: bool
) -> list[str]:
    """Put marks around an expression, unless it eats the blanks around it or stands where lines meet."""
    typed = text[start:stop]
    before, after = text[start - 1 : start], text[stop : stop + 1]
    opens = not typed.startswith("{{-") and not (inside and not before)
    closes = not typed.endswith("-}}") and not (inside and not after)
    if before == "\n" and text[: start - 1].rstrip(" ")[-1:] not in ("", "\n"):
        opens = opens and text[: start - 1].rstrip(" ")[-1:] >= _WESTERN
    if after == "\n" and text[stop + 1 : stop + 2] not in ("", "\n"):
        closes = closes and text[stop + 1 : stop + 2] >= _WESTERN
    return [
        probe.mark(Mark(unit, start, opens=number)) if opens else "",
        typed,
        probe.mark(Mark(unit, stop, closes=number)) if closes else "",
    ]


def _literal(text: str, start: int, stop: int, unit: int, probe: Probe, *, inside: bool) -> str:
    """Put marks into typed text, behind characters that no stage looks for."""
    pieces: list[str] = []
    for at in range(start, stop):
        char = text[at]
        pieces.append(char)
        after = text[at + 1 : at + 2]
        if char.isspace() or char in _SIGNS or (inside and not after):
            continue
        if char.isascii() and (after in _SIGNS or text[at - 1 : at] in _SIGNS):
            continue  # 3*4, a_b: what stands beside a sign says what it is
        if _BEFORE_COLON.match(text, at + 1) or (
            _LINE_END.match(text, at + 1) and _ends_with_meaning(text, at)
        ):
            continue
        pieces.append(probe.mark(Mark(unit, at + 1)))
    return "".join(pieces)


def _ends_with_meaning(text: str, at: int) -> bool:
    """Tell whether the last character of a line says something by being the last.

    A heading that ends in 。 runs in, and Latin words that meet at a line's end get a space.
    """
    start = text.rfind("\n", 0, at) + 1
    if text[start:].lstrip(" \t\u3000").startswith("#"):
        return True
    stop = text.find("\n", at)
    following = text[stop + 1 : stop + 2] if stop >= 0 else ""
    return text[at] < _WESTERN and following not in ("", "\n")


def without_marks(text: str) -> str:
    """Take all marks out of a text."""
    return MARK.sub("", text)
