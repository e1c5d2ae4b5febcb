"""The findings of a review, those that count and those that something excuses, in the reader's language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from smartlint import finding as linted
from smartlint.review.basis import Basis
from smartlint.review.model import Counts, Excuse, Finding, Place, Rule
from smartlint.review.qualities import id_of
from smartlint.rule import Level
from smartlint.waiver import Waiver


def findings(basis: Basis) -> tuple[Finding, ...]:
    """What counts, by path, place and code."""
    return tuple(_finding(basis, number, found) for number, found in enumerate(basis.result.findings))


def excused(basis: Basis) -> tuple[Finding, ...]:
    """What comments, waivers and baselines keep quiet; they have numbers of their own."""
    return tuple(_finding(basis, number, found, excuse) for number, (found, excuse) in enumerate(excuses(basis.result)))


def excuses(result: linted.Result) -> Iterator[tuple[linted.Finding, Excuse]]:
    """What does not count, each with what keeps it quiet."""
    for found in result.suppressed:
        comment = found.suppression
        if comment is None:
            continue
        until = comment.until.isoformat() if comment.until else ""
        yield found, Excuse("comment", comment.reason, until, file=comment.place.path, line=comment.place.start.line)
    for waived in result.waived:
        yield waived.finding, _waived(waived.waiver)
    for found in result.baselined:
        yield found, Excuse("baseline")


def _waived(waiver: Waiver) -> Excuse:
    until = waiver.expires.isoformat() if waiver.expires else ""
    return Excuse("waiver", waiver.reason, until, waiver.owner, waiver.approver, waiver.source.path, waiver.line)


def _finding(basis: Basis, number: int, found: linted.Finding, excuse: Excuse | None = None) -> Finding:
    goal = basis.goal_of(found)
    start = found.place.start
    related = (
        Place(place.path, place.start.line, found.note(place, basis.language), basis.goal_at(place)) for place in found.related
    )
    return Finding(
        number=number,
        code=found.rule.code,
        rule=found.rule.name,
        quality=id_of(found.rule.code),
        level=found.level,
        message=found.message(basis.language),
        help=found.help(basis.language),
        file=found.place.path,
        line=start.line,
        column=start.column,
        goal=goal,
        team=basis.team_of(basis.facts[goal]) if goal is not None else basis.team_of_file(found.place.path),
        related=tuple(related),
        policy=found.ruling.policy.name if found.ruling else "",
        binds=found.binds,
        fingerprint=found.fingerprint,
        excuse=excuse,
    )


def counts(levels: Iterable[Level]) -> Counts:
    """How many there are of each level."""
    many = Counter(levels)
    return Counts(many["error"], many["warning"], many["info"])


def rules(basis: Basis, found: Sequence[Finding], quiet: Sequence[Finding]) -> tuple[Rule, ...]:
    """The rules that found anything, most findings first."""
    named = {one.rule.code: one.rule for one in (*basis.result.findings, *(one for one, _ in excuses(basis.result)))}
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        by_code[one.code].append(one)
    silent = Counter(one.code for one in quiet)
    made = [
        Rule(
            code=code,
            name=rule.name,
            title=rule.in_language(rule.title, basis.language),
            quality=id_of(code),
            counts=counts(one.level for one in by_code[code]),
            goals=len({one.goal for one in by_code[code]} - {None}),
            teams=len({one.team for one in by_code[code]} - {None}),
            excused=silent[code],
        )
        for code, rule in named.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.counts.total, -one.excused, one.code)))
