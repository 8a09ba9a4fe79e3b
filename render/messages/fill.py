"""What the fill stage says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {}
