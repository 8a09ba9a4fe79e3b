"""Layout rules: what is left alone, and what several paragraphs share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from described import docx_of

import render
from render.check import Subject, check
from render.check.layout import RULES
from render.check.layout.seen import family
from render.diagnostics import Diagnostic
from render.recognise.foreign import examine

SAMPLES = Path(render.__file__).parent.parent / "samples"
FORMS = (
    "hongshan-2020",
    "starter",
    "gongwen",
    "gongwen-joint",
    "gongwen-upward",
    "letter",
    "order",
    "minutes",
)


@cache
def built(sample: str) -> dict[str, bytes]:
    """Both files of a sample."""
    result = render.build(SAMPLES / sample, faces="vendored")
    return {output.format: output.data for output in result.outputs}


def findings(data: bytes, name: str) -> list[Diagnostic]:
    """What layout rules find."""
    examined = examine(data, name)
    return list(check(Subject(content=examined.content, looks=examined.looks), RULES).findings)


def found_in(*lines: str) -> list[tuple[str, object]]:
    """Codes and numbers of places, in a described document."""
    head = "标题｜关于2020年工作情况的报告\n"
    found = findings(docx_of(head + "\n".join(lines)), "来文.docx")
    return [(each.code, each.values.get("more")) for each in found]


@pytest.mark.parametrize("sample", FORMS)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_nothing_is_found_in_what_we_set(sample: str, form: str) -> None:
    """Every form of the standard, in both files."""
    found = findings(built(sample)[form], f"来文.{form}")
    assert [(each.code, dict(each.values)) for each in found] == []


def test_paragraphs_that_share_a_fault_are_one_finding() -> None:
    """At the first of them, with their number."""
    lines = [f"正文｜宋体｜第{n}项工作已经完成。" for n in "一二三"]
    assert found_in(*lines) == [("layout.body_face", "3")]


def test_a_table_is_set_as_it_likes() -> None:
    """Its cells have faces and sizes of their own; so has its title."""
    lines = (
        "正文｜各单位情况见下表。",
        "段落｜黑体 居中 首行0｜各单位情况表",
        "表格｜单位，件数／甲科，12／乙科，15",
        "段落｜12磅 首行0｜注：数据截至12月31日。",
    )
    assert found_in(*lines) == []


def test_a_heading_that_runs_in_has_a_face_of_its_own() -> None:
    """It is no mixture."""
    lines = (
        "一级｜一、主要工作",
        "正文｜〖楷体_GB2312〗（一）规范管理。〖〗全年各项工作按计划完成。",
        "正文｜〖楷体_GB2312〗（二）强化培训。〖〗全年举办培训3期。",
    )
    assert found_in(*lines) == []


def test_margins_of_the_electronic_form_are_taken() -> None:
    """GB/T 33476.2 has 34.58 and 32.58 mm, with rows of 29.6 pt."""
    assert found_in("页面｜上34.58 下32.58 网格29.6", "正文｜行距29.6｜全年各项工作按计划完成。") == []


def test_29_points_are_taken_for_22_rows() -> None:
    """They lack 0.2 pt of the type area; offices set nothing more often."""
    assert found_in("正文｜行距29｜全年各项工作按计划完成。") == []


def test_single_spacing_on_the_grid_is_fixed() -> None:
    """The grid decides, not the face."""
    assert found_in("正文｜倍1｜全年各项工作按计划完成。") == []
    assert found_in("页面｜网格15.6", "正文｜倍1｜全年各项工作按计划完成。") == [("layout.pitch", "")]


@pytest.mark.parametrize(
    ("face", "name"),
    [
        ("仿宋_GB2312", "仿宋"), ("FangSong", "仿宋"), ("STFangsong", "仿宋"), ("方正仿宋_GBK", "仿宋"),
        ("方正小标宋简体", "小标宋"), ("FZXBSJW--GB1-0", "小标宋"), ("KaiTi_GB2312", "楷体"), ("华文楷体", "楷体"),
        ("SimHei", "黑体"), ("微软雅黑", "黑体"), ("SimSun", "宋体"), ("宋体", "宋体"), ("等线", "等线"),
    ],
)  # fmt: skip
def test_faces_have_many_names(face: str, name: str) -> None:
    """As many as there are systems."""
    assert family(face) == name


def head(*lines: str) -> list[str]:
    """Codes found under a masthead."""
    title = "标题｜关于开展2020年法治宣传工作的通知"
    made = docx_of(
        "\n".join(
            ["标志｜某某区司法局文件", *lines, title, "主送｜各街道办事处：", "正文｜现将有关事项通知如下。"]
        )
    )
    return [each.code for each in findings(made, "来文.docx")]


def test_a_red_rule_may_stand_in_a_paragraph_of_its_own() -> None:
    """Or at 发文字号 itself."""
    assert head("文号｜某司〔2021〕3号") == []
    assert head("文号｜无线｜某司〔2021〕3号", "红线｜") == []
    assert head("文号｜无线｜某司〔2021〕3号") == ["layout.red_rule"]


@pytest.mark.parametrize(
    ("name", "date", "found"),
    [
        ("右4.5", "右2", []),  # unsealed, the date longer
        ("右4.25", "右4", []),  # sealed
        ("右2", "右2", ["layout.signed_together"]),
        ("右2", "右0", ["layout.date"]),
    ],
)
def test_name_and_date_are_measured_against_each_other(name: str, date: str, found: list[str]) -> None:
    """Six characters of a name, six and a half of a date."""
    lines = ("正文｜工作已经完成。", f"署名｜{name}｜某某区司法局", f"日期｜{date}｜2021年1月15日")
    assert [code for code, _ in found_in(*lines)] == found


def test_a_colour_is_one_finding() -> None:
    """However many paragraphs have it."""
    lines = [f"正文｜颜色C00000｜第{n}项工作已经完成。" for n in "一二三"]
    assert found_in(*lines) == [("layout.color", "3")]


@pytest.mark.parametrize(
    ("title", "codes"),
    [("关于2020年工作情况的报告", ["layout.color"]), ("某某市人民政府令", [])],
)
def test_a_red_title_is_the_mark_of_an_order_alone(title: str, codes: list[str]) -> None:
    """A 报告 has a black one."""
    made = docx_of(f"标题｜颜色FF0000｜{title}\n正文｜全年各项工作按计划完成。")
    assert [each.code for each in findings(made, "来文.docx")] == codes


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("网格28.95 字格28", []),
        ("网格28.95 字格26", ["layout.cells"]),
        ("脚30", []),
        ("脚17.5", ["layout.folio_distance"]),
    ],
)
def test_the_grid_and_the_foot_are_measured(says: str, found: list[str]) -> None:
    """28 characters to a line, and page numbers 7 mm below the text."""
    assert [code for code, _ in found_in(f"页面｜{says}", "正文｜全年各项工作按计划完成。")] == found


def test_space_above_stands_for_an_empty_row() -> None:
    """As offices have it that never type one."""
    lines = ("正文｜工作已经完成。", "署名｜紧接 段前28｜某某区司法局", "日期｜2021年1月15日")
    assert found_in(*lines) == []
    assert found_in(*(line.replace(" 段前28", "") for line in lines)) == [("layout.empty_rows", None)]
