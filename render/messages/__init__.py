"""Messages: the one catalogue of everything said to people, in Chinese and English.

Each stage's codes stand in a module named after it; `phrases` holds help texts and the words of the
command line. Faces choose the language; stages know only codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from ..diagnostics import Diagnostic, Source
from ..noun import Noun
from .message import Exit, Message, Severity
from .reasons import IN_CHINESE

__all__ = [
    "FAULTS",
    "Exit",
    "Message",
    "Severity",
    "describe",
    "exit_of",
    "message_of",
    "place_of",
    "severity_word",
    "wording",
]

ROOMS = (
    *("layout", "read", "fill", "elements", "template", "derive", "compose", "write", "job"),
    *("compare", "carry", "where", "signoff", "freeze", "edit", "readback", "rollover"),
    *("check", "collect", "fixing", "batch", "recognise", "revision", "mail", "packs"),
)
"""The modules of the catalogue; first those of a build, which has something to say of most reports."""


class _Catalogue(Mapping[str, Message]):
    """Every wording by its code; a module is loaded when no module before it has the code looked for."""

    def __init__(self) -> None:
        self._known: dict[str, Message] = {}
        self._unread = list(reversed(ROOMS))

    def __getitem__(self, code: str) -> Message:
        while code not in self._known:
            if not self._unread:
                raise KeyError(code)
            self._read()
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        while self._unread:
            self._read()
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _read(self) -> None:
        self._known |= import_module(f".{self._unread.pop()}", __name__).MESSAGES


FAULTS: Mapping[str, Message] = _Catalogue()

_SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


def message_of(diagnostic: Diagnostic) -> Message:
    """Find the catalogue entry of a diagnostic; one of a rule pack brings its own."""
    own = diagnostic.values.get("message")
    return own if isinstance(own, Message) else FAULTS[diagnostic.code]


def severity_word(diagnostic: Diagnostic, language: str) -> str:
    """Say how much a diagnostic weighs."""
    return _SEVERITIES[language][message_of(diagnostic).severity]


def exit_of(diagnostics: Iterable[Diagnostic]) -> Exit:
    """Sum up a run: the highest of unreadable input, faults in the content, missing figures."""
    errors = {message.exit for d in diagnostics if (message := message_of(d)).severity is Severity.ERROR}
    return next((code for code in (Exit.USE, Exit.CONTENT, Exit.PENDING) if code in errors), Exit.DONE)


def wording(diagnostic: Diagnostic, language: str) -> tuple[str, str]:
    """Fill in a diagnostic's message and hint; `language` is "zh" or "en"."""
    message = message_of(diagnostic)
    texts = (message.zh, message.zh_hint) if language == "zh" else (message.en, message.en_hint)
    blanks = _Blanks({name: _Blank(value, language) for name, value in diagnostic.values.items()})
    text, hint = (t.format_map(blanks) for t in texts)
    return text, hint


def place_of(source: Source, language: str) -> str:
    """Say where something is, as the author would look it up; empty when nothing is known."""
    parts = [source.file] if source.file else []
    if language == "zh":
        if source.sheet:
            parts.append(f"“{source.sheet}”表")
        if source.cell:
            # In a text file (.csv) a cell stands as Excel shows it, and names its line.
            parts.append(source.cell if source.sheet else f"单元格{source.cell}")
        if source.page is not None:
            parts.append(f"第{source.page}页")
        if source.line is not None and _counts_paragraphs(source):
            parts.append(f"第{source.line}段")
        elif source.line is not None and not source.cell:
            parts.append(f"第{source.line}行" + (f"第{source.column}列" if source.column else ""))
        return "".join(parts)
    if source.line is not None and _counts_paragraphs(source):
        parts.append(f"paragraph {source.line}")
    elif source.line is not None and not source.cell:
        parts = [":".join([*parts, str(source.line), *([str(source.column)] if source.column else [])])]
    if source.sheet:
        parts.append(f"sheet {source.sheet}")
    if source.cell:
        parts.append(f"cell {source.cell}")
    if source.page is not None:
        parts.append(f"page {source.page}")
    return ", ".join(parts)


def _counts_paragraphs(source: Source) -> bool:
    """Tell whether a file has paragraphs instead of lines."""
    return source.file.lower().endswith((".docx", ".pdf"))


def describe(diagnostic: Diagnostic, language: str, *, with_hint: bool = True) -> str:
    """Write a diagnostic for a person: place, severity, finding, code, and the way out below."""
    text, hint = wording(diagnostic, language)
    hint = hint if with_hint else ""
    place = place_of(diagnostic.source, language)
    severity = severity_word(diagnostic, language)
    if language == "zh":
        line = (
            f"{place}：{severity}：{text}［{diagnostic.code}］"
            if place
            else f"{severity}：{text}［{diagnostic.code}］"
        )
        return f"{line}\n  解决办法：{hint}" if hint else line
    line = (
        f"{place}: {severity}: {text} [{diagnostic.code}]"
        if place
        else f"{severity}: {text} [{diagnostic.code}]"
    )
    return f"{line}\n  hint: {hint}" if hint else line


class _Blank(Noun, frozen=True):
    """A value on its way into a wording.

    A source prints as its place, several texts as a list. Words after the colon stand before a text,
    or around it where they hold `…`, if there is one: `{office:；填报单位：}` and `{near:，或是“…”}` print
    nothing without an office or a near name.
    """

    value: object
    language: str

    def __format__(self, spec: str) -> str:
        if isinstance(self.value, Source):
            text = place_of(self.value, self.language)
        elif isinstance(self.value, tuple):
            text = ("、" if self.language == "zh" else ", ").join(self.value)
        elif isinstance(self.value, str):
            text = IN_CHINESE.get(self.value, self.value) if self.language == "zh" else self.value
        else:
            return format(self.value, spec)
        before, _, after = spec.partition("…")
        return before + text + after if text else ""


class _Blanks(dict[str, object]):
    """Values for a wording; a blank without a value prints nothing, whatever words stand around it."""

    def __missing__(self, key: str) -> _Blank:
        return _Blank("", "")
