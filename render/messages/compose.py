"""What the compose stage says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {}
