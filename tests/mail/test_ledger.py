"""The ledger: what is written down stays, whatever happens next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from render.mail.ledger import (
    ARRIVED,
    DEFERRED,
    DOT,
    FILE,
    PENDING,
    REFUSED,
    SENDING,
    SENT,
    SUPERSEDED,
    Entry,
    Ledger,
    LedgerBusy,
    LedgerLost,
    counts_of,
)

NOW = datetime(2021, 2, 18, 9, 30, tzinfo=UTC)


def entry(key: str, *addresses: str, report: str = "r/2020/", position: int = 1) -> Entry:
    """A message to some mailboxes."""
    boxes = tuple((address, "to") for address in addresses)
    file, dated = f"messages/{key}.eml", NOW.isoformat()
    names = ("甲.pdf", "乙.docx")
    ids = f"<{key}@x>", "s@x.cn"
    return Entry(
        key, f"content {key}", report, position, "甲局", "题", names, *ids, file, "0", 1, dated, boxes
    )


def states(ledger: Ledger) -> dict[str, str]:
    """State by mailbox."""
    return {box.address: box.state for box in ledger.mailboxes()}


def test_messages_come_back_as_they_were_registered(tmp_path: Path) -> None:
    """In the order of the mailing, from another process too."""
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry("b", "b@x.cn", position=2), entry("a", "a@x.cn", "c@x.cn")])
    with Ledger(tmp_path) as ledger:
        boxes = ledger.mailboxes()
    assert [(b.address, b.state, b.entry.attachments) for b in boxes] == [
        ("a@x.cn", PENDING, ("甲.pdf", "乙.docx")),
        ("c@x.cn", PENDING, ("甲.pdf", "乙.docx")),
        ("b@x.cn", PENDING, ("甲.pdf", "乙.docx")),
    ]


def test_registering_twice_changes_nothing(tmp_path: Path) -> None:
    """What has been sent stays sent."""
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry("a", "a@x.cn")])
        ledger.set_states("a", ["a@x.cn"], SENT, NOW, code=250, reply="OK")
        assert ledger.register("r/2020/", [entry("a", "a@x.cn")]) == 0
        assert states(ledger) == {"a@x.cn": SENT}


def test_what_is_not_in_the_mailing_any_more_is_superseded(tmp_path: Path) -> None:
    """Open or refused; not what was or may have been sent, nor another report's; and it can come back."""
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry("a", "a@x.cn", "b@x.cn", "c@x.cn"), entry("d", "d@x.cn")])
        ledger.register("r/2021/", [entry("e", "e@x.cn", report="r/2021/")])
        ledger.set_states("a", ["a@x.cn"], SENT, NOW)
        ledger.set_states("a", ["b@x.cn"], DOT, NOW)
        assert ledger.register("r/2020/", [entry("d", "d@x.cn")]) == 1
        assert states(ledger) == {
            "a@x.cn": SENT, "b@x.cn": DOT, "c@x.cn": SUPERSEDED, "d@x.cn": PENDING, "e@x.cn": PENDING,
        }  # fmt: skip
        ledger.register("r/2020/", [entry("a", "a@x.cn", "b@x.cn", "c@x.cn")])
        assert states(ledger)["c@x.cn"] == PENDING


def test_those_who_have_another_version_are_known(tmp_path: Path) -> None:
    """Sent, arrived, or perhaps; of the same report."""
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry("a", "a@x.cn", "b@x.cn", "c@x.cn", "d@x.cn")])
        for address, state in (("a@x.cn", SENT), ("b@x.cn", DOT), ("c@x.cn", ARRIVED), ("d@x.cn", REFUSED)):
            ledger.set_states("a", [address], state, NOW)
        had = {address: {"content a"} for address in ("a@x.cn", "b@x.cn", "c@x.cn")}
        assert ledger.received("r/2020/", ["x"]) == had
        assert ledger.received("r/2020/", ["a"]) == {}
        assert ledger.received("r/2021/", ["x"]) == {}


def test_after_a_crash_only_what_cannot_have_arrived_is_open(tmp_path: Path) -> None:
    """`sending` is safe to send again; `dot` is not."""
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry("a", "a@x.cn", "b@x.cn", "c@x.cn")])
        ledger.set_states("a", ["a@x.cn"], SENDING, NOW, counts=True)
        ledger.set_states("a", ["b@x.cn"], DOT, NOW)
        ledger.set_states("a", ["c@x.cn"], DEFERRED, NOW)
        ledger.recover()
        assert states(ledger) == {"a@x.cn": PENDING, "b@x.cn": DOT, "c@x.cn": DEFERRED}
        assert counts_of(ledger.mailboxes()) == {PENDING: 1, DEFERRED: 1, DOT: 1}


def test_one_process_at_a_time(tmp_path: Path) -> None:
    """The second is told; looking stays possible; the lock dies with its process."""
    code = textwrap.dedent(
        f"""
        import sys, time
        from pathlib import Path
        from render.mail.ledger import Ledger
        ledger = Ledger(Path({str(tmp_path)!r}))
        ledger.lock()
        print("locked", flush=True)
        time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with Ledger(tmp_path) as ledger:
            with pytest.raises(LedgerBusy):
                ledger.lock()
            assert ledger.mailboxes() == []
        other.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    with Ledger(tmp_path) as ledger:
        ledger.lock()


def test_answers_fit_into_a_full_disk(tmp_path: Path) -> None:
    """A ledger that may not grow by one page takes every answer, long ones too."""
    boxes = [f"a{n}@x.cn" for n in range(60)]
    with Ledger(tmp_path) as ledger:
        ledger.register("r/2020/", [entry(str(n), box) for n, box in enumerate(boxes)])
        (pages,) = ledger._base.execute("PRAGMA page_count").fetchone()
        ledger._base.execute(f"PRAGMA max_page_count={pages}")
        for n, box in enumerate(boxes):
            for state in (SENDING, DOT, SENT):
                ledger.set_states(str(n), [box], state, NOW, code=250, reply="queued as 0123456789ABCDEF" * 2)
        assert set(states(ledger).values()) == {SENT}
        (pages_after,) = ledger._base.execute("PRAGMA page_count").fetchone()
        assert pages_after == pages


def test_a_damaged_ledger_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    """Or everybody would get everything again."""
    (tmp_path / FILE).write_bytes(b"not a database, but long enough to be taken for one" * 40)
    with pytest.raises(LedgerLost):
        Ledger(tmp_path)


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    """It may mean things that are not known here."""
    with Ledger(tmp_path) as ledger:
        ledger._base.execute("PRAGMA user_version=99")
    with pytest.raises(LedgerLost, match="99"):
        Ledger(tmp_path)
