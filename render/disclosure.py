"""Disclosure: what belongs to the public edition of a document, and what does not.

A public edition (公开版) has no masthead, no colophon, no signers, no seal picture and no figure that its
table keeps internal; what its form would print of them is left out before anything is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .pattern import pattern

PUBLIC = ("公开", "公开版", "主动公开", "主动公开版", "public")
"""Names of editions that are for the public."""

INTERNAL = (
    *("copy_no", "security", "urgency", "signers", "seal", "seal_pictures", "masthead", "mark"),
    *("copies_to", "printed_by", "printed_on", "signatories", "host", "stage_mark"),
)
"""Metadata that a public edition does not say, by English key name."""

OWN_ONLY = ("addressees", "closing", "note")
"""Metadata that a public edition says only where its own group gives them."""

PUBLIC_NOTE = "此件公开发布"

INTERNAL_ROLES = pattern(
    r"^:::\s*(mark|mark-suffix|copy-no|security|urgency|signer|copies|printer|printed)\s*$", re.MULTILINE
)
"""Parts of a form's document that no public edition has: those of 版头 and 版记."""

PUBLIC_FORM = "webpage"
"""The form of a public edition whose report has one with masthead and colophon."""


def is_public_edition(edition: str | None) -> bool:
    """Tell whether an edition is for the public, by its name."""
    return (edition or "").strip().lower() in PUBLIC


def is_public(edition: str | None, metadata: Mapping[str, str | tuple[str, ...]]) -> bool:
    """Tell whether a build is for the public, who must not get what lies behind the text."""
    disclosure = metadata.get("disclosure", "")
    said = disclosure if isinstance(disclosure, str) else "、".join(disclosure)
    return is_public_edition(edition) or said.strip().startswith("主动公开")
