"""`gongwen schema`: the JSON Schema of a report, for editors that complete and check while one types."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from ..messages import exit_of
from ..outputs import Output, write_all
from ..read import report_schema
from .reply import Reply, is_unicode
from .usage import Call, Command, Option


def run(options: Namespace, call: Call) -> Reply:
    """Print the schema, or write it to a file."""
    schema = report_schema()
    if options.out is None:
        text = json.dumps(schema, ensure_ascii=not is_unicode(call.encoding), indent=2)
        return Reply(lines=(text,), more={"schema": schema})
    path = Path(options.out)
    data = (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
    outputs, failed = write_all([Output("json", path.name, data)], path.parent)
    lines = tuple(str(output.path) for output in outputs)
    return Reply(exit_of(failed), lines, tuple(failed), tuple(outputs))


COMMAND = Command(run, options=(Option("out", ("-o", "--out"), "file", phrase="schema.out"),))
