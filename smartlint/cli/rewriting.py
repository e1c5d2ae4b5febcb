"""Files that get another text: written, or shown as a difference."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from smartlint.cli.output import in_color, inert
from smartlint.diff import unified
from smartlint.files import File
from smartlint.reporters.visible import visible
from smartlint.system_errors import cause
from smartlint.translation import fill, translate
from smartlint.writing import ChangedMeanwhile, rewrite

_BOM = "\ufeff"
_END = "\n"
_COLORS = {"-": "red", "+": "green", "@": "cyan"}


def painted(lines: Iterable[str], color: str) -> Iterator[str]:
    """A diff: on a terminal in colours, and so that nothing in it hides; in a CI service so that nothing is a command."""
    is_seen, in_colors = sys.stdout.isatty(), in_color(color, sys.stdout)
    for line in inert(lines):
        shown = f"{visible(line.removesuffix(_END))}\n" if is_seen else line
        paint = _COLORS.get(line[0]) if in_colors else None
        yield click.style(shown, fg=paint) if paint else shown


def mark(data: bytes) -> str:
    """The byte order mark that bytes begin with, or ""."""
    return _BOM if data.startswith(BOM_UTF8) else ""


def difference(file: File, before: str, after: str, stdin: bytes) -> Iterator[str]:
    """The diff of a file, which is that of its bytes: a byte order mark belongs to its first line."""
    begins = mark(stdin if file.place is None else file.place.read_bytes()[:3])
    return unified(file.path, begins + before, begins + after)


def written(file: File, before: str, after: str, roots: Sequence[str], language: str) -> str:
    """Writes a file; why that cannot be done, if it cannot. ``roots`` are the paths that were named."""
    assert file.place is not None
    try:
        if not file.named and _leads_out(file.place, roots):
            return translate("not written: it is a link that leads out of the folder", language)
        rewrite(file.place, before, after)
    except ChangedMeanwhile:
        if not _is_utf8(file.place):
            return translate("not written: it is not saved as UTF-8", language)
        return translate("not written: it was changed meanwhile", language)
    except OSError as error:
        return fill(translate("not written: {reason}", language), {"reason": cause(error)}, language)
    return ""


def _is_utf8(place: Path) -> bool:
    try:
        place.read_bytes().decode()
    except ValueError:
        return False
    return True


def _leads_out(place: Path, roots: Sequence[str]) -> bool:
    """Whether a file that was come upon lies elsewhere than in the folders that were named: somebody put a link there."""
    real = Path(os.path.realpath(place))
    return not any(real.is_relative_to(os.path.realpath(root)) for root in roots)
