"""`gongwen mail`, from its words to what it leaves behind."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from render import resources
from render.cli import mail as command

from ..mail.servers import PASSWORD, USER, mail_server
from .conftest import Run

TITLE = "洪山区2020年度法治政府建设工作报告"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample, which has a mail.toml, and nothing built."""
    source = resources.folder("samples") / "hongshan-2020"
    return Path(shutil.copytree(source, tmp_path / "hongshan", ignore=shutil.ignore_patterns("out")))


def with_server(sample: Path, port: int, ca_file: Path, *more: str) -> None:
    """Give the sample a server."""
    shutil.copy(ca_file, sample / "ca.pem")
    lines = [
        "[服务器]", '主机 = "localhost"', f"端口 = {port}", f'用户 = "{USER}"', '证书 = "ca.pem"', *more,
    ]  # fmt: skip
    toml = sample / "mail.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n".join(["", *lines, ""]), encoding="utf-8")


def test_a_build_with_a_comparison_is_mailed_with_the_same_option(run: Run, sample: Path) -> None:
    """Without it the files are said to be others, and the way out names the option."""
    assert run("build", sample, "--compare", "2019").status == 0
    ran = run("mail", sample)
    assert "mail.stale" in ran.err
    assert "mail也要加上" in ran.err
    ran = run("mail", sample, "--compare", "2019")
    assert (ran.status, ran.err) == (0, "")


def test_the_sample_is_mailed_out_of_the_box(run: Run, sample: Path) -> None:
    """Drafts with both files; what had to be built is said; nothing is sent."""
    ran = run("mail", sample)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == f"《{TITLE}》：3封，4个邮箱。预演，未发送。"
    assert "此报告只能发往：example.org" in lines
    assert [line for line in lines if line.startswith("尚未生成过，已先生成：")] == [
        f"尚未生成过，已先生成：{sample / 'out' / TITLE}.{name}" for name in ("docx", "pdf")
    ]
    assert lines[-1] == f"下一步：gongwen mail {sample} --test-to 自己的地址，收到后核对；再用--send发送"
    assert len(list((sample / "out" / "mail" / "drafts").glob("*.eml"))) == 3


def test_drafts_hold_the_built_files(run: Run, sample: Path) -> None:
    """Under their Chinese names, byte for byte; JSON tells it all."""
    run("build", sample)
    envelope = run("mail", sample, "--format=json").envelope
    assert (envelope["command"], envelope["ok"], envelope["inside"], envelope["outputs"]) == (
        "mail",
        True,
        True,
        [],
    )
    draft = envelope["drafts"][1]
    data = Path(draft["path"]).read_bytes()
    assert (draft["bytes"], draft["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert (draft["to"], draft["cc"], draft["bcc"]) == (["qzfb@example.org"], ["qzfb-jy@example.org"], [])
    message = message_from_bytes(data, policy=policy.SMTP.clone(raise_on_defect=True))
    assert message["Subject"] == draft["subject"] == f"报送{TITLE}"
    assert message["From"].addresses[0].display_name == "中共洪山区委全面依法治区委员会办公室"  # type: ignore[union-attr]
    attached = {a.get_filename(): a.get_content() for a in message.iter_attachments()}  # type: ignore[attr-defined]
    assert attached == {
        f"{TITLE}.{name}": (sample / "out" / f"{TITLE}.{name}").read_bytes() for name in ("docx", "pdf")
    }


def test_ascii_names_are_a_way_out(run: Run, sample: Path) -> None:
    """The real ones stay in the text."""
    envelope = run("mail", sample, "--names", "ascii", "--format=json").envelope
    files = envelope["drafts"][0]["attachments"]
    assert [file["sent_name"] for file in files] == ["report-2020.docx", "report-2020.pdf"]
    assert [file["name"] for file in files] == [f"{TITLE}.docx", f"{TITLE}.pdf"]
    assert run("mail", sample, "--names", "latin", "--format=json").codes == ["mail.names"]


def test_nothing_is_sent_that_was_not_built(run: Run, sample: Path) -> None:
    """`--send` and `--test-to` build nothing."""
    for words in (["--send"], ["--test-to", "me@example.org"]):
        assert run("mail", sample, *words, "--format=json").codes == ["mail.not_built", "mail.not_built"]
    assert not (sample / "out").exists()


def test_one_thing_at_a_time(run: Run, sample: Path) -> None:
    """Testing and sending are two things."""
    ran = run("mail", sample, "--send", "--test-to", "me@example.org")
    assert ran.status == 2
    assert "--send、--test-to不能同时使用［mail.one_action］" in ran.err


def test_a_mailing_from_test_to_status(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a clerk does it: build, test, send, look; progress on standard error, and no password anywhere."""
    monkeypatch.setenv("GONGWEN_MAIL_PASSWORD", PASSWORD)
    run("build", sample)
    with mail_server(tmp_path, security="starttls") as running:
        with_server(sample, running.port, running.ca_file, '加密 = "starttls"', "间隔秒数 = 0")
        said = [
            run("mail", sample, "--test-to", "me@example.org"),
            run("mail", sample, "--send"),
            run("mail", sample, "--resume"),
            run("mail", sample, "--status", "--format=json"),
        ]
    assert [ran.status for ran in said] == [0, 0, 0, 0]
    assert running.received.addresses == [
        "me@example.org", "fzdy@example.org", "qzfb@example.org", "qzfb-jy@example.org", "qrdb@example.org",
    ]  # fmt: skip
    assert "邮箱共4个：已接收4个" in said[1].out
    assert said[1].err.splitlines()[:2] == [
        f"连接localhost:{running.port}",
        "1/3 武汉市司法局：服务器已接收 250 OK queued as 2",
    ]
    envelope = said[3].envelope
    assert (envelope["counts"], envelope["sent"]) == ({"sent": 4}, 0)
    assert envelope["outputs"][0]["path"] == str(sample / "out" / "mail" / "邮件发送情况.xlsx")
    left = b"".join(path.read_bytes() for path in sample.rglob("*") if path.is_file())
    assert PASSWORD not in "".join(ran.out + ran.err for ran in said)
    assert PASSWORD.encode() not in left


def test_a_password_has_no_option(run: Run, sample: Path) -> None:
    """And none is taken from the report folder."""
    assert run("mail", sample, "--password", "x", "--format=json").codes == ["cli.unknown_option"]
    toml = sample / "mail.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[服务器]\n主机 = "h"\n密码 = "geheim"\n', encoding="utf-8")
    ran = run("mail", sample, "--send")
    assert ran.status == 2
    assert "［mail.secret］" in ran.err
    assert "geheim" not in ran.err


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as POSIX has them")
def test_ctrl_c_stops_between_two_messages(sample: Path, tmp_path: Path) -> None:
    """Exit status 5, and `--resume` sends the rest."""
    environment = {**os.environ, "GONGWEN_MAIL_PASSWORD": PASSWORD, "GONGWEN_LANG": "zh"}
    gongwen = [sys.executable, "-m", "render"]
    subprocess.run([*gongwen, "build", sample, "--faces", "vendored"], check=True, stdout=subprocess.DEVNULL)
    words = [*gongwen, "mail", str(sample), "--faces", "vendored"]
    with mail_server(tmp_path) as running:
        with_server(sample, running.port, running.ca_file, "间隔秒数 = 60")
        with subprocess.Popen(
            [*words, "--send"], env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr is not None
            assert process.stderr.readline().startswith("连接localhost:")
            assert process.stderr.readline().startswith("1/3 ")
            process.send_signal(signal.SIGINT)
            began = time.monotonic()
            _, err = process.communicate(timeout=30)
            assert time.monotonic() - began < 30  # not the minute it would have waited
        assert process.returncode == 5
        assert "［mail.stopped］" in err
        assert len(running.received.messages) == 1
        toml = sample / "mail.toml"
        toml.write_text(toml.read_text("utf-8").replace("间隔秒数 = 60", "间隔秒数 = 0"), encoding="utf-8")
        done = subprocess.run([*words, "--resume"], env=environment, check=False, capture_output=True)
        assert done.returncode == 0
    assert len(running.received.addresses) == len(set(running.received.addresses)) == 4


def test_every_state_has_its_words() -> None:
    """On the console and in the sheet."""
    from render.mail.delivery_sheet import STATES as SHEET
    from render.mail.ledger import STATES
    from render.messages.phrases import PHRASES

    assert set(SHEET) == set(STATES)
    assert [state for state in STATES if f"mail.state.{state}" not in PHRASES] == []
    assert set(command._ACTIONS) == {"send", "resume", "status", "test_to"}
