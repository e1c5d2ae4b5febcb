"""How goals stand with each quality: the SMART profile of goals, teams and the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from smartlint.review.basis import Basis, rules_of
from smartlint.review.loads import Counted
from smartlint.review.model import SOUND, STATES, Finding, Limit, Quality, Share, State
from smartlint.review.qualities import KINDS, kind_of
from smartlint.rule import Rule

#: The worse of two states comes first; what is excused is no pass, so that comments make no profile better.
_WORST: tuple[State, ...] = ("error", "warning", "excused", "info", "passes", "unjudged")


def profiles(
    basis: Basis, found: Sequence[Finding], quiet: Sequence[Finding], crowded: Mapping[int, Mapping[int, State]]
) -> tuple[tuple[State, ...], ...]:
    """The states of every goal; ``crowded`` are those that come of what a team has too many of, by goal and quality."""
    states: dict[int, dict[int, State]] = defaultdict(dict)
    for one in (*found, *quiet):
        kind = kind_of(one.code)
        if one.goal is not None and kind is not None:
            state: State = "excused" if one.excuse else one.level
            states[one.goal][kind] = _worse(state, states[one.goal].get(kind))
    for goal, more in crowded.items():
        for kind, state in more.items():
            states[goal][kind] = _worse(state, states[goal].get(kind))
    judged = {id(settings): _judged(rules_of(settings)) for settings in basis.different_settings}
    return tuple(
        _profile(judged[id(basis.settings[fact.file])] if fact.open and fact.kind != "vision" else frozenset(), states[number])
        for number, fact in enumerate(basis.facts)
    )


def _judged(rules: Iterable[type[Rule]]) -> frozenset[int]:
    return frozenset(kind for rule in rules if (kind := kind_of(rule.code)) is not None)


def _worse(one: State, other: State | None) -> State:
    return one if other is None else min(one, other, key=_WORST.index)


def _profile(judged: frozenset[int], states: Mapping[int, State]) -> tuple[State, ...]:
    unless: tuple[State, State] = ("unjudged", "passes")
    return tuple(states.get(number, unless[number in judged]) for number in range(len(KINDS)))


def crowded(limits: Sequence[Limit], tallies: Sequence[Counted]) -> dict[int, dict[int, State]]:
    """A team that has too many goals has too many with each of them, not only with the one that is reported."""
    found: dict[int, dict[int, State]] = defaultdict(dict)
    kind = next((kind_of(one.code) for one in tallies if one.tally.of == "team"), None)
    for limit in limits:
        if kind is not None and limit.state != "within":
            for goal in limit.goals:
                found[goal][kind] = _worse(limit.state, found[goal].get(kind))
    return found


def share(states: Iterable[State]) -> Share:
    """How many of the goals that were judged pass."""
    many = Counter(states)
    return Share(many.total() - many["unjudged"], sum(many[state] for state in SOUND))


def shares(profiles: Sequence[tuple[State, ...]]) -> tuple[Share, ...]:
    """The same for each quality."""
    return tuple(share(profile[number] for profile in profiles) for number in range(len(KINDS)))


def qualities(basis: Basis, profiles: Sequence[tuple[State, ...]]) -> tuple[Quality, ...]:
    """Each quality over all goals."""
    codes = sorted({rule.code for settings in basis.different_settings for rule in rules_of(settings)})
    made = []
    for number, kind in enumerate(KINDS):
        states = [profile[number] for profile in profiles]
        many = Counter(states)
        judging = tuple(code for code in codes if kind_of(code) == number)
        title = basis.say(kind.title)
        made.append(
            Quality(kind.id, kind.letter, title, kind.families, judging, share(states), tuple(many[one] for one in STATES))
        )
    return tuple(made)
