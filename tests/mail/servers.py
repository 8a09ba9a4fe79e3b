"""Mail servers on loopback: a real one with TLS and AUTH, and one that misbehaves as it is told."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BufferedReader
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "fazhi@example.org", "correct horse"


@dataclass
class Received:
    """What a server has said that it has."""

    messages: list[tuple[tuple[str, ...], bytes]] = field(default_factory=list)
    on_data: Callable[[Envelope], str | None] = lambda envelope: None
    on_rcpt: Callable[[str], str | None] = lambda address: None

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's names)
        self, server: object, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a mailbox, unless told otherwise."""
        if answer := self.on_rcpt(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: object, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a message, unless told otherwise."""
        if answer := self.on_data(envelope):
            return answer
        assert isinstance(envelope.content, bytes)
        self.messages.append((tuple(envelope.rcpt_tos), envelope.content))
        return f"250 OK queued as {len(self.messages)}"

    @property
    def addresses(self) -> list[str]:
        """Mailboxes in the order they were served, one for each copy."""
        return [address for addresses, _ in self.messages for address in addresses]

    def parsed(self, index: int = 0) -> EmailMessage:
        """Parse a message strictly."""
        message = message_from_bytes(self.messages[index][1], policy=policy.SMTP.clone(raise_on_defect=True))
        assert isinstance(message, EmailMessage)
        return message


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    port: int
    received: Received
    ca_file: Path


def certificate(folder: Path, *names: str, until: datetime | None = None) -> tuple[ssl.SSLContext, Path]:
    """Make an authority and a certificate of it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*(names or ("localhost",)), not_after=until).configure_cert(context)
    ca_file = folder / "ca.pem"
    authority.cert_pem.write_to_path(ca_file)
    return context, ca_file


EXPIRED = datetime(2021, 1, 1, tzinfo=UTC)


@contextmanager
def mail_server(
    folder: Path,
    *,
    security: str = "tls",
    login: bool = True,
    received: Received | None = None,
    names: tuple[str, ...] = (),
    until: datetime | None = None,
    most_bytes: int = 33_554_432,
) -> Iterator[Running]:
    """Run aiosmtpd with a certificate made for it."""
    context, ca_file = certificate(folder, *names, until=until)
    received = received or Received()

    def authenticate(*arguments: object) -> AuthResult:
        data = arguments[-1]
        ok = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(),
            PASSWORD.encode(),
        )
        return AuthResult(success=ok, handled=False)

    controller = Controller(
        received,
        hostname="127.0.0.1",
        port=0,
        ssl_context=context if security == "tls" else None,
        tls_context=context if security == "starttls" else None,
        require_starttls=security == "starttls",
        authenticator=authenticate,
        auth_required=login,
        auth_require_tls=security == "starttls",
        data_size_limit=most_bytes,
        enable_SMTPUTF8=False,
        server_hostname="mail.test",
        ready_timeout=30,
    )
    port = free_port()
    controller.port = port
    controller.start()
    try:
        yield Running(port, received, ca_file)
    finally:
        controller.stop()


def free_port() -> int:
    """Find a port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


HANG = "hang"
DROP = "drop"
DRIBBLE = "dribble"


def _until_gone(lines: BufferedReader) -> Iterator[bytes]:
    """The lines that come before the client goes."""
    with suppress(OSError):
        while line := lines.readline():
            yield line


class Misbehaving:
    """A server that answers as it is told, stage by stage: a reply, HANG, DROP or DRIBBLE.

    Stages are the verbs, `connect`, and `dot`. A list is used up answer by answer, and its last one stays.
    """

    def __init__(self, **answers: str | list[str]) -> None:
        self.answers = {
            name: [each] if isinstance(each, str) else list(each) for name, each in answers.items()
        }
        self.messages: list[tuple[tuple[str, ...], bytes]] = []  # those a 250 was said to
        self.dots = 0
        self.connections = 0
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.2)
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Misbehaving:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(5)
        self._listener.close()

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _answer(self, stage: str, usual: str) -> str:
        left = self.answers.get(stage)
        if not left:
            return usual
        return left.pop(0) if len(left) > 1 else left[0]

    def _say(self, client: socket.socket, stage: str, usual: str) -> str | None:
        """Answer; None when the connection is over."""
        answer = self._answer(stage, usual)
        if answer == DROP:
            return None
        if answer == HANG:
            self._stop.wait(30)
            return None
        if answer == DRIBBLE:
            while not self._stop.is_set():
                try:
                    client.sendall(b"250-and so on\r\n")
                except OSError:
                    return None
                time.sleep(0.05)
            return None
        try:
            client.sendall(f"{answer}\r\n".encode())
        except OSError:
            return None
        return answer

    def _serve(self, client: socket.socket) -> None:
        with client, client.makefile("rb") as lines:
            client.settimeout(30)
            if self._say(client, "connect", "220 mail.test") is None:
                return
            addresses: list[str] = []
            for line in _until_gone(lines):
                verb = line.decode("ascii", "replace").split(":")[0].split()[0].lower()
                if verb == "ehlo":
                    answer = self._say(client, "ehlo", "250-mail.test\r\n250 SIZE 10000000")
                elif verb == "rcpt":
                    address = line.decode().partition("<")[2].partition(">")[0]
                    stage = f"rcpt {address}" if f"rcpt {address}" in self.answers else "rcpt"
                    answer = self._say(client, stage, "250 OK")
                    if answer and answer.startswith("25"):
                        addresses.append(address)
                elif verb == "data":
                    answer = self._say(client, "data", "354 go on")
                    if answer and answer.startswith("354"):
                        content = b""
                        for part in _until_gone(lines):
                            if part == b".\r\n":
                                break
                            content += part
                        else:
                            return
                        self.dots += 1
                        answer = self._say(client, "dot", "250 OK")
                        if answer and answer.startswith("250"):
                            self.messages.append((tuple(addresses), content))
                        addresses = []
                else:
                    answer = self._say(client, verb, "221 bye" if verb == "quit" else "250 OK")
                if answer is None or verb == "quit":
                    return
