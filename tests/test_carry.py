"""The report folder inside the files made of it: there and back, and everything that can be wrong."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import openxml_audit
import page as validation
import pypdf
import pytest
from conftest import need
from folders import write_everything, write_report
from pypdf.annotations import Text

import render
from render import carry
from render.diagnostics import Faults
from render.messages import Exit
from render.pipeline import Result

STAMP = carry.Stamp("0.1.0", 2020, None, "a" * 64, "b" * 64)


def build(folder: Path, **more: object) -> Result:
    """Build with the vendored faces, carrying the source."""
    return render.build(folder, faces="vendored", **{"carry_source": True, **more})  # type: ignore[arg-type]


def codes(result: Result | carry.Restored) -> list[str]:
    """The codes of what was found."""
    return [d.code for d in result.diagnostics]


def code_of(call: Callable[[], object]) -> str:
    """The one code a call is refused with."""
    with pytest.raises(Faults) as refused:
        call()
    (diagnostic,) = refused.value.diagnostics
    return diagnostic.code


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def archive(files: Mapping[str, bytes], *, number: int = 1, tool: str = "0.1.0") -> bytes:
    """An archive as anybody may write it."""
    stamp = {"format": number, "tool": tool, "year": 2020, "edition": None, "text": "", "pages": ""}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("gongwen.json", json.dumps(stamp))
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def repacked(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Save a DOCX with other contents of its parts; None drops a part."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if (new := change(name, content)) is not None:
                package.writestr(name, new)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of one of everything, and both files made of it."""
    folder = tmp_path_factory.mktemp("carried")
    write_everything(folder / "r")
    result = build(folder / "r", out=folder / "out")
    assert result.ok, codes(result)
    return {"folder": folder / "r", **{o.format: o.path for o in result.outputs if o.path}}


@pytest.fixture
def copy(built: dict[str, Path], tmp_path: Path) -> Callable[[str], Path]:
    """A copy of a built file to spoil."""

    def copy(kind: str) -> Path:
        path = tmp_path / f"sent.{kind}"
        path.write_bytes(built[kind].read_bytes())
        return path

    return copy


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_folder_comes_back_byte_for_byte(built: dict[str, Path], kind: str, tmp_path: Path) -> None:
    """Text, figures, attachments and pictures, under their own names; nothing else."""
    restored = carry.restore(built[kind], tmp_path / "new" / "place")
    assert codes(restored) == []
    assert tree(tmp_path / "new") == {f"place/{name}": data for name, data in tree(built["folder"]).items()}
    assert restored.stamp is not None
    assert (restored.stamp.year, restored.stamp.tool) == (2020, render.__version__)


def test_the_restored_folder_builds_the_same_files(built: dict[str, Path], tmp_path: Path) -> None:
    """Bytes and all; so nothing that a build needs was left behind."""
    carry.restore(built["pdf"], tmp_path / "again")
    again = {output.format: output.data for output in build(tmp_path / "again").outputs}
    assert again == {kind: built[kind].read_bytes() for kind in ("docx", "pdf")}


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_the_pdf_is_fit_for_archives_and_screen_readers(built: dict[str, Path], profile: str) -> None:
    """PDF/A-3a, since part 2 forbids attachments."""
    found = validation.validate_pdf(str(built["pdf"]), profile=getattr(validation.ValidationProfile, profile))
    assert found.is_compliant, found.to_json()


def test_the_docx_has_no_fault(built: dict[str, Path]) -> None:
    """By an independent judge, and by its own digest."""
    from render.write.docx import digest_state

    assert list(openxml_audit.OpenXmlValidator().validate(str(built["docx"])).errors) == []
    assert digest_state(built["docx"].read_bytes()) == "ours"


def test_nothing_is_carried_unasked(built: dict[str, Path], tmp_path: Path) -> None:
    """Neither file has a trace of the folder."""
    for output in build(built["folder"], carry_source=False).outputs:
        path = tmp_path / f"plain.{output.format}"
        path.write_bytes(output.data)
        assert b"gongwen.json" not in output.data
        assert codes(carry.restore(path)) == ["carry.none"]


def test_only_what_the_author_keeps_is_packed(tmp_path: Path) -> None:
    """No outputs, hidden files, lock files or strangers; a template in the folder, and pictures anywhere."""
    folder = write_report(tmp_path / "r")
    kept = ("mail.toml", "附件/1.表.md", "图片/a.png", "我局/layout.toml", "我局/fonts/x.txt", "图.png")
    left = (
        ".env", "notes.txt", "~$figures.csv", "out/old.pdf", "图片/.DS_Store", "图片/Thumbs.db", "other/x.md",
        "附件/~$1.表.md",
    )  # fmt: skip
    for name in (*kept, *left):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    found = carry.unbundle(carry.bundle(folder, STAMP, pictures=["./图.png"]))
    assert set(found.files) == {"report.md", "figures.csv", *kept}
    assert found.stamp == STAMP


def test_a_link_out_of_the_folder_is_left_out(tmp_path: Path) -> None:
    """Whoever fills a folder does not get at other files of the machine that builds."""
    folder = write_report(tmp_path / "r")
    (folder / "图片").mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "图片" / "link.png").symlink_to(tmp_path / "secret")
    assert set(carry.unbundle(carry.bundle(folder, STAMP)).files) == {"report.md", "figures.csv"}


def test_a_text_with_a_name_of_its_own_is_packed(tmp_path: Path) -> None:
    """As when the file and not the folder was named."""
    folder = write_report(tmp_path)
    (folder / "report.md").rename(folder / "2020.md")
    assert "2020.md" in carry.unbundle(carry.bundle(folder, STAMP, report=folder / "2020.md")).files


def test_the_archive_is_the_same_whenever_it_is_packed(tmp_path: Path) -> None:
    """Stamp first, then names in order; no dates, no rights, no order of the disk."""
    packed = []
    for name, mode in (("a", 0o600), ("b", 0o644)):
        folder = write_report(tmp_path / name)
        (folder / "report.md").chmod(mode)
        packed.append(carry.bundle(folder, STAMP))
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as made:
        assert made.namelist() == ["gongwen.json", "figures.csv", "report.md"]
        assert {entry.date_time[0] for entry in made.infolist()} == {1980}


def test_what_shrinks_too_well_comes_back(tmp_path: Path) -> None:
    """Our own archives never look like bombs."""
    folder = write_report(tmp_path, figures="0" * 1_000_000)
    assert carry.unbundle(carry.bundle(folder, STAMP)).files["figures.csv"] == b"0" * 1_000_000


@pytest.mark.parametrize(
    ("more", "options"),
    [
        ("版本:\n  公开: {}\n", {"edition": "公开"}),
        ("版本:\n  公开版: {}\n", {"edition": "公开版"}),
        ("公开方式: 主动公开\n", {}),
        ("版本:\n  网上:\n    公开方式: 主动公开\n", {"edition": "网上"}),
        ("", {"settings": {"公开方式": "主动公开"}}),
    ],
)
def test_a_public_edition_carries_nothing(tmp_path: Path, more: str, options: dict[str, object]) -> None:
    """Refused, and nothing is written; without carrying it is built."""
    folder = write_report(tmp_path / "r", more=more)
    result = build(folder, out=tmp_path / "out", **options)
    assert (codes(result), result.exit) == (["carry.public"], Exit.USE)
    assert not (tmp_path / "out").exists()
    assert build(folder, carry_source=False, **options).ok


def test_a_plain_document_carries_nothing(tmp_path: Path) -> None:
    """The two wishes exclude each other."""
    result = build(write_report(tmp_path), plain=True)
    assert (codes(result), result.exit) == (["carry.plain"], Exit.USE)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name in the folder."""

    def locked(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder = write_report(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", locked)
    assert code_of(lambda: carry.bundle(folder, STAMP)) == "carry.unreadable"


def test_too_many_files_are_not_packed(tmp_path: Path) -> None:
    """What could not be restored is not carried."""
    folder = write_report(tmp_path)
    (folder / "图片").mkdir()
    for n in range(carry.MOST_FILES):
        (folder / "图片" / f"{n}.png").touch()
    assert code_of(lambda: carry.bundle(folder, STAMP)) == "carry.too_big"


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "a/../../x", "/etc/x", "C:/x", "C:x", "a/C:x", "..\\x", "a\\b"),
        *("a//b", "./a", "", "a/", "a\nb", "gongwen.json/../x"),
    ],
)  # fmt: skip
def test_names_that_climb_out_are_refused(name: str) -> None:
    """Whatever system reads them."""
    assert code_of(lambda: carry.unbundle(archive({name: b"x"}))) == "carry.unsafe"


def test_links_are_refused() -> None:
    """A file behind one would be written anywhere."""
    file = io.BytesIO(archive({}))
    with zipfile.ZipFile(file, "a") as made:
        link = zipfile.ZipInfo("图片")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc")
    assert code_of(lambda: carry.unbundle(file.getvalue())) == "carry.unsafe"


def test_a_name_twice_is_refused() -> None:
    """Nobody knows which was meant."""
    file = io.BytesIO(archive({"a": b"1"}))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as made:
        made.writestr("a", b"2")
    assert code_of(lambda: carry.unbundle(file.getvalue())) == "carry.unsafe"


def claiming(size: int) -> bytes:
    """An archive whose directory claims a size for its last file."""
    data = bytearray(archive({"report.md": bytes(range(256)) * 40}))
    at = data.rindex(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", size)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        archive({str(n): b"" for n in range(carry.MOST_FILES + 1)}),
        archive({"report.md": bytes(1_000_000)}),
        claiming(carry.MOST_BYTES + 1),
    ],
    ids=["files", "ratio", "bytes"],
)
def test_bombs_are_refused_before_they_go_off(data: bytes) -> None:
    """By number, by ratio, by size."""
    assert code_of(lambda: carry.unbundle(data)) == "carry.too_big"


def test_a_size_that_is_not_true_is_found_out() -> None:
    """The directory says ten bytes, and no more than that is unpacked."""
    assert code_of(lambda: carry.unbundle(claiming(10))) == "carry.damaged"


def test_a_newer_archive_names_both_versions() -> None:
    """Before anything else in it is looked at."""
    data = archive({"../x": b""}, number=2, tool="9.9")
    with pytest.raises(Faults) as refused:
        carry.unbundle(data)
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "carry.newer"
    assert diagnostic.values == {"tool": "9.9", "ours": render.__version__, "format": 2, "known": 1}


def spoilt() -> bytes:
    """A sound archive with one byte of a file changed."""
    data = bytearray(archive({"report.md": b"abc" * 100}))
    data[data.index(b"report.md") + 12] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\3\4 half",
        archive({})[:-30],
        spoilt(),
        b"text",
    ],
    ids=["nothing", "half", "cut", "flipped", "text"],
)
def test_a_damaged_archive_is_told(data: bytes) -> None:
    """Never restored in part."""
    assert code_of(lambda: carry.unbundle(data)) == "carry.damaged"


@pytest.mark.parametrize(
    "stamp",
    [
        "{",
        "[]",
        "{}",
        '{"format": 1}',
        '{"format": "1", "tool": 1, "year": 1, "edition": 1, "text": 1, "pages": 1}',
    ],
)
def test_a_stamp_that_says_nothing_is_damage(stamp: str) -> None:
    """Not JSON, not a stamp, or of the wrong kinds."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("gongwen.json", stamp)
    assert code_of(lambda: carry.unbundle(file.getvalue())) == "carry.damaged"


def test_an_edited_docx_stops(copy: Callable[[str], Path], tmp_path: Path) -> None:
    """One character is enough; forced, the folder is that of the build."""
    path = copy("docx")
    repacked(
        path,
        lambda name, data: data.replace("汇报".encode(), "报告".encode()) if "document" in name else data,
    )
    restored = carry.restore(path, tmp_path / "new")
    assert codes(restored) == ["carry.edited"]
    assert not (tmp_path / "new").exists()
    forced = carry.restore(path, tmp_path / "new", force=True)
    assert codes(forced) == ["carry.without_edits"]
    assert "汇报" in (tmp_path / "new" / "report.md").read_text(encoding="utf-8")


def test_a_docx_saved_again_without_edits_is_restored(copy: Callable[[str], Path]) -> None:
    """Another program packs and splits as it likes; the text counts."""
    path = copy("docx")
    document = docx.Document(str(path))
    first = next(p for p in document.paragraphs if len(p.text) > 9)
    run = first.runs[0]
    first.add_run(run.text[2:])._r.getparent().insert(first._p.index(run._r) + 1, first.runs[-1]._r)
    run.text = run.text[:2]
    document.save(str(path))
    assert codes(carry.restore(path)) == []


@pytest.mark.office
def test_a_docx_saved_by_libreoffice_is_restored(
    built: dict[str, Path], copy: Callable[[str], Path], tmp_path: Path
) -> None:
    """It keeps the part and every character."""
    import subprocess

    need("soffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*words, "--outdir", str(tmp_path / "lo"), str(copy("docx"))],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    restored = carry.restore(tmp_path / "lo" / "sent.docx")
    assert codes(restored) == []
    assert tree(restored.folder) == tree(built["folder"])


def test_an_editor_that_dropped_the_part_is_found_out(copy: Callable[[str], Path]) -> None:
    """The file still says that it carried something."""
    path = copy("docx")
    repacked(path, lambda name, data: None if name.startswith("customXml") else data)
    assert codes(carry.restore(path)) == ["carry.lost"]


def test_a_damaged_part_is_told(copy: Callable[[str], Path]) -> None:
    """Letters that are no base64, and a text that is no XML."""
    for wanted, old, new in (("item1.xml", b"<piece>", b"<piece>?A"), ("document.xml", b"</w:body>", b"")):
        path = copy("docx")
        repacked(
            path, lambda n, data, w=wanted, o=old, new=new: data.replace(o, new) if n.endswith(w) else data
        )  # type: ignore[misc]
        assert codes(carry.restore(path)) == ["carry.damaged"]


def test_entities_are_not_unfolded(copy: Callable[[str], Path]) -> None:
    """A text that would grow without end."""
    path = copy("docx")
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document'
    repacked(
        path, lambda n, data: data.replace(b"<w:document", bomb, 1) if n == "word/document.xml" else data
    )
    assert codes(carry.restore(path)) == ["carry.damaged"]


def test_our_archive_is_found_among_several(copy: Callable[[str], Path], tmp_path: Path) -> None:
    """By its name, or by its first entry where another program renamed it."""
    reader = pypdf.PdfReader(copy("pdf"))
    source = reader.attachments["source.gongwen.zip"][0]
    for name in ("source.gongwen.zip", "renamed.bin"):
        writer = pypdf.PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        for other, data in (("a.zip", b"PK\3\4"), (name, source), ("z.txt", b"z"), ("empty", b"")):
            writer.add_attachment(other, data)
        path = tmp_path / f"{name}.pdf"
        writer.write(path)
        assert codes(carry.restore(path, tmp_path / f"{name}-new")) == []


def test_a_pdf_with_other_pages_stops(copy: Callable[[str], Path]) -> None:
    """One page is gone."""
    path = copy("pdf")
    writer = pypdf.PdfWriter(clone_from=path)
    writer.remove_page(1)
    writer.write(path)
    assert codes(carry.restore(path)) == ["carry.changed"]


def test_a_pdf_with_notes_is_restored(copy: Callable[[str], Path]) -> None:
    """What does not touch the text does not matter."""
    path = copy("pdf")
    writer = pypdf.PdfWriter(clone_from=path)
    note = Text(rect=(50, 550, 200, 650), text="已阅")
    writer.add_annotation(page_number=0, annotation=note)
    writer.write(path)
    assert codes(carry.restore(path)) == []


def test_an_encrypted_file_is_told(copy: Callable[[str], Path], tmp_path: Path) -> None:
    """A PDF with a password, and a DOCX inside an OLE file."""
    path = copy("pdf")
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    assert codes(carry.restore(path)) == ["carry.locked"]
    locked = tmp_path / "locked.docx"
    locked.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )
    assert codes(carry.restore(locked)) == ["carry.locked"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "carry.foreign"),
        (b"text", "carry.foreign"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "carry.foreign"),
        (archive({}), "carry.foreign"),
        (b"PK\3\4 half", "carry.damaged"),
        (b"%PDF-1.7 half", "carry.damaged"),
    ],
    ids=["empty", "text", "doc", "zip", "half-docx", "half-pdf"],
)
def test_files_of_another_kind_are_told(data: bytes, code: str, tmp_path: Path) -> None:
    """With exit status 2."""
    path = tmp_path / "sent.docx"
    path.write_bytes(data)
    assert codes(carry.restore(path)) == [code]
    assert not (tmp_path / "sent").exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nor is a folder a file."""
    assert codes(carry.restore(tmp_path / "none.pdf")) == ["carry.unreadable"]
    assert codes(carry.restore(tmp_path, tmp_path / "new")) == ["carry.unreadable"]


def test_a_folder_in_use_is_left_alone(built: dict[str, Path], tmp_path: Path) -> None:
    """Not even hidden files may be in it; an empty one is filled; a file stays a file."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / ".git").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    assert codes(carry.restore(built["pdf"], tmp_path / "used")) == ["carry.not_empty"]
    assert codes(carry.restore(built["pdf"], tmp_path / "file")) == ["output.not_a_folder"]
    assert codes(carry.restore(built["pdf"], tmp_path / "file" / "below")) == ["output.not_a_folder"]
    assert codes(carry.restore(built["pdf"], tmp_path / "empty")) == []
    assert tree(tmp_path / "empty") == tree(built["folder"])


@pytest.mark.parametrize("is_new", [True, False])
def test_a_failure_leaves_nothing_behind(
    built: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    """The disk is full at the last file, or the last step fails."""
    folder = tmp_path / "new"
    if not is_new:
        folder.mkdir()

    def rename(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", rename)
    assert codes(carry.restore(built["docx"], folder)) == ["output.disk_full"]
    assert sorted(tmp_path.rglob("*")) == ([] if is_new else [folder])


def test_a_big_folder_is_carried_in_pieces(tmp_path: Path) -> None:
    """Longer than one text node may be for libxml2."""
    from lxml import etree

    noise = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(400_000))
    folder = write_report(tmp_path / "r")
    (folder / "图片").mkdir()
    (folder / "图片" / "big.png").write_bytes(noise)
    result = build(folder, to=["docx"], out=tmp_path)
    with zipfile.ZipFile(tmp_path / "测试报告.docx") as package:
        etree.fromstring(package.read("customXml/item1.xml"))  # refuses a text of 10 MB
    assert result.ok
    assert codes(carry.restore(tmp_path / "测试报告.docx", tmp_path / "new")) == []
    assert (tmp_path / "new" / "图片" / "big.png").read_bytes() == noise
