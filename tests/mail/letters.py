"""Letters and report folders for the tests of mailing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from folders import write_report

from render.diagnostics import Diagnostic
from render.mail import Mailing
from render.mail.addresses import Address, read_address
from render.mail.letter import Enclosure, Letter, Recipient
from render.pipeline import Job, build

DATE = datetime(2021, 2, 18, 9, 30, tzinfo=timezone(timedelta(hours=8)))
TITLE = "测试报告"


def address(text: str) -> Address:
    """An address that is one."""
    found: list[Diagnostic] = []
    read = read_address(text, Diagnostic("mail.address").source, found)
    assert read is not None, found
    return read


def enclosure(path: Path, *, name: str | None = None, sent_name: str | None = None) -> Enclosure:
    """A file that goes along."""
    data = path.read_bytes()
    name = name or path.name
    return Enclosure(path, name, sent_name or name, len(data), hashlib.sha256(data).hexdigest(), True)


def letter(
    *enclosures: Enclosure,
    to: str = "王五 <wang@example.org>",
    cc: str = "",
    bcc: str = "",
    sender: str = "某某区司法局 <sfj@example.org>",
    subject: str = "报送测试报告",
    text: str = "区政府：\n\n请查收。",
    fields: Mapping[str, str] | None = None,
) -> Letter:
    """A letter to one recipient."""
    copies = [(address(each),) if each else () for each in (cc, bcc)]
    recipient = Recipient((address(to),), copies[0], copies[1], dict(fields or {}))
    return Letter(recipient, address(sender), (), subject, text, "某某区司法局", enclosures)


def parsed(data: bytes) -> EmailMessage:
    """Parse a message strictly: no defect, but for the encoded names of files that no standard allows."""
    message = message_from_bytes(data, policy=policy.SMTP.clone(raise_on_defect=True))
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        assert part.defects == []
        for name, value in part.items():
            is_file = name == "Content-Type" and part.is_attachment()
            assert is_file or value.defects == ()
    return message


def text_of(message: EmailMessage, kind: str = "plain") -> str:
    """One of the two texts of a message, its line ends as Python has them."""
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def write_mailing(
    folder: Path,
    *,
    settings: str = "",
    recipients: str | None = None,
    allowed: str = '["example.org"]',
    more: str = "",
    text: str = "正文。\n",
    is_built: bool = True,
) -> Mailing:
    """Write a report with a mail.toml, and build it."""
    write_report(folder, text, more=more)
    if recipients is None:
        recipients = '[[收件人]]\n单位 = "甲局"\n邮箱 = "a@example.org"\n'
    head = '发件人 = "某某区司法局 <sfj@example.org>"\n'
    toml = f"{head}允许的邮箱域名 = {allowed}\n{settings}\n{recipients}"
    (folder / "mail.toml").write_text(toml, encoding="utf-8")
    mailing = Mailing(Job(folder, out=folder / "out", faces="vendored"))
    if is_built:
        assert build(mailing.job).ok
    return mailing


def many(count: int) -> str:
    """Recipients a0001@example.org and on."""
    return "".join(
        f'[[收件人]]\n单位 = "单位{n}"\n邮箱 = "a{n:04}@example.org"\n' for n in range(1, count + 1)
    )
