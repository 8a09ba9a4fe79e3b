"""Language: which part of Jinja 3 a report may use, and whether a text keeps to it.

Jinja reads the text into its syntax tree; nothing is compiled to Python, so there is no code to
break out of. What is allowed: output, `for`, `if`, `set` and `macro`, with the words of `words`.
Every name is checked here before anything is rendered, so that one run names all that are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..pattern import pattern
from ..report import SourceText
from . import words
from .findings import Findings
from .limits import DEPTH, EXPRESSION_DEPTH, LINES, LimitReached
from .marks import PRIVATE, mark_lines, mark_tag
from .names import FIGURES, Names

FUNCTIONS = ("range",)
LOOP = "loop"

_EXPRESSIONS = (
    nodes.Name,
    nodes.Const,
    nodes.Tuple,
    nodes.List,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
    nodes.Call,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Concat,
    nodes.Compare,
    nodes.Operand,
    nodes.BinExpr,
    nodes.UnaryExpr,
)
_FULL_WIDTH = pattern("[！-～、。“”‘’]")
_FULL_WIDTH_BRACES = pattern("｛｛|｛%|｛ ｛")
_OPENED = pattern(r"that needs to be closed is '(\w+)'")
_TAG = pattern(r"unknown tag '([^']*)'")

_PLAIN = pattern(r"(?<!\{)\{\{[ \t]*([^\W\d]\w*)((?:[ \t]*\|[ \t]*[^\W\d]\w*)*)[ \t]*\}\}")
_KEYWORDS = frozenset(
    ("and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "true", "True")
)

_environment = Environment(keep_trailing_newline=True)


def place(text: SourceText, line: int) -> Source:
    """Name the author's line of a line of a text; 0 stands for one that has no number."""
    return Source(text.file, text.lines[min(line, len(text.lines)) - 1] or None)


def parse(text: SourceText) -> nodes.Template | Diagnostic:
    """Read a text into its syntax tree, with line marks in its typed parts.

    Args:
        text: Holds no characters of the private-use planes 15 and 16, which are the marks'.

    Returns:
        The tree, or what is wrong with the text as a whole.

    Raises:
        ValueError: there is not one line number for each line.
    """
    if len(text.lines) <= text.text.count("\n"):
        raise ValueError(f"{text.text.count(chr(10)) + 1} lines but {len(text.lines)} numbers in {text.file}")
    if len(text.lines) > LINES:
        return Diagnostic("limit.lines", Source(text.file), {"most": LINES})
    if private := PRIVATE.search(text.text):
        return _fault_at(text, private, "text.character", {"character": f"U+{ord(private[0]):04X}"})
    if braces := _FULL_WIDTH_BRACES.search(text.text):
        return _fault_at(text, braces, "expression.full_width", {"text": braces[0]})
    if (tree := _read_plainly(text.text)) is not None:
        return tree
    openings: list[tuple[str, int]] = []
    try:
        parser = Parser(_environment, text.text)
        parser.stream = TokenStream(_marked(parser.stream, openings), None, None)
        return parser.parse()
    except TemplateSyntaxError as err:
        return _syntax_fault(err, text, openings)
    except RecursionError:
        return Diagnostic("limit.depth", Source(text.file), {"most": EXPRESSION_DEPTH})
    except ValueError:  # a number of thousands of digits
        return Diagnostic("expression.syntax", Source(text.file), {"text": ""})


def _read_plainly(text: str) -> nodes.Template | None:
    """Read a text whose every expression is a name with words behind it, as most texts are.

    The same tree as Jinja's parser makes, in a third of the time; None for any other text.
    """
    found = list(_PLAIN.finditer(text))
    if "{%" in text or "{#" in text or text.count("{{") != len(found):
        return None
    parts: list[nodes.Expr] = []
    line, start = 1, 0
    for match in found:
        if not _KEYWORDS.isdisjoint(match[0][2:-2].replace("|", " ").split()):
            return None
        if typed := text[start : match.start()]:
            parts.append(nodes.TemplateData(mark_lines(typed, line), lineno=line))
            line += typed.count("\n")
        expression: nodes.Expr = nodes.Name(match[1], "load", lineno=line)
        for word in match[2].split("|")[1:]:
            expression = nodes.Filter(expression, word.strip(), [], [], None, None, lineno=line)
        parts.append(expression)
        start = match.end()
    if typed := text[start:]:
        parts.append(nodes.TemplateData(mark_lines(typed, line), lineno=line))
    return nodes.Template([nodes.Output(parts, lineno=1)] if parts else [], lineno=1)


def _marked(tokens: Iterable[Token], openings: list[tuple[str, int]]) -> Iterator[Token]:
    """Mark the lines of typed text, and where statements and comments stood."""
    before = ""
    for token in tokens:
        kind = token.type
        if kind == "data":
            typed = mark_lines(token.value, token.lineno)
            # Two pieces of typed text meet only where a comment was.
            yield Token(token.lineno, kind, mark_tag() + typed if before == "data" else typed)
        elif kind == "block_begin":
            yield Token(token.lineno, "data", mark_tag())
            yield token
        else:
            if before == "block_begin":
                openings.append((token.value, token.lineno))
            yield token
            if kind == "block_end":
                yield Token(token.lineno, "data", mark_tag())
        before = kind


def _fault_at(text: SourceText, found: re.Match[str], code: str, values: Mapping[str, object]) -> Diagnostic:
    return Diagnostic(code, place(text, text.text.count("\n", 0, found.start()) + 1), values)


def _syntax_fault(
    err: TemplateSyntaxError, text: SourceText, openings: Sequence[tuple[str, int]]
) -> Diagnostic:
    """Say what Jinja could not read in an author's words, at the line where it can be mended."""
    at = min(err.lineno, len(text.lines))
    reason = err.message or ""
    code, values = "expression.syntax", {"text": _excerpt(text.text, at)}
    if opened := _OPENED.search(reason):
        at = next((line for name, line in reversed(openings) if name == opened[1]), at)
        code, values = "statement.unclosed", {"name": opened[1]}
    elif unknown := _TAG.search(reason):
        code, values = "statement.unknown", {"name": unknown[1]}
    elif "end of comment" in reason:
        code, values = "statement.comment", {}
    elif (found := re.search("unexpected char '(.)'", reason)) and _FULL_WIDTH.match(found[1]):
        code, values = "expression.full_width", {"text": found[1]}
    return Diagnostic(code, place(text, at), values)


def _excerpt(text: str, line: int) -> str:
    """Quote the expression on a line that cannot be read, or its beginning."""
    typed = text.split("\n")[line - 1]
    start = typed.find("{")
    return typed[max(start, 0) :][:30].strip()


class Checker:
    """Walk a tree once and report every name, word or form that a report cannot use."""

    def __init__(self, known: Names, text: SourceText, findings: Findings) -> None:
        self.line = 1  # of the statement or expression being looked at
        self._known = known
        self._text = text
        self._findings = findings
        self._nearest: dict[str, str] = {}

    def check(self, template: nodes.Template) -> None:
        """Check a whole tree.

        Raises:
            LimitReached: statements or expressions are nested too deep to be walked.
        """
        self._statements(template.body, set(), 0)

    def _statements(self, body: Sequence[nodes.Node], local: set[str], depth: int) -> None:
        if depth > DEPTH:
            raise LimitReached("limit.depth", DEPTH)
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        self._expression(child, local)
            else:
                self._statement(node, local, depth + 1)

    def _statement(self, node: nodes.Node, local: set[str], depth: int) -> None:
        self.line = node.lineno
        match node:
            case nodes.For() if not node.recursive:
                self._expression(node.iter, local)
                inner = local | _names(node.target) | {LOOP}
                if node.test is not None:
                    self._expression(node.test, inner)
                self._statements(node.body, inner, depth)
                self._statements(node.else_, set(local), depth)
            case nodes.If():
                self._expression(node.test, local)
                for branch in (node.body, node.elif_, node.else_):
                    self._statements(branch, local, depth)
            case nodes.Assign() if not isinstance(node.target, nodes.NSRef):
                self._expression(node.node, local)
                local |= _names(node.target)
            case nodes.AssignBlock() if node.filter is None and not isinstance(node.target, nodes.NSRef):
                self._statements(node.body, set(local), depth)
                local |= _names(node.target)
            case nodes.Macro():
                for default in node.defaults:
                    self._expression(default, local)
                local.add(node.name)
                self._statements(node.body, local | {arg.name for arg in node.args}, depth)
            case _:
                self._fault(node, "statement.forbidden", name=type(node).__name__.lower())

    def _expression(self, node: nodes.Node, local: set[str], depth: int = 0) -> None:
        if depth > EXPRESSION_DEPTH:
            raise LimitReached("limit.depth", EXPRESSION_DEPTH)
        if isinstance(node, nodes.Name):
            self._name(node, local)
            return
        if (
            not isinstance(node, _EXPRESSIONS)
            or getattr(node, "dyn_args", None)
            or getattr(node, "dyn_kwargs", None)
        ):
            self._fault(node, "expression.forbidden")
            return
        if isinstance(node, nodes.Filter) and node.name not in words.FILTERS:
            self._unknown(node, "filter.unknown", node.name, words.FILTERS)
        elif isinstance(node, nodes.Test) and node.name not in words.TESTS:
            self._unknown(node, "test.unknown", node.name, words.TESTS)
        elif isinstance(node, nodes.Getitem) and self._is_lookup(node, local):
            return
        elif isinstance(node, nodes.Call) and not self._is_call(node, local):
            self._fault(node, "expression.forbidden")
            return
        for child in node.iter_child_nodes():
            inner = child.value if isinstance(child, (nodes.Keyword, nodes.Pair)) else child
            if not (isinstance(node, nodes.Call) and child is node.node):
                self._expression(inner, local, depth + 1)

    def _name(self, node: nodes.Name, local: set[str]) -> None:
        if node.name not in local and node.name not in self._known:
            self._unknown(node, "name.unknown", node.name, None, local)

    def _is_lookup(self, node: nodes.Getitem, local: set[str]) -> bool:
        """Check `指标["…"]`; tell whether the expression is one."""
        table, key = node.node, node.arg
        if not isinstance(table, nodes.Name) or table.name not in FIGURES or table.name in local:
            return False
        if not isinstance(key, nodes.Const):
            self._expression(key, local)
        elif not self._known.figures_called(str(key.value)):
            self._unknown(node, "figure.unknown", str(key.value), None)
        return True

    def _is_call(self, node: nodes.Call, local: set[str]) -> bool:
        return isinstance(node.node, nodes.Name) and node.node.name in {*local, *FUNCTIONS}

    def _unknown(
        self,
        node: nodes.Node,
        code: str,
        name: str,
        known: Mapping[str, object] | None,
        local: Collection[str] = (),
    ) -> None:
        if name not in self._nearest:
            names = (*self._known.all(), *local) if known is None else known
            self._nearest[name] = nearest(name, names)
        self._fault(node, code, name=name, near=self._nearest[name])

    def _fault(self, node: nodes.Node, code: str, **values: object) -> None:
        self._findings.add(Diagnostic(code, place(self._text, node.lineno), values))


def _names(target: nodes.Node) -> set[str]:
    """List the names that a loop or an assignment binds."""
    if isinstance(target, nodes.Name):
        return {target.name}
    return {name for child in target.iter_child_nodes() for name in _names(child)}
