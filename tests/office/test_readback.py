"""DOCX files that LibreOffice saved again read back as what they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from readback.documents import built, deleted, edited, inserted, replaced
from readback.reports import back, listed

from render.readback.document import accepted, lines_of, rejected
from render.readback.reading import read_document

pytestmark = pytest.mark.office

SAMPLES = Path(__file__).parents[2] / "samples"
BASIC = """\
Sub Settle(source As String, target As String, command As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, saving())
  document.close(True)
End Sub
"""
MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script"'
    f' script:name="Module1" script:language="StarBasic">{BASIC}</script:module>'
)
LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?><library:library xmlns:library="http://openoffice.org/2000/library"'
    ' library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)


def office(profile: Path, *words: str) -> None:
    """Run LibreOffice with a profile of its own."""
    program = shutil.which("soffice")
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", *words],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


@pytest.mark.usefixtures("soffice")
def test_saved_again_is_no_change(tmp_path: Path) -> None:
    """Every sample: styles renamed, runs cut up, tables rewritten."""
    documents = {}
    for sample in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        documents[sample] = built(sample, tmp_path / sample.name)
    office(
        tmp_path / "profile", "--convert-to", "docx", "--outdir", str(tmp_path / "again"),
        *map(str, documents.values()),
    )  # fmt: skip
    found = {}
    for sample, document in documents.items():
        again = tmp_path / "again" / document.name
        assert again.read_bytes() != document.read_bytes()
        found[sample.name] = listed(back(sample, again))
    assert {name: changes for name, changes in found.items() if changes} == {}
    assert len(found) >= 5


@pytest.mark.usefixtures("soffice")
def test_an_edited_document_saved_again_keeps_its_changes(tmp_path: Path) -> None:
    """Tracked changes, their authors, and a figure that was typed over."""
    docx = built(SAMPLES / "starter", tmp_path / "out")
    words = f"</w:t></w:r>{deleted('平稳')}{inserted('有序')}<w:r><w:t>推进"
    document = edited(docx, replaced(("平稳推进", words), ("47件", "50件")), tmp_path / "a.docx")
    office(tmp_path / "profile", "--convert-to", "docx", "--outdir", str(tmp_path / "again"), str(document))
    before, after = (back(SAMPLES / "starter", path) for path in (document, tmp_path / "again" / "a.docx"))
    assert listed(before) == listed(after)
    assert [[by.author for by in change.by] for change in after.changes] == [["张三"], []]


@pytest.mark.usefixtures("soffice")
def test_accepting_and_rejecting_agree_with_libreoffice(tmp_path: Path) -> None:
    """Characters, a paragraph that is new and one that is gone."""
    docx = built(SAMPLES / "starter", tmp_path / "out")
    by = 'w:author="王五" w:date="2026-02-01T09:30:00Z"'

    def edit(xml: str) -> str:
        start = xml.rindex("<w:p>", 0, xml.index("下一步，将继续"))
        stop = xml.index("</w:p>", start) + len("</w:p>")
        gone = xml[start:stop].replace("<w:r>", f'<w:del w:id="78" {by}><w:r>')
        gone = gone.replace("</w:r>", "</w:r></w:del>").replace("<w:t ", "<w:delText ")
        gone = gone.replace("</w:t>", "</w:delText>")
        gone = gone.replace("</w:pPr>", f'<w:rPr><w:del w:id="77" {by}/></w:rPr></w:pPr>')
        mark = f'<w:pPr><w:pStyle w:val="gongwenText"/><w:rPr><w:ins w:id="79" {by}/></w:rPr></w:pPr>'
        new = f"<w:p>{mark}{inserted('新的一段话在此。', '王五', 80)}</w:p>"
        xml = xml[:start] + gone + new + xml[stop:]
        return xml.replace("平稳推进", f"</w:t></w:r>{deleted('平稳')}{inserted('有序')}<w:r><w:t>推进")

    document = edited(docx, edit, tmp_path / "a.docx")
    profile = tmp_path / "profile"
    office(profile, "--convert-to", "txt", "--outdir", str(tmp_path), str(document))  # makes the profile
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MODULE, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    items = read_document(document).items
    for command, settled in (("Accept", accepted), ("Reject", rejected)):
        target = tmp_path / f"{command}.docx"
        call = f'Settle("file://{document}","file://{target}",".uno:{command}AllTrackedChanges")'
        office(profile, f"macro:///Standard.Module1.{call}")
        theirs = [line.text for item in read_document(target).items for line in lines_of(item) if line.text]
        assert [line.text for item in settled(items) for line in lines_of(item) if line.text] == theirs
