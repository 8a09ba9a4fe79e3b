"""Replies: what a command says of a great many findings."""

from __future__ import annotations

import pytest

from render.cli.reply import Reply, answer
from render.diagnostics import Diagnostic, Source
from render.messages import Exit


def test_a_flood_of_like_findings_is_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    """On the screen two hundred of a code are told and the others counted; JSON has them all."""
    found = tuple(Diagnostic("batch.no_report", Source("任务.csv", row)) for row in range(250))
    reply = Reply(Exit.USE, diagnostics=(*found, Diagnostic("batch.empty")))
    answer("batch", reply, "text", "zh")
    told = capsys.readouterr().err
    assert told.count("没有写报告文件夹") == 200
    assert "清单里没有任务" in told
    assert "同样的问题另有50处［batch.no_report］" in told
    assert "错误251条" in told
    answer("batch", reply, "json", "zh")
    assert capsys.readouterr().out.count('"batch.no_report"') == 250
