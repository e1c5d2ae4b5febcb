"""Made-up rules, so that what becomes of what rules say is tested apart from what the rules of the catalogue say."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from smartlint.linter import Finding, Result
from smartlint.registry import find, load
from smartlint.rule import (
    Context,
    Document,
    DocumentRule,
    Goal,
    GoalRule,
    Notice,
    Project,
    ProjectRule,
    Related,
    Report,
    Span,
    Witness,
)

(RULE_CRASHED,) = find("INT001", load())


class BadWord(GoalRule):
    """Finds a word in the sentence and the fields of a goal."""

    code = "WRD001"
    name = "bad-word"
    title = "A bad word"
    level = "warning"
    messages = {"word": "`{word}` is not nice"}
    word: ClassVar[str] = "bad"

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        for text in (goal.statement, *(field.text for field in goal.fields.values())):
            for match in re.finditer(self.word, text.text):
                start = text.span.start + match.start()
                yield self.report("word", Span(start, start + len(self.word)), word=self.word)


class UglyWord(BadWord):
    code = "WRD002"
    name = "ugly-word"
    word = "ugly"


class WorseWord(BadWord):
    """Finds what BadWord finds, under a code that sorts after it."""

    code = "WRD003"
    name = "worse-word"


class AnyGoal(GoalRule):
    """Finds every goal that it sees."""

    code = "ANY001"
    name = "any-goal"
    title = "A goal"
    level = "info"
    messages = {"goal": "a goal"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("goal", goal.head)


class AnyClosedGoal(AnyGoal):
    code = "ANY002"
    name = "any-closed-goal"
    closed = True


class AnyVision(AnyGoal):
    code = "ANY003"
    name = "any-vision"
    visions = True


class CleanGoal(AnyGoal):
    """Has the same cause as BadWord."""

    code = "ANY004"
    name = "clean-goal"
    yields_to = ("WRD001",)


class AnyFile(DocumentRule):
    code = "DOC001"
    name = "any-file"
    title = "A file"
    level = "info"
    messages = {"file": "a file of {count} goals"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        yield self.report("file", Span(0, 0), count=len(document.all_goals))


class AlwaysAnyFile(AnyFile):
    code = "DOC002"
    name = "always-any-file"
    always = True


class SameGoal(ProjectRule):
    """Finds goals whose sentence stands in an earlier one too."""

    code = "PRO001"
    name = "same-goal"
    title = "A goal that is there twice"
    level = "warning"
    messages = {"same": "this goal is there twice", "first": "the first one", "part": "{count} goals of a part were compared"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        first: dict[str, Related] = {}
        for fact in project.goals:
            if fact.statement in first:
                related = (first[fact.statement],)
                yield self.report("same", fact.span, related=related, goal=fact.index, file=fact.file)
            first.setdefault(fact.statement, Related(fact.span, "first", fact.file))
        if project.partial:
            yield Notice("part", {"count": len(project.goals)})


class GoalCrash(GoalRule):
    """Fails at goals that say so."""

    code = "CRA001"
    name = "goal-crash"
    title = "A rule with a fault"
    level = "warning"
    messages = {"seen": "seen"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        yield self.report("seen", goal.statement.span)
        if "crash" in goal.statement.text:
            raise ValueError("no luck")


class FileCrash(AnyFile):
    code = "CRA002"
    name = "file-crash"

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        raise ValueError("no luck with files")


class AlwaysFileCrash(FileCrash):
    code = "CRA003"
    name = "always-file-crash"
    always = True


class ProjectCrash(SameGoal):
    code = "CRA004"
    name = "project-crash"

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        yield from super().check(project, options, today)
        raise ValueError("no luck with projects")


def codes(result: Result) -> list[str]:
    return [found.rule.code for found in result.findings]


def crashes(result: Result) -> list[Finding]:
    return [found for found in result.findings if found.rule is RULE_CRASHED]
