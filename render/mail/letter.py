"""Letter: one message and everything it depends on, before it is written as bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..diagnostics import NOWHERE, Source
from .addresses import Address

CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".ofd": "application/ofd",
    ".zip": "application/zip",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
OTHER_CONTENT = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along."""

    path: Path
    name: str  # its own
    sent_name: str  # what the message calls it: its own, or one in ASCII
    size: int
    sha256: str
    is_shared: bool = False  # goes to every recipient
    is_internal: bool = False  # an office's own; never for outsiders

    @property
    def content_type(self) -> str:
        """Media type, by the name's extension."""
        return CONTENT_TYPES.get(Path(self.name).suffix.lower(), OTHER_CONTENT)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets one message."""

    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)  # for the templates, by name
    attachments: tuple[str, ...] = ()  # its own, as written
    source: Source = NOWHERE

    @property
    def label(self) -> str:
        """What people call this recipient."""
        return self.fields.get("单位") or self.fields.get("姓名") or self.to[0].name or self.to[0].address


@dataclass(frozen=True)
class Letter:
    """One message: said, addressed, its enclosures known."""

    recipient: Recipient
    sender: Address
    reply_to: tuple[Address, ...]
    subject: str
    text: str
    signature: str
    enclosures: tuple[Enclosure, ...]

    @cached_property
    def key(self) -> str:
        """What makes this message itself: SHA-256 over all it says and carries, but no date."""
        recipient = self.recipient
        addressed = [
            [[a.name, a.address] for a in group]
            for group in ((self.sender,), self.reply_to, recipient.to, recipient.cc, recipient.bcc)
        ]
        said = [addressed, self.content]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

    @cached_property
    def content(self) -> str:
        """What makes its content the same as another's, whoever it is for: SHA-256 of text and files."""
        files = [[enclosure.sent_name, enclosure.sha256] for enclosure in self.enclosures]
        said = [self.subject, self.text, self.signature, files]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

    @property
    def message_id(self) -> str:
        """The Message-ID (RFC 5322, 3.6.4)."""
        return f"<{self.key[:32]}@{self.sender.domain}>"

    @property
    def envelope(self) -> tuple[Address, ...]:
        """All mailboxes the message goes to, each once."""
        recipient = self.recipient
        found: dict[str, Address] = {}
        for address in (*recipient.to, *recipient.cc, *recipient.bcc):
            found.setdefault(address.same_as, address)
        return tuple(found.values())
