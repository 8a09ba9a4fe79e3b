"""Typed: what a text says by hand that belongs to its year, and what became of it since.

`sentences_of` cuts a report into sentences, `held_in` lists what one of them holds, `listed` makes the
list of sentences to look at, `quoted` says what one holds, and `settled` tells which of these still
wait. Numbers that an expression prints, names of laws, slogans and set phrases are none of it.
"""

from .detection import held_in
from .listing import listed, quoted
from .passages import sentences_of
from .settling import Outcome, Settled, settled

__all__ = ["Outcome", "Settled", "held_in", "listed", "quoted", "sentences_of", "settled"]
