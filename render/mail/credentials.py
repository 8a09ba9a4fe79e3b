"""Credentials: a login from the environment or from the system's own store, and from nowhere else.

Never from the report folder, which is copied and carried along inside documents, and never from the
command line, which other users of a machine can read.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic, fault
from .settings import Server
from .smtp import Credentials

USER, PASSWORD = "GONGWEN_MAIL_USER", "GONGWEN_MAIL_PASSWORD"
SERVICE = "gongwen"
"""What the password is filed under in the system's store (keyring), with the user's name."""


def credentials_for(
    server: Server, environment: Mapping[str, str], found: list[Diagnostic]
) -> Credentials | None:
    """Find who logs in; None when nobody is named, for a relay that knows its clients by their place.

    Raises:
        Faults: a user is named and no password is to be had, or it cannot be used.
    """
    user = environment.get(USER) or server.user
    if not user:
        return None
    if server.security == "none":
        raise fault("mail.login_in_clear", server.source)
    password = environment.get(PASSWORD) or _stored(user, found)
    if not password:
        raise fault("mail.no_password", server.source, user=user, variable=PASSWORD, service=SERVICE)
    if not (user.isascii() and password.isascii() and (user + password).isprintable()):
        raise fault("mail.password_characters", server.source, user=user)
    return Credentials(user, password)


def _stored(user: str, found: list[Diagnostic]) -> str:
    """Ask the system's store, where the extra `gongwen[keyring]` is installed."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        password: str = keyring.get_password(SERVICE, user) or ""
    except KeyringError as err:
        found.append(Diagnostic("mail.keyring", values={"reason": str(err)}))
        return ""
    return password
