"""Runs the examples of declarative rules, as ``smartlint policy test`` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartlint.linter import Linter, Settings
from smartlint.policy.declaration import DeclaredRule, Example
from smartlint.policy.declared import Declared
from smartlint.source import Unreadable, decode
from smartlint.translation import fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configuration import Configuration
    from smartlint.rule import Rule


@dataclass(frozen=True)
class Declaration:
    """A rule that a layer of a configuration declares: ``file`` is where, ``folder`` what its paths are relative to."""

    rule: type[Rule]
    declared: DeclaredRule
    file: str
    folder: Path

    @property
    def title(self) -> str:
        return f"{self.rule.code} {self.rule.name}"


def declarations(configuration: Configuration) -> list[Declaration]:
    """The rules that a configuration declares, in order of file and place."""
    return [
        Declaration(rule, rule.declaration, decided.file, decided.layer.folder)
        for rule, decided in configuration.declared.items()
        if issubclass(rule, Declared) and decided.layer is not None
    ]


@dataclass(frozen=True)
class Outcome:
    """What came of an example: empty where it is as it must be."""

    declaration: Declaration
    number: int
    example: Example
    why: str


def outcomes(declarations: Sequence[Declaration], today: date, language: str) -> Iterator[Outcome]:
    """Each example of each rule, judged by this rule alone."""
    for one in declarations:
        numbers = {True: 0, False: 0}
        for example in one.declared.examples:
            numbers[example.found] += 1
            yield Outcome(one, numbers[example.found], example, _judged(one, example, today, language))


def _judged(one: Declaration, example: Example, today: date, language: str) -> str:
    def say(english: str, **params: Any) -> str:
        return fill(translate(english, language), params, language)

    text, path = example.text, "example.goals"
    if "\n" not in text and text.endswith(".goals"):
        path = text
        try:
            text = decode((one.folder / path).read_bytes())
        except OSError as error:
            return say("`{file}` cannot be read: {reason}", file=path, reason=error.strerror or str(error))
        except Unreadable as error:
            return say("`{file}` is no UTF-8 text ({reason})", file=path, reason=error.reason)
    linter = Linter(Settings((one.rule,), today, known=(one.rule,)))
    linter.check_text(text, path)
    findings = [finding for finding in linter.finish().findings if finding.rule is one.rule]
    unclear = next((finding for finding in findings if finding.message_id == "unclear"), None)
    if unclear is not None:
        return unclear.message(language)
    if example.found and not findings:
        return say("nothing is found in it")
    if findings and not example.found:
        return say(
            "it is found on line {line}: {message}", line=findings[0].place.start.line, message=findings[0].message(language)
        )
    return ""


def uncovered(declarations: Sequence[Declaration]) -> Iterator[tuple[Declaration, bool]]:
    """The rules that lack an example, each with whether it is the one that must be found."""
    for one in declarations:
        for found in (False, True):
            if not any(example.found is found for example in one.declared.examples):
                yield one, found
