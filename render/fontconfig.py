"""Fontconfig: a rule that lets other programs on Linux stand our faces in for the official ones.

LibreOffice replaces a family that is not installed as it sees fit, with other widths, so that lines
break elsewhere than in the PDF. With this rule it chooses as a build does: the official faces of the
role that are installed, best first, then the vendored one.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from .fonts import OFFICIAL, ROLES, vendored_faces

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<!-- 保存为 ~/.config/fontconfig/conf.d/60-gongwen.conf，再运行 fc-cache。
     Save as ~/.config/fontconfig/conf.d/60-gongwen.conf and run fc-cache. -->
<fontconfig>
"""


def fontconfig_rule() -> str:
    """Write a fontconfig file that finds the vendored faces and maps the official families to them."""
    faces = vendored_faces()
    folder = faces[ROLES[0]].path.parent
    lines = [f"  <dir>{escape(str(folder))}</dir>", '  <cachedir prefix="xdg">fontconfig</cachedir>']
    for role in faces:
        for family in OFFICIAL[role]:
            # binding="same": as if the document had asked for it, so that no other rule comes between.
            others = [name for name in (*OFFICIAL[role], faces[role].family) if name != family]
            accepted = "".join(f"<family>{escape(name)}</family>" for name in others)
            lines += [
                '  <alias binding="same">',
                f"    <family>{escape(family)}</family>",
                f"    <accept>{accepted}</accept>",
                "  </alias>",
            ]
    return _HEAD + "\n".join(lines) + "\n</fontconfig>\n"
