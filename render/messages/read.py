"""What the read stage says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {}
