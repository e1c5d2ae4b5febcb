"""What becomes of the rules' reports: one cause, one finding; suppressed, waived or neither; with its level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from smartlint.facts import GoalFact
from smartlint.finding import Findings, Result, Waived
from smartlint.goal import Document, Problem
from smartlint.rule import Rule
from smartlint.running import Bench, Reported, Runner
from smartlint.suppression import Selectors, Suppressions
from smartlint.waiver import Waivers


@dataclass
class Judged:
    """A file that its own rules have judged, to which those over many files add what they have to say."""

    document: Document
    bench: Bench
    facts: tuple[GoalFact, ...]
    reports: list[Reported]


class Settling:
    """Turns the reports about all files into findings of the result."""

    def __init__(
        self, files: Mapping[str, Judged], benches: Sequence[Bench], runner: Runner, result: Result, *, partial: bool
    ) -> None:
        self._files = files
        self._benches = benches
        self._runner = runner
        self._result = result
        self._partial = partial
        self._sources = {path: file.document.source for path, file in files.items()}
        self._waivers = _waivers(benches)

    def settle(self) -> None:
        for file in self._files.values():
            self._settle(file)
        self._settle_configuration()

    def _settle(self, file: Judged) -> None:
        document, bench, result = file.document, file.bench, self._result
        suppressions = Suppressions(document, bench.selectors, bench.settings.today)
        findings = Findings(document, self._sources)
        causes = {(rule.code, report.goal) for rule, report in file.reports if report.goal is not None}

        def take(reported: Reported) -> None:
            rule, report = reported
            # what keeps quiet for another one's sake would be heard without it: its suppression is of use
            hidden = suppressions.hide(rule, report.span)
            goal = document.all_goals[report.goal] if report.goal is not None else None
            waiver = self._waivers.excuse(rule, document.source.path, goal)
            if any((code, report.goal) in causes for code in rule.yields_to):
                return
            level = bench.settings.level(rule, goal.status if goal is not None else "")
            finding = findings.of(rule, replace(report, level=level) if level else report)
            if waiver is not None and not hidden:
                result.waived.append(Waived(finding, waiver))
            else:
                (result.suppressed if hidden else result.findings).append(finding)
            for place in (finding.place, *finding.related):
                result.sources[place.path] = self._sources[place.path]

        for reported in file.reports:
            take(reported)
        for problem in suppressions.problems(self._runner.heard(bench, partial=self._partial)):
            for reported in self._runner.speak(document, bench, [problem]):
                take(reported)

    def _settle_configuration(self) -> None:
        """What is to be said of configurations and their waivers; nothing hides or excuses that."""
        benches = self._benches
        warnings = dict.fromkeys(one for bench in benches for one in bench.settings.warnings)
        problems = [(one.source, Problem("config-warning", "warning", one.span, {"text": one.text})) for one in warnings]
        # a rule that is off for some files was not heard of all that a waiver may speak of
        heard = [self._runner.heard(bench, partial=self._partial) for bench in benches]
        everywhere = frozenset.intersection(*heard) if heard else frozenset[type[Rule]]()
        problems += self._waivers.problems(everywhere, self._files.keys(), partial=self._partial)
        for source in {source.path: source for source, _ in problems}.values():
            bench = next((one for one in benches if one.settings.states(source)), benches[0])
            document = Document(source, bench.settings.language or "en", (), ())
            findings = Findings(document, {})
            here = [problem for other, problem in problems if other.path == source.path]
            for rule, report in self._runner.speak(document, bench, here):
                level = bench.settings.level(rule, "")
                self._result.findings.append(findings.of(rule, replace(report, level=level) if level else report))
                self._result.sources[source.path] = source


def _waivers(benches: Sequence[Bench]) -> Waivers:
    """The waivers of all settings, each once."""
    every = [bench.settings for bench in benches]
    rules = dict.fromkeys(rule for settings in every for rule in settings.rules)
    known = dict.fromkeys(rule for settings in every for rule in settings.known)
    waivers = dict.fromkeys(waiver for settings in every for waiver in settings.waivers)
    today = every[0].today if every else date.min
    return Waivers(tuple(waivers), Selectors(tuple(rules), tuple(known)), today)
