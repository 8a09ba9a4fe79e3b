"""What the layout stage says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {}
