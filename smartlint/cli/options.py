"""Options that several commands share, and the values they take."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.translation import LANGUAGES

if TYPE_CHECKING:
    from smartlint.rule import Rule

_Command = TypeVar("_Command", bound=Callable[..., Any])


def did_you_mean(near: Iterable[str]) -> str:
    """The end of a message about a word that is not known."""
    words = list(dict.fromkeys(near))
    return f" Did you mean {' or '.join(words)}?" if words else ""


def language(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """A language of goals and messages, "" where none is given; ``no`` is bokmål."""
    wanted = _language(value or "")
    if wanted and wanted not in LANGUAGES:
        raise click.BadParameter(f"{value!r} is none of {', '.join(LANGUAGES)}.")
    return wanted


def _language(name: str) -> str:
    return "nb" if name.lower() == "no" else name.lower()


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """A day as ISO 8601 writes it, the current one where none is given."""
    if value is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day like 2026-09-30.") from None


def words(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of lists that are separated by commas, None where no list is given."""
    return tuple(word.strip() for each in value for word in each.split(",") if word.strip()) if value else None


def message_language(default: str) -> Callable[[_Command], _Command]:
    """The option ``--message-language``, whose absence means what ``default`` says."""
    text = f"The language of what is printed, if not {default}."
    return click.option("--message-language", callback=language, metavar="LANGUAGE", help=text)


def locale_language() -> str:
    """The language of the reader's environment, else English."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    language = _language(re.split("[._@-]", locale)[0])
    return language if language in LANGUAGES else "en"


def selected(selectors: Sequence[str], rules: Sequence[type[Rule]], option: str) -> list[type[Rule]]:
    """The rules that codes, starts of codes and names mean; one that means none is a usage error."""
    from smartlint.registry import UnknownRule, find

    try:
        return [rule for selector in selectors for rule in find(selector, rules)]
    except UnknownRule as error:
        text = f"No rule is called {error.selector!r}.{did_you_mean(error.near)}"
        raise click.BadParameter(text, param_hint=option) from None


def known_profile(profile: str, rules: Sequence[type[Rule]]) -> str:
    """A profile that some rule is in, or ``all``; any other is a usage error."""
    profiles = [*dict.fromkeys(name for rule in rules for name in rule.profiles), "all"]
    if profile not in profiles:
        near = get_close_matches(profile, profiles, 1)
        text = f"{profile!r} is none of {', '.join(profiles)}.{did_you_mean(near)}"
        raise click.BadParameter(text, param_hint="--profile")
    return profile
