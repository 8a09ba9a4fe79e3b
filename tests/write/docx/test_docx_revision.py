"""Documents with tracked changes: what is left when all are accepted, and when all are rejected."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from folders import write_everything
from hypothesis import given, settings
from hypothesis import strategies as st
from revisions import laid_out, pair_of, settled, styled, texts
from revisions import written as folder_of

from render import resources
from render.pipeline import LaidOut
from render.readback.reading import read_document
from render.write.docx import digest_state, write_docx
from render.write.docx.revision import Kind, OtherLine, OtherTable, Revised, write_revision

SAMPLES = sorted(path.parent for path in resources.folder("samples").glob("*/report.md"))
CELL = st.lists(st.text("表格3", max_size=3), min_size=1, max_size=2).map(tuple)
CHANGE = r'<w:(?:ins|del|move(?:From|To)(?:RangeStart)?|pPrChange) w:id="(\d+)" ([^>]*?)/?>'


def plain(report: LaidOut, path: Path) -> Path:
    """Write a report's own DOCX."""
    path.write_bytes(write_docx(report.settled, report.target, report.properties))
    return path


def revised(report: LaidOut, other: LaidOut | Sequence[OtherLine | OtherTable], path: Path) -> Revised:
    """Write a report's DOCX with its changes against another."""
    against = other.settled if isinstance(other, LaidOut) else other
    made = write_revision(
        report.settled, report.target, report.properties, against, author="某局", name="另一稿"
    )
    path.write_bytes(made.data)
    return made


def xml_of(path: Path) -> str:
    """Read the text's XML."""
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def body(tmp_path: Path, before: str, after: str) -> tuple[str, Revised]:
    """Write the revision of two short texts."""
    one, other = (laid_out(folder_of(tmp_path / name, text)) for name, text in (("a", before), ("b", after)))
    made = revised(other, one, tmp_path / "r.docx")
    accept, reject = settled(tmp_path / "r.docx")
    assert texts(accept) == texts(read_document(plain(other, tmp_path / "o.docx")).items)
    assert texts(reject) == texts(read_document(plain(one, tmp_path / "o.docx")).items)
    return xml_of(tmp_path / "r.docx"), made


@settings(max_examples=60)
@given(st.integers(0, 1_000_000))
def test_either_way_of_settling_gives_one_of_the_two(seed: int) -> None:
    """Accepting all gives this report in its own styles, rejecting all the other, to the character."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, other = (laid_out(report) for report in pair_of(folder, seed))
        revised(other, one, folder / "r.docx")
        accept, reject = settled(folder / "r.docx")
        assert styled(accept) == styled(read_document(plain(other, folder / "o.docx")).items)
        assert texts(reject) == texts(read_document(plain(one, folder / "o.docx")).items)


@settings(max_examples=40)
@given(st.lists(st.one_of(
    st.builds(OtherLine, st.text("的一是12。，\n\t", max_size=12), st.integers(0, 4)),
    st.builds(OtherTable, st.lists(
        st.lists(CELL, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3,
    ).map(tuple)),
), max_size=8))  # fmt: skip
def test_any_text_can_be_what_was_before(other: list[OtherLine | OtherTable]) -> None:
    """Also one with nothing in common, with tables of ragged rows, and with no words at all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = laid_out(folder_of(folder / "a", "# 一是\n\n的一是12。\n\n|表|格|\n|---|---|\n|3|表|\n"))
        revised(report, other, folder / "r.docx")
        accept, reject = settled(folder / "r.docx")
        assert styled(accept) == styled(read_document(plain(report, folder / "o.docx")).items)
        wanted: list[str] = []
        for each in other:
            if isinstance(each, OtherLine):
                wanted.append(each.text)
            else:
                wanted += (line for row in each.rows for cell in row for line in cell)
        assert texts(reject) == [text for text in wanted if text.strip()]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_against_every_other(sample: Path, tmp_path: Path) -> None:
    """Forms with mastheads, seals, colophons, letterheads, tables: whole forms give way to others."""
    report = laid_out(sample)
    own = styled(read_document(plain(report, tmp_path / "o.docx")).items)
    for other_sample in SAMPLES:
        other = laid_out(other_sample)
        made = revised(report, other, tmp_path / "r.docx")
        accept, reject = settled(tmp_path / "r.docx")
        assert styled(accept) == own
        assert texts(reject) == texts(read_document(plain(other, tmp_path / "o.docx")).items)
        if other_sample == sample:
            assert {passage.kind for passage in made.passages} == {Kind.KEPT}
            assert not re.search("<w:(ins|del|moveTo|moveFrom)[ >]", xml_of(tmp_path / "r.docx"))


def test_a_number_is_struck_out_as_a_whole(tmp_path: Path) -> None:
    """And its unit stays."""
    xml, _ = body(tmp_path, "满意度达99.65%。", "满意度达99.71%。")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml)[-1] == "99.65%"
    assert re.findall(r"<w:ins [^>]*><w:r><w:t[^>]*>([^<]*)<", xml)[-1] == "99.71%"


def test_a_new_paragraph_is_new_with_its_mark(tmp_path: Path) -> None:
    """So that rejecting it leaves no empty line."""
    xml, made = body(tmp_path, "第一段。\n\n第三段。", "第一段。\n\n新的一段。\n\n第三段。")
    (mark,) = re.findall(r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>(?:(?!</w:p>).)*", xml)
    assert "新的一段。" in mark
    assert [p.after for p in made.passages if p.kind is Kind.NEW] == ["新的一段。"]


def test_a_paragraph_that_moved_and_changed(tmp_path: Path) -> None:
    """What both places have in common has moved; what only one has is deleted there or inserted here."""
    paragraphs = ["区委组织召开会议，听取汇报。", "推行延时服务，全年办件30件。", "严格规范公正文明执法。"]
    later = [paragraphs[1].replace("30", "45"), paragraphs[0], paragraphs[2]]
    xml, made = body(tmp_path, "\n\n".join(paragraphs), "\n\n".join(later))
    away = re.search(r'<w:p>(?:(?!</w:p>).)*<w:moveFromRangeStart [^>]*w:name="(\w+)"/>.*?</w:p>', xml)
    here = re.search(r'<w:p>(?:(?!</w:p>).)*<w:moveToRangeStart [^>]*w:name="(\w+)"/>.*?</w:p>', xml)
    assert away is not None
    assert here is not None
    assert away[1] == here[1]
    assert ">30</w:delText>" in away[0]
    assert ">45</w:t></w:r></w:ins>" in here[0]
    assert [p.kind for p in made.passages].count(Kind.MOVED) == 1


def test_headings_count_right_either_way(tmp_path: Path) -> None:
    """A section dropped: the number of the next one changes with it."""
    xml, _ = body(tmp_path, "# 甲事\n\n# 乙事\n\n# 丙事", "# 甲事\n\n# 丙事")
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["二、", "乙事", "三"]


def test_rows_and_cells_of_a_table(tmp_path: Path) -> None:
    """A row gone, one new, a number changed; another number of columns makes it another table."""
    table = "|指标|件数|\n|---|---|\n|合同审核|20|\n|行政复议|58|\n|行政调解|13|"
    later = "|指标|件数|\n|---|---|\n|合同审核|28|\n|行政调解|13|\n|法律援助|7|"
    xml, made = body(tmp_path, table, later)
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml)
    assert ["<w:del " in re.search("<w:trPr>.*?</w:trPr>", row)[0] for row in rows].count(True) == 1  # type: ignore[index]
    assert ["<w:ins " in re.search("<w:trPr>.*?</w:trPr>", row)[0] for row in rows].count(True) == 1  # type: ignore[index]
    assert [(p.before, p.after, p.name) for p in made.passages if p.is_row] == [
        ("20", "28", "合同审核"), ("行政复议\t58", "", ""), ("", "法律援助\t7", ""),
    ]  # fmt: skip
    wide = "|指标|件数|备注|\n|---|---|---|\n|合同审核|20|无|"
    xml, made = body(tmp_path, table, wide)
    assert xml.count("<w:tbl>") == 2
    assert [p.kind for p in made.passages if p.is_table] == [Kind.GONE, Kind.NEW]


def test_figures_keep_their_bookmarks(tmp_path: Path) -> None:
    """The old number stands inside with the new one, and both ends are there once."""
    figures = "指标,单位,2019,2020\n合同审核件数,件,20,28\n"
    report = folder_of(tmp_path / "a", "审核{{ 合同审核件数|带单位 }}。")
    (report / "figures.csv").write_text(figures, encoding="utf-8")
    one, other = laid_out(report), laid_out(report, year=2019, settings={"成文日期": "2020-02-01"})
    made = revised(one, other, tmp_path / "r.docx")
    xml = xml_of(tmp_path / "r.docx")
    inside = re.search(r'<w:bookmarkStart [^>]*w:name="_gw_.*?<w:bookmarkEnd', xml)
    assert inside is not None
    assert re.findall(r">([^<]+)</w:(?:t|delText)>", inside[0]) == ["20", "28", "件"]
    (passage,) = (p for p in made.passages if p.figures)
    assert [(f.key, passage.after[f.start : f.stop]) for f in passage.figures] == [("合同审核件数", "28件")]


def test_ids_author_and_date(tmp_path: Path) -> None:
    """Every change has an id of its own; all have the author and the date of the job."""
    everything = laid_out(write_everything(tmp_path / "e"))
    other = laid_out(folder_of(tmp_path / "b", "# 工作开展情况\n\n别的话。"))
    dated = replace(everything, properties=replace(
        everything.properties, created=datetime(2021, 2, 18, 8, tzinfo=UTC)))  # fmt: skip
    for path in ("r.docx", "s.docx"):
        revised(dated, other, tmp_path / path)
    assert (tmp_path / "r.docx").read_bytes() == (tmp_path / "s.docx").read_bytes()
    xml = xml_of(tmp_path / "r.docx")
    changes = re.findall(CHANGE, xml)
    bookmarks = re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)
    numbers = [number for number, _ in changes] + bookmarks
    assert len(set(numbers)) == len(numbers) > 50
    assert {re.sub(' w:name="[^"]*"', "", rest) for _, rest in changes} == {
        'w:author="某局" w:date="2021-02-18T08:00:00Z"'
    }


def test_pictures_and_charts_of_both(tmp_path: Path) -> None:
    """What is gone is shown struck out, from the other's own file; parts that nothing uses are not there."""
    with_pictures = laid_out(write_everything(tmp_path / "e"))
    without = laid_out(folder_of(tmp_path / "b", "# 工作开展情况\n\n别的话。"))
    revised(without, with_pictures, tmp_path / "r.docx")
    xml = xml_of(tmp_path / "r.docx")
    assert len(re.findall(r"<w:del [^>]*><w:r>(?:(?!</w:del>).)*<w:drawing>", xml)) == 4
    revised(with_pictures, with_pictures, tmp_path / "r.docx")
    revised(with_pictures, without, tmp_path / "s.docx")
    plain(with_pictures, tmp_path / "o.docx")
    names = []
    for path in ("r.docx", "s.docx", "o.docx"):
        with zipfile.ZipFile(tmp_path / path) as package:
            names.append(sorted(package.namelist()))
    assert names[0] == names[1] == names[2]


def test_it_is_our_own_file(tmp_path: Path) -> None:
    """So that the next revision may take its place; and readers' changes are tracked as well."""
    one, other = (laid_out(folder_of(tmp_path / n, t)) for n, t in (("a", "甲。"), ("b", "乙。")))
    made = revised(one, other, tmp_path / "r.docx")
    assert digest_state(made.data) == "ours"
    with zipfile.ZipFile(tmp_path / "r.docx") as package:
        assert "<w:trackRevisions/>" in package.read("word/settings.xml").decode()
        assert "另一稿" in package.read("docProps/custom.xml").decode()
