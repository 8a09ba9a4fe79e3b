"""PDF: pages as a tagged file that lasts (PDF/A-2a, PDF/UA-1)."""

from .document import write_pdf

__all__ = ["write_pdf"]
