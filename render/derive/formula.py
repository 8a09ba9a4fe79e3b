"""Formula: what the 公式 of a figure says, as a tree.

    formula  = sum
    sum      = product { (+ | −) product }
    product  = signed { (× | ÷) signed }
    signed   = { + | − } operand
    operand  = number | figure | function ( arguments ) | ( sum )
    figure   = name [ .上年 | [2018] ]

Signs may be full-width. A name is a figure's key or name; one with other characters than letters, digits
and Han stands in 「」 or quotation marks, or is found as it stands when it is a figure of the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from ..noun import Noun, replace

LONGEST = 2000  # characters of a formula
DEEPEST = 40  # brackets inside brackets
MOST_SIGNS = 200

FUNCTIONS = {
    "合计": "sum", "sum": "sum",
    "汇总": "total", "total": "total",
    "占比": "share", "share": "share",
}  # fmt: skip
"""Functions of a formula: of figures and numbers, of the members of one figure, of a part and its whole."""

_LAST_YEAR = ("上年", "last")
_SIGNS = {
    "＋": "+",
    "－": "-",
    "−": "-",
    "–": "-",
    "×": "*",
    "＊": "*",
    "✕": "*",
    "·": "*",
    "÷": "/",
    "／": "/",
}
_BRACKETS = {
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "，": ",",
    "、": ",",
    "；": ",",
}
_QUOTES = {"「": "」", "『": "』", "“": "”", '"': '"', "‘": "’", "'": "'"}
_NUMBER = re.compile(r"(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<percent>[%％‰]?)(?![\w.])")
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_ARITHMETIC = re.compile(r"[-+*/=<>≤≥＋－−–×＊÷／＝，、]")


class Number(Noun, frozen=True):
    """A number as typed; 100% is 1, and marked so that it is no factor of conversion."""

    value: Fraction
    is_percent: bool = False
    decimals: int = 0


class Reference(Noun, frozen=True):
    """A figure: this year's value, that of `back` years before, or that of a year by itself."""

    name: str
    back: int = 0
    year: int | None = None

    def year_for(self, year: int) -> int:
        """Give the year whose value is meant where the formula is worked out for a year."""
        return year - self.back if self.year is None else self.year


class Operation(Noun, frozen=True):
    """Two operands and a sign: `+`, `-`, `*` or `/`."""

    sign: str
    left: Node
    right: Node


class Negation(Noun, frozen=True):
    """An operand with its sign changed."""

    operand: Node


class Sum(Noun, frozen=True):
    """The sum of what applies among its operands; a dash among them counts nothing."""

    operands: tuple[Node, ...]


class Total(Noun, frozen=True):
    """The sum over the members of a figure (汇总)."""

    name: str


Node: TypeAlias = Number | Reference | Operation | Negation | Sum | Total


class FormulaError(Exception):
    """A formula that cannot be read; `code` says why, `found` quotes where."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code, found)
        self.code = code
        self.found = found


class _Kind(Enum):
    NUMBER = "number"
    NAME = "name"
    SIGN = "sign"


class _Token(Noun, frozen=True):
    kind: _Kind
    text: str
    at: int  # first character in the formula
    is_percent: bool = False
    is_quoted: bool = False


class OddNames:
    """Names of figures with brackets and such in them, found in a formula without quotation marks.

    A name with a sign of arithmetic in it needs them: 甲-乙 is a difference.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = {name for name in names if not _WORD.fullmatch(name) and not _ARITHMETIC.search(name)}
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)

    def at(self, text: str, at: int) -> str:
        """Give the longest name that stands at a place of a text; "" when there is none."""
        found = (text[at : at + length] for length in self._lengths)
        return next((name for name in found if name in self._names), "")


_NO_NAMES = OddNames()


def parse(text: str, odd_names: OddNames = _NO_NAMES) -> Node:
    """Read a formula, with or without an `=` before it.

    Raises:
        FormulaError: it is not a formula.
    """
    if len(text) > LONGEST:
        raise FormulaError("formula.too_long")
    return _Parser(text, list(_tokens(text, odd_names))).whole()


def named(node: Node) -> Iterator[Reference | Total]:
    """List what a formula speaks of, from left to right."""
    waiting: list[Node] = [node]
    while waiting:
        match waiting.pop():
            case Reference() | Total() as found:
                yield found
            case Operation(_, left, right):
                waiting += (right, left)
            case Negation(operand):
                waiting.append(operand)
            case Sum(operands):
                waiting += reversed(operands)


def references(node: Node) -> Iterator[Reference]:
    """List the figures a resolved formula takes its values from."""
    return (each for each in named(node) if isinstance(each, Reference))


def resolved(node: Node, keys: Callable[[Reference | Total], Sequence[str]]) -> Node:
    """Put the keys of figures in the place of names, and the members' sum in that of 汇总."""
    match node:
        case Reference():
            return replace(node, name=keys(node)[0])
        case Total():
            return Sum(tuple(Reference(key) for key in keys(node)))
        case Operation(sign, left, right):
            return Operation(sign, resolved(left, keys), resolved(right, keys))
        case Negation(operand):
            return Negation(resolved(operand, keys))
        case Sum(operands):
            return Sum(tuple(resolved(operand, keys) for operand in operands))
    return node


def _tokens(text: str, odd_names: OddNames) -> Iterator[_Token]:
    at = 1 if text.lstrip()[:1] in ("=", "＝") else 0
    at += len(text) - len(text.lstrip()) if at else 0
    while at < len(text):
        char = text[at]
        if space := _SPACES.match(text, at):
            at = space.end()
        elif odd := odd_names.at(text, at):
            yield _Token(_Kind.NAME, odd, at, is_quoted=True)
            at += len(odd)
        elif char in _QUOTES:
            end = text.find(_QUOTES[char], at + 1)
            if end < 0:
                raise FormulaError("formula.syntax", text[at:])
            yield _Token(_Kind.NAME, text[at + 1 : end].strip(), at, is_quoted=True)
            at = end + 1
        elif number := _NUMBER.match(text, at):
            yield _Token(_Kind.NUMBER, number[0], at, bool(number["percent"]))
            at = number.end()
        elif word := _WORD.match(text, at):
            yield _Token(_Kind.NAME, word[0], at)
            at = word.end()
        else:
            sign = _SIGNS.get(char) or _BRACKETS.get(char) or char
            if sign not in "+-*/()[],.":
                raise FormulaError("formula.syntax", text[at:])
            yield _Token(_Kind.SIGN, sign, at)
            at += 1


class _Parser:
    """Reads tokens by the grammar above."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text, self.tokens = text, tokens
        self.at = self.depth = self.signs = 0

    def whole(self) -> Node:
        node = self.sum()
        if self.at < len(self.tokens):
            raise self._wrong()
        return node

    def sum(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError("formula.too_long")
        node = self.product()
        while sign := self._take("+", "-"):
            node = self._operation(sign, node, self.product())
        self.depth -= 1
        return node

    def product(self) -> Node:
        node = self.signed()
        while sign := self._take("*", "/"):
            node = self._operation(sign, node, self.signed())
        return node

    def _operation(self, sign: str, left: Node, right: Node) -> Node:
        self.signs += 1
        if self.signs > MOST_SIGNS:
            raise FormulaError("formula.too_long")
        return Operation(sign, left, right)

    def signed(self) -> Node:
        negative = False
        while sign := self._take("+", "-"):
            negative ^= sign == "-"
        operand = self.operand()
        return Negation(operand) if negative else operand

    def operand(self) -> Node:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is None:
            raise self._wrong()
        if token.kind is _Kind.NUMBER:
            self.at += 1
            digits = token.text.rstrip("%％‰")
            scale = 1000 if token.text.endswith("‰") else 100 if token.is_percent else 1
            decimals = len(digits.partition(".")[2])
            return Number(Fraction(Decimal(digits)) / scale, token.is_percent, decimals)
        if token.kind is _Kind.NAME:
            self.at += 1
            if not token.is_quoted and self._sees("("):
                return self._function(token)
            return self._figure(token.text)
        if self._take("("):
            node = self.sum()
            self._expect(")")
            return node
        raise self._wrong()

    def _function(self, name: _Token) -> Node:
        self._expect("(")
        function = FUNCTIONS.get(name.text.casefold())
        if function is None:
            raise FormulaError("formula.unknown_function", name.text)
        if function == "total":
            return self._total()
        operands = [self.sum()]
        while self._take(","):
            operands.append(self.sum())
        self._expect(")")
        if function == "share":
            if len(operands) != 2:
                raise FormulaError("formula.syntax", self.text[name.at :])
            return Operation("/", operands[0], operands[1])
        return Sum(tuple(operands))

    def _total(self) -> Node:
        """Read the name or pattern of 汇总, up to the bracket that closes it."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is not None and token.is_quoted and self._sees(")", 1):
            self.at += 2
            return Total(token.text)
        start, depth = self.at, 0
        while self.at < len(self.tokens) and (depth or not self._sees(")")):
            depth += self._sees("(") - self._sees(")")
            self.at += 1
        if start == self.at or self.at == len(self.tokens):
            raise self._wrong()
        name = self.text[self.tokens[start].at : self.tokens[self.at].at].strip()
        self.at += 1
        return Total(name)

    def _figure(self, name: str) -> Node:
        if self._take("."):
            back = 0
            while True:
                if not (self._sees_name() and self.tokens[self.at].text in _LAST_YEAR):
                    raise self._wrong()
                back += 1
                self.at += 1
                if not self._take("."):
                    return Reference(name, back)
        if self._take("["):
            token = self.tokens[self.at] if self.at < len(self.tokens) else None
            if token is None or not re.fullmatch("[0-9]{4}", token.text):
                raise self._wrong()
            self.at += 1
            self._expect("]")
            return Reference(name, year=int(token.text))
        return Reference(name)

    def _sees(self, sign: str, ahead: int = 0) -> bool:
        at = self.at + ahead
        return at < len(self.tokens) and self.tokens[at].kind is _Kind.SIGN and self.tokens[at].text == sign

    def _sees_name(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind is _Kind.NAME

    def _take(self, *signs: str) -> str:
        for sign in signs:
            if self._sees(sign):
                self.at += 1
                return sign
        return ""

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._wrong()

    def _wrong(self) -> FormulaError:
        """Quote the formula from where it stops being one."""
        if self.at < len(self.tokens):
            return FormulaError("formula.syntax", self.text[self.tokens[self.at].at :])
        return FormulaError("formula.unfinished", self.text)
