"""What is said about checks that a report switches off."""

from ..message import Message, Severity
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
    "waiver.idle": Message(
        "“不查”中的“{code}{words:：…}”已查不出问题",
        "waived: nothing is found any more for {code}{words:: …}",
        "删去该项，以免以后的问题也不列出",
        "take it out, or it will hide what comes later",
        severity=Severity.NOTE,
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
    "waiver.idle": Page(
        "“不查”中不留用不着的项",
        "Nothing is switched off in vain",
        "已改好的、换了说法的，对应的停用项要删去，否则以后同样的问题不再列出。",
        "What has been put right need not be switched off; left in, it hides the same fault when it comes again.",
        right={
            "report.md": _TEXT.format(more="不查:\n  number.sign: 照录原表述\n").replace(
                "正文。", "增长-5%。"
            )
        },
        wrong={
            "report.md": _TEXT.format(more="不查:\n  number.sign:\n    文字: 增长-5%\n    原因: 照录原表述\n")
        },
    ),
}
