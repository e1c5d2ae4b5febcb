"""Makes a review of what a run gives: a pure function of it, but for the texts of the few goals that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint import __version__
from smartlint.finding import Kind
from smartlint.review import alignment, found, goals, loads, profile
from smartlint.review.basis import Basis
from smartlint.review.model import VERSION, Finding, Goal, Review, Summary, Waiver
from smartlint.rule import ProblemRule
from smartlint.waiver import Standing

#: A waiver that lapses within so many days lapses soon.
SOON = 30
_STATES = ("expired", "refused", "unused", "active", "pending")


def review(basis: Basis) -> Review:
    """The review, without a history."""
    findings, excused = found.findings(basis), found.excused(basis)
    tallies = loads.counted(basis)
    limits = loads.limits(basis, tallies)
    profiles = profile.profiles(basis, findings, excused, profile.crowded(limits, tallies))
    made = goals.goals(basis, findings, excused, profiles)
    links = alignment.links(made)
    unaligned = alignment.unaligned(basis, made, links)
    waivers = _waivers(basis)
    teams = goals.teams(basis, made, findings, excused)
    owners = loads.owners(basis, tallies)
    return Review(
        version=VERSION,
        smartlint=__version__,
        today=basis.today.isoformat(),
        language=basis.language,
        title=basis.title,
        paths=basis.paths,
        is_part=basis.is_part,
        is_complete=basis.is_complete and not basis.result.crashed and not any(map(_is_unreadable, basis.result.tally.kinds)),
        summary=_summary(basis, made, findings, unaligned, waivers, len(teams), len(owners)),
        qualities=profile.qualities(basis, profiles),
        teams=teams,
        rules=found.rules(basis, findings, excused),
        owners=owners,
        limits=limits,
        deadlines=goals.deadlines(basis, made),
        undated=goals.undated(made),
        unaligned=unaligned,
        overlaps=alignment.overlaps(basis, made, findings),
        waivers=waivers,
        mended_first=goals.mended_first(basis, made, findings),
        exemplary=goals.exemplary(basis, made),
        links=links,
        trend=None,
        history="",
        notices=tuple(dict.fromkeys(said.message(basis.language) for said in basis.result.notices)),
        goals=made,
        findings=findings,
        excused=excused,
    )


def _is_unreadable(kind: Kind) -> bool:
    return issubclass(kind.rule, ProblemRule) and kind.rule.kind == "unreadable-file"


def _summary(
    basis: Basis,
    made: Sequence[Goal],
    findings: Sequence[Finding],
    unaligned: Sequence[int],
    waivers: Sequence[Waiver],
    teams: int,
    owners: int,
) -> Summary:
    result, today = basis.result, basis.today.isoformat()
    current = [goal for goal in made if goals.counts_in(goal)]
    return Summary(
        files=result.files,
        goals=len(made),
        open=len(current),
        teams=teams,
        owners=owners,
        counts=found.counts(one.level for one in findings),
        suppressed=len(result.suppressed),
        waived=len(result.waived),
        baselined=len(result.baselined),
        sound=goals.sound(made),
        unowned=sum(not goal.owners for goal in current),
        undated=sum(not goal.deadline for goal in current),
        unaligned=len(unaligned),
        past=sum(bool(goal.deadline) and goal.deadline < today for goal in current),
        soon=sum(waiver.lapses_soon for waiver in waivers),
    )


def _waivers(basis: Basis) -> tuple[Waiver, ...]:
    made = [_waiver(basis, standing) for standing in basis.result.waivers]
    return tuple(sorted(made, key=_order))


def _order(waiver: Waiver) -> tuple[bool, int, str, str, int]:
    state = 0 if waiver.lapses_soon else _STATES.index(waiver.state)
    return not waiver.lapses_soon, state, waiver.expires or "9999", waiver.file, waiver.line


def _waiver(basis: Basis, standing: Standing) -> Waiver:
    waiver = standing.waiver
    days = waiver.days_left(basis.today)
    return Waiver(
        rule=waiver.rule,
        where=waiver.where,
        reason=waiver.reason,
        owner=waiver.owner,
        approver=waiver.approver,
        begins=waiver.begins.isoformat() if waiver.begins else "",
        expires=waiver.expires.isoformat() if waiver.expires else "",
        days_left=days,
        lapses_soon=days is not None and 0 <= days <= SOON,
        state=standing.state,
        excused=standing.excused,
        file=waiver.source.path,
        line=waiver.line,
    )
