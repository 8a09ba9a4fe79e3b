"""Answers: what a mail server's reply means for the message, the mailing and the clerk.

The number says whether trying again can help (RFC 5321, 4.2.1: 4yz passes, 5yz stays). What a 5yz is
about differs from provider to provider, so the enhanced code (RFC 3463) and the words are looked at
too: 163 says 554 DT:SPM and QQ 550 where they mean "too fast", and both mean it to pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """How far a conversation had come (RFC 5321, 4.1.1)."""

    CONNECT = "connect"
    GREETING = "greeting"
    TLS = "tls"
    LOGIN = "login"
    MAIL = "mail from"
    RCPT = "rcpt to"
    DATA = "data"
    DOT = "final dot"


class Effect(Enum):
    """What follows from an answer."""

    LATER = "later"  # this message or mailbox, after a while
    MAILBOX = "mailbox"  # not this mailbox, whatever is done
    MESSAGE = "message"  # not this message, whatever is done
    PAUSE = "pause"  # nothing more for now; the rest another hour
    STOP = "stop"  # nothing until a person has changed something


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's reply, or what stood in for one."""

    code: int  # 0: none came
    text: str  # on one line, printable
    stage: Stage

    def __str__(self) -> str:
        return f"{self.code} {self.text}".strip() if self.code else self.text


@dataclass(frozen=True, slots=True)
class Meaning:
    """An answer understood: the wording that explains it, and what follows."""

    message: str  # a code of the catalogue
    effect: Effect


_TOO_FAST = re.compile(
    r"(?i)DT:SPM|frequen|too many|too much mail|too fast|rate.?limit|exceed|quota.*sender|throttl"
    r"|频率|频繁|过快|超过.*(?:上限|限制|次数)|发信.*(?:限制|上限)"
)
_SPAM = re.compile(r"(?i)spam|\bSPM\b|junk|block|blacklist|reputation|policy|垃圾|拦截|黑名单")
_RELAY = re.compile(r"(?i)relay|not (?:local|allowed to send)|中继|转发")
_SIZE = re.compile(r"(?i)too (?:large|big)|size|5\.3\.4|过大|超大")
_FULL = re.compile(
    r"(?i)mailbox (?:is )?full|over.?quota|insufficient (?:system )?storage|5\.2\.2|4\.2\.2|已满"
)


def meaning(answer: Answer) -> Meaning:
    """Understand an answer that is no consent."""
    code, text, stage = answer.code, answer.text, answer.stage
    if stage is Stage.LOGIN:
        if code in (454, 421) or 400 <= code < 500:
            return Meaning("mail.server_busy", Effect.LATER)
        return Meaning("mail.login", Effect.STOP)
    if code in (530, 538) or (code == 550 and "5.7.60" in text):
        return Meaning("mail.login_needed", Effect.STOP)
    if stage in (Stage.CONNECT, Stage.GREETING, Stage.TLS):
        effect = Effect.LATER if code < 500 else Effect.STOP
        return Meaning("mail.server_busy" if code < 500 else "mail.server_refuses", effect)
    if 400 <= code < 500:
        return Meaning("mail.put_off", Effect.LATER)
    if not 500 <= code < 600:
        return Meaning("mail.gibberish", Effect.LATER)
    if stage is Stage.RCPT and _FULL.search(text):
        return Meaning("mail.mailbox_full", Effect.MAILBOX)
    if _SIZE.search(text) and (code in (523, 552, 554) or "5.3.4" in text):
        return Meaning("mail.too_big_for_server", Effect.MESSAGE)
    if _TOO_FAST.search(text):
        return Meaning("mail.too_fast", Effect.PAUSE)
    if stage is Stage.MAIL:
        return Meaning("mail.sender_refused", Effect.STOP)
    if stage is Stage.RCPT:
        if _RELAY.search(text):
            return Meaning("mail.no_relay", Effect.MAILBOX)
        return Meaning("mail.no_mailbox", Effect.MAILBOX)
    if _SPAM.search(text):
        return Meaning("mail.taken_for_spam", Effect.PAUSE)
    return Meaning("mail.message_refused", Effect.MESSAGE)
