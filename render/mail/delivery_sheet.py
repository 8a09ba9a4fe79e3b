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
_STANDING = {"序号": 6, "收件人": 22, "邮箱": 28, "类别": 7, "状态": 15, "时间": 20, "服务器答复": 34}
_DETAILS = {
    "序号": 6,
    "邮箱": 28,
    "主题": 30,
    "附件": 34,
    "大小（KB）": 11,
    "次数": 6,
    "邮件编号": 22,
    "SHA-256": 22,
    "报告文件夹": 16,
}


def write_sheet(mailboxes: Sequence[Mailbox]) -> bytes:
    """Write how every mailbox stands, the counts, and what was sent; the same ledger gives the same bytes."""
    counts = [(STATES[state], count) for state, count in counts_of(mailboxes).items()]
    standing = [
        (
            number,
            box.entry.label,
            box.address,
            KINDS.get(box.kind, box.kind),
            STATES[box.state],
            box.changed.replace("T", " ")[:19],
            f"{box.code or ''} {box.reply}".strip(),
        )
        for number, box in enumerate(mailboxes, 1)
    ]
    details = [
        (
            number,
            box.address,
            box.entry.subject,
            "\n".join(box.entry.attachments),
            round(box.entry.size / 1024),
            box.attempts,
            box.entry.message_id,
            box.entry.sha256,
            box.entry.report.partition("/")[0],
        )
        for number, box in enumerate(mailboxes, 1)
    ]
    sheets = (
        Listing("发送情况", list(_STANDING), standing, list(_STANDING.values())),
        Listing("汇总", ["状态", "邮箱数"], [*counts, ("合计", len(mailboxes))], [20, 10]),
        Listing("邮件明细", list(_DETAILS), details, list(_DETAILS.values())),
    )
    return write_listing(sheets, title=NAME.removesuffix(".xlsx"))
