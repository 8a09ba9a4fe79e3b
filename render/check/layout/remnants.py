"""Remnants: rules about what was left over from the making of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...diagnostics import Diagnostic
from ..rule import Level, Rule, Subject
from .seen import together

_LONGEST = 20


def left_over(code: str, kinds: tuple[str, ...]) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule that nothing of a kind is left over; all of it is one finding, at the first place."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        own = [each for each in subject.looks.remnants if each.kind in kinds] if subject.looks else []
        if own:
            words = next((" ".join(each.text.split()) for each in own if each.text.strip()), "")
            more = str(len(own)) if len(own) > 1 else ""
            yield Diagnostic(code, own[0].source, {"text": words[:_LONGEST], "more": more})

    return find


def highlights(subject: Subject) -> Iterator[Diagnostic]:
    """Find text that is marked with a highlighter or shaded."""
    found: list[tuple[object, ...]] = []
    for paragraph in subject.looks.paragraphs if subject.looks else ():
        if paragraph.place == "body":
            found += [(paragraph.source, {}) for run in paragraph.runs if run.highlight and run.text.strip()]
    yield from together("layout.highlight", found)  # type: ignore[arg-type]


def boxes(subject: Subject) -> Iterator[Diagnostic]:
    """Find words in text boxes: programs that take the text over lose them."""
    found: list[tuple[object, ...]] = [
        (paragraph.source, {})
        for paragraph in (subject.looks.paragraphs if subject.looks else ())
        if paragraph.place == "box" and paragraph.text.strip()
    ]
    yield from together("layout.box", found)  # type: ignore[arg-type]


RULES = (
    Rule("layout.changes", Level.REQUIRED, left_over("layout.changes", ("change", "tracking"))),
    Rule("layout.comments", Level.RECOMMENDED, left_over("layout.comments", ("comment",))),
    Rule("layout.hidden", Level.RECOMMENDED, left_over("layout.hidden", ("hidden",))),
    Rule("layout.field", Level.REQUIRED, left_over("layout.field", ("field",))),
    Rule("layout.link", Level.CUSTOMARY, left_over("layout.link", ("link",))),
    Rule("layout.protection", Level.CUSTOMARY, left_over("layout.protection", ("protection",))),
    Rule("layout.highlight", Level.RECOMMENDED, highlights),
    Rule("layout.box", Level.CUSTOMARY, boxes),
)
