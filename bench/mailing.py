"""Mailing: drafts of many messages, a file of 300 kB of its own in each, written by one process.

    python bench/mailing.py FOLDER 1000

prints a JSON object: CPU and wall time in seconds from mail.toml to the last draft on the disk, and the
most memory held, in megabytes, after a quarter of the messages and after all. FOLDER is for the report, its
attachments and drafts; whoever calls removes it.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from memory import peak

from render.mail import Mailing, write_drafts
from render.mail.delivery import Event
from render.pipeline import Job, build

SIZE = 300_000  # bytes of an attachment; random, as what is in an office file is packed

TEXT = "---\n年度: 2020\n标题: 报告\n发文机关: 某某区司法局\n成文日期: 2021-02-18\n---\n正文。\n"
TOML = """\
允许的邮箱域名 = ["example.org"]
发件人 = "某某区司法局 <sfj@example.org>"
主题 = "{{ 单位 }}：{{ 标题 }}"
正文 = "{{ 单位 }}：\\n\\n现将《{{ 标题 }}》发给你们，请查收。"
附件 = ["反馈/{{ 编号 }}.xlsx"]
收件人表 = "收件人.csv"
"""


def write_folder(folder: Path, count: int) -> Path:
    """Write a report with so many recipients and their files."""
    (folder / "反馈").mkdir(parents=True)
    (folder / "report.md").write_text(TEXT, encoding="utf-8")
    (folder / "mail.toml").write_text(TOML, encoding="utf-8")
    rows = [f"{n:04},单位{n},a{n:04}@example.org" for n in range(count)]
    (folder / "收件人.csv").write_text("\n".join(["编号,单位,邮箱", *rows]), encoding="utf-8")
    chance = random.Random(count)
    for n in range(count):
        (folder / "反馈" / f"{n:04}.xlsx").write_bytes(chance.randbytes(SIZE))
    return folder


def main() -> None:
    count = int(sys.argv[2])
    folder = write_folder(Path(sys.argv[1]), count)
    mailing = Mailing(Job(folder, out=folder / "out", faces="vendored"))
    if not build(mailing.job).ok:
        raise SystemExit("the report cannot be built")
    peaks = []

    def note(event: Event) -> None:
        if event.done == count // 4:
            peaks.append(peak())

    wall, cpu = time.perf_counter(), time.process_time()
    mailed = write_drafts(mailing, note)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if len(mailed.drafts) != count:
        raise SystemExit(f"{len(mailed.drafts)} drafts: {[d.code for d in mailed.diagnostics]}")
    print(json.dumps({"cpu": cpu, "wall": wall, "peaks": [*peaks, peak()]}))


if __name__ == "__main__":
    main()
