"""What looking for a figure says."""

from .message import Message

MESSAGES: dict[str, Message] = {
    "where.unknown": Message(
        "数据表中没有“{name}”{near:，最接近的是“…”}",
        "the figures have no {name}{near:; the nearest is …}",
        "写指标名称或代码；不写则列出全部指标",
        "give a figure's name or code; without one all are listed",
    ),
}
