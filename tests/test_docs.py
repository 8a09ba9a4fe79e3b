"""What the documents promise: examples that run, and lists that leave nothing out."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import HEAD

import render
from render import layout_file
from render.cli import COMMANDS
from render.report import METADATA_KEYS
from render.target import TARGETS

ROOT = Path(render.__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


def read(name: str) -> str:
    """A document of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_python_example_runs(tmp_path: Path) -> None:
    """As it stands, but for where it writes."""
    (code,) = re.findall(r"```python\n(.*?)```", read("README.md"), re.DOTALL)
    code = code.replace('out="out"', f"out={str(tmp_path)!r}")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.count(str(tmp_path)) == 2


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_table(name: str) -> None:
    """And none that is not there."""
    assert set(re.findall(r"^\| `gongwen (\w+)", read(name), re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    """Every file a README points to is there."""
    targets = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", read(name))
    missing = [link for pair in targets for link in pair if link and not (ROOT / link).exists()]
    assert [link for link in missing if not link.startswith("http")] == []


def test_every_metadata_key_is_described() -> None:
    """Under both its names."""
    text = read("docs/report-folder.md")
    assert [key.chinese for key in METADATA_KEYS if f"{key.chinese} {key.name}" not in text] == []


def test_every_target_is_described() -> None:
    """In the table of layout targets."""
    text = read("docs/layout-targets.md")
    assert [name for name in TARGETS if f"| `{name}`" not in text] == []


def test_every_form_in_the_docs_prints_what_they_say(tmp_path: Path) -> None:
    """The table of 写法, row by row."""
    table = read("docs/report-folder.md").split("| 写法 | value | prints |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    assert len(rows) == 7
    forms = ["" if form == "(empty)" else form.strip("`") for form, _, _ in rows]
    figures = [f'甲{n},件,"{form}",{row[1]}' for n, (form, row) in enumerate(zip(forms, rows, strict=True))]
    text = "\n\n".join(f"{{{{ 甲{n} }}}}" for n in range(len(rows)))
    (tmp_path / "report.md").write_text(f"{HEAD}---\n{text}\n", encoding="utf-8")
    (tmp_path / "figures.csv").write_text("\n".join(["指标,单位,写法,2020", *figures]), encoding="utf-8")
    result = render.build(tmp_path, to=["pdf"], faces="vendored")
    assert result.laid_out is not None
    printed = [b.text for b in result.laid_out.settled.blocks if getattr(b, "style", "") == "text"]  # type: ignore[union-attr]
    assert printed == [prints for _, _, prints in rows]


def test_templates_say_what_they_are() -> None:
    """Every built-in template has a title for the list."""
    assert all(layout_file.load(name).title for name in layout_file.available())
