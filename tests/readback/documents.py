"""DOCX files edited for tests: the XML of the text changed as Word would leave it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import render

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "word/document.xml"


def built(report: Path, out: Path, **more: object) -> Path:
    """Build a report's DOCX."""
    result = render.build(report, to=["docx"], out=out, faces="vendored", **more)  # type: ignore[arg-type]
    assert result.ok, result.diagnostics
    path = result.outputs[0].path
    assert path is not None
    return path


def edited(path: Path, edit: Callable[[str], str], to: Path | None = None, **parts: str) -> Path:
    """Write a copy with its text edited; further parts are added or replaced, by `name__ext`."""
    to = to or path.with_name(f"edited-{path.name}")
    with zipfile.ZipFile(path) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    contents[TEXT] = edit(contents[TEXT].decode()).encode()
    for name, content in parts.items():
        contents[name.replace("__", "/", 1).replace("__", ".")] = content.encode()
    return repacked(contents, to)


def repacked(contents: dict[str, bytes], to: Path) -> Path:
    """Write parts into a file."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return to


def replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """Replace words in the text, each of which must be there."""

    def edit(xml: str) -> str:
        for old, new in pairs:
            assert old in xml, old
            xml = xml.replace(old, new, 1)
        return xml

    return edit


def paragraph(text: str, style: str = "gongwenText") -> str:
    """Write a paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def inserted(text: str, author: str = "张三", number: int = 900) -> str:
    """Write a run that was put in under tracked changes."""
    return (
        f'<w:ins w:id="{number}" w:author="{author}" w:date="2026-02-01T09:30:00Z">'
        f"<w:r><w:t>{text}</w:t></w:r></w:ins>"
    )


def deleted(text: str, author: str = "张三", number: int = 901) -> str:
    """Write a run that was taken out under tracked changes."""
    return (
        f'<w:del w:id="{number}" w:author="{author}" w:date="2026-02-01T09:31:00Z">'
        f"<w:r><w:delText>{text}</w:delText></w:r></w:del>"
    )
