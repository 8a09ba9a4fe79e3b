"""What is said when a report lacks what its rule pack asks for, unless the pack says it in words of its own."""

from __future__ import annotations

from ..message import Message

DEMANDS: dict[str, Message] = {
    "part": Message("缺“{}”部分", "no section on {}", "补写，标题中写明“{}”", "add it, with {} in its heading"),
    "deadline": Message("{}：{{found}}已过", "{}: {{found}} is past it", "核对日期", "check the date"),
    "required": Message("没有写到“{}”", "nothing is said of {}", "补写，用到“{}”", "add it, with {}"),
    "forbidden": Message(
        "不宜出现{}：“{{found}}”", "{} does not belong here: {{found}}", "删去或改写", "take it out or change it"
    ),
    "figure": Message(
        "没有写明{}", "{} is not given", "补上数据，与“{}”写在一句里", "add the number, in a sentence with {}"
    ),
    "order": Message(
        "{}：{{found}}应在{{before}}之后", "{}: {{found}} belongs after {{before}}", "按规定的次序排列", "put them in order"
    ),
}  # fmt: skip
"""Wordings by the kind of a demand; `{}` takes its name, in hints its first word."""
