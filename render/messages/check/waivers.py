"""What is said about checks that a report switches off."""

from ..message import Message
from .page import Page

MESSAGES: dict[str, Message] = {
    "waiver.unknown": Message(
        "“不查”中没有“{code}”这一检查项{near:，最接近的是“…”}",
        "waived: there is no check {code}{near:; the nearest is }",
        "核对代码；全部检查项见gongwen check --explain list",
        "check the code; `gongwen check --explain list` has them all",
    ),
    "waiver.no_reason": Message(
        "“不查”中的“{code}”没有写理由，仍按规定检查",
        "waived: {code} has no reason, so it is checked all the same",
        "写成“{code}: 理由”，或删去该项",
        "write `{code}: reason`, or take it out",
    ),
}

_TEXT = "---\n年度: 2020\n标题: 工作报告\n{more}---\n正文。\n"

PAGES: dict[str, Page] = {
    "waiver.unknown": Page(
        "“不查”只列已有的检查项",
        "Only checks that exist are switched off",
        "代码写错时，想停用的检查并没有停用，也没有人知道。",
        "A code with a typing error switches nothing off, and nobody would know.",
        right={"report.md": _TEXT.format(more="")},
        wrong={"report.md": _TEXT.format(more="不查:\n  reviw.open: 已逐条核对\n")},
    ),
    "waiver.no_reason": Page(
        "停用检查要写明理由",
        "A check is switched off for a reason",
        "理由留在报告里，审核的人和下一年的经办人才知道为什么没有查。",
        "The reason stays in the report, so that the reviewer and next year's clerk know why.",
        right={"report.md": _TEXT.format(more="")},
        wrong={"report.md": _TEXT.format(more="不查:\n  waiver.unknown:\n")},
    ),
}
