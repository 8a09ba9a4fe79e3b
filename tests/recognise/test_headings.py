"""Headings: which numbered paragraphs are headings, and of which level."""

from __future__ import annotations

from render.recognise.candidates import Candidate
from render.recognise.found import PLAIN, Look
from render.recognise.headings import find_headings

LONG = "全区各部门各单位认真贯彻落实上级决策部署，扎实开展各项工作，取得了明显成效，群众满意度不断提升。"


def found(*texts: str | tuple[str, Look] | None) -> list[tuple[int, str, str]]:
    """List level, number and title of the headings among paragraphs."""
    candidates = [
        None if text is None else Candidate(*text) if isinstance(text, tuple) else Candidate(text, PLAIN)
        for text in texts
    ]
    headings = find_headings(candidates)
    return [
        (h.level, h.number, c.text[h.start : h.stop])
        for c, h in zip(candidates, headings, strict=True)
        if h is not None and c is not None
    ]


def test_levels_follow_nesting() -> None:
    """一、 （一） 1. are three levels; below 一、 alone, 1. is the second."""
    assert found("一、甲项工作", "（一）乙项", "1.丙项", LONG, "二、丁项工作", "1.戊项", LONG) == [
        (1, "一、", "甲项工作"),
        (2, "（一）", "乙项"),
        (3, "1.", "丙项"),
        (1, "二、", "丁项工作"),
        (2, "1.", "戊项"),
    ]


def test_a_short_first_sentence_runs_in() -> None:
    """With the paragraph after it."""
    assert found("一、工作情况", "1.强化领导。" + LONG, "2.完善制度。" + LONG) == [
        (1, "一、", "工作情况"),
        (2, "1.", "强化领导。"),
        (2, "2.", "完善制度。"),
    ]


def test_numbered_sentences_are_no_headings() -> None:
    """As in a decision, or a list of duties."""
    texts = [
        "一、原则同意设立园区。" + LONG,
        "二、你县要严格执行国土空间规划和环境保护有关规定，集约节约利用土地，严禁引进高耗能项目。",
        "三、市有关部门要按照各自职责，对园区建设给予指导和支持，重大事项及时向市政府报告。",
    ]
    assert found(*texts) == []
    assert found("（一）贯彻执行法律法规；", "（二）拟订发展规划；", "（三）负责监督检查。") == []


def test_a_list_without_text_below_is_a_list() -> None:
    """Names of attachments, members, prizes."""
    assert found("一、有关事项", LONG, "1.甲单位", "2.乙单位", "3.丙单位") == [(1, "一、", "有关事项")]


def test_what_a_file_sets_apart_is_a_heading() -> None:
    """Bold leads, whatever mark they end in."""
    lead = Look(lead=9)
    assert found("一、目标", (f"（一）总体目标：{LONG}", lead), (f"（二）重点任务：{LONG}", lead)) == [
        (1, "一、", "目标"),
        (2, "（一）", "总体目标："),
        (2, "（二）", "重点任务："),
    ]


def test_notes_and_cells_are_no_headings() -> None:
    """Numbered notes below a text, and the rows of a table that lost its lines."""
    assert found("一、综合", LONG, "注：", "1.本公报为初步统计数。", "2.部分数据因四舍五入，存在误差。") == [
        (1, "一、", "综合")
    ]
    cells = [Candidate(text, PLAIN, True) for text in ("一、本年新收", "12", "二、上年结转", "0")]
    assert find_headings(cells) == [None] * 4


def test_counting_may_go_on_or_begin_again() -> None:
    """（三） after 二、 is still a second level."""
    assert [h[:2] for h in found("一、甲情", "（一）乙情", LONG, "（二）丙情", LONG, "二、丁情", "（三）戊情", LONG)] == [
        (1, "一、"), (2, "（一）"), (2, "（二）"), (1, "二、"), (2, "（三）"),
    ]  # fmt: skip


def test_unnumbered_lines_head_what_begins_again_below_them() -> None:
    """一、 twice, each time under a line of its own."""
    assert found(
        "2019年工作回顾", "一、经济运行", LONG, "二、民生改善", LONG, "2020年工作安排", "一、稳中求进", LONG
    ) == [
        (1, "", "2019年工作回顾"),
        (2, "一、", "经济运行"),
        (2, "二、", "民生改善"),
        (1, "", "2020年工作安排"),
        (2, "一、", "稳中求进"),
    ]


def test_chapters_are_headings_and_articles_are_not() -> None:
    """第一章 is; 第一条 is text."""
    assert found(
        "第一章 总则", "第一条 为了加强管理，制定本办法。", "第二章 附则", "第二条 本办法自公布之日起施行。"
    ) == [
        (1, "第一章", "总则"),
        (1, "第二章", "附则"),
    ]


def test_four_levels_are_the_most() -> None:
    """A fifth stays text."""
    levels = [
        h[0]
        for h in found(
            "第一章 总则", "一、甲情", "（一）乙情", "1.丙情", "（1）丁情", LONG, "（2）戊情", LONG
        )
    ]
    assert levels == [1, 2, 3, 4]


def test_a_list_that_runs_on_is_decided_as_one() -> None:
    """Rules count 一、 to 五、 across their chapters: what 一、 is not, 五、 is not either."""
    item = "县政府工作人员应当依法履行职责，自觉接受监督，不得推诿。"
    texts = ("第一章 总则", f"一、{item}", f"二、{item}", f"三、{item}", "第二章 附则",
             f"四、实行会议制度。{LONG}", f"五、本规则自印发之日起施行。{LONG}")  # fmt: skip
    assert found(*texts) == [(1, "第一章", "总则"), (1, "第二章", "附则")]
