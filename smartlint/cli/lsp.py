"""``smartlint lsp``: the language server, for editors."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smartlint.cli import description
from smartlint.cli.configured import configuration, configurations, policies
from smartlint.cli.frame import locale_language, say
from smartlint.cli.mistakes import WrongConfiguration
from smartlint.cli.options import day, message_language, plugins

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.rule import Rule

_HERE = "127.0.0.1"
_NEEDED = "pygls"


class _NotInstalled(click.ClickException):
    """The command cannot do anything."""

    exit_code = 2


@click.command(
    name="lsp",
    epilog="""\b
Examples:
  smartlint lsp
  smartlint lsp --tcp 2087""",
)
@click.option("--tcp", type=click.IntRange(1, 65535), metavar="PORT", help="Listen on this port of this machine instead.")
@configuration
@policies
@plugins
@click.option("--today", callback=day, metavar="YYYY-MM-DD", help="The day to judge by, if it is not today.")
@message_language("that of the editor")
@click.pass_context
def command(
    ctx: click.Context,
    tcp: int | None,
    config: Sequence[str],
    isolated: bool,
    policies: Sequence[str],
    plugins: tuple[str, ...],
    today: date,
    message_language: str,
) -> None:
    """Serve an editor, over standard input and output.

    Editors start this themselves: it shows findings while a goal is written, and more. It needs the Python package pygls,
    which `pip install "smartlint[lsp]"` installs.
    """
    if find_spec(_NEEDED) is None:
        raise _NotInstalled(say("The language server is not installed: {command}.", command='pip install "smartlint[lsp]"'))

    def configure() -> Configurations:
        """Each time anew, as files may have changed."""
        return configurations(config, isolated=isolated, policies=policies, plugins=plugins, language=message_language)

    # what is wrong with an option is said here, as far as no file has a say in it; what is wrong with a file, to the editor
    wrong = [mistake for mistake in configure().mistakes if not Path(mistake.source.path).is_file()]
    if wrong:
        raise WrongConfiguration(wrong, message_language or locale_language())
    from smartlint.cache_folder import cache_folder
    from smartlint.cli.rule import markdown
    from smartlint.lsp.features import register
    from smartlint.lsp.pages import Pages
    from smartlint.lsp.server import Server

    given = ctx.get_parameter_source("today")
    fixed = today if given is click.core.ParameterSource.COMMANDLINE else None  # an editor may stay open over midnight
    pages = Pages(cache_folder(), lambda rule, language: "".join(markdown(rule, language)))
    server = register(Server(configure, _page, pages, language=message_language, today=fixed))
    if tcp is None:
        server.start_io()
    else:
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # that the editor has gone is no fault
        server.start_tcp(_HERE, tcp)
    sys.exit(server.status)


def _page(rule: type[Rule], language: str) -> str:
    """The page of a rule as a hover shows it."""
    return f"**{rule.code} {rule.name}**: {description.text(rule, rule.title, language)}\n\n{description.page(rule)}"
