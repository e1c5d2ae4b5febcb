"""Runs rules, over a file or over all of them: one that raises costs one finding, and the rest goes on."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set

from smartlint.contract import is_placed, made_plain, misreport
from smartlint.finding import Evidence, Place, Result, Said
from smartlint.goal import Document, Goal, Part, Problem
from smartlint.policy.policy import EVERY_GOAL, Match
from smartlint.record import replace
from smartlint.rule import Context, DocumentRule, GoalRule, Notice, ProblemRule, ProjectRule, Report, Rule, Witness
from smartlint.settings import Settings
from smartlint.source import Span
from smartlint.suppression import Selectors
from smartlint.watching import Sayings, Shown, Watched

#: What a rule reported, and which rule it was.
Reported = tuple[type[Rule], Report]
#: A rule, and what it may ask beside a goal.
_Speaker = tuple[GoalRule, Context]
#: What one of some rules said of a goal, by its number, and whether it looked at anything beside that goal.
_Answer = tuple[int, Sequence[Reported], bool]


class Bench:
    """The rules that some files are judged by, made ready."""

    def __init__(self, settings: Settings, rules: Sequence[Rule]) -> None:
        self.settings = settings
        self.goal_rules = [rule for rule in rules if isinstance(rule, GoalRule)]
        self.document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
        self.by_goal = [rule for rule in self.document_rules if rule.by_goal]
        self.project_rules = [rule for rule in rules if isinstance(rule, ProjectRule)]
        self.options = {rule: settings.options(rule) for rule in settings.rules}
        self.selectors = Selectors(settings.rules, settings.known)
        self.key: Hashable = self  # what it is known by to those who remember

    def judges_like(self, other: Bench, rule: type[Rule]) -> bool:
        """Whether a rule over many files says the same by both."""
        same = self.options.get(rule) == other.options.get(rule) and self.settings.roster == other.settings.roster
        return self is other or (same and (rule in self.options) == (rule in other.options))


class Runner:
    """Makes each rule once, and runs them; notices, and witnesses if they are asked for, go to the result.

    What rules about goals are known to say of a part of a file they are not asked again: ``sayings`` knows it.
    """

    def __init__(self, result: Result, *, evidence: bool, sayings: Sayings | None = None) -> None:
        self._result = result
        self._sayings = sayings if not evidence else None
        self.evidence = evidence
        self._made: dict[type[Rule], Rule | None] = {}
        self.failed: set[type[Rule]] = set()
        self.broken: list[Problem] = []  # what stands for rules that could not even be made

    def bench(self, settings: Settings, *, lasting: bool = False) -> Bench:
        """The bench of some settings: with ``lasting`` ones, it is the same in the next run."""
        known: Bench | None = self._sayings.bench(settings) if self._sayings is not None else None
        if known is not None:
            return known
        bench = Bench(settings, list(self._make(settings.rules)))
        if self._sayings is not None:
            asked = tuple(type(rule) for rule in (*bench.goal_rules, *bench.by_goal))
            bench.key = self._sayings.key((asked, bench.options, settings.today))
            if lasting and not self.broken:
                self._sayings.keep_bench(settings, bench)
        return bench

    def _make(self, rules: Iterable[type[Rule]]) -> Iterator[Rule]:
        for rule in rules:
            if rule not in self._made:
                self._made[rule] = None
                try:
                    self._made[rule] = rule()
                except (Exception, SystemExit) as error:
                    self.broken.append(self._crash(rule, error, None))
            made = self._made[rule]
            if made is not None:
                yield made

    def over_file(
        self, document: Document, bench: Bench, speaker: Bench | None = None, match: Match | None = None
    ) -> list[Reported]:
        """What the rules over goals and files say of a file, no message twice at a place.

        With ``match``, the goals that it covers are judged, closed ones and visions too if it names them. ``speaker`` is the
        bench that says which rules have failed, if it is another one.
        """
        if self.evidence:
            self._result.documents.setdefault(document.source.path, document)  # a policy may read it otherwise
        crashes: list[Problem] = []
        reports = self._over_file(document, bench, crashes, match or EVERY_GOAL)
        return [*reports, *self.speak(document, speaker or bench, crashes)] if crashes else reports

    def _over_file(self, document: Document, bench: Bench, crashes: list[Problem], match: Match) -> list[Reported]:
        in_parts = self._sayings is not None and bool(document.parts)
        kinds = {problem.kind for problem in document.problems}
        rules = [one for one in bench.document_rules if not (in_parts and one.by_goal) and not _is_idle(one, kinds)]
        reports = [one for rule in rules for one in self._over_document(rule, document, bench, crashes)]
        if in_parts:
            return _unique(reports) + self._over_parts(document, bench, crashes, match)
        return _unique([*reports, *self._over_goals(document.all_goals, document, bench, crashes, match)])

    def _context(self, rule: Rule, document: Document, bench: Bench) -> Context:
        return Context(document, bench.settings.today, bench.options[type(rule)], self.evidence)

    def _over_document(
        self, rule: DocumentRule, document: Document, bench: Bench, crashes: list[Problem]
    ) -> Iterator[Reported]:
        if _reads(rule, document.language):
            context = self._context(rule, document, bench)
            yield from self.guard(rule, functools.partial(rule.check, document, context), crashes, document.whole)

    def _over_parts(self, document: Document, bench: Bench, crashes: list[Problem], match: Match) -> list[Reported]:
        assert self._sayings is not None
        key = (bench.key, match, document.source.line_end)
        found: list[Reported] = []
        for part, known in self._sayings.recalled(key, document):
            found += self._over_part(part, key, document, bench, crashes, match) if known is None else known
        # what is said of a goal is said of no other part; what is said of a heading may be
        return _unique(found) if [report.goal for _, report in found].count(None) > 1 else found

    def _over_part(
        self, part: Part, key: Hashable, document: Document, bench: Bench, crashes: list[Problem], match: Match
    ) -> list[Reported]:
        """What is said of the goals of a part; it is kept in mind unless more has happened."""
        assert self._sayings is not None
        before = len(crashes), len(self._result.notices)
        shown = Shown(document, part)
        said = [one for rule in bench.by_goal for one in self._over_document(rule, shown, bench, crashes)]
        watched = Watched(document, shown.asked)
        for goal, rules in self._speakers(part.goals, watched, bench, match):
            said += self._of_known(part, key, goal, rules, watched, crashes)
        said = _unique(said)
        if before == (len(crashes), len(self._result.notices)):
            self._sayings.keep(part, key, watched.asked, said)
        return said

    def _over_goals(
        self, goals: Sequence[Goal], document: Document, bench: Bench, crashes: list[Problem], match: Match
    ) -> Iterator[Reported]:
        for goal, rules in self._speakers(goals, document, bench, match):
            yield from self._of(goal, rules, document.whole, crashes)

    def _speakers(
        self, goals: Sequence[Goal], document: Document, bench: Bench, match: Match
    ) -> Iterator[tuple[Goal, Sequence[_Speaker]]]:
        """The goals that are judged, each with the rules that see it."""
        contexts = [(one, self._context(one, document, bench)) for one in bench.goal_rules]
        speakers: dict[tuple[str, bool, str], Sequence[_Speaker]] = {}
        for goal in goals:
            if match is not EVERY_GOAL and not match.covers(document.whole, goal):
                continue
            alike = (goal.status, goal.kind == "vision", goal.language)
            if alike not in speakers:
                speakers[alike] = [(one, context) for one, context in contexts if _sees(one, goal, match)]
            yield goal, speakers[alike]

    def _of(self, goal: Goal, rules: Iterable[_Speaker], whole: Document, crashes: list[Problem]) -> list[Reported]:
        """What some rules say of a goal."""
        found: list[Reported] = []
        for one, context in rules:
            try:  # as ``guard`` does, but this is done some fifty times for each goal
                for said in one.check(goal, context):
                    heard = self._heard(one, said, whole, goal)
                    if heard is not None:
                        found.append(heard)
            except (Exception, SystemExit) as error:
                crashes.append(self._crash(type(one), error, goal))
        return found

    def _of_known(
        self, part: Part, key: Hashable, goal: Goal, rules: Sequence[_Speaker], document: Watched, crashes: list[Problem]
    ) -> Iterator[Reported]:
        """The same of a goal of a part: where only what is around it has changed, who did not look there is not asked."""
        before = len(crashes), len(self._result.notices)
        notes = part.notes.setdefault(goal, {})
        known: list[_Answer] | None = notes.get(key)
        answers: list[_Answer] = []
        for number, said, has_looked in known if known is not None else [(at, (), True) for at in range(len(rules))]:
            if has_looked:
                looks = document.asked.looks
                said = self._of(goal, (rules[number],), document.whole, crashes)
                has_looked = document.asked.looks > looks
            if said or has_looked:
                answers.append((number, said, has_looked))
            yield from said
        if before == (len(crashes), len(self._result.notices)):
            notes[key] = answers

    def guard(
        self,
        rule: Rule,
        run: Callable[[], Iterable[Report | Witness | Notice]],
        crashes: list[Problem],
        document: Document | None = None,
        goal: Goal | None = None,
    ) -> Iterator[Reported]:
        """What a rule reports; one that raises, or breaks the contract, adds to the crashes."""
        try:
            for said in run():
                found = self._heard(rule, said, document, goal)
                if found is not None:
                    yield found
        except (Exception, SystemExit) as error:
            crashes.append(self._crash(type(rule), error, goal))

    def _heard(
        self, rule: Rule, said: Report | Witness | Notice, document: Document | None, goal: Goal | None
    ) -> Reported | None:
        """What a rule says, if it is a report. Raises ``TypeError`` where it breaks the contract."""
        goals = len(document.all_goals) if document is not None else sys.maxsize
        if type(said) is Witness and not self.evidence and is_placed(said, goals):
            return None  # as nearly everything that is said is
        fault = misreport(rule, said, goals)
        if fault:
            raise TypeError(fault)
        if isinstance(said, Report):
            index = goal.index if goal is not None and said.goal is None else said.goal
            report: Report = made_plain(said)
            return type(rule), report if index == report.goal else replace(report, goal=index)
        if isinstance(said, Notice):
            self._result.notices.append(Said(type(rule), made_plain(said.message_id), made_plain(said.params)))
        elif self.evidence and document is not None:
            self._witness(rule, said, document, goal)
        return None

    def _witness(self, rule: Rule, witness: Witness, document: Document, goal: Goal | None) -> None:
        if witness.goal is not None:
            goal = document.all_goals[witness.goal]
        place = Place.of(document.source, witness.span)
        if goal is not None:
            evidence = Evidence(type(rule), place, goal.language, goal.path, goal.index)
        else:
            evidence = Evidence(type(rule), place, document.language)
        self._result.evidence.append(evidence)
        self._result.sources[document.source.path] = document.source.file

    def _crash(self, rule: type[Rule], error: BaseException, goal: Goal | None) -> Problem:
        self._result.crashed = True
        self.failed.add(rule)
        data = {
            "rule": rule.code,
            "name": rule.name,
            "error": f"{type(error).__name__}: {error}",
            "where": _where(error, rule),
        }
        span = goal.head if goal is not None else Span(0, 0)
        return Problem("rule-crashed", "crashed", span, data, goal=goal.index if goal else None)

    def speak(self, document: Document, bench: Bench, problems: Iterable[Problem]) -> Iterator[Reported]:
        """What rules about problems say of these."""
        document = replace(document, problems=tuple(problems))
        kinds = {problem.kind for problem in document.problems}
        crashes: list[Problem] = []
        for rule in bench.document_rules:
            if isinstance(rule, ProblemRule) and not _is_idle(rule, kinds):
                context = self._context(rule, document, bench)
                yield from self.guard(rule, functools.partial(rule.check, document, context), crashes, document)
        if crashes and not any(problem.kind == crashes[0].kind for problem in document.problems):
            yield from self.speak(document, bench, crashes)  # but of a crash while of crashes is spoken, nobody can speak

    def heard(self, bench: Bench, *, partial: bool) -> frozenset[type[Rule]]:
        """The rules that are on and could judge everything: if they found nothing, there was nothing to be found."""
        undecided = {notice.rule for notice in self._result.notices} | self.failed
        return frozenset(
            rule for rule in bench.settings.rules if rule not in undecided and not (partial and issubclass(rule, ProjectRule))
        )


def _sees(rule: GoalRule, goal: Goal, match: Match) -> bool:
    """Whether a rule looks at goals of this status and language; at visions only some do."""
    is_open = goal.is_open or rule.closed or goal.status in match.statuses
    return is_open and (goal.kind != "vision" or rule.visions or "vision" in match.kinds) and _reads(rule, goal.language)


def _is_idle(rule: Rule, kinds: Set[str]) -> bool:
    """Whether there are none of the problems that a rule is about."""
    return isinstance(rule, ProblemRule) and hasattr(rule, "kind") and rule.kind not in kinds


def _reads(rule: Rule, language: str) -> bool:
    return not rule.languages or language in rule.languages


def _where(error: BaseException, rule: type[Rule]) -> str:
    """The last line of the rule's own package that was run: what it called may lie deep in another one."""
    from traceback import walk_tb  # here: rules mostly work

    places = [(str(frame.f_globals.get("__name__", "")), line) for frame, line in walk_tb(error.__traceback__)]
    package = rule.__module__.partition(".")[0]
    module, line = next((place for place in reversed(places) if place[0].partition(".")[0] == package), places[-1])
    return f"{module}, line {line}"


def _unique(reports: Iterable[Reported]) -> list[Reported]:
    """Reports without repetitions of the same message at the same place."""
    found: dict[Hashable, Reported] = {}
    for rule, report in reports:
        found.setdefault((rule.code, report.message_id, report.span, report.goal), (rule, report))
    return list(found.values())
