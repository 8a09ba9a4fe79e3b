"""Drafts: letters with the files of a manifest's rows, for people to look at and send.

Nothing is sent here. Each row has a folder of drafts of its own, `mail/NAME/` below the output; they are
made anew in every run, also for rows whose files have not changed, because recipients may have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..diagnostics import Diagnostic, Faults
from ..mail import FOLDER, Mailing, write_drafts
from ..messages import Exit
from .orders import Order
from .run import Ended, Run


def refuse_remote(orders: Iterable[Order], out: str) -> None:
    """Refuse drafts in a place that is no folder, before anything is built.

    Raises:
        Faults: `batch.mail_remote`, with the rows that want mail.
    """
    if "://" in out:
        found = [Diagnostic("batch.mail_remote", o.source, {"place": out}) for o in orders if o.mail]
        if found:
            raise Faults(found)


def draft(run: Run, out: Path) -> tuple[Run, Mapping[int, tuple[Path, ...]]]:
    """Write the drafts of every row that wants them and has its files.

    Args:
        run: What became of the orders.
        out: Where their files are.

    Returns:
        The run, in which a row whose drafts cannot be made has failed, its files being there all the same;
        and the drafts by the number of the order.
    """
    drafts: dict[int, tuple[Path, ...]] = {}
    ended: list[Ended] = []
    for each in run.ended:
        if each.order.mail is not None and each.outcome.exit is Exit.DONE:
            mailed = write_drafts(_mailing(each.order, out))
            if mailed.exit is not Exit.DONE:
                found = (*each.outcome.diagnostics, *mailed.diagnostics)
                each = replace(each, outcome=replace(each.outcome, exit=mailed.exit, diagnostics=found))
            drafts[each.order.number] = tuple(written.path for written in mailed.drafts)
        ended.append(each)
    done = [each.is_remembered for each in ended if each.outcome.exit is Exit.DONE]
    built, skipped = done.count(False), done.count(True)
    progress = replace(run.progress, done=built, skipped=skipped, failed=len(ended) - built - skipped)
    return replace(run, ended=tuple(ended), progress=progress), drafts


def _mailing(order: Order, out: Path) -> Mailing:
    folder = out / order.folder if order.folder else out
    recipients = None if order.mail == order.job.report else order.mail
    return Mailing(replace(order.job, out=folder), recipients, drafts=out / FOLDER / order.slot)
