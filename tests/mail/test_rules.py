"""What may leave, rule by rule and all together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from render.diagnostics import Diagnostic
from render.mail import Mailing, write_drafts
from render.mail.plan import plan
from render.mail.rules import is_internal, outsiders
from render.messages import Exit

from .letters import write_mailing

OUTSIDER = '[[收件人]]\n单位 = "甲局"\n邮箱 = "a@elsewhere.cn"\n'
PUBLIC = "公开方式: 主动公开\n"


def codes(mailing: Mailing) -> list[str]:
    """What stands against a mailing."""
    return [d.code for d in plan(mailing).diagnostics]


def set_by_hand(mailing: Mailing, **settings: str) -> Mailing:
    """The mailing with `--set`."""
    return replace(mailing, job=replace(mailing.job, settings=settings))


def with_edition(mailing: Mailing, edition: str) -> Mailing:
    """The mailing with `--edition`."""
    return replace(mailing, job=replace(mailing.job, edition=edition))


@pytest.mark.parametrize("level", ["秘密", "机密★1年", "无", "{{ '' }}"])
def test_a_classified_report_never_leaves(tmp_path: Path, level: str) -> None:
    """Whatever stands under 密级, whoever it would go to, and nothing is written."""
    mailing = write_mailing(tmp_path / "r", more=f"密级: {level}\n{PUBLIC}", is_built=False)
    mailed = write_drafts(replace(mailing, may_build=True))
    assert [(d.code, d.source.line) for d in mailed.diagnostics] == [("mail.classified", 6)]
    assert mailed.exit is Exit.CONTENT
    assert not (mailing.out / "mail").exists()


def test_no_setting_lifts_a_classification(tmp_path: Path) -> None:
    """Neither one by hand nor an edition that blanks it."""
    more = "密级: 秘密\n版本:\n  公开:\n    密级: \n    公开方式: 主动公开\n"
    mailing = write_mailing(tmp_path / "r", more=more, is_built=False)
    assert codes(set_by_hand(mailing, 密级="")) == ["mail.classified"]
    assert codes(set_by_hand(mailing, security="")) == ["mail.classified"]
    assert codes(with_edition(mailing, "公开")) == ["mail.classified"]


def test_a_classification_set_by_hand_holds(tmp_path: Path) -> None:
    """Settings may make it stricter."""
    mailing = write_mailing(tmp_path / "r", more=PUBLIC)
    assert codes(set_by_hand(mailing, 密级="机密")) == ["mail.classified"]


def test_the_classification_of_another_edition_does_not_bind_this_one(tmp_path: Path) -> None:
    """The edition for the public may be mailed when only the one for above is classified."""
    more = f"{PUBLIC}版本:\n  报送:\n    密级: 秘密\n  公开:\n    附注: 此件公开发布\n"
    mailing = write_mailing(tmp_path / "r", more=more, is_built=False)
    assert codes(with_edition(mailing, "报送")) == ["mail.classified"]
    assert "mail.classified" not in codes(with_edition(mailing, "公开"))


@pytest.mark.parametrize(
    "disclosure", ["", "公开方式: 依申请公开\n", "公开方式: 不予公开\n", "公开方式: 非主动公开\n"]
)
def test_what_is_not_public_stays_inside(tmp_path: Path, disclosure: str) -> None:
    """Addresses outside the allowed domains are named; inside it may go."""
    mailing = write_mailing(tmp_path / "r", more=disclosure, recipients=OUTSIDER)
    (found,) = plan(mailing).diagnostics
    assert (found.code, found.values["addresses"], found.values["count"]) == (
        "mail.not_public",
        ("a@elsewhere.cn",),
        1,
    )
    assert codes(write_mailing(tmp_path / "s", more=disclosure)) == []


def test_no_domain_is_allowed_by_default(tmp_path: Path) -> None:
    """Not even the sender's."""
    mailing = write_mailing(tmp_path / "r", allowed="[]")
    assert codes(mailing) == ["mail.not_public"]


def test_what_is_public_may_go_anywhere(tmp_path: Path) -> None:
    """主动公开, and no draft."""
    assert codes(write_mailing(tmp_path / "r", more=PUBLIC, recipients=OUTSIDER, allowed="[]")) == []
    more = f"{PUBLIC}稿次: 印发稿\n"
    assert codes(write_mailing(tmp_path / "s", more=more, recipients=OUTSIDER, allowed="[]")) == []


def test_a_report_is_not_made_public_by_hand(tmp_path: Path) -> None:
    """`--set` counts only where the folder says so too."""
    mailing = write_mailing(tmp_path / "r", recipients=OUTSIDER)
    assert "mail.not_public" in codes(set_by_hand(mailing, 公开方式="主动公开"))
    public = write_mailing(tmp_path / "s", more=PUBLIC, recipients=OUTSIDER)
    assert "mail.not_public" in codes(set_by_hand(public, 公开方式="依申请公开"))


@pytest.mark.parametrize("stage", ["征求意见稿", "送审稿", "签发稿"])
def test_a_draft_stays_inside(tmp_path: Path, stage: str) -> None:
    """Although it will be public; and no `--set` makes it final."""
    more = f"{PUBLIC}稿次: {stage}\n"
    mailing = write_mailing(tmp_path / "r", more=more, recipients=OUTSIDER)
    assert codes(mailing) == ["mail.draft_stage"]
    assert "mail.draft_stage" in codes(set_by_hand(mailing, 稿次="印发稿"))
    assert codes(write_mailing(tmp_path / "s", more=more)) == []


def test_only_the_public_edition_is_for_everybody(tmp_path: Path) -> None:
    """The one for above, and the report without an edition, stay inside."""
    more = f"{PUBLIC}版本:\n  报送:\n    结语: 特此报告。\n  公开:\n    附注: 此件公开发布\n"
    mailing = write_mailing(tmp_path / "r", more=more, recipients=OUTSIDER, is_built=False)
    assert "mail.other_edition" in codes(mailing)
    assert "mail.other_edition" in codes(with_edition(mailing, "报送"))
    assert "mail.other_edition" not in codes(with_edition(mailing, "公开"))


@pytest.mark.parametrize("part", ['抄送 = "c@elsewhere.cn"', '密送 = "c@elsewhere.cn"'])
def test_copies_are_mailboxes_too(tmp_path: Path, part: str) -> None:
    """Of one recipient, and of all."""
    assert codes(write_mailing(tmp_path / "r", settings=part)) == ["mail.not_public"]
    own = f'[[收件人]]\n邮箱 = "a@example.org"\n{part}\n'
    assert codes(write_mailing(tmp_path / "s", recipients=own)) == ["mail.not_public"]


def test_a_test_goes_by_the_same_rules(tmp_path: Path) -> None:
    """One's own private mailbox is outside too."""
    mailing = write_mailing(tmp_path / "r")
    planned = plan(mailing, test_to="me@qq.com")
    assert [d.code for d in planned.diagnostics] == ["mail.not_public"]
    assert plan(mailing, test_to="me@example.org").ok


@pytest.mark.parametrize(
    "address",
    ["a@example.org.evil.cn", "a@evilexample.org", "a@sub.example.org", "example.org@evil.cn"],
)
def test_a_domain_is_the_whole_domain(tmp_path: Path, address: str) -> None:
    """Nothing that merely holds its letters."""
    mailing = write_mailing(tmp_path / "r")
    case_address = outsiders(_case(mailing), [address, "b@EXAMPLE.org"])
    assert case_address == (address,)


def _case(mailing: Mailing):
    from render.mail.plan import may_still_leave
    from render.mail.settings import read_settings

    found: list[Diagnostic] = []
    case, stopped = may_still_leave(mailing, read_settings(mailing.folder, found))
    assert case is not None
    assert stopped == []
    return case


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("某报告_核对表.xlsx", True),
        ("收数表_甲局.xlsx", True),
        ("figures.xlsx", True),
        ("report.md", True),
        ("mail.toml", True),
        ("甲局.xlsx", False),
        ("某报告.pdf", False),
        ("report-2020.pdf", False),
    ],
)
def test_an_offices_own_files_are_known_by_name(name: str, own: bool) -> None:
    """Sheets for checking and collecting, and what the author keeps."""
    assert is_internal(name) is own


def test_an_offices_own_file_stays_inside(tmp_path: Path) -> None:
    """Although the report is public; to an allowed domain it may go when it is named."""
    more, files = PUBLIC, '附件 = ["pdf", "figures.csv"]'
    outside = write_mailing(tmp_path / "r", more=more, recipients=OUTSIDER, settings=files)
    (found,) = plan(outside).diagnostics
    assert (found.code, found.values["name"]) == ("mail.internal", "figures.csv")
    assert codes(write_mailing(tmp_path / "s", more=more, settings=files)) == []
