"""Manifests: what is asked for, and everything that is wrong with it in one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch.manifests import codes, listed, manifest, report_folder

from render.diagnostics import Source


def slots(path: Path) -> list[str]:
    """Names of the files of all orders."""
    read = manifest(path)
    assert read.diagnostics == ()
    return [order.slot for order in read.orders]


def test_a_folder_of_report_folders(tmp_path: Path) -> None:
    """Each is built for its own year; what is no report is passed over."""
    report_folder(tmp_path / "b", title="乙报告")
    report_folder(tmp_path / "a", title="甲报告")
    (tmp_path / "out").mkdir()
    assert slots(tmp_path) == ["甲报告", "乙报告"]


def test_a_row_for_each_report_and_year(tmp_path: Path) -> None:
    """Several years in one cell are several orders; a year of its own needs its own date."""
    report_folder(tmp_path / "a", title="{{ 年度 }}年报告")
    path = listed(tmp_path, "报告,年度,成文日期", "a,2019、2020,", "a,2017-2018,2019-01-02")
    orders = manifest(path).orders
    assert [(o.number, o.job.year, o.slot) for o in orders] == [
        (1, 2019, "2019年报告"), (2, 2020, "2020年报告"), (3, 2017, "2017年报告"), (4, 2018, "2018年报告"),
    ]  # fmt: skip
    assert orders[2].job.settings == {"成文日期": "2019-01-02"}


def test_files_are_named_by_a_pattern(tmp_path: Path) -> None:
    """Of columns and the year, in folders of a pattern too."""
    report_folder(tmp_path / "a", text="{{ 简称 }}")
    path = listed(tmp_path, "报告,简称,子文件夹,文件名", "a,城管,{年度}/{简称},{简称}年报", "a,财政,,财政")
    assert slots(path) == ["2020/城管/城管年报", "财政"]


def test_an_office_brings_words_figures_and_paragraphs(tmp_path: Path) -> None:
    """Under the names that the text uses; figures for another year have it in brackets."""
    report_folder(
        tmp_path / "a", text="{{ 简称 }}{{ 件数 }}，{{ 件数.上年 }}\n\n{{ 特色段落 }}", title="{{ 简称 }}报告"
    )
    (tmp_path / "特色.md").write_text("一段。\n", encoding="utf-8")
    path = listed(
        tmp_path, "报告,简称,件数,件数（2019）,特色段落", "a,城管,7,6,特色.md", "a,财政,,5,另一段。"
    )
    first, second = manifest(path).orders
    assert first.slot == "城管报告"
    assert first.job.office is not None
    assert second.job.office is not None
    values = first.job.office.values["件数"]
    assert {year: str(value.number) for year, value in values.items()} == {2020: "7", 2019: "6"}
    assert values[2020].source == Source("任务.csv", 2, cell="C2")
    assert first.job.office.passages["特色段落"].file == "特色.md"
    assert second.job.office.passages["特色段落"].text == "另一段。"


def test_yaml_holds_what_all_rows_share(tmp_path: Path) -> None:
    """A row's own word comes first; rows stand in the file or in a list beside it."""
    report_folder(tmp_path / "a", text="{{ 简称 }}")
    shared = "报告: a\n发文机关: [甲局, 乙局]\n文件名: '{简称}{年度}'\n"
    inline = tmp_path / "任务.yaml"
    inline.write_text(
        f"{shared}任务:\n  - {{简称: 城管}}\n  - {{简称: 财政, 发文机关: 财政局}}\n", encoding="utf-8"
    )
    orders = manifest(inline).orders
    assert [order.slot for order in orders] == ["城管2020", "财政2020"]
    assert [order.job.settings["发文机关"] for order in orders] == ["甲局、乙局", "财政局"]

    listed(tmp_path, "简称", "城管", name="单位.csv")
    beside = tmp_path / "b.yaml"
    beside.write_text(f"{shared}单位表: 单位.csv\n", encoding="utf-8")
    assert slots(beside) == ["城管2020"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("报告,年度", "nope,2020"), ["batch.report_missing"]),
        (("报告,年度", ",2020"), ["batch.no_report"]),
        (("报告,年度", "a,二零二零"), ["batch.bad_year"]),
        (("报告,年度", "a,2020-2019"), ["batch.bad_year"]),
        (("报告,年底", "a,2020"), ["batch.unknown_column"]),
        (("报告,格式", "a,doc"), ["batch.bad_format"]),
        (("报告,文件名", "a,{简称}"), ["batch.pattern"]),
        (("报告,子文件夹", "a,../外面"), ["batch.outside"]),
        (("报告,子文件夹", "a,C:/外面"), ["batch.outside"]),
        (("报告,件数", "a,七件"), ["figures.words"]),
        (("报告,年度", "a,2020", "a,2020"), ["batch.same_name"]),
        (("报告,文件名", "a,Report", "a,REPORT"), ["batch.same_name"]),
        (
            ("报告,年度", "nope,2020", "a,x", ",2020"),
            ["batch.report_missing", "batch.bad_year", "batch.no_report"],
        ),
        (("报告,年度",), ["batch.empty"]),
        (("别的,列名", "a,2020"), ["listing.no_head"]),
    ],
)
def test_faulty_rows(tmp_path: Path, rows: tuple[str, ...], found: list[str]) -> None:
    """Every fault is told, and nothing is built."""
    report_folder(tmp_path / "a")
    path = listed(tmp_path, *rows)
    assert codes(path) == found
    assert manifest(path).orders == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n", "batch.shape"),
        ("报告: a\n任务: [a, b]\n", "batch.shape"),
        ("报告: a\n别的: {x: y}\n", "batch.key"),
        ("报告: a\n任务: [{简称: x}]\n单位表: b.csv\n", "batch.two_sources"),
        ("报告: a\n任务查询: SELECT 1\n", "batch.no_database"),
        ("报告: a\n数据库: GONGWEN_TEST_UNSET\n任务查询: SELECT 1\n", "batch.no_address"),
        ("报告: a\n单位表: b.docx\n", "batch.format"),
        ("报告: [\n", "text.syntax"),
    ],
)
def test_faulty_yaml(tmp_path: Path, text: str, found: str) -> None:
    """Said at its line."""
    report_folder(tmp_path / "a")
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    assert codes(tmp_path / "m.yaml") == [found]


@pytest.mark.parametrize(("name", "code"), [("nope.csv", "batch.missing"), ("m.docx", "batch.format")])
def test_files_that_are_no_manifest(tmp_path: Path, name: str, code: str) -> None:
    """Missing, or of another kind."""
    (tmp_path / "m.docx").write_bytes(b"PK")
    assert codes(tmp_path / name) == [code]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    """Is no manifest either."""
    assert codes(tmp_path) == ["batch.no_reports"]


def test_a_report_without_a_year(tmp_path: Path) -> None:
    """Needs one in its row."""
    folder = report_folder(tmp_path / "a")
    text = (folder / "report.md").read_text(encoding="utf-8").replace("年度: 2020\n", "")
    (folder / "report.md").write_text(text, encoding="utf-8")
    assert codes(listed(tmp_path, "报告,成文日期", "a,2021-02-18")) == ["batch.no_year"]


def test_many_rows(tmp_path: Path) -> None:
    """Twenty thousand offices of one text: the text is read once."""
    report_folder(tmp_path / "a", text="{{ 简称 }}")
    rows = [f"a,单位{n},单位{n}" for n in range(20_000)]
    assert len(manifest(listed(tmp_path, "报告,简称,文件名", *rows)).orders) == 20_000


def test_a_blank_of_the_file_name_that_a_row_leaves_empty(tmp_path: Path) -> None:
    """Is an error at its cell, not a file without the name; of a folder it is left out."""
    report_folder(tmp_path / "a", text="{{ 简称 }}")
    path = listed(tmp_path, "报告,简称,文件名", "a,,{简称}年报")
    (found,) = manifest(path).diagnostics
    assert (found.code, found.source.cell) == ("batch.empty_blank", "B2")
    assert slots(listed(tmp_path, "报告,简称,子文件夹,文件名", "a,,{年度}/{简称},年报")) == ["2020/年报"]


def test_a_yaml_may_name_its_list_as_what_it_holds(tmp_path: Path) -> None:
    """任务: a file, as 单位表 does."""
    report_folder(tmp_path / "a")
    listed(tmp_path, "报告,文件名", "a,年报")
    assert slots(listed(tmp_path, "任务: 任务.csv", name="m.yaml")) == ["年报"]


def test_many_rows_with_faults_are_read_in_time(tmp_path: Path) -> None:
    """Every one is told, and a report that cannot be read once for all its rows."""
    (tmp_path / "leer").mkdir()
    missing = [f"没有{n}" for n in range(3_000)]
    found = manifest(listed(tmp_path, "报告,年度", *(f"{name},2020" for name in missing))).diagnostics
    assert [d.values["name"] for d in found] == missing
    assert len(codes(listed(tmp_path, "报告,年度", *["leer,2020"] * 100))) == 1
