"""Whatever is typed into a DOCX comes back: property tests over random edits."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .documents import TEXT, built, edited
from .reports import back, listed, write

ALPHABET = "甲乙工作法治，。；“”（）12.5% abX*_|#{}<>&\\[]!~`-"
RUN = re.compile(r'<w:t xml:space="preserve">([^<]*)</w:t>')
PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="gongwenText"/>.*?</w:p>')
SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck),
                    phases=(Phase.explicit, Phase.reuse, Phase.generate))  # fmt: skip

typing = st.tuples(
    st.just("type"), st.integers(0, 200), st.integers(0, 40), st.integers(0, 4), st.text(ALPHABET, max_size=6)
)
structure = st.tuples(
    st.sampled_from(["new", "gone", "swap"]),
    st.integers(0, 20),
    st.text("甲乙丙丁，。工作", min_size=4, max_size=30),
)


@dataclass(frozen=True)
class Place:
    """A folder with the report, and its DOCX."""

    folder: Path
    docx: Path
    root: Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Built once."""
    root = tmp_path_factory.mktemp("round")
    folder = write(root / "report")
    return Place(folder, built(folder, root / "out"), root)


def outside_figures(xml: str) -> Iterator[re.Match[str]]:
    """The runs of text that no bookmark stands around, in body and cells."""
    marked = [
        (m.start(), xml.index("<w:bookmarkEnd", m.start())) for m in re.finditer("<w:bookmarkStart", xml)
    ]
    for run in RUN.finditer(xml):
        if len(run[1]) > 3 and not any(start < run.start() < stop for start, stop in marked):
            yield run


def changed(xml: str, edit: tuple[object, ...]) -> str:
    """Make one edit."""
    match edit:
        case ("type", int(number), int(at), int(length), str(new)):
            runs = list(outside_figures(xml))
            run = runs[number % len(runs)]
            text = html.unescape(run[1])
            start = at % len(text)
            words = escape(text[:start] + new + text[start + length :])
            return f'{xml[: run.start()]}<w:t xml:space="preserve">{words}</w:t>{xml[run.end() :]}'
        case (str(kind), int(number), str(new)):
            found = list(PARAGRAPH.finditer(xml))
            one, other = found[number % len(found)], found[(number + 1) % len(found)]
            if kind == "gone":
                return xml[: one.start()] + xml[one.end() :]
            if kind == "new":
                words = (
                    f'<w:p><w:pPr><w:pStyle w:val="gongwenText"/></w:pPr><w:r><w:t>{new}</w:t></w:r></w:p>'
                )
                return xml[: one.end()] + words + xml[one.end() :]
            if one.start() > other.start():
                one, other = other, one
            between = xml[one.end() : other.start()]
            return xml[: one.start()] + other[0] + between + one[0] + xml[other.end() :]
    raise AssertionError(edit)


@SETTINGS
@given(edits=st.lists(typing, min_size=1, max_size=4))
def test_what_was_typed_comes_back_or_is_named(place: Place, edits: list[tuple[object, ...]]) -> None:
    """After writing, the document differs from the report only where a change was refused."""
    check(place, edits)


@SETTINGS
@given(edits=st.lists(st.one_of(typing, structure), min_size=1, max_size=4))
def test_paragraphs_come_and_go(place: Place, edits: list[tuple[object, ...]]) -> None:
    """New, gone, swapped, and typed into, all at once."""
    check(place, edits)


def check(place: Place, edits: list[tuple[object, ...]]) -> None:
    """Edit, write back, read again."""
    folder = place.root / "again"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place.folder, folder)

    def edit(xml: str) -> str:
        for each in edits:
            xml = changed(xml, each)
        return xml

    document = edited(place.docx, edit, place.root / "edited.docx")
    result = back(folder, document, apply=True)
    left = [
        line
        for line, change in zip(listed(result), result.changes, strict=True)
        if change.number not in result.chosen
    ]
    again = listed(back(folder, document))
    assert bool(again) == bool(left), (listed(result), left, again)


def test_a_figure_changed_in_any_place_goes_into_its_cell(place: Place, tmp_path: Path) -> None:
    """Each of the printed figures by itself, its neighbours with it."""
    from render.read import read_report

    runs = [run for run in RUN.finditer(_xml(place.docx)) if re.fullmatch(r"\d+(?:\.\d+)?(?:件|%)?", run[1])]
    assert len(runs) == 6
    for number, run in enumerate(runs):
        folder = tmp_path / str(number)
        shutil.copytree(place.folder, folder)
        old = re.search(r"[\d.]+", run[1])
        assert old is not None
        new = run[1].replace(old[0], "77")
        around = f"{new}等"
        document = edited(
            place.docx, lambda xml, run=run, around=around: xml[: run.start(1)] + around + xml[run.end(1) :],
            tmp_path / f"{number}.docx",
        )  # fmt: skip
        result = back(folder, document, apply=True)
        kinds = sorted(change.kind.value for change in result.changes)
        assert kinds == ["figure", "text"], listed(result)
        assert "77" in (folder / "figures.csv").read_text(encoding="utf-8")
        assert "77" not in (folder / "report.md").read_text(encoding="utf-8")
        assert {v.number for f in read_report(folder)[0].figures.figures.values() for v in f.values.values()}


def _xml(path: Path) -> str:
    import zipfile

    with zipfile.ZipFile(path) as package:
        return package.read(TEXT).decode()
