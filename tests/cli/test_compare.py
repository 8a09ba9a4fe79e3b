"""`gongwen compare`: files of the comparison alone."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from folders import write_report

from .conftest import Run

FIGURES = "指标,单位,2018,2019,2020\n受理,件,10,20,28\n办结率,%,90,93.5,96\n"
TITLE = "2020年度测试主要指标对比表"


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Write a report with figures of three years."""
    return write_report(tmp_path / "r", figures=FIGURES)


def test_docx_and_pdf_unless_told_otherwise(run: Run, years: Path) -> None:
    """Named by the title of the comparison; the last line counts."""
    ran = run("compare", years, "--years", "2019,2020")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        str(years / "out" / f"{TITLE}.docx"), str(years / "out" / f"{TITLE}.pdf"),
        "对比2019年，2020年，2行，共1页",
    ]  # fmt: skip


def test_every_format(run: Run, years: Path, tmp_path: Path) -> None:
    """In the order they were asked for."""
    ran = run("compare", years, "--to", "json,xlsx,pdf,docx", "-o", tmp_path / "to", "--format", "json")
    assert [output["format"] for output in ran.envelope["outputs"]] == ["json", "xlsx", "pdf", "docx"]
    assert all(Path(output["path"]).is_file() for output in ran.envelope["outputs"])


def test_the_last_two_years_unless_told_otherwise(run: Run, years: Path) -> None:
    """The report's year and the one before it in the table; or as its metadata say."""
    envelope = run("compare", years, "--to", "json", "--format", "json").envelope
    assert [c["heading"] for c in envelope["comparison"]["columns"]] == ["2019年", "2020年"]
    more = run("compare", years, "--to", "json", "--set", "比较=2018", "--format", "json").envelope
    assert [c["heading"] for c in more["comparison"]["columns"]] == ["2018年", "2020年"]


def test_the_json_file_has_exact_numbers(run: Run, years: Path) -> None:
    """As texts, with the cell each comes from."""
    run("compare", years, "--years", "2018，2020", "--to", "json")
    made = json.loads((years / "out" / f"{TITLE}.json").read_text(encoding="utf-8"))
    row = made["figures"][1]
    assert row["values"] == [{"number": "90", "cell": "C3"}, {"number": "96", "cell": "E3"}]
    assert (row["difference"], row["rate"]) == ("6", None)


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (["--years", "2020"], 2, "cli.too_few_years"),
        (["--years", "去年,今年"], 2, "cli.bad_years"),
        (["--years", "2010,2020"], 1, "compare.no_year"),
        (["--to", "txt"], 2, "job.unknown_format"),
        (["--set", "对比表图=甲"], 1, "compare.no_such_figure"),
    ],
)
def test_faults(run: Run, years: Path, words: list[str], status: int, code: str) -> None:
    """Nothing is written."""
    ran = run("compare", years, *words, "--format", "json")
    assert (ran.status, ran.codes) == (status, [code])
    assert not (years / "out").exists()


def test_missing_values_end_with_3(run: Run, tmp_path: Path) -> None:
    """And name the cell."""
    report = write_report(tmp_path / "r", figures="指标,单位,2019,2020\n受理,件,,28\n")
    ran = run("compare", report, "--format", "json")
    assert (ran.status, ran.codes) == (3, ["compare.missing"])
    assert ran.envelope["diagnostics"][0]["cell"] == "C2"


@pytest.mark.parametrize("name", ["xlsx", "json"])
def test_another_programs_file_is_kept(run: Run, years: Path, name: str) -> None:
    """Until --force."""
    (years / "out").mkdir()
    place = years / "out" / f"{TITLE}.{name}"
    place.write_text("[]")
    words = ("compare", years, "--to", name)
    assert run(*words, "--format", "json").codes == ["output.foreign"]
    assert place.read_text() == "[]"
    assert run(*words, "--force").status == 0
    assert run(*words, "--years", "2018,2020").status == 0  # our own may be replaced


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """Write the report of the year before, in a folder of its own."""
    folder = write_report(tmp_path / "old", figures="指标,单位,2019\n受理,件,19\n旧指标,件,1\n")
    text = (folder / "report.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(text.replace("年度: 2020", "年度: 2019"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("turned", [False, True])
def test_two_reports_of_different_years(run: Run, years: Path, earlier: Path, turned: bool) -> None:
    """Whichever is named first, the earlier one is the base; what has no counterpart is told."""
    first, second = (earlier, years) if turned else (years, earlier)
    ran = run("compare", first, second, "--to", "json", "-o", years / "to", "--format", "json")
    made = ran.envelope["comparison"]
    assert [column["heading"] for column in made["columns"]] == ["2019年", "2020年"]
    assert [(row["name"], row["values"][0]["number"]) for row in made["figures"]] == [("受理", "20")]
    assert made["unmatched"] == [
        {"heading": "2019年", "figures": ["旧指标"]}, {"heading": "2020年", "figures": ["办结率"]},
    ]  # fmt: skip
    assert sorted(ran.codes) == ["compare.revised", "compare.unmatched", "compare.unmatched"]


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [(["--match", "甲"], 2, "cli.bad_match"), (["--match", "甲=乙"], 1, "compare.no_such_match")],
)
def test_faults_of_matches(
    run: Run, years: Path, earlier: Path, words: list[str], status: int, code: str
) -> None:
    """Not a pair, or of nothing."""
    ran = run("compare", earlier, years, *words, "--format", "json")
    assert (ran.status, code in ran.codes) == (status, True)


def test_a_report_is_not_compared_with_itself(run: Run, years: Path) -> None:
    """Nor with one that is not there."""
    assert run("compare", years, years, "--format", "json").codes == ["compare.same_report"]
    assert run("compare", years, years / "nowhere", "--format", "json").codes == ["folder.missing"]


def test_against_another_draft(run: Run, years: Path, tmp_path: Path) -> None:
    """The document with tracked changes and its summary; what they come to is said and in the envelope."""
    draft = write_report(tmp_path / "draft", "# 总体情况\n\n正文。\n", figures=FIGURES)
    ran = run("compare", years, "--against", draft, "--to", "docx,pdf", "--author", "张三")
    assert ran.status == 0
    *files, counts, section = ran.out.splitlines()
    stem = years / "out" / "测试报告_对照draft_修订"
    assert files == [f"{stem}稿.docx", f"{stem}说明.docx", f"{stem}说明.pdf"]
    assert counts.startswith("改动0段，新增0段，删去1段，移动0段")
    assert section == "删去章节：一、总体情况"
    assert "revision.compared" in ran.err
    with zipfile.ZipFile(files[0]) as package:
        assert 'w:author="张三"' in package.read("word/document.xml").decode()
    envelope = run("compare", years, "--against", draft, "--format", "json").envelope
    assert envelope["revision"]["counts"] == {"kept": 4, "gone": 1, "rows": 0}
    assert [output["format"] for output in envelope["outputs"]] == ["docx", "docx"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--author", "张三"], "revision.needs_other"),
        (["--against", "a.docx", "--years", "2019"], "revision.not_with"),
        (["--against", "a.docx", "--match", "甲=乙"], "revision.not_with"),
        (["另一报告", "--against", "a.docx"], "revision.not_with"),
        (["--against", "a.docx", "--to", "xlsx"], "job.unknown_format"),
        (["--against", ""], "revision.missing"),
    ],
)
def test_what_does_not_go_with_against(run: Run, years: Path, words: list[str], code: str) -> None:
    """Wrong use, said before anything is read."""
    ran = run("compare", years, *words, "--format", "json")
    assert (ran.status, ran.codes) == (2, [code])
