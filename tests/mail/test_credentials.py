"""Who logs in: from the environment or the system's store."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from render.diagnostics import Diagnostic, Faults
from render.mail.credentials import credentials_for
from render.mail.settings import Server

HERE = Server("h", 465, "tls", user="sfj@example.org")


def test_the_environment_comes_first() -> None:
    """Its user too."""
    environment = {"GONGWEN_MAIL_USER": "other", "GONGWEN_MAIL_PASSWORD": "geheim"}
    found = credentials_for(HERE, environment, [])
    assert found is not None
    assert (found.user, found.password) == ("other", "geheim")


def test_nobody_logs_in_where_nobody_is_named() -> None:
    """A relay knows its clients by their place."""
    assert credentials_for(Server("h", 25, "none"), {"GONGWEN_MAIL_PASSWORD": "x"}, []) is None


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A system's store of passwords."""
    stored: dict[tuple[str, str], str] = {}
    errors = SimpleNamespace(KeyringError=type("KeyringError", (Exception,), {}))

    def get(service: str, user: str) -> str | None:
        if ("broken", "") in stored:
            raise errors.KeyringError("locked")
        return stored.get((service, user))

    module = ModuleType("keyring")
    module.get_password = get  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)  # type: ignore[arg-type]
    return stored


def test_the_systems_store_is_asked(keyring: dict[tuple[str, str], str]) -> None:
    """For the service `gongwen` and the user's name."""
    keyring["gongwen", "sfj@example.org"] = "geheim"
    found = credentials_for(HERE, {}, [])
    assert found is not None
    assert found.password == "geheim"


def test_a_store_that_is_locked_is_said(keyring: dict[tuple[str, str], str]) -> None:
    """And then there is no password."""
    keyring["broken", ""] = ""
    noticed: list[Diagnostic] = []
    with pytest.raises(Faults) as caught:
        credentials_for(HERE, {}, noticed)
    assert [d.code for d in (*noticed, *caught.value.diagnostics)] == ["mail.keyring", "mail.no_password"]


@pytest.mark.parametrize(
    ("server", "password", "code"),
    [
        (HERE, "", "mail.no_password"),
        (HERE, "密码", "mail.password_characters"),
        (HERE, "geheim\n", "mail.password_characters"),
        (Server("h", 25, "none", user="sfj"), "geheim", "mail.login_in_clear"),
    ],
)
def test_a_login_that_cannot_be(
    server: Server, password: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said before anybody is called; the password is not."""
    monkeypatch.setitem(sys.modules, "keyring", None)  # type: ignore[arg-type]
    with pytest.raises(Faults) as caught:
        credentials_for(server, {"GONGWEN_MAIL_PASSWORD": password}, [])
    assert [d.code for d in caught.value.diagnostics] == [code]
    assert "geheim" not in str(caught.value.diagnostics)
