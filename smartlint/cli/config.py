"""``smartlint config``: shows, checks and begins configurations, and prints their JSON Schema."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from smartlint.cli.configured import configuration, configurations, must_be_right, policies, rules_here
from smartlint.cli.decided import Shown
from smartlint.cli.frame import locale_language, say
from smartlint.cli.mistakes import FORMATS, WrongConfiguration, as_json, as_lines
from smartlint.cli.options import message_language, plugins
from smartlint.cli.output import write
from smartlint.cli.unreadable import must_be_file
from smartlint.json_text import json_text
from smartlint.translation import LANGUAGES, fill, translate


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
  smartlint config show goals/sales.goals --profile okr --config lint.levels.TIM=error
  smartlint config show goals/sales.goals --output-format json""",
)
@click.argument("file", default=".")
@configuration
@policies
@plugins
@click.option("--profile", metavar="NAME", help="What the goals are judged as.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def show(
    file: str,
    config: tuple[str, ...],
    isolated: bool,
    policies: tuple[str, ...],
    plugins: tuple[str, ...],
    profile: str | None,
    output_format: str,
    message_language: str,
) -> None:
    """Show what holds for FILE, and the file and line that decided it.

    FILE is a goal file, which need not be there yet, or a folder; by default the current one. The options are those of
    `smartlint check`, and what they say is shown as well.
    """
    language = message_language or locale_language()
    stated = {"profile": profile} if profile else {}
    found = configurations(config, isolated=isolated, policies=policies, plugins=plugins, stated=stated, language=language)
    if Path(file).is_dir():
        file = f"{file.rstrip('/')}/"
    shown = Shown(file, found.of(file))
    must_be_right(found, {}, profile or "", language=language)
    pieces = iter([json_text(shown.as_json(), indent=2) + "\n"])
    if output_format == "text":
        pieces = shown.as_text(language)
    write(pieces, encoding="utf-8" if output_format == "json" else "")


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
    """The files of a configuration that is right. Raises ``Mistakes``, also of a plugin that does not work."""
    from smartlint.configuration.configurations import Configurations
    from smartlint.configuration.mistake import Mistake, Mistakes

    if file:
        must_be_file(file, "FILE")
    configurations = Configurations(file=Path(file) if file else None, language=language)
    configuration = configurations.of("./")
    configurations.must_be_right()
    warned = [Mistake(one.source, one.span, "{text}", {"text": one.text}) for one in configurations.warnings(configuration)]
    if warned:
        raise Mistakes(warned)
    return [layer.source.path for layer in reversed(configuration.layers)]


# --- schema ---------------------------------------------------------------------------------------------------------


@command.command(name="schema", epilog="Example: smartlint config schema > smartlint.schema.json")
@click.option("--waivers", is_flag=True, help="That of smartlint-waivers.toml.")
@plugins
def schema(waivers: bool, plugins: tuple[str, ...]) -> None:
    """Print the JSON Schema of configurations, for editors, with the options of the plugins that are named here."""
    from smartlint.configuration import definition

    made = definition.waivers_schema() if waivers else definition.schema(rules_here(plugins)[0])
    write([json_text(made, indent=2) + "\n"], encoding="utf-8")


# --- init -----------------------------------------------------------------------------------------------------------

#: What a trade's goals are judged as.
TRADES = {"sales": "sales", "marketing": "marketing", "software": "okr", "public": "effect", "other": "smart"}
PROFILES = (*TRADES.values(), "all")
_COUNTRIES = {"nb": "NO", "nn": "NO", "sv": "SE", "da": "DK"}


@command.command(
    name="init",
    epilog="""\b
Examples:
  smartlint config init
  smartlint config init --trade sales --language nb
  smartlint config init --profile okr --language sv --output teams/smartlint.toml""",
)
@click.option("--trade", type=click.Choice(tuple(TRADES)), help="What the goals are about.")
@click.option("--profile", type=click.Choice(PROFILES), help="What the goals are judged as, if that is known.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the goals.")
@click.option("--output", default="smartlint.toml", show_default=True, metavar="FILE", help="The file to write.")
def init(trade: str | None, profile: str | None, language: str | None, output: str) -> None:
    """Write a configuration with comments.

    Trade (or profile) and language are asked for on a terminal where they are not given. No file is ever overwritten.
    """
    path = Path(output)
    if trade and profile:
        raise click.UsageError(say("--trade and --profile say the same: give one of them."))
    if not path.parent.is_dir():
        raise click.BadParameter(say("There is no folder {folder}.", folder=repr(str(path.parent))), param_hint="--output")
    _must_be_free(path)
    if language is None:
        language = _asked("--language", say("The language of the goals"), LANGUAGES, locale_language())
    if profile is None:
        about = translate("What the goals are about", language)
        profile = TRADES[trade or _asked("--trade", about, tuple(TRADES), "other")]
    _write_new(path, "".join(beginning(profile, language)))
    click.echo(path)


def _must_be_free(path: Path) -> None:
    from smartlint.configuration.chain import Chains

    there = path if path.exists() else Chains().beside(path.parent)
    if there:
        raise click.BadParameter(say("{file} is there already. Nothing was written.", file=str(there)), param_hint="--output")


def _asked(option: str, text: str, choices: Sequence[str], default: str) -> str:
    if not _is_terminal():
        raise click.UsageError(say("Missing option {option}.", option=option))
    answer: str = click.prompt(text, type=click.Choice(choices), default=default, err=True)
    return answer


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _write_new(path: Path, text: str) -> None:
    from smartlint.writing import write_new

    try:
        write_new(path, text.encode("utf-8"))
    except FileExistsError:
        raise click.BadParameter(
            say("{file} is there already. Nothing was written.", file=str(path)), param_hint="--output"
        ) from None


def beginning(profile: str, language: str) -> Iterator[str]:
    """A configuration to begin with; what is not set is shown as a comment."""
    from smartlint.contract import EDITIONS

    def say(english: str) -> str:
        return "".join(f"# {line}\n" for line in translate(english, language).split("\n"))

    yield say("Configuration of smartlint. It holds for the goal files in this folder and below it.")
    yield say("All keys: smartlint config schema. What holds for a file: smartlint config show FILE.") + "\n"
    yield say("The rules and levels of this year: a new version of smartlint changes no verdict.")
    yield f'edition = "{EDITIONS[-1]}"\n\n'
    yield say("What the goals are judged as: smart, sales, marketing, okr, effect or all.")
    yield f'profile = "{profile}"\n\n'
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
