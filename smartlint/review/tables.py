"""The parts of a review as tables, for what is made of rows: sheets, CSV files and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from smartlint.own_reviews import FINDINGS, GOALS
from smartlint.record import NamedTuple
from smartlint.reporters import word
from smartlint.reporters.visible import clip
from smartlint.review.model import Counts, Finding, Goal, Review, Share, State
from smartlint.translation import fill, translate

#: A cell: a number stays one, a share is a number from 0 to 1, None is empty.
Cell = str | int | Share | None
_STATES: Mapping[State, str] = {"passes": "passes", "excused": "excused", "unjudged": "-"}
_SENTENCE = 60
_STATUSES = {"at_risk": "at risk"}


class Table(NamedTuple):
    """A table: the name that it is asked for by, its title and headings in the reader's language, and its rows."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class _Teller:
    """Says things of a review in the reader's language."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.language = review.language

    def say(self, english: str, **params: object) -> str:
        return fill(translate(english, self.language), params, self.language)

    def team(self, number: int | None) -> str:
        return "" if number is None else self.review.teams[number].name

    def teams(self, numbers: Iterable[int]) -> str:
        return "; ".join(map(self.team, numbers))

    def goal(self, number: int | None) -> str:
        return "" if number is None else self.review.goals[number].name

    def goals(self, numbers: Iterable[int]) -> str:
        return "; ".join(map(self.goal, numbers))

    def stated(self, numbers: Iterable[int]) -> str:
        """Goals with their sentences: many have the same ID, or none but a number."""
        goals = (self.review.goals[number] for number in numbers)
        return "; ".join(map(_stated, goals))

    def level(self, level: str) -> str:
        return word(level, self.language)

    def state(self, state: State) -> str:
        return self.say(_STATES[state]) if state in _STATES else self.level(state)

    def status(self, goal: Goal) -> str:
        return self.say(_STATUSES.get(goal.status, goal.status))

    def period(self, period: tuple[str, str]) -> str:
        return " – ".join(day for day in period if day)

    def qualities(self) -> list[str]:
        return [quality.title for quality in self.review.qualities]


def tables(review: Review) -> Iterator[Table]:
    """All tables, in the order in which they are read."""
    teller = _Teller(review)
    for name, (title, headings, rows) in _TABLES.items():
        yield Table(name, teller.say(title), headings(teller), list(rows(teller)))


def table(review: Review, name: str) -> Table:
    """One of them."""
    return next(one for one in tables(review) if one.name == name)


def _stated(goal: Goal) -> str:
    return f"{goal.name}: {clip(goal.statement, _SENTENCE)}" if goal.id and goal.statement else goal.name


def _counts(counts: Counts) -> tuple[int, int, int]:
    return counts.errors, counts.warnings, counts.infos


def _headings(*names: str) -> Callable[[_Teller], list[str]]:
    return lambda teller: [teller.say(name) for name in names]


# --- each table -------------------------------------------------------------------------------------------------------


def _overview(teller: _Teller) -> Iterator[Sequence[Cell]]:
    review, summary = teller.review, teller.review.summary
    figures: tuple[tuple[str, Cell], ...] = (
        ("Day", review.today),
        ("Goals", summary.goals),
        ("Open goals", summary.open),
        ("Sound goals", summary.sound),
        ("Teams", summary.teams),
        ("Owners", summary.owners),
        ("Files", summary.files),
        ("Errors", summary.counts.errors),
        ("Warnings", summary.counts.warnings),
        ("Notes", summary.counts.infos),
        ("Hidden by comments", summary.suppressed),
        ("Excused by waivers", summary.waived),
        ("Waivers that lapse soon", summary.soon),
        ("Without an owner", summary.unowned),
        ("Without a deadline", summary.undated),
        ("Overdue", summary.past),
        ("Not linked to the strategy", summary.unaligned),
    )
    for name, figure in figures:
        yield teller.say(name), figure
    for quality in review.qualities:
        yield quality.title, quality.share


def _teams(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for team in teller.review.teams:
        yield team.name, team.goals, team.open, team.sound, *_counts(team.counts), team.excused, *team.profile


def _goals(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for goal in teller.review.goals:
        owners, served = "; ".join(goal.owners), (teller.goal(goal.parent), teller.goals(goal.supports))
        about = (goal.name, goal.statement, teller.team(goal.team), owners, goal.deadline)
        level, status, states = teller.say(goal.level), teller.status(goal), map(teller.state, goal.profile)
        yield *about, level, status, *_counts(goal.counts), goal.excused, *states, *served, goal.file, goal.line


def _found(teller: _Teller, one: Finding) -> list[Cell]:
    goal = None if one.goal is None else teller.review.goals[one.goal]
    found: list[Cell] = [teller.level(one.level), f"{one.code} {one.rule}", one.message, one.help, teller.goal(one.goal)]
    about = [goal.statement if goal else "", teller.team(one.team), "; ".join(goal.owners) if goal else ""]
    return [*found, *about, one.policy, one.file, one.line]


def _findings(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for one in teller.review.findings:
        yield *_found(teller, one), teller.say(one.news) if one.news else "", one.first_seen


def _excused(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for one in teller.review.excused:
        if one.excuse is not None:
            yield *_found(teller, one), teller.say(one.excuse.by), one.excuse.reason, one.excuse.until


def _rules(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for rule in teller.review.rules:
        yield rule.code, rule.name, rule.title, *_counts(rule.counts), rule.goals, rule.teams, rule.excused


def _owners(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for owner in teller.review.owners:
        yield (
            *(owner.name, len(owner.goals), owner.busiest, owner.day, owner.most, owner.next_deadline),
            *(teller.teams(owner.teams), teller.stated(owner.goals)),
        )


def _limits(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for limit in teller.review.limits:
        state = "" if limit.state == "within" else teller.level(limit.state)
        period = teller.period(limit.period)
        yield teller.team(limit.team), teller.say(limit.level), period, len(limit.goals), limit.warn, limit.most, state


def _deadlines(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for deadline in teller.review.deadlines:
        late = teller.say("overdue") if deadline.is_past else ""
        yield deadline.day, len(deadline.goals), late, teller.stated(deadline.goals)


_OVERLAPS = {"same": "The same goal in several teams", "opposite": "More in one team, less in another"}


def _overlaps(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for one in teller.review.overlaps:
        message = one.message or teller.say(_OVERLAPS[one.kind])
        yield message, teller.stated(one.goals), teller.teams(one.teams)


def _fixed(teller: _Teller) -> Iterator[Sequence[Cell]]:
    fixed = teller.review.trend.fixed if teller.review.trend else ()
    for one in fixed:
        if one.is_goal_gone:
            continue  # nobody has mended it
        yield one.goal, one.statement, one.code, teller.level(one.level), one.first_seen, one.file


def _waivers(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for one in teller.review.waivers:
        yield (
            *(one.rule, one.where, one.reason, one.owner, one.approver, one.begins, one.expires, one.days_left),
            *(teller.say(one.state), one.excused, one.file, one.line),
        )


def _runs(teller: _Teller) -> Iterator[Sequence[Cell]]:
    for run in teller.review.trend.runs if teller.review.trend else ():
        yield run.id, run.today, run.time, run.goals, run.sound, *_counts(run.counts), run.excused


_LEVELS = ("Errors", "Warnings", "Notes")
_TABLES: Mapping[str, tuple[str, Callable[[_Teller], Sequence[str]], Callable[[_Teller], Iterator[Sequence[Cell]]]]] = {
    "overview": ("Overview", _headings("Figure", "Value"), _overview),
    "teams": (
        "Teams",
        lambda teller: [
            *_headings("Team", "Goals", "Open goals", "Sound goals", *_LEVELS, "Excused")(teller),
            *teller.qualities(),
        ],
        _teams,
    ),
    "goals": (
        "Goals",
        lambda teller: [
            *_headings(*GOALS, *_LEVELS, "Excused")(teller),
            *(*teller.qualities(), *_headings("Part of", "Supports", "File", "Line")(teller)),
        ],
        _goals,
    ),
    "findings": ("Findings", _headings(*FINDINGS, "Since the last run", "First seen"), _findings),
    "fixed": ("Fixed", _headings("Goal", "Statement", "Rule", "Level", "First seen", "File"), _fixed),
    "excused": ("Excused findings", _headings(*FINDINGS, "By", "Reason", "Last day"), _excused),
    "rules": (
        "Rules",
        _headings("Code", "Name", "Rule", *_LEVELS, "Goals", "Teams", "Excused"),
        _rules,
    ),
    "owners": (
        "Owners",
        _headings("Owner", "Open goals", "At a time", "From", "Limit", "Next deadline", "Teams", "Goals"),
        _owners,
    ),
    "limits": ("Goals per team", _headings("Team", "Level", "Period", "Goals", "Warning above", "Limit", "State"), _limits),
    "deadlines": ("Deadlines", _headings("Day", "Count", "State", "Goals"), _deadlines),
    "overlaps": ("Overlaps", _headings("What", "Goals", "Teams"), _overlaps),
    "waivers": (
        "Waivers",
        _headings(
            *("Rule", "For", "Reason", "Owner", "Approved by", "From", "Last day", "Days left"),
            *("State", "Excused", "File", "Line"),
        ),
        _waivers,
    ),
    "runs": ("Runs", _headings("Run", "Day", "Time", "Goals", "Sound goals", *_LEVELS, "Excused"), _runs),
}
NAMES = tuple(_TABLES)
