"""What a shell offers when Tab is pressed: commands and options by click, and their values by this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from smartlint.cli.frame import locale_language
from smartlint.translation import LANGUAGES

if TYPE_CHECKING:
    from smartlint.rule import Rule

#: Gives what may stand in the place of an unfinished word.
_Offer = Callable[[click.Context, str], Iterable[CompletionItem]]


@add_completion_class
class Bash(BashComplete):
    """Bash cuts words at ``=``: what is before it, the sign and what is behind it come as three."""

    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        if incomplete == "=":
            args, incomplete = [*args, "="], ""
        if args[-1:] != ["="]:
            return args, incomplete
        *before, word, _ = args
        return ([*before, word], incomplete) if word.startswith("-") else (before, f"{word}={incomplete}")


def completed(command: click.Command) -> click.Command:
    """A command whose parameters know what may stand there; each is known by what its help calls its value."""
    for param in command.params:
        value = (param.metavar or "").strip("[].")
        offer = _BY_NAME.get(param.name or "") or _BY_VALUE.get(value) or (_files if value.startswith("FILE") else None)
        if offer is not None and not isinstance(param.type, click.Choice):
            param.shell_complete = partial(_offered, offer)  # type: ignore[method-assign]
    if isinstance(command, click.Group):
        for below in command.commands.values():
            completed(below)
    return command


def _offered(offer: _Offer, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    return [item for item in offer(ctx, incomplete) if item.type != "plain" or item.value.startswith(incomplete)]


def _files(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The shell itself knows the files best."""
    yield CompletionItem(incomplete, type="file")


def _folders(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    yield CompletionItem(incomplete, type="dir")


def _rules(ctx: click.Context) -> tuple[type[Rule], ...]:
    """The rules that there are, with those of the plugins that are named on the line so far."""
    from smartlint.registry import BrokenPlugin, UnknownPlugin, load

    try:
        return load(tuple(ctx.params.get("plugins") or ()))
    except (BrokenPlugin, UnknownPlugin):
        return load()


def _rule(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """Codes and names; codes only as long as nobody has begun a name."""
    language = locale_language()
    for rule in _rules(ctx):
        title = rule.in_language(rule.title, language)
        yield CompletionItem(rule.code, help=f"{rule.name}: {title}")
        if incomplete[:1].islower():
            yield CompletionItem(rule.name, help=f"{rule.code}: {title}")


def _selectors(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """Codes, their starts, and names; the word that is unfinished is the last one of a list."""
    before, comma, last = incomplete.rpartition(",")
    families = {rule.code.rstrip("0123456789"): None for rule in _rules(ctx)}
    for item in (*map(CompletionItem, ("ALL", *families)), *_rule(ctx, last)):
        yield CompletionItem(f"{before}{comma}{item.value}", help=item.help)


def _profiles(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    from smartlint.registry import profiles

    yield from (CompletionItem(name) for name in profiles(tuple(ctx.params.get("plugins") or ())))


def _languages(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    from smartlint.language.detect import NAMES

    before, comma, _ = incomplete.rpartition(",")
    yield from (CompletionItem(f"{before}{comma}{code}", help=NAMES[code]) for code in LANGUAGES)


def _reports(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """A format and an equals sign; behind that stands a file."""
    from smartlint.reporters import FORMATS

    if "=" in incomplete:
        yield CompletionItem(incomplete.partition("=")[2], type="file")
    else:
        yield from (CompletionItem(f"{name}=") for name in FORMATS)


def _plugins(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    from smartlint.registry import UnknownPlugin, load

    try:
        load((*(ctx.params.get("plugins") or ()), "?"))
    except UnknownPlugin as error:
        before, comma, _ = incomplete.rpartition(",")
        yield from (CompletionItem(f"{before}{comma}{name}") for name in error.offered)


def _refs(ctx: click.Context, incomplete: str) -> Iterator[CompletionItem]:
    """The branches of the repository, here and elsewhere."""
    from smartlint.git import ask

    try:
        told = ask(Path.cwd(), "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
    except OSError:
        return
    yield from map(CompletionItem, told.out.decode("utf-8", "replace").splitlines())


_BY_NAME: dict[str, _Offer] = {"profile": _profiles, "file": _files}
_BY_VALUE: dict[str, _Offer] = {
    "PATHS": _files,
    "FOLDER": _folders,
    "RULES": _selectors,
    "CODE": _rule,
    "CODE|NAME": _rule,
    "LANGUAGE": _languages,
    "LANGUAGES": _languages,
    "FORMAT=FILE": _reports,
    "NAMES": _plugins,
    "REF": _refs,
}
