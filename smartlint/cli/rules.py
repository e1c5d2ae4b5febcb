"""``smartlint rules``: the rules there are, as a list or a table, and the profiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from smartlint.cli import description, profiles
from smartlint.cli.configured import rules_here
from smartlint.cli.frame import locale_language, say
from smartlint.cli.options import (
    did_you_mean,
    known_profile,
    language,
    message_language,
    plugins,
)
from smartlint.cli.output import write
from smartlint.json_text import json_text
from smartlint.record import dataclass
from smartlint.reporters import word
from smartlint.rule import LEVELS
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.registry import Profile
    from smartlint.rule import Rule


@dataclass(frozen=True)
class _Listing:
    """What is listed: rules out of ``every`` there is, of a profile if one was named; or profiles alone."""

    every: Sequence[type[Rule]]
    rules: Sequence[type[Rule]]
    profiles: Sequence[Profile]
    language: str


@click.command(
    name="rules",
    epilog="""\b
Examples:
  smartlint rules --profile
  smartlint rules --profile sales --level error
  smartlint rules --family TIM --message-language sv""",
)
@click.option(
    "--profile",
    is_flag=False,
    flag_value="",
    metavar="[NAME]",
    help="Those that apply in a profile, and what it is for; without a name, the profiles.",
)
@click.option("--family", metavar="NAME", help="Those of a family: the letters of its codes, or its name.")
@click.option("--level", type=click.Choice(LEVELS), help="Those of a level.")
@click.option("--language", "of_texts", callback=language, metavar="LANGUAGE", help="Those that can judge texts in a language.")
@plugins
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True)
@message_language("that of the environment")
def command(
    profile: str | None,
    family: str | None,
    level: str | None,
    of_texts: str,
    plugins: tuple[str, ...],
    output_format: str,
    message_language: str,
) -> None:
    """List the rules, or the profiles."""
    from smartlint.linter import choose
    from smartlint.registry import profiles as described

    every, plugins = rules_here(plugins)
    rules: Sequence[type[Rule]] = every
    shown: Sequence[Profile] = ()
    if profile == "":
        if family or level or of_texts:
            raise click.UsageError(say("--profile without a name lists the profiles: what filters rules needs a name."))
        rules, shown = (), tuple(described(plugins).values())
    elif profile is not None:
        rules = choose(rules, known_profile(profile, rules, plugins))
        shown = (described(plugins)[profile],)
    if family is not None:
        rules = _of_family(family, rules, every)
    rules = [rule for rule in rules if level in (None, rule.level)]
    rules = [rule for rule in rules if not of_texts or of_texts in description.languages(rule)]
    listing = _Listing(every, rules, shown, message_language or locale_language())
    write(_FORMATS[output_format](listing), encoding="utf-8" if output_format == "json" else "")


def _of_family(family: str, rules: Sequence[type[Rule]], every: Sequence[type[Rule]]) -> list[type[Rule]]:
    wanted = family.replace("_", "-").casefold()
    families = list(dict.fromkeys(name for rule in every for name in (description.letters(rule), description.family(rule))))
    if wanted not in [name.casefold() for name in families]:
        near = get_close_matches(family.upper(), families, 1) + get_close_matches(wanted, families, 1)
        text = say("{value} is none of {known}.", value=repr(family), known=", ".join(families)) + did_you_mean(near)
        raise click.BadParameter(text, param_hint="--family")
    return [rule for rule in rules if wanted in (description.letters(rule).casefold(), description.family(rule).casefold())]


def _text(listing: _Listing) -> Iterator[str]:
    for at, profile in enumerate(listing.profiles):
        yield "\n" if at else ""
        yield from profiles.as_text(profile, listing.every, listing.language)
    rows = [_row(rule, listing.language) for rule in listing.rules]
    yield "\n" if rows and listing.profiles else ""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def _markdown(listing: _Listing) -> Iterator[str]:
    for at, profile in enumerate(listing.profiles):
        yield "\n" if at else ""
        yield from profiles.as_markdown(profile, listing.every, listing.language)
    if not listing.rules:
        return
    yield "\n" if listing.profiles else ""
    header = [translate(name, listing.language) for name in _COLUMNS]
    rows = [_row(rule, listing.language) for rule in listing.rules]
    said = [at for at, name in enumerate(_COLUMNS) if _tells(name, listing.rules)]
    for row in (header, ["---"] * len(header), *rows):
        cells = (row[at].replace("|", "\\|") for at in said)
        yield f"| {' | '.join(cells)} |\n"


_COLUMNS = ("Code", "Name", "Level", "Profiles", "Status", "Origin", "What it finds")


def _tells(column: str, rules: Sequence[type[Rule]]) -> bool:
    """A column of a page says more than that every rule is stable, or comes with the engine: the page may outlast both."""
    if column == "Status":
        return any(rule.status != "stable" for rule in rules)
    return column != "Origin" or any(not description.is_ours(rule) for rule in rules)


def _row(rule: type[Rule], language: str) -> list[str]:
    return [
        rule.code,
        rule.name,
        word(rule.level, language),
        description.profiles(rule, language),
        description.status(rule, language),
        description.origin(rule),
        description.text(rule, rule.title, language),
    ]


def _json(listing: _Listing) -> Iterator[str]:
    described = [profiles.as_json(profile, listing.every, listing.language) for profile in listing.profiles]
    rules = [description.as_json(rule, listing.language) for rule in listing.rules]
    yield json_text({"version": 1, "profiles": described, "rules": rules}, indent=2) + "\n"


_FORMATS = {"text": _text, "json": _json, "markdown": _markdown}
