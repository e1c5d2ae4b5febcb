"""Which goals speak of the same thing: one metric, one team, one owner, and nothing that tells them apart."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator
from posixpath import dirname

from smartlint.rule import GoalFact, Project, compile_late, fold, measure, stems
from smartlint_rules.grouping import grouped

#: With how many earlier goals of the same metric a goal is compared: the time must not grow with their square.
_COMPARED = 20
#: Figures are rounded to this many digits at the coarsest.
_DIGITS = 2

_NUMBER = compile_late(r"\d+")
_Owners = frozenset[str]


def place(fact: GoalFact) -> str:
    """The team, or the folder of goals that have none."""
    return fold(fact.team) or f"{dirname(fact.file)}/"


def owners(fact: GoalFact) -> _Owners:
    return frozenset(fold(person.email or person.handle or person.text) for person in fact.owners)


def may_be_one(one: GoalFact, other: GoalFact) -> bool:
    """Channel, audience, place and owner are the same, or one of the two does not say."""
    scopes = zip(one.scope, other.scope, strict=True)
    people = owners(one), owners(other)
    same_scope = all(not first or not second or fold(first) == fold(second) for first, second in scopes)
    return same_scope and (people[0] == people[1] or not all(people))


def related(project: Project, one: GoalFact, other: GoalFact) -> bool:
    """One of them stands under the other, or supports it."""
    return any(goal is other for goal in project.above(one)) or any(goal is one for goal in project.above(other))


def of_one_metric(project: Project) -> Iterator[tuple[GoalFact, GoalFact]]:
    """Pairs of open goals of one team that measure the same and may be one, the earlier first."""
    return pairs(project, _measured)


def pairs(project: Project, key: Callable[[GoalFact], Hashable]) -> Iterator[tuple[GoalFact, GoalFact]]:
    """Pairs of open goals with one key that may be one, the earlier first; without a key a goal is left alone."""
    for facts in grouped(project, lambda fact: key(fact) if fact.open and fact.kind != "vision" and fact.statement else None):
        if len(facts) > 1:
            yield from _pairs(facts)


def _pairs(facts: list[GoalFact]) -> Iterator[tuple[GoalFact, GoalFact]]:
    """Goals are put by owner, so that those of a thousand sellers are not compared with one another."""
    of_all: deque[GoalFact] = deque(maxlen=_COMPARED)
    of_owner: dict[_Owners, deque[GoalFact]] = defaultdict(lambda: deque(maxlen=_COMPARED))
    for fact in facts:
        mine = owners(fact)
        earlier = [*of_owner[mine], *of_owner[frozenset()]] if mine else [*of_all]
        for other in earlier:
            if may_be_one(other, fact):
                yield other, fact
        of_all.append(fact)
        of_owner[mine].append(fact)


def _measured(fact: GoalFact) -> Hashable:
    """The words of sentence and metric together, and the numbers that are no figure (`level 2`).

    A metric alone is not enough: `sales` is that of shoes in one goal and that of boots in the next.
    """
    words = stems(fact.measured) | stems(fact.metric)
    return (place(fact), words, _other_numbers(fact)) if words else None


def _other_numbers(fact: GoalFact) -> tuple[str, ...]:
    left = Counter(_NUMBER.findall(fact.measured))
    for amount in (fact.target, fact.baseline):
        left.subtract(_NUMBER.findall(amount.text) if amount else ())
    return tuple(sorted(left.elements()))


def same_unit(one: GoalFact, other: GoalFact) -> bool:
    """Targets or baselines, where both have any, are in one unit and for one interval."""
    for first, second in ((one.target, other.target), (one.baseline, other.baseline)):
        if first and second and (measure(first), first.per) != (measure(second), second.per):
            return False
    return True


def same_value(one: float, other: float) -> bool:
    """They are the same when the one is rounded as the other is: 2.46 and 2.5, but not 2.4 and 2.5."""
    digits = max(_DIGITS, min(_significant(one), _significant(other)))
    return float(f"{one:.{digits}g}") == float(f"{other:.{digits}g}")


def _significant(value: float) -> int:
    return len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("-0"))
