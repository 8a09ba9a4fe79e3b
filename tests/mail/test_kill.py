"""Processes killed at random moments: nobody is left out, and nobody gets twice what the server took.

    GONGWEN_MAIL_KILLS=200 python -m pytest tests/mail/test_kill.py

Each run sends to fifty recipients over TLS with a login, is killed (SIGKILL) at a random moment, and again
while it goes on, until one process comes through. Then a person asks about the mailboxes that nobody
can know of, as the tool says, and the rest is sent. A few runs are enough for every day.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .letters import many, write_mailing
from .servers import PASSWORD, USER, Received, mail_server

RUNS = int(os.environ.get("GONGWEN_MAIL_KILLS", "3"))
SEED = int(os.environ.get("GONGWEN_MAIL_SEED", "1"))
RECIPIENTS = 50
LONGEST = 2.0  # seconds before a process is killed that may not have begun to send
AT_ONCE = 15  # messages, at most, before one is killed that has
MOST_KILLS = 4  # of one run, so that it comes to an end

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


def gongwen(folder: Path, *words: str) -> subprocess.Popen[str]:
    """Start `gongwen mail`."""
    command = [sys.executable, "-m", "render", "mail", str(folder), "--faces", "vendored", *words]
    environment = {**os.environ, "GONGWEN_MAIL_PASSWORD": PASSWORD}
    return subprocess.Popen(
        [*command, "--format", "json"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def envelope(folder: Path, *words: str) -> dict[str, Any]:
    """Let one process come through."""
    out, _ = gongwen(folder, *words).communicate(timeout=120)
    answer: dict[str, Any] = json.loads(out)
    return answer


def killed_or_done(folder: Path, words: list[str], received: Received, chance: random.Random) -> bool:
    """Start a process and kill it at some moment; False when it was quicker.

    Now and then the moment is any; mostly it lies a few hundredths of a second behind some message, so
    that every step of a delivery is hit.
    """
    process = gongwen(folder, *words)
    until = time.monotonic() + (chance.uniform(0.3, LONGEST) if chance.random() < 0.2 else 120)
    enough = len(received.messages) + chance.randint(1, AT_ONCE)
    while process.poll() is None and time.monotonic() < until and len(received.messages) < enough:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.04))
    was_quicker = process.poll() is not None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return not was_quicker


@pytest.mark.parametrize("number", range(RUNS))
def test_killed_at_any_moment_nobody_is_lost_and_nobody_doubled(tmp_path: Path, number: int) -> None:
    """Fifty recipients; what the server confirmed went once, and in the end everybody has it once."""
    chance = random.Random(SEED * 100_000 + number)
    received = Received()
    with mail_server(tmp_path, received=received) as running:
        folder = tmp_path / "r"
        folder.mkdir()
        (folder / "ca.pem").write_bytes(running.ca_file.read_bytes())
        server = (
            f'[服务器]\n主机 = "localhost"\n端口 = {running.port}\n用户 = "{USER}"\n证书 = "ca.pem"\n'
            "间隔秒数 = 0\n重试秒数 = 0\n"
        )
        write_mailing(folder, recipients=many(RECIPIENTS) + server)
        kills = 0
        ledger = folder / "out" / "mail" / "ledger.sqlite"
        while kills < MOST_KILLS:
            words = ["--resume"] if kills and ledger.exists() and received.messages else ["--send"]
            if not killed_or_done(folder, words, received, chance):
                break
            kills += 1
        envelope(folder, "--send")
        before = Counter(received.addresses)
        assert max(before.values(), default=0) <= 1, "doubled"

        told = envelope(folder, "--status")
        states = {box["address"]: box["state"] for box in told["mailboxes"]}
        uncertain = [address for address, state in states.items() if state == "dot"]
        assert len(states) == RECIPIENTS
        assert set(states.values()) <= {"sent", "dot"}
        assert len(uncertain) <= kills, "one message is at work at a time"
        lost = [address for address, state in states.items() if state == "sent" and not before[address]]
        assert lost == []

        answers = [word for a in uncertain for word in ("--arrived" if before[a] else "--resend", a)]
        settled = envelope(folder, "--resume", *answers)
        after = Counter(received.addresses)
        assert sorted(after) == [f"a{n:04}@example.org" for n in range(1, RECIPIENTS + 1)]
        assert set(after.values()) == {1}
        assert set(settled["counts"]) <= {"sent", "arrived"}
        _write_down(number, kills, len(uncertain), sum(before[a] for a in uncertain))


def _write_down(number: int, kills: int, uncertain: int, arrived: int) -> None:
    """Keep what a long run came to, where it is asked for."""
    if place := os.environ.get("GONGWEN_MAIL_LOG"):
        with Path(place).open("a", encoding="utf-8") as log:
            log.write(f"{number} kills={kills} uncertain={uncertain} arrived={arrived}\n")
