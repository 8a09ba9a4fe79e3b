"""Answers: what a returned file says, before anybody judges it.

Plain nouns. A cell keeps what was typed in it, and a number only where there is no doubt about it; where
there is, it keeps the number a person would most likely mean, to be taken once somebody says so.
"""

from __future__ import annotations

from decimal import Decimal

from ..diagnostics import Diagnostic, Source
from ..noun import Changing, Noun, field
from ..report import Absence


class Finding(Noun, frozen=True):
    """Something about a file for a person to know or to decide."""

    diagnostic: Diagnostic
    file: str
    office: str = ""
    key: str = ""  # of the figure; "": the whole file


class Reading(Noun, frozen=True):
    """One cell as a value."""

    number: Decimal | Absence
    words: str  # as typed
    source: Source
    is_sure: bool = True
    likely: Decimal | Absence | None = None  # what is most likely meant, where it is not sure


class Row(Noun, frozen=True):
    """One figure's row in a returned sheet, as it stands there."""

    key: str  # of the figure asked for; "": no such figure is
    name: str
    unit: str
    base: str  # last year's value, as it stands there
    value: Reading
    reason: str
    note: str
    source: Source  # of its name


class People(Noun, frozen=True):
    """Who answers for a sheet, as its foot says."""

    head: str = ""  # 单位负责人
    reviewer: str = ""  # 审核人
    filler: str = ""  # 填表人
    phone: str = ""  # 联系电话
    filled_on: str = ""  # 填报日期: 2021-01-18, or as typed where that is no date


class Returned(Noun, frozen=True):
    """One file that came back."""

    file: str  # path below the folder of answers, with `/`
    sha256: str
    modified: str  # 2021-01-18 09:30, Beijing time
    format: str = ""  # of the bytes: "xlsx", "xls", "ods"; "" could not be read
    office: str = ""  # as we call it; "": not known
    code: str = ""
    title: str = ""
    people: People = People()
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_read: bool = False  # a sheet of ours was found in it
    is_refused: bool = False  # nothing may be taken from it as it stands
    digest: str = ""  # of what it says: the same for a file saved anew


class Arrived(Noun, frozen=True):
    """A file as the folder gives it."""

    file: str
    data: bytes
    modified: str


class Findings(Changing):
    """Findings of one file, gathered."""

    file: str
    office: str = ""
    all: list[Finding] = field(default_factory=list)

    def add(self, code: str, source: Source, key: str = "", **values: object) -> None:
        """Note something."""
        self.all.append(Finding(Diagnostic(code, source, values), self.file, self.office, key))
