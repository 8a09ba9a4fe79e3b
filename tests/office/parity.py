"""Parity: whether two PDFs end their lines and pages at the same characters.

Lines are rebuilt from the baselines of characters, white space is dropped and compatibility forms are
folded, so gaps and justification do not count. Spans of characters are compared, not line numbers: one
early difference must not spoil all that follows. Characters found in one file only are listed.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from render.fonts import OFFICIAL, vendored_faces

LETTERING = 11.0
"""Points; what is smaller stands in charts, which a word processor draws with words of its own."""

FOLIO = re.compile(r"—\d+—")


@dataclass(frozen=True)
class Parity:
    """How far two files agree."""

    lines: int
    lines_same: int
    pages: int
    pages_same: int
    lost: tuple[str, ...]  # what only one of the two has
    differing: tuple[str, ...]  # lines of the first that the second has not

    @property
    def line_percent(self) -> float:
        """Lines that cover the same characters."""
        return 100 * self.lines_same / max(self.lines, 1)


def convert(documents: list[Path], folder: Path, *, to: str = "pdf") -> list[Path]:
    """Turn DOCX files into PDF, or another format, with LibreOffice, which sees the vendored faces alone.

    The official families named in the files are mapped to them; the profile is fresh.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rules = [
        f"<dir>{next(iter(vendored_faces().values())).path.parent}</dir>",
        f"<cachedir>{folder}/cache</cachedir>",
    ]
    for role, face in vendored_faces().items():
        for family in OFFICIAL[role]:
            test = f'<test qual="any" name="family"><string>{family}</string></test>'
            rules.append(
                f'<match target="pattern">{test}<edit name="family" mode="assign" binding="strong">'
                f"<string>{face.family}</string></edit></match>"
            )
    config = folder / "fonts.conf"
    config.write_text(f"<?xml version='1.0'?><fontconfig>{''.join(rules)}</fontconfig>", encoding="utf-8")
    soffice = shutil.which("soffice")
    assert soffice is not None
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
         "--outdir", str(folder), *map(str, documents)],
        env={**os.environ, "FONTCONFIG_FILE": str(config)}, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return [folder / f"{document.stem}.{to}" for document in documents]


def lines_of(pdf: Path) -> list[list[str]]:
    """Rebuild the lines of every page as one reads it, without page numbers and the words of charts."""
    pages: list[list[str]] = []
    with pymupdf.open(pdf) as document:
        for page in document:
            rows: list[tuple[float, list[tuple[float, int, str]]]] = []
            order = 0
            turn = page.rotation_matrix
            for block in page.get_text("rawdict", flags=0)["blocks"]:
                for line in block.get("lines", []):
                    across, down = line["dir"]
                    if abs(across * turn.a + down * turn.c) < 0.5:
                        continue  # not level as the page is read
                    for span in line["spans"]:
                        if span["size"] < LETTERING:
                            continue
                        places = [pymupdf.Point(char["origin"]) * turn for char in span["chars"]]
                        for char, place in zip(span["chars"], places, strict=True):
                            order += 1
                            _put(rows, place.y, (places[0].x, order, char["c"]), span["size"])
            texts = [
                _fold("".join(c for _, _, c in sorted(chars)))
                for _, chars in sorted(rows, key=lambda r: r[0])
            ]
            pages.append([text for text in texts if text and not FOLIO.fullmatch(text)])
    return pages


def _put(
    rows: list[tuple[float, list[tuple[float, int, str]]]],
    y: float,
    char: tuple[float, int, str],
    size: float,
) -> None:
    for base, chars in rows:
        if abs(base - y) <= 0.35 * size:
            chars.append(char)
            return
    rows.append((y, [char]))


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def compare(ours: Path, theirs: Path) -> Parity:
    """Compare two PDFs of one text."""
    a, b = lines_of(ours), lines_of(theirs)
    text_a, spans_a, ends_a = _spans(a)
    text_b, spans_b, ends_b = _spans(b)
    where = _partners(text_a, text_b)
    moved = [(where.get(start), where.get(stop)) for start, stop in spans_a]
    known = set(spans_b)
    lost = [
        f"{text_a[max(0, i - 6) : i]}[{text_a[i:j]}|{text_b[k:n]}]"
        for kind, i, j, k, n in difflib.SequenceMatcher(None, text_a, text_b, autojunk=False).get_opcodes()
        if kind != "equal"
    ] if text_a != text_b else []  # fmt: skip
    return Parity(
        lines=max(len(spans_a), len(spans_b)),
        lines_same=sum(span in known for span in moved),
        pages=max(len(a), len(b)),
        # A blank page ends where the page before it does, and counts all the same.
        pages_same=(Counter(where.get(end) for end in ends_a) & Counter(ends_b)).total(),
        lost=tuple(lost),
        differing=tuple(text_a[s:e] for (s, e), m in zip(spans_a, moved, strict=True) if m not in known),
    )


def _spans(pages: list[list[str]]) -> tuple[str, list[tuple[int, int]], list[int]]:
    text, spans, ends, offset = [], [], [], 0
    for page in pages:
        for line in page:
            spans.append((offset, offset + len(line)))
            offset += len(line)
            text.append(line)
        ends.append(offset)
    return "".join(text), spans, ends


def _partners(a: str, b: str) -> dict[int, int]:
    if a == b:
        return {n: n for n in range(len(a) + 1)}
    partners: dict[int, int] = {}
    for i, j, size in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for k in range(size + 1):
            partners.setdefault(i + k, j + k)
    return partners
