"""Derive: figures that follow from others (公式), worked out before anything is said.

`derive` fills the empty cells of figures with a formula, checks the typed ones against it, and checks the
relations that the report declares, so that every later stage sees one table.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Diagnostic
from ..noun import replace
from ..report import Absence, FigureTable, Relation, Value
from ..wording import DEFAULTS, Wording

__all__ = ["derive", "inputs_of", "relation_inputs"]


def derive(
    table: FigureTable,
    relations: Sequence[Relation] = (),
    *,
    wording: Wording = DEFAULTS,
    year: int | None = None,
) -> tuple[FigureTable, tuple[Diagnostic, ...]]:
    """Work out the formulas of a table and check its relations.

    Args:
        table: The figures as read.
        relations: Equations that must hold in every year.
        wording: The report's number words; decides the places of rates that have none of their own.
        year: The year reported on. A typed value that its formula contradicts, or a broken relation, is an
            error in it and a warning in other years; None: an error in all.

    Returns:
        The table with values in the place of empty cells, and what is wrong. A value that cannot be worked
        out is not supplied, and tells which cells it lacks.
    """
    if not relations and not any(figure.formula for figure in table.figures.values()):
        return table, ()
    from . import relations as declared
    from .evaluation import Evaluation, Formulas, Missing, agrees, value_of, written

    found: list[Diagnostic] = []
    evaluation = Evaluation(Formulas(table, found.append), found.append, wording.rate_decimals)
    worked_out: dict[str, dict[int, Value]] = {}
    for figure, at, outcome in evaluation.worked_out():
        value = figure.values[at]
        if value.number is Absence.NOT_SUPPLIED:
            worked_out.setdefault(figure.key, {})[at] = value_of(outcome, value)
        elif not isinstance(outcome, Missing) and not agrees(outcome, figure, value):
            values = {"figure": figure.name, "year": at, "formula": figure.formula}
            values |= {"found": f"{value.number:f}", "expected": written(outcome.number)}
            code = "formula.differs" if year in (None, at) else "formula.differed"
            found.append(Diagnostic(code, value.source, values))
    for relation in relations:
        declared.check(relation, evaluation, year, found.append)
    figures = {
        key: replace(figure, values={**figure.values, **worked_out[key]}) if key in worked_out else figure
        for key, figure in table.figures.items()
    }
    return replace(table, figures=figures), tuple(found)


def inputs_of(table: FigureTable) -> dict[str, frozenset[str]]:
    """List the figures that each figure with a formula is worked out from, by key."""
    from .evaluation import Formulas
    from .formula import references

    formulas = Formulas(table, lambda _: None)
    inputs: dict[str, frozenset[str]] = {}
    for figure in table.figures.values():
        node = (
            formulas.read(figure.formula, figure.formula_source, owner=figure.key) if figure.formula else None
        )
        if node is not None:
            inputs[figure.key] = frozenset(each.name for each in references(node))
    return inputs


def relation_inputs(
    table: FigureTable, relations: Sequence[Relation]
) -> list[tuple[Relation, frozenset[str]]]:
    """List the figures that each relation speaks of, by key."""
    from .evaluation import Formulas
    from .formula import references
    from .relations import sides_of

    formulas = Formulas(table, lambda _: None)
    found: list[tuple[Relation, frozenset[str]]] = []
    for relation in relations:
        sides = sides_of(relation, formulas, lambda _: None)
        nodes = (sides[0], sides[2]) if sides else ()
        found.append((relation, frozenset(each.name for node in nodes for each in references(node))))
    return found
