"""`python -m tests.standards` checks docs/accessibility.md and the rows; `--write` makes the document first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.standards.document import FILE, render, written
from tests.standards.gather import ROOT, GatherError, gather
from tests.standards.rows import gaps, sections, sheet

STALE = f"{FILE.relative_to(ROOT)} is not what the tests say; make it with: make accessibility"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every row has its answer and the document says so; 1, with a sentence for each fault, when not."""
    parser = argparse.ArgumentParser(prog="python -m tests.standards", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the document")
    write = parser.parse_args(arguments).write
    try:
        proofs = gather()
    except GatherError as error:
        print(error, file=sys.stderr)
        return 1
    text = render(sections(), sheet(), proofs)
    if write:
        FILE.write_text(text, "utf-8")
    told = [*gaps(sections(), sheet(), proofs), *([STALE] if written() != text else [])]
    print(*told, sep="\n", end="\n" if told else "")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
