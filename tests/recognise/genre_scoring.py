"""Scores of genres: what was found in a file against what is marked in its genre."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation

from recognise.carriers import Carrier
from recognise.genre import Genre
from recognise.scoring import PATTERNS, Score

from render.han import from_han
from render.intake import differences
from render.recognise import Recognised, recognise

_SCALES = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2}


def score_genre(genre: Genre, carrier: Carrier) -> Score:
    """Recognise a genre in a carrier and compare."""
    carried = carrier.carry(genre)
    made = recognise(carried.data, f"{genre.head['year']}{carrier.suffix}", patterns=PATTERNS)
    result = Score()
    where = f"[{carrier.name}] {genre.name}"
    _headings(genre, made, result, where)
    _elements(genre, made, result, where)
    _text(genre, carrier, made, result, where)
    _figures(genre, made, result, where)
    _furniture(carried.furniture, made, result, where)
    return result


def even(text: str) -> str:
    """Write a line so that only blanks, the width of marks and the kind of dash make no difference."""
    text = unicodedata.normalize("NFKC", text.replace("—", "-").replace("−", "-").replace("–", "-"))
    return "".join(text.split())


def _headings(genre: Genre, made: Recognised, result: Score, where: str) -> None:
    wanted = Counter((level, even(number), even(title)) for level, number, title in genre.headings)
    found = Counter((e.level, even(e.number or ""), even(e.title)) for e in made.account.outline)
    result.headings += wanted.total()
    result.headings_right += (wanted & found).total()
    result.headings_false += (found - wanted).total()
    result.remarks += [f"{where}: heading missed {each}" for each in wanted - found]
    result.remarks += [f"{where}: heading false {each}" for each in found - wanted]


def _elements(genre: Genre, made: Recognised, result: Score, where: str) -> None:
    metadata = made.account.metadata
    wanted = {"title": re.sub(r"\[\d+\]$", "", genre.title)}
    found = {
        "title": made.account.title,
        "issuers": "、".join(metadata.get("issuers", ())),
        "date": metadata.get("issued_on", ""),
        "number": metadata.get("number", ""),
    }
    kinds = {row.kind for row in genre.rows}
    if genre.head.get("issuers") and "I" in kinds:
        wanted["issuers"] = genre.head["issuers"]
    if genre.head.get("date"):
        wanted["date"] = genre.head["date"]
    if genre.head.get("number"):
        wanted["number"] = genre.head["number"]
    for key, value in wanted.items():
        result.elements += 1
        right = even(str(found[key])) == even(value)
        result.elements_right += right
        if not right:
            result.remarks.append(f"{where}: {key} {found[key]!r}, not {value!r}")


def _text(genre: Genre, carrier: Carrier, made: Recognised, result: Score, where: str) -> None:
    wanted: list[str] = [re.sub(r"\[\d+\]$", "", genre.title)]
    for row in genre.rows:
        if row.kind == "t":
            cells = [
                cell
                for at, cell in enumerate(row.cells)
                if not at or cell != row.cells[at - 1] or len(cell) < 5
            ]
            cells = [cell for cell in cells if cell]
            wanted += cells if carrier.suffix not in (".txt", ".pdf") else list(filter(None, row.cells))
        elif row.kind not in ("T", "~", "X"):
            wanted.append(row.text)
    before = [even(line) for line in wanted]
    after = [even(line) for line in made.lines if line]
    result.paragraphs += len(before)
    wrong = differences(before, after)
    result.paragraphs_wrong += len(wrong)
    result.remarks += [f"{where}: text {line[:60]!r}" for line in wrong]


def _figures(genre: Genre, made: Recognised, result: Score, where: str) -> None:
    wanted = Counter(map(_bare, genre.figures))
    found: Counter[str] = Counter()
    for figure in made.account.figures:
        for printed in figure.printed:
            found[_bare(printed)] += 1
            said = value_of(printed)
            scale = next(
                (p for s, p in _SCALES.items() if figure.unit.startswith(s) and figure.unit != s[-1:] * 2), 0
            )
            held = {abs(value.scaleb(scale)) for value in figure.values.values()}
            if said is not None and abs(said) not in held:
                result.remarks.append(f"{where}: value of {printed}: {held}, not {said}")
    result.figures += wanted.total()
    result.figures_found += (wanted & found).total()
    result.figures_false += (found - wanted).total()
    result.remarks += [f"{where}: figure missed {each}" for each in wanted - found]
    result.remarks += [f"{where}: figure false {each}" for each in found - wanted]


def _bare(printed: str) -> str:
    """Take off the words of approximation, which some count as part of a figure."""
    return re.sub("^(?:约|近|逾|超)|(?:左右|以[上下内外])$", "", even(printed))


def value_of(printed: str) -> Decimal | None:
    """Read what a figure prints, on its own: 5千余家 is 5000, 百分之七点六 7.6."""
    digits = re.search(r"[\d,]+(?:\.\d+)?", printed)
    if digits:
        number = Decimal(digits[0].replace(",", ""))
        rest = printed[digits.end() :].lstrip("余多")
        return number.scaleb(next((p for s, p in _SCALES.items() if rest.startswith(s)), 0))
    if found := re.search("百分之([一二三四五六七八九十百零]+)(?:点([一二三四五六七八九零]+))?", printed):
        part = "".join(str("零一二三四五六七八九".index(c)) for c in found[2] or "")
        try:
            return Decimal(f"{from_han(found[1])}.{part or 0}")
        except (ValueError, InvalidOperation):
            return None
    return None


def _furniture(furniture: tuple[str, ...], made: Recognised, result: Score, where: str) -> None:
    dropped = even("".join(each.text for each in made.account.dropped))
    kept = even("".join(made.lines))
    for line in furniture:
        result.furniture += 1
        right = even(line) in dropped
        result.furniture_dropped += right
        if not right:
            result.remarks.append(
                f"{where}: not {'dropped' if even(line) in kept else 'listed'} {line[:40]!r}"
            )
