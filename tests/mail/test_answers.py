"""What servers say, and what it means."""

from __future__ import annotations

import pytest

from render.mail.answers import Answer, Effect, Stage, meaning
from render.messages import FAULTS


@pytest.mark.parametrize(
    ("stage", "code", "text", "message", "effect"),
    [
        (Stage.LOGIN, 535, "Login Fail. Please enter your authorization code", "login", Effect.STOP),
        (Stage.LOGIN, 535, "Error: authentication failed", "login", Effect.STOP),
        (Stage.LOGIN, 535, "5.7.139 SmtpClientAuthentication is disabled", "login", Effect.STOP),
        (Stage.LOGIN, 454, "4.7.0 Temporary authentication failure", "server_busy", Effect.LATER),
        (Stage.MAIL, 530, "5.7.57 Client not authenticated to send mail", "login_needed", Effect.STOP),
        (Stage.MAIL, 553, "Mail from must equal authorized user", "sender_refused", Effect.STOP),
        (Stage.MAIL, 501, "mail from address must be same as user", "sender_refused", Effect.STOP),
        (Stage.MAIL, 552, "5.3.4 size exceeds fixed maximum", "too_big_for_server", Effect.MESSAGE),
        (Stage.MAIL, 450, "MI:CEL too many", "put_off", Effect.LATER),
        (Stage.RCPT, 550, "5.1.1 User unknown", "no_mailbox", Effect.MAILBOX),
        (Stage.RCPT, 550, "User not found: a@163.com", "no_mailbox", Effect.MAILBOX),
        (Stage.RCPT, 550, "Mailbox unavailable or access denied", "no_mailbox", Effect.MAILBOX),
        (Stage.RCPT, 554, "5.7.1 <a@x.cn>: Relay access denied", "no_relay", Effect.MAILBOX),
        (Stage.RCPT, 550, "5.7.1 Unable to relay", "no_relay", Effect.MAILBOX),
        (Stage.RCPT, 552, "5.2.2 Mailbox full", "mailbox_full", Effect.MAILBOX),
        (Stage.RCPT, 450, "4.2.0 Greylisted, try again in 5 minutes", "put_off", Effect.LATER),
        (Stage.RCPT, 550, "Connection frequency limited", "too_fast", Effect.PAUSE),
        (Stage.RCPT, 550, "Daily mail sending count exceeded", "too_fast", Effect.PAUSE),
        (Stage.DATA, 451, "4.3.0 Try later", "put_off", Effect.LATER),
        (Stage.DOT, 554, "DT:SPM 163 smtp8,D8CowABXX", "too_fast", Effect.PAUSE),
        (Stage.DOT, 550, "Mail content denied. 发信频率过快", "too_fast", Effect.PAUSE),
        (Stage.DOT, 554, "5.7.1 Message rejected as spam", "taken_for_spam", Effect.PAUSE),
        (Stage.DOT, 552, "5.3.4 Message too big", "too_big_for_server", Effect.MESSAGE),
        (Stage.DOT, 550, "5.6.0 Bad content", "message_refused", Effect.MESSAGE),
        (Stage.DOT, 452, "4.3.1 Insufficient system storage", "put_off", Effect.LATER),
        (Stage.CONNECT, 554, "5.7.1 Service unavailable; Client host blocked", "server_refuses", Effect.STOP),
        (Stage.CONNECT, 421, "Too many connections", "server_busy", Effect.LATER),
        (Stage.RCPT, 299, "?", "gibberish", Effect.LATER),
    ],
)  # fmt: skip
def test_answers_of_real_servers(stage: Stage, code: int, text: str, message: str, effect: Effect) -> None:
    """Exchange, Postfix, QQ and 163, as people quote them."""
    understood = meaning(Answer(code, text, stage))
    assert (understood.message, understood.effect) == (f"mail.{message}", effect)
    assert understood.message in FAULTS
