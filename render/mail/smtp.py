"""SMTP: one connection to a mail server, and one message over it, step by step.

smtplib speaks the protocol; what is added here is what a delivery that must not be doubled needs: the
final dot goes out by itself, after the caller has written down that it will; an answer has a limit in
time and in size, whatever a server dribbles; and TLS without a good certificate is no TLS.
"""

from __future__ import annotations

import io
import re
import smtplib
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .answers import Answer, Stage
from .settings import Server

MOST_ANSWER = 1 << 20  # bytes of one answer
DOT_PATIENCE = 10  # times the usual time for the answer to the final dot: 10 minutes; RFC 5321, 4.5.3.2.6

_CHUNK = 1 << 16  # bytes sent before the clock starts anew
_DOTS = re.compile(rb"(?m)^\.")
_CERTIFICATES = {  # X509_V_ERR_*, x509_vfy.h of OpenSSL
    9: "mail.certificate_not_yet",
    10: "mail.certificate_expired",
    62: "mail.certificate_name",
    64: "mail.certificate_name",  # an IP address that it does not name
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who logs in."""

    user: str
    password: str = field(repr=False)


class Trouble(Exception):
    """The conversation cannot go on: the connection is lost, or never came to be.

    `message` is a code of the catalogue; `is_final` says that trying again helps nobody.
    """

    def __init__(self, message: str, answer: Answer, *, is_final: bool = False) -> None:
        self.message, self.answer, self.is_final = message, answer, is_final
        super().__init__(f"{message}: {answer}")


class Refused(Exception):
    """The server has said no."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(str(answer))


@dataclass(frozen=True, slots=True)
class Handed:
    """How far one message came."""

    taken: tuple[str, ...]  # mailboxes that `answer` is about
    answer: Answer | None  # to the final dot; None: no mailbox was accepted
    refused: Mapping[str, Answer]  # mailboxes that were not accepted


class Session:
    """A connection that is open, secured and logged in."""

    def __init__(self, server: Server, credentials: Credentials | None, folder: Path) -> None:
        """Connect.

        Args:
            server: Where to, and how.
            credentials: Who logs in; None: nobody.
            folder: Where the authority's certificate lies, if the server names one.

        Raises:
            Trouble: there is no conversation to be had.
            Refused: the server does not want one.
        """
        self._server = server
        self._secrets = _secrets(credentials)
        self._stage = Stage.CONNECT
        self._smtp: _Smtp | None = None
        context = _context(server, folder) if server.security != "none" else None
        try:
            with self._conversation():
                self._smtp = smtp = _Smtp(server, context if server.security == "tls" else None)
                self._stage = Stage.GREETING
                smtp.ehlo_or_helo_if_needed()
                if server.security == "starttls" and context is not None:
                    self._start_tls(smtp, context)
                if credentials is not None:
                    self._log_in(smtp, credentials)
        except BaseException:
            self.close()
            raise

    @property
    def most_bytes(self) -> int | None:
        """The largest message the server says it takes (RFC 1870)."""
        size = self._smtp.esmtp_features.get("size", "") if self._smtp else ""
        return int(size) if size.isdecimal() and int(size) else None

    def hand_over(
        self,
        sender: str,
        addresses: Iterable[str],
        data: bytes,
        *,
        on_refused: Callable[[Mapping[str, Answer]], None],
        before_dot: Callable[[tuple[str, ...]], None],
    ) -> Handed:
        """Hand over one message.

        Args:
            sender: For MAIL FROM.
            addresses: For RCPT TO.
            data: The message, with CRLF line ends.
            on_refused: Told of the mailboxes that were not accepted, before the message goes out.
            before_dot: Told of the mailboxes that the final dot will be about; nobody knows what has
                become of the message from when this returns until there is an answer.

        Raises:
            Trouble: the connection was lost.
            Refused: the server took no message from this sender, or did not want the text.
        """
        smtp = self._smtp
        assert smtp is not None
        with self._conversation():
            self._stage = Stage.MAIL
            options = [f"size={len(data)}"] if "size" in smtp.esmtp_features else []
            self._expect(smtp.mail(sender, options))
            self._stage = Stage.RCPT
            taken: list[str] = []
            refused: dict[str, Answer] = {}
            for address in addresses:
                answer = self._answer(smtp.rcpt(address))
                if answer.code in (250, 251):
                    taken.append(address)
                else:
                    refused[address] = answer
                    if answer.code == 421:
                        raise Trouble("mail.server_busy", answer)
            on_refused(refused)
            if not taken:
                self._reset(smtp)
                return Handed((), None, refused)
            self._stage = Stage.DATA
            smtp.putcmd("DATA")
            self._expect(smtp.getreply(), wanted=(354,))
            body = _DOTS.sub(b"..", data)
            for at in range(0, len(body), _CHUNK):
                smtp.send(body[at : at + _CHUNK])
            if not body.endswith(b"\r\n"):
                smtp.send(b"\r\n")
        before_dot(tuple(taken))
        with self._conversation():
            self._stage = Stage.DOT
            smtp.send(b".\r\n")
            smtp.patience = DOT_PATIENCE * self._server.timeout
            try:
                answer = self._answer(smtp.getreply())
            finally:
                smtp.patience = self._server.timeout
        return Handed(tuple(taken), answer, refused)

    def close(self) -> None:
        """Take leave and close; a server that is gone is no matter."""
        if self._smtp is None:
            return
        with suppress(smtplib.SMTPException, OSError):
            if self._smtp.sock is not None and self._stage is not Stage.DATA:
                self._smtp.patience = min(5.0, self._server.timeout)
                self._smtp.quit()
        with suppress(OSError):
            self._smtp.close()
        self._smtp = None

    def _start_tls(self, smtp: _Smtp, context: ssl.SSLContext) -> None:
        self._stage = Stage.TLS
        if not smtp.has_extn("starttls"):
            raise Trouble("mail.no_starttls", Answer(0, "", self._stage), is_final=True)
        self._expect(smtp.starttls(context=context), wanted=(220,))
        self._expect(smtp.ehlo())

    def _log_in(self, smtp: _Smtp, credentials: Credentials) -> None:
        self._stage = Stage.LOGIN
        if not smtp.has_extn("auth"):
            raise Trouble("mail.no_login", Answer(0, "", self._stage), is_final=True)
        offered = smtp.esmtp_features.get("auth", "").upper().split()
        speak = {"PLAIN": smtp.auth_plain, "LOGIN": smtp.auth_login, "CRAM-MD5": smtp.auth_cram_md5}
        methods = [method for method in speak if method in offered]
        if not methods:
            raise Trouble("mail.no_login_method", Answer(0, " ".join(offered), self._stage), is_final=True)
        smtp.user, smtp.password = credentials.user, credentials.password
        for method in methods:
            try:
                smtp.auth(method, speak[method])  # type: ignore[arg-type]  # typeshed lacks its own methods
                return
            except smtplib.SMTPAuthenticationError as err:
                # A wrong password said three times can lock the account; a method unknown, nothing.
                if err.smtp_code not in (502, 504) or method == methods[-1]:
                    raise Refused(self._answer((err.smtp_code, _bytes(err.smtp_error)))) from None

    def _reset(self, smtp: _Smtp) -> None:
        with suppress(smtplib.SMTPException, OSError):
            smtp.rset()

    def _expect(self, reply: tuple[int, bytes], wanted: tuple[int, ...] = (220, 250)) -> None:
        answer = self._answer(reply)
        if answer.code == 421:  # the server is closing the connection; RFC 5321, 3.8
            raise Trouble("mail.server_busy", answer)
        if answer.code not in wanted:
            raise Refused(answer)

    def _answer(self, reply: tuple[int, bytes]) -> Answer:
        code, text = reply
        words = " ".join(text.decode("utf-8", "replace").split())
        shown = "".join(char if char.isprintable() else "?" for char in words)[:300]
        for secret in self._secrets:
            shown = shown.replace(secret, "***")
        return Answer(max(code, 0), shown, self._stage)

    def _conversation(self) -> _Conversation:
        return _Conversation(self)


class _Conversation:
    """Gives everything that ends a conversation its name."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, err: BaseException | None, __: object) -> None:
        session = self.session
        if err is None or not isinstance(err, (OSError, smtplib.SMTPException)):
            return
        stage = session._stage
        text = _one_line(err)
        match err:
            case ssl.SSLCertVerificationError():
                code = _CERTIFICATES.get(err.verify_code, "mail.certificate_untrusted")
                raise Trouble(code, Answer(0, err.verify_message, stage), is_final=True) from err
            case smtplib.SMTPConnectError() | smtplib.SMTPHeloError() if err.smtp_code > 0:
                raise Refused(session._answer((err.smtp_code, _bytes(err.smtp_error)))) from err
            case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
                pass
            case ssl.SSLError() if stage in (Stage.CONNECT, Stage.TLS):
                raise Trouble("mail.tls", Answer(0, text, stage), is_final=True) from err
            case socket.gaierror():
                raise Trouble("mail.no_host", Answer(0, text, stage), is_final=True) from err
            case ConnectionRefusedError():
                raise Trouble("mail.no_server_there", Answer(0, text, stage)) from err
            case TimeoutError():
                raise Trouble("mail.silent", Answer(0, text, stage)) from err
            case smtplib.SMTPResponseException():
                raise Trouble("mail.gibberish", Answer(0, text, stage)) from err
        is_silent = isinstance(err.__context__, TimeoutError)  # smtplib gives it a name of its own
        raise Trouble("mail.silent" if is_silent else "mail.lost", Answer(0, text, stage)) from err


class _Smtp(smtplib.SMTP):
    """smtplib's client with limits on every answer."""

    def __init__(self, server: Server, tls: ssl.SSLContext | None) -> None:
        self.patience = server.timeout
        self._tls = tls
        # Any name will do until there is a socket; asking for this machine's own can take a minute.
        super().__init__(server.host, server.port, local_hostname="localhost", timeout=server.timeout)
        assert self.sock is not None
        own = self.sock.getsockname()[0]
        self.local_hostname = f"[IPv6:{own}]" if ":" in own else f"[{own}]"  # RFC 5321, 4.1.3

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:
        sock = socket.create_connection((host, port), timeout)
        return sock if self._tls is None else self._tls.wrap_socket(sock, server_hostname=host)

    def getreply(self) -> tuple[int, bytes]:
        """Read an answer that comes whole within `patience` seconds."""
        if self.file is None:
            self.file = io.BufferedReader(_Timed(self.sock))
        raw = self.file.raw
        raw.start(self.patience)
        try:
            return super().getreply()
        finally:
            if self.sock is not None:
                self.sock.settimeout(self.timeout)


class _Timed(io.RawIOBase):
    """A socket read until a moment in time, and no more than so much."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._until = 0.0
        self._room = 0

    def start(self, seconds: float) -> None:
        """Begin an answer."""
        self._until = time.monotonic() + seconds
        self._room = MOST_ANSWER

    def readable(self) -> bool:
        """Say that this can be read from."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what has come."""
        left = self._until - time.monotonic()
        if self._room <= 0:
            raise OSError("the answer does not end")
        if left <= 0:
            raise TimeoutError("timed out")
        self._sock.settimeout(left)
        count: int = self._sock.recv_into(buffer)
        self._room -= count
        return count


def _context(server: Server, folder: Path) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file:
        try:
            context.load_verify_locations(str(folder / server.ca_file))
        except (OSError, ssl.SSLError) as err:
            answer = Answer(0, server.ca_file, Stage.TLS)
            raise Trouble("mail.no_ca_file", answer, is_final=True) from err
    return context


def _secrets(credentials: Credentials | None) -> tuple[str, ...]:
    """List the forms in which a server might say a password back."""
    if credentials is None or not credentials.password:
        return ()
    password, user = credentials.password.encode(), credentials.user.encode()
    spelled = (password, b"\0" + user + b"\0" + password, user + b"\0" + user + b"\0" + password)
    return (credentials.password, *(b64encode(each).decode("ascii") for each in spelled))


def _one_line(err: BaseException) -> str:
    return " ".join(str(err).split())[:300]


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
