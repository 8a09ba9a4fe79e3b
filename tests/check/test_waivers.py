"""Single places switched off: what is accepted, what is still found, what needs no entry any more."""

from __future__ import annotations

from pathlib import Path

from folders import write_report

from render.check import Checked
from render.pipeline import Job
from render.proofread import proofread

TEXT = "处理事项5千余件。\n\n走访企业8千余家。\n"


def checked(folder: Path, entry: str, text: str = TEXT) -> Checked:
    """Look a report over that has this below 不查."""
    return proofread(Job(write_report(folder, text, more=f"不查:\n{entry}"))).checked


def codes(found: Checked) -> list[str]:
    """Codes and quotations of what is found."""
    return [f"{each.code} {each.values.get('found', '')}".strip() for each in found.findings]


def test_words_are_accepted_where_they_stand(tmp_path: Path) -> None:
    """The other place of the same rule is still found."""
    found = checked(tmp_path, "  number.han_scale: {文字: 5千余件, 原因: 照录原文}\n")
    assert codes(found) == ["number.han_scale 8千"]
    assert [(each.words, each.count, each.reason) for each in found.waived] == [("5千余件", 1, "照录原文")]


def test_several_places_have_reasons_of_their_own(tmp_path: Path) -> None:
    """As a list; or words of one reason as a list."""
    entry = (
        "  number.han_scale:\n    - {文字: 5千余件, 原因: 照录}\n    - {words: [8千余家], reason: quoted}\n"
    )
    assert codes(checked(tmp_path, entry)) == []
    both = "  number.han_scale:\n    文字: [5千余件, 8千余家]\n    原因: 照录\n"
    assert codes(checked(tmp_path / "b", both)) == []


def test_the_same_number_elsewhere_is_not_accepted(tmp_path: Path) -> None:
    """5千余件 is not 5千余家."""
    entry = "  number.han_scale: {文字: 5千余件, 原因: 照录原文}\n"
    found = checked(tmp_path, entry, "处理5千余件。\n\n走访5千余家。\n")
    assert [each.source.line for each in found.findings] == [11]


def test_a_place_without_a_reason_is_still_found(tmp_path: Path) -> None:
    """And said."""
    found = checked(tmp_path, "  number.han_scale: {文字: 5千余件}\n")
    assert codes(found)[0] == "waiver.no_reason"
    assert len(found.findings) == 3


def test_what_is_not_there_any_more_is_said(tmp_path: Path) -> None:
    """Of words and of whole rules; of a rule that is unknown only that."""
    found = checked(
        tmp_path, "  number.han_scale: {文字: 9千余件, 原因: 照录}\n  number.sign: 照录\n  no.such: 照录\n"
    )
    told = [code for code in codes(found) if code.startswith("waiver")]
    assert told == ["waiver.idle", "waiver.idle", "waiver.unknown"]


def test_an_unknown_key_of_a_place_is_said(tmp_path: Path) -> None:
    """With the nearest."""
    report = write_report(tmp_path, TEXT, more="不查:\n  number.sign: {文子: 甲, 原因: 乙}\n")
    assert next(each.code for each in proofread(Job(report)).diagnostics) == "metadata.unknown_key"


def test_a_build_accepts_the_same_words(tmp_path: Path) -> None:
    """A word of change that is accepted is no warning of a build either."""
    from render import build

    text = "审核合同{{ 合同审核件数 }}件，比上年下降40.0%。\n"
    entry = "不查:\n  direction.contradicts: {文字: 比上年下降40.0%, 原因: 口径不同}\n"
    told = build(write_report(tmp_path, text, more=entry), out=None, to=("txt",)).diagnostics
    assert [each.code for each in told if each.code.startswith("direction")] == []
