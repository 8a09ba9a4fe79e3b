"""`python -m render` is `gongwen`: one command, one process."""

from __future__ import annotations

import gc
import sys

from .cli import main


def run() -> None:
    """Run the command line and end the process with its exit status."""
    # A process of a quarter of a second has no garbage worth collecting, least of all on its way out.
    gc.set_threshold(100_000, 20, 100)
    status = main()
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    run()
