"""Scores: how much of what an invented report holds was found in its file."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from recognise.models import Model, figures_of
from recognise.styles import Style, chinese_date, headings_of, lines_of, render

from render.intake import differences
from render.recognise import Recognised, recognise

PATTERNS = ("{一}、", "（{一}）", "{1}.", "（{1}）")
SUFFIXES = {"txt": ".txt", "html": ".html", "docx": ".docx", "pdf": ".pdf"}


@dataclass
class Score:
    """Counts of one file."""

    headings: int = 0
    headings_right: int = 0
    headings_false: int = 0
    elements: int = 0  # title, issuers, date
    elements_right: int = 0
    paragraphs: int = 0
    paragraphs_wrong: int = 0
    figures: int = 0
    figures_found: int = 0
    figures_false: int = 0
    furniture: int = 0  # lines that are no part of the text
    furniture_dropped: int = 0  # and listed
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another file's counts."""
        for name in self.__dataclass_fields__:
            if name == "remarks":
                self.remarks += other.remarks
            else:
                setattr(self, name, getattr(self, name) + getattr(other, name))


def recognised(model: Model, style: Style) -> Recognised:
    """Recognise a model in a style."""
    return recognise(render(model, style), f"{model.year}{SUFFIXES[style.kind]}", patterns=PATTERNS)


def score(model: Model, style: Style) -> Score:
    """Recognise a model in a style and compare."""
    made = recognised(model, style)
    result = Score()
    where = f"[{style.name}] {model.title}"
    _score_headings(model, style, made, result, where)
    _score_elements(model, style, made, result, where)
    _score_text(model, style, made, result, where)
    _score_figures(model, made, result, where)
    return result


def _flat(text: str) -> str:
    return "".join(text.split())


def _score_headings(model: Model, style: Style, made: Recognised, result: Score, where: str) -> None:
    wanted = Counter((h.level, _flat(h.number), _flat(h.title)) for h in headings_of(model, style))
    found = Counter((e.level, _flat(e.number or ""), _flat(e.title)) for e in made.account.outline)
    result.headings += wanted.total()
    result.headings_right += (wanted & found).total()
    result.headings_false += (found - wanted).total()
    result.remarks += [f"{where}: heading missed {each}" for each in wanted - found]
    result.remarks += [f"{where}: heading false {each}" for each in found - wanted]


def _score_elements(model: Model, style: Style, made: Recognised, result: Score, where: str) -> None:
    metadata = made.account.metadata
    shown = style.is_signed or style.header is not None or style.setting == "table"
    wanted = {"title": model.title}
    if model.issuers and shown and style.setting != "issuers above":
        wanted["issuers"] = "、".join(model.issuers)
        wanted["date"] = model.date
    found = {
        "title": made.account.title,
        "issuers": "、".join(metadata.get("issuers", ())),
        "date": metadata.get("issued_on", ""),
    }
    for key, value in wanted.items():
        result.elements += 1
        right = _flat(found[key]) == _flat(value)
        result.elements_right += right
        if not right:
            result.remarks.append(f"{where}: {key} {found[key]!r}, not {value!r}")


def _score_text(model: Model, style: Style, made: Recognised, result: Score, where: str) -> None:
    wanted = [line.text for line in lines_of(model, style)]
    if not style.has_title:
        wanted.insert(0, model.title)
    wanted = [_even(line) for line in wanted]
    found = [_even(line) for line in made.lines]
    result.paragraphs += len(wanted)
    wrong = differences(wanted, found)
    result.paragraphs_wrong += len(wrong)
    result.remarks += [f"{where}: text {line[:60]!r}" for line in wrong]


def _even(text: str) -> str:
    """Write a paragraph so that only blanks and the width of marks make no difference."""
    return _flat(unicodedata.normalize("NFKC", text.replace("—", "-")))


def _score_figures(model: Model, made: Recognised, result: Score, where: str) -> None:
    wanted = Counter(figures_of(model))
    found = Counter(printed for figure in made.account.figures for printed in figure.printed)
    result.figures += wanted.total()
    result.figures_found += (wanted & found).total()
    result.figures_false += (found - wanted).total()
    result.remarks += [f"{where}: figure missed {each}" for each in wanted - found]
    result.remarks += [f"{where}: figure false {each}" for each in found - wanted]


__all__ = ["Score", "chinese_date", "recognised", "score"]
