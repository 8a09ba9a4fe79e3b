"""Names of agencies, units and laws in a file from anywhere, told without a list of that file's own."""

from __future__ import annotations

import pytest
from check.foreign import found

HEAD = "2023年工作报告\n一、工作情况\n" + "各项工作平稳推进，取得积极成效，群众满意度不断提高。\n" * 3


def told(code: str, text: str) -> list[object]:
    """Give what a rule quotes."""
    return [each.values["found"] for each in found(HEAD + text) if each.code == code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县行政审批服务局牵头，县行政审批局汇总，县行政审批服务局通报。", ["县行政审批局"]),
        ("市发展改革局牵头，市发改局汇总，市发展改革局通报。", ["市发改局"]),
        ("县教育和体育局牵头，县教育和体意局汇总，县教育和体育局通报。", ["县教育和体意局"]),
        ("县卫生局与县卫生监督所联合检查。", []),
        ("市公安局第一分局与市公安局第二分局联合检查。", []),
        ("县农业农村局（以下简称“农业局”）牵头，县农业局汇总。", []),
    ],
)
def test_an_agency_has_one_name(text: str, expected: list[str]) -> None:
    """The name used less often is told."""
    assert told("agency.unlike", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由县应急管理厅牵头。", ["县应急管理厅"]),
        ("市教育厅印发通知。", ["市教育厅"]),
        ("县政府办公厅印发通知。", ["县政府办公厅"]),
        ("自治区公安厅、省教育厅、市政府办公厅印发通知。", []),
        ("县政务服务大厅、区展示厅全部开放。", []),
    ],
)
def test_a_county_has_no_ting(text: str, expected: list[str]) -> None:
    """Nor has a city, but for its 办公厅."""
    assert told("agency.rank", text) == expected


def test_an_agency_merged_away_is_found_beside_words_with_yuan() -> None:
    """原则 says nothing of the agency's past, 原国土资源局 does."""
    text = "请原则同意由县国土资源局{}牵头。"
    assert told("agency.ended", text.format("")) == ["县国土资源局"]
    assert told("agency.ended", text.format("（原县国土资源局）")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据《中华人民共和国行政复议条例》办理。", ["中华人民共和国行政复议条例"]),
        ("依据《中华人民共和国行政复议法》《中华人民共和国政府信息公开条例》办理。", []),
    ],
)
def test_a_law_is_not_called_a_regulation(text: str, expected: list[str]) -> None:
    """Nor the other way round."""
    assert told("law.name", text) == expected


def test_a_law_that_ends_in_a_word_like_method_is_a_law() -> None:
    """预算法 ends in 算法."""
    assert told("law.unknown", "依据《中华人民共和国财政预算法》办理。") == ["中华人民共和国财政预算法"]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("unit.spoken", "房屋132.5万平米，绿地3000平方，每人34微克每立方。", 3),
        ("unit.spoken", "房屋132.5万平方米，34微克/立方米，开平方根。", 0),
        ("unit.sign", "PH值为7，pm2.5下降。", 2),
        ("unit.sign", "pH值为7，PM2.5下降。", 0),
        ("unit.case", "浓度为35ug/m³。", 1),
        ("unit.power", "浓度为35μg/m3，绿地3万m2。", 2),
        ("unit.symbol", "降水1124mm，造林5公顷，产粮3吨，道路8公里，渠道5公里。", 1),
        ("unit.symbol", "新建220kV线路8公里，造林5公顷，产粮3吨，渠道5公里。", 0),
    ],
)
def test_units(code: str, text: str, count: int) -> None:
    """Spoken names, signs and symbols."""
    assert len(told(code, text)) == count


def test_a_short_name_inside_its_full_name_is_no_second_one() -> None:
    """市政府法制办公室 has 市政府法制办 in it."""
    assert told("agency.mixed", "原市政府法制办公室牵头，原市政府法制办公室汇总。") == []
    assert told("agency.mixed", "原市政府法制办公室牵头，原市政府法制办汇总。") == ["市政府法制办"]
