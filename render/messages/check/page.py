"""Page: what `gongwen check --explain` says of one rule."""

from __future__ import annotations

from collections.abc import Mapping

from ...noun import Noun

Sample = Mapping[str, str]
"""Files of a small report folder, by name; `report.md` may be its text alone."""


class Page(Noun, frozen=True):
    """One rule explained, with a report that passes and one that fails."""

    zh: str  # what the rule asks for, as a title
    en: str
    zh_why: str
    en_why: str
    right: Sample
    wrong: Sample
