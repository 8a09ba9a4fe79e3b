"""The DOCX as LibreOffice lays it out, beside our PDF (layout target `portable`)."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from folders import write_everything, write_report
from office.parity import Parity, compare, convert

import render
from render import resources
from render.target import TARGETS

SAMPLES = sorted(path.parent.name for path in resources.folder("samples").glob("*/report.md"))

pytestmark = pytest.mark.usefixtures("soffice")

HAN = (
    "的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和"
    "要她出也得里后自以会家可下而过天去能对小多然于心学"
)
PIECES = {
    "digits": [
        "2020年",
        "99.95%",
        "12558件",
        "3.0",
        "1700户",
        "0.3‰",
        "45个工作日",
        "100%",
        "73.5万余元",
        "7月1日",
    ],
    "quotes": [
        "“四个意识”",
        "《办法》",
        "《〈方案（2016）〉细则》",
        "“‘两个’维护”",
        "（含结转）",
        "〔2021〕6号",
        "《甲》《乙》",
    ],
    "dashes": ["——", "……", "——即", "2016—2020年", "“——”", "……。", "（——）", "甲——乙", "100%——", "—", "…"],
    "english": [
        "Government",
        "PDF/A",
        "Wi-Fi",
        "COVID-19",
        "(rule of law)",
        "GB/T 9704-2012",
        "the first time",
    ],
    "addresses": ["https://www.hongshan.gov.cn/zwgk/2021/0218.html", "zfjs@hongshan.gov.cn", "www.gov.cn"],
    "marks": ["，", "。", "、", "；", "：", "！", "？", "”，", "）。", "》、", "“", "（", "《"],
}


def measure(reports: list[Path], folder: Path) -> list[Parity]:
    """Build reports, convert their DOCX, compare with their PDF."""
    ours: list[Path] = []
    documents: list[Path] = []
    for number, report in enumerate(reports):
        result = render.build(report, faces="vendored")
        assert result.ok, [d.code for d in result.diagnostics]
        for output in result.outputs:
            path = folder / f"{number}.{output.format}"
            path.write_bytes(output.data)
            (documents if output.format == "docx" else ours).append(path)
    return [compare(a, b) for a, b in zip(ours, convert(documents, folder / "office"), strict=True)]


def stress(pieces: list[str], seed: int, paragraphs: int = 60) -> str:
    """Paragraphs of Han text with pieces of one kind strewn in."""
    chance = random.Random(seed)
    texts = []
    for _ in range(paragraphs):
        parts: list[str] = [chance.choice(HAN)]
        while sum(map(len, parts)) < 120:
            parts.append("".join(chance.choice(HAN) for _ in range(chance.randint(1, 9))))
            parts.append(chance.choice(pieces))
        texts.append("".join(parts) + "。")
    return "\n\n".join(texts)


def sweep() -> str:
    """Every mark at every cell around the end of a first line."""
    return "\n\n".join(
        HAN[:count] + mark + HAN[:30] + "。"
        for mark in "，。、；：！？”’）》〉】“‘（《〈【·"
        for count in range(22, 28)
    )


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "hongshan-2020"])
def test_every_sample_agrees(name: str, tmp_path: Path) -> None:
    """In every line and page, and no character is lost."""
    (parity,) = measure([resources.folder("samples") / name], tmp_path)
    assert parity.lost == ()
    assert parity.differing == ()
    assert parity.pages_same == parity.pages


def test_the_sample_agrees_in_every_line_and_page(tmp_path: Path) -> None:
    """Twelve pages of a real report, and no character lost."""
    (parity,) = measure([resources.folder("samples") / "hongshan-2020"], tmp_path)
    assert parity.lost == ()
    assert parity.differing == ()
    assert parity.pages_same == parity.pages == 12


def test_stress_texts_agree(tmp_path: Path) -> None:
    """Digits, quotes, marks and a sweep over the line's end: at least 99.5 % of lines."""
    kinds = ("digits", "quotes", "marks")
    texts = {**{kind: stress(PIECES[kind], 7) for kind in kinds}, "sweep": sweep()}
    reports = [write_report(tmp_path / kind, text) for kind, text in texts.items()]
    for kind, parity in zip(texts, measure(reports, tmp_path), strict=True):
        assert parity.lost == (), kind
        assert parity.line_percent >= 99.5, (kind, parity.differing[:5])
        assert parity.pages_same == parity.pages, kind


def test_a_latin_face_of_its_own_agrees(tmp_path: Path) -> None:
    """Digits, quotes, marks, English and signs, which are runs of their own: at least 99.5 % of lines."""
    layout = 'inherits = "report"\n[faces]\n"西文" = "Times New Roman"\n'
    kinds = ("digits", "quotes", "marks", "english")
    signs = ["5‰”", "±3.5", "“2020”", "（A）", "25℃", "a·b", "3×4", "甲 乙", "é", "No. 5", "Ⅲ类"]
    texts = [*(stress(PIECES[kind], 7) for kind in kinds), stress(signs, 7)]
    reports = []
    for number, text in enumerate(texts):
        report = write_report(tmp_path / str(number), text, more="版式: ours\n")
        (report / "ours").mkdir()
        (report / "ours" / "layout.toml").write_text(layout, encoding="utf-8")
        reports.append(report)
    for kind, parity in zip((*kinds, "signs"), measure(reports, tmp_path), strict=True):
        assert parity.lost == (), kind
        assert parity.line_percent >= 99.5, (kind, parity.differing[:5])
        assert parity.pages_same == parity.pages, kind


def test_dashes_agree_by_libreoffices_own_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    """Mirrored, at least 99.5 % of lines; the others are those that ours ends elsewhere to keep —— whole."""
    report = write_report(tmp_path / "r", stress(PIECES["dashes"], 7))
    (whole,) = measure([report], tmp_path)
    monkeypatch.setitem(TARGETS, "portable", replace(TARGETS["portable"], keeps_pairs=False))
    (mirrored,) = measure([report], tmp_path)
    record_property("lines", whole.lines)
    record_property("lines that differ because a dash is kept whole", whole.lines - whole.lines_same)
    assert whole.lost == mirrored.lost == ()
    assert mirrored.line_percent >= 99.5, mirrored.differing[:5]
    assert 0 < whole.lines - whole.lines_same < whole.lines / 2  # in a text with a dash in every line


def test_english_and_addresses_are_reported(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Nothing is lost; English words among Han agree, addresses are noted, and their number is told."""
    kinds = ("english", "addresses")
    reports = [write_report(tmp_path / kind, stress(PIECES[kind], 7)) for kind in kinds]
    english, addresses = measure(reports, tmp_path)
    for kind, parity in zip(kinds, (english, addresses), strict=True):
        record_property(f"{kind}: per cent of lines that agree", round(parity.line_percent, 2))
        assert parity.lost == ()
    assert english.line_percent >= 99.5, english.differing[:5]
    assert addresses.line_percent >= 60
    codes = {d.code for d in render.build(reports[1], faces="vendored").diagnostics}
    assert codes == {"layout.latin"}


def test_tables_and_pictures_keep_their_pages(tmp_path: Path) -> None:
    """Rows are whole lines of the grid in both programs."""
    rows = [f"| 指标{n} | 件 | {n}.5 | {n * 7} |" for n in range(1, 41)]
    head = "| 指标名称 | 单位 | 2019年 | 2020年 |\n|---|---|---|---|\n"
    reports = []
    for count in (3, 14, 15, 16, 17, 18, 40):
        table = ": 主要指标　单位：件\n\n" + head + "\n".join(rows[:count]) + "\n\n注：口径。\n\n"
        text = "字字字。\n\n" + table + "字" * 900 + "\n\n" + table + "字" * 900
        reports.append(write_report(tmp_path / str(count), text))
    for parity in measure(reports, tmp_path):
        assert parity.pages_same == parity.pages


def test_a_signature_is_kept_with_its_text(tmp_path: Path) -> None:
    """At whatever line the text ends, both files end their pages alike."""
    reports = [write_report(tmp_path / str(n), "\n\n".join(["字。"] * n)) for n in range(15, 23)]
    for parity in measure(reports, tmp_path):
        assert parity.pages_same == parity.pages
        assert parity.differing == ()


FORMS = ("gongwen", "gongwen-upward", "letter", "order", "minutes")
COLOPHON = "抄送机关: 某办\n印发机关: 某办\n印发日期: 2021-02-20\n"


def test_documents_with_masthead_and_colophon_agree(tmp_path: Path) -> None:
    """Every line and every page, the blank one before a colophon included."""
    folder = resources.folder("samples")
    for name, parity in zip(FORMS, measure([folder / name for name in FORMS], tmp_path), strict=True):
        assert parity.lost == (), name
        assert parity.differing == (), name
        assert parity.pages_same == parity.pages, name


def test_joint_issues_have_the_same_pages(tmp_path: Path) -> None:
    """Two, five and nine agencies: every line and page."""
    reports = []
    for count in (2, 5, 9):
        names = [f"某某市{'甲乙丙丁戊己庚辛壬'[n]}{'丁' * (n % 4)}局" for n in range(count)]
        text = "做好有关工作。" * 60
        more = f"主送机关: 各区人民政府\n主办机关: {names[0]}\n{COLOPHON}"
        report = write_report(tmp_path / str(count), text, more=more)
        file = report / "report.md"
        head = f"---\n版式: gongwen\n发文字号: 某甲〔2021〕5号\n发文机关: [{', '.join(names)}]\n"
        written = file.read_text(encoding="utf-8").replace("发文机关: 某某区司法局\n", "")
        file.write_text(written.replace("---\n", head, 1), encoding="utf-8")
        reports.append(report)
    for parity in measure(reports, tmp_path):
        assert parity.pages_same == parity.pages
        assert parity.differing == ()


def test_colophons_stand_on_the_same_page(tmp_path: Path) -> None:
    """Wherever the text ends: odd and even pages, their last two lines, and one line before."""
    more = f"版式: gongwen\n用印: 不用\n发文字号: 某〔2021〕5号\n{COLOPHON}"
    reports = [
        write_report(tmp_path / str(rows), "\n\n".join(["字。"] * rows), more=more)
        for rows in (4, 5, 6, 7, 8, 20, 22, 24, 25, 26, 27, 28, 29, 30)
    ]
    for report, parity in zip(reports, measure(reports, tmp_path), strict=True):
        assert parity.pages_same == parity.pages, report.name
        assert parity.differing == (), report.name


def test_letters_have_a_row_more_on_their_first_page(tmp_path: Path) -> None:
    """Down to the lower double rule; the page feet of the others take that row."""
    more = "版式: letter\n用印: 不用\n发文字号: 某函〔2021〕5号\n抄送机关: 某办\n"
    reports = [
        write_report(tmp_path / str(rows), "\n\n".join(["字。"] * rows), more=more)
        for rows in (13, 15, 17, 19, 41)
    ]
    for report, parity in zip(reports, measure(reports, tmp_path), strict=True):
        assert parity.pages_same == parity.pages, report.name
        assert parity.differing == (), report.name


def test_one_of_everything_agrees(tmp_path: Path) -> None:
    """Information table, picture, charts, attachments upright and landscape: every line and page."""
    (parity,) = measure([write_everything(tmp_path / "all")], tmp_path)
    assert parity.lost == ()
    assert parity.differing == ()
    assert parity.pages_same == parity.pages == 9


def test_landscape_tables_keep_their_pages(tmp_path: Path) -> None:
    """Between upright pages, at any length, and where a page ends right with the table."""
    head = "|" + "|".join(f"第{n}项" for n in range(1, 10)) + "|\n" + "|---" * 9 + "|\n"
    reports = []
    for count in (1, 12, 13, 14, 15, 29, 30):
        rows = "".join("|" + "|".join(str(row * n) for n in range(1, 10)) + "|\n" for row in range(count))
        text = f"{'字' * 100}\n\n::: landscape\n{head}{rows}:::\n\n# 后\n\n{'字' * 700}\n"
        reports.append(write_report(tmp_path / str(count), text))
    for parity in measure(reports, tmp_path):
        assert parity.lost == ()
        assert parity.pages_same == parity.pages


def drawn(kind: str, rows: str) -> str:
    """A chart of two series, or a line of one."""
    head = "| 类别 | 2019年 | 2020年 |\n|---|---|---|\n"
    return f"::: {kind}\n: 图题　单位：件\n\n{head}{rows}:::\n\n"


CHARTS = {
    "条形图": "| 收案 | 58 | 68 |\n| 名称很长的一项指标（含上年结转和并案审理的案件数量） | 51 | −6 |\n",
    "柱形图": "| 收案 | 58 | 68 |\n| 受理 | 51 | — |\n| 审结 | −5 | 54 |\n",
    "折线图": "| 一季度 | 58 | 68 |\n| 二季度 | 51 | 61 |\n| 三季度 | 50 | 54 |\n",
}


def test_charts_keep_their_pages(tmp_path: Path) -> None:
    """Of every kind, wherever on a page they come, on landscape sides too."""
    reports = []
    for number, (kind, rows) in enumerate(CHARTS.items()):
        for lines in (2, 9, 13):
            block = drawn(kind, rows)
            text = (
                f"{'字' * 28 * lines}\n\n{block}{'字' * 200}\n\n::: 横排\n{block}:::\n\n{block}{'字' * 400}\n"
            )
            reports.append(write_report(tmp_path / f"{number}-{lines}", text))
    for parity in measure(reports, tmp_path):
        assert parity.lost == ()
        assert parity.differing == ()
        assert parity.pages_same == parity.pages


def test_libreoffice_keeps_the_charts(tmp_path: Path) -> None:
    """Saved again by it, every chart is still a chart with its numbers, and draws with the same words."""
    text = "".join(drawn(kind, rows) for kind, rows in CHARTS.items())
    (document,) = (
        output
        for output in render.build(write_report(tmp_path / "r", text), to=["docx"], out=tmp_path).outputs
    )
    assert document.path is not None
    (saved,) = convert([document.path], tmp_path / "again", to="docx")
    with ZipFile(saved) as package:
        charts = [n for n in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", n)]
        contents = [package.read(name).decode() for name in charts]
    assert len(contents) == 3
    for number in ("58", "68", "-6", "54"):
        assert any(f">{number}<" in content for content in contents), number
