"""LibreOffice: DOCX files in, PDF files out, several to a call, with the faces of `fonts/` in sight."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .text import FONTS

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


class LibreOffice:
    """A profile of its own, so that nothing of the user's is read or changed."""

    name = "LibreOffice"

    def __init__(self, folder: Path) -> None:
        if PROGRAM is None:
            raise FileNotFoundError("soffice")
        self._profile = folder / "profile"
        faces = folder / "fonts.conf"
        faces.write_text(
            f'<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{FONTS}</dir><cachedir>{folder / 'fontconfig'}</cachedir></fontconfig>",
            encoding="utf-8",
        )
        self._environment = {**os.environ, "FONTCONFIG_FILE": str(faces)}

    def convert(self, files: Sequence[Path], folder: Path) -> None:
        """Make a PDF of each file in one call."""
        command = [PROGRAM, f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
            env=self._environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        if missing := [file.name for file in files if not (folder / f"{file.stem}.pdf").exists()]:
            raise RuntimeError(f"soffice made no PDF of {', '.join(missing)}")
