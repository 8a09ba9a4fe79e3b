"""Readers: a report folder becomes a report, its pictures become images.

Each reader accepts what offices really save (Excel and WPS books, text files in GB18030, dates
written three ways) and gives the same nouns, or a diagnostic at the line or cell. Heavy libraries
are imported by the reader that needs them, when it needs them. What is said for which year is
left to `fill`.
"""

from .characters import read_text
from .folder import read_report
from .listing import SUFFIXES as LISTINGS
from .listing import Listing, read_listing, read_value
from .pictures import read_pictures
from .review import read_review
from .schema import report_schema

__all__ = [
    "LISTINGS",
    "Listing",
    "read_listing",
    "read_pictures",
    "read_report",
    "read_review",
    "read_text",
    "read_value",
    "report_schema",
]
