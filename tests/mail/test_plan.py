"""Plans: recipients and texts, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from render.mail.plan import plan
from render.messages import Exit

from .letters import TITLE, many, write_mailing

UNIT = '主题 = "{{ 单位 }}"'
BOX = '邮箱 = "a@example.org"'


def codes(folder: Path, **named: str) -> list[str]:
    """What stands against a mailing."""
    return [d.code for d in plan(write_mailing(folder, **named)).diagnostics]  # type: ignore[arg-type]


def test_texts_speak_of_report_and_recipient(tmp_path: Path) -> None:
    """Metadata, figures, the usual fields and the table's own columns."""
    settings = (
        '主题 = "{{ 单位 }}：{{ 标题 }}（{{ 年度 }}）"\n'
        '正文 = "{{ 职务 }}{{ 姓名 }}，审核{{ 合同审核件数|带单位 }}。{{ 成文日期|公文日期 }}，{{ 邮箱 }}"\n'
    )
    recipients = '[[收件人]]\n单位 = "甲局"\n姓名 = "张三"\n职务 = "局长"\n邮箱 = "a@example.org"\n'
    mailing = write_mailing(tmp_path / "r", settings=settings, recipients=recipients)
    planned = plan(mailing)
    (one,) = planned.letters
    assert one.subject == f"甲局：{TITLE}（2020）"
    assert one.text == "局长张三，审核28件。2021年2月18日，a@example.org"
    assert planned.report_key == "r/2020/"


def test_the_default_text_names_the_unit(tmp_path: Path) -> None:
    """And does without one."""
    recipients = '[[收件人]]\n单位 = "甲局"\n邮箱 = "a@example.org"\n[[收件人]]\n邮箱 = "b@example.org"\n'
    one, two = plan(write_mailing(tmp_path / "r", recipients=recipients)).letters
    assert one.text == f"甲局：\n\n现将《{TITLE}》发给你们，请查收。"
    assert two.text == f"现将《{TITLE}》发给你们，请查收。"
    assert one.subject == TITLE


def test_an_unknown_field_is_said_once_with_its_line(tmp_path: Path) -> None:
    """For however many recipients."""
    settings = '正文 = """\n第一行\n{{ 职务 }}\n"""'
    mailing = write_mailing(tmp_path / "r", settings=settings, recipients=many(5))
    (found,) = plan(mailing).diagnostics
    assert (found.code, found.source.line, found.values["name"]) == ("name.unknown", 5, "职务")


def test_a_field_that_another_recipient_has_is_known(tmp_path: Path) -> None:
    """It is empty for this one."""
    recipients = '[[收件人]]\n邮箱 = "a@example.org"\n职务 = "局长"\n[[收件人]]\n邮箱 = "b@example.org"\n'
    planned = plan(write_mailing(tmp_path / "r", settings='正文 = "{{ 职务 }}！"', recipients=recipients))
    assert [letter.text for letter in planned.letters] == ["局长！", "！"]


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ({"recipients": ""}, "mail.no_recipient"),
        ({"recipients": '收件人表 = "无.xlsx"'}, "mail.no_table"),
        ({"settings": '主题 = ""'}, "mail.no_subject"),
        ({"settings": '主题 = "甲\\nBcc: x@evil.org"'}, "mail.unseen"),
        ({"settings": '主题 = "甲\\u202E乙"'}, "mail.unseen"),
        ({"recipients": f'[[收件人]]\n姓名 = "张三\\r\\nBcc: x@evil.org"\n{BOX}'}, "mail.unseen"),
        ({"settings": UNIT, "recipients": f'[[收件人]]\n单位 = "甲\\n乙"\n{BOX}'}, "mail.unseen"),
        ({"settings": '主题 = "{{ 标题"'}, "expression.syntax"),
        ({"recipients": many(1) + many(1)}, "mail.twice_recipient"),
        ({"recipients": '[[收件人]]\n邮箱 = "A@example.org, a@EXAMPLE.org"'}, "mail.twice_recipient"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_before_anything_is_written(
    tmp_path: Path, named: dict[str, str], code: str
) -> None:
    """Every fault in one run; no letter is made."""
    mailing = write_mailing(tmp_path / "r", **named)  # type: ignore[arg-type]
    planned = plan(mailing)
    assert code in [d.code for d in planned.diagnostics]
    assert (planned.letters, planned.ok) == ((), False)


def test_no_sender(tmp_path: Path) -> None:
    """Nobody can be written from."""
    mailing = write_mailing(tmp_path / "r")
    (mailing.folder / "mail.toml").write_text('[[收件人]]\n邮箱 = "a@example.org"\n', encoding="utf-8")
    assert "mail.no_sender" in [d.code for d in plan(mailing).diagnostics]


def test_metadata_breaks_no_header(tmp_path: Path) -> None:
    """A title on two lines is one line in a subject; a colon in it is a colon."""
    mailing = write_mailing(tmp_path / "r", is_built=False)
    text = (mailing.folder / "report.md").read_text(encoding="utf-8")
    title = "标题: |\n  Bcc: x@evil.org\n  报告"
    (mailing.folder / "report.md").write_text(text.replace("标题: 测试报告", title), encoding="utf-8")
    planned = plan(replace(mailing, may_build=True))
    assert [letter.subject for letter in planned.letters] == ["Bcc: x@evil.org报告"]


def test_several_faults_come_together(tmp_path: Path) -> None:
    """Settings, recipients, files and rules."""
    settings = '主体 = "x"\n附件 = ["无.xlsx"]'
    recipients = '[[收件人]]\n邮箱 = "a@@b"\n[[收件人]]\n邮箱 = "b@elsewhere.cn"\n'
    found = codes(tmp_path / "r", settings=settings, recipients=recipients)
    assert found == ["mail.unknown_key", "mail.address", "mail.no_file", "mail.not_public"]


def test_a_missing_figure_stops_a_mailing(tmp_path: Path) -> None:
    """As it stops a build: the report is not finished."""
    mailing = write_mailing(tmp_path / "r", text="{{ 合同审核件数 }}件。\n")
    figures = mailing.folder / "figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("28", ""), encoding="utf-8")
    planned = plan(mailing)
    assert (planned.exit, [d.code for d in planned.diagnostics]) == (Exit.PENDING, ["figure.missing"])


def test_copies_of_everything_are_noted(tmp_path: Path) -> None:
    """The head of an office does not want fifty messages."""
    mailing = write_mailing(tmp_path / "r", settings='抄送 = "c@example.org"', recipients=many(3))
    planned = plan(mailing)
    assert [(d.code, d.values["count"]) for d in planned.diagnostics] == [("mail.copies", 3)]
    assert planned.ok


def test_nobody_stands_in_a_message_twice(tmp_path: Path) -> None:
    """As recipient and as copy."""
    settings = '抄送 = ["a@example.org", "c@example.org"]\n密送 = "C@example.org"'
    (letter,) = plan(write_mailing(tmp_path / "r", settings=settings)).letters
    assert [a.address for a in letter.envelope] == ["a@example.org", "c@example.org"]
    assert (len(letter.recipient.cc), letter.recipient.bcc) == (1, ())


def test_a_table_is_found_by_its_name(tmp_path: Path) -> None:
    """Or named in mail.toml, or on the command line, which comes first."""
    mailing = write_mailing(tmp_path / "r", recipients="")
    for name, unit in (("收件人.csv", "甲局"), ("others.csv", "乙局")):
        (mailing.folder / name).write_text(f"单位,邮箱\n{unit},a@example.org\n", encoding="utf-8")
    assert [letter.recipient.label for letter in plan(mailing).letters] == ["甲局"]
    other = replace(mailing, recipients_file=mailing.folder / "others.csv")
    assert [letter.recipient.label for letter in plan(other).letters] == ["乙局"]


def test_a_test_goes_to_one_address_alone(tmp_path: Path) -> None:
    """With the first recipient's words and files, marked as a test, and no copies."""
    mailing = write_mailing(tmp_path / "r", settings='密送 = "c@example.org"', recipients=many(2))
    (letter,) = plan(mailing, test_to="我 <me@example.org>").letters
    assert [a.address for a in letter.envelope] == ["me@example.org"]
    assert letter.subject == f"〔试发〕{TITLE}"
    assert letter.text.startswith("单位1：")
    assert "mail.address" in [d.code for d in plan(mailing, test_to="me").diagnostics]


def test_a_figure_worked_out_by_formula_may_be_named(tmp_path: Path) -> None:
    """As in the report's own text."""
    mailing = write_mailing(tmp_path / "r", settings='正文 = "共{{ 合计 }}件"', is_built=False)
    figures = "指标,单位,公式,2019,2020\n甲,件,,1,2\n乙,件,,3,4\n合计,件,甲+乙,,\n"
    (mailing.folder / "figures.csv").write_text(figures, encoding="utf-8")
    (letter,) = plan(replace(mailing, may_build=True)).letters
    assert letter.text == "共6件"
