"""``smartlint rule``: the page of a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING

import click

from smartlint.cli import description
from smartlint.cli.configured import rules_here
from smartlint.cli.frame import locale_language, say
from smartlint.cli.measured import lines, measured
from smartlint.cli.options import did_you_mean, message_language, plugins, selected
from smartlint.cli.output import write
from smartlint.json_text import json_text
from smartlint.reporters import word
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.rule import Option, Rule

_FENCED = re.compile(r"^```.*\n((?:.*\n)*?)```$", re.MULTILINE)


@click.command(
    name="rule",
    epilog="""\b
Examples:
  smartlint rule TIM001
  smartlint rule missing-owner --message-language nb""",
)
@click.argument("rule", metavar="CODE|NAME")
@plugins
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True)
@message_language("that of the environment")
def command(rule: str, plugins: tuple[str, ...], output_format: str, message_language: str) -> None:
    """Explain a rule, with examples."""
    from smartlint.registry import written_out

    rules, _ = rules_here(plugins)
    found = selected([rule], rules, "CODE|NAME")
    if len(found) > 1:
        codes = ", ".join(each.code for each in found)
        text = say("{name} means several rules: {codes}.", name=repr(rule), codes=codes) + did_you_mean(
            written_out(rule, rules)
        )
        raise click.BadParameter(text, param_hint="CODE|NAME")
    language = message_language or locale_language()
    write(_FORMATS[output_format](found[0], language), encoding="utf-8" if output_format == "json" else "")


def _text(rule: type[Rule], language: str) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {description.text(rule, rule.title, language)}\n\n"
    yield from _facts(rule, language)
    page = _FENCED.sub(lambda block: indent(block[1].rstrip("\n"), "    "), description.page(rule))
    yield f"\n{re.sub('^## ', '', page, flags=re.MULTILINE)}\n"


def markdown(rule: type[Rule], language: str) -> Iterator[str]:
    """The page of a rule, a piece at a time."""
    yield f"# {rule.code} {rule.name}: {description.text(rule, rule.title, language)}\n\n"
    yield from _facts(rule, language)
    yield f"\n{description.page(rule)}\n"


def _facts(rule: type[Rule], language: str) -> Iterator[str]:
    yield f"- {translate('Level', language)}: {word(rule.level, language)}\n"
    yield f"- {translate('Profiles', language)}: {description.profiles(rule, language)}\n"
    yield f"- {translate('Status', language)}: {description.status(rule, language)}\n"
    yield f"- {translate('Origin', language)}: {description.origin(rule)}\n"
    if rule.languages:
        yield f"- {translate('Languages', language)}: {', '.join(rule.languages)}\n"
    told = list(lines(rule, language))
    if told:
        yield f"- {translate('How often it is right', language)}:\n"
        yield from (f"  - {line}\n" for line in told)
    yield f"- {translate('Messages', language)}:\n"
    for message_id, message in rule.messages.items():
        yield f"  - {description.text(rule, message, language)}\n"
        if message_id in rule.helps:
            yield f"    - {translate('help', language)}: {description.text(rule, rule.helps[message_id], language)}\n"
    if rule.patterns:
        yield f"- {translate('Fixes', language)}:\n"
        for pattern in rule.patterns.values():
            yield f"  - `{description.text(rule, pattern, language).strip()}`\n"
    if rule.options:
        yield f"- {translate('Options', language)}:\n"
        for option in rule.options:
            yield from _option(rule, option, language)


def _option(rule: type[Rule], option: Option, language: str) -> Iterator[str]:
    yield f"  - `{option.name}`: {description.text(rule, option.help, language)}\n"
    values = [(translate("default", language), option.default), *option.profiles.items()]
    for where, value in values:
        yield f"    - {where}: `{description.as_toml(value)}`\n"
    yield f"    - {translate('schema', language)}: `{json_text(option.schema)}`\n"


def _json(rule: type[Rule], language: str) -> Iterator[str]:
    described = {
        "version": 1,
        **description.as_json(rule, language),
        "messages": {name: description.text(rule, text, language) for name, text in rule.messages.items()},
        "helps": {name: description.text(rule, text, language) for name, text in rule.helps.items()},
        "patterns": {name: description.text(rule, text, language) for name, text in rule.patterns.items()},
        "yields_to": list(rule.yields_to),
        "measured": measured(rule),
        "options": [
            {
                "name": option.name,
                "default": option.default,
                "profiles": dict(option.profiles),
                "schema": option.schema,
                "help": description.text(rule, option.help, language),
            }
            for option in rule.options
        ],
        "page": description.page(rule),
    }
    yield json_text(described, indent=2, default=str) + "\n"


_FORMATS = {"text": _text, "json": _json, "markdown": markdown}
