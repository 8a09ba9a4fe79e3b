"""Tracked changes as LibreOffice settles them: accepting all, and rejecting all."""

from __future__ import annotations

from pathlib import Path

import pytest
from office.settling import settle
from revisions import laid_out, pair_of, texts

from render import resources
from render.pipeline import LaidOut
from render.readback.reading import read_document
from render.write.docx import write_docx
from render.write.docx.revision import write_revision

pytestmark = [pytest.mark.office, pytest.mark.usefixtures("soffice")]

SAMPLES = resources.folder("samples")


def check(pairs: list[tuple[LaidOut, LaidOut]], folder: Path) -> None:
    """Settle the revisions of pairs, and compare them with the documents of both."""
    documents: list[Path] = []
    wanted: list[list[list[str]]] = []
    for number, (one, other) in enumerate(pairs):
        document = folder / f"{number}.docx"
        made = write_revision(
            other.settled, other.target, other.properties, one.settled, author="某局", name=""
        )
        document.write_bytes(made.data)
        documents.append(document)
        both = []
        for each in (other, one):
            plain = folder / "plain.docx"
            plain.write_bytes(write_docx(each.settled, each.target, each.properties))
            both.append(texts(read_document(plain).items))
        wanted.append(both)
    for number, files in enumerate(settle(documents, folder)):
        assert [texts(read_document(file).items) for file in files] == wanted[number], number


def test_the_samples(tmp_path: Path) -> None:
    """A year against the year before, and forms that have little in common."""
    names = ("gongwen", "gongwen-joint", "gongwen-upward", "letter", "minutes", "order", "starter")
    reports = {name: laid_out(SAMPLES / name) for name in names}
    year = laid_out(SAMPLES / "hongshan-2020", year=2021)
    before = laid_out(SAMPLES / "hongshan-2020")
    rest = [*reports.values(), before]
    pairs = [(before, year), (year, before), *zip(rest, [*rest[1:], rest[0]], strict=True)]
    check([*pairs, (reports["gongwen"], reports["gongwen-upward"])], tmp_path)


def test_invented_pairs(tmp_path: Path) -> None:
    """Paragraphs changed, moved, dropped and added; tables with rows changed; headings renumbered."""
    pairs = [pair_of(tmp_path / str(seed), seed) for seed in range(24)]
    check([(laid_out(one), laid_out(other)) for one, other in pairs], tmp_path)
