"""Locale: the language people are spoken to in; the one place that names Babel.

The users of this tool work in Chinese offices, so Chinese is the language unless a setting names
another: `C`, `POSIX` and nothing at all say nothing about the reader. Whoever asks for a language
that there is no catalogue for gets English.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

LANGUAGES = ("zh", "en")
DEFAULT = "zh"

_VARIABLES = ("GONGWEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")  # POSIX.1-2017, 8.2, after our own
_SILENT = ("", "C", "POSIX")


def language_of(environment: Mapping[str, str]) -> str:
    """Choose the language of help and messages: "zh" or "en".

    Args:
        environment: GONGWEN_LANG wins, then what POSIX names for messages; on Windows, where those
            are rarely set, the language of the desktop.
    """
    for variable in _VARIABLES:
        if (name := _bare(environment.get(variable, ""))) not in _SILENT:
            return negotiate([name])
    return negotiate([name]) if (name := _desktop()) else DEFAULT


def negotiate(names: list[str]) -> str:
    """Find the first of the wanted locales that has a catalogue; English when none has.

    Args:
        names: Locale names in any spelling, such as `zh_CN` or `en-GB`, most wanted first.
    """
    if (start := names[0][:2].lower()) in LANGUAGES and not names[0][2:3].isalpha():
        return start  # the common case does without Babel
    from babel import negotiate_locale

    wanted = [name.replace("-", "_") for name in names]
    return negotiate_locale(wanted, LANGUAGES) or "en"


def _bare(name: str) -> str:
    """Take encoding and modifier off a POSIX locale name."""
    return name.partition(".")[0].partition("@")[0]


def _desktop() -> str:
    """Name the locale of the Windows desktop; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes
    from locale import windows_locale

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
