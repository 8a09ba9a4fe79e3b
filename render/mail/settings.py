"""Settings: `mail.toml`, who gets the report, what the message says, and which server takes it.

Every key has a Chinese and an English name. Passwords have no place in it: a report folder is copied,
mailed and carried inside documents.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..diagnostics import Diagnostic, Source, fault
from ..nearest import nearest
from ..read.characters import read_text
from ..report import SourceText
from .addresses import Address, read_address, read_addresses, read_domain
from .letter import Recipient
from .toml_places import TomlPlaces, with_quoted_keys

FILE = "mail.toml"
FORMATS = ("docx", "pdf")
"""What goes along unless the file says otherwise."""

SECURITIES = {"tls": "tls", "ssl": "tls", "starttls": "starttls", "none": "none", "不加密": "none"}
PORTS = {"tls": 465, "starttls": 587, "none": 25}

DEFAULT_SUBJECT = "{{ 标题 }}"
DEFAULT_TEXT = "{% if 单位 %}{{ 单位 }}：\n\n{% endif %}现将《{{ 标题 }}》发给你们，请查收。"
_HERE = Source(FILE)
_SUBJECT = SourceText(DEFAULT_SUBJECT, FILE, (0,))
_TEXT = SourceText(DEFAULT_TEXT, FILE, (0, 0, 0))
_NO_TEXT = SourceText("", FILE, (0,))
ATTACHMENTS = tuple((name, _HERE) for name in FORMATS)

KEYS = {
    "allowed_domains": "允许的邮箱域名",
    "sender": "发件人",
    "reply_to": "回复地址",
    "subject": "主题",
    "text": "正文",
    "signature": "签名",
    "attachments": "附件",
    "cc": "抄送",
    "bcc": "密送",
    "recipients_file": "收件人表",
    "recipients": "收件人",
    "server": "服务器",
}
RECIPIENT_KEYS = {"address": "邮箱", "cc": "抄送", "bcc": "密送", "attachments": "附件"}
RECIPIENT_FIELDS = {"name": "姓名", "unit": "单位", "title": "称呼"}
SERVER_KEYS = {
    "host": "主机",
    "port": "端口",
    "security": "加密",
    "user": "用户",
    "ca_file": "证书",
    "interval": "间隔秒数",
    "per_connection": "每次连接封数",
    "tries": "尝试次数",
    "retry_after": "重试秒数",
    "timeout": "超时秒数",
    "most_mb": "大小上限MB",
}
_SECRETS = re.compile(r"(?i)pass(word|wd)?|secret|token|auth|密码|口令|授权码|密钥")
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_Table: TypeAlias = "dict[str, Any]"
_Known: TypeAlias = "Mapping[str, tuple[Any, tuple[str | int, ...]]]"  # values by name, each with its path


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server that takes the messages, and how it wants to be treated."""

    host: str
    port: int
    security: str  # a value of SECURITIES
    user: str = ""  # empty: the one the environment names, or no login
    ca_file: str = ""  # certificate of the office's own authority, beside mail.toml
    interval: float = 2.0  # seconds from one message to the next
    per_connection: int = 20  # messages, then a new connection
    tries: int = 4  # of one message that is put off
    retry_after: float = 60.0  # seconds to the second try, four times as long each time after
    timeout: float = 60.0  # seconds that one answer may take
    source: Source = _HERE


@dataclass(frozen=True, slots=True)
class Settings:
    """What mail.toml says."""

    sender: Address | None
    reply_to: tuple[Address, ...] = ()
    subject: SourceText = _SUBJECT
    text: SourceText = _TEXT
    signature: SourceText = _NO_TEXT
    attachments: tuple[tuple[str, Source], ...] = ATTACHMENTS
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    recipients_file: str = ""
    recipients: tuple[Recipient, ...] = ()
    allowed_domains: tuple[str, ...] = ()
    server: Server | None = None
    most_bytes: int = 20_000_000  # of one message
    source: Source = _HERE


def read_settings(folder: Path, found: list[Diagnostic]) -> Settings:
    """Read the `mail.toml` of a report folder; without one, everything is as it is by default.

    Args:
        folder: The report folder.
        found: Receives what is wrong; a faulty value counts as not given.

    Raises:
        Faults: the file cannot be read, or is no TOML.
    """
    path = folder / FILE
    if not path.is_file():
        return Settings(None)
    text = read_text(path, FILE, found)
    if text is None:
        return Settings(None)
    try:
        table = tomllib.loads(with_quoted_keys(text))
    except (tomllib.TOMLDecodeError, RecursionError) as err:
        at = _TOML_LINE.search(str(err))
        line = int(at[1]) if at else text.rstrip().count("\n") + 1  # "at end of document"
        raise fault("mail.syntax", Source(FILE, line), reason=str(err).partition("(at ")[0].strip()) from err
    return _Reader(table, TomlPlaces(text, FILE), found).read()


class _Reader:
    """One mail.toml being read."""

    def __init__(self, table: _Table, places: TomlPlaces, found: list[Diagnostic]) -> None:
        self.table, self.places, self.found = table, places, found

    def read(self) -> Settings:
        known = self._known(self.table, KEYS)
        plain = Settings(None)
        server, most_bytes = self._server(known)
        return Settings(
            sender=self._sender(known),
            reply_to=self._addresses(known, "reply_to"),
            subject=self._text(known, "subject", plain.subject),
            text=self._text(known, "text", plain.text),
            signature=self._text(known, "signature", plain.signature),
            attachments=self._attachments(known, plain.attachments),
            cc=self._addresses(known, "cc"),
            bcc=self._addresses(known, "bcc"),
            recipients_file=self._string(known, "recipients_file"),
            recipients=self._recipients(known),
            allowed_domains=self._domains(known),
            server=server,
            most_bytes=most_bytes or plain.most_bytes,
        )

    def _known(
        self, table: _Table, keys: Mapping[str, str], *path: str | int
    ) -> dict[str, tuple[Any, tuple[str | int, ...]]]:
        """Sort a table's values by English name, each with its path; report keys nobody knows."""
        names = {spelling: name for name, chinese in keys.items() for spelling in (name, chinese)}
        known: dict[str, tuple[Any, tuple[str | int, ...]]] = {}
        for key, value in table.items():
            at = (*path, key)
            if _SECRETS.search(key) and key not in names:
                self._report("mail.secret", *at, key=key)
            elif key not in names:
                self._report("mail.unknown_key", *at, key=key, near=nearest(key, names))
            elif names[key] in known:
                self._report("mail.twice", *at, key=key, other=known[names[key]][1][-1])
            else:
                known[names[key]] = (value, at)
        return known

    def _string(self, known: _Known, name: str) -> str:
        if name not in known:
            return ""
        value, at = known[name]
        if isinstance(value, str):
            return value.strip()
        self._report("mail.not_text", *at, key=at[-1], found=str(value))
        return ""

    def _strings(self, known: _Known, name: str) -> tuple[str, ...] | None:
        """Read one text or a list of texts; None when the key is not there."""
        if name not in known:
            return None
        value, at = known[name]
        values = value if isinstance(value, list) else [value]
        if all(isinstance(each, str) for each in values):
            return tuple(each.strip() for each in values if each.strip())
        self._report("mail.not_text", *at, key=at[-1], found=str(value))
        return ()

    def _text(self, known: _Known, name: str, default: SourceText) -> SourceText:
        if name not in known:
            return default
        value, at = known[name]
        if not isinstance(value, str):
            self._report("mail.not_text", *at, key=at[-1], found=str(value))
            return default
        return SourceText(value, FILE, self.places.lines_of(at, value))

    def _sender(self, known: _Known) -> Address | None:
        text = self._string(known, "sender")
        return read_address(text, self.places.of(*known["sender"][1]), self.found) if text else None

    def _addresses(self, known: _Known, name: str) -> tuple[Address, ...]:
        texts = self._strings(known, name) or ()
        return tuple(
            address
            for text in texts
            for address in read_addresses(text, self.places.of(*known[name][1]), self.found)
        )

    def _attachments(
        self,
        known: _Known,
        default: tuple[tuple[str, Source], ...],
    ) -> tuple[tuple[str, Source], ...]:
        texts = self._strings(known, "attachments")
        if texts is None:
            return default
        place = self.places.of(*known["attachments"][1])
        return tuple((text, place) for text in dict.fromkeys(texts))

    def _domains(self, known: _Known) -> tuple[str, ...]:
        domains = []
        for text in self._strings(known, "allowed_domains") or ():
            domain = read_domain(text)
            if domain is None:
                self._report("mail.domain", *known["allowed_domains"][1], found=text)
            else:
                domains.append(domain)
        return tuple(dict.fromkeys(domains))

    def _recipients(self, known: _Known) -> tuple[Recipient, ...]:
        if "recipients" not in known:
            return ()
        value, at = known["recipients"]
        entries = value if isinstance(value, list) else [value]
        recipients = []
        for number, entry in enumerate(entries):
            place = self.places.of(at[0], number)
            if isinstance(entry, str):
                entry = {"邮箱": entry}
            if not isinstance(entry, dict):
                self._report("mail.not_text", *at, number, key=at[-1], found=str(entry))
                continue
            recipient = self._recipient(entry, place, (at[0], number))
            if recipient is not None:
                recipients.append(recipient)
        return tuple(recipients)

    def _recipient(self, entry: _Table, place: Source, path: tuple[str | int, ...]) -> Recipient | None:
        parts: dict[str, list[str]] = {}
        places: dict[str, Source] = {}
        fields: dict[str, str] = {}
        for key, value in entry.items():
            values = [str(each) for each in (value if isinstance(value, list) else [value])]
            part = part_of(key)
            if part is None:
                fields[field_of(key)] = "、".join(values)
            else:
                parts[part] = values
                places[part] = self.places.of(*path, key)
        return make_recipient(parts, places, fields, place, self.found)

    def _server(self, known: _Known) -> tuple[Server | None, int | None]:
        if "server" not in known:
            return None, None
        table, at = known["server"]
        if not isinstance(table, dict):
            self._report("mail.not_a_table", *at, key=at[-1])
            return None, None
        own = self._known(table, SERVER_KEYS, *at)
        security = self._string(own, "security").lower() or "tls"
        if security not in SECURITIES:
            self._report(
                "mail.security", *own["security"][1], found=security, choices=("tls", "starttls", "none")
            )
            security = "tls"
        security = SECURITIES[security]
        plain = Server("", 0, security)
        most_mb = self._number(own, "most_mb", 0, least=0.001, most=1000)
        host = self._string(own, "host")
        server = Server(
            host=host,
            port=int(self._number(own, "port", PORTS[security], least=1, most=65_535)),
            security=security,
            user=self._string(own, "user"),
            ca_file=self._string(own, "ca_file"),
            interval=self._number(own, "interval", plain.interval, least=0, most=3600),
            per_connection=int(self._number(own, "per_connection", plain.per_connection, least=1, most=1000)),
            tries=int(self._number(own, "tries", plain.tries, least=1, most=20)),
            retry_after=self._number(own, "retry_after", plain.retry_after, least=0, most=3600),
            timeout=self._number(own, "timeout", plain.timeout, least=0.1, most=600),
            source=self.places.of(*at),
        )
        return (server if host else None), int(most_mb * 1_000_000) or None

    def _number(
        self,
        known: _Known,
        name: str,
        default: float,
        *,
        least: float,
        most: float,
    ) -> float:
        if name not in known:
            return default
        value, at = known[name]
        if isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._report("mail.number", *at, key=at[-1], found=str(value), least=f"{least:g}", most=f"{most:g}")
        return default

    def _report(self, code: str, *path: str | int, **values: object) -> None:
        self.found.append(Diagnostic(code, self.places.of(*path), values))


def part_of(heading: str) -> str | None:
    """Tell what part of a message's head a column or key fills; None: it is a field for templates."""
    return _PARTS.get(heading.casefold())


def field_of(heading: str) -> str:
    """Name a field as templates do: the usual ones in Chinese, whatever the heading says."""
    return _FIELDS.get(heading.casefold(), heading)


def make_recipient(
    parts: Mapping[str, list[str]],
    places: Mapping[str, Source],
    fields: Mapping[str, str],
    place: Source,
    found: list[Diagnostic],
) -> Recipient | None:
    """Make a recipient of what a table says; None, and a diagnostic, when nobody is left to write to.

    Args:
        parts: Texts by part of the head (`address`, `cc`, `bcc`, `attachments`).
        places: Where each part stands.
        fields: Everything else, for the templates.
        place: Where the recipient stands.
        found: Receives what is wrong.
    """
    read: dict[str, tuple[Address, ...]] = {}
    before = len(found)
    for part in ("address", "cc", "bcc"):
        read[part] = tuple(
            address
            for text in parts.get(part, ())
            for address in read_addresses(text, places.get(part, place), found)
        )
    if not read["address"]:
        if len(found) == before:
            found.append(Diagnostic("mail.no_address", place, {"label": next(iter(fields.values()), "")}))
        return None
    name = fields.get("姓名", "")
    to = tuple(
        Address(name, a.address) if not a.name and name and len(read["address"]) == 1 else a
        for a in read["address"]
    )
    files = tuple(text.strip() for text in parts.get("attachments", ()) if text.strip())
    return Recipient(to, read["cc"], read["bcc"], dict(fields), files, place)


_PARTS = {
    **{spelling: name for name, chinese in RECIPIENT_KEYS.items() for spelling in (name, chinese)},
    **dict.fromkeys(
        ("电子邮箱", "电子邮件", "邮件地址", "邮箱地址", "收件邮箱", "email", "e-mail", "mail", "to"),
        "address",
    ),
}
_FIELDS = {
    **RECIPIENT_FIELDS,
    **dict.fromkeys(("收件人", "联系人"), "姓名"),
    **dict.fromkeys(("收件单位", "单位名称", "office"), "单位"),
}
ADDRESS_HEADINGS = tuple(name for name, part in _PARTS.items() if part == "address")
