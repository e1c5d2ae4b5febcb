"""The configurations of a run: those of the files, and what the command line says beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smartlint.cli.frame import locale_language, say
from smartlint.cli.mistakes import WrongConfiguration
from smartlint.cli.options import known_profile, must_be_installed, rules_of, selected
from smartlint.pattern import compile_late
from smartlint.source import Source

if TYPE_CHECKING:
    from smartlint.configuration.configurations import Configurations
    from smartlint.configuration.layer import Layer
    from smartlint.rule import Rule

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SETTING = compile_late(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=(.*)""", re.DOTALL)
#: What options are called in messages about where a value is from.
_COMMAND_LINE = "command line"
_POLICY, _POLICY_VARIABLE = "--policy", "SMARTLINT_POLICY"


def configuration(command: _Command) -> _Command:
    """The options ``--config`` and ``--isolated``."""
    isolated = click.option("--isolated", is_flag=True, help="Read no configuration but what --config names.")
    text = "A configuration for all files instead of the nearest of each; or one setting, such as profile=sales."
    return click.option("--config", multiple=True, metavar="FILE|KEY=VALUE", help=text)(isolated(command))


def policies(command: _Command) -> _Command:
    """The option ``--policy``."""
    text = f"Policies that no file, option or comment can silence; more are named by {_POLICY_VARIABLE}."
    return click.option(_POLICY, "policies", multiple=True, metavar="FILE|pkg:NAME", help=text)(command)


def _imposed(policies: Sequence[str]) -> list[Source]:
    """What the option names, and the environment: there, names are parted as the paths of programs are."""
    named = [Source(name, _POLICY) for name in policies]
    given = os.environ.get(_POLICY_VARIABLE)
    if given is None:
        return named
    names = re.findall(f"(?:pkg:)?[^{os.pathsep}]+", given) or [""]
    return [*named, *(Source(name, _POLICY_VARIABLE) for name in names)]


def configurations(
    config: Sequence[str],
    *,
    isolated: bool,
    policies: Sequence[str] | None = None,
    plugins: tuple[str, ...] = (),
    stated: dict[str, Any] | None = None,
    language: str = "",
    color: str = "auto",
) -> Configurations:
    """The configurations that the command line asks for; ``stated`` are settings that have options of their own.

    ``policies`` are what ``--policy`` names; where they are None, those that the environment names do not matter either.
    """
    from smartlint.configuration.configurations import Configurations
    from smartlint.configuration.mistake import Mistakes

    must_be_installed(plugins)
    stated = {**(stated or {}), "plugins": list(plugins)} if plugins else stated
    files = [each for each in config if not _is_setting(each)]
    if len(files) > 1:
        raise click.BadParameter(
            say("only one file can be the configuration: {files}", files=", ".join(files)), param_hint="--config"
        )
    for file in files:
        from smartlint.cli.unreadable import must_be_file

        must_be_file(file, "--config")
    try:
        above = [*map(_setting, filter(_is_setting, config)), *_of_options(stated or {})]
    except Mistakes as error:
        raise WrongConfiguration(error.mistakes, language or locale_language(), color) from None
    return Configurations(
        file=Path(files[0]) if files else None,
        isolated=isolated and not files,
        above=above,
        imposed=_imposed(policies) if policies is not None else (),
        language=language or locale_language(),
    )


def rules_here(plugins: tuple[str, ...]) -> tuple[tuple[type[Rule], ...], tuple[str, ...]]:
    """The rules there are in the current folder, and the plugins that some are of: its configuration names more of both.

    A configuration that is wrong adds nothing: to look up a rule may be what mends it.
    """
    rules = rules_of(plugins)
    found = configurations((), isolated=False, plugins=plugins)
    here = found.of("./").rules
    return (rules, plugins) if found.mistakes else (tuple(sorted(here, key=lambda rule: rule.code)), found.plugins)


def _is_setting(text: str) -> bool:
    return _SETTING.fullmatch(text) is not None and not Path(text).is_file()


def _setting(text: str) -> Layer:
    """One setting; a word needs no quotes, as the shell takes them away."""
    from smartlint.configuration.configurations import stated
    from smartlint.configuration.mistake import Mistakes

    found = _SETTING.fullmatch(text)
    assert found is not None
    key, value = found[1], found[2].strip()
    try:
        return stated(f"{key} = {value}", "--config")
    except Mistakes:
        if re.search(r"""["'\n\[\]{}]""", value):
            raise
        return stated(f'{key} = "{value}"', "--config")


def _of_options(stated: dict[str, Any]) -> Iterator[Layer]:
    """What options say, as a layer; that it is right is for the options' own checks."""
    from smartlint.configuration.layer import Layer
    from smartlint.source import Source

    if stated:
        yield Layer(Source("", _COMMAND_LINE), stated, Path.cwd(), trusted=True)


def must_be_right(
    configurations: Configurations,
    chosen: dict[str, Sequence[str]],
    profile: str,
    *,
    language: str = "",
    color: str = "auto",
) -> None:
    """Ends the command where a configuration is wrong, or where an option names a rule or a profile that there is not.

    ``chosen`` are the selectors of options by the option's name.
    """
    from smartlint.configuration.mistake import Mistakes

    try:
        configurations.must_be_right()
    except Mistakes as error:
        raise WrongConfiguration(error.mistakes, language or locale_language(), color) from None
    rules = configurations.known
    for option, selectors in chosen.items():
        selected(selectors, rules, option)
    if profile:
        known_profile(profile, rules, configurations.plugins)
