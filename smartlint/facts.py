"""Facts of goals: small, JSON-able records of what other files may need to know, made from each document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from smartlint.alike import Ends, ends
from smartlint.goal import Document, Goal, Part, Problem
from smartlint.pattern import compile_late
from smartlint.reading import Person, Quantity, Text, TimeRef
from smartlint.record import dataclass, replace
from smartlint.source import Span

#: Fields that say where, by what way or to whom a goal applies.
SCOPE = ("channel", "audience", "where")
_NOWHERE = Span(0, 0)
#: Problems of lines that may have been meant as a goal or a field.
_UNREAD = ("syntax-error", "unknown-field")
#: What the facts of a part are noted by.
_FACTS = "facts"
#: So far before a number its preposition is looked for.
_SMALL = 12
_FROM = compile_late(r"\b[^\W\d_]{2,4}\s+$")


@lru_cache(1 << 12)
def fold(name: str) -> str:
    """A name as it is compared: case, Unicode form and repeated blanks do not matter."""
    return " ".join(normalize("NFC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A reference as written, with its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoalFact:
    """What other files may need to know of one goal. Dates are ISO; ``period`` and ``deadline`` are inclusive.

    ``start`` is the first day, as the goal says itself or as its period does, and "" where nothing tells. ``due`` is where
    a deadline of the goal's own stands that names its day: no year was guessed, nothing was counted, and it is no period
    that the sentence may only compare with (``more than in 2025``). ``direction`` is 1 for more, -1 for less, 0 where the
    sentence does not tell. ``unread``: a line that belongs to it was not understood. ``measured`` is the sentence without
    its dates, its words for more and less, and its measures, with what is counted in capitals. ``line`` is that of its head,
    ``body`` are its own lines without the goals below it, and ``said`` names what it states or inherits.
    """

    file: str
    index: int
    parent: int | None
    path: tuple[str, ...]
    id: str
    id_span: Span
    span: Span
    head: Span
    kind: str
    level: str
    level_stated: bool
    sub: bool
    open: bool
    team: str
    period: tuple[str, str]
    deadline: str
    statement: str
    supports: tuple[LinkFact, ...]
    supports_inherited: bool
    supports_attempted: bool = False
    status: str = "committed"
    start: str = ""
    due: Span = _NOWHERE
    owners: tuple[Person, ...] = ()
    owner_inherited: bool = False
    metric: str = ""
    measured: str = ""
    direction: int = 0
    baseline: Quantity | None = None
    target: Quantity | None = None
    scope: tuple[str, ...] = ("",) * len(SCOPE)
    unread: bool = False
    line: int = 0
    body: Span = _NOWHERE
    said: tuple[str, ...] = ()
    language: str = "en"

    @property
    def name(self) -> str:
        return self.id or self.statement[:60] or self.path[-1]

    def as_json(self) -> dict[str, Any]:
        return _parts(self)


def _json(value: Any) -> Any:
    """A value as JSON has it: records as objects, spans and tuples as lists."""
    if type(value) is tuple or isinstance(value, Span):
        return [_json(part) for part in value]
    if isinstance(value, LinkFact):
        return _parts(value)
    return {name: _json(part) for name, part in value._asdict().items()} if isinstance(value, (Person, Quantity)) else value


def _parts(fact: GoalFact | LinkFact) -> dict[str, Any]:
    return {name: _json(getattr(fact, name)) for name in fact.__slots__}


def collect(document: Document) -> tuple[GoalFact, ...]:
    """The facts of a document, in order of place: ``facts[n]`` speaks of ``document.all_goals[n]``."""
    unread = _unread(document.problems)
    return tuple(_fact(document, goal, goal.index in unread) for goal in document.all_goals)


def recollect(document: Document, before: tuple[Document, tuple[GoalFact, ...]] | None = None) -> tuple[GoalFact, ...]:
    """The facts of a document, of which those of parts that have not changed are noted; those of a version ``before``."""
    if not document.parts:
        return collect(document)
    was, known = before or (document, ())
    first, last = ends(was.parts, document.parts) if before is not None else Ends(0, 0)
    end = len(document.parts) - last
    line_at = document.source.line_at
    between: list[GoalFact] = []
    for part in document.parts[first:end]:
        facts: tuple[GoalFact, ...] | None = part.notes.get(_FACTS)
        if facts is None:
            facts = part.notes[_FACTS] = tuple(_of_part(document, part))
        elif facts and (down := line_at(facts[0].head.start) - facts[0].line):
            facts = part.notes[_FACTS] = _further_down(facts, down)
        between += facts
    above, below = _count(document.parts[:first]), len(known) - _count(document.parts[end:])
    down = document.source.line_count - was.source.line_count
    return (*known[:above], *between, *(_further_down(known[below:], down) if down else known[below:]))


def _count(parts: Iterable[Part]) -> int:
    return sum(map(len, [part.goals for part in parts]))


def _further_down(facts: Iterable[GoalFact], lines: int) -> tuple[GoalFact, ...]:
    return tuple([replace(fact, line=fact.line + lines) for fact in facts])


def _of_part(document: Document, part: Part) -> Iterator[GoalFact]:
    """The facts of a part that has changed; those of a goal in it that has not are noted."""
    unread = _unread(part.problems)
    for goal in part.goals:
        notes = part.notes.setdefault(goal, {})
        known: GoalFact | None = notes.get(_FACTS)
        is_unread, parent = goal.index in unread, document.parent(goal)
        if known is None or known.unread != is_unread or known.parent != (parent.index if parent else None):
            known = _fact(document, goal, is_unread)
        elif known.line != (line := document.source.line_at(goal.head.start)):
            known = replace(known, line=line)
        notes[_FACTS] = known
        yield known


def _unread(problems: Iterable[Problem]) -> set[int | None]:
    """The goals of which a line was not understood, by their place."""
    return {problem.goal for problem in problems if problem.kind in _UNREAD}


def _fact(document: Document, goal: Goal, unread: bool) -> GoalFact:
    parent = document.parent(goal)
    period, deadline = goal.period, goal.deadline
    return GoalFact(
        file=document.source.path,
        index=goal.index,
        parent=parent.index if parent else None,
        path=goal.path,
        id=goal.id.text,
        id_span=goal.id.span,
        span=goal.statement.span if goal.statement else goal.head,
        head=goal.head,
        kind=goal.kind,
        level=goal.level,
        level_stated=goal.level_stated,
        sub=goal.sub,
        open=goal.is_open,
        team=goal.team,
        period=(_iso(period.start), _iso(period.end)) if period else ("", ""),
        deadline=_iso(deadline.end) if deadline else "",
        statement=goal.statement.plain,
        supports=tuple(LinkFact(link.text, link.span) for link in goal.supports),
        supports_inherited="supports" in goal.inherited,
        supports_attempted="supports" in goal.attempted,
        status=goal.status,
        start=_first_day(goal),
        due=deadline.span if deadline is not None and _is_written(goal, deadline) else _NOWHERE,
        owners=goal.owner,
        owner_inherited="owner" in goal.inherited,
        metric=_plain(goal, "metric"),
        measured=_measured(goal),
        direction=_direction(goal),
        baseline=goal.baseline,
        target=goal.target,
        scope=tuple(_plain(goal, name) for name in SCOPE),
        unread=unread,
        line=document.source.line_at(goal.head.start),
        body=document.source.in_file(goal.span),
        said=_said(goal),
        language=goal.language,
    )


def _said(goal: Goal) -> tuple[str, ...]:
    read = {"baseline": goal.baseline, "target": goal.target, "deadline": goal.deadline, "owner": goal.owner}
    return tuple(sorted({*goal.fields, *goal.inherited, *(name for name, value in read.items() if value)}))


def supporters(document: Document, goal: Goal) -> tuple[Goal, ...]:
    """The goals of the same file that support a goal by its ID, cancelled ones too."""
    links = linked(document.whole)
    found = links.get(fold(goal.id.text), ()) if links and goal.id else ()
    if not found:
        return document.beside(goal, ())
    places = ("", fold(goal.team), _stem(document))
    meant = (one for one, place in found if one is not goal and (place in places or places[2].endswith(f"/{place}")))
    return document.beside(goal, tuple(meant))


def under(document: Document, goal: Goal) -> Iterator[Goal]:
    """All goals below a goal, nested or supporting, each once; what is cancelled, with all below it, is left out."""
    seen, waiting = {goal.index}, [goal]
    while waiting:
        above = waiting.pop()
        for one in (*above.children, *supporters(document, above)):
            if one.index not in seen and one.status != "cancelled":
                seen.add(one.index)
                waiting.append(one)
                yield one


@lru_cache(maxsize=1)
def linked(document: Document) -> Mapping[str, list[tuple[Goal, str]]]:
    """Which goals of a file support an ID, and in which place they look for it; kept while its goals are judged."""
    found: dict[str, list[tuple[Goal, str]]] = defaultdict(list)
    for goal in document.all_goals:
        for link in goal.supports:
            place, _, name = link.text.rpartition("/")
            found[fold(name)].append((goal, fold(place)))
    return dict(found)


def _stem(document: Document) -> str:
    return fold(document.source.path.rpartition(".")[0])


def _iso(day: object) -> str:
    return day.isoformat() if hasattr(day, "isoformat") else ""


def _first_day(goal: Goal) -> str:
    """As its own field says, or the period in its sentence, or its period; a deadline that is a whole month begins nothing."""
    if goal.start is not None:
        return _iso(goal.start.start or goal.start.end)
    said = goal.deadline if "deadline" not in goal.fields and "deadline" not in goal.inherited else None
    for time in (said, goal.period):
        if time is not None and time.role == "period" and time.start and time.start != time.end:
            return _iso(time.start)
    return ""


def _is_written(goal: Goal, deadline: TimeRef) -> bool:
    if deadline.end is None or deadline.derived or "deadline" in goal.inherited:
        return False
    return "deadline" in goal.fields or deadline.role == "deadline" or deadline.start == deadline.end


def _plain(goal: Goal, name: str) -> str:
    text = goal.text_of(name)
    return text.plain if isinstance(text, Text) else ""


def _measured(goal: Goal) -> str:
    """The sentence as it is compared with others; a currency or ``%`` goes with its number, what is counted stays."""
    reading, offset = goal.reading, goal.statement.span.start
    blank = [time.span for time in reading.times if time.role != "recurrence"]  # Mondays are no Fridays
    blank += [hit.span for hit in reading.of("increase", "decrease")]
    blank += [amount.span for amount in reading.quantities if amount.unit and is_measure(amount.unit)]
    blank += [_before(amount, goal) for amount in reading.quantities if amount.role == "baseline"]
    blank += reading.owners
    signs = list(goal.statement.text)
    for amount in reading.quantities:
        if not is_measure(amount.unit):
            for at in range(amount.span.start - offset, amount.span.end - offset):
                signs[at] = signs[at].upper()
    for start, end in blank:
        signs[start - offset : end - offset] = " " * (end - start)
    return " ".join("".join(signs).split())


def _before(amount: Quantity, goal: Goal) -> Span:
    """The small word before a baseline: who says only what is to be reached leaves the ``from`` out."""
    offset = goal.statement.span.start
    end = amount.span.start - offset
    found = _FROM.search(goal.statement.text, max(0, end - _SMALL), end)
    return Span(found.start() + offset, found.end() + offset) if found else Span(offset, offset)


def is_measure(unit: str) -> bool:
    """A unit that has a name of its own, such as ``percent``, ``NOK`` or ``h``, and is no counted noun."""
    return unit in _MEASURES or (len(unit) == 3 and unit.isupper() and unit.isascii())


def measure(amount: Quantity) -> str:
    """The unit of an amount if it is a measure, and "" for things that are counted: their word stands in the sentence."""
    return amount.unit if is_measure(amount.unit) else ""


_MEASURES = frozenset(("", "percent", "percentage_point", "times", *"s min h d wk mo yr kg g m km l t".split()))


def _direction(goal: Goal) -> int:
    """What the words say outside the means, if they agree; else what baseline and target say."""
    means = goal.reading.means
    kinds = {
        hit.kind
        for hit in goal.reading.of("increase", "decrease", "keep")
        if not any(span.contains(hit.span) for span in means)
    }
    if len(kinds) == 1:
        return {"increase": 1, "decrease": -1, "keep": 0}[kinds.pop()]
    baseline, target = goal.baseline, goal.target
    if kinds or baseline is None or target is None or baseline.unit != target.unit:
        return 0
    return (target.value > baseline.value) - (target.value < baseline.value)
