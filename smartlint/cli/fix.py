"""What ``smartlint check`` does about fixes: it writes them, or shows them, and says what was done and what was not."""

from __future__ import annotations

import functools
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

import click

from smartlint.cli.fix_options import FixOptions
from smartlint.cli.output import pass_on, write
from smartlint.cli.rewriting import difference, mark, painted, written
from smartlint.extracting import is_packed
from smartlint.files import LIMIT, File, Unreadable, decoded, read
from smartlint.finding import Finding, Result
from smartlint.fixing import Fixed, Skipped, Sparing, fix, nothing
from smartlint.linter import Reader
from smartlint.readers import read_document
from smartlint.record import dataclass, replace
from smartlint.reporters.visible import brief, visible
from smartlint.rule import ProblemRule
from smartlint.settings import Settings
from smartlint.translation import fill, translate

#: Lints all files, some of them as if they had another text; and says whether every file that was named could be read.
Lint = Callable[[Mapping[str, "str | Unreadable"], Reader], tuple[Result, bool]]

_REASONS = {
    "blanks": "it has blanks that you fill in: smartlint ask",
    "display": "it is a proposal that you apply yourself",
    "unsafe": "it may change what is meant: --unsafe-fixes",
    "worse": "the file would get worse",
    "useless": "it would still be found",
    "rounds": "there were too many rounds",
    "overlaps": "it overlaps another fix, and there were too many rounds",
}


def mended(
    files: Sequence[File],
    roots: Sequence[str],
    lint: Lint,
    settings: Callable[[str], Settings],
    options: FixOptions,
    language: str,
    known: Sparing | None,
) -> Mended:
    """Mends files, and writes them or shows the difference; ``roots`` are the paths that were named.

    The text of standard input goes to standard output. ``language`` is that of what is said, and what is ``known`` from
    before stays as it is.
    """
    stdin = next((file.path for file in files if file.place is None), None)
    data = sys.stdin.buffer.read(LIMIT + 1) if stdin is not None else b""
    # what can be read only once
    once = {file.path: read(file) for file in files if file.place is not None and not file.place.is_file()}
    among = {file.path for file in files} - once.keys()
    if stdin is not None:
        once[stdin] = decoded(data, stdin)
    reader = functools.cache(read_document)  # most files stay as they are from round to round

    def again(texts: Mapping[str, str]) -> Result:
        return lint({**once, **texts}, reader)[0]

    result, complete = lint(once, reader)
    fixed = fix(result, again, settings, among, unsafe=options.unsafe_fixes, reader=reader, known=known or nothing)
    changed = [file for file in files if file.path in fixed.after]
    unwritten: dict[str, str] = {}
    if options.diff:
        differences = (difference(file, fixed.before[file.path], fixed.after[file.path], data) for file in changed)
        write(painted(chain.from_iterable(differences), options.color), encoding="utf-8")
    else:
        for file in changed:
            if file.place is not None:
                reason = written(file, fixed.before[file.path], fixed.after[file.path], roots, language)
                unwritten |= {file.path: reason} if reason else {}
        if stdin is not None and stdin in fixed.after:
            write([mark(data) + fixed.after[stdin]], encoding="utf-8")
        elif stdin is not None:
            pass_on(data)
    if unwritten:
        kept = {path: text for path, text in fixed.after.items() if path not in unwritten}
        fixed = replace(fixed, result=again(kept), after=kept)
    left = {finding.place.path for finding in fixed.result.findings if not issubclass(finding.rule, ProblemRule)}
    packed = tuple(file.path for file in files if is_packed(file.path) and file.path in left)
    return Mended(options, language, complete, stdin is not None or options.diff, fixed, unwritten, packed)


@dataclass(frozen=True)
class Mended:
    """What was mended, and what there is to say of it.

    ``unwritten`` says by path why a file was not written; ``holds_stdout`` that standard output has a text or a difference.
    ``packed`` are files in which something was found that are read and never written.
    """

    options: FixOptions
    language: str
    complete: bool
    holds_stdout: bool
    fixed: Fixed
    unwritten: Mapping[str, str]
    packed: Sequence[str]

    @property
    def status(self) -> int | None:
        """The exit status, None if it is for the findings that are left to decide."""
        if not self.complete or self.unwritten or self.fixed.result.crashed:
            return 2
        firm = any(finding.binds for finding in self.fixed.result.findings)
        if self.options.diff or (self.options.exit_non_zero_on_fix and self.fixed.after):
            return int(bool(firm or self.fixed.after) and not self.options.exit_zero)
        return int(firm and not self.options.exit_zero) if self.options.fix_only else None

    @property
    def _applied(self) -> list[Finding]:
        """What was mended in files that could be written."""
        return [finding for finding in self.fixed.applied if finding.place.path not in self.unwritten]

    @property
    def _skipped(self) -> list[Skipped]:
        """What was not mended of what is found now: not what a baseline holds, nor what was to be mended and not written."""
        left = {finding.fingerprint for finding in self.fixed.result.findings}
        return [skipped for skipped in self.fixed.skipped if skipped.finding.fingerprint in left]

    @property
    def told(self) -> Result:
        """What is told of what is found: where findings are not asked for, those that policies bind to."""
        if self.options.reports:
            return self.fixed.result
        return replace(self.fixed.result, findings=[one for one in self.fixed.result.findings if one.binds])

    def say(self) -> None:
        """What was mended, what was not and why: on standard error, as the text itself may stand on standard output."""
        for path, reason in self.unwritten.items():
            click.echo(f"{visible(path)}: {reason}", err=True)
        for line in () if self.options.reports else self._faults():
            click.echo(line, err=True)
        if not self.options.quiet:
            for line in self._lines():
                click.echo(line, err=True)

    def _say(self, english: str, **params: object) -> str:
        return fill(translate(english, self.language), params, self.language)

    def _faults(self) -> Iterator[str]:
        """What could not be judged, where no report says so: files that cannot be read, and rules that failed."""
        for finding in self.fixed.result.findings:
            rule = finding.rule
            if issubclass(rule, ProblemRule) and rule.kind in ("unreadable-file", "rule-crashed"):
                yield f"{visible(finding.place.path)}: {brief(finding.message(self.language))}"

    def _lines(self) -> Iterator[str]:
        if self.options.show_fixes:
            counts = Counter((finding.place.path, finding.rule) for finding in self._applied)
            for (path, rule), count in sorted(counts.items(), key=lambda each: (each[0][0], each[0][1].code)):
                yield f"{visible(path)}: {count} × {rule.code} {rule.name}"
        for skipped in self._skipped:
            if self.options.show_fixes or skipped.why not in ("display", "unsafe"):
                yield self._not_fixed(skipped)
        for path in self.packed:
            yield self._say("{file} is read, but not written: change it where it was made.", file=visible(path))
        yield self._summary()

    def _not_fixed(self, skipped: Skipped) -> str:
        place, rule = skipped.finding.place, skipped.finding.rule
        reason = self._say(_REASONS["blanks" if _has_blanks(skipped) else skipped.why])
        if skipped.brings:
            reason += f" ({', '.join(each.code for each in skipped.brings)})"
        where = f"{visible(place.path)}:{visible(place.short)}"
        return self._say("{place}: {rule} is not fixed: {reason}", place=where, rule=f"{rule.code} {rule.name}", reason=reason)

    def _summary(self) -> str:
        """One line: how much was mended, how much is left, and what would help."""
        counts = {"fixed": len(self._applied), "left": len(self.fixed.result.findings)}
        text = "{fixed} would be fixed, {left} would be left" if self.options.diff else "{fixed} fixed, {left} left"
        why = Counter(skipped.why for skipped in self._skipped)
        hints = []
        if why["unsafe"]:
            one = why["unsafe"] == 1
            hints.append(
                self._say("{count} needs --unsafe-fixes" if one else "{count} need --unsafe-fixes", count=why["unsafe"])
            )
        blanks = sum(map(_has_blanks, self._skipped))
        if blanks:
            hints.append(self._say("{count} to fill in: smartlint ask", count=blanks))
        return self._say(text, **counts) + (f" ({', '.join(hints)})" if hints else "")


def _has_blanks(skipped: Skipped) -> bool:
    fix = skipped.finding.fix
    if is_packed(skipped.finding.place.path):
        return False
    return skipped.why == "display" and fix is not None and any("⟨" in edit.pattern for edit in fix.edits)
