"""Runs the examples of declarative rules and of policies, as ``smartlint policy test`` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from smartlint.configuration.layer import Layer, absolute
from smartlint.files import begun
from smartlint.linter import Finding, Linter, Result, Settings
from smartlint.record import dataclass, replace
from smartlint.source import Unreadable, decode
from smartlint.system_errors import cause
from smartlint.translation import Term, fill, translate

if TYPE_CHECKING:
    from smartlint.configuration.configuration import Configuration
    from smartlint.configuration.policies import Stated

_NAME = "example.goals"


@dataclass(frozen=True)
class Subject:
    """A rule or a policy with examples; ``number`` is its own in the list of its layer, ``settings`` what judges them."""

    table: Literal["rule", "policy"]
    title: str
    layer: Layer
    number: int
    settings: Settings
    stated: Stated | None = None

    @property
    def file(self) -> str:
        return self.layer.source.path

    def line(self, *path: str | int) -> int:
        """The line that something of it stands at."""
        return self.layer.source.position(self.layer.span((self.table, self.number, *path)).start).line

    @property
    def examples(self) -> list[Example]:
        stated: Mapping[str, list[Any]] = self.layer.data[self.table][self.number].get("examples", {})
        return [
            Example(self, kind, number, {"goals": given} if isinstance(given, str) else given)
            for kind in ("pass", "fail")
            for number, given in enumerate(stated.get(kind, ()))
        ]

    @property
    def lacking(self) -> list[str]:
        """The kinds of examples that it has none of; a policy that only speaks of waivers needs none."""
        if self.stated is not None and not self.stated.policy.rules:
            return []
        kinds = {example.kind for example in self.examples}
        return [kind for kind in ("pass", "fail") if kind not in kinds]


@dataclass(frozen=True)
class Example:
    """A goal file, by its text or its name, that must pass, or in which something must be found; and what that must be."""

    subject: Subject
    kind: str
    number: int
    given: Mapping[str, Any]

    @property
    def line(self) -> int:
        return self.subject.line("examples", self.kind, self.number)

    @cached_property
    def _text(self) -> str:
        """Raises ``OSError`` and ``Unreadable``."""
        goals: str = self.given["goals"]
        is_file = "\n" not in goals and goals.endswith(".goals")
        return decode(begun(self.subject.layer.folder / goals)) if is_file else goals

    def why(self, today: date, language: str) -> list[str]:
        """Why it is not as it must be, in words: empty where it is."""

        def say(english: str, **params: Any) -> str:
            return fill(translate(english, language), params, language)

        try:
            text = self._text
        except OSError as error:
            reason = cause(error)
            return [say("`{file}` cannot be read: {reason}", file=self.given["goals"], reason=reason)]
        except Unreadable as error:
            return [say("`{file}` is no UTF-8 text ({reason})", file=self.given["goals"], reason=error.reason)]
        found = self._found(text, date.fromisoformat(self.given["today"]) if "today" in self.given else today)
        unclear = [one.message(language) for one in found if one.message_id == "unclear" or one.rule.always]
        if unclear:
            return unclear
        message = "it is found on line {line}: {message}"
        places = [say(message, line=one.place.start.line, message=_told(one, language)) for one in found]
        if self.kind == "pass":
            return places
        if not found:
            return [say("nothing is found in it")]
        wrong = [say(english, expected=expected, found=have) for english, expected, have in self._amiss(found)]
        return [*wrong, *places] if wrong else []

    def _amiss(self, found: Sequence[Finding]) -> Iterator[tuple[str, Any, Any]]:
        """What is not as expected of findings: a message, what was expected, and what there is."""
        codes = tuple(sorted({one.rule.code for one in found}))
        expected = tuple(sorted(self.given.get("codes", codes)))
        if codes != expected:
            yield "it must be found by {expected}, and is by {found}", expected, codes
        firm = tuple(sorted({one.ruling.enforcement for one in found if one.ruling}))
        enforcement = self.given.get("enforcement")
        if enforcement and firm != (enforcement,):
            yield "it must be {expected}, and is {found}", Term(enforcement), tuple(map(Term, firm))

    def _found(self, text: str, today: date) -> list[Finding]:
        """What the rule or the policy finds, and nobody else."""
        subject, path = self.subject, self.given.get("path")
        folder, stated = subject.layer.folder, subject.stated
        if stated and path and not stated.speaks_of(absolute(folder / path), None, folder):
            return []
        linter = Linter(replace(subject.settings, today=today))
        linter.check_text(text, path or _NAME)
        result: Result = linter.finish()
        return [one for one in result.findings if one.ruling or one.rule in subject.settings.rules]


def _told(finding: Finding, language: str) -> str:
    return f"{finding.rule.code} {finding.message(language)}" if finding.ruling else finding.message(language)


def subjects(configuration: Configuration, policies: Sequence[Stated], today: date) -> Iterator[Subject]:
    """The rules and the policies that a configuration states, in order of file and place."""
    always = tuple(rule for rule in configuration.rules if rule.always)
    people, months = configuration.roster.people, configuration.fiscal_year_starts
    base = Settings((), today, known=configuration.rules, roster=people, fiscal_year_starts=months)
    for rule, decided in configuration.declared.items():
        assert decided.layer is not None and isinstance(decided.path[1], int)
        settings = replace(base, rules=(rule, *always))
        yield Subject("rule", f"{rule.code} {rule.name}", decided.layer, decided.path[1], settings)
    for stated in policies:
        table, number = stated.place
        if table == "policy":  # a rule that counts as one has its own examples
            settings = replace(base, rules=always, policies=(stated.policy,))
            yield Subject(table, stated.policy.name, stated.layer, number, settings, stated)
