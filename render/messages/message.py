"""Message: the wording of one code, in Chinese and English.

The Chinese is written, not translated. Blanks such as `{name}` are filled from a diagnostic's
`values`; a hint may be empty.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from ..noun import Noun


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"  # nothing is written
    WARNING = "warning"  # written, but `--strict` refuses
    NOTE = "note"  # worth knowing


class Exit(IntEnum):
    """What a process tells its caller."""

    DONE = 0
    CONTENT = 1  # faults in the content
    USE = 2  # wrong use, or input that cannot be read or parsed
    PENDING = 3  # nothing wrong but figures are still missing
    STRICT = 4  # a warning stood under --strict
    PARTLY = 5  # a batch or mailing finished in part


class Message(Noun, frozen=True):
    """What one code says, how much it weighs, and how a run that met it ends."""

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""
    severity: Severity = Severity.ERROR
    exit: Exit = Exit.CONTENT
