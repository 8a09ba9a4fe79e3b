"""One connection: security, login, limits."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from render.mail.answers import Answer, Stage
from render.mail.message import Composer
from render.mail.settings import Server
from render.mail.smtp import Credentials, Handed, Refused, Session, Trouble

from .letters import DATE, letter
from .servers import (
    DRIBBLE,
    DROP,
    EXPIRED,
    HANG,
    PASSWORD,
    USER,
    Misbehaving,
    Received,
    certificate,
    free_port,
    mail_server,
)

ME = Credentials(USER, PASSWORD)
DATA = Composer().compose(letter(), DATE, is_draft=False)


def server(port: int, security: str = "none", *, host: str = "localhost", timeout: float = 5) -> Server:
    """Settings for a server on loopback."""
    return Server(host, port, security, ca_file="" if security == "none" else "ca.pem", timeout=timeout)


def hand_over(session: Session, *addresses: str, data: bytes = DATA) -> Handed:
    """Hand over a message, with nobody listening."""
    return session.hand_over(
        "s@example.org", addresses, data, on_refused=lambda _: None, before_dot=lambda _: None
    )


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_message_arrives_byte_for_byte(tmp_path: Path, security: str) -> None:
    """Over TLS, logged in, with the server's answer."""
    with mail_server(tmp_path, security=security) as running:
        session = Session(server(running.port, security), ME, tmp_path)
        handed = hand_over(session, "a@example.org", "b@example.org")
        session.close()
    assert handed.answer is not None
    assert (handed.answer.code, handed.taken) == (250, ("a@example.org", "b@example.org"))
    assert running.received.messages == [(("a@example.org", "b@example.org"), DATA)]


def test_lines_that_begin_with_a_dot_arrive(tmp_path: Path) -> None:
    """RFC 5321, 4.5.2."""
    data = b"Subject: x\r\n\r\n.\r\n..\r\n.a\r\n"
    with mail_server(tmp_path, security="tls") as running:
        session = Session(server(running.port, "tls"), ME, tmp_path)
        hand_over(session, "a@example.org", data=data)
        session.close()
    assert running.received.messages[0][1] == data


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize(
    ("names", "until", "ca_file", "message"),
    [
        ((), EXPIRED, "ca.pem", "mail.certificate_expired"),
        (("elsewhere.test",), None, "ca.pem", "mail.certificate_name"),
        ((), None, "", "mail.certificate_untrusted"),
        ((), None, "gone.pem", "mail.no_ca_file"),
    ],
)
def test_a_certificate_that_is_not_good_ends_it(
    tmp_path: Path, security: str, names: tuple[str, ...], until: object, ca_file: str, message: str
) -> None:
    """Before a password is said, and for good."""
    with mail_server(tmp_path, security=security, names=names, until=until) as running:  # type: ignore[arg-type]
        with pytest.raises(Trouble) as caught:
            Session(Server("localhost", running.port, security, ca_file=ca_file, timeout=5), ME, tmp_path)
        assert (caught.value.message, caught.value.is_final) == (message, True)
    assert running.received.messages == []


def test_a_host_written_as_a_number_is_not_the_certificates_host(tmp_path: Path) -> None:
    """The certificate says localhost."""
    with mail_server(tmp_path, security="tls") as running, pytest.raises(Trouble) as caught:
        Session(server(running.port, "tls", host="127.0.0.1"), ME, tmp_path)
    assert caught.value.message == "mail.certificate_name"


def test_a_wrong_password_is_refused_once(tmp_path: Path) -> None:
    """In the server's words; not tried again with another method, which could lock the account."""
    with mail_server(tmp_path, security="tls") as running, pytest.raises(Refused) as caught:
        Session(server(running.port, "tls"), Credentials(USER, "wrong"), tmp_path)
    assert (caught.value.answer.code, caught.value.answer.stage) == (535, Stage.LOGIN)


def test_a_password_that_a_server_says_back_is_not_shown() -> None:
    """Neither plain nor in base64; nor does anything print it."""
    from base64 import b64encode

    session = object.__new__(Session)
    session._secrets = ("geheim", b64encode(b"geheim").decode())
    session._stage = Stage.LOGIN
    said = b"535 no geheim, no " + b64encode(b"geheim")
    assert session._answer((535, said)).text == "535 no ***, no ***"
    assert "geheim" not in repr(Credentials("me", "geheim"))


def test_login_without_starttls_is_never_tried(tmp_path: Path) -> None:
    """A server that does not offer it gets no password, also when somebody in between took the offer out."""
    with Misbehaving() as running, pytest.raises(Trouble) as caught:
        Session(Server("localhost", running.port, "starttls", timeout=5), ME, tmp_path)
    assert (caught.value.message, caught.value.is_final) == ("mail.no_starttls", True)


def test_tls_to_a_port_without_it(tmp_path: Path) -> None:
    """Said as what it is: port and security do not match."""
    with Misbehaving() as running, pytest.raises(Trouble) as caught:
        Session(Server("localhost", running.port, "tls", timeout=5), None, tmp_path)
    assert (caught.value.message, caught.value.is_final) == ("mail.tls", True)


@contextmanager
def plain_with_login_methods(methods: str) -> Iterator[int]:
    """A server over TLS is not needed to see what is offered."""
    with Misbehaving(ehlo=f"250-mail.test\r\n250 AUTH {methods}") as running:
        yield running.port


def test_a_login_that_is_not_spoken_here(tmp_path: Path) -> None:
    """The methods are named."""
    with plain_with_login_methods("NTLM XOAUTH2") as port, pytest.raises(Trouble) as caught:
        Session(server(port), ME, tmp_path)
    assert (caught.value.message, caught.value.answer.text) == ("mail.no_login_method", "NTLM XOAUTH2")


def test_nobody_there(tmp_path: Path) -> None:
    """No host, no listener."""
    with pytest.raises(Trouble) as caught:
        Session(server(free_port()), None, tmp_path)
    assert (caught.value.message, caught.value.is_final) == ("mail.no_server_there", False)
    with pytest.raises(Trouble) as caught:
        Session(server(25, host="no-such-host.invalid"), None, tmp_path)
    assert (caught.value.message, caught.value.is_final) == ("mail.no_host", True)


@pytest.mark.parametrize(
    ("stage", "answer", "message"),
    [
        ("connect", HANG, "mail.silent"),
        ("connect", DROP, "mail.lost"),
        ("connect", DRIBBLE, "mail.silent"),
        ("connect", "HTTP/1.1 400 Bad Request", "mail.gibberish"),
        ("connect", "220-" + "x" * 9000, "mail.gibberish"),
        ("ehlo", HANG, "mail.silent"),
        ("ehlo", DROP, "mail.lost"),
    ],
)
def test_a_server_that_wants_no_conversation(tmp_path: Path, stage: str, answer: str, message: str) -> None:
    """It ends within the time that an answer may take, however it is spun out."""
    with Misbehaving(**{stage: answer}) as running, pytest.raises(Trouble) as caught:
        Session(server(running.port, timeout=0.5), None, tmp_path)
    assert caught.value.message == message


def test_a_tls_handshake_that_never_comes(tmp_path: Path) -> None:
    """A port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(Trouble) as caught:
        Session(Server("localhost", listener.getsockname()[1], "tls", timeout=0.5), None, tmp_path)
    assert caught.value.message == "mail.silent"


def test_an_answer_has_an_end(tmp_path: Path) -> None:
    """A flood of lines is cut off, not kept."""

    def flood(listener: socket.socket) -> None:
        client, _ = listener.accept()
        with client:
            try:
                while True:
                    client.sendall(b"220-and so on\r\n" * 5000)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=flood, args=(listener,), daemon=True)
        thread.start()
        with pytest.raises(Trouble) as caught:
            Session(server(listener.getsockname()[1], timeout=20), None, tmp_path)
        thread.join(5)
    assert caught.value.message == "mail.lost"


def test_the_server_says_how_much_it_takes(tmp_path: Path) -> None:
    """RFC 1870; 0 stands for no limit."""
    for said, most in (("250 SIZE 1000", 1000), ("250 SIZE 0", None), ("250 HELP", None)):
        with Misbehaving(ehlo=f"250-mail.test\r\n{said}") as running:
            session = Session(server(running.port), None, tmp_path)
            assert session.most_bytes == most
            session.close()


def test_some_mailboxes_only(tmp_path: Path) -> None:
    """The message goes to those that were accepted; of the others the caller hears before it goes."""
    heard: list[object] = []
    received = Received(on_rcpt=lambda address: "550 5.1.1 unknown" if address.startswith("x") else None)
    with mail_server(tmp_path, received=received) as running:
        session = Session(server(running.port, "tls"), ME, tmp_path)
        handed = session.hand_over(
            "s@example.org",
            ["a@example.org", "x@example.org"],
            DATA,
            on_refused=heard.append,
            before_dot=heard.append,
        )
        session.close()
    refused = {"x@example.org": Answer(550, "5.1.1 unknown", Stage.RCPT)}
    assert (handed.taken, handed.refused) == (("a@example.org",), refused)
    assert heard == [refused, ("a@example.org",)]
    assert received.addresses == ["a@example.org"]


def test_no_dot_goes_out_before_it_was_written_down(tmp_path: Path) -> None:
    """When that cannot be done, the server throws the message away."""

    def fail(_: object) -> None:
        raise RuntimeError("the disk is full")

    with Misbehaving() as running:
        session = Session(server(running.port), None, tmp_path)
        with pytest.raises(RuntimeError):
            session.hand_over(
                "s@example.org", ["a@example.org"], DATA, on_refused=lambda _: None, before_dot=fail
            )
        session.close()
        assert (running.dots, running.messages) == (0, [])


def test_certificates_made_for_the_tests_are_good(tmp_path: Path) -> None:
    """So that refusing the others says something."""
    context, ca_file = certificate(tmp_path)
    assert isinstance(context, ssl.SSLContext)
    assert ca_file.read_text().startswith("-----BEGIN CERTIFICATE-----")
