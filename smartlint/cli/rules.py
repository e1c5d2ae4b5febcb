"""``smartlint rules``: the rules there are, as a list or a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from smartlint.cli import description
from smartlint.cli.options import did_you_mean, known_profile, locale_language, message_language
from smartlint.cli.output import write
from smartlint.reporters import word
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.rule import Rule


@click.command(
    name="rules",
    epilog="""\b
Examples:
  smartlint rules --profile sales
  smartlint rules --family TIM --message-language sv""",
)
@click.option("--profile", metavar="NAME", help="Those that apply in a profile.")
@click.option("--family", metavar="NAME", help="Those of a family: the letters of its codes, or its name.")
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True)
@message_language("that of the environment")
def command(profile: str | None, family: str | None, output_format: str, message_language: str) -> None:
    """List the rules."""
    from smartlint.linter import choose
    from smartlint.registry import load

    rules: Sequence[type[Rule]] = load()
    if profile is not None:
        rules = choose(rules, known_profile(profile, rules))
    if family is not None:
        rules = _of_family(family, rules)
    language = message_language or locale_language()
    write(_FORMATS[output_format](rules, language), encoding="utf-8" if output_format == "json" else "")


def _of_family(family: str, rules: Sequence[type[Rule]]) -> list[type[Rule]]:
    wanted = family.replace("_", "-").casefold()
    found = [rule for rule in rules if wanted in (description.letters(rule).casefold(), description.family(rule).casefold())]
    if not found:
        families = list(dict.fromkeys(word for rule in rules for word in (description.letters(rule), description.family(rule))))
        near = get_close_matches(family.upper(), families, 1) + get_close_matches(wanted, families, 1)
        text = f"{family!r} is none of {', '.join(families)}.{did_you_mean(near)}"
        raise click.BadParameter(text, param_hint="--family")
    return found


def _text(rules: Sequence[type[Rule]], language: str) -> Iterator[str]:
    rows = [_row(rule, language) for rule in rules]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def _markdown(rules: Sequence[type[Rule]], language: str) -> Iterator[str]:
    header = [translate(name, language) for name in ("Code", "Name", "Level", "Profiles", "What it finds")]
    for row in (header, ["---"] * len(header), *(_row(rule, language) for rule in rules)):
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |\n"


def _row(rule: type[Rule], language: str) -> list[str]:
    return [
        rule.code,
        rule.name,
        word(rule.level, language),
        description.profiles(rule, language),
        description.text(rule, rule.title, language),
    ]


def _json(rules: Sequence[type[Rule]], language: str) -> Iterator[str]:
    described = [description.as_json(rule, language) for rule in rules]
    yield json.dumps({"version": 1, "rules": described}, ensure_ascii=False, indent=2) + "\n"


_FORMATS = {"text": _text, "json": _json, "markdown": _markdown}
