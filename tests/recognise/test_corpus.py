"""The corpus of invented reports: every model in every style, scored as a whole and style by style."""

from __future__ import annotations

import pytest
from recognise.models import MODELS, Model
from recognise.scoring import Score, recognised, score
from recognise.styles import STYLES, Style

BY_NAME = {style.name: style for style in STYLES}


@pytest.fixture(scope="module")
def total() -> Score:
    """Everything added up."""
    result = Score()
    for style in STYLES:
        for model in MODELS:
            result.add(score(model, style))
    return result


def test_there_are_styles_enough() -> None:
    """At least twenty-five, each unlike the others."""
    assert len({style.name for style in STYLES}) == len(STYLES) >= 25


def test_headings_are_found_with_their_levels(total: Score) -> None:
    """At least 98 of 100, and hardly one that is none."""
    assert total.headings_right >= 0.98 * total.headings, total.remarks
    assert total.headings_false <= 0.02 * total.headings, total.remarks


def test_title_issuer_and_date_are_found(total: Score) -> None:
    """At least 98 of 100."""
    assert total.elements_right >= 0.98 * total.elements, total.remarks


def test_figures_are_found(total: Score) -> None:
    """At least 95 of 100, and at most 5 of 100 that are none."""
    assert total.figures_found >= 0.95 * total.figures, total.remarks
    assert total.figures_false <= 0.05 * total.figures, total.remarks


@pytest.mark.parametrize(
    "style", [s for s in STYLES if s.kind != "pdf" and not s.width], ids=lambda s: s.name
)
def test_no_character_is_lost_or_added(style: Style) -> None:
    """Where the file says where its paragraphs end, they are the model's, one by one."""
    result = Score()
    for model in MODELS:
        result.add(score(model, style))
    assert result.paragraphs_wrong == 0, result.remarks


@pytest.mark.parametrize("style", [s for s in STYLES if s.kind == "pdf" or s.width], ids=lambda s: s.name)
@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.title)
def test_wrapped_lines_keep_every_character(model: Model, style: Style) -> None:
    """Where lines have to be put together, nothing is lost; a paragraph may end too soon."""
    result = score(model, style)
    assert result.paragraphs_wrong <= 0.3 * result.paragraphs, result.remarks


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.title)
def test_all_formats_say_the_same(model: Model) -> None:
    """A text, a page and a DOCX of one report give one `report.md`, but for what the page's table adds."""
    texts = [
        recognised(model, BY_NAME[name]).lines
        for name in ("plain", "DOCX without styles", "DOCX with bold leads", "web page without bold")
    ]
    assert all(each == texts[0] for each in texts[1:])
