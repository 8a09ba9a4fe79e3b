"""Rows: what is measured, against what, and how much of it we may take.

A budget is a share of what a user would run instead (or a bare limit, where the row says so). A row
whose peer is not installed still shows our side.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

import checkout
import collecting
from imports import imported
from measure import WARM_UP, Comparison, Lap, as_process, compare, in_process, with_children
from peers import libreoffice
from peers.text import Text, save, text_of
from reports import BOOK_YEARS, book, other_figures, other_text, published, redrafted

from render import comparing, layout, pipeline, read
from render.compose import compose
from render.intake import Request, take_in
from render.revising import revise
from render.write.docx import write_docx
from render.write.pdf import write_pdf

BENCH = Path(__file__).resolve().parent
OFFICE_FILES = 20  # to one call of soffice
LENGTHS, LONGEST = (1, 2, 4, 8, 16), 84  # times the sample's text; 84 are about 1,000 pages
COMPARED, COMPARE_MS, COMPARE_RUNS = 5000, 500, 5  # figures, milliseconds
TABLE_ROWS = (100, 1000)  # of a comparison
REVISION_MS, REVISION_LENGTHS = 1000, (4, 16)  # times the sample's text, 11 pages
IMPORT_MS, IMPORT_LENGTHS = 150, (2, 40)  # times the sample's original, 12 pages
IMPORT_MEMORY = 10  # bytes a byte of text
BATCH = 200  # reports of a batch
COUNTS, MOST = (20, 100), 1000  # documents of one process
IMPORTED = 10  # packages shown
MESSAGES = (200, 1000)  # of one mailing; the second with --long
COLLECT_S = 20, 30  # 300 sheets out, and in
MESSAGE_MS = 10  # 1,000 messages in 10 s on one core

_SILENT = "this system does not say how much memory a process held"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a row came to."""

    ours: str
    theirs: str = "–"
    ratio: float | None = None
    ratio_wall: float | None = None
    notes: tuple[str, ...] = ()
    runs: dict[str, Any] = field(default_factory=dict)  # every lap, for `--json`


class Workshop:
    """Varied reports, laid out when first asked for, and the peers; shared by all rows."""

    def __init__(self, folder: Path, runs: int, *, long: bool = False, office: bool = False) -> None:
        self.folder = folder
        self.runs = runs
        self.long = long
        self.office = office
        self.missing: dict[str, str] = {}  # peers, and why
        self._reports: dict[str, list[Path]] = {}
        self._laid_out: dict[str, list[pipeline.LaidOut]] = {}

    def reports(self, kind: str) -> list[Path]:
        """Give report folders with other "figures" or other "text", one for each run and warm-up."""
        if kind not in self._reports:
            vary = other_figures if kind == "figures" else other_text
            numbers = range(1, self.runs + WARM_UP + 1)
            self._reports[kind] = [vary(self.folder / kind / str(n), n) for n in numbers]
        return self._reports[kind]

    def laid_out(self, kind: str) -> list[pipeline.LaidOut]:
        """Lay those reports out."""
        if kind not in self._laid_out:
            self._laid_out[kind] = [_lay_out(report) for report in self.reports(kind)]
        return self._laid_out[kind]

    def texts(self, kind: str) -> list[Text]:
        """Give the text of those reports."""
        return [text_of(laid_out.settled) for laid_out in self.laid_out(kind)]

    @cached_property
    def typst(self) -> Any:
        """Typst, or None."""
        try:
            from peers.typst_pdf import Typst
        except ImportError as err:
            self.missing["typst"] = str(err)
            return None
        return Typst()

    @cached_property
    def docxtpl(self) -> Any:
        """Fill a template with docxtpl, or None."""
        try:
            from peers.docxtpl_docx import Docxtpl
        except ImportError as err:
            self.missing["docxtpl"] = str(err)
            return None
        return Docxtpl(self.template)

    @property
    def template(self) -> Path:
        """Where docxtpl's template is kept."""
        return self.folder / "template.docx"

    @property
    def environment(self) -> dict[str, str]:
        """What processes see: this checkout, and caches that start empty and fill while warming up.

        Byte code gets a folder of its own: where a machine is told not to write any, every cold run would
        compile what has been edited, as no installed program does.
        """
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {
            **kept,
            "PYTHONPATH": os.pathsep.join((str(checkout.ROOT), str(BENCH))),
            "PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"),
            "GONGWEN_CACHE": str(self.folder / "cache"),
        }


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    title: str
    budget: float | None
    measure: Callable[[Workshop], Finding]
    ours: Callable[[Workshop], Sequence[Callable[[], object]]] | None = None  # what can be profiled


def _lay_out(report: Path) -> pipeline.LaidOut:
    result = pipeline.lay_out(pipeline.Job(report, faces="vendored"))
    if result.laid_out is None:
        raise RuntimeError(f"{report}: {[found.code for found in result.diagnostics]}")
    return result.laid_out


def _both(report: Path) -> pipeline.Result:
    result = pipeline.build(pipeline.Job(report, faces="vendored"))
    if not result.ok:
        raise RuntimeError(f"{report}: {[found.code for found in result.diagnostics]}")
    return result


def _pdf_calls(kind: str) -> Callable[[Workshop], list[Callable[[], object]]]:
    return lambda shop: [
        lambda one=one: write_pdf(one.pages, one.book, one.properties) for one in shop.laid_out(kind)
    ]


def _docx_calls(kind: str) -> Callable[[Workshop], list[Callable[[], object]]]:
    return lambda shop: [
        lambda one=one: write_docx(one.settled, one.target, one.properties) for one in shop.laid_out(kind)
    ]


def _layout_calls(kind: str) -> Callable[[Workshop], list[Callable[[], object]]]:
    def call(one: pipeline.LaidOut) -> bytes:
        composed, _ = compose(one.content, one.settled.template, one.settled.images)
        _, pages, _ = layout.lay_out(composed, one.book, one.target)
        return write_pdf(pages, one.book, one.properties)

    return lambda shop: [lambda one=one: call(one) for one in shop.laid_out(kind)]


def _both_calls(kind: str) -> Callable[[Workshop], list[Callable[[], object]]]:
    return lambda shop: [lambda report=report: _both(report) for report in shop.reports(kind)]


def _warm(
    name: str,
    title: str,
    budget: float | None,
    calls: Callable[[str], Callable[[Workshop], Sequence[Callable[[], object]]]],
    peers: tuple[str, ...],
    kind: str,
) -> Row:
    ours = calls(kind)

    def measure(shop: Workshop) -> Finding:
        mine = [in_process(call) for call in ours(shop)]
        programs = [getattr(shop, peer) for peer in peers]
        if None in programs:
            return _finding(compare(mine))
        theirs = [
            in_process(lambda text=text: [program.make(text) for program in programs])
            for text in shop.texts(kind)
        ]
        return _finding(compare(mine, theirs))

    return Row(name, title, budget, measure, ours)


def _finding(found: Comparison, per: int = 1, notes: tuple[str, ...] = ()) -> Finding:
    laps = {"ours": found.ours, "theirs": found.theirs}
    return Finding(
        ours=_times(found.ours, per),
        theirs=_times(found.theirs, per),
        ratio=found.ratio("cpu"),
        ratio_wall=found.ratio("wall"),
        notes=notes,
        runs={name: [(round(lap.cpu, 3), round(lap.wall, 3)) for lap in own] for name, own in laps.items()},
    )


def _times(laps: Sequence[Lap], per: int) -> str:
    if not laps:
        return "–"
    cpu, wall = (median(getattr(lap, clock) for lap in laps) / per for clock in ("cpu", "wall"))
    return f"{cpu:.1f} ({wall:.1f}) ms"


def _cold(shop: Workshop) -> Finding:
    """One process of ours against one of each peer's; all have run before, so files are at hand."""
    runs = min(shop.runs, 10) + WARM_UP
    ours = []
    theirs = []
    for n, report in enumerate(shop.reports("figures")[:runs]):
        out = shop.folder / "cold" / str(n)
        out.mkdir(parents=True, exist_ok=True)
        build = [sys.executable, "-m", "render", "build", str(report), "-o", str(out), "--faces", "vendored"]
        ours.append(as_process(build, environment=shop.environment))
        if None in (shop.typst, shop.docxtpl):
            continue
        text = out / "text.json"
        save(shop.texts("figures")[n], text)
        one = [sys.executable, "-m", "peers.typst_pdf", str(text), str(out / "typst.pdf")]
        two = [
            sys.executable,
            "-m",
            "peers.docxtpl_docx",
            str(shop.template),
            str(text),
            str(out / "tpl.docx"),
        ]
        theirs.append(as_process(one, two, environment=shop.environment))
    return _finding(compare(ours, theirs))


def _office(shop: Workshop) -> Finding:
    """Both files of many reports, one after the other; `soffice` gets twenty files a call."""
    rounds = 4
    batches = [
        [other_text(shop.folder / "office" / f"{n}-{k}", 1000 * n + k) for k in range(OFFICE_FILES)]
        for n in range(rounds)
    ]
    ours = [in_process(lambda own=own: [_both(report) for report in own]) for own in batches]
    if not shop.office or shop.docxtpl is None or libreoffice.PROGRAM is None:
        why = "ask for it with --with-office" if not shop.office else "docxtpl or soffice is not installed"
        return _finding(compare(ours, warm_up=1), OFFICE_FILES, (f"peer not run: {why}",))
    office = libreoffice.LibreOffice(shop.folder)
    texts = [[text_of(_lay_out(report).settled) for report in own] for own in batches]

    def theirs(n: int) -> None:
        out = shop.folder / "office" / f"out-{n}"
        out.mkdir()
        files = []
        for k, text in enumerate(texts[n]):
            files.append(out / f"{k}.docx")
            files[-1].write_bytes(shop.docxtpl.make(text))
        office.convert(files, out)

    tasks = [with_children(lambda n=n: theirs(n)) for n in range(rounds)]
    return _finding(compare(ours, tasks, warm_up=1), OFFICE_FILES, (f"{OFFICE_FILES} files a call",))


def _workers(shop: Workshop) -> Finding:
    """One batch, all text new, by two workers and by one: start, manifest and journal included.

    A batch before them, which is not counted, has the byte code compiled and the files in memory.
    """
    folder = shop.folder / "batch"
    for n in range(BATCH):
        other_text(folder / f"{n:03}", 50_000 + n)
    laps = {}
    for turn, workers in enumerate((2, 2, 1)):
        out = shop.folder / f"batch-{turn}"
        options = ["-o", str(out), "-j", str(workers), "--faces", "vendored"]
        command = [sys.executable, "-m", "render", "batch", str(folder), *options]
        laps[workers] = as_process(command, environment=shop.environment)()
        if len(list(out.glob("*.pdf"))) != BATCH:
            raise RuntimeError(f"{out}: not all reports were built")
    two, one = laps[2], laps[1]
    return Finding(
        f"{two.cpu / BATCH:.1f} ({two.wall / BATCH:.1f}) ms",
        f"{one.cpu / BATCH:.1f} ({one.wall / BATCH:.1f}) ms",
        two.cpu / one.cpu,
        two.wall / one.wall,
        (f"{BATCH} reports of new text, each worker on the core of the bench",),
    )


def _imports(shop: Workshop) -> Finding:
    """Ask Python what a build loads; the clock of one run, so read it for its shares."""
    report, out = shop.reports("figures")[0], shop.folder / "imports"
    build = ["-m", "render", "build", str(report), "-o", str(out), "--faces", "vendored"]
    for options in ([], ["-X", "importtime"]):  # first with byte code to be written
        command = [sys.executable, *options, *build]
        done = subprocess.run(command, env=shop.environment, check=True, capture_output=True, text=True)
    packages = imported(done.stderr)
    total = sum(each.ms for each in packages.values())
    notes = (f"{name}: {each.modules} modules, {each.ms:.1f} ms" for name, each in packages.items())
    count = sum(each.modules for each in packages.values())
    return Finding(f"{count} modules, {total:.0f} ms", notes=tuple(notes)[:IMPORTED])


def _peaks(shop: Workshop) -> dict[int, float]:
    """Measure once; two rows ask."""
    kept = shop.folder / "peaks.json"
    if not kept.exists():
        counts = [*COUNTS, *([MOST] if shop.long else [])]
        command = [sys.executable, str(BENCH / "memory.py"), str(shop.folder / "memory"), *map(str, counts)]
        done = subprocess.run(command, env=shop.environment, check=True, capture_output=True, text=True)
        kept.write_text(done.stdout, encoding="utf-8")
    return {int(n): mb for n, mb in json.loads(kept.read_text(encoding="utf-8")).items() if mb is not None}


def _memory(shop: Workshop) -> Finding:
    peaks = _peaks(shop)
    if not peaks:
        return Finding("–", notes=(_SILENT,))
    notes = tuple(f"{n} documents: {mb:.0f} MB" for n, mb in peaks.items())
    return Finding(f"{peaks[max(peaks)]:.0f} MB", "150 MB", peaks[max(peaks)] / 150, None, notes)


def _growth(shop: Workshop) -> Finding:
    if not shop.long:
        return Finding("–", notes=(f"counts from document {max(COUNTS)} on: ask for it with --long",))
    peaks = sorted(_peaks(shop).items())
    if len(peaks) < 2:
        return Finding("–", notes=(_SILENT,))
    (before, less), (count, more) = peaks[-2:]
    return Finding(
        f"{more:.0f} MB", f"{less:.0f} MB", more / less, None, (f"at {count} against at {before}",)
    )


def _length(shop: Workshop) -> Finding:
    """Longer and longer reports, three of each in turn, all text new."""
    rounds = 3
    times = [*LENGTHS, *([LONGEST] if shop.long else [])]
    laps: dict[int, list[Lap]] = {n: [] for n in times}
    pages = {}
    for number in range(rounds + 1):
        for n in times:
            if number == 0 and n > max(LENGTHS):
                continue  # warm enough without
            report = other_text(shop.folder / "length" / f"{n}-{number}", 100 * n + number, n)
            pages[n] = len(_lay_out(report).pages.pages) if n not in pages else pages[n]
            lap = in_process(lambda report=report: _both(report))()
            if number:
                laps[n].append(lap)
    each = {n: median(lap.cpu for lap in own) / pages[n] for n, own in laps.items()}
    walls = {n: median(lap.wall for lap in own) / pages[n] for n, own in laps.items()}
    longest, shorter = times[-1], times[:-1]
    notes = tuple(f"{pages[n]} pages: {each[n]:.2f} ms a page" for n in times)
    best = min(shorter, key=lambda n: each[n])
    return Finding(
        f"{each[longest]:.2f} ({walls[longest]:.2f}) ms/page",
        f"{each[best]:.2f} ({walls[best]:.2f}) ms/page",
        each[longest] / each[best],
        walls[longest] / walls[best],
        notes,
    )


def _mailing(shop: Workshop) -> dict[str, Any]:
    """Write drafts once, in a process of its own; two rows ask."""
    kept = shop.folder / "mailing.json"
    if not kept.exists():
        command = [
            sys.executable,
            str(BENCH / "mailing.py"),
            str(shop.folder / "mailing"),
            str(_messages(shop)),
        ]
        done = subprocess.run(command, env=shop.environment, check=True, capture_output=True, text=True)
        kept.write_text(done.stdout, encoding="utf-8")
        shutil.rmtree(shop.folder / "mailing")
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _messages(shop: Workshop) -> int:
    return MESSAGES[1] if shop.long else MESSAGES[0]


def _mail(shop: Workshop) -> Finding:
    found, count = _mailing(shop), _messages(shop)
    cpu, wall = (1e3 * found[clock] / count for clock in ("cpu", "wall"))
    ratios = cpu / MESSAGE_MS, wall / MESSAGE_MS
    return Finding(f"{cpu:.1f} ({wall:.1f}) ms", f"{MESSAGE_MS} ms", *ratios, (f"{count} messages",))


def _mail_growth(shop: Workshop) -> Finding:
    less, more = _mailing(shop)["peaks"]
    if not more:
        return Finding("–", notes=(_SILENT,))
    count = _messages(shop)
    return Finding(
        f"{more:.0f} MB", f"{less:.0f} MB", more / less, None, (f"at {count} against at {count // 4}",)
    )


def _collect_out(shop: Workshop) -> Finding:
    """Write the sheets of 300 offices."""
    place = shop.folder / "collect"
    report = collecting.asking(place / "report")
    lap = in_process(lambda: collecting.send(report, place / "sheets"))()
    notes = (f"{collecting.OFFICES} offices, {collecting.FIGURES} figures each",)
    return _seconds(lap, COLLECT_S[0], notes)


def _collect_in(shop: Workshop) -> Finding:
    """Read them back, each filled in."""
    place = shop.folder / "collect-in"
    report = collecting.asking(place / "report")
    collecting.send(report, place / "sheets")
    collecting.answer(place / "sheets", place / "answers")
    lap = in_process(lambda: collecting.take(report, place / "answers"))()
    return _seconds(lap, COLLECT_S[1])


def _seconds(lap: Lap, most: int, notes: tuple[str, ...] = ()) -> Finding:
    cpu, wall = lap.cpu / 1e3, lap.wall / 1e3
    return Finding(f"{cpu:.1f} ({wall:.1f}) s", f"{most} s", cpu / most, wall / most, notes)


def _import(shop: Workshop) -> Finding:
    """Import the sample's original text, other figures in it each time."""
    sources = [published(shop.folder / "import" / f"{n}.txt", n) for n in range(shop.runs + WARM_UP)]
    laps = compare([in_process(lambda one=one: take_in(Request(one))) for one in sources]).ours
    times = [lap.cpu for lap in laps]
    return Finding(f"{median(times):.0f} ms", f"{IMPORT_MS} ms", median(times) / IMPORT_MS)


def _import_length(shop: Workshop) -> Finding:
    """Import a text of some 500 pages and one of 25, and compare the time for a megabyte."""
    each = {}
    for times in IMPORT_LENGTHS:
        sources = [published(shop.folder / "import" / f"{times}-{n}.txt", n, times) for n in range(3)]
        laps = [in_process(lambda one=one: take_in(Request(one)))() for one in sources]
        each[times] = median(lap.cpu for lap in laps) / sources[0].stat().st_size * 1e6
    shorter, longer = (each[times] for times in IMPORT_LENGTHS)
    return Finding(f"{longer:.0f} ms/MB", f"{shorter:.0f} ms/MB", longer / shorter)


def _import_memory(shop: Workshop) -> Finding:
    """Import a text of some 500 pages in a process of its own."""
    for lap in ("first", "second"):  # compiling takes memory too, so first with byte code to be written
        folder = shop.folder / "import-memory" / lap
        command = [sys.executable, str(BENCH / "importing.py"), str(folder), str(IMPORT_LENGTHS[1])]
        done = subprocess.run(command, env=shop.environment, check=True, capture_output=True, text=True)
    if not done.stdout.strip():
        return Finding("–", notes=(_SILENT,))
    ratio = float(done.stdout)
    return Finding(f"{ratio:.1f} × the text", f"{IMPORT_MEMORY} ×", ratio / IMPORT_MEMORY)


def _compare(shop: Workshop) -> Finding:
    """Read a book of 5,000 figures and ten years, and compare the years; other values each time."""
    folders = [book(shop.folder / "compare" / str(n), n, COMPARED) for n in range(COMPARE_RUNS + 1)]
    # Nothing is searched for garbage meanwhile, as in the process of a command.
    gc.disable()
    laps = [in_process(lambda one=one: _compared(one))() for one in folders][1:]
    gc.enable()
    cpu, wall = median(lap.cpu for lap in laps), median(lap.wall for lap in laps)
    return Finding(
        f"{cpu:.0f} ({wall:.0f}) ms", f"{COMPARE_MS} ms", cpu / COMPARE_MS, wall / COMPARE_MS,
        (f"{COMPARED} figures, {len(BOOK_YEARS)} years",),
    )  # fmt: skip


def _compared(folder: Path) -> None:
    report, _ = read.read_report(folder)
    comparison, found = comparing.compare_report(report, year=BOOK_YEARS[-1], bases=BOOK_YEARS[:-1])
    if comparison is None or len(comparison.figures) != COMPARED:
        raise RuntimeError(f"{folder}: {[each.code for each in found]}")


def _revision(shop: Workshop) -> Finding:
    """Mark what was changed in a report of some 40 pages, with its summary; another text each time."""
    jobs = [_drafts(shop, REVISION_LENGTHS[0], n) for n in range(shop.runs + WARM_UP)]
    laps = compare([in_process(lambda job=job: _revised(*job)) for job in jobs]).ours
    times = [lap.cpu for lap in laps]
    return Finding(f"{median(times):.0f} ms", f"{REVISION_MS} ms", median(times) / REVISION_MS)


def _revision_length(shop: Workshop) -> Finding:
    """Mark what was changed in a report of some 200 pages and one of 40, and compare the time for a page."""
    each = {}
    for times in REVISION_LENGTHS:
        laps = [in_process(lambda job=job: _revised(*job))() for job in (
            _drafts(shop, times, 100 + n) for n in range(4)
        )][1:]  # fmt: skip
        each[times] = median(lap.cpu for lap in laps) / times
    shorter, longer = (each[times] for times in REVISION_LENGTHS)
    return Finding(f"{longer:.0f} ms", f"{shorter:.0f} ms", longer / shorter, None, ("per 12 pages",))


def _drafts(shop: Workshop, times: int, number: int) -> tuple[Path, Path]:
    folder = shop.folder / "revision" / f"{times}-{number}"
    before = other_text(folder / "before", number, times)
    return redrafted(folder / "after", before, number), before


def _revised(after: Path, before: Path) -> None:
    revision = revise(pipeline.Job(after, to=("docx",), faces="vendored"), str(before))
    if not revision.result.ok:
        raise RuntimeError(f"{after}: {[each.code for each in revision.result.diagnostics]}")


def _table(shop: Workshop) -> Finding:
    """Build reports with comparisons of 100 rows and of 1,000, and compare the time for a row."""
    each = {}
    for rows in TABLE_ROWS:
        folders = [book(shop.folder / "table" / f"{rows}-{n}", n, rows) for n in range(4)]
        years = BOOK_YEARS[-2:-1]
        jobs = [pipeline.Job(one, faces="vendored", compare=years) for one in folders]
        laps = [in_process(lambda job=job: pipeline.build(job))() for job in jobs][1:]
        each[rows] = median(lap.cpu for lap in laps) / rows
    shorter, longer = (each[rows] for rows in TABLE_ROWS)
    return Finding(f"{longer:.2f} ms/row", f"{shorter:.2f} ms/row", longer / shorter)


ROWS = (
    _warm("pdf", "settled pages → PDF ÷ Typst", 0.5, _pdf_calls, ("typst",), "figures"),
    _warm("pdf-new", "… all text new", 0.5, _pdf_calls, ("typst",), "text"),
    _warm("layout", "content → pages → PDF ÷ Typst", None, _layout_calls, ("typst",), "figures"),
    _warm("layout-new", "… all text new", None, _layout_calls, ("typst",), "text"),
    _warm("docx", "settled blocks → DOCX ÷ docxtpl", 0.25, _docx_calls, ("docxtpl",), "figures"),
    _warm("docx-new", "… all text new", 0.25, _docx_calls, ("docxtpl",), "text"),
    _warm("both", "folder → both ÷ (Typst + docxtpl)", 0.5, _both_calls, ("typst", "docxtpl"), "figures"),
    _warm("both-new", "… all text new", 0.5, _both_calls, ("typst", "docxtpl"), "text"),
    Row("cold", "`gongwen build` ÷ (Typst + docxtpl), processes", 1.0, _cold),
    Row("office", "folder → both ÷ (docxtpl, LibreOffice), per report", 1 / 15, _office, _both_calls("text")),
    Row("workers", "batch, two workers ÷ one, CPU time per report", 1.1, _workers),
    Row("imports", "what one `gongwen build` imports", None, _imports),
    Row("memory", "peak of one process ÷ 150 MB", 1.0, _memory),
    Row("growth", "peak ÷ peak at the count before", 1.1, _growth),
    Row("mail", "draft with 300 kB of its own, each ÷ 10 ms", 1.0, _mail),
    Row("mail-growth", "peak after all drafts ÷ after a quarter", 1.1, _mail_growth),
    Row("collect-out", "sheets to 300 offices ÷ 20 s", 1.0, _collect_out),
    Row("collect-in", "their answers read and settled ÷ 30 s", 1.0, _collect_in),
    Row("import", "published text → report folder ÷ 150 ms", 1.0, _import),
    Row("import-long", "ms per MB of text, 500 pages ÷ 25 pages", 1.1, _import_length),
    Row("import-memory", "peak beyond the program's own ÷ 10 × the text", 1.0, _import_memory),
    Row("compare", "5,000 figures × 10 years, read and compared ÷ 500 ms", 1.0, _compare),
    Row("draft", "40 pages against a draft, tracked changes ÷ 1 s", 1.0, _revision),
    Row("draft-long", "ms per page, 200 pages ÷ 40 pages", 1.1, _revision_length),
    Row("table", "ms per row, 1,000 rows ÷ 100 rows", 1.1, _table),
    Row("length", "ms per page, longest ÷ best shorter one", 1.1, _length, _both_calls("text")),
)
