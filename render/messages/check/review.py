"""What is said about the sentences that last year's text left to look at."""

import json

from ..message import Message, Severity
from .page import Page

MESSAGES: dict[str, Message] = {
    "review.metadata": Message(
        "上年有而本年度未填：{keys}",
        "filled in last year and empty now: {keys}",
        "在文件开头填写；本年度没有的填“无”",
        "fill them in at the head of the file; write 无 for one that this year has not",
        severity=Severity.WARNING,
    ),
    "review.open": Message(
        "待核改语句第{number}条{count:等…条}未处理，含{held}：{sentence}",
        "sentence {number} of the list{count:, and others, … in all,} is still open and holds {held}: {sentence}",
        "按待核改语句清单逐条改写；内容仍然准确的，在待核改语句.xlsx的“处理”一栏填“保留”",
        "rewrite what the list names; where it is still right, put 保留 into the column 处理 of 待核改语句.xlsx",
    ),
    "review.unchanged": Message(
        "待核改语句第{number}条标为“已改”，但语句未变（{place}）：{sentence}",
        "sentence {number} of the list is marked 已改 but stands as it was ({place}): {sentence}",
        "改写该句，或改标“保留”",
        "rewrite it, or mark it 保留",
    ),
    "review.mark": Message(
        "待核改语句第{number}条的处理“{mark}”不能识别{near:，最接近的是“…”}",
        "the mark {mark} of sentence {number} of the list is unknown{near:; the nearest is }",
        "填“已改”或“保留”，说明写在“备注”一栏",
        "put 已改 (changed) or 保留 (kept); anything else goes into the column 备注",
    ),
}

_HEAD = "---\n年度: 2021\n标题: 工作报告\n---\n"
_OLD = "区委召开第三次会议，听取工作汇报。"


def _list(mark: str, *emptied: str) -> dict[str, str]:
    """Write a list of one sentence, with the mark it has in the checklist."""
    item = {
        "number": 1,
        "file": "report.md",
        "line": 5,
        "sheet": "",
        "cell": "",
        "section": "",
        "sentence": _OLD,
        "found": [{"reason": "序数次数", "text": "第三次"}],
    }
    record = json.dumps({"from": 2020, "to": 2021, "emptied": emptied, "items": [item]}, ensure_ascii=False)
    return {"待核改语句.json": record, "待核改语句.md": f"- [{mark}] 1. {_OLD}\n"}


_NEW = {"report.md": f"{_HEAD}区委召开第五次会议，听取工作汇报。\n"}
_SAME = {"report.md": f"{_HEAD}{_OLD}\n"}

_INDEXED = {"report.md": _NEW["report.md"].replace("---\n区委", "索引号: 〔2022〕12号\n---\n区委")}

PAGES: dict[str, Page] = {
    "review.metadata": Page(
        "上年填写的要素本年度也填写",
        "What was filled in last year is filled in again",
        "发文字号、索引号、发布日期等每年不同，生成下一年度文稿时已清空。",
        "发文字号, 索引号, 发布日期 and the like differ from year to year and were emptied by the rollover.",
        right={**_INDEXED, **_list(" ", "index_no")},
        wrong={**_NEW, **_list(" ", "index_no")},
    ),
    "review.open": Page(
        "上年文稿中的待核改语句逐条处理",
        "Every sentence left over from last year is dealt with",
        "由gongwen rollover生成的文稿沿用上年文字，其中手工录入的数字、年份、序数、增减用词可能已不准确。\n"
        "改写后不再含有所列内容的，即为处理；内容仍准确的标“保留”。",
        "A text taken over by `gongwen rollover` is last year's: numbers, years, ordinals and words of\n"
        "change typed into it may be wrong now. A sentence is dealt with when it no longer holds what was\n"
        "listed, or when it is marked 保留.",
        right={**_NEW, **_list(" ")},
        wrong={**_SAME, **_list(" ")},
    ),
    "review.unchanged": Page(
        "标为“已改”的语句确已改写",
        "A sentence marked as changed was changed",
        "标了“已改”而语句一字未动，多为漏改或标错行。",
        "Marked 已改 but the same to the letter: it was forgotten, or another line was meant.",
        right={**_SAME, **_list("保留")},
        wrong={**_SAME, **_list("已改")},
    ),
    "review.mark": Page(
        "处理一栏只填“已改”或“保留”",
        "A mark says changed or kept",
        "其他写法不能判断该句是否已处理。",
        "Nothing else tells whether the sentence was dealt with.",
        right={**_SAME, **_list("保留：内容不变")},
        wrong={**_SAME, **_list("改好了")},
    ),
}
