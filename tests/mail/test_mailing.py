"""Whole mailings through a real server: TLS, AUTH, a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from render.mail import Mailed, Mailing, Orders, Surroundings, resume, send, send_test, status, write_drafts
from render.mail.ledger import Ledger
from render.messages import Exit
from render.pipeline import build

from .letters import DATE, many, parsed, text_of, write_mailing
from .servers import PASSWORD, USER, Received, Running, mail_server
from .test_delivery import Time

ENVIRONMENT = {"GONGWEN_MAIL_PASSWORD": PASSWORD}


def settings(running: Running, folder: Path) -> str:
    """The server's part of a mail.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ca.pem").write_bytes(running.ca_file.read_bytes())
    return (
        f'[服务器]\n主机 = "localhost"\n端口 = {running.port}\n用户 = "{USER}"\n证书 = "ca.pem"\n'
        "尝试次数 = 2\n超时秒数 = 5\n"
    )


@contextmanager
def ready(
    tmp_path: Path, *, count: int = 3, received: Received | None = None, more: str = ""
) -> Iterator[tuple[Mailing, Received]]:
    """A server and a report to mail to so many recipients."""
    with mail_server(tmp_path, received=received) as running:
        toml = settings(running, tmp_path / "r")
        mailing = write_mailing(tmp_path / "r", recipients=many(count) + toml, settings=more)
        yield mailing, running.received


def world() -> Surroundings:
    """A clock that does not wait."""
    return Surroundings(Time(), ENVIRONMENT)


def codes(mailed: Mailed) -> list[str]:
    """What was found."""
    return [d.code for d in mailed.diagnostics]


def change(mailing: Mailing) -> None:
    """Correct the report and build it."""
    text = mailing.folder / "report.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n改正。\n", encoding="utf-8")
    assert build(mailing.job).ok


def test_drafts_are_the_same_each_time(tmp_path: Path) -> None:
    """Byte for byte; those of an earlier list of recipients go, other files stay."""
    mailing = write_mailing(tmp_path / "r", recipients=many(3))
    first = write_drafts(mailing)
    data = [draft.path.read_bytes() for draft in first.drafts]
    assert [draft.path.name for draft in first.drafts] == [
        f"000{n}_单位{n}_a000{n}@example.org.eml" for n in (1, 2, 3)
    ]
    folder = first.drafts[0].path.parent
    (folder / "0009_x.eml").write_bytes(b"")
    (folder / "mine.eml").write_bytes(b"")
    again = write_drafts(mailing)
    assert [draft.path.read_bytes() for draft in again.drafts] == data
    assert sorted(p.name for p in folder.iterdir() if "单位" not in p.name) == ["mine.eml"]
    assert parsed(data[0])["Date"] == "Thu, 18 Feb 2021 00:00:00 +0800"
    assert list(folder.parent.iterdir()) == [folder]


def test_a_mailing_goes_out_once(tmp_path: Path) -> None:
    """And sending it again sends nothing."""
    with ready(tmp_path) as (mailing, received):
        mailed = send(mailing, world())
        assert (mailed.exit, mailed.sent, codes(mailed)) == (Exit.DONE, 3, [])
        assert received.addresses == ["a0001@example.org", "a0002@example.org", "a0003@example.org"]
        for again in (send(mailing, world()), resume(mailing, world())):
            assert (again.exit, again.sent) == (Exit.DONE, 0)
        assert len(received.messages) == 3


def test_what_was_handed_over_is_kept(tmp_path: Path) -> None:
    """Byte for byte, as a file; it is no draft, and is dated when it was sent."""
    with ready(tmp_path, count=1) as (mailing, received):
        mailed = send(mailing, world())
    (box,) = mailed.mailboxes
    data = (mailing.out / "mail" / box.entry.file).read_bytes()
    assert data == received.messages[0][1]
    message = parsed(data)
    assert message["X-Unsent"] is None
    assert message["Date"] == "Thu, 18 Feb 2021 09:30:00 +0000"
    assert "单位1：" in text_of(message)
    draft = write_drafts(mailing).drafts[0]
    assert parsed(draft.path.read_bytes())["Message-ID"] == message["Message-ID"]


def test_a_date_can_be_given(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH, through the caller."""
    with ready(tmp_path, count=1) as (mailing, received):
        send(mailing, replace(world(), dated=DATE))
    assert parsed(received.messages[0][1])["Date"] == "Thu, 18 Feb 2021 09:30:00 +0800"


def test_blind_copies_stay_blind(tmp_path: Path) -> None:
    """They get the message, and nobody sees it."""
    with ready(tmp_path, count=1, more='密送 = "secret@example.org"') as (mailing, received):
        mailed = send(mailing, world())
    ((addresses, data),) = received.messages
    assert addresses == ("a0001@example.org", "secret@example.org")
    assert b"secret" not in data
    assert [box.kind for box in mailed.mailboxes] == ["to", "bcc"]


def test_resume_sends_what_is_missing(tmp_path: Path) -> None:
    """As it was registered, whatever the report has become since."""
    received = Received(
        on_data=lambda envelope: "451 later" if "a0002@example.org" in envelope.rcpt_tos else None
    )
    with ready(tmp_path, received=received) as (mailing, _):
        mailed = send(mailing, world())
        assert (mailed.exit, mailed.sent) == (Exit.PARTLY, 2)
        assert codes(mailed) == ["mail.still_put_off", "mail.left"]
        received.on_data = lambda envelope: None
        change(mailing)
        again = resume(mailing, world())
        assert (again.exit, again.sent) == (Exit.DONE, 1)
    assert received.addresses == ["a0001@example.org", "a0003@example.org", "a0002@example.org"]
    assert len({data.count(b"\r\n") for _, data in received.messages}) == 1


def test_a_later_version_goes_only_when_asked_for(tmp_path: Path) -> None:
    """It is another message; who has the first one must be meant to get the second."""
    with ready(tmp_path, count=2) as (mailing, received):
        send(mailing, world())
        change(mailing)
        stopped = send(mailing, world())
        assert (stopped.exit, codes(stopped)) == (Exit.USE, ["mail.has_earlier"])
        assert len(received.messages) == 2
        again = send(mailing, world(), Orders(again=True))
        assert (again.exit, again.sent, len(received.messages)) == (Exit.DONE, 2, 4)


def test_a_recipient_added_later_is_the_only_one_to_get_it(tmp_path: Path) -> None:
    """The others have it."""
    with ready(tmp_path, count=2) as (mailing, received):
        send(mailing, world())
        toml = mailing.folder / "mail.toml"
        text = toml.read_text(encoding="utf-8").replace(many(2), many(3))
        toml.write_text(text, encoding="utf-8")
        assert send(mailing, world()).sent == 1
    assert received.addresses == ["a0001@example.org", "a0002@example.org", "a0003@example.org"]


def test_who_was_taken_off_the_list_gets_nothing_any_more(tmp_path: Path) -> None:
    """What was still open for him is superseded."""
    received = Received(on_data=lambda envelope: "451 later")
    with ready(tmp_path, count=3, received=received) as (mailing, _):
        send(mailing, world())
        received.on_data = lambda envelope: None
        toml = mailing.folder / "mail.toml"
        text = toml.read_text(encoding="utf-8").replace(many(3), many(2))
        toml.write_text(text, encoding="utf-8")
        mailed = send(mailing, world())
        assert (mailed.exit, codes(mailed)) == (Exit.DONE, ["mail.superseded"])
        resume(mailing, world())
    assert received.addresses == ["a0001@example.org", "a0002@example.org"]


def test_a_corrected_address_gets_it_and_the_copies_do_not_get_it_again(tmp_path: Path) -> None:
    """The message is another one, its content is not; what was refused is done with."""
    received = Received(on_rcpt=lambda address: "550 5.1.1 unknown" if "a0001" in address else None)
    with ready(tmp_path, count=1, received=received) as (mailing, _):
        toml = mailing.folder / "mail.toml"
        text = toml.read_text("utf-8").replace(
            '"a0001@example.org"', '"a0001@example.org"\n抄送 = "c@example.org"'
        )
        toml.write_text(text, encoding="utf-8")
        assert codes(send(mailing, world())) == ["mail.no_mailbox"]
        assert received.addresses == ["c@example.org"]
        toml.write_text(text.replace("a0001", "right"), encoding="utf-8")
        mailed = send(mailing, world())
        assert (mailed.exit, codes(mailed)) == (Exit.DONE, ["mail.superseded"])
    assert received.addresses == ["c@example.org", "right@example.org"]


def test_a_person_says_what_nobody_can_know(tmp_path: Path) -> None:
    """`--arrived` closes it, `--resend` sends it again."""
    with ready(tmp_path, count=2) as (mailing, received):
        with Ledger(mailing.out / "mail"):
            pass
        mailed = send(mailing, world())
        with Ledger(mailing.out / "mail") as ledger:
            for box in mailed.mailboxes:
                ledger.set_states(box.entry.key, [box.address], "dot", DATE)
        told = status(mailing, DATE)
        assert (told.exit, codes(told)) == (Exit.PARTLY, ["mail.uncertain", "mail.uncertain"])
        assert resume(mailing, world()).sent == 0
        settled = status(mailing, DATE, Orders(arrived=("A0001@example.org",)))
        assert [box.state for box in settled.mailboxes] == ["arrived", "dot"]
        again = resume(mailing, world(), Orders(resend=("a0002@example.org",)))
        assert (again.exit, again.sent) == (Exit.DONE, 1)
        assert received.addresses[-1] == "a0002@example.org"
        assert codes(status(mailing, DATE, Orders(arrived=("x@example.org",)))) == ["mail.unknown_mailbox"]


def test_rules_are_looked_at_again_when_a_mailing_goes_on(tmp_path: Path) -> None:
    """A report classified meanwhile stays; so does one that lost its allowed domain."""
    received = Received(on_data=lambda envelope: "451 later")
    with ready(tmp_path, count=1, received=received) as (mailing, _):
        send(mailing, world())
        received.on_data = lambda envelope: None
        toml, report = mailing.folder / "mail.toml", mailing.folder / "report.md"
        settings_before, report_before = toml.read_text("utf-8"), report.read_text("utf-8")
        toml.write_text(settings_before.replace('["example.org"]', "[]"), encoding="utf-8")
        held = resume(mailing, world())
        assert (held.sent, codes(held)) == (0, ["mail.not_public", "mail.left"])
        toml.write_text(settings_before, encoding="utf-8")
        report.write_text(report_before.replace("年度: 2020", "年度: 2020\n密级: 秘密"), encoding="utf-8")
        held = resume(mailing, world())
        assert (held.sent, codes(held)[0]) == (0, "mail.classified")
        report.write_text(report_before, encoding="utf-8")
        assert resume(mailing, world()).sent == 1
    assert len(received.messages) == 1


def test_a_message_that_vanished_is_written_again_as_it_was(tmp_path: Path) -> None:
    """Somebody tidied up between two runs."""
    received = Received(on_data=lambda envelope: "451 later")
    with ready(tmp_path, count=1, received=received) as (mailing, _):
        (box,) = send(mailing, world()).mailboxes
        path = mailing.out / "mail" / box.entry.file
        data = path.read_bytes()
        path.unlink()
        received.on_data = lambda envelope: None
        assert codes(resume(mailing, world())) == ["mail.message_changed", "mail.left"]
        assert send(mailing, replace(world(), dated=DATE)).sent == 1
        assert path.read_bytes() == data == received.messages[0][1]


def test_a_test_is_not_counted(tmp_path: Path) -> None:
    """It can be sent as often as one likes; the ledger knows nothing of it."""
    with ready(tmp_path, count=2) as (mailing, received):
        for _ in range(2):
            mailed = send_test(mailing, "me@example.org", world())
            assert (mailed.exit, mailed.sent) == (Exit.DONE, 1)
        assert received.addresses == ["me@example.org", "me@example.org"]
        assert not (mailing.out / "mail").exists()
        assert send(mailing, world()).sent == 2


def test_the_delivery_sheet_holds_what_the_ledger_holds(tmp_path: Path) -> None:
    """One row a mailbox, no formulas whatever a label says; the same ledger, the same bytes."""
    with ready(tmp_path, count=1) as (mailing, _):
        toml = mailing.folder / "mail.toml"
        toml.write_text(toml.read_text("utf-8").replace("单位1", "=1+1"), encoding="utf-8")
        mailed = send(mailing, world())
        assert mailed.sheet is not None
        assert mailed.sheet.data == status(mailing, DATE).sheet.data  # type: ignore[union-attr]
    book = openpyxl.load_workbook(mailed.sheet.path)  # type: ignore[arg-type]
    assert [[cell.value for cell in row] for row in book["汇总"]][1:] == [["服务器已接收", 1], ["合计", 1]]
    sheet = book["发送情况"]
    cells = [cell.value for cell in sheet[2]]
    assert cells[:5] == [1, "=1+1", "a0001@example.org", "收件", "服务器已接收"]
    assert cells[5:] == ["2021-02-18 09:30:00", "250 OK queued as 1"]
    assert book["邮件明细"]["H2"].value == mailed.mailboxes[0].entry.sha256
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize("how", [send, resume])
def test_two_at_once_do_not_send_twice(tmp_path: Path, how: object) -> None:
    """The second is told to wait."""
    with ready(tmp_path, count=1) as (mailing, received):
        with Ledger(mailing.out / "mail") as ledger:
            ledger.lock()
            mailed = how(mailing, world())  # type: ignore[operator]
            assert (mailed.exit, codes(mailed)) == (Exit.USE, ["mail.busy"])
        assert received.messages == []


def test_nothing_begun(tmp_path: Path) -> None:
    """There is nothing to go on with, and no ledger is made for it."""
    with ready(tmp_path, count=1) as (mailing, _):
        assert codes(resume(mailing, world())) == ["mail.nothing_begun"]
        assert codes(status(mailing, DATE)) == ["mail.nothing_begun"]
        assert not (mailing.out / "mail").exists()
        with Ledger(mailing.out / "mail"):
            pass
        assert codes(resume(mailing, world())) == ["mail.nothing_begun"]


def test_no_server(tmp_path: Path) -> None:
    """Said before a message is written."""
    mailing = write_mailing(tmp_path / "r")
    assert codes(send(mailing, world())) == ["mail.no_server"]
    assert not (mailing.out / "mail").exists()


def test_a_wrong_password_sends_nothing_and_is_told(tmp_path: Path) -> None:
    """Everything stays open."""
    with ready(tmp_path, count=2) as (mailing, received):
        mailed = send(mailing, replace(world(), environment={"GONGWEN_MAIL_PASSWORD": "geheim"}))
        assert (mailed.exit, codes(mailed)) == (Exit.USE, ["mail.login", "mail.left"])
        assert "geheim" not in str(mailed)
        assert [box.state for box in mailed.mailboxes] == ["pending", "pending"]
    assert received.messages == []
