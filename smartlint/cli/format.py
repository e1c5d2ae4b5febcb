"""``smartlint format``: the canonical layout of goal files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import click

from smartlint.cli.configured import configuration, configurations, must_be_right
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import language, message_language, not_empty
from smartlint.cli.output import pass_on, write
from smartlint.cli.rewriting import difference, mark, painted, written
from smartlint.cli.unreadable import why
from smartlint.files import LIMIT, STDIN, File, Unreadable, Walk, decoded, find, read
from smartlint.record import dataclass
from smartlint.reporters.visible import visible
from smartlint.translation import fill, translate

_COUNTS = {
    "written": ("1 file reformatted", "{count} files reformatted"),
    "left": ("1 file left unchanged", "{count} files left unchanged"),
    "due": ("1 file would be reformatted", "{count} files would be reformatted"),
    "fine": ("1 file already formatted", "{count} files already formatted"),
}


@dataclass(frozen=True)
class _Formatted:
    """A file with its text and the canonical layout of that; or what keeps it from being read."""

    file: File
    before: str = ""
    after: str = ""
    fault: Unreadable | None = None

    @property
    def differs(self) -> bool:
        return self.before != self.after


@click.command(
    name="format",
    epilog="""\b
Examples:
  smartlint format
  smartlint format goals/ --check
  smartlint format plan.goals --diff
  smartlint format - --stdin-filename sales.goals < draft.txt""",
)
@click.argument("paths", nargs=-1, callback=not_empty, metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Write nothing; the exit status is 1 if a file would be reformatted.")
@click.option("--diff", is_flag=True, help="Show what would be changed, and write nothing; the exit status is as with --check.")
@configuration
@click.option("--language", callback=language, metavar="LANGUAGE", help="The goals' language, if it is not to be guessed.")
@message_language("that of the configuration or of the system")
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@click.option("--force-exclude", is_flag=True, help="Pass by what the configuration excludes even if it is named.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but differences and what went wrong.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Lay goal files out in one way: indentation, blank lines, the order of fields, wrapped lines.

    PATHS are files, folders in which `.goals` files are looked for, or `-` for standard input, which is written to
    standard output; by default the current folder. A file means the same afterwards: what is not sure to be read the
    same in another layout stays as it is, and so does a line that cannot be read.

    The exit status is 0 if all is well, 1 if --check or --diff finds something to do, and 2 if a file could not be
    read or written.
    """
    ctx.exit(_Run(**given).status())


@dataclass(frozen=True)
class _Run:
    """What was asked for; the fields are named after the options."""

    paths: tuple[str, ...]
    check: bool
    diff: bool
    config: tuple[str, ...]
    isolated: bool
    language: str
    message_language: str
    stdin_filename: str | None
    force_exclude: bool
    color: str
    quiet: bool

    def status(self) -> int:
        """Does it, and says what was done."""
        if self.stdin_filename is not None and STDIN not in self.paths:
            raise click.UsageError(say("--stdin-filename speaks of standard input: name `-` too."))
        data = sys.stdin.buffer.read(LIMIT + 1) if STDIN in self.paths else b""
        found, language = self._formatted(data)
        changed = [each for each in found if each.differs]
        unread = [(each.file.path, each.fault) for each in found if each.fault is not None]
        faults = [(path, why(fault.variant, fault.data, language)) for path, fault in unread]
        if self.diff:
            differences = (difference(each.file, each.before, each.after, data) for each in changed)
            write(painted(chain.from_iterable(differences), self.color), encoding="utf-8")
        elif not self.check:
            faults += self._write(found, data, language)
        for path, reason in faults:
            click.echo(f"{visible(path)}: {reason}", err=True)
        if not self.quiet:
            self._say(found, [path for path, _ in faults], language)
        return 2 if faults else int(bool(changed) and (self.check or self.diff))

    def _formatted(self, data: bytes) -> tuple[list[_Formatted], str]:
        """The files in canonical layout, and the language in which is said what was done."""
        from smartlint.formatter import formatted

        known = configurations(
            self.config,
            isolated=self.isolated,
            stated={"language": self.language} if self.language else {},
            language=self.message_language,
            color=self.color,
        )
        files = _goal_files(find(self.paths or (".",), self.stdin_filename or "<stdin>", Walk(known.takes)))
        left_alone = {file.path for file in files if self.force_exclude and known.excludes(file.path)}
        common = known.common(file.path for file in files)
        languages = {file.path: known.of(file.path).language for file in files}
        must_be_right(known, {}, "", language=self.message_language, color=self.color)
        found = []
        for file in files:
            text = read(file) if file.place is not None else decoded(data, file.path)
            if file.path in left_alone and file.place is not None:
                continue
            if isinstance(text, Unreadable):
                found.append(_Formatted(file, fault=text))
            else:
                done = text if file.path in left_alone else formatted(text, languages[file.path])
                found.append(_Formatted(file, text, done))
        return found, self.message_language or common.message_language or locale_language()

    def _write(self, found: Sequence[_Formatted], data: bytes, language: str) -> Iterator[tuple[str, str]]:
        """Writes the files; which could not be written, and why."""
        for each in found:
            if each.file.place is None and each.fault is None:
                write([mark(data) + each.after], encoding="utf-8")
            elif each.file.place is None:
                pass_on(data)
            elif each.differs:
                reason = written(each.file, each.before, each.after, self.paths or (".",), language)
                if reason:
                    yield each.file.path, reason

    def _say(self, found: Sequence[_Formatted], faulty: Sequence[str], language: str) -> None:
        """Which files would be changed, and how many: on standard error, as a text may stand on standard output."""
        changed = [each.file.path for each in found if each.differs and each.file.path not in faulty]
        if self.check and not self.diff:
            for path in changed:
                text = translate("would be reformatted: {path}", language)
                click.echo(fill(text, {"path": visible(path)}, language), err=True)
        fine = sum(not each.differs and each.fault is None for each in found)
        names = ("due", "fine") if self.check or self.diff else ("written", "left")
        counts = zip(names, (len(changed), fine), strict=True)
        texts = [(translate(_COUNTS[name][count != 1], language), count) for name, count in counts if count]
        said = [fill(text, {"count": count}, language) for text, count in texts]
        if said or not found:
            click.echo(", ".join(said) or translate("No goal files found.", language), err=True)


def _goal_files(files: Sequence[File]) -> list[File]:
    """Those that are laid out as goal files; a document of another format that was named ends the command."""
    from smartlint.readers import is_document  # here, because it brings the parser, which help does not need

    for file in files:
        if file.named and is_document(file.path):
            raise click.UsageError(say("{file} is no goal file: only those have a layout of their own.", file=file.path))
    return [file for file in files if not is_document(file.path)]
