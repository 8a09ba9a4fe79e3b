"""LibreOffice at work on documents: conversions, and all tracked changes accepted or rejected."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

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
    ' script:name="Module1" script:language="StarBasic">{basic}</script:module>'
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


def settle(documents: Sequence[Path], folder: Path) -> list[tuple[Path, Path]]:
    """Accept and reject all changes of documents.

    Returns:
        For each the two documents that come of it: all accepted, all rejected.
    """
    profile = folder / "profile"
    office(profile, "--convert-to", "txt", "--outdir", str(folder), str(documents[0]))  # makes the profile
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    made: list[tuple[Path, Path]] = []
    calls: list[str] = []
    for document in documents:
        targets = (folder / f"accepted-{document.name}", folder / f"rejected-{document.name}")
        for target, command in zip(targets, ("Accept", "Reject"), strict=True):
            calls.append(
                f'  Settle("file://{document}", "file://{target}", ".uno:{command}AllTrackedChanges")'
            )
        made.append(targets)
    text = "\n".join((BASIC, "Sub SettleAll", *calls, "End Sub", ""))
    (basic / "Module1.xba").write_text(MODULE.format(basic=text), encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    office(profile, "macro:///Standard.Module1.SettleAll")
    return made
