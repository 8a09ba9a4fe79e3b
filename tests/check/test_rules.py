"""Every rule has a wording that fits its level, and a page whose samples say what they should."""

from __future__ import annotations

from pathlib import Path

import pytest
from described import docx_of, pdf_of

from render.check import RULES, Level, Rule
from render.messages import FAULTS, Severity
from render.messages.check import MESSAGES, PAGES, Sample
from render.pipeline import Job
from render.proofread import proofread, proofread_file

SEVERITIES = {
    Level.REQUIRED: Severity.ERROR,
    Level.RECOMMENDED: Severity.WARNING,
    Level.CUSTOMARY: Severity.NOTE,
}


def codes_in(sample: Sample, folder: Path) -> set[str]:
    """The codes of all that is found in a sample, faults included."""
    for name, text in sample.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.suffix in (".docx", ".pdf"):
            place.write_bytes(docx_of(text) if place.suffix == ".docx" else pdf_of(text))
            return {diagnostic.code for diagnostic in proofread_file(place).diagnostics}
        place.write_text(text, encoding="utf-8")
    last_year = str(folder / "上年") if any(name.startswith("上年/") for name in sample) else None
    return {diagnostic.code for diagnostic in proofread(Job(folder), against=last_year).diagnostics}


def test_no_code_is_used_twice() -> None:
    """One rule, one code."""
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_every_page_and_wording_belongs_to_a_rule() -> None:
    """And every rule has both."""
    codes = [rule.code for rule in RULES]
    assert sorted(codes) == sorted(PAGES) == sorted(MESSAGES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_severity_is_the_levels(rule: Rule) -> None:
    """规定 is an error, 推荐 a warning, 习惯 a note."""
    assert FAULTS[rule.code].severity is SEVERITIES[rule.level]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_sample_fails(rule: Rule, tmp_path: Path) -> None:
    """With this rule's finding."""
    assert rule.code in codes_in(PAGES[rule.code].wrong, tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_sample_passes(rule: Rule, tmp_path: Path) -> None:
    """Without any finding."""
    assert codes_in(PAGES[rule.code].right, tmp_path) == set()
