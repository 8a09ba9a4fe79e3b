"""Rendering: a checked syntax tree becomes text, with every inserted value under a mark."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import nodes

from .expressions import Evaluator, Macro
from .language import LOOP
from .limits import DEPTH, LimitReached, Meter
from .marks import Passage, Values
from .names import Scope
from .values import BLANK, Captured, LoopTurn, spans_of


class Rendering:
    """One text on its way from syntax tree to characters."""

    def __init__(self, evaluator: Evaluator, values: Values, meter: Meter) -> None:
        self._evaluator = evaluator
        self._values = values
        self._meter = meter
        self._calls = 0  # macros inside macros

    def render(self, template: nodes.Template) -> str:
        """Render a tree to text with marks.

        Raises:
            LimitReached: the text asks for too much.
        """
        output: list[str] = []
        try:
            self._run(template.body, Scope(), output)
        except RecursionError as err:
            raise LimitReached("limit.depth", DEPTH) from err
        return "".join(output)

    def _run(self, body: Sequence[nodes.Node], scope: Scope, output: list[str]) -> None:
        for node in body:
            self._meter.step()
            match node:
                case nodes.Output():
                    for child in node.nodes:
                        if isinstance(child, nodes.TemplateData):
                            output.append(self._meter.write(child.data))
                        else:
                            self._print(child, scope, output)
                case nodes.If():
                    self._if(node, scope, output)
                case nodes.For():
                    self._for(node, scope, output)
                case nodes.Assign():
                    self._bind(node.target, self._evaluator.evaluate(node.node, scope), scope)
                case nodes.AssignBlock():
                    self._bind(node.target, self._capture(node.body, Scope(scope)), scope)
                case nodes.Macro():
                    scope.set(node.name, self._macro(node, scope))
                # Any other statement has been reported by the checker.

    def _print(self, node: nodes.Node, scope: Scope, output: list[str]) -> None:
        value = self._evaluator.evaluate(node, scope)
        if isinstance(value, Captured):
            output.append(self._meter.write(value.marked))
        elif isinstance(value, Passage):
            output.append(self._values.insert(value))
        else:
            output.append(self._values.insert(spans_of(value, self._evaluator)))

    def _if(self, node: nodes.If, scope: Scope, output: list[str]) -> None:
        for branch in (node, *node.elif_):
            if self._evaluator.is_true(self._evaluator.evaluate(branch.test, scope)):
                self._run(branch.body, scope, output)
                return
        self._run(node.else_, scope, output)

    def _for(self, node: nodes.For, scope: Scope, output: list[str]) -> None:
        items = self._evaluator.items(self._evaluator.evaluate(node.iter, scope))
        if node.test is not None:
            items = [item for item in items if self._passes(node, node.test, item, scope)]
        for index, item in enumerate(items):
            self._meter.step()
            inner = Scope(scope)
            inner.set(LOOP, LoopTurn(index, len(items)))
            self._bind(node.target, item, inner)
            self._run(node.body, inner, output)
        if not items:
            self._run(node.else_, Scope(scope), output)

    def _passes(self, node: nodes.For, test: nodes.Node, item: object, scope: Scope) -> bool:
        self._meter.step()
        inner = Scope(scope)
        self._bind(node.target, item, inner)
        return self._evaluator.is_true(self._evaluator.evaluate(test, inner))

    def _bind(self, target: nodes.Node, value: object, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.set(target.name, value)
            return
        names = list(target.iter_child_nodes())
        items = self._evaluator.items(value)
        if len(items) != len(names):
            if items:
                self._evaluator.fault("expression.not_a_list")
            items = [BLANK] * len(names)
        for name, item in zip(names, items, strict=True):
            self._bind(name, item, scope)

    def _macro(self, node: nodes.Macro, scope: Scope) -> Macro:
        parameters = tuple(parameter.name for parameter in node.args)
        defaults = dict(zip(reversed(parameters), reversed(node.defaults), strict=False))

        def expand(given: dict[str, object]) -> object:
            if self._calls >= DEPTH:
                raise LimitReached("limit.depth", DEPTH)
            inner = Scope(scope)
            for name in parameters:
                if name in given:
                    inner.set(name, given[name])
                elif name in defaults:
                    inner.set(name, self._evaluator.evaluate(defaults[name], scope))
                else:
                    takes = "、".join(parameters)
                    return self._evaluator.fault("macro.arguments", name=node.name, takes=takes)
            self._calls += 1
            captured = self._capture(node.body, inner)
            self._calls -= 1
            return captured

        return Macro(node.name, parameters, expand)

    def _capture(self, body: Sequence[nodes.Node], scope: Scope) -> Captured:
        output: list[str] = []
        self._run(body, scope, output)
        return Captured("".join(output), self._values)
