"""The package: the same bytes every time, and a digest that shows when somebody changed them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from builders import composed, paragraph, target
from write.docx.written import PROPERTIES, W, everything, part, parts_of, written

from render.write.docx import carried_by, digest_state, write_docx
from render.write.docx.package import make_part, zipped

TESTS = Path(__file__).parents[2]


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """Save the package with another content of one part, as another program would."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for part_name, old in parts_of(data).items():
            package.writestr(part_name, content if part_name == name else old)
    return file.getvalue()


def test_the_same_report_gives_the_same_bytes() -> None:
    """Twice in one process."""
    assert everything() == everything()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_bytes_do_not_depend_on_the_hash_seed(seed: str) -> None:
    """Nor on the process, nor on whether the base was prepared or found."""
    code = """
import hashlib
from write.docx.written import everything

print(hashlib.sha256(everything()).hexdigest())
"""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(everything()).hexdigest()


def test_the_content_types_come_first() -> None:
    """Then the other parts by name, all of the first day a ZIP file can name."""
    with ZipFile(BytesIO(everything())) as package:
        names = package.namelist()
        dates = {entry.date_time for entry in package.infolist()}
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_another_program_reads_the_package() -> None:
    """Every length and checksum agrees."""
    with ZipFile(BytesIO(everything())) as package:
        assert package.testzip() is None


def test_what_does_not_shrink_is_stored() -> None:
    """An empty part, and one that is compressed already."""
    with ZipFile(BytesIO(zipped([make_part("a", b""), make_part("b", b"b" * 99)]))) as package:
        assert [entry.compress_type for entry in package.infolist()] == [ZIP_STORED, ZIP_DEFLATED]
        assert package.read("b") == b"b" * 99


def test_a_file_as_written_is_ours() -> None:
    """Also after another program packed the same parts anew."""
    data = written(paragraph("一"))
    assert digest_state(data) == "ours"
    assert digest_state(changed(data, "", b"")) == "ours"


def test_a_changed_file_is_edited() -> None:
    """One part differs."""
    data = written(paragraph("一"))
    document = parts_of(data)["word/document.xml"].replace("一".encode(), "二".encode())
    assert digest_state(changed(data, "word/document.xml", document)) == "edited"


@pytest.mark.parametrize("data", [b"", b"PK\3\4 half a file", zipped([make_part("a", b"a")])])
def test_a_file_without_a_digest_is_foreign(data: bytes) -> None:
    """No digest in it, or no package at all."""
    assert digest_state(data) == "foreign"


def test_a_plain_document_has_no_digest() -> None:
    """It would say who made the file."""
    data = written(paragraph("一"), plain=True)
    assert digest_state(data) == "foreign"
    assert "docProps/custom.xml" not in parts_of(data)


def test_a_file_says_what_it_is() -> None:
    """Title, issuer, key words and the date of the report in universal time."""
    core = part(written(), "docProps/core.xml")
    said = {element.tag.split("}")[1]: element.text for element in core}
    assert said["title"] == "洪山区2020年度法治政府建设工作报告"
    assert said["creator"] == said["lastModifiedBy"] == "洪山区司法局"
    assert said["keywords"] == "法治 <政府> & 报告"
    assert said["created"] == said["modified"] == "2021-02-17T23:30:00Z"
    assert said["language"] == "zh-CN"


def test_the_body_ends_with_its_section() -> None:
    """An empty report holds one paragraph."""
    body = part(written(), "word/document.xml")[0]
    assert [element.tag.removeprefix(W) for element in body] == ["p", "sectPr"]


def carrying(source: bytes = b"archive") -> bytes:
    """Write a document that carries a source."""
    return write_docx(composed(paragraph("一")), target(), PROPERTIES, source=source)


def test_a_carried_source_is_bound_to_nothing() -> None:
    """A custom XML part that the text has a relationship to, with a type for its properties."""
    parts = parts_of(carrying())
    assert {name for name in parts if name not in parts_of(written(paragraph("一")))} == {
        "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels",
    }  # fmt: skip
    assert b'Target="../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
    assert parts["[Content_Types].xml"].count(b"/customXml/itemProps1.xml") == 1
    assert b"dataBinding" not in parts["word/document.xml"]


def test_a_carrying_file_is_ours_until_somebody_changes_it() -> None:
    """The digest covers what is carried."""
    data = carrying()
    assert data == carrying()
    assert digest_state(data) == "ours"
    assert digest_state(changed(data, "customXml/item1.xml", b"<source/>")) == "edited"


def test_what_is_carried_is_read_back() -> None:
    """With the text it belongs to, and the digest it should have."""
    carried = carried_by(carrying(b"archive"))
    assert (carried.text, carried.source) == ("一", b"archive")
    assert carried.promise == hashlib.sha256(b"archive").hexdigest()
    without = carried_by(written(paragraph("一")))
    assert (without.source, without.promise) == (None, "")


def test_a_plain_document_has_nothing_to_carry() -> None:
    """The two exclude each other."""
    with pytest.raises(ValueError, match="carries no source"):
        write_docx(composed(), target(), PROPERTIES, plain=True, source=b"")
