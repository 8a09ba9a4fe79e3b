"""Text as XML: what must be escaped, and the two characters that Word writes as elements."""

from __future__ import annotations


def escaped(text: str) -> str:
    """Escape the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape the value of an attribute in double quotes."""
    text = escaped(text).replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;") if "\t" in text or "\n" in text else text


def run_content(text: str) -> str:
    """Write the inside of a run; a line feed becomes `w:br`, a tab `w:tab`."""
    content = f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    if "\n" not in text and "\t" not in text:
        return content
    content = content.replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return content.replace(f"{_TEXT}</w:t>", "")


_TEXT = '<w:t xml:space="preserve">'
