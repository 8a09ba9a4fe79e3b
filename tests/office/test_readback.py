"""DOCX files that LibreOffice saved again read back as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from office.settling import office, settle
from readback.documents import built, deleted, edited, inserted, replaced
from readback.reports import back, listed

from render.readback.document import accepted, lines_of, rejected
from render.readback.reading import read_document

pytestmark = pytest.mark.office

SAMPLES = Path(__file__).parents[2] / "samples"


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
    items = read_document(document).items
    (files,) = settle([document], tmp_path)
    for target, settled in zip(files, (accepted, rejected), strict=True):
        theirs = [line.text for item in read_document(target).items for line in lines_of(item) if line.text]
        assert [line.text for item in settled(items) for line in lines_of(item) if line.text] == theirs
