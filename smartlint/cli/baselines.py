"""Only what is new counts: the options of ``smartlint check`` about findings that were there before."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli.frame import say
from smartlint.files import STDIN, File, Unreadable, decoded, named, shown
from smartlint.record import dataclass, field, replace
from smartlint.system_errors import cause

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.finding import Known, Result
    from smartlint.git import Commit
    from smartlint.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])
#: Lints files, some of them as if they had another text.
Lint = Callable[[Sequence[File], Mapping[str, "str | Unreadable"]], "Result"]

_BASELINE, _REF = "--baseline", "--new-from-merge-base"


@dataclass(frozen=True)
class BaselineOptions:
    """What was asked for about findings that were there before; the fields are named after the options."""

    baseline: Path | None
    write_baseline: bool
    prune_baseline: bool
    new_from_merge_base: str | None
    quiet: bool

    @property
    def compared(self) -> dict[str, str | None]:
        """What findings are compared with."""
        return {"baseline": str(self.baseline) if self.baseline else None, "merge_base": self.new_from_merge_base}


def baselines(command: _Command) -> _Command:
    """The options, in the order in which they are listed."""
    ref = "Leave out what was there already where this branch parted from REF, another branch or a commit."
    prune = "Take out of the baseline what is not found any more."
    write = "Write what is found into the baseline."
    path = click.Path(dir_okay=False, path_type=Path)
    command = click.option(_REF, metavar="REF", help=ref)(command)
    command = click.option("--prune-baseline", is_flag=True, help=prune)(command)
    command = click.option("--write-baseline", is_flag=True, help=write)(command)
    return click.option(_BASELINE, type=path, metavar="FILE", help="Leave out the findings that this file holds.")(command)


@dataclass
class Before:
    """What was there before, read before anything is judged: a baseline, a commit, or both."""

    options: BaselineOptions
    paths: Sequence[str]
    held: Counter[Known] = field(default_factory=Counter)
    commit: Commit | None = None
    _then: Counter[Known] | None = None

    def known(self, result: Result, files: Sequence[File], configurations: Configurations, lint: Lint) -> frozenset[str]:
        """The fingerprints of what is not new, which no fix is to touch; nothing where the baseline is to be written."""
        from smartlint import baseline

        looked_at = replace(result, findings=[*result.findings], baselined=[])
        self._compare_with_commit(looked_at, files, configurations, lint)
        if self.options.baseline is not None and not self.options.write_baseline:
            baseline.compare(looked_at, self.held, self._called)
        return frozenset(finding.fingerprint for finding in looked_at.baselined)

    def compare(
        self,
        result: Result,
        files: Sequence[File],
        configurations: Configurations,
        settings: Callable[[str], Settings],
        lint: Lint,
    ) -> click.ClickException | None:
        """Sets apart what is not new, and writes the baseline if that was asked for.

        If it cannot be written, gives what is to be said at the end, when all the rest is.
        """
        self._compare_with_commit(result, files, configurations, lint)
        if self.options.baseline is None:
            return None
        scope = _Scope(result, {file.path for file in files}, self.paths, configurations, settings, self._folder)
        try:
            self._compare_with_file(result, scope.holds)
        except OSError as error:
            return _refusal(self.options.baseline, "{file} cannot be written: {reason}.", error)
        return None

    def _compare_with_commit(self, result: Result, files: Sequence[File], configurations: Configurations, lint: Lint) -> None:
        from smartlint import baseline

        if self.commit is None:
            return
        if self._then is None:
            self._then = baseline.entries(lint(*self._texts(self.commit, files, configurations)), str, baseline.was_there)
        baseline.compare(result, self._then, str, baseline.was_there)

    def _compare_with_file(self, result: Result, holds: Callable[[Known], bool]) -> None:
        """``holds`` says which entries the run can say anything of: the others stay as they are."""
        from smartlint import baseline

        ours, others = baseline.split(self.held, holds)
        if self.options.write_baseline:
            ours = baseline.entries(result, self._called)
            if not result.crashed:
                self._write(ours + others)  # first: what could not be written hides nothing
        left, _ = baseline.split(baseline.compare(result, ours + others, self._called), holds)
        if result.crashed:  # what the rule would have found is not known
            if self.options.write_baseline or self.options.prune_baseline:
                click.echo(say("{file} stays as it is: a rule failed", file=str(self.options.baseline)), err=True)
        elif not self.options.prune_baseline:
            result.stale = [replace(entry, path=shown(self._folder / entry.path)) for entry in sorted(left)]
        elif left:
            self._write(ours - left + others)

    @property
    def _folder(self) -> Path:
        assert self.options.baseline is not None
        return Path(os.path.realpath(self.options.baseline)).parent

    def _called(self, path: str) -> str:
        """A file's path from the folder of the baseline, so that it is the same wherever smartlint is started."""
        real = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        return Path(os.path.relpath(real, self._folder)).as_posix()

    def _write(self, held: Counter[Known]) -> None:
        from smartlint.baseline import written
        from smartlint.writing import write_atomically

        path = self.options.baseline
        assert path is not None
        write_atomically(path, written(held).encode("utf-8", "backslashreplace"))
        if not self.options.quiet:
            text = "{file} holds 1 finding" if held.total() == 1 else "{file} holds {count} findings"
            click.echo(say(text, file=str(path), count=held.total()), err=True)

    def _texts(
        self, commit: Commit, files: Sequence[File], configurations: Configurations
    ) -> tuple[list[File], dict[str, str | Unreadable]]:
        """The files that there were at a commit, as they are called now, and the texts of those that were others."""
        from smartlint.git import NoAnswer

        then: list[File] = []
        texts: dict[str, str | Unreadable] = {}
        try:
            for file in files:
                path = commit.inside(file.place if file.place is not None else Path(file.path))
                if path is not None and path in commit.old_paths:
                    then.append(file)
                    if path in commit.changed or file.place is None:
                        texts[file.path] = decoded(commit.data(commit.old_paths[path]), file.path)
            for path in sorted(commit.deleted):
                place = commit.top / path
                if shown(place) not in texts and _is_below(place, self.paths) and configurations.takes(place):
                    texts[shown(place)] = decoded(commit.data(path), shown(place))
                    then.append(File(shown(place), None))
        except NoAnswer as error:
            raise _unanswered(error) from None
        return then, texts


@dataclass
class _Scope:
    """Which entries of a baseline a run can say anything of: it has judged their file by their rule, or the file is gone."""

    result: Result
    checked: set[str]
    paths: Sequence[str]
    configurations: Configurations
    settings: Callable[[str], Settings]
    folder: Path

    def holds(self, entry: Known) -> bool:
        place = self.folder / entry.path
        if not os.path.lexists(place) and Path(entry.path).name != "<stdin>":
            return True
        path = shown(place)
        if path not in self.checked or self.result.crashed:
            return False
        return entry.code in self._heard(path) or entry.code not in {rule.code for rule in self.configurations.known}

    def _heard(self, path: str) -> set[str]:
        from smartlint.rule import ProjectRule

        partial = self.configurations.are_part(self.paths or (".",))
        undecided = {notice.rule for notice in self.result.notices}
        rules = (rule for rule in self.settings(path).rules if rule not in undecided)
        return {rule.code for rule in rules if not (partial and issubclass(rule, ProjectRule))}


def before(options: BaselineOptions, paths: Sequence[str], *, writes: bool) -> Before | None:
    """What there was before, if that was asked for; what cannot be read ends the command.

    ``writes`` says that the texts which are judged are those of the files.
    """
    if options.baseline is None and (options.write_baseline or options.prune_baseline):
        option = "--write-baseline" if options.write_baseline else "--prune-baseline"
        raise click.UsageError(say("{option} needs to know which: --baseline FILE.", option=option))
    if not writes and (options.write_baseline or options.prune_baseline):
        raise click.UsageError(say("A baseline cannot be written of what is only shown: leave --diff out."))
    if options.baseline is None and options.new_from_merge_base is None:
        return None
    found = Before(options, paths)
    if options.baseline is not None:
        found.held = _read(options.baseline, new=options.write_baseline)
    if options.new_from_merge_base is not None:
        from smartlint.git import NoAnswer, merge_base

        try:
            found.commit = merge_base(Path.cwd(), options.new_from_merge_base)
        except NoAnswer as error:
            raise _unanswered(error) from None
    return found


def _read(path: Path, *, new: bool) -> Counter[Known]:
    from smartlint.baseline import BrokenBaseline
    from smartlint.baseline import read as entries

    try:
        return entries(named(path).decode("utf-8-sig"))
    except FileNotFoundError as error:
        if new:
            return Counter()
        raise _refusal(path, "There is no file {file}: --write-baseline makes it.", error) from None
    except OSError as error:
        raise _refusal(path, "{file} cannot be read: {reason}.", error) from None
    except UnicodeDecodeError:
        broken = BrokenBaseline(1, "this is no text in UTF-8")
    except BrokenBaseline as error:
        broken = error
    reason = say(broken.reason, **broken.params)
    raise click.BadParameter(f"{path}:{broken.line}: {reason}.", param_hint=_BASELINE)


def _refusal(path: Path, text: str, error: OSError) -> click.BadParameter:
    return click.BadParameter(say(text, file=str(path), reason=cause(error)), param_hint=_BASELINE)


def _unanswered(error: Any) -> click.BadParameter:
    return click.BadParameter(f"{say(error.text, **error.params)}.", param_hint=_REF)


def _is_below(place: Path, paths: Sequence[str]) -> bool:
    """Whether a folder that was named holds a place."""
    return any(place.is_relative_to(os.path.realpath(path)) for path in paths or (".",) if path != STDIN)
