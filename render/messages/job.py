"""What the pipeline and the commands say."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {}
