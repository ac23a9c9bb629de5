"""What comes with the package to be read: man page, completion, manuals, licences, changelog. Knows where each goes."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from kiosk.deploy.package import licences, man
from kiosk.deploy.package.layout import DOC, NAME, ROOT
from kiosk.options import parser


def packed(text: str) -> bytes:
    """As Debian wants documentation: gzip at its best, without a time."""
    return gzip.compress(text.encode(), 9, mtime=0)


def completion() -> str:
    """For bash, of the command line's own parser."""
    import shtab  # noqa: PLC0415 - the builder's alone

    text: str = shtab.complete(parser(), shell="bash")
    return text


def changelog(version: str, moment: int) -> str:
    """The packaging's own; what users notice stands in the project's changelog beside it."""
    when = format_datetime(datetime.fromtimestamp(moment, UTC))
    return f"""\
{NAME} ({version}) trixie; urgency=medium

  * What has changed for users and sites: changelog.gz.

 -- The imaging-kiosk authors <imaging-kiosk@example.invalid>  {when}
"""


def write(tree: Path, unpacked: Path, moment: int, version: str) -> None:
    """Put all of it into the tree; `unpacked`: the wheels, for their licences."""

    def put(place: str | Path, content: str | bytes) -> None:
        target = tree / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    put("usr/share/man/man1/kiosk.1.gz", packed(man.page(parser(), version, moment)))
    put("usr/share/bash-completion/completions/kiosk", completion())
    for page in sorted((ROOT / "docs").glob("*.md")):  # a kiosk has no network to read them elsewhere
        put(DOC / "docs" / page.name, page.read_bytes())
    put(DOC / "changelog.Debian.gz", packed(changelog(version, moment)))
    put(DOC / "changelog.gz", packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    put(DOC / "copyright", licences.copyright_file(unpacked))
    for name, text in licences.texts().items():
        put(DOC / "licences" / name, packed(text))
