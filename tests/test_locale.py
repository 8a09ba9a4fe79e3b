"""The language people are spoken to in."""

from __future__ import annotations

import sys

import pytest

from render import locale
from render.locale import language_of, negotiate


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "GONGWEN_LANG": "zh"}, "zh"),
    ],
)
def test_settings_choose_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours first, then what POSIX names for messages; Chinese where they are silent."""
    monkeypatch.setattr(locale, "_desktop", lambda: "")
    assert language_of(environment) == language


def test_the_desktop_decides_where_no_variable_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.setattr(locale, "_desktop", lambda: "en_US")
    assert language_of({}) == "en"


@pytest.mark.parametrize(
    ("names", "language"),
    [(["zh-Hans-CN"], "zh"), (["EN"], "en"), (["zhx"], "en"), (["fr_FR", "zh_CN"], "zh"), (["fr"], "en")],
)
def test_the_first_language_with_a_catalogue_is_taken(names: list[str], language: str) -> None:
    """English when there is none."""
    assert negotiate(names) == language


def test_the_common_case_does_without_babel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its import would cost 20 ms of every run."""
    monkeypatch.setitem(sys.modules, "babel", None)
    assert negotiate(["zh_CN"]) == "zh"
