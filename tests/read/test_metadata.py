"""Metadata: keys, values by kind, years and editions."""

from __future__ import annotations

from datetime import date

import pytest
from read.folders import ReportFolder

from render.diagnostics import Source
from render.report import METADATA_KEYS, ROOT_KINDS, Entry, Kind, MetadataKey

VALUES = {
    Kind.TEXT: ("甲", "甲"),
    Kind.NAMES: ("甲", ("甲",)),
    Kind.DATE: ("2021-02-18", date(2021, 2, 18)),
    Kind.YEAR: ("2020", 2020),
    Kind.YEARS: ("2019", ("2019",)),
}


@pytest.mark.parametrize("key", [key for key in METADATA_KEYS if key.kind not in ROOT_KINDS])
@pytest.mark.parametrize("language", ["chinese", "name"])
def test_every_key_under_both_names(folder: ReportFolder, key: MetadataKey, language: str) -> None:
    """A key is known by its Chinese and its English name, and its value follows its kind."""
    written, value = VALUES.get(key.kind) or (key.choices[-1], key.choices[-1])
    folder.metadata(f"{getattr(key, language)}: {written}")

    assert folder.report().metadata == {key.name: Entry(value, Source("report.md", 2))}


@pytest.mark.parametrize(
    "written",
    [
        "2021-2-18",
        "2021-02-18 16:35",
        "2021-02-18T16:35:00",
        "2021年2月18日",
        "2021/2/18",
        "2021.2.18",
        "２０２１年２月１８日",
    ],
)
def test_dates(folder: ReportFolder, written: str) -> None:
    """All of these are one day; a time of day is not kept."""
    folder.metadata(f"成文日期: {written}")

    assert folder.report().metadata["issued_on"].value == date(2021, 2, 18)


@pytest.mark.parametrize("written", ["2020", "2020年", "2020年度", "２０２０"])
def test_years(folder: ReportFolder, written: str) -> None:
    """All of these are one year."""
    folder.metadata(f"年度: {written}")

    assert folder.report().metadata["year"].value == 2020


@pytest.mark.parametrize("key", ["成文日期", "年度", "标题", "用印"])
def test_expressions_stay_text(folder: ReportFolder, key: str) -> None:
    """A value with an expression in it is not read before its year is known."""
    folder.metadata(f"{key}: {{{{ 甲 }}}}")

    (entry,) = folder.report().metadata.values()
    assert entry.value == "{{ 甲 }}"


@pytest.mark.parametrize(
    ("line", "code", "values"),
    [
        ("成文日期: 2021-02-30", "metadata.date", {"key": "成文日期", "found": "2021-02-30"}),
        ("成文日期: 2021-02/18", "metadata.date", {"found": "2021-02/18"}),
        ("成文日期: 二月", "metadata.date", {}),
        ("年度: 20", "metadata.year", {"key": "年度", "found": "20"}),
        (
            "用印: 电孑",
            "metadata.choice",
            {"found": "电孑", "near": "电子", "choices": "实物、电子、图片、不用"},
        ),
        ("发文机构: 甲", "metadata.unknown_key", {"key": "发文机构", "near": "发文机关"}),
        ("titel: 甲", "metadata.unknown_key", {"near": "title"}),
        ("版本: 甲", "metadata.shape", {"key": "版本", "found": "甲"}),
        ("2021: 甲", "metadata.shape", {"key": "2021"}),
        ("标题: [甲]", "metadata.shape", {"key": "标题", "found": "- 甲"}),
        ("标题: {甲: 乙}", "metadata.shape", {"found": "甲: …"}),
        ("主送机关: [甲, [乙]]", "metadata.shape", {"key": "主送机关"}),
    ],
)
def test_faulty_values(folder: ReportFolder, line: str, code: str, values: dict[str, str]) -> None:
    """The message has what was found, what was expected and its line; the entry is left out."""
    folder.metadata("附注: 丙", line)
    report, found = folder.read()

    assert report is not None
    assert list(report.metadata) == ["note"]
    assert [(d.code, d.source) for d in found] == [(code, Source("report.md", 3))]
    assert values.items() <= dict(found[0].values).items()


@pytest.mark.parametrize(
    "lines",
    [
        ("标题: 甲", "title: 乙"),
        ("标题: 甲", "标题: 乙"),
        ("2021:", "  标题: 甲", "2021年:", "  标题: 乙"),
        ("版本:", "  公开:", "    标题: 甲", "  公开:", "    标题: 乙"),
        ("版本:", "  公开: {标题: 甲}", "editions:", "  报送: {标题: 乙}"),
    ],
)
def test_key_given_twice(folder: ReportFolder, lines: tuple[str, ...]) -> None:
    """Neither silently wins."""
    folder.metadata(*lines)

    assert folder.codes() == ["metadata.twice"]


def test_names_are_a_tuple(folder: ReportFolder) -> None:
    """One text and a list give the same kind of value."""
    folder.metadata("发文机关: 甲", "主送机关:", "  - 乙", "  - 丙")
    metadata = folder.report().metadata

    assert metadata["issuers"].value == ("甲",)
    assert metadata["addressees"].value == ("乙", "丙")


def test_keys_of_another_year(folder: ReportFolder) -> None:
    """A year's own keys stand under the year, with their lines."""
    folder.metadata("年度: 2020", "2021:", "  成文日期: 2022-02-18")

    assert folder.report().by_year == {2021: {"issued_on": Entry(date(2022, 2, 18), Source("report.md", 4))}}


def test_keys_of_an_edition(folder: ReportFolder) -> None:
    """An edition has a name of its own choosing."""
    folder.metadata("版本:", "  公开:", "    公开方式: 主动公开", "  报送: {签发人: 甲}")
    editions = folder.report().editions

    assert editions["公开"]["disclosure"].value == "主动公开"
    assert editions["报送"]["signers"].value == ("甲",)


def test_no_editions_inside_an_edition(folder: ReportFolder) -> None:
    """Editions do not nest."""
    folder.metadata("版本:", "  公开:", "    版本:", "      报送: {标题: 甲}")

    assert folder.codes() == ["metadata.unknown_key"]


def test_empty_value_is_absent(folder: ReportFolder) -> None:
    """A key kept for later says nothing."""
    folder.metadata("标题:", "年度:", "主送机关: []", "成文日期:")

    assert folder.report().metadata == {}


def test_empty_value_in_an_edition_takes_away(folder: ReportFolder) -> None:
    """An edition can do without what the report has; an empty date takes nothing."""
    folder.metadata("版本:", "  公开:", "    主送机关:", "    附注:", "    成文日期:")
    entries = folder.report().editions["公开"]

    assert {name: entry.value for name, entry in entries.items()} == {"addressees": (), "note": ""}


@pytest.mark.parametrize("written", ["2018,2019", "2018、2019年", "[2018, 2019]", "\n  - 2018\n  - 2019年度"])
def test_several_years(folder: ReportFolder, written: str) -> None:
    """比较 takes one year or more, on a line or as a list."""
    folder.metadata(f"比较: {written}")

    assert folder.report().metadata["compare"].value == ("2018", "2019")


@pytest.mark.parametrize("written", ["去年", "2018到2019", "[2018, 去年]"])
def test_years_that_are_none(folder: ReportFolder, written: str) -> None:
    """One that is no year spoils the list."""
    folder.metadata(f"比较: {written}")

    assert [found.code for found in folder.found()] == ["metadata.years"]
