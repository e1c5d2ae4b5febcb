import functools
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname
from typing import Any

from smartlint.rule import GoalFact, Level, Notice, Option, Project, ProjectRule, Related, Report, Tally, date, fold
from smartlint_rules.grouping import grouped

_BOUNDS = {
    "type": "object",
    "properties": {"warn": {"type": "integer", "minimum": 1}, "max": {"type": "integer", "minimum": 1}},
    "minProperties": 1,
    "x-ascending": ["warn", "max"],
    "additionalProperties": False,
}
_SEVERITIES: tuple[tuple[str, Level], ...] = (("max", "error"), ("warn", "warning"))
_FEW, _SOME, _MANY = {"warn": 3, "max": 5}, {"warn": 5, "max": 7}, {"warn": 5, "max": 9}


class TooManyGoals(ProjectRule):
    """A team has more goals for a period than it can keep in mind.

    ## What it finds
    More open goals of one level, for one team and one period, than the option allows, counted over all files that name
    the team, and over those of one folder where no team is named: a warning above `warn`, an error above `max`. The
    finding stands at the first goal that is too many; what is allowed is what the nearest folder of them all says.

    Not counted: key results and sub-goals, goals below another goal, performance goals that support something,
    visions, and goals that are done or cancelled.

    ## Why it matters
    Attention is what a team has least of. With a dozen goals everything is important, so nothing is put aside, and
    each person picks the goal they like best.

    ## Example
    ```goals
    team: Puls
    periode: K1 2026
    mål 1: Selje 30 timar med personleg trenar
    mål 2: Få 50 svar på medlemsundersøkinga
    mål 3: Starte 2 grupper for pensjonistar
    mål 4: Selje 200 drikkeflasker
    mål 5: Få 20 nye bedriftsmedlemer
    mål 6: Halde 4 opne dagar
    ```

    ```goals
    team: Puls
    period: 2026-Q1
    goal 1: Sell 30 hours with a personal trainer
    goal 2: Get 50 answers to the members' survey
    goal 3: Start 2 groups for pensioners
    goal 4: Sell 200 bottles
    goal 5: Win 20 new company members
    goal 6: Hold 4 open days
    ```

    ## Use instead
    ```goals
    team: Puls
    periode: K1 2026
    mål 1: Selje 30 timar med personleg trenar
    mål 2: Få 50 svar på medlemsundersøkinga
    mål 3: Få 20 nye bedriftsmedlemer
      prestasjonsmål 3.1: Halde 4 opne dagar
    ```

    ```goals
    team: Puls
    period: 2026-Q1
    goal 1: Sell 30 hours with a personal trainer
    goal 2: Get 50 answers to the members' survey
    goal 3: Win 20 new company members
      performance goal 3.1: Hold 4 open days
    ```

    ## Options
    - `operational` (default `{warn = 5, max = 9}`): how many operational goals a team may have for a period. In the
      profile `marketing` 3 and 5; in `sales` and `okr` 5 and 7.
    - `strategic` (default `{warn = 5, max = 9}`): the same for strategic goals. In `marketing` and `sales` 3 and 5;
      in `okr` 5 and 7.

    ## Sources
    Published limits disagree, from two goals to nine, and all agree that there is one. Advice for small firms'
    marketing is two or three; for sales, three to five a quarter and one to three strategic ones. Hence a preset for
    each profile.
    """

    code = "LIM001"
    name = "too-many-goals"
    title = "More goals than a team can keep in mind"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    options = (
        Option(
            "operational",
            _MANY,
            _BOUNDS,
            "how many open operational goals a team may have for a period",
            {"marketing": _FEW, "sales": _SOME, "okr": _SOME},
        ),
        Option(
            "strategic",
            _MANY,
            _BOUNDS,
            "how many open strategic goals a team may have for a period",
            {"marketing": _FEW, "sales": _FEW, "okr": _SOME},
        ),
    )
    messages = {
        "operational": "{count} open operational goals, at most {limit}: `too-many-goals.operational.{bound}`",
        "strategic": "{count} open strategic goals, at most {limit}: `too-many-goals.strategic.{bound}`",
        "here": "goals of this file are counted too",
    }
    helps = {
        "operational": "keep the ones that matter most now; put the others below them, or in the next period",
        "strategic": "keep the ones that matter most now; put the others below them, or in a later period",
    }

    def tallies(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Tally]:
        for facts in grouped(project, functools.partial(_whose, project)):
            bounds = options[facts[0].level]
            yield Tally("team", tuple(facts), most=bounds["max"], warn=bounds["warn"])

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        for tally in self.tallies(project, options, today):
            facts, level = tally.goals, tally.goals[0].level
            for bound, severity in _SEVERITIES:
                limit = options[level][bound]
                if len(facts) > limit:
                    first = facts[limit]
                    yield self.report(
                        level,
                        first.head,
                        level=severity,
                        goal=first.index,
                        file=first.file,
                        related=_elsewhere(facts, first),
                        count=len(facts),
                        limit=limit,
                        bound=bound,
                    )
                    break


def _whose(project: Project, fact: GoalFact) -> tuple[str, ...] | None:
    """The team or folder, the level and the period of a goal that counts."""
    if not fact.open or fact.parent is not None or fact.sub or fact.kind in ("key_result", "vision"):
        return None
    if fact.kind == "performance" and next(project.above(fact), None) is not None:
        return None
    return "" if fact.team else dirname(fact.file), fold(fact.team), fact.level, *fact.period


def _elsewhere(facts: Sequence[GoalFact], goal: GoalFact) -> tuple[Related, ...]:
    """The first of those goals in each other file."""
    files = {fact.file: fact for fact in reversed(facts) if fact.file != goal.file}
    return tuple(Related(fact.head, "here", file) for file, fact in sorted(files.items()))
