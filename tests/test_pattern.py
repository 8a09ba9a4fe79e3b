"""Patterns: expressions compiled at their first use."""

from __future__ import annotations

import re

import pytest

from render.pattern import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    """It matches, substitutes and tells its source and groups."""
    years = pattern("(?P<year>[0-9]{4})年")

    assert years.findall("2019年和2020年") == ["2019", "2020"]
    assert years.sub("某年", "2020年") == "某年"
    assert (years.pattern, dict(years.groupindex)) == ("(?P<year>[0-9]{4})年", {"year": 1})


def test_flags_count() -> None:
    """They go to the expression."""
    assert pattern("con", re.IGNORECASE).fullmatch("CON")


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a pattern compiles nothing, and using it compiles once."""
    compiled = []
    genuine = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or genuine(*given))
    one = pattern("甲+")
    assert compiled == []

    assert one.match("甲甲")
    assert one.match("甲")
    assert one.search("乙") is None
    assert len(compiled) == 1


def test_a_faulty_pattern_fails_at_its_first_use() -> None:
    """With the error that `re` has for it."""
    with pytest.raises(re.error):
        pattern("(").match("")
