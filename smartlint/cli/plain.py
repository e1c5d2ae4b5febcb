"""``smartlint check PATHS`` as hooks call it, without click, whose import takes as long as the judging of a short file.

It knows the few options that such calls have. Whatever it is not sure of it leaves to click, which begins anew, as nothing was
written until then: so nothing is said here of what is wrong with a call, and what ``check`` does is found in one place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from smartlint.record import dataclass

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.finding import Result
    from smartlint.rule import Level

#: Options that say yes, and what they are called here.
_FLAGS = {
    **{option: option[2:].replace("-", "_") for option in ("--no-cache", "--isolated", "--exit-zero", "--quiet", "--verbose")},
    "-q": "quiet",
    "-v": "verbose",
}
#: Options with a value.
_VALUES = {option: option[2:].replace("-", "_") for option in ("--today", "--output-format", "--fail-level")}
#: What makes a run do more than judge and print.
_ENVIRONMENT = ("_SMARTLINT_COMPLETE", "SMARTLINT_POLICY", "GITHUB_ACTIONS")
#: What click makes paths of on Windows, where no shell does.
_EXPANDED = frozenset("*?[~$%") if os.name == "nt" else frozenset("")


@dataclass(frozen=True)
class _Options:
    """What was asked for; the fields are named after the options, and have their defaults."""

    paths: tuple[str, ...]
    today: date
    no_cache: bool = False
    isolated: bool = False
    exit_zero: bool = False
    quiet: bool = False
    verbose: bool = False
    output_format: str = "full"
    fail_level: Level = "error"


def checked(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Judges what a plain call names; gives what prints it and tells the exit status. None where click is to begin anew."""
    if arguments[0:1] != ["check"] or any(name in os.environ for name in _ENVIRONMENT):
        return None
    try:
        options = _options(arguments[1:])
        return _judged(options) if options is not None else None
    except Exception:  # whatever it is, click meets with it too, and says it
        return None


def _options(arguments: Sequence[str]) -> _Options | None:
    """What is asked for; None if that is not plain."""
    paths: list[str] = []
    stated: dict[str, Any] = {"today": ""}
    rest = iter(arguments)
    for argument in rest:
        if argument in _FLAGS:
            stated[_FLAGS[argument]] = True
        elif argument in _VALUES:
            stated[_VALUES[argument]] = next(rest)
        elif not argument or argument.startswith("-") or not _EXPANDED.isdisjoint(argument):
            return None
        else:
            paths.append(argument)
    from smartlint.reporters import FORMATS  # here, like the next: other calls need neither
    from smartlint.rule import LEVELS

    day = stated.pop("today")
    today = date.fromisoformat(day) if day else datetime.now().astimezone().date()
    options = _Options(tuple(paths), today, **stated)
    is_right = options.output_format in FORMATS and options.fail_level in LEVELS and day in ("", today.isoformat())
    return options if is_right else None


def _judged(options: _Options) -> Callable[[], int] | None:
    from smartlint.cli.caching import cache
    from smartlint.cli.frame import locale_language
    from smartlint.cli.judging import judged
    from smartlint.configuration.configurations import Configurations
    from smartlint.files import find

    configurations = Configurations(isolated=options.isolated, language=locale_language())
    files = find(options.paths or (".",), walk=configurations.walk)
    language = configurations.common(file.path for file in files).message_language
    for file in files:
        configurations.of(file.path)
    if configurations.mistakes:
        return None
    kept = None if options.no_cache else cache()
    result, complete = judged(files, configurations, options.today, options.paths, cache=kept, is_watched=not options.quiet)
    return lambda: _put(result, complete, options, configurations, language)


def _put(result: Result, complete: bool, options: _Options, configurations: Configurations, language: str) -> int:
    """Prints what was found; gives the exit status."""
    from smartlint.cli.looks import look, run
    from smartlint.cli.output import inert, write
    from smartlint.cli.verdict import failing, verdict
    from smartlint.reporters import reporter

    status = verdict(result, complete, options.fail_level, exit_zero=options.exit_zero)
    told = run(lambda: configurations.known, failing(options.fail_level), status)
    shown = look(options.today, language, color="auto", verbose=options.verbose, quiet=options.quiet, run=told, evidence=False)
    one = reporter(options.output_format)
    pieces = one.report(result, shown)
    write(pieces if one.ENCODING else inert(pieces), encoding=one.ENCODING)
    return status
