"""``smartlint config``: shows, checks and begins configurations, and prints their JSON Schema."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli.decided import Shown
from smartlint.cli.mistakes import FORMATS, WrongConfiguration, as_json, as_lines
from smartlint.cli.options import locale_language, message_language
from smartlint.cli.output import write
from smartlint.translation import LANGUAGES, fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations


@click.group(
    name="config",
    epilog="""\b
Examples:
  smartlint config init
  smartlint config show goals/sales.goals
  smartlint config verify""",
)
def command() -> None:
    """Show, check and begin configurations."""


# --- show -----------------------------------------------------------------------------------------------------------


@command.command(
    name="show",
    epilog="""\b
Examples:
  smartlint config show goals/sales.goals
  smartlint config show goals/sales.goals --output-format json""",
)
@click.argument("file", default=".")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def show(file: str, output_format: str, message_language: str) -> None:
    """Show what holds for FILE, and the file and line that decided it.

    FILE is a goal file, which need not be there yet, or a folder; by default the current one.
    """
    from smartlint.configuration.configurations import Configurations

    language = message_language or locale_language()
    configurations = Configurations(language=language)
    if Path(file).is_dir():
        file = f"{file.rstrip('/')}/"
    configuration = configurations.of(file)
    _must_be_right(configurations, language)
    shown = Shown(file, configuration)
    pieces = iter([json.dumps(shown.as_json(), ensure_ascii=False, indent=2) + "\n"])
    if output_format == "text":
        pieces = shown.as_text(language)
    write(pieces, encoding="utf-8" if output_format == "json" else "")


def _must_be_right(configurations: Configurations, language: str) -> None:
    from smartlint.configuration.mistake import Mistakes

    try:
        configurations.must_be_right()
    except Mistakes as error:
        raise WrongConfiguration(error.mistakes, language) from None


# --- verify ---------------------------------------------------------------------------------------------------------


@command.command(
    name="verify",
    epilog="""\b
Examples:
  smartlint config verify
  smartlint config verify teams/sales/smartlint.toml --output-format concise""",
)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True)
@message_language("that of the environment")
@click.pass_context
def verify(ctx: click.Context, files: tuple[str, ...], output_format: str, message_language: str) -> None:
    """Check configurations, and say all that is wrong with them.

    FILE is a configuration; by default the one that holds in the current folder. What it extends, its roster and its
    waivers are checked as well. The exit status is 0 if nothing is wrong, and 2 if something is.
    """
    from smartlint.configuration.mistake import Mistakes

    language = message_language or locale_language()
    try:
        names = [name for file in files or ("",) for name in _verified(file, language)]
    except Mistakes as error:
        if output_format == "full":
            raise WrongConfiguration(error.mistakes, language) from None
        shape = as_lines if output_format == "concise" else as_json
        write(shape(error.mistakes, language), encoding="utf-8" if output_format == "json" else "")
        ctx.exit(2)
    if output_format == "json":
        write(as_json((), language), encoding="utf-8")
    elif not names:
        click.echo(translate("No configuration: the defaults hold.", language))
    else:
        for name in dict.fromkeys(names):
            click.echo(fill(translate("{file}: nothing is wrong", language), {"file": name}, language))


def _verified(file: str, language: str) -> list[str]:
    """The files of a configuration that is right. Raises ``Mistakes``."""
    from smartlint.configuration.configurations import Configurations

    if file and not Path(file).is_file():
        raise click.BadParameter(f"There is no file {file!r}.", param_hint="FILE")
    configurations = Configurations(file=Path(file) if file else None, language=language)
    configuration = configurations.of("./")
    configurations.must_be_right()
    return [layer.source.path for layer in reversed(configuration.layers)]


# --- schema ---------------------------------------------------------------------------------------------------------


@command.command(name="schema", epilog="Example: smartlint config schema > smartlint.schema.json")
@click.option("--waivers", is_flag=True, help="That of smartlint-waivers.toml.")
def schema(waivers: bool) -> None:
    """Print the JSON Schema of configurations, for editors."""
    from smartlint.cli.options import rules_of
    from smartlint.configuration import definition

    made = definition.waivers_schema() if waivers else definition.schema(rules_of(()))
    write([json.dumps(made, ensure_ascii=False, indent=2) + "\n"], encoding="utf-8")


# --- init -----------------------------------------------------------------------------------------------------------

#: What a trade's goals are judged as.
TRADES = {"sales": "sales", "marketing": "marketing", "software": "okr", "public": "effect", "other": "smart"}
_COUNTRIES = {"nb": "NO", "nn": "NO", "sv": "SE", "da": "DK"}


@command.command(
    name="init",
    epilog="""\b
Examples:
  smartlint config init
  smartlint config init --trade sales --language nb""",
)
@click.option("--trade", type=click.Choice(tuple(TRADES)), help="What the goals are about.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the goals.")
@click.option("--output", default="smartlint.toml", show_default=True, metavar="FILE", help="The file to write.")
def init(trade: str | None, language: str | None, output: str) -> None:
    """Write a configuration with comments.

    Trade and language are asked for on a terminal where they are not given. No file is ever overwritten.
    """
    path = Path(output)
    _must_be_free(path)
    if language is None:
        language = _asked("--language", "The language of the goals", LANGUAGES, locale_language())
    if trade is None:
        trade = _asked("--trade", translate("What the goals are about", language), tuple(TRADES), "other")
    _write_new(path, "".join(beginning(trade, language)))
    click.echo(path)


def _must_be_free(path: Path) -> None:
    from smartlint.configuration.chain import Chains

    there = path if path.exists() else Chains().beside(path.parent)
    if there:
        raise click.BadParameter(f"{there} is there already. Nothing was written.", param_hint="--output")


def _asked(option: str, text: str, choices: Sequence[str], default: str) -> str:
    if not sys.stdin.isatty():
        raise click.UsageError(f"Missing option {option}.")
    answer: str = click.prompt(text, type=click.Choice(choices), default=default)
    return answer


def _write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet, whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        try:
            os.link(part, path)  # unlike a renaming, it never replaces a file
        except FileExistsError:
            raise click.BadParameter(f"{path} is there already. Nothing was written.", param_hint="--output") from None
        except OSError:  # a file system without links
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    finally:
        part.unlink(missing_ok=True)


def beginning(trade: str, language: str) -> Iterator[str]:
    """A configuration to begin with; what is not set is shown as a comment."""
    from smartlint.configuration.definition import EDITIONS

    def say(english: str) -> str:
        return "".join(f"# {line}\n" for line in translate(english, language).split("\n"))

    year = date(int(EDITIONS[-1]), 1, 1).year
    yield say("Configuration of smartlint. It holds for the goal files in this folder and below it.")
    yield say("All keys: smartlint config schema. What holds for a file: smartlint config show FILE.") + "\n"
    yield say("The rules and levels of this year: a new version of smartlint changes no verdict.")
    yield f'edition = "{year}"\n\n'
    yield say("What the goals are judged as: smart, sales, marketing, okr, effect or all.")
    yield f'profile = "{TRADES[trade]}"\n\n'
    yield say("The language of the goals: auto, en, nb, nn, sv or da.")
    yield f'language = "{language}"\n\n'
    yield say("Files and folders that are passed by.")
    yield '# exclude = ["archive/**"]\n\n[calendar]\n'
    yield say("The month in which the fiscal year starts.")
    yield '# fiscal-year-starts = "january"\n'
    yield say("The country whose public holidays count; needs pip install smartlint[holidays].")
    yield f'# holidays = "{_COUNTRIES.get(language, "GB")}"\n\n[lint]\n'
    yield say("Rules that apply as well, and rules that do not: codes, starts of codes, names. All of them: smartlint rules.")
    yield '# extend-select = ["BAL"]\n# ignore = ["MEA010"]\n'
    yield say("Rules that do not apply to some files.")
    yield '# per-file-ignores = { "drafts/**" = ["MEA", "TIM"] }\n\n[lint.levels]\n'
    yield say("error, warning or info, by rule or start of a code; or by the status of the goal.")
    yield '# TIM = "error"\n# TIM007 = { draft = "info", committed = "warning" }\n\n[lint.rules.too-many-goals]\n'
    yield say("Options of a rule stand under its name. What there are: smartlint rule NAME.")
    yield "# operational = { warn = 5, max = 7 }\n\n[roster]\n"
    yield say("The people there are: a CSV or TOML file, or a list. With it an owner whom nobody knows is found (OWN004).")
    yield '# file = "people.csv"\n# people = ["Kari Nordmann <kari@example.com>"]\n'
