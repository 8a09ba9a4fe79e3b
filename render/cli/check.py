"""`gongwen check`: what a careful proof-reader would find in a report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..check import Checked, Level, Rule
from ..diagnostics import Faults, Source, fault
from ..messages import exit_of
from ..messages.check import Sample
from ..messages.phrases import phrase
from ..nearest import nearest
from ..pipeline import Job
from ..proofread import Proof, is_foreign, proofread, proofread_file, rules_known
from ..report import Entry
from . import findings, fixes
from .columns import lined_up
from .jobs import settings_of, year_of
from .reply import Reply
from .usage import Call, Command, Operand, Option

if TYPE_CHECKING:
    from ..fixing import Fixed
    from ..outputs import Output

_ALL = "list"
_LEVELS = {
    **{level.value: level for level in Level},
    "required": Level.REQUIRED,
    "recommended": Level.RECOMMENDED,
    "customary": Level.CUSTOMARY,
}


def run(options: Namespace, call: Call) -> Reply:
    """Look a report over and count what was found; or explain a rule."""
    if options.explain is not None:
        folder = Path(options.report) if options.report is not None else None
        return _explain(options.explain, rules_known(folder), call.language)
    if options.report is None:
        operand = phrase("value.report", call.language)
        raise fault("cli.no_operand", operand=operand, command="check")
    path, level, waivers = Path(options.report), _level(options.fail_on), _waivers(options)
    if options.dry_run and not options.fix:
        raise fault("fix.dry_run_alone")
    if options.against is not None and is_foreign(path):
        raise fault("check.against_foreign", name=path.name)
    if options.fix and is_foreign(path):
        raise fault("fix.foreign", name=path.name)
    if is_foreign(path):
        proof = proofread_file(path, level, waivers, options.packs or ())
        reply = _of_file(proof, path, call.language)
        if options.annotate is None or proof.examined is None:
            return reply
        from ..annotating import annotate_file

        return _annotated(
            reply, proof, annotate_file(path, proof, Path(options.annotate), call.language), call.language
        )
    job = Job(
        report=path,
        year=year_of(options),
        edition=options.edition,
        settings=settings_of(options),
    )
    fixed = _fixed(job, waivers, write=not options.dry_run) if options.fix else None
    proof = proofread(job, level, waivers, options.packs or (), options.against)
    more = _counts(proof)
    lines = _summary(proof, more, call.language)
    if fixed is None:
        reply = Reply(proof.exit, tuple(lines), proof.diagnostics, more=more)
        if options.annotate is None or exit_of(proof.remarks):
            return reply
        from ..annotating import annotate_report

        return _annotated(
            reply, proof, annotate_report(job, proof, Path(options.annotate), call.language), call.language
        )
    more["fix"] = fixes.as_json(fixed)
    diagnostics = (*fixed.diagnostics, *proof.diagnostics)
    status = exit_of(fixed.diagnostics) or proof.exit
    return Reply(status, (*fixes.lines(fixed, call.language), *lines), diagnostics, more=more)


def _fixed(job: Job, waivers: Mapping[str, Entry], *, write: bool) -> Fixed | None:
    """Put a report right; None when it cannot be read or said, which is reported beside."""
    from ..fixing import fix

    try:
        return fix(job, waivers, write=write)
    except Faults:
        return None


def _of_file(proof: Proof, path: Path, language: str) -> Reply:
    """Say what was found in a file: its summary first, then the findings by page."""
    if proof.examined is None:
        return Reply(proof.exit, diagnostics=proof.diagnostics)
    lines = (
        *findings.summary(proof, path.name, language),
        *findings.by_page(proof, language),
    )
    more = {**_counts(proof), **findings.as_json(proof, path.name, language)}
    return Reply(proof.exit, lines, proof.remarks, more=more, told=proof.checked.findings)


def _annotated(reply: Reply, proof: Proof, output: Output, language: str) -> Reply:
    """Add to a reply the DOCX that has the findings as comments."""
    line = phrase("check.annotated", language, count=len(proof.checked.findings), path=output.path)
    return replace(reply, lines=(*reply.lines, "", line), outputs=(output,))


def _counts(proof: Proof) -> dict[str, Any]:
    return {
        "levels": {rule.code: rule.level.value for rule in proof.checked.rules},
        "found": {level.value: _count(proof.checked, level) for level in Level},
        "waived": [
            {
                "code": each.code,
                "reason": each.reason,
                "count": each.count,
                **({"words": each.words} if each.words else {}),
            }
            for each in proof.checked.waived
        ],
    }


def _waivers(options: Namespace) -> dict[str, Entry]:
    """Read `--waive CODE=reason`; one without a reason is a finding of the check itself."""
    found: dict[str, Entry] = {}
    for word in options.waive or ():
        code, _, reason = word.replace("＝", "=").partition("=")
        found[code.strip()] = Entry(reason.strip(), Source("--waive"))
    return found


def _level(word: str | None) -> Level:
    if word is None:
        return Level.RECOMMENDED
    if word not in _LEVELS:
        raise fault("cli.bad_choice", option="--fail-on", value=word, choices=tuple(_LEVELS))
    return _LEVELS[word]


def _count(checked: Checked, level: Level) -> int:
    codes = {rule.code for rule in checked.rules if rule.level is level}
    return sum(finding.code in codes for finding in checked.findings)


def _summary(proof: Proof, more: dict[str, Any], language: str) -> list[str]:
    found = more["found"]
    if any(found.values()):
        counts = dict(zip(("required", "recommended", "customary"), found.values(), strict=True))
        lines = [phrase("check.found", language, count=sum(found.values()), **counts)]
    else:  # where nothing could be looked over, the faults say so
        lines = [phrase("check.nothing", language)] if proof.checked.rules else []
    return [*lines, *findings.waived(proof, language)]


def _explain(code: str, known: tuple[Rule, ...], language: str) -> Reply:
    rules = {rule.code: rule for rule in known}
    if code == _ALL:
        rows = [(rule.code, rule.level.value, rule.title(language)) for rule in known]
        listed = [{"code": code, "level": level, "title": title} for code, level, title in rows]
        return Reply(lines=tuple(lined_up(rows)), more={"rules": listed})
    if code not in rules:
        raise fault("check.unknown_rule", name=code, near=nearest(code, rules))
    rule, page = rules[code], rules[code].explained

    def say(key: str, **values: object) -> str:
        return phrase(f"check.page.{key}", language, **values)

    lines = [
        f"{code}　{rule.title(language)}",
        say("level", level=rule.level.value) + (say("clause", clause=rule.clause) if rule.clause else ""),
        "",
        page.zh_why if language == "zh" else page.en_why,
        "",
        say("right"),
        *_sample(page.right),
        "",
        say("wrong"),
        *_sample(page.wrong),
    ]
    if rule.can_be_waived:
        lines += ["", say("waive" if "report.md" in page.right else "waive_file", code=code)]
    more = {
        "rule": {
            "code": code,
            "level": rule.level.value,
            "clause": rule.clause or None,
            "title": lines[0].partition("　")[2],
            "why": lines[3],
            "right": dict(page.right),
            "wrong": dict(page.wrong),
        }
    }
    return Reply(lines=tuple(lines), more=more)


def _sample(sample: Sample) -> list[str]:
    lines: list[str] = []
    for name, text in sample.items():
        lines += [f"  {name}", *(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))]
    return lines


COMMAND = Command(
    run,
    (Operand("report", required=False),),
    (
        Option("year", ("--year",), "year"),
        Option("edition", ("--edition",), "edition"),
        Option("settings", ("--set",), "setting", repeated=True),
        Option("fail_on", ("--fail-on",), "level"),
        Option("waive", ("--waive",), "waiver", repeated=True),
        Option("packs", ("--pack",), "pack", repeated=True),
        Option("against", ("--against",), "last_year", phrase="check.against"),
        Option("fix", ("--fix",)),
        Option("dry_run", ("--dry-run",)),
        Option("annotate", ("--annotate",), "file"),
        Option("explain", ("--explain",), "code"),
    ),
)
