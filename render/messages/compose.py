"""What the compose stage says."""

from .message import Message

MESSAGES: dict[str, Message] = {
    "compose.paragraph_too_long": Message(
        "这一段有{length}字，最多{most}字",
        "this paragraph has {length} characters; {most} is the most",
        "把它分成几段；若原文并不长，查看是否误贴了其他内容",
        "split it, or look for something pasted by mistake",
    ),
}
