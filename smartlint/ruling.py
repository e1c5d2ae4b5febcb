"""What policies have found beside what the configurations of the files ask for; of one cause, the firmest word counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from smartlint.facts import GoalFact, collect
from smartlint.finding import Said
from smartlint.goal import Document, Problem
from smartlint.policy.policy import ENFORCEMENTS, Match, Policy, Ruling
from smartlint.policy.strictness import strictly
from smartlint.project import Project
from smartlint.record import NamedTuple, dataclass, field, replace
from smartlint.rule import LEVELS, Level, ProjectRule, Report, Rule
from smartlint.running import Bench, Reported, Runner

#: What a rule reported on behalf of a policy.
Ruled = tuple[Policy, type[Rule], Report]
#: How firm the word of a file's own settings is: firmer than advice, less so than what binds.
OWN = 0
_CLOSED = frozenset(("done", "cancelled"))


@dataclass
class Judged:
    """A file that its own rules have judged, to which those over many files add what they have to say.

    ``facts_of`` are the facts where policies read it otherwise: by the month that their fiscal year starts with, and whether
    they bind. ``notices`` are what was said aside, ``failed`` the rules that have failed in it.
    """

    document: Document
    bench: Bench
    facts: tuple[GoalFact, ...]
    reports: list[Reported]
    ruled: list[Ruled] = field(default_factory=list)
    facts_of: dict[tuple[int, bool], tuple[GoalFact, ...]] = field(default_factory=dict)
    notices: list[Said] = field(default_factory=list)
    failed: frozenset[type[Rule]] = frozenset()


class Known(NamedTuple):
    """What rules over all files know of one, and what it is judged by."""

    bench: Bench
    facts: tuple[GoalFact, ...]
    facts_of: dict[tuple[int, bool], tuple[GoalFact, ...]]


class Case(NamedTuple):
    """A report that is to become a finding, at its level; ``policies`` are those that ask for it, ``ruling`` the firmest's."""

    rule: type[Rule]
    report: Report
    ruling: Ruling | None = None
    policies: tuple[Policy, ...] = ()

    @property
    def firmness(self) -> int:
        return _firmness(self.ruling) if self.ruling is not None and (self.ruling.alone or self.ruling.binds) else OWN


def _firmness(ruling: Ruling) -> int:
    """-1 for advice, 1 and 2 for what binds."""
    return ENFORCEMENTS.index(ruling.enforcement) or -1


class _Under(NamedTuple):
    """What a policy judges by where certain settings hold: all its rules, and those that these settings judge alike."""

    bench: Bench
    alike: frozenset[type[Rule]]
    others: Bench


class Rulings:
    """Runs the rules of policies, each with the policy's options and only about the goals that it speaks of.

    ``read`` reads a text again for policies that state another calendar than the settings of its file.
    """

    def __init__(self, runner: Runner, read: Callable[..., Document]) -> None:
        self._runner = runner
        self._read = read
        self._under: dict[tuple[int, int], _Under] = {}
        self._seen: dict[tuple[Document, int], Document] = {}
        self._strict: dict[Document, Document] = {}

    def _of(self, policy: Policy, own: Bench) -> _Under:
        key = (id(own.settings), id(policy))
        if key not in self._under:
            settings = own.settings.under(policy)
            bench = self._runner.bench(settings)
            alike = frozenset(rule for rule in policy.rules if bench.judges_like(own, rule) and not _forces(policy.match, rule))
            others = tuple(rule for rule in policy.rules if rule not in alike)
            self._under[key] = _Under(bench, alike, self._runner.bench(replace(settings, rules=others)))
        return self._under[key]

    def _seen_by(self, policy: Policy, document: Document, own: Bench) -> Document:
        """A document as a policy reads it: by its own calendar."""
        months, settings, source = policy.fiscal_year_starts, own.settings, document.source
        if months in (0, settings.fiscal_year_starts) or not source.text:
            return document
        if (document, months) not in self._seen:
            how = {**settings.reading, "fiscal_year_starts": months}
            self._seen[document, months] = self._read(source.file.text, source.path, **how)
        return self._seen[document, months]

    def _strictly(self, policy: Policy, document: Document) -> Document:
        """A document as a policy takes it that is more than advice."""
        if policy.stated == "advisory":
            return document
        if document not in self._strict:
            self._strict[document] = strictly(document)
        return self._strict[document]

    def over_file(self, file: Judged) -> None:
        """Adds what policies find in a file; what the file's own settings find alike is taken from that."""
        own = list(file.reports)
        for policy in file.bench.settings.policies:
            under, seen = self._of(policy, file.bench), self._seen_by(policy, file.document, file.bench)
            if seen is file.document:
                found = [reported for reported in own if reported[0] in under.alike]
                found += self._runner.over_file(seen, under.others, file.bench, policy.match)
            else:
                found = self._runner.over_file(seen, under.bench, file.bench, policy.match)
            strict = self._strictly(policy, seen)
            if strict is not seen:
                causes = {(rule, report.span, report.goal) for rule, report in found}
                more = self._runner.over_file(strict, under.bench, file.bench, policy.match)
                found += [(rule, report) for rule, report in more if (rule, report.span, report.goal) not in causes]
            for rule, report in found:
                self.take(file, policy, rule, report)
            if under.bench.project_rules and strict is not file.document and _reads(policy) not in file.facts_of:
                file.facts_of[_reads(policy)] = collect(strict)
        self._seen.clear()
        self._strict.clear()

    def take(self, file: Judged, policy: Policy, rule: type[Rule], report: Report) -> None:
        """Adds a report on behalf of a policy, if that speaks of its goal; that a rule has failed is no policy's."""
        if rule.always:
            if (rule, report) not in file.reports:
                file.reports.append((rule, report))
        elif _covers(policy, self._seen_by(policy, file.document, file.bench), report):
            file.ruled.append((policy, rule, report))

    def over_all_files(
        self, files: Mapping[str, Known], *, partial: bool
    ) -> Iterator[tuple[Policy, ProjectRule, Bench, Project]]:
        """The rules over all files that policies ask for, each policy once for all settings that know the same people."""
        projects: dict[object, Project] = {}
        done = set()
        for file in files.values():
            for policy in file.bench.settings.policies:
                under = self._of(policy, file.bench)
                roster = under.bench.settings.roster
                if (policy, roster) in done or not under.bench.project_rules:
                    continue
                done.add((policy, roster))
                key = (roster, *_reads(policy))
                if key not in projects:
                    facts = [one.facts_of.get(_reads(policy), one.facts) for one in files.values()]
                    projects[key] = Project(facts, partial=partial, roster=roster)
                for rule in under.bench.project_rules:
                    yield policy, rule, under.bench, projects[key]

    def speak(self, document: Document, own: Bench, problems: Iterable[Problem]) -> list[Ruled]:
        """What the policies' rules about problems say of these."""
        return [
            (policy, rule, report)
            for policy in own.settings.policies
            for rule, report in self._runner.speak(document, self._of(policy, own).bench, problems)
            if not rule.always and _covers(policy, document, report)
        ]

    def cases(self, document: Document, own: Bench, reports: Sequence[Reported], ruled: Sequence[Ruled]) -> list[Case]:
        """One case for each cause, with the level that counts."""
        if not ruled and not own.settings.levels:
            return [Case(rule, report) for rule, report in reports]
        if not ruled:
            return [Case(rule, _at_level(rule, report, document, own)) for rule, report in reports]
        causes: dict[object, list[tuple[Ruling | None, type[Rule], Report]]] = {}
        for rule, report in reports:
            levelled = replace(report, level=_level(rule, report, document, own))
            causes.setdefault((rule, report.span, report.goal), []).append((None, rule, levelled))
        for policy, rule, report in ruled:
            cause = causes.setdefault((rule, report.span, report.goal), [])
            ruling = Ruling(policy, policy.enforcement(own.settings.today), alone=not any(one is None for one, *_ in cause))
            level = _level(rule, report, document, self._of(policy, own).bench)
            # an error that fails nothing would be taken for one that does
            level = "warning" if level == "error" and not ruling.binds else level
            cause.append((ruling, rule, replace(report, level=level)))
        return [case for cause in causes.values() for case in _decided(cause)]


def _decided(cause: Sequence[tuple[Ruling | None, type[Rule], Report]]) -> Iterator[Case]:
    """The cases of one cause: those of the firmest who ask for it, at the strictest level of all who are as good as that."""
    rulings = sorted((ruling for ruling, *_ in cause if ruling is not None), key=_firmness, reverse=True)
    own = [(rule, report) for ruling, rule, report in cause if ruling is None]
    firmest = rulings[0] if rulings else None
    policies = tuple(dict.fromkeys(one.policy for one in rulings))
    if firmest is None or (own and not firmest.binds):
        yield from (Case(rule, report, firmest, policies) for rule, report in own)
        return
    # advice makes nothing stricter that is more than advice
    counting = [report.level for one, _, report in cause if one is None or one.binds or not firmest.binds]
    level = min((level for level in counting if level), key=LEVELS.index)
    for one, rule, report in cause:
        if one is not None and one.policy is firmest.policy:
            yield Case(rule, replace(report, level=level), firmest, policies)


def _reads(policy: Policy) -> tuple[int, bool]:
    """How a policy reads files: by the month that its fiscal year starts with, and whether it binds."""
    return policy.fiscal_year_starts, policy.stated != "advisory"


def _forces(match: Match, rule: type[Rule]) -> bool:
    """Whether a policy has a rule look at goals which it passes by otherwise."""
    return bool(not rule.closed and match.statuses & _CLOSED) or (not rule.visions and "vision" in match.kinds)


def _covers(policy: Policy, document: Document, report: Report) -> bool:
    return policy.match.covers(document, document.all_goals[report.goal] if report.goal is not None else None)


def _at_level(rule: type[Rule], report: Report, document: Document, bench: Bench) -> Report:
    """A report with its level: as it is, if it has that anyway."""
    level = _level(rule, report, document, bench)
    return report if level == (report.level or rule.level) else replace(report, level=level)


def _level(rule: type[Rule], report: Report, document: Document, bench: Bench) -> Level:
    """The level of a report by the settings of a bench."""
    status = document.all_goals[report.goal].status if report.goal is not None else ""
    return bench.settings.level(rule, status) or report.level or rule.level
