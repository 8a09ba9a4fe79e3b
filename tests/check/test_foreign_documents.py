"""Documents from anywhere: who signs them, whom they address, and when, told from the text alone."""

from __future__ import annotations

import pytest
from check.foreign import codes, found

BODY = "一、工作情况\n" + "各项工作平稳推进，取得积极成效，群众满意度不断提高。\n" * 9
FORMAL = ("form.signature", "form.date", "upward.leader")


@pytest.mark.parametrize(
    "head",
    [
        "关于审判工作情况的报告\n（2020年7月6日）\n主任、副主任、秘书长、各位委员：\n",
        "关于预算执行情况的报告\n——2020年7月30日在某区第三届人民代表大会第五次会议上\n某区财政局\n各位代表：\n",
        "2019年教育事业发展统计公报\n某省教育厅\n2020年5月20日\n",
    ],
)
def test_what_is_read_out_or_dated_above_has_no_signature(head: str) -> None:
    """And 主任 among those it is read to is no addressee."""
    assert not set(FORMAL) & set(codes(head + BODY))


def test_a_report_to_a_body_is_signed_and_dated() -> None:
    """Else both are missed."""
    assert {"form.signature", "form.date"} <= set(codes("关于审判工作情况的报告\n市人民政府：\n" + BODY))


def test_a_stop_that_all_headings_of_a_level_have_is_told_once() -> None:
    """It is a habit then; that of one among others is a slip."""
    text = "工作报告\n" + "".join(
        f"{number}、{title}。\n各项工作平稳推进，取得积极成效，群众满意度不断提高。\n"
        for number, title in (("一", "减贫成效"), ("二", "精准识贫"), ("三", "产业扶贫"))
    )
    stops = [each for each in found(text) if each.code == "structure.stop"]
    assert [each.values["found"] for each in stops] == ["减贫成效。"]
    others = [each for each in found(text.replace("减贫成效。", "减贫成效")) if each.code == "structure.stop"]
    assert len(others) == 2


WHOLE = (
    "关于清河县2023年预算执行情况的报告\n县人民政府：\n"
    "2023年，县财政局认真落实县委、县政府决策部署，全年预算执行总体平稳。现将有关情况报告如下。\n"
    "一、预算执行基本情况\n（一）预算收入。全县一般公共预算收入完成12.60亿元。\n（二）预算支出。支出28.00亿元。\n"
    "二、2024年工作打算\n（一）抓好收入。加强征管协作，依法征收、应收尽收。\n（二）优化支出。压减一般性支出。\n"
    "特此报告。\n附件：1.收支情况表\n2.项目清单\n清河县财政局\n2024年2月5日"
)


@pytest.mark.parametrize(
    ("code", "right", "typed"),
    [
        ("attachment.number_form", "附件：1.收", "附件：1、收"),
        ("attachment.number_form", "附件：1.收", "附件：一、收"),
        ("mark.ascii", "附件：1.收", "附件:1.收"),
        ("attachment.order", "2.项目", "3.项目"),
        ("attachment.order", "2.项目", "1.项目"),
        ("attachment.only", "\n2.项目清单", ""),
        ("attachment.mark", "项目清单", "项目清单。"),
        ("form.addressee_colon", "县人民政府：", "县人民政府"),
        ("form.date_form", "2024年2月5日", "2024.2.5"),
        ("form.date_form", "2024年2月5日", "二〇二四年二月五日"),
        ("form.date_form", "2024年2月5日", "2024年2月"),
        ("numeral.date_zero", "2024年2月5日", "2024年02月05日"),
        ("day.title_year", "清河县2023年", "清河县2022年"),
        ("day.plan_year", "2024年工作打算", "2023年工作打算"),
        ("day.document_year", "决策部署", "决策部署（财监〔2028〕5号）"),
        ("structure.number_form", "二、2024年", "二.2024年"),
        ("mark.blank", "预算执行总体", "预算执 行总体"),
        ("mark.blank", "预算执行总体", "预算执行　　总体"),
        ("mark.blank", "总体平稳。", "总体平稳 。"),
        ("char.unseen", "预算执行总体", "预算\u200b执行总体"),
        ("mark.ascii_stop", "应收尽收。", "应收尽收.."),
        ("mark.paragraph_end", "支出28.00亿元。", "支出28.00亿元。压减支出；"),
        ("mark.paragraph_end", "应收尽收。", "应收尽收，"),
        ("structure.number_form", "二、2024年工作打算", "二下一步工作打算"),
        ("numeral.date_form", "现将", "截至2024.1月底，有所结余，现将"),
        ("numeral.date_form", "现将", "截至1月24号，有所结余，现将"),
        ("numeral.han_month", "现将", "在四月底前完成，现将"),
        ("numeral.mixed", "现将", "先后三3次研究，现将"),
        ("numeral.mixed", "现将", "力争二〇24年完成，现将"),
        ("numeral.han_beside", "现将", "清理文件63件、制定文件六十三件，现将"),
        ("number.remainder", "现将", "会前学法12多次，现将"),
        ("numeral.document_sign", "现将", "落实通知（财监〔2023〕5），现将"),
        ("mark.exclamation", "特此报告。", "特此报告！"),
        ("mark.list_comma", "现将", "分布在柳河，青山，双岔等5个乡镇，现将"),
        ("mark.lost_stop", "现将", "审议通过《实施方案》会议强调，要抓好落实。现将"),
        ("mark.no_stop", "特此报告。", "请贵局于6月21日前函复意见"),
        ("mark.outer_titles", "现将", "认真贯彻〈条例〉，现将"),
        ("number.from_to", "现将", "标准由每人每月131元提高到123元，现将"),
        ("number.respectively", "现将", "小学、初中分别达到4.5平方米以上。现将"),
    ],
)
def test_a_file_is_looked_over_as_it_was_typed(code: str, right: str, typed: str) -> None:
    """What reading evens out for a report is found all the same."""
    assert codes(WHOLE) == []
    assert code in codes(WHOLE.replace(right, typed, 1))


def test_a_date_is_told_once_and_whole() -> None:
    """With both zeros taken out."""
    (each,) = found(WHOLE.replace("2024年2月5日", "2024年02月05日"))
    assert (each.code, each.values["put"]) == ("numeral.date_zero", "2024年2月5日")


def test_what_a_word_processor_counts_and_breaks_is_no_blank() -> None:
    """Articles of a regulation, and a form's own blanks, are set apart by intention."""
    assert "mark.blank" not in codes(
        WHOLE.replace("（一）预算收入。", "第一条　为了加强预算管理，根据有关规定，")
    )
    assert "form.date_form" not in codes(WHOLE.replace("2024年2月5日", "20××年×月×日"))
    joint = "根据《中共中央办公厅 国务院办公厅关于印发〈实施方案〉的通知》，现将"
    assert "mark.blank" not in codes(WHOLE.replace("现将", joint))


LINES = "各项工作平稳推进，取得积极成效。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"关于加快发展的意见\n一、总体要求\n（一）指导思想\n{LINES}（二）目标\n{LINES}二、任务\n（三）培育主体\n{LINES}（四）补短板\n{LINES}",
        f"决算说明\n第一章 概况\n一、主要职责\n{LINES}二、机构设置\n{LINES}第二章 情况\n一、收支\n{LINES}二、运行\n{LINES}",
        f"监测通知\n一、监测内容\n重点监测以下内容：\n1.每百名学生拥有教师数；\n2.生均用房面积。\n二、要求\n{LINES}",
        f"统计公报\n一、综合\n{LINES}二、农业\n{LINES}注：1.本公报数据为初步统计数。\n2.总值按现价计算，增速按不变价计算。\n",
    ],
)
def test_known_ways_of_counting_are_left_alone(text: str) -> None:
    """Numbers that run on below the next head, chapters, enumerations behind a colon, and notes."""
    assert [code for code in codes(text) if code.startswith("structure.")] == []


def test_a_name_that_begins_with_a_year_is_no_number() -> None:
    """1.2023年度… is the first attachment, 2023年度…."""
    text = WHOLE.replace("1.收支情况表", "1.2023年收支情况表").replace("2.项目清单", "2.2023年项目清单")
    attached = text + "\n附件1\n2023年收支情况表\n收支平衡，略有结余。\n附件2\n2023年项目清单\n项目均已开工。"
    assert [code for code in codes(attached) if code.startswith(("attachment.", "reference."))] == []


def test_a_masthead_is_no_part_of_the_title() -> None:
    """Its mark, and the number with who signs, stand above it."""
    text = "临渡县人民政府文件\n\n临政〔2024〕6号　　签发人：周立民\n\n" + WHOLE
    assert not {"title.marks", "title.long"} & set(codes(text))


def test_the_unit_of_a_table_stands_between_its_title_and_it() -> None:
    """表2, 单位：件, and the table."""
    table = "项目\t自然人\t总计\n本年新收\t22\t28\n上年结转\t1\t1\n"
    text = (
        f"工作报告\n一、情况\n{LINES}表1 公开情况\n{table}{LINES}表2 申请情况\n单位：件\n{table}详见表2。\n"
    )
    assert not {"reference.table", "caption.partly"} & set(codes(text))


def test_a_habit_is_told_once() -> None:
    """“甲”、“乙”、“丙” all through a document are one finding, with their count."""
    text = "工作报告\n整治“僵尸”、“睡眠”账号和“甲”、“乙”问题，取得成效。\n整治“丙”、“丁”问题，取得成效。"
    (each,) = [each for each in found(text) if each.code == "mark.list_of_quotes"]
    assert each.values["count"] == "3"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("mark.doubled", "完成了目标任务。.全年情况较好。"),
        ("mark.title_in_quotes", "落实《关于印发“设备更新行动方案”的通知》。"),
        ("numeral.mixed", "新增设施农业四百80公顷。"),
        ("numeral.short_year", "改造电梯180部，其中24年50部、2025年70部。"),
        ("unit.power", "总面积86.5KM2。"),
        ("word.wrong_character", "建成高标准农田1.8万公倾。"),
        ("agency.rank", "县医疗保障厅、县教育局参加。"),
        ("agency.spoken", "市交通局组织实施。"),
        ("reference.annexed_table", "项目明细见附表1。"),
    ],
)
def test_small_slips_are_found(code: str, text: str) -> None:
    """Each by its own rule."""
    assert code in codes("2023年工作报告\n" + BODY + text)
