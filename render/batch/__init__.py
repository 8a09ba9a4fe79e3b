"""Batch: many jobs from one manifest; one bad row never stops the rest.

`manifest` reads what is to be built into orders, `database` brings rows from a query, `inputs` sums up
everything a build depends on, `journal` remembers what was done, `workers` and `cluster` run the jobs,
here or on a Dask cluster, `run` holds them together, `alike` and `report` tell what came of it.
"""

from .manifest import Manifest, read_manifest
from .run import Batch, Progress, Run, run

__all__ = ["Batch", "Manifest", "Progress", "Run", "read_manifest", "run"]
