"""Genres: invented texts of some forty kinds in files of ten, scored carrier by carrier.

What is marked in `genres/` was written before the code was made to find it.
"""

from __future__ import annotations

import pytest
from recognise.carriers import CARRIERS, Carrier
from recognise.genre import genre, names
from recognise.genre_scoring import score_genre
from recognise.scoring import Score


@pytest.fixture(scope="module", params=CARRIERS, ids=lambda carrier: carrier.name)
def score(request: pytest.FixtureRequest) -> Score:
    """All genres in one carrier."""
    carrier: Carrier = request.param
    result = Score()
    for name in names():
        result.add(score_genre(genre(name), carrier))
    return result


def test_there_are_genres_enough() -> None:
    """Reports of governments, courts and budgets, statistics, plans, laws, notices."""
    assert len(names()) >= 40


def test_headings(score: Score) -> None:
    """Found, with number and level: at least 98 of 100."""
    assert score.headings_right >= 0.98 * score.headings, score.remarks
    assert score.headings_false <= 0.02 * score.headings, score.remarks


def test_elements(score: Score) -> None:
    """Title, issuers, date and number: at least 98 of 100."""
    assert score.elements_right >= 0.98 * score.elements, score.remarks


def test_text(score: Score) -> None:
    """Hardly a paragraph differs; none does where the file says where paragraphs end."""
    assert score.paragraphs_wrong <= 0.01 * score.paragraphs, score.remarks


def test_figures(score: Score) -> None:
    """At least 95 of 100, and at most 5 of 100 that are none."""
    assert score.figures_found >= 0.95 * score.figures, score.remarks
    assert score.figures_false <= 0.05 * score.figures, score.remarks


def test_furniture(score: Score) -> None:
    """What is no part of the text is left out and listed."""
    assert score.furniture_dropped >= 0.98 * score.furniture, score.remarks
