"""Declarative rules: a ``[[rule]]`` of a configuration becomes a rule like any other, without code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from smartlint.facts import GoalFact, fold
from smartlint.goal import Document, Goal
from smartlint.policy import schema
from smartlint.policy.declaration import SUBJECTS, DeclaredRule, Misdeclared, read
from smartlint.policy.expression import STEPS
from smartlint.policy.messages import basis
from smartlint.policy.values import Record
from smartlint.project import Project
from smartlint.rule import Context, DocumentRule, GoalRule, ProjectRule, Report, Rule, Witness
from smartlint.source import Span
from smartlint.translation import translate

__all__ = ["Misdeclared", "declared"]

#: So many steps more an expression may take for each goal of the file, the owner, the team or the project that it judges.
STEPS_PER_GOAL = 200


class Declared(Rule):
    """What all rules that are made of a ``[[rule]]`` have."""

    declaration: ClassVar[DeclaredRule]
    declared_in: ClassVar[str]

    @classmethod
    def in_language(cls, text: str, language: str) -> str:
        """One of its texts in a language: as the rule itself has it, else as the frame has."""
        rule = cls.declaration
        for texts in (rule.message.formats, rule.help.formats, rule.titles):
            if text == basis(texts):
                return texts.get(language, text)
        return translate(text, language)


class _GoalRule(GoalRule, Declared):
    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        rule = self.declaration
        document = context.document
        subject = schema.goal_record(document, goal)
        found = rule.judge(subject, context.today, STEPS)
        if found is not None:
            place = goal.fields.get(rule.at)
            yield Report(found[0], place.span if place else goal.head, found[1])


class _DocumentRule(DocumentRule, Declared):
    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        steps = _steps(len(document.all_goals))
        found = self.declaration.judge(schema.document_record(document), context.today, steps)
        if found is not None:
            first = document.all_goals[0].head if document.all_goals else Span(0, min(1, len(document.source.text)))
            yield Report(found[0], first, found[1])


class _ProjectRule(ProjectRule, Declared):
    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report]:
        rule = self.declaration
        for subject, facts in _subjects(rule, project):
            found = rule.judge(subject, today, _steps(len(facts)))
            if found is not None:
                yield Report(found[0], facts[0].head, found[1], goal=facts[0].index, file=facts[0].file)


def _steps(goals: int) -> int:
    return STEPS + STEPS_PER_GOAL * goals


def _subjects(rule: DeclaredRule, project: Project) -> Iterator[tuple[Record, Sequence[GoalFact]]]:
    """What a rule over all files judges, each with its goals: at the first of them a finding stands."""
    if rule.for_each == "project":
        if project.goals:
            yield schema.project_record(project), project.goals
        return
    kind = SUBJECTS[rule.for_each]
    for name, email, facts in _groups(rule, project.goals):
        yield schema.group_record(kind, schema.Group(project, name, email, tuple(facts))), facts


def _groups(rule: DeclaredRule, goals: Sequence[GoalFact]) -> list[tuple[str, str, list[GoalFact]]]:
    """The goals that a rule looks at by owner or team, in the order in which those are met."""
    groups: dict[str, tuple[str, str, list[GoalFact]]] = {}
    for fact in goals:
        if not (fact.open or rule.closed) or (fact.kind == "vision" and not rule.visions):
            continue
        names = [(fact.team, "")] if rule.for_each == "team" else [(person.text, person.email) for person in fact.owners]
        for name, email in names:
            if name:
                groups.setdefault(fold(name), (name, email, []))[2].append(fact)
    return list(groups.values())


_BASES: dict[str, type[Declared]] = {"goal": _GoalRule, "document": _DocumentRule}


def _page(rule: DeclaredRule) -> str:
    """The page of a rule: in English like any other, with the expressions as they stand."""
    which = (
        f", where this is true:\n\n    {rule.condition.text}\n\nand this is not"
        if rule.condition
        else ", where this is not true"
    )
    return f"{basis(rule.titles)}.\n\n## What it finds\n\nEach {rule.for_each}{which}:\n\n    {rule.assertion.text}\n"


def declared(
    table: Mapping[str, Any],
    origin: str,
    tables: Mapping[str, Any] | None = None,
    roster: Mapping[str, Any] | None = None,
) -> type[Rule]:
    """The rule that a ``[[rule]]`` is, ready for the linter. Raises ``Misdeclared``."""
    rule = read(table, origin, tables, roster)
    messages = {"broken": basis(rule.message.formats), "unclear": "`{rule}` cannot be judged here: {why}"}
    attributes = {
        "__doc__": _page(rule),
        "__module__": __name__,
        "declaration": rule,
        "declared_in": origin,
        "code": rule.code,
        "name": rule.name,
        "title": basis(rule.titles),
        "level": rule.level,
        "profiles": (),
        "messages": messages,
        "helps": {"broken": basis(rule.help.formats)} if rule.help.formats else {},
        "closed": rule.closed,
        "visions": rule.visions,
    }
    return type(f"Declared{rule.code}", (_BASES.get(rule.for_each, _ProjectRule),), attributes)
