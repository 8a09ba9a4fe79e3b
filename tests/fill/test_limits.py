"""Limits: whatever a text asks for, it ends soon and in a diagnostic."""

from __future__ import annotations

import time

import pytest
from fill.reports import attachment, filled, found, report, words_of

from render.fill.limits import STEPS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% for i in range(10**7) %}{% endfor %}", "limit.steps"),
        ("{% for i in range(1000) %}{% for j in range(1001) %}甲{% endfor %}{% endfor %}", "limit.steps"),
        ("{% for i in range(70000) %}{{ i }}{% endfor %}", "limit.values"),
        ("{% for i in range(30000) %}" + "汉" * 1000 + "{% endfor %}", "limit.output"),
        ("{% set 甲 = 'aaaaaaaa' %}" + "{% set 甲 = 甲 + 甲 %}" * 60, "limit.output"),
        ("{% set 甲 = 'aaaaaaaa' %}" + "{% set 甲 = [甲, 甲]|join %}" * 60, "limit.output"),
        ("{% set 甲 %}甲{% endset %}" + "{% set 甲 %}{{ 甲 }}{{ 甲 }}{% endset %}" * 60, "limit.output"),
        ("{% set 甲 = [1] %}" + "{% set 甲 = [甲, 甲] %}" * 60 + "{{ 甲|join }}", "expression.not_printable"),
        ("{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}", "limit.depth"),
        ("{% macro 甲() %}{{ 甲() }}{{ 甲() }}{% endmacro %}{{ 甲() }}", "limit.depth"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "limit.depth"),
        ("{{ 1" + " + 1" * 200 + " }}", "limit.depth"),
        ("{{ 'a' * 10**9 }}", "expression.types"),
        ("{{ 10**10**10 }}", "expression.failed"),
        ("{{ '%1000000000d' % 1 }}", "expression.types"),
        ("{{ " + "9" * 5000 + " }}", "expression.syntax"),
        ("\n" * 65_000, "limit.lines"),
    ],
)
def test_a_text_that_asks_for_too_much_ends_soon(text: str, code: str) -> None:
    """In a diagnostic, and without eating the machine."""
    start = time.process_time()

    assert code in [each for each, _ in found(text)]
    assert time.process_time() - start < 10


def test_a_limit_is_reported_where_it_is_reached() -> None:
    """At the line of the expression at work."""
    assert found("\n\n{% for i in range(10**7) %}{% endfor %}") == [("limit.steps", 3)]


def test_steps_are_counted_over_all_texts_of_a_report() -> None:
    """A thousand attachments do not get a thousand times as many."""
    loop = f"{{% for i in range({STEPS // 3}) %}}{{% endfor %}}"
    content, diagnostics = filled(report("甲", attachments=tuple(attachment(f"{n}", loop) for n in range(3))))

    assert [each.code for each in diagnostics] == ["limit.steps"]
    assert words_of(content) == ["甲"]
