"""Collect: figures asked of the offices that supply them, and their answers taken in.

`send_out` writes one sheet (收数表) for each 填报单位; `take_in` reads the files that came back, by what they
say and not by what they are called, lists everything a person must decide, and, when told to, puts what
is clear into the figures table and into the register (报送登记), both or neither.
"""

from .sending import Request, Sent, send_out
from .settling import Choices, OfficeState, Settled, State
from .taking import TakenIn, take_in

__all__ = [
    "Choices",
    "OfficeState",
    "Request",
    "Sent",
    "Settled",
    "State",
    "TakenIn",
    "send_out",
    "take_in",
]
