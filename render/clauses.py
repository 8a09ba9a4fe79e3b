"""Clauses: what the standard says of a template's values, and where a template departs from it.

The built-in layout files name the clause of GB/T 9704-2012 (or another standard) in a comment beside a
value or at the head of its section. Those comments are data: they are printed with the values, and tell
which of a user's own values are departures from the standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from . import layout_file, resources
from .noun import Noun
from .pattern import pattern
from .template import Template

_SECTION = pattern(r"\[([^\]]+)\]\s*(?:#\s*(.*))?")
_VALUE = pattern(r'("?[^\s"=]+"?)\s*=\s*[^#]*(?:"[^"]*")?[^#]*(?:#\s*(.*))?')
_CLAUSE = pattern(r"(?:GB/T [\d.]+-\d{4}, )?\d+(?:\.\d+)+")
_FREE = frozenset(
    (
        *("title", "docx", "tracking_pt", "leading_pt", "keep_with_next", "outline_level", "style"),
        *("least_pt", "least_stretch", "tallest_mm", "least_dpi", "usual", "diameter_mm", "pitch_twips"),
        *("padding_pt", "head", "body", "signature_width_mm", "signature_height_mm", "form"),
    )
)
"""Keys whose values the standard leaves to whoever sets the page."""


_NO_VALUE = frozenset(("masthead.rule_mm", "styles.mark.size_pt", "styles.mark-suffix.size_pt"))
"""Of keys with a clause, those for which it gives no value (7.2.4, 7.2.7)."""


class Deviation(Noun, frozen=True):
    """One value of a template that is not the standard's."""

    key: str  # such as styles.heading-3.bold
    standard: object  # None: it asks for none
    own: object
    clause: str


def clauses_of(template: Template) -> dict[str, str]:
    """Give the clause of every value that has one, by key; the nearest built-in layer has its way."""
    found: dict[str, str] = {}
    for name in reversed((template.name, *template.inherits)):
        found.update(_clauses_in(name))
    return found


def deviations(template: Template) -> list[Deviation]:
    """List the values of a user's template that depart from the built-in one below it."""
    below = next((name for name in template.inherits if _is_built_in(name)), None)
    if below is None or _is_own_folder(template):
        return []
    standard = dict(_flat(layout_file.as_layout(layout_file.load(below))))
    clauses = clauses_of(template)
    return [
        Deviation(key, standard.get(key), own, clause)
        for key, own in _flat(layout_file.as_layout(template))
        if (clause := clause_for(key, clauses)) and own != standard.get(key)
    ]


def clause_for(key: str, clauses: Mapping[str, str]) -> str:
    """Give the clause of a value: its own, else its section's; none where the standard leaves it free."""
    section, _, name = key.rpartition(".")
    return "" if name in _FREE or key in _NO_VALUE else clauses.get(key) or clauses.get(section, "")


def _is_own_folder(template: Template) -> bool:
    return template.folder.parent == resources.folder("templates")


def _is_built_in(name: str) -> bool:
    return (resources.folder("templates") / name / "layout.toml").is_file()


@cache
def _clauses_in(name: str) -> Mapping[str, str]:
    """Read the comments of a built-in layout file; none for a template of another name."""
    if not _is_built_in(name):
        return {}
    found: dict[str, str] = {}
    section, general = "", ""
    lines = (resources.folder("templates") / name / "layout.toml").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if match := _SECTION.match(line):
            section, general = match[1], _clause(match[2])
            if general:
                found[section] = general
        elif match := _VALUE.match(line):
            key = match[1].strip('"')
            if clause := _clause(match[2]) or general:
                found[f"{section}.{key}"] = clause
    return found


def _clause(comment: str | None) -> str:
    match = _CLAUSE.search(comment or "")
    return match[0] if match else ""


def _flat(layout: Mapping[str, Any], trail: str = "") -> Iterator[tuple[str, object]]:
    for key, value in layout.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{trail}{key}.")
        else:
            yield f"{trail}{key}", value
