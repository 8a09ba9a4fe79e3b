"""Message: a letter as bytes, the same every time.

    multipart/mixed
      multipart/alternative      the text, plain and as HTML, both in base64
      one part for each enclosure

Everything is ASCII in short lines (7bit), so no relay on the way has reason to rewrite it. Date,
Message-ID and boundaries come from the letter and from the caller, none from the clock or from chance.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from html import escape

from .addresses import Address
from .headers import address_header, file_headers, text_header
from .letter import Enclosure, Letter

DRAFT_HEADER = b"X-Unsent: 1\r\n"
"""Makes Outlook open an .eml as a draft, with a Send button; a message that is sent has none."""

_LINE = 76  # characters of base64; RFC 2045, 6.8
_STYLE = "font-size:12pt;line-height:1.6"


class Composer:
    """Writes letters; the parts of files that go to everybody are encoded once."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str, str], bytes] = {}

    def compose(self, letter: Letter, date: datetime, *, is_draft: bool) -> bytes:
        """Write a letter.

        Args:
            letter: What to write.
            date: For the Date header; with a time zone.
            is_draft: Add what opens it as a draft, and show the blind copies, which the program that
                sends it takes off.

        Raises:
            ChangedEnclosure: a file is not what it was when the letter was made.
            OSError: a file cannot be read.
        """
        digest = letter.key[:40].encode("ascii")
        boundary = b"=_m" + digest  # `=_` stands in no base64; neither boundary begins with the other
        parts = [_alternative(letter, b"=_t" + digest), *map(self._part, letter.enclosures)]
        lines = [_head(letter, date, boundary, is_draft=is_draft)]
        lines += [piece for part in parts for piece in (b"--", boundary, b"\r\n", part)]
        return b"".join([*lines, b"--", boundary, b"--\r\n"])

    def _part(self, enclosure: Enclosure) -> bytes:
        key = (str(enclosure.path), enclosure.sent_name, enclosure.sha256)
        if (kept := self._parts.get(key)) is not None:
            return kept
        data = enclosure.path.read_bytes()
        if hashlib.sha256(data).hexdigest() != enclosure.sha256:
            raise ChangedEnclosure(enclosure)
        part = file_headers(enclosure.content_type, enclosure.sent_name) + b"\r\n" + base64_lines(data)
        if enclosure.is_shared:
            self._parts[key] = part
        return part


class ChangedEnclosure(Exception):
    """A file changed while messages were being written."""

    def __init__(self, enclosure: Enclosure) -> None:
        self.enclosure = enclosure
        super().__init__(enclosure.name)


def base64_lines(data: bytes) -> bytes:
    """Encode in lines of 76 characters (RFC 2045, 6.8), the last one ended too."""
    encoded = b64encode(data)
    return b"".join([encoded[at : at + _LINE] + b"\r\n" for at in range(0, len(encoded), _LINE)])


def encoded_size(size: int) -> int:
    """Count the bytes that a file of this size takes in a message."""
    characters = (size + 2) // 3 * 4
    return characters + 2 * ((characters + _LINE - 1) // _LINE)


def body_text(letter: Letter) -> str:
    """Put a message's text together: what it says, what goes along, and the signature."""
    listed = [line for enclosure in enclosure_lines(letter) for line in enclosure]
    parts = (letter.text.strip(), "\n".join(listed), letter.signature.strip())
    return "\n\n".join(part for part in parts if part) + "\n"


def enclosure_lines(letter: Letter) -> list[list[str]]:
    """List the files by their own names, with size and digest, so that a garbled name does no harm."""
    if not letter.enclosures:
        return []
    lines = [[f"附件（共{len(letter.enclosures)}个）："]]
    for number, enclosure in enumerate(letter.enclosures, 1):
        renamed = "" if enclosure.sent_name == enclosure.name else f"；邮件中的文件名：{enclosure.sent_name}"
        lines.append(
            [
                f"{number}. {enclosure.name}（{size_in_words(enclosure.size)}{renamed}）",
                f"   SHA-256：{enclosure.sha256}",
            ]
        )
    return lines


def size_in_words(size: int) -> str:
    """Write a size as file managers do."""
    if size < 1000 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024**2:.1f} MB"


def _head(letter: Letter, date: datetime, boundary: bytes, *, is_draft: bool) -> bytes:
    recipient = letter.recipient
    addressed: Mapping[str, tuple[Address, ...]] = {
        "To": recipient.to,
        "Cc": recipient.cc,
        "Bcc": recipient.bcc if is_draft else (),
        "Reply-To": letter.reply_to,
    }
    return b"".join(
        [
            address_header("From", [letter.sender]),
            *(address_header(name, group) for name, group in addressed.items() if group),
            text_header("Subject", letter.subject),
            b"Date: " + format_datetime(date).encode("ascii") + b"\r\n",
            b"Message-ID: " + letter.message_id.encode("ascii") + b"\r\n",
            DRAFT_HEADER if is_draft else b"",
            b"MIME-Version: 1.0\r\n",
            b'Content-Type: multipart/mixed;\r\n boundary="' + boundary + b'"\r\n\r\n',
        ]
    )


def _alternative(letter: Letter, boundary: bytes) -> bytes:
    pieces = [b'Content-Type: multipart/alternative;\r\n boundary="' + boundary + b'"\r\n\r\n']
    for kind, text in (("plain", body_text(letter)), ("html", _html(letter))):
        pieces += [
            b"--" + boundary + b"\r\n",
            f"Content-Type: text/{kind}; charset=utf-8\r\n".encode("ascii"),
            b"Content-Transfer-Encoding: base64\r\n\r\n",
            base64_lines("\r\n".join(text.splitlines()).encode() + b"\r\n"),
        ]
    return b"".join([*pieces, b"--" + boundary + b"--\r\n"])


def _html(letter: Letter) -> str:
    """Write the text as HTML: the same words, so that neither part says what the other does not."""
    said = [
        f"<p>{_escaped(paragraph)}</p>"
        for paragraph in letter.text.strip().split("\n\n")
        if paragraph.strip()
    ]
    listed = [f"<p>{_escaped(chr(10).join(lines))}</p>" for lines in enclosure_lines(letter)]
    signed = [f"<p>{_escaped(letter.signature.strip())}</p>"] if letter.signature.strip() else []
    body = "\n".join([*said, *listed, *signed])
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"></head>\n'
        f'<body style="{_STYLE}">\n{body}\n</body>\n</html>\n'
    )


def _escaped(text: str) -> str:
    lines = (escape(line.strip()) for line in text.strip("\n").split("\n"))
    return "<br>\n".join(lines)
