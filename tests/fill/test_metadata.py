"""Metadata: layers, overrides, and expressions in titles and names."""

from __future__ import annotations

from datetime import date

import pytest
from fill.reports import figure, filled, report

from render.diagnostics import Diagnostic
from render.report import Absence


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    """List the codes of faults."""
    return [each.code for each in diagnostics]


def test_later_layers_win() -> None:
    """The report's own keys, the year's, the edition's, the caller's."""
    given = report(
        "甲",
        结语="一",
        附注="一",
        密级="一",
        by_year={2020: {"附注": "二", "密级": "二", "结语": "二"}},
        editions={"报送": {"密级": "三", "结语": "三"}},
    )
    content, _ = filled(given, edition="报送", overrides={"结语": "四"})

    assert [content.metadata[key] for key in ("note", "security", "closing")] == ["二", "三", "四"]
    assert content.edition == "报送"


def test_an_edition_may_take_a_key_away() -> None:
    """An empty value there is a value."""
    content, _ = filled(report("甲", 主送机关=("市局",), editions={"公开": {"主送机关": ()}}), edition="公开")

    assert content.metadata["addressees"] == ()


def test_an_unknown_edition_names_those_there_are() -> None:
    """The report is still said without it."""
    _, (diagnostic,) = filled(report("甲", editions={"报送": {}, "公开": {}}), edition="公示")

    assert diagnostic.code == "edition.unknown"
    assert diagnostic.values["names"] == "报送、公开"


@pytest.mark.parametrize("name", ["标题", "title"])
def test_a_key_is_overridden_under_either_name(name: str) -> None:
    """And may hold expressions like the report's own."""
    content, _ = filled(report("甲"), overrides={name: "{{ 年度 }}年总结"})

    assert content.title == "2020年总结"


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({"题目": "甲"}, "metadata.unknown_key"),
        ({"版本": "甲"}, "metadata.unknown_key"),
        ({"用印": "盖章"}, "metadata.choice"),
        ({"比较": "去年"}, "metadata.years"),
        ({"年度": "去年"}, "metadata.year"),
        ({"成文日期": "明天"}, "metadata.date"),
    ],
)
def test_overrides_are_checked_like_keys(overrides: dict[str, str], code: str) -> None:
    """The place of the fault is the option."""
    _, (diagnostic,) = filled(report("甲"), overrides=overrides)

    assert diagnostic.code == code
    assert diagnostic.source.file == f"--set {next(iter(overrides))}"


def test_overrides_are_read_by_their_kind() -> None:
    """Dates as dates, years as years, names as a list of one."""
    content, found = filled(
        report("甲"),
        overrides={"issued_on": "2021年3月1日", "比较": "2018", "主送机关": "市局", "用印": "电子"},
    )

    assert found == []
    assert content.issued_on == date(2021, 3, 1)
    assert content.metadata["compare"] == "2018"
    assert content.metadata["addressees"] == ("市局",)


def test_another_year_needs_a_date_of_its_own() -> None:
    """Else next year's report would carry last year's date."""
    given = report("甲", figure("件数", y2020=1, y2021=2))

    assert codes(filled(given, year=2021)[1]) == ["metadata.no_date_of_year"]
    assert codes(filled(given, year=2021, overrides={"成文日期": "2022-02-18"})[1]) == []


def test_the_year_may_bring_its_date_along() -> None:
    """`2021: {成文日期: …}`."""
    content, found = filled(
        report("甲{{ 年度 }}", by_year={2021: {"成文日期": date(2022, 2, 18)}}), year=2021
    )

    assert found == []
    assert (content.year, content.issued_on) == (2021, date(2022, 2, 18))


def test_titles_and_names_may_hold_expressions_but_no_markup() -> None:
    """An asterisk in a title is an asterisk."""
    given = report(
        "甲", figure("件数", y2020=28), 标题="{{ 年度 }}年*{{ 件数 }}*件", 主送机关=("{{ 标题 }}局", "乙")
    )
    content, found = filled(given, "{{ 正文 }}\n\n::: title\n{{ 标题 }}\n:::\n")

    assert found == []
    assert content.title == "2020年*28*件"
    assert content.metadata["addressees"] == ("2020年*28*件局", "乙")
    assert [(span.figure, span.source.line) for span in content.nodes[-1].spans] == [
        (None, 3),
        ("件数", 3),
        (None, 3),
    ]


def test_a_date_may_be_an_expression() -> None:
    """It is read once it has been filled."""
    content, _ = filled(report("甲", 成文日期="{{ 年度 + 1 }}-02-18"))
    _, (diagnostic,) = filled(report("甲", 成文日期="{{ 年度 }}年底"))

    assert content.issued_on == date(2021, 2, 18)
    assert (diagnostic.code, diagnostic.source.line) == ("metadata.date", 4)


def test_faults_in_metadata_are_found_with_all_others() -> None:
    """A missing figure in the title and an unknown name in the text, in one run."""
    given = report("{{ 未知 }}", figure("件数", y2020=Absence.NOT_SUPPLIED), 标题="共{{ 件数 }}件")
    _, found = filled(given)

    assert [(each.code, each.source.line) for each in found] == [("figure.missing", 3), ("name.unknown", 1)]


def test_a_title_may_be_broken_by_its_author() -> None:
    """The break shows on the page, not in names of files."""
    content, _ = filled(report("甲", 标题="洪山区\n工作报告"), "{{ 正文 }}\n\n::: title\n{{ 标题 }}\n:::\n")

    assert content.title == "洪山区工作报告"
    assert "".join(span.text for span in content.nodes[-1].spans) == "洪山区\n工作报告"


def test_a_report_needs_a_title() -> None:
    """Files are named after it."""
    assert codes(filled(report("甲", 标题=None))[1]) == ["metadata.no_title"]


def test_a_figure_comes_before_a_key_of_the_same_name() -> None:
    """In the text; the frame is about the keys."""
    given = report("{{ 附注 }}、{{ note }}", figure("附注", y2020=28), 附注="说明")
    content, _ = filled(given, "{{ 正文 }}\n\n{{ 附注 }}\n")

    assert ["".join(span.text for span in node.spans) for node in content.nodes] == ["28、说明", "说明"]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("（此件公开发布）", "此件公开发布"),
        ("(联系人：{{ 年度 }}室)", "联系人：2020室"),
        ("（{{ 年度 }}）", "2020"),
        ("此件公开发布", "此件公开发布"),
        ("（甲）和（乙）", "（甲）和（乙）"),
        ("（甲（乙））", "甲（乙）"),
        ("（甲", "（甲"),
    ],
)
def test_brackets_typed_around_a_note_are_not_doubled(typed: str, note: str) -> None:
    """The template sets them."""
    content, diagnostics = filled(report("甲", 附注=typed), "{{ 正文 }}\n\n（{{ 附注 }}）\n")

    assert diagnostics == []
    assert content.metadata["note"] == note
    assert "".join(span.text for span in content.nodes[-1].spans) == f"（{note}）"


@pytest.mark.parametrize("typed", [("区委：", "区政府:"), "区委、区政府："])
def test_a_colon_typed_after_the_addressees_is_not_doubled(typed: object) -> None:
    """The template sets it."""
    content, _ = filled(report("甲", 主送机关=typed), '{{ 正文 }}\n\n{{ 主送机关|连接("、") }}：\n')

    assert "".join(span.text for span in content.nodes[-1].spans) == "区委、区政府："


def test_elements_that_the_template_does_not_print_are_named() -> None:
    """The year's and the caller's too, each where it stands; what is not to be printed is not."""
    given = report(
        "甲", 密级="机密", 签发人=("张三",), 发文字号="无", 用印="电子", by_year={2020: {"份号": "000001"}}
    )
    _, found = filled(
        given, "{{ 正文 }}{% if false %}{{ 签发人|首个 }}{% endif %}", overrides={"版头": "印刷"}
    )

    assert codes(found) == ["metadata.not_printed"] * 3
    assert {(each.values["key"], each.source.file, each.source.line) for each in found} == {
        ("密级", "report.md", 5),
        ("份号", "report.md", 2),
        ("版头", "--set 版头", None),
    }


def test_particulars_need_not_be_printed() -> None:
    """They are for web pages; whose table prints the number too."""
    particulars = {"索引号": "1", "信息分类": "2", "主题词": "3", "有效性": "4", "公开方式": "5", "名称": "6"}

    assert filled(report("甲", **particulars))[1] == []
    assert filled(report("甲", 发文字号="洪政〔2021〕3号"), "{{ 正文 }}\n\n{{ 信息表 }}\n")[1] == []
    assert codes(filled(report("甲", 发文字号="洪政〔2021〕3号"))[1]) == ["metadata.not_printed"]
    assert codes(filled(report("甲", 用印="图片"))[1]) == ["metadata.not_printed"]


@pytest.mark.parametrize(
    ("document", "more", "codes"),
    [
        ("{{ 正文 }}\n\n{{ 成文日期 }}\n", {"发文机关": ("甲局",)}, ["metadata.no_date"]),
        ("{{ 正文 }}\n\n{{ 成文日期 }}\n", {"发文机关": ("甲局",), "落款": "不印"}, []),
        ("{{ 正文 }}\n\n{{ 成文日期 }}\n", {}, []),
        ("{{ 正文 }}", {"发文机关": ("甲局",)}, []),
    ],
)
def test_a_signature_without_a_date_is_told(document: str, more: dict[str, object], codes: list[str]) -> None:
    """Where the template prints one."""
    _, found = filled(report("正文。", **{"成文日期": None, **more}), document)
    assert [each.code for each in found] == codes
