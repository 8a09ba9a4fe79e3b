"""Checkout: importing this puts the project beside `bench/` on the path, installed or not."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

sys.path.insert(0, str(ROOT))
