"""Expressions: what a figure, a sum, a comparison or a filter comes to.

Expressions are evaluated node by node over a closed set of kinds. One that fails is reported at its
own line and becomes a blank, so that one run finds every fault; only a limit ends it. Numbers are
decimals throughout, and nothing makes a text or a list grow without being counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from typing import Any, cast

from jinja2 import nodes

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..noun import Noun
from ..pattern import pattern
from ..report import SourceText
from ..wording import DEFAULTS, Wording
from . import words
from .findings import Findings
from .language import place
from .limits import STEPS, LimitReached, Meter
from .names import FIGURES, Names, Scope
from .values import BLANK, Blank, Captured, FigureYear, Part, Record, number_of

# Whole numbers stay exact: one of more than 28 digits overflows.
_ARITHMETIC = Context(28, ROUND_HALF_UP, -999, 27, traps=[DivisionByZero, InvalidOperation, Overflow])


_YEAR = pattern("[0-9]{4}")


class Macro(Noun, frozen=True):
    """Text that a report makes by name; `expand` renders it with the names its call gives."""

    name: str
    parameters: tuple[str, ...]
    expand: Callable[[dict[str, object]], object]


class Evaluator:
    """Works out the expressions of one text; every word of the language runs in it."""

    def __init__(
        self, names: Names, text: SourceText, findings: Findings, meter: Meter, wording: Wording = DEFAULTS
    ) -> None:
        self.table = names.table
        self.year = names.year
        self.wording = wording
        self.line = 0  # of the text: where the expression at work begins
        self._names = names
        self._text = text
        self._findings = findings
        self._meter = meter

    @property
    def source(self) -> Source:
        """The author's line of the expression at work."""
        return place(self._text, self.line)

    def fault(self, code: str, source: Source | None = None, **values: object) -> Blank:
        """Report a fault and stand in for the value that is not there."""
        self._findings.add(Diagnostic(code, source or self.source, values))
        return BLANK

    def step(self, count: int = 1) -> None:
        """Count work that grows with what it is done on."""
        self._meter.step(count)

    def evaluate(self, node: nodes.Node, scope: Scope) -> object:
        """Evaluate an expression that stands by itself; its faults carry the line it begins on."""
        self.line = node.lineno
        return self._value(node, scope)

    def is_true(self, value: object) -> bool:
        """Tell whether a condition holds: zero, an empty text and an empty list do not."""
        return bool(self._operand(value))

    def items(self, value: object) -> Sequence[object]:
        """Go through a list; anything else is reported and has no items."""
        if isinstance(value, (list, tuple, range)):
            return value
        if not isinstance(value, Blank):
            self.fault("expression.not_a_list")
        return ()

    def _value(self, node: nodes.Node, scope: Scope) -> object:
        evaluate = _EXPRESSIONS.get(type(node))
        return BLANK if evaluate is None else evaluate(self, node, scope)  # the checker has reported it

    def _name(self, node: nodes.Name, scope: Scope) -> object:
        return scope.find(node.name, self._names)

    def _const(self, node: nodes.Const, _: Scope) -> object:
        return Decimal(repr(node.value)) if isinstance(node.value, float) else node.value

    def _list(self, node: nodes.List | nodes.Tuple, scope: Scope) -> object:
        return [self._value(item, scope) for item in node.items]

    def _choice(self, node: nodes.CondExpr, scope: Scope) -> object:
        if self.is_true(self._value(node.test, scope)):
            return self._value(node.expr1, scope)
        return "" if node.expr2 is None else self._value(node.expr2, scope)

    def _filter(self, node: nodes.Filter, scope: Scope) -> object:
        filter_ = words.FILTERS.get(node.name)
        if filter_ is None or node.node is None:
            return BLANK  # the checker has reported it
        value = self._value(node.node, scope)
        arguments = [self._value(argument, scope) for argument in node.args]
        if any(isinstance(given, Blank) for given in (value, *arguments)):
            return BLANK
        if len(arguments) > filter_.arguments:
            return self.fault("expression.failed")
        taken = list(dict.fromkeys(filter_.named.values()))[: len(arguments)]
        named: dict[str, object] = {}
        for keyword in cast("list[nodes.Keyword]", node.kwargs):  # Jinja's own type says pairs
            parameter = filter_.named.get(keyword.key)
            if parameter is None and filter_.named:
                values = {"filter": node.name, "name": keyword.key, "takes": "、".join(filter_.named)}
                return self.fault("filter.argument", None, **values, near=nearest(keyword.key, filter_.named))
            if parameter is None or parameter in named or parameter in taken:
                return self.fault("expression.failed")
            named[parameter] = self._value(keyword.value, scope)
        if any(isinstance(given, Blank) for given in named.values()):
            return BLANK
        return filter_.function(self, value, *arguments, **named)

    def _test(self, node: nodes.Test, scope: Scope) -> object:
        function = words.TESTS.get(node.name)
        value = self._value(node.node, scope)
        return BLANK if function is None or isinstance(value, Blank) else function(self, value)

    def _call(self, node: nodes.Call, scope: Scope) -> object:
        if not isinstance(node.node, nodes.Name):
            return BLANK  # the checker has reported it
        self.step()
        arguments = [self._value(argument, scope) for argument in node.args]
        named = {keyword.key: self._value(keyword.value, scope) for keyword in node.kwargs}
        macro = scope.find(node.node.name, self._names)
        if isinstance(macro, Macro):
            return self._expand(macro, arguments, named)
        if node.node.name == "range" and not named:
            return self._range(arguments)
        return self.fault("expression.failed")

    def _expand(self, macro: Macro, arguments: Sequence[object], named: dict[str, object]) -> object:
        free = macro.parameters[len(arguments) :]
        if len(arguments) > len(macro.parameters) or not named.keys() <= set(free):
            return self.fault("macro.arguments", name=macro.name, takes="、".join(macro.parameters))
        line = self.line
        made = macro.expand(dict(zip(macro.parameters, arguments, strict=False)) | named)
        self.line = line
        return made

    def _range(self, arguments: Sequence[object]) -> object:
        bounds = [number for a in arguments if isinstance(number := self._operand(a), int)]
        if len(bounds) != len(arguments) or not 1 <= len(bounds) <= 3 or (len(bounds) == 3 and not bounds[2]):
            return self.fault("expression.failed")
        numbers = range(*bounds)
        if (numbers.stop - numbers.start) // numbers.step > STEPS:
            raise LimitReached("limit.steps", STEPS)
        return numbers

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> object:
        value = self._value(node.node, scope)
        return BLANK if isinstance(value, Blank) else words.property_of(self, value, node.attr)

    def _item(self, node: nodes.Getitem, scope: Scope) -> object:
        key = self._operand(self._value(node.arg, scope))
        if isinstance(node.node, nodes.Name) and node.node.name in FIGURES:
            return key if isinstance(key, Blank) else self._figure(str(key))
        value = self._value(node.node, scope)
        match value, key:
            case (Blank(), _) | (_, Blank()):
                return BLANK
            case FigureYear(), int():
                return FigureYear(value.figure, key, is_asked=key != self._names.year)
            case FigureYear(), str() if _YEAR.fullmatch(key):
                return FigureYear(value.figure, int(key), is_asked=int(key) != self._names.year)
            case FigureYear() | Record(), str():
                return words.property_of(self, value, key)
            case list() | tuple() | range() | str(), int() if -len(value) <= key < len(value):
                return value[key]
        return self.fault("expression.failed")

    def _figure(self, name: str) -> object:
        found = self._names.figures_called(name)
        if len(found) > 1:
            return self.fault("figure.ambiguous", name=name, keys="、".join(figure.key for figure in found))
        if not found:
            return self.fault("figure.unknown", name=name, near=nearest(name, self._names.all()))
        return FigureYear(found[0], self._names.year)

    def _concat(self, node: nodes.Concat, scope: Scope) -> object:
        return words.join(self, [self._value(part, scope) for part in node.nodes])

    def _compare(self, node: nodes.Compare, scope: Scope) -> object:
        left = self._operand(self._value(node.expr, scope))
        for operand in node.ops:
            right = self._operand(self._value(operand.expr, scope))
            if isinstance(left, Blank) or isinstance(right, Blank):
                return BLANK
            try:
                if not self._holds(operand.op, left, right):
                    return False
            except TypeError:
                return self.fault("expression.types")
            left = right
        return True

    def _holds(self, comparison: str, left: Any, right: Any) -> bool:
        if isinstance(right, str):
            self.step(len(right) // 1000)
        if comparison in ("in", "notin"):
            if isinstance(right, (list, tuple)):
                self.step(len(right))
                right = [self._operand(item) for item in right]
            return (_scalar(left) in right) is (comparison == "in")
        return bool(_COMPARISONS[comparison](_scalar(left), _scalar(right)))

    def _logic(self, node: nodes.And | nodes.Or, scope: Scope) -> object:
        left = self._value(node.left, scope)
        decided = self.is_true(left) is isinstance(node, nodes.Or)
        return left if decided else self._value(node.right, scope)

    def _not(self, node: nodes.Not, scope: Scope) -> object:
        value = self._value(node.node, scope)
        return BLANK if isinstance(value, Blank) else not self.is_true(value)

    def _sign(self, node: nodes.Neg | nodes.Pos, scope: Scope) -> object:
        value = self._operand(self._value(node.node, scope))
        if isinstance(value, Blank):
            return BLANK
        if not _is_number(value):
            return self.fault("expression.not_a_number")
        return -value if isinstance(node, nodes.Neg) else value

    def _arithmetic(self, node: nodes.BinExpr, scope: Scope) -> object:
        left = self._operand(self._value(node.left, scope))
        right = self._operand(self._value(node.right, scope))
        if isinstance(left, Blank) or isinstance(right, Blank):
            return BLANK
        if isinstance(node, nodes.Add) and isinstance(left, str) and isinstance(right, str):
            return words.join(self, [left, right])
        if not _is_number(left) or not _is_number(right):
            return self.fault("expression.types")
        try:
            result = _OPERATIONS[type(node)](Decimal(left), Decimal(right))
        except (DivisionByZero, InvalidOperation):
            return self.fault("expression.zero" if not right else "expression.failed")
        except DecimalException:
            return self.fault("expression.failed")
        whole = isinstance(left, int) and isinstance(right, int) and result == result.to_integral_value()
        return int(result) if whole else result

    def _operand(self, value: object) -> Any:
        """Turn a value into what can be reckoned with and compared: a number, a text, a date, a list."""
        if isinstance(value, FigureYear):
            return number_of(value, self)
        if isinstance(value, Part):
            return value.number
        return value.text if isinstance(value, Captured) else value


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _scalar(value: object) -> object:
    """Refuse to compare lists: lists of lists of lists take for ever."""
    if isinstance(value, (list, tuple)):
        raise TypeError("a list")
    return value


_OPERATIONS: dict[type[nodes.BinExpr], Callable[[Decimal, Decimal], Decimal]] = {
    nodes.Add: _ARITHMETIC.add,
    nodes.Sub: _ARITHMETIC.subtract,
    nodes.Mul: _ARITHMETIC.multiply,
    nodes.Div: _ARITHMETIC.divide,
    nodes.FloorDiv: _ARITHMETIC.divide_int,
    nodes.Mod: _ARITHMETIC.remainder,
    nodes.Pow: _ARITHMETIC.power,
}

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda left, right: left == right,
    "ne": lambda left, right: left != right,
    "gt": lambda left, right: left > right,
    "gteq": lambda left, right: left >= right,
    "lt": lambda left, right: left < right,
    "lteq": lambda left, right: left <= right,
}

_EXPRESSIONS: dict[type[nodes.Node], Callable[[Evaluator, Any, Scope], object]] = {
    nodes.Name: Evaluator._name,
    nodes.Const: Evaluator._const,
    nodes.List: Evaluator._list,
    nodes.Tuple: Evaluator._list,
    nodes.CondExpr: Evaluator._choice,
    nodes.Filter: Evaluator._filter,
    nodes.Test: Evaluator._test,
    nodes.Call: Evaluator._call,
    nodes.Getattr: Evaluator._attribute,
    nodes.Getitem: Evaluator._item,
    nodes.Concat: Evaluator._concat,
    nodes.Compare: Evaluator._compare,
    nodes.And: Evaluator._logic,
    nodes.Or: Evaluator._logic,
    nodes.Not: Evaluator._not,
    nodes.Neg: Evaluator._sign,
    nodes.Pos: Evaluator._sign,
    **dict.fromkeys(_OPERATIONS, Evaluator._arithmetic),
}
