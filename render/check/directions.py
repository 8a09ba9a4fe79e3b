"""Directions: rules about words of change that an author typed beside a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostic
from .once import contradicted, proses
from .rule import Level, Rule, Subject

_WHOLE_YEAR = re.compile("全年|本年度?|一年来|年内")


def found_as(code: str) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule of one kind of contradiction."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        return (each for each in contradicted(subject) if each.code == code)

    return find


def stock_of_a_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find 全年 before a figure that holds at the end of the year."""
    if subject.figures is None:
        return
    for prose in proses(subject):
        for start, _, span in prose.figures():
            figure = subject.figures.figures.get(span.figure or "")
            clause = re.split("[，。；、]", prose.text[:start])[-1]
            if figure is not None and figure.is_stock and (word := _WHOLE_YEAR.search(clause)):
                yield Diagnostic("direction.stock", span.source, {"figure": figure.name, "word": word[0]})


RULES = (
    Rule("direction.contradicts", Level.RECOMMENDED, found_as("direction.contradicts")),
    Rule("direction.amount", Level.RECOMMENDED, found_as("direction.amount")),
    Rule("direction.undefined", Level.RECOMMENDED, found_as("direction.undefined")),
    Rule("direction.from_to", Level.RECOMMENDED, found_as("direction.from_to")),
    Rule("direction.no_base", Level.RECOMMENDED, found_as("direction.no_base")),
    Rule("direction.stock", Level.RECOMMENDED, stock_of_a_year),
    Rule("direction.more_than_doubled", Level.CUSTOMARY, found_as("direction.more_than_doubled")),
    Rule("direction.misleads", Level.CUSTOMARY, found_as("direction.misleads")),
)
