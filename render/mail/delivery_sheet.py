"""Delivery sheet: a ledger as a workbook (邮件发送情况.xlsx), for the file and for whoever asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..write.listing import Listing, write_listing
from .ledger import Mailbox, counts_of

NAME = "邮件发送情况.xlsx"
STATES: Mapping[str, str] = {
    "pending": "待发送",
    "deferred": "暂缓，待重试",
    "sending": "发送中",
    "dot": "待核实",
    "sent": "服务器已接收",
    "refused": "被拒收",
    "arrived": "已核实收到",
    "superseded": "作废（有新版）",
}
KINDS: Mapping[str, str] = {"to": "收件", "cc": "抄送", "bcc": "密送"}
_COLUMNS = (
    ("序号", 6),
    ("收件人", 22),
    ("邮箱", 28),
    ("类别", 6),
    ("状态", 14),
    ("时间", 19),
    ("次数", 6),
    ("服务器答复", 36),
    ("主题", 34),
    ("附件", 40),
    ("大小（KB）", 10),
    ("邮件编号", 24),
    ("邮件SHA-256", 24),
    ("报告文件夹", 16),
)


def write_sheet(mailboxes: Sequence[Mailbox]) -> bytes:
    """Write one row for each mailbox, and the counts; the same ledger gives the same bytes."""
    rows = [
        (
            number,
            box.entry.label,
            box.address,
            KINDS.get(box.kind, box.kind),
            STATES[box.state],
            box.changed.replace("T", " ")[:19],
            box.attempts,
            f"{box.code or ''} {box.reply}".strip(),
            box.entry.subject,
            "\n".join(box.entry.attachments),
            round(box.entry.size / 1024),
            box.entry.message_id,
            box.entry.sha256,
            box.entry.report.partition("/")[0],
        )
        for number, box in enumerate(mailboxes, 1)
    ]
    counts = [(STATES[state], count) for state, count in counts_of(mailboxes).items()]
    sheets = (
        Listing("发送情况", [heading for heading, _ in _COLUMNS], rows, [width for _, width in _COLUMNS]),
        Listing("汇总", ["状态", "邮箱数"], [*counts, ("合计", len(mailboxes))], [20, 10]),
    )
    return write_listing(sheets, title=NAME.removesuffix(".xlsx"))
