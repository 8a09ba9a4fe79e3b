"""Evaluation: what each formula comes to in each year.

Numbers are exact fractions until a value is stored. Formulas may use figures with formulas, and their own
figure's earlier years; what would need itself is a cycle and stays without a value. Nothing is nested in
Python for it, so a chain of any length is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TypeAlias

from ..change import kind_of, printed_decimals, rounded
from ..diagnostics import Diagnostic, Source
from ..members import Members
from ..nearest import nearest
from ..noun import Noun
from ..report import Absence, Figure, FigureKind, FigureTable, Value, WorkedOut
from .formula import (
    FUNCTIONS,
    FormulaError,
    Negation,
    Node,
    Number,
    OddNames,
    Operation,
    Reference,
    Sum,
    Total,
    named,
    parse,
    references,
    resolved,
)
from .quantity import (
    Exact,
    Quantity,
    Unit,
    UnitsDiffer,
    added,
    fitted,
    multiplied,
    powers_of_ten,
    unit_of,
)

Cell: TypeAlias = tuple[str, int]  # a figure's key, and a year

_STORED = Context(prec=40, rounding=ROUND_HALF_UP)  # digits of a value that no decimal expresses
_LARGEST = 4000  # bits of a numerator or denominator
_AMOUNT_DECIMALS, _QUOTIENT_DECIMALS = 2, 1


class Missing(Noun, frozen=True):
    """Why an operand has no number, and which cells would have to be filled."""

    absence: Absence
    lacks: tuple[Cell, ...] = ()


Outcome: TypeAlias = Quantity | Missing


class Formulas:
    """The formulas of a table, read once: those of its figures, and any other that speaks of them."""

    def __init__(self, table: FigureTable, report: Callable[[Diagnostic], None]) -> None:
        self.table = table
        self._report = report
        self._by_name: dict[str, list[Figure]] = {}
        for figure in table.figures.values():
            self._by_name.setdefault(figure.name, []).append(figure)
        self._odd = OddNames((*table.figures, *self._by_name))
        self._units: dict[str, Unit] = {}
        self._members = Members(table)

    def read(self, text: str, source: Source, *, owner: str = "", may_be_number: bool = False) -> Node | None:
        """Read a formula and put the keys of figures in the place of names.

        None, and diagnostics, when something is wrong with it.
        """
        try:
            node = parse(text, self._odd)
        except FormulaError as err:
            near = nearest(err.found, (*FUNCTIONS, *self._by_name))
            self._report(Diagnostic(err.code, source, {"found": err.found, "formula": text, "near": near}))
            return None
        used = list(named(node))
        faults = [found for each in used for found in self._faults(each, owner)]
        if not used and not may_be_number:
            faults = [("formula.no_figure", {})]
        for code, values in faults:
            self._report(Diagnostic(code, source, {"formula": text, **values}))
        return None if faults else resolved(node, lambda used: self._keys(used, owner))

    def _faults(self, used: Reference | Total, owner: str) -> Iterator[tuple[str, dict[str, object]]]:
        if isinstance(used, Total):
            if not self._members.of(used.name, but=owner):
                near = nearest(used.name, self._by_name)
                yield "formula.no_members", {"name": used.name, "near": near}
            return
        found = self._called(used.name)
        if not found:
            near = nearest(used.name, (*self.table.figures, *self._by_name))
            yield "formula.unknown_figure", {"name": used.name, "near": near}
        elif len(found) > 1:
            yield "formula.ambiguous", {"name": used.name, "keys": "、".join(each.key for each in found)}
        elif used.year is not None and used.year not in found[0].values:
            years = "、".join(map(str, self.table.years))
            yield "formula.no_year", {"year": used.year, "years": years}

    def _called(self, name: str) -> list[Figure]:
        by_key = self.table.figures.get(name)
        return [by_key] if by_key is not None else self._by_name.get(name, [])

    def _keys(self, used: Reference | Total, owner: str) -> list[str]:
        if isinstance(used, Total):
            return [figure.key for figure in self._members.of(used.name, but=owner)]
        return [self._called(used.name)[0].key]

    def unit(self, text: str) -> Unit:
        """Read a unit, each text once."""
        if text not in self._units:
            self._units[text] = unit_of(text)
        return self._units[text]


class Evaluation:
    """Works out every formula of a table."""

    def __init__(self, formulas: Formulas, report: Callable[[Diagnostic], None], rate_decimals: int) -> None:
        self.formulas = formulas
        self.table = formulas.table
        self._report = report
        self._rate_decimals = rate_decimals
        self._nodes: dict[str, Node] = {}
        self._needs: dict[str, tuple[Reference, ...]] = {}
        for figure in self.table.figures.values():
            if figure.formula:
                node = formulas.read(figure.formula, figure.formula_source, owner=figure.key)
                if node is not None:
                    self._nodes[figure.key] = node
                    self._needs[figure.key] = tuple(references(node))
        self._done: dict[Cell, Outcome] = {}
        self._said: set[tuple[str, str]] = set()  # faults of a formula are said for one year only

    def worked_out(self) -> Iterator[tuple[Figure, int, Outcome]]:
        """Give what each formula comes to, year by year."""
        for key in self._nodes:
            figure = self.table.figures[key]
            for year in figure.values:
                yield figure, year, self.formula_of(key, year)

    def formula_of(self, key: str, year: int) -> Outcome:
        """Work out a figure's formula for one year, whatever is typed there."""
        cell = (key, year)
        if cell not in self._done:
            self._settle(cell)
        return self._done[cell]

    def operand(self, key: str, year: int) -> Outcome:
        """Give a figure's value: the typed one, else the formula's."""
        cell = (key, year)
        figure = self.table.figures[key]
        value = figure.values.get(year)
        if value is None:
            return Missing(Absence.NOT_SUPPLIED, (cell,))
        if isinstance(value.number, Decimal):
            decimals = printed_decimals(figure, value)
            return Quantity(exact(value.number), self.formulas.unit(figure.unit), decimals)
        if key in self._nodes and value.number is Absence.NOT_SUPPLIED:
            return self._done[cell]
        return Missing(value.number, (cell,) if value.number is Absence.NOT_SUPPLIED else ())

    def of(self, node: Node, year: int) -> Outcome:
        """Work out any formula whose cells have all been settled.

        Raises:
            UnitsDiffer, ZeroDivisionError: it cannot be.
        """
        match node:
            case Number(value, is_percent, decimals):
                if is_percent:
                    return Quantity(value * 100, self.formulas.unit("%"), None)
                return Quantity(value, self.formulas.unit(""), decimals, is_typed=True)
            case Reference(key):
                return self.operand(key, node.year_for(year))
            case Negation(operand):
                outcome = self.of(operand, year)
                if isinstance(outcome, Missing):
                    return outcome
                return Quantity(-outcome.number, outcome.unit, outcome.decimals, outcome.is_typed)
            case Sum(operands):
                return _total([self.of(each, year) for each in operands])
            case Operation(sign, left, right):
                first, second = self.of(left, year), self.of(right, year)
                if isinstance(first, Missing) or isinstance(second, Missing):
                    return _missing([each for each in (first, second) if isinstance(each, Missing)])
                if sign in "+-":
                    return added(first, second, 1 if sign == "+" else -1)
                return _bounded(multiplied(first, second, sign))
        raise TypeError(f"a formula's part of type {type(node).__name__}")

    def settle(self, node: Node, year: int) -> None:
        """Work out every cell that a formula needs."""
        for used in references(node):
            if self._is_open(cell := (used.name, used.year_for(year))):
                self._settle(cell)

    def _is_open(self, cell: Cell) -> bool:
        key, year = cell
        if key not in self._nodes or cell in self._done:
            return False
        value = self.table.figures[key].values.get(year)
        return value is not None and value.number is Absence.NOT_SUPPLIED

    def _settle(self, wanted: Cell) -> None:
        """Work out a cell after those it needs; the cells waiting form the path of a cycle."""
        path = [wanted]
        waiting = [self._cells(wanted)]
        on_path = {wanted}
        while path:
            cell = next(waiting[-1], None)
            if cell is None:
                done = path.pop()
                waiting.pop()
                on_path.discard(done)
                if done not in self._done:
                    self._done[done] = self._result(done)
            elif cell in on_path and self._is_open(cell):
                self._report_cycle([*path[path.index(cell) :], cell])
                for each in path[path.index(cell) :]:
                    self._done[each] = Missing(Absence.UNREADABLE)
            elif self._is_open(cell):
                path.append(cell)
                waiting.append(self._cells(cell))
                on_path.add(cell)

    def _cells(self, cell: Cell) -> Iterator[Cell]:
        key, year = cell
        return ((used.name, used.year_for(year)) for used in self._needs[key])

    def _result(self, cell: Cell) -> Outcome:
        key, year = cell
        figure = self.table.figures[key]
        node = self._nodes[key]
        try:
            outcome = self.of(node, year)
            if isinstance(outcome, Missing):
                return outcome
            unit = self.formulas.unit(figure.unit)
            number, is_mixed = fitted(outcome, unit, powers_of_ten(_factors(node)))
        except UnitsDiffer as err:
            code = "formula.units" if err.is_sum else "formula.result_unit"
            self._say(figure, code, left=err.left, right=err.right)
            return Missing(Absence.UNREADABLE)
        except ZeroDivisionError:
            self._say_zero(figure, year)
            return Missing(Absence.NOT_APPLICABLE)
        except OverflowError:
            self._say(figure, "formula.too_large")
            return Missing(Absence.UNREADABLE)
        if is_mixed:
            self._say(figure, "formula.mixed_ratio", units=outcome.unit.text)
        is_converted = number != outcome.number
        return Quantity(number, unit, self._decimals(figure, None if is_converted else outcome.decimals))

    def _decimals(self, figure: Figure, decimals: int | None) -> int:
        if figure.decimals is not None:
            return figure.decimals
        kind = kind_of(figure.kind, figure.unit)
        if kind is FigureKind.RATE:
            return self._rate_decimals if decimals is None else max(decimals, self._rate_decimals)
        if decimals is not None:
            return decimals
        return _AMOUNT_DECIMALS if kind is FigureKind.AMOUNT else _QUOTIENT_DECIMALS

    def _say(self, figure: Figure, code: str, **values: object) -> None:
        if (figure.key, code) not in self._said:
            self._said.add((figure.key, code))
            values = {"figure": figure.name, "formula": figure.formula, **values}
            self._report(Diagnostic(code, figure.formula_source, values))

    def _say_zero(self, figure: Figure, year: int) -> None:
        zeros = [
            self.table.figures[key].name
            for key, at in self._cells((figure.key, year))
            if isinstance(found := self.operand(key, at), Quantity) and not found.number
        ]
        values = {"figure": figure.name, "formula": figure.formula, "year": year, "zeros": tuple(zeros)}
        self._report(Diagnostic("formula.zero", figure.values[year].source, values))

    def _report_cycle(self, cells: list[Cell]) -> None:
        names = tuple(self.table.figures[key].name for key, _ in cells)
        keys = frozenset(key for key, _ in cells)
        if ("cycle", "".join(sorted(keys))) in self._said:
            return
        self._said.add(("cycle", "".join(sorted(keys))))
        figure = self.table.figures[cells[0][0]]
        self._report(Diagnostic("formula.cycle", figure.formula_source, {"names": " → ".join(names)}))


def exact(number: Decimal) -> Exact:
    """Give a decimal as a whole number, which is reckoned with fastest, or as a fraction."""
    numerator, denominator = number.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def value_of(outcome: Outcome, blank: Value) -> Value:
    """Store what a formula came to in the place of an empty cell."""
    if isinstance(outcome, Missing):
        return WorkedOut(outcome.absence, None, blank.source, outcome.lacks)
    return WorkedOut(as_decimal(outcome.number), outcome.decimals, blank.source)


def as_decimal(number: Exact) -> Decimal:
    """Write a number as a decimal, exactly where one expresses it."""
    if isinstance(number, int):
        return Decimal(number)
    return _STORED.divide(Decimal(number.numerator), Decimal(number.denominator))


def written(number: Exact) -> str:
    """Write a number for a message, with four decimals at most."""
    return f"{rounded(as_decimal(number), 4):f}".rstrip("0").rstrip(".")


def agrees(outcome: Quantity, figure: Figure, value: Value) -> bool:
    """Tell whether a typed value is what its formula comes to, at the places it is typed with."""
    if not isinstance(value.number, Decimal):
        return True
    decimals = printed_decimals(figure, value)
    return rounded(as_decimal(outcome.number), decimals) == rounded(value.number, decimals)


def _total(outcomes: list[Outcome]) -> Outcome:
    """Sum up what applies; a dash counts nothing unless all are dashes."""
    missing = [each for each in outcomes if isinstance(each, Missing)]
    blanks = [each for each in missing if each.absence is not Absence.NOT_APPLICABLE]
    numbers = [each for each in outcomes if isinstance(each, Quantity)]
    if blanks or not numbers:
        return _missing(blanks or missing)
    total = numbers[0]
    for each in numbers[1:]:
        total = added(total, each, 1)
    return total


def _missing(found: list[Missing]) -> Missing:
    """Sum up why there is no number: what cannot be read, then what is not supplied, then a dash."""
    for absence in (Absence.UNREADABLE, Absence.NOT_SUPPLIED, Absence.NOT_APPLICABLE):
        if any(each.absence is absence for each in found):
            lacks = dict.fromkeys(cell for each in found for cell in each.lacks)
            return Missing(absence, tuple(lacks) if absence is Absence.NOT_SUPPLIED else ())
    raise ValueError("nothing is missing")


def _bounded(quantity: Quantity) -> Quantity:
    size = max(quantity.number.numerator.bit_length(), quantity.number.denominator.bit_length())
    if size > _LARGEST:
        raise OverflowError
    return quantity


def _factors(node: Node, divides: bool = False) -> Iterator[tuple[Fraction, bool]]:
    """List the typed numbers of a product, and whether they divide."""
    match node:
        case Operation("*" | "/" as sign, left, right):
            yield from _factors(left, divides)
            yield from _factors(right, divides ^ (sign == "/"))
        case Number(value, False):
            yield value, divides
