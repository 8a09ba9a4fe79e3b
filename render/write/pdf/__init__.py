"""PDF: pages as a tagged file that lasts (PDF/A-2a, PDF/UA-1)."""

from .digest import digest_state
from .document import write_pdf

__all__ = ["digest_state", "write_pdf"]
