"""Findings in a file from anywhere: a page that sums it up, then all of them, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..check import Level, Rule
from ..diagnostics import Diagnostic
from ..messages import wording
from ..messages.phrases import phrase
from ..proofread import Proof

if TYPE_CHECKING:
    from ..recognise.foreign import Examined

MOST_KINDS = 15  # rules that the first page counts by name


def summary(proof: Proof, name: str, language: str) -> Iterator[str]:
    """Sum up what a file is, what was found in it, what was looked at, and what could not be."""
    examined = proof.examined
    assert examined is not None

    def say(key: str, **values: object) -> str:
        return phrase(f"check.file.{key}", language, **values)

    kind = phrase(f"import.kind.{examined.kind.replace(' ', '_').lower()}", language)
    yield say("is", name=name, kind=kind, form=say(f"form.{examined.form}"))
    yield say("title", title=examined.content.title)
    pages = say("pages" if examined.kind == "PDF" else "pages_saved", pages=examined.pages)
    yield say(
        "extent",
        pages=pages if examined.pages else say("no_pages"),
        paragraphs=examined.paragraphs,
        tables=examined.tables,
        characters=examined.characters,
    )
    if any(examined.headings):
        levels = zip(("first", "second", "third", "fourth"), examined.headings, strict=True)
        yield say("headings", **dict(levels))
    yield ""
    yield from counts(proof, language)
    yield say("looked_at", what=_what(examined, say))
    for missing in _missing(examined):
        yield say(f"missing.{missing}")


def counts(proof: Proof, language: str) -> Iterator[str]:
    """Count findings by level, then by rule, the most frequent first; then what is switched off."""
    findings, rules = proof.checked.findings, proof.checked.by_code()
    if not findings:
        yield phrase("check.nothing", language)
    else:
        levels = Counter(rules[finding.code].level for finding in findings)
        yield phrase(
            "check.found",
            language,
            count=len(findings),
            required=levels[Level.REQUIRED],
            recommended=levels[Level.RECOMMENDED],
            customary=levels[Level.CUSTOMARY],
        )
        order = list(Level)
        kinds = sorted(
            Counter(finding.code for finding in findings).items(),
            key=lambda item: (order.index(rules[item[0]].level), -item[1]),
        )
        yield phrase("check.file.unmet", language)
        for code, count in kinds[:MOST_KINDS]:
            yield f"  {rules[code].level} {count:4}  {rules[code].title(language)}［{code}］"
        if len(kinds) > MOST_KINDS:
            yield phrase("check.file.more", language, count=len(kinds) - MOST_KINDS)
    yield from waived(proof, language)


def waived(proof: Proof, language: str) -> Iterator[str]:
    """Count what is switched off, and give the reason of each."""
    entries = proof.checked.waived
    if entries:
        count = sum(each.count for each in entries)
        yield phrase("check.waived_total", language, entries=len(entries), count=count)
    for each in entries:
        key = "check.accepted" if each.words else "check.waived"
        values = {"code": each.code, "reason": each.reason, "count": each.count, "words": each.words}
        yield phrase(key, language, **values)


def by_page(proof: Proof, language: str) -> Iterator[str]:
    """List the findings, each page's together; a way out that several in a row share is said once."""
    examined = proof.examined
    assert examined is not None
    findings = proof.checked.findings
    for page, group in groupby(findings, key=lambda each: each.source.page):
        own = list(group)
        yield ""
        if page is not None:
            yield phrase("check.file.page", language, page=page)
        elif examined.pages:
            yield phrase("check.file.throughout", language)
        else:
            yield phrase("check.file.all", language)
        yield from _listed(own, proof.checked.by_code(), examined.words, language)


def as_json(proof: Proof, name: str, language: str) -> dict[str, Any]:
    """Give a file and its findings as plain values."""
    examined = proof.examined
    assert examined is not None
    return {
        "file": {
            "name": name,
            "kind": examined.kind,
            "form": examined.form,
            "title": examined.content.title,
            "pages": examined.pages,
            "paragraphs": examined.paragraphs,
            "tables": examined.tables,
            "characters": examined.characters,
            "headings": list(examined.headings),
            "not_checked": list(_missing(examined)),
        },
        "findings": [
            {
                "code": each.code,
                "level": proof.checked.by_code()[each.code].level.value,
                "clause": proof.checked.by_code()[each.code].clause or None,
                "page": each.source.page,
                "paragraph": each.source.line,
                "words": examined.words.get(each.source.line or 0) or None,
                "message": wording(each, language)[0],
                "hint": wording(each, language)[1] or None,
            }
            for each in proof.checked.findings
        ],
    }


def _listed(
    findings: Sequence[Diagnostic], rules: Mapping[str, Rule], words: Mapping[int, str], language: str
) -> Iterator[str]:
    for at, finding in enumerate(findings):
        message, hint = wording(finding, language)
        line = finding.source.line
        place = ""
        if line is not None:
            place = phrase("check.file.place", language, line=line, words=words.get(line, ""))
        yield f"  {place}{rules[finding.code].level}：{message}［{finding.code}］"
        following = findings[at + 1] if at + 1 < len(findings) else None
        if hint and (following is None or wording(following, language)[1] != hint):
            yield f"    {hint}"


def _what(examined: Examined, say: Any) -> str:
    kinds = ["words"]
    if examined.looks is not None:
        kinds.append("attributes" if examined.kind == "DOCX" else "geometry")
    return str(say("and").join(say(f"looked_at.{kind}") for kind in kinds))


def _missing(examined: Examined) -> Iterator[str]:
    """Name what could not be looked at."""
    yield "figures"
    if examined.looks is None:
        yield "layout"
    elif examined.kind == "DOCX":
        yield "lines"
    else:
        yield "attributes"
