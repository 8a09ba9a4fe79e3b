"""The sample built: what both files say, how a ruler sees them, and that they come out again."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import docx
import pymupdf
import pytest

import render
from render import resources
from render.blocks import Table
from render.outputs import Output
from render.pages import ARTIFACT, TextRun
from render.pipeline import Result
from render.units import PT_PER_MM

REPORT = resources.folder("samples") / "hongshan-2020"
WEB_PAGE = Path(__file__).with_name("hongshan-2020.txt").read_text(encoding="utf-8")
MARK = "示例数据，非真实统计数据"
FOLDED = str.maketrans("〈〉—", "<>-")


@cache
def built() -> Result:
    """Build the sample once, with the vendored faces."""
    result = render.build(REPORT, faces="vendored")
    assert result.diagnostics == ()
    return result


def output(name: str) -> Output:
    """One of the two files."""
    return next(o for o in built().outputs if o.format == name)


def fold(text: str) -> str:
    """Fold compatibility forms and the marks that print changes; drop white space."""
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(FOLDED)


def pdf_pages() -> list[str]:
    """The text of every page without its number."""
    with pymupdf.open(stream=output("pdf").data) as document:
        pages = [page.get_text() for page in document]
    return [text.replace(f"— {number} —", "") for number, text in enumerate(pages, 1)]


def test_names() -> None:
    """标题 and extension."""
    assert {o.name for o in built().outputs} == {
        "洪山区2020年度法治政府建设工作报告.docx",
        "洪山区2020年度法治政府建设工作报告.pdf",
    }


def test_the_docx_says_what_the_web_page_says() -> None:
    """From 2020年 to the date, character by character."""
    paragraphs = docx.Document(io.BytesIO(output("docx").data)).paragraphs
    text = fold("".join(p.text for p in paragraphs))
    assert text[text.index("2020年,我区") :] == fold(WEB_PAGE)


def test_the_pdf_says_what_the_web_page_says() -> None:
    """The same, out of the pages."""
    text = fold("".join(pdf_pages()))
    assert text[text.index("2020年,我区") :] == fold(WEB_PAGE)


def test_both_files_say_the_same() -> None:
    """Without any folding but of white space."""
    paragraphs = docx.Document(io.BytesIO(output("docx").data)).paragraphs
    in_docx = "".join("".join(p.text for p in paragraphs).split())
    assert in_docx == "".join("".join(pdf_pages()).split())


def test_every_face_is_embedded() -> None:
    """Five subsets, and nothing that a reader would have to find."""
    with pymupdf.open(stream=output("pdf").data) as document:
        faces = {(font[1], font[3]) for page in document for font in page.get_fonts(full=True)}
    assert {name.partition("+")[2] for _, name in faces} == {
        "GongwenTitle", "GongwenFangsong", "GongwenHei", "GongwenKai", "GongwenSong",
    }  # fmt: skip
    assert {kind for kind, _ in faces} == {"ttf"}


def test_pages_hold_at_most_22_lines_of_28_cells() -> None:
    """GB/T 9704-2012, 5.2.3; a character of half a cell counts half."""
    laid_out = built().laid_out
    assert laid_out is not None
    for page in laid_out.pages.pages:
        lines: dict[float, float] = {}
        for run in page.items:
            if isinstance(run, TextRun) and run.element != ARTIFACT:
                cells = sum(0.5 if ord(char) < 128 else 1 for char in run.text)
                lines[run.baseline] = lines.get(run.baseline, 0) + cells
        assert len(lines) <= 22
        assert max(lines.values()) <= 28


def test_ink_stays_inside_the_type_area() -> None:
    """28 to 184 mm across, 37 ± 1 to 262 ± 1 mm down, on a full page."""
    with pymupdf.open(stream=output("pdf").data) as document:
        page = document[1]
        clip = pymupdf.Rect(0, 0, page.rect.width, 265 * PT_PER_MM)  # the page number left out
        pixels = page.get_pixmap(dpi=200, clip=clip, colorspace=pymupdf.csGRAY)
    dark = [n for n, value in enumerate(pixels.samples) if value < 128]
    across = [(n % pixels.width) * 25.4 / 200 for n in dark]
    down = [(n // pixels.width) * 25.4 / 200 for n in dark]
    assert 27.5 <= min(across) <= 28.5
    assert 183 <= max(across) <= 184.5
    assert 36 <= min(down) <= 38
    assert 261 <= max(down) <= 263


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_another_build_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    """In another process, folder and locale, and with another order of hashes."""
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    subprocess.run(
        [sys.executable, "-m", "render", "build", str(REPORT), "--faces", "vendored", "-o", str(tmp_path)],
        check=True, capture_output=True, env=environment, cwd=tmp_path,
    )  # fmt: skip
    assert (tmp_path / output(name).name).read_bytes() == output(name).data


def pages_of(**more: object) -> list[str]:
    """Build another PDF of the sample; the text of its pages, without white space."""
    result = render.build(REPORT, faces="vendored", to=["pdf"], **more)  # type: ignore[arg-type]
    assert result.ok
    assert [d for d in result.diagnostics if d.code.startswith(("compare.", "figures."))] == []
    (made,) = result.outputs
    with pymupdf.open(stream=made.data) as document:
        return ["".join(page.get_text().split()) for page in document]


def test_the_report_of_2020_has_the_seeds_text_alone() -> None:
    """No comparison, and no word of made-up data."""
    text = "".join(pdf_pages())
    assert MARK not in text
    assert "对比表" not in text


def test_every_page_of_made_up_values_says_so() -> None:
    """The head of the comparison comes again on each of its pages, and says it."""
    pages = pages_of(compare=(2019,))
    with_values = [page for page in pages if "指标名称" in page]
    assert len(with_values) >= 3
    assert all(f"2019年（{MARK}）" in page for page in with_values)
    assert MARK not in "".join(pages[:12])


def test_2021_builds_and_compares_out_of_the_box() -> None:
    """With a date, a title and a note of its own that say what it is."""
    pages = pages_of(year=2021, compare=(2020,))
    text = "".join(pages)
    assert MARK in pages[0]
    assert f"2022年2月16日（{MARK}）" in text
    assert f"2021年（{MARK}）" in text


@pytest.mark.parametrize(
    "row",
    [
        "企业开办费用元3000−300−100.0",
        "新布设政务自助终端台数台044—",
        "参评重点执法单位家数家181800.0",
        "行政处罚案件录入件数件125531255850.0",
        "马上办比率%71.4275.534.11个百分点—",
        "行政调解比%—16.00——2020年新增指标",
        "信用信息归集条数条10540①11670113010.7",
        "行政许可信息梳理条数条79308559——统计口径调整",
        "人民调解成功调处纠纷件数件428686134327101.0",
        "线上解答咨询企业家数家3000余5000余——约数",
    ],
)
def test_the_sample_has_every_case(row: str) -> None:
    """To zero, from zero, unchanged, nearly, a rate, new, comparable, redefined, revised, approximate."""
    assert row in "".join(compared())


@cache
def compared() -> tuple[str, ...]:
    """The pages of the comparison with 2019, cell by cell as the PDF reads."""
    result = render.build(REPORT, faces="vendored", to=["pdf"], compare=(2019,))
    assert result.laid_out is not None
    tables = [b for b in result.laid_out.settled.blocks if isinstance(b, Table)]
    return tuple("".join(cell.text for cell in row[1:]) for table in tables for row in table.rows)
