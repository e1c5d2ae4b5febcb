"""``smartlint new``: begins a rule of one's own, in a plugin package that installs and whose test passes."""

from __future__ import annotations

import keyword
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import click

from smartlint import __version__
from smartlint.cli.frame import say
from smartlint.cli.options import rules_of, words
from smartlint.record import dataclass
from smartlint.rule import API
from smartlint.translation import LANGUAGES
from smartlint.writing import write_new

_CODE = re.compile("[A-Z]{3}[0-9]{3}")
_NAME = re.compile("[a-z]+(-[a-z]+)*")


@click.group(
    name="new",
    epilog="""\b
Examples:
  smartlint new rule ACM001 missing-budget-line
  smartlint new rule""",
)
def command() -> None:
    """Begin a rule of your own."""


def _code(value: str) -> str:
    """A code that is free; its letters are no family of the engine's own."""
    code = value.strip().upper()
    if not _CODE.fullmatch(code):
        raise click.BadParameter(
            say("{value} is no code like ACM001: three letters and three digits.", value=repr(value)), param_hint="CODE"
        )
    if code[:3] in {rule.code[:3] for rule in rules_of(())}:
        text = say(
            "{value}: the letters {letters} are those of a family of smartlint's own. Take others.",
            value=repr(value),
            letters=code[:3],
        )
        raise click.BadParameter(text, param_hint="CODE")
    return code


def _name(value: str) -> str:
    """A name that is free, and that can name a module."""
    name = value.strip()
    if not _NAME.fullmatch(name):
        text = say(
            "{value} is no name like missing-budget-line: words of small letters a to z, with hyphens between them.",
            value=repr(value),
        )
        raise click.BadParameter(text, param_hint="NAME")
    if name == "all" or name in {rule.name for rule in rules_of(())}:
        raise click.BadParameter(say("{value} is taken.", value=repr(value)), param_hint="NAME")
    if keyword.iskeyword(name):
        raise click.BadParameter(
            say("{value} is a word of Python: a module cannot be called so.", value=repr(value)), param_hint="NAME"
        )
    return name


def _languages(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    chosen = words(ctx, param, value) or ()
    for language in chosen:
        if language not in LANGUAGES:
            raise click.BadParameter(say("{value} is none of {known}.", value=repr(language), known=", ".join(LANGUAGES)))
    return tuple(dict.fromkeys(chosen))


@command.command(
    name="rule",
    epilog="""\b
Examples:
  smartlint new rule ACM001 missing-budget-line
  smartlint new rule ACM002 missing-risk --output smartlint-acm
  smartlint new rule ACM003 jargon --language nb,nn""",
)
@click.argument("code", required=False)
@click.argument("name", required=False)
@click.option("--output", metavar="FOLDER", help="The folder to write into, if not smartlint-acm for ACM001.")
@click.option(
    "--language",
    "languages",
    callback=_languages,
    multiple=True,
    metavar="LANGUAGES",
    help="The languages of the texts that the rule can judge, if it cannot judge any.",
)
def rule(code: str | None, name: str | None, output: str | None, languages: tuple[str, ...]) -> None:
    """Write a rule with its test, in a plugin package.

    CODE is three letters of your own and three digits, NAME says what is found: ACM001 missing-budget-line. What is not
    given is asked for on a terminal. FOLDER may hold a plugin already: then the rule is added to it. No file is ever
    overwritten.
    """
    code = _code(code) if code is not None else _asked("CODE", say("Code, such as ACM001"), _code)
    name = _name(name) if name is not None else _asked("NAME", say("Name, such as missing-budget-line"), _name)
    folder = Path(output if output is not None else f"smartlint-{code[:3].lower()}")
    plugin = _plugin_in(folder) or Plugin(code[:3].lower(), f"smartlint_{code[:3].lower()}", Path("src"), is_new=True)
    _must_be_free(code, folder / plugin.home)
    for path in _write(folder, plugin.files(code, name, languages)):
        click.echo(path)
    click.echo(f"\n{say('What to do next:')}")
    for line in (f"python -m pip install -e {folder}", f"python -m pytest {folder}", f"smartlint check --plugin {plugin.name}"):
        click.echo(f"  {line}")


def _asked(metavar: str, text: str, value: Callable[[str], str]) -> str:
    """What the person at the terminal says, until it is as it must be."""
    if not _is_terminal():
        raise click.UsageError(say("Missing argument {metavar}.", metavar=metavar))
    answer: str = click.prompt(text, value_proc=value)
    return answer


def _is_terminal() -> bool:
    return sys.stdin.isatty()


@dataclass(frozen=True)
class Plugin:
    """A plugin package: the name of its entry point, its package, and the folder that the package stands in."""

    name: str
    package: str
    source: Path
    is_new: bool

    @property
    def home(self) -> Path:
        """The folder of the package."""
        return self.source.joinpath(*self.package.split("."))

    def files(self, code: str, name: str, languages: tuple[str, ...]) -> dict[Path, str]:
        """The files of a rule by path, and those of the package if it is new."""
        module = name.replace("-", "_")
        texts = {
            "code": code,
            "name": name,
            "title": name.replace("-", " ").capitalize(),
            "module": module,
            "class_name": _class_name(name),
            "package": self.package,
            "plugin": self.name,
            "distribution": self.package.replace("_", "-"),
            "version": __version__,
            "api": str(API),
            **_examples(languages),
        }
        templates = {self.home / f"{module}.py": "rule.py", Path("tests", f"test_{module}.py"): "test.py"}
        if self.is_new:
            templates |= {
                Path("pyproject.toml"): "pyproject.toml",
                Path("README.md"): "README.md",
                self.home / "__init__.py": "init.py",
            }
        return {path: Template(_data(f"{template}.template")).substitute(texts) for path, template in templates.items()}


def _plugin_in(folder: Path) -> Plugin | None:
    """The plugin that a folder holds, if any: what its ``pyproject.toml`` offers in the group of the rules."""
    from smartlint.registry import GROUP

    project = folder / "pyproject.toml"
    if not project.is_file():
        return None
    try:
        data = tomllib.loads(project.read_text(encoding="utf-8"))
        points: Mapping[str, str] = data["project"]["entry-points"][GROUP]
        (name, package), *_ = points.items()
    except (ValueError, LookupError, TypeError, AttributeError):
        text = say(
            "{file} is there, and offers no package in the entry point group {group}. Nothing was written.",
            file=str(project),
            group=GROUP,
        )
        raise click.BadParameter(text, param_hint="--output") from None
    for source in (Path("src"), Path()):
        if folder.joinpath(source, *package.split(".")).is_dir():
            return Plugin(name, package, source, is_new=False)
    raise click.BadParameter(
        say("{folder} has no package {package}. Nothing was written.", folder=str(folder), package=package),
        param_hint="--output",
    )


def _must_be_free(code: str, package: Path) -> None:
    """No other rule of the plugin has the code."""
    for path in package.rglob("*.py"):
        if f'code = "{code}"' in path.read_text(encoding="utf-8", errors="replace"):
            raise click.BadParameter(
                say("{code} is the code of {path}. Nothing was written.", code=code, path=str(path)), param_hint="CODE"
            )


def _write(folder: Path, texts: Mapping[Path, str]) -> list[Path]:
    """Writes files that are not there yet: all of them or none."""
    there = [str(folder / path) for path in texts if (folder / path).exists()]
    if there:
        text = say("already there: {files}. Nothing was written.", files=", ".join(there))
        raise click.BadParameter(text, param_hint="--output")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_new(folder / path, text.encode("utf-8"))
    return sorted(folder / path for path in texts)


def _class_name(name: str) -> str:
    """``MissingBudgetLine``; not the name of anything that the rule's module imports."""
    from smartlint.rule import __all__ as contract

    title = "".join(map(str.capitalize, name.split("-")))
    return f"{title}Rule" if title in {*contract, "Iterator", "Invalid"} or keyword.iskeyword(title) else title


def _examples(languages: tuple[str, ...]) -> dict[str, str]:
    """What stands in the templates that depends on the languages of the goals."""
    data = tomllib.loads(_data("examples.toml"))
    if len(languages) == 1:
        chosen = data[languages[0]]
    else:
        chosen = [data[language][0] for language in languages or ("en", "nb")]
    field = chosen[0]["field"].partition(":")[0]
    listed = ", ".join(f'"{language}"' for language in languages) + ("," if len(languages) == 1 else "")
    return {
        "examples": "\n".join(_block(_goal(each)) for each in chosen),
        "mended": "\n".join(_block(f"{_goal(each)}  {each['field']}\n") for each in chosen),
        "valid": "".join(_case(f"{_goal(each)}  {each['field']}\n") for each in chosen),
        "invalid": "".join(f'            Invalid({_quoted(_goal(each, "⟦⟧"))}, "missing"),\n' for each in chosen),
        "empty": _quoted(f"{_goal(chosen[0])}  {field}:\n"),
        "languages": f"    languages = ({listed})\n" if languages else "",
    }


def _goal(example: Mapping[str, Any], marks: str = "") -> str:
    return f"{marks[:1]}{example['head']}{marks[1:]}: {example['text']}"


def _block(text: str) -> str:
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return f"    ```goals\n{lines}    ```\n"


def _case(text: str) -> str:
    return f"            {_quoted(text)},\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n") + '"'


def _data(name: str) -> str:
    return (files("smartlint.cli") / "plugin" / name).read_text(encoding="utf-8")
