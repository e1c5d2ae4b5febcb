"""What becomes of the rules' reports: one cause, one finding; suppressed, waived or neither; with its level."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from smartlint.finding import Finding, Result, Suppression, Waived, Yielded
from smartlint.findings import Findings, Told
from smartlint.goal import Document, Goal, Problem
from smartlint.moving import Moving
from smartlint.pile import Pile
from smartlint.policy.policy import Policy, Ruling
from smartlint.record import replace
from smartlint.rule import Rule
from smartlint.ruling import OWN, Case, Judged, Rulings
from smartlint.running import Bench, Runner
from smartlint.source import Source
from smartlint.suppression import Selectors, Suppressions
from smartlint.waiver import Waiver, Waivers

#: Of so many files the text is at hand while others speak of them.
_SOURCES = 20
#: Less firm than anybody.
_NOBODY = -2


class Settling:
    """Turns the reports about all files into findings of the result; ``sources`` are the texts of files by path.

    They are laid on the ``pile``. ``told`` keeps those of each file for the next version of it, where there will be one.
    """

    def __init__(
        self,
        sources: Callable[[str], Source],
        benches: Sequence[Bench],
        runner: Runner,
        rulings: Rulings,
        result: Result,
        pile: Pile | Moving,
        *,
        partial: bool,
        told: dict[str, dict[int, Told]] | None = None,
    ) -> None:
        self._source = functools.lru_cache(_SOURCES)(sources)
        self._benches = benches
        self._runner = runner
        self._rulings = rulings
        self._result = result
        self._pile = pile
        self._partial = partial
        self._told = told
        self._waivers = _waivers(benches)
        self._shown = ""  # the file whose text was put at hand last
        self._wrong: set[tuple[type[Rule], str, int | None]] = set()

    def settle(self, files: Iterable[Judged], paths: AbstractSet[str]) -> None:
        """Settles the files, whose paths these are, and then what is to be said beside them."""
        for file in files:
            path = file.document.source.path
            told = self._settle(file, self._told.get(path, {}) if self._told is not None else {})
            if self._told is not None:
                self._told[path] = told
        # what a rule has found something wrong with does not pass by it, whatever speaks for it
        passed = (one for one in self._result.evidence if (one.rule, one.place.path, one.index) not in self._wrong)
        self._result.evidence = list(dict.fromkeys(passed))
        self._settle_configuration(paths)
        self._result.findings = self._pile.findings()

    def _settle(self, file: Judged, before: Mapping[int, Told]) -> dict[int, Told]:
        document, bench, result = file.document, file.bench, self._result
        suppressions = Suppressions(document, bench.selectors, bench.settings.today)
        findings = Findings(document, self._source, before)
        cases = self._rulings.cases(document, bench, file.reports, file.ruled)
        if self._runner.evidence:
            self._wrong |= {(case.rule, document.source.path, case.report.goal) for case in cases}
        causes = _causes(cases)
        may_be_hidden, may_be_excused = bool(document.directives), bool(self._waivers.standings)

        def take(case: Case) -> None:
            rule, report, ruling, _ = case
            # what keeps quiet for another one's sake would be heard without it: its suppression is of use
            hidden = suppressions.hide(rule, report.span, _binding(ruling)) if may_be_hidden else None
            waiver = self._excuse(case, document, bench) if may_be_excused else None
            around = causes.get(report.goal)
            cause = _cause(case, around) if around and not around.keys().isdisjoint(rule.yields_to) else ""
            if cause and not self._runner.evidence:
                return
            if cause:  # it is not counted among those that are reported
                result.yielded.append(Yielded(Findings(document, self._source).of(rule, report, ruling).finding, cause))
                return
            found = findings.of(rule, report, ruling)
            if hidden is not None:
                result.suppressed.append(replace(found.here, suppression=Suppression.of(document.source, hidden)))
            elif waiver is not None:
                result.waived.append(Waived(found.here, waiver))
            else:
                self._pile.append(found)
            if found.finding.related or self._shown != document.source.path:
                self._show(found.finding)

        for case in cases:
            take(case)
        for problem in suppressions.problems(self._runner.heard(bench, partial=self._partial)):
            for case in self._spoken(document, bench, [problem]):
                take(case)
        return findings.told

    def _excuse(self, case: Case, document: Document, bench: Bench) -> Waiver | None:
        """The waiver of what is reported, if one covers it."""
        goal = document.all_goals[case.report.goal] if case.report.goal is not None else None
        asking = tuple(_asking(case, goal, document, bench))
        return self._waivers.excuse(case.rule, document.source.path, goal, asking)

    def _show(self, finding: Finding) -> None:
        """Has the texts at hand that a finding speaks of."""
        for place in (finding.place, *finding.related):
            if place.path != self._shown:
                self._shown = place.path
                if place.path not in self._result.sources:
                    self._result.sources[place.path] = self._source(place.path).file

    def _spoken(self, document: Document, bench: Bench, problems: Sequence[Problem]) -> list[Case]:
        """What is said of problems where certain settings hold."""
        reports = list(self._runner.speak(document, bench, problems))
        return self._rulings.cases(document, bench, reports, self._rulings.speak(document, bench, problems))

    def _settle_configuration(self, paths: AbstractSet[str]) -> None:
        """What is to be said of configurations and their waivers; nothing hides or excuses that."""
        benches = [bench for bench in self._benches if not bench.settings.passed_by] or self._benches
        warnings = dict.fromkeys(one for bench in benches for one in bench.settings.warnings)
        problems = [(one.source, Problem("config-warning", "warning", one.span, {"text": one.text})) for one in warnings]
        # a rule that is off for some files was not heard of all that a waiver may speak of
        heard = [self._runner.heard(bench, partial=self._partial) for bench in benches]
        everywhere = frozenset.intersection(*heard) if heard else frozenset[type[Rule]]()
        problems += self._waivers.problems(everywhere, paths, partial=self._partial)
        self._result.waivers = self._waivers.standings
        for source in {source.path: source for source, _ in problems}.values():
            bench = next((one for one in benches if one.settings.states(source)), benches[0])
            document = Document(source, bench.settings.language or "en", (), ())
            findings = Findings(document, self._source)
            here = [problem for other, problem in problems if other.path == source.path]
            for case in self._spoken(document, bench, here):
                self._pile.append(findings.of(case.rule, case.report, case.ruling))
                self._result.sources[source.path] = source


def _binding(ruling: Ruling | None) -> str:
    """The policy that binds, if one does."""
    return ruling.policy.name if ruling is not None and ruling.binds else ""


def _causes(cases: Iterable[Case]) -> dict[int | None, dict[str, int]]:
    """By goal, how firm the word of each rule is about it."""
    causes: dict[int | None, dict[str, int]] = {}
    for case in cases:
        goal, code, firmness = case.report.goal, case.rule.code, OWN if case.ruling is None else case.firmness
        known = causes.get(goal)
        if known is None:
            causes[goal] = {code: firmness}
        elif known.get(code, _NOBODY) < firmness:
            known[code] = firmness
    causes.pop(None, None)
    return causes


def _cause(case: Case, causes: Mapping[str, int]) -> str:
    """The rule that what is reported yields to: one that has found the cause in the same goal, and is as firm; or ""."""
    firmness = OWN if case.ruling is None else case.firmness
    return next((rule for rule in case.rule.yields_to if causes.get(rule, _NOBODY) >= firmness), "")


def _asking(case: Case, goal: Goal | None, document: Document, bench: Bench) -> Iterator[Policy]:
    """Who has a say in a waiver: the policies that ask for the finding, and those that speak of waivers only."""
    for policy in bench.settings.policies:
        if policy in case.policies or (not policy.rules and policy.match.covers(document, goal)):
            yield policy


def _waivers(benches: Sequence[Bench]) -> Waivers:
    """The waivers of all settings, each once."""
    every = [bench.settings for bench in benches]
    rules = dict.fromkeys(rule for settings in every for rule in settings.rules)
    known = dict.fromkeys(rule for settings in every for rule in settings.known)
    waivers = dict.fromkeys(waiver for settings in every for waiver in settings.waivers)
    today = every[0].today if every else date.min
    return Waivers(tuple(waivers), Selectors(tuple(rules), tuple(known)), today)
