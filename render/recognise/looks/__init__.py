"""Looks of a file: how its paper, paragraphs, page numbers and faces are set."""
