"""The catalogue: every code used is worded, and every wording is used."""

from __future__ import annotations

import errno
import os
import re
import string
from pathlib import Path

import pytest

import render
from render.diagnostics import Diagnostic, Source
from render.messages import FAULTS, ROOMS, Exit, describe, exit_of, place_of

PACKAGE = Path(render.__file__).parent
CODE = re.compile(r'"((?:[a-z]+)\.[a-z_0-9]+)"')


def sources() -> str:
    """All code outside the catalogue."""
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if "messages" not in path.parts and "data" not in path.parts
    )


def test_every_worded_code_is_used() -> None:
    """Wordings nobody says are taken out."""
    text = sources()
    assert [code for code in FAULTS if f'"{code}"' not in text and not _built(code, text)] == []


def _built(code: str, text: str) -> bool:
    """Codes put together from a prefix and a state."""
    prefix = code.rsplit(".", 1)[0]
    return f'f"{prefix}.{{' in text


@pytest.mark.parametrize("code", FAULTS)
def test_both_languages_have_the_same_blanks(code: str) -> None:
    """A value that is worth saying is said to everybody."""
    message = FAULTS[code]

    def blanks(*texts: str) -> set[str]:
        return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}

    # A parser's own words are English.
    assert blanks(message.zh, message.zh_hint) | {"reason"} == blanks(message.en, message.en_hint) | {
        "reason"
    }
    assert blanks(message.zh, message.zh_hint) <= blanks(message.en, message.en_hint)


@pytest.mark.parametrize("code", FAULTS)
def test_chinese_is_worded_as_an_office_does(code: str) -> None:
    """No exclamation marks, no 您, no half-width commas between Han characters but in expressions."""
    message = FAULTS[code]
    text = re.sub(r"“\|[^”]*”|\{\{%[^”]*%\}\}", "", message.zh + message.zh_hint)
    assert not re.search("[!！您]|失败了|哎呀", text)
    assert not re.search(r"[\u4e00-\u9fff][,;?()][\u4e00-\u9fff]", text)


@pytest.mark.parametrize("code", FAULTS)
def test_a_value_that_is_absent_is_no_obstacle(code: str) -> None:
    """A wording reads, if not well, whatever its diagnostic forgot."""
    for language in ("zh", "en"):
        assert code in describe(Diagnostic(code), language)


def test_a_diagnostic_reads_as_its_model() -> None:
    """Place, severity, finding, code, and the way out below."""
    diagnostic = Diagnostic("layout.no_face", Source("report.md", 41), {"char": "龘", "code": "U+9F98"})
    assert describe(diagnostic, "en").startswith(
        "report.md:41: error: no face has the character 龘 (U+9F98) [layout.no_face]\n  hint: "
    )
    assert describe(diagnostic, "zh").startswith(
        "report.md第41行：错误：字符“龘”（U+9F98）在所有字体中都没有［layout.no_face］\n"
    )


@pytest.mark.parametrize(
    ("near", "zh", "en"),
    [
        (
            "title",
            "没有“titel”这一要素，最接近的是“title”",
            "there is no element titel; the nearest is title",
        ),
        ("", "没有“titel”这一要素", "there is no element titel"),
    ],
)
def test_a_name_like_no_other_gets_no_suggestion(near: str, zh: str, en: str) -> None:
    """The words around a blank go with it."""
    diagnostic = Diagnostic("role.unknown", values={"role": "titel", "near": near})

    assert f"{zh}［" in describe(diagnostic, "zh")
    assert f"{en} [" in describe(diagnostic, "en")


def test_the_highest_of_unreadable_content_and_missing_applies() -> None:
    """2 over 1 over 3; warnings do not count."""
    content = Diagnostic("layout.no_face")
    use = Diagnostic("template.syntax")
    assert exit_of([content, use]) is Exit.USE
    assert exit_of([content]) is Exit.CONTENT
    assert exit_of([Diagnostic("layout.signature_alone")]) is Exit.DONE


def test_every_module_of_the_catalogue_is_a_room_of_it() -> None:
    """Codes are looked for in all of them."""
    there = {path.stem for path in PACKAGE.joinpath("messages").glob("*.py")} | {"check"}
    assert set(ROOMS) == there - {"__init__", "message", "phrases", "reasons"}
    assert "no.such_code" not in FAULTS


def test_what_the_system_says_is_worded_in_chinese() -> None:
    """Where a person may meet it; in English it stays as it came."""
    found = Diagnostic("freeze.unreadable", Source("figures.xlsx"), {"reason": os.strerror(errno.EACCES)})
    assert "没有权限" in describe(found, "zh")
    assert os.strerror(errno.EACCES) in describe(found, "en")


def test_a_cell_of_a_text_file_names_its_row() -> None:
    """As a spreadsheet shows it; the line is not said as well."""
    assert place_of(Source("任务.csv", line=3, cell="B3"), "zh") == "任务.csv单元格B3"
    assert place_of(Source("任务.csv", line=3, cell="B3"), "en") == "任务.csv, cell B3"
