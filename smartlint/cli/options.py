"""Options that several commands share, and the values they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli.frame import known, say
from smartlint.translation import LANGUAGES

if TYPE_CHECKING:
    from smartlint.rule import Rule

_Command = TypeVar("_Command", bound=Callable[..., Any])
#: How long a day is that has all its digits.
_DAY = 10


def did_you_mean(near: Iterable[str]) -> str:
    """The end of a message about a word that is not known."""
    words = list(dict.fromkeys(near))
    return say(" Did you mean {words}?", words=say(" or ").join(words)) if words else ""


def language(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """A language of goals and messages, "" where none is given; ``no`` is bokmål."""
    wanted = known(value or "")
    if wanted and wanted not in LANGUAGES:
        raise click.BadParameter(say("{value} is none of {known}.", value=repr(value), known=", ".join(LANGUAGES)))
    return wanted


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """A day as ISO 8601 writes it, the current one where none is given."""
    if value is None:
        return datetime.now().astimezone().date()
    try:
        if value.isascii() and len(value) == _DAY and value[4] == value[7] == "-":  # what follows takes longer to start
            return date.fromisoformat(value)
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise click.BadParameter(say("{value} is no day like 2026-09-30.", value=repr(value))) from None


def not_empty(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Paths, none of which is empty, as a variable is that holds nothing: it would be the current folder."""
    if "" in value:
        raise click.UsageError(say("A path is empty."))
    return value


def words(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of lists that are separated by commas, None where no list is given."""
    return tuple(word.strip() for each in value for word in each.split(",") if word.strip()) if value else None


def selection(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    """The same of a list that stands for another one: an empty one would leave nothing to judge by, in silence."""
    found = words(ctx, param, value)
    if found == ():
        raise click.BadParameter(say("No rule is named here: nothing would be judged."))
    return found


def message_language(default: str) -> Callable[[_Command], _Command]:
    """The option ``--message-language``, whose absence means what ``default`` says."""
    text = f"The language of what is printed, if not {default}."
    return click.option("--message-language", callback=language, metavar="LANGUAGE", help=text)


def plugins(command: _Command) -> _Command:
    """The option ``--plugin``: which plugins' rules there are beside the engine's own."""
    text = "Use the rules of these installed plugins too."
    return click.option("--plugin", "plugins", callback=_names, multiple=True, metavar="NAMES", help=text)(command)


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return words(ctx, param, value) or ()


def rules_of(plugins: tuple[str, ...]) -> tuple[type[Rule], ...]:
    """The rules of the engine and of these plugins; a plugin that is not there or does not work is a usage error."""
    from smartlint.registry import BrokenPlugin, load

    must_be_installed(plugins)
    try:
        return load(plugins)
    except BrokenPlugin as error:
        raise click.BadParameter(say("The plugin does not work: {error}", error=error.why), param_hint="--plugin") from None


def must_be_installed(plugins: tuple[str, ...]) -> None:
    """A plugin that is not there is a usage error."""
    from smartlint.registry import UnknownPlugin, packages

    try:
        packages(plugins)
    except UnknownPlugin as error:
        from difflib import get_close_matches  # here: mistakes are rare

        near = get_close_matches(error.plugin, error.offered, 1)
        text = say("No plugin {name} is installed.", name=repr(error.plugin))
        if error.offered:
            text += say(" There are {names}.", names=", ".join(error.offered))
        text += did_you_mean(near)
        raise click.BadParameter(text, param_hint="--plugin") from None


def selected(selectors: Sequence[str], rules: Sequence[type[Rule]], option: str) -> list[type[Rule]]:
    """The rules that codes, starts of codes and names mean; one that means none is a usage error."""
    from smartlint.registry import UnknownRule, find

    try:
        return [rule for selector in selectors for rule in find(selector, rules)]
    except UnknownRule as error:
        text = say("No rule is called {name}.", name=repr(error.selector)) + did_you_mean(error.near)
        raise click.BadParameter(text, param_hint=option) from None


def known_profile(profile: str, rules: Sequence[type[Rule]], plugins: tuple[str, ...] = ()) -> str:
    """A profile that some rule is in, or that is described; any other is a usage error."""
    if not any(profile in rule.profiles for rule in rules):
        from difflib import get_close_matches  # here, like the next: mistakes are rare

        from smartlint.registry import profiles

        known = list(profiles(plugins))
        if profile not in known:
            near = get_close_matches(profile.lower(), known, 1)
            text = say("{value} is none of {known}.", value=repr(profile), known=", ".join(known)) + did_you_mean(near)
            raise click.BadParameter(text, param_hint="--profile")
    return profile
