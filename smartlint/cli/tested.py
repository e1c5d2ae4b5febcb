"""``smartlint policy test``: runs the examples of an organisation's rules and policies, as a test runner does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smartlint.cli.configured import configurations, must_be_right, policies
from smartlint.cli.frame import locale_language
from smartlint.cli.options import day, message_language
from smartlint.cli.output import write
from smartlint.files import find, is_folder
from smartlint.json_text import json_text
from smartlint.record import dataclass
from smartlint.reporters.visible import visible
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.cli.examples import Example, Subject
    from smartlint.configuration.configurations import Configurations

_VERSION = 1
_KINDS = {"pass": "example that must pass", "fail": "example that must be found"}
_LACKS = {"pass": "no example that must pass", "fail": "no example that must be found"}


@click.command(
    name="test",
    epilog="""\b
Examples:
  smartlint policy test
  smartlint policy test goals/ --coverage
  smartlint policy test --policy pkg:acme_goals""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@policies
@click.option("--coverage", is_flag=True, help="Name what lacks an example that passes, or one that fails.")
@click.option("--today", callback=day, metavar="DATE", help="The day on which the examples are judged.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
@message_language("that of the environment")
def test(
    paths: tuple[str, ...], policies: tuple[str, ...], coverage: bool, today: date, output_format: str, message_language: str
) -> None:
    """Run the examples of the rules and policies that hold for PATHS.

    PATHS are goal files and folders, by default the current one. What is run are the `examples` of each `[[rule]]` and each
    `[[policy]]` of their configurations, and of those that --policy names. The exit status is 1 if one is not as it must be.
    """
    language = message_language or locale_language()
    known = configurations((), isolated=False, policies=policies, language=language)
    _read(known, paths or (".",))
    must_be_right(known, {}, "", language=language)
    run = _Run.of(known, today, language)
    if output_format == "json":
        write([json_text(run.as_json(), indent=2), "\n"], encoding="utf-8")
    else:
        write(visible(line) + "\n" for line in run.as_text(coverage=coverage))
    raise click.exceptions.Exit(int(bool(run.failed)))


def _read(known: Configurations, paths: Sequence[str]) -> None:
    """Reads the configurations of files and folders, and of what is in these."""
    for path in paths:
        known.of(f"{path.rstrip('/')}/" if is_folder(Path(path)) else path)
    for file in find(paths, walk=known.walk):
        known.of(file.path)


@dataclass(frozen=True)
class _Run:
    """The examples, each with why it is not as it must be."""

    subjects: Sequence[Subject]
    outcomes: Sequence[tuple[Example, Sequence[str]]]
    language: str

    @classmethod
    def of(cls, known: Configurations, today: date, language: str) -> _Run:
        from smartlint.cli.examples import subjects

        found: dict[tuple[str, str, int], Subject] = {}
        for configuration, stated in known.read:
            for subject in subjects(configuration, stated, today):
                found.setdefault((subject.file, subject.table, subject.number), subject)
        ordered = sorted(found.values(), key=lambda one: (one.file, one.line()))
        outcomes = [(example, example.why(today, language)) for one in ordered for example in one.examples]
        return cls(ordered, outcomes, language)

    @property
    def failed(self) -> list[tuple[Example, Sequence[str]]]:
        return [(example, why) for example, why in self.outcomes if why]

    def _say(self, english: str, **params: Any) -> str:
        return fill(translate(english, self.language), params, self.language)

    def as_text(self, *, coverage: bool) -> Iterator[str]:
        for example, why in self.failed:
            subject = example.subject
            yield f"{subject.file}:{example.line}: {subject.title}, {self._say(_KINDS[example.kind])} {example.number + 1}"
            yield from (f"  {one}" for one in why)
            yield from (f"  | {line}" for line in example.given["goals"].splitlines())
            yield ""
        for subject in self.subjects if coverage else ():
            for kind in subject.lacking:
                yield f"{subject.file}:{subject.line()}: {subject.title}: {self._say(_LACKS[kind])}"
        yield self._say("rules: {rules}, policies: {policies}, examples: {examples}, failed: {failed}", **self._counts())

    def _counts(self) -> dict[str, int]:
        tables = [subject.table for subject in self.subjects]
        counts = {"rules": tables.count("rule"), "policies": tables.count("policy")}
        return {**counts, "examples": len(self.outcomes), "failed": len(self.failed)}

    def as_json(self) -> dict[str, Any]:
        def place(subject: Subject, line: int) -> dict[str, Any]:
            return {"table": subject.table, "name": subject.title, "path": subject.file, "line": line}

        examples = [
            {**place(one.subject, one.line), "expected": one.kind, "number": one.number + 1, "why": list(why)}
            for one, why in self.outcomes
        ]
        lacking = [{**place(one, one.line()), "lacking": one.lacking} for one in self.subjects if one.lacking]
        return {"version": _VERSION, "examples": examples, "uncovered": lacking, "summary": self._counts()}
