"""Checking: a DOCX of many paragraphs looked over by every rule; CPU time, memory, and time per paragraph.

    .venv/bin/python bench/checking.py [PARAGRAPHS]

A process of its own reads each file, so that memory is one file's.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from render.han import in_han

BUDGET_S, PARAGRAPHS = 5.0, 10_000
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LOOK = """
import json, resource, sys, time
from pathlib import Path
from render.proofread import proofread_file
start = time.process_time()
proof = proofread_file(Path(sys.argv[1]))
print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  len(proof.checked.findings)]))
"""


def document(count: int) -> bytes:
    """Write a report of so many paragraphs, no two alike, a heading before every fifty."""
    paragraphs = [_paragraph("方正小标宋简体", 44, "关于2020年工作情况的报告")]
    for number in range(count - 1):
        if number % 50 == 0:
            text, face = f"{in_han(number // 50 + 1)}、第{in_han(number // 50 + 1)}类事项", "黑体"
        else:
            face = "仿宋_GB2312"
            text = (
                f"2020年，第{number}号台账已经归档，办理案件{number + 7}件，"
                "“放管服”改革事项结果向社会公开，群众反映良好。"
            )
        paragraphs.append(_paragraph(face, 32, text))
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{_RELATED}" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
    return made.getvalue()


def _paragraph(face: str, half_points: int, text: str) -> str:
    runs = ""
    for part in (text[: len(text) // 2], text[len(text) // 2 :]):  # word processors cut runs anywhere
        look = f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}"/><w:sz w:val="{half_points}"/>'
        runs += f"<w:r><w:rPr>{look}</w:rPr><w:t>{part}</w:t></w:r>"
    spacing = (
        '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200"/><w:jc w:val="both"/>'
    )
    return f"<w:p><w:pPr>{spacing}</w:pPr>{runs}</w:p>"


def main() -> None:
    """Measure a file, and one of a tenth of its length."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PARAGRAPHS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.docx"
        for paragraphs in (count // 10, count):
            path.write_bytes(document(paragraphs))
            done = subprocess.run(
                [sys.executable, "-c", _LOOK, str(path)], capture_output=True, text=True, check=True
            )
            seconds, megabytes, found = json.loads(done.stdout)
            print(
                f"{paragraphs:6} paragraphs: {seconds:5.2f} s CPU, "
                f"{seconds / paragraphs * 1e6:4.0f} µs each, "
                f"{megabytes:4.0f} MB, {found} findings"
            )
    print(f"budget: {BUDGET_S} s for {PARAGRAPHS} paragraphs")


if __name__ == "__main__":
    main()
