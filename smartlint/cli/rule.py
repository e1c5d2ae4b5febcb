"""``smartlint rule``: the page of a rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING

import click

from smartlint.cli import description
from smartlint.cli.options import locale_language, message_language, selected
from smartlint.cli.output import write
from smartlint.reporters import word
from smartlint.translation import translate

if TYPE_CHECKING:
    from smartlint.rule import Rule

_FENCED = re.compile(r"^```.*\n((?:.*\n)*?)```$", re.MULTILINE)


@click.command(
    name="rule",
    epilog="""\b
Examples:
  smartlint rule TIM001
  smartlint rule missing-owner --message-language nb""",
)
@click.argument("rule", metavar="CODE|NAME")
@click.option("--output-format", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True)
@message_language("that of the environment")
def command(rule: str, output_format: str, message_language: str) -> None:
    """Explain a rule, with examples."""
    from smartlint.registry import load

    found = selected([rule], load(), "CODE|NAME")
    if len(found) > 1:
        codes = ", ".join(each.code for each in found)
        raise click.BadParameter(f"{rule!r} means several rules: {codes}.", param_hint="CODE|NAME")
    language = message_language or locale_language()
    write(_FORMATS[output_format](found[0], language), encoding="utf-8" if output_format == "json" else "")


def _text(rule: type[Rule], language: str) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {description.text(rule, rule.title, language)}\n\n"
    yield from _facts(rule, language)
    page = _FENCED.sub(lambda block: indent(block[1].rstrip("\n"), "    "), description.page(rule))
    yield f"\n{re.sub('^## ', '', page, flags=re.MULTILINE)}\n"


def _markdown(rule: type[Rule], language: str) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}: {description.text(rule, rule.title, language)}\n\n"
    yield from _facts(rule, language)
    yield f"\n{description.page(rule)}\n"


def _facts(rule: type[Rule], language: str) -> Iterator[str]:
    yield f"- {translate('Level', language)}: {word(rule.level, language)}\n"
    yield f"- {translate('Profiles', language)}: {description.profiles(rule, language)}\n"
    yield f"- {translate('Messages', language)}:\n"
    for message_id, message in rule.messages.items():
        yield f"  - {description.text(rule, message, language)}\n"
        if message_id in rule.helps:
            yield f"    - {translate('help', language)}: {description.text(rule, rule.helps[message_id], language)}\n"


def _json(rule: type[Rule], language: str) -> Iterator[str]:
    described = {
        "version": 1,
        **description.as_json(rule, language),
        "messages": {name: description.text(rule, text, language) for name, text in rule.messages.items()},
        "helps": {name: description.text(rule, text, language) for name, text in rule.helps.items()},
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
    yield json.dumps(described, ensure_ascii=False, indent=2, default=str) + "\n"


_FORMATS = {"text": _text, "json": _json, "markdown": _markdown}
