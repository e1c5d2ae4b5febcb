"""Compiles the catalogues: every `.po` of the frame and of the rules gets its `.mo` beside it.

    python -m tests.translations compile    write the `.mo` files
    python -m tests.translations check      say which are stale or missing, and exit 1 if any is

The `.mo` files are checked in, so that a checkout speaks its languages without a build. They are the same on every
machine and every day: they carry no dates, no names and no version of the compiler.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("nb", "nn", "sv", "da")
CATALOGUES = {
    "smartlint": ROOT / "smartlint" / "locale",
    "smartlint_rules": ROOT / "rules" / "smartlint_rules" / "locale",
}


def catalogue_path(domain: str, language: str) -> Path:
    """Where the `.po` of a domain stands for a language; the `.mo` has the same name but for its ending."""
    return CATALOGUES[domain] / language / "LC_MESSAGES" / f"{domain}.po"


def po_files() -> list[Path]:
    """Every catalogue there is, of any language."""
    return sorted(path for folder in CATALOGUES.values() for path in folder.glob("*/LC_MESSAGES/*.po"))


def read(po: Path) -> Catalog:
    """Read a catalogue; raises babel's PoFileError at the first line that is no catalogue."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name, abort_invalid=True)


class _Undated(Catalog):
    """A catalogue whose header holds only what a reader needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("Content-Type", "text/plain; charset=utf-8\n"),
        ]


def compiled(po: Path) -> bytes:
    """The bytes of the `.mo` that belongs to a `.po`."""
    catalogue = read(po)
    undated = _Undated(locale=catalogue.locale_identifier, fuzzy=False)
    for message in catalogue:
        if message.id:
            undated.add(message.id, message.string, flags=message.flags, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, undated)
    return buffer.getvalue()


def is_stale(po: Path) -> bool:
    """Whether the `.mo` beside a `.po` is missing or says something else."""
    mo = po.with_suffix(".mo")
    return not mo.is_file() or mo.read_bytes() != compiled(po)


def main(arguments: list[str]) -> int:
    """Run one of the two commands and return its exit status."""
    if arguments not in (["compile"], ["check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    stale = [po for po in po_files() if is_stale(po)]
    for po in stale:
        if arguments == ["compile"]:
            po.with_suffix(".mo").write_bytes(compiled(po))
        sys.stdout.write(f"{po.relative_to(ROOT).with_suffix('.mo')}\n")
    return 1 if stale and arguments == ["check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
