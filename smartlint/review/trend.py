"""What has changed since earlier reviews: new, known and mended findings, new goals, and the figures of all runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from smartlint import __version__
from smartlint.baseline import known, known_goal, matches
from smartlint.files import shown
from smartlint.finding import Known, Result
from smartlint.record import NamedTuple, replace
from smartlint.review import history
from smartlint.review.found import excuses
from smartlint.review.history import Entry, Past
from smartlint.review.model import Fixed, Review, Run, Trend
from smartlint.rule import LEVELS

#: What is kept as the level of what does not count.
_EXCUSED = "excused"
#: So many runs the trend shows; of the runs of a day, the last.
_SHOWN = 200


class Kept(NamedTuple):
    """Where a history is, what the run is compared with (a day, the number of a run, "" for the last), and what it is of.

    ``scope`` is what two runs must have in common to be compared; ``home`` the folder that paths are kept by.
    """

    path: Path
    home: Path
    scope: str
    since: str = ""


class NoRun(LookupError):
    """No run over these paths has the number that was asked for."""


def with_trend(review: Review, result: Result, kept: Kept) -> Review:
    """The review with what has changed; this run is kept. Raises ``NoHistory`` and ``NoRun``: then nothing is."""
    with history.opened(kept.path) as database:
        past = history.runs(database, kept.scope)
        since = compared_with([one.run for one in past], kept.since, review.today)
        now = [*_goals(review, kept.home), *_findings(review, result, kept.home)]
        last = history.entries(database, kept.scope, past[-1].run.id) if past else []
        pairs = _paired(now, last)
        this = _this(review)
        number = history.add_run(database, kept.scope, this)
        history.keep(database, kept.scope, number, pairs)
        runs = [*past, this._replace(run=replace(this.run, id=number))]
        if since is None:
            return replace(review, trend=Trend(_of_days(runs), None, 0, 0, (), (), 0))
        gone = _gone(history.entries(database, kept.scope, since.id), pairs)
        return _compared(review, kept.home, _Then(runs, since, pairs, gone))


def compared_with(runs: Sequence[Run], since: str, today: str) -> Run | None:
    """The run that is meant: that of a number, the last one up to a day, or the last one before today.

    Where all are later than the day, it is the first; where all are of today, the last. Raises ``NoRun``.
    """
    if not runs:
        return None
    if since.isdecimal():
        found = next((run for run in runs if run.id == int(since)), None)
        if found is None:
            raise NoRun(since)
        return found
    if since:
        return next((run for run in reversed(runs) if run.today <= since), runs[0])
    return next((run for run in reversed(runs) if run.today < today), runs[-1])


def must_be_since(value: str) -> str:
    """A day or the number of a run. Raises ``ValueError``."""
    if not value.isdecimal():
        date.fromisoformat(value)
    return value


def _place(path: str, home: Path) -> str:
    """How a file is called in the history."""
    whole = Path(path).absolute()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else whole.as_posix()


def _goals(review: Review, home: Path) -> Iterator[Entry]:
    for goal in review.goals:
        about = known_goal(_place(goal.file, home), goal.path, goal.statement)
        yield Entry(about, "", goal.name, goal.statement)


def _findings(review: Review, result: Result, home: Path) -> Iterator[Entry]:
    """The findings in the order of the review, and after them what something excuses: that is not mended."""
    quiet = [found for found, _ in excuses(result)]
    every = [*zip(result.findings, review.findings, strict=True), *zip(quiet, review.excused, strict=True)]
    for found, one in every:
        about = known(found, result.sources[found.place.path], _place(found.place.path, home))
        name = review.goals[one.goal].name if one.goal is not None else ""
        yield Entry(about, _EXCUSED if one.excuse else found.level, name, found.statement)


def _paired(now: Sequence[Entry], before: Sequence[Entry]) -> list[tuple[Entry, Entry | None]]:
    """Each of these with what it was before."""
    waiting: dict[Known, list[Entry]] = defaultdict(list)
    for entry in reversed(before):
        waiting[entry.known].append(entry)
    found = matches({number: (one.known, one.sentence) for number, one in enumerate(now)}, Counter(e.known for e in before))
    return [(one, waiting[found[number]].pop() if number in found else None) for number, one in enumerate(now)]


def _this(review: Review) -> Past:
    summary = review.summary
    excused = summary.suppressed + summary.waived + summary.baselined
    time = datetime.now(UTC).isoformat(timespec="seconds")
    profile = tuple((quality.id, quality.share) for quality in review.qualities)
    run = Run(0, time, review.today, __version__, summary.files, summary.goals, summary.counts, excused, summary.sound, profile)
    return Past(run, {team.name: team.sound for team in review.teams})


def _of_days(runs: Sequence[Past]) -> tuple[Run, ...]:
    """The last run of each day, oldest first."""
    of_day = {past.run.today: past.run for past in runs}
    return tuple(sorted(of_day.values(), key=lambda run: run.id))[-_SHOWN:]


class _Then(NamedTuple):
    """The runs, the one that is compared with, what was found now with what that was at the last run, and what is gone."""

    runs: Sequence[Past]
    since: Run
    pairs: Sequence[tuple[Entry, Entry | None]]
    gone: Sequence[Entry]


def _gone(then: Sequence[Entry], pairs: Sequence[tuple[Entry, Entry | None]]) -> list[Entry]:
    """What was there then and is not now."""
    here = {before.id for _, before in pairs if before}
    return [entry for entry in then if entry.id not in here]


def _compared(review: Review, home: Path, then: _Then) -> Review:
    """The review with what is new since a run, and with what is gone."""
    since, goals = then.since, len(review.goals)
    days = {past.run.id: past.run.today for past in then.runs}
    firsts = [before.first if before else 0 for _, before in then.pairs]
    was_there = [0 < first <= since.id for first in firsts]
    findings = tuple(
        replace(one, news="known" if there else "new", first_seen=days.get(first, review.today))
        for one, there, first in zip(review.findings, was_there[goals:], firsts[goals:], strict=False)
    )
    gone_goals = {_goal_of(entry.known) for entry in then.gone if not entry.known.code}
    fixed = [entry for entry in then.gone if entry.known.code and entry.level != _EXCUSED]
    trend = Trend(
        runs=_of_days(then.runs),
        since=since.id,
        new=sum(one.news == "new" for one in findings),
        known=sum(one.news == "known" for one in findings),
        fixed=tuple(_fixed(one, home, days.get(one.first, ""), gone_goals) for one in fixed),
        new_goals=tuple(number for number, there in enumerate(was_there[:goals]) if not there),
        gone_goals=len(gone_goals),
    )
    shares = next(past.teams for past in then.runs if past.run.id == since.id)
    teams = tuple(replace(team, before=shares.get(team.name)) for team in review.teams)
    return replace(review, trend=trend, findings=findings, teams=teams)


def _goal_of(entry: Known) -> tuple[str, tuple[str, ...], str]:
    return entry.path, entry.goal, entry.statement


def _fixed(entry: Entry, home: Path, first_seen: str, gone_goals: set[tuple[str, tuple[str, ...], str]]) -> Fixed:
    about = entry.known
    level = next((level for level in LEVELS if level == entry.level), LEVELS[-1])
    file = shown(home / about.path)
    return Fixed(about.code, level, file, entry.name, entry.sentence, first_seen, _goal_of(about) in gone_goals)
