"""Reports become findings: told by their place in the file, with a fingerprint, and with their fix written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from smartlint.digest import blake2b
from smartlint.finding import Finding, Place
from smartlint.goal import Document, Goal
from smartlint.moving import Found
from smartlint.policy.policy import Ruling
from smartlint.record import NamedTuple
from smartlint.rule import NEW_LINE, Fix, Report, Rule
from smartlint.source import Source, Spaced, Span
from smartlint.written_fixes import in_file, written


class Told(NamedTuple):
    """A finding and what it was made of: about a goal, in a file whose lines end so and that is in a language.

    ``key`` is what the fingerprint rests on, with the ``ordinal``; ``places`` are offsets in the parts of the file that it
    speaks of, with where these stood when it was made, as ``found``.
    """

    report: Report
    goal: Goal
    ruling: Ruling | None
    about: tuple[str, str]
    key: str
    ordinal: int
    places: Sequence[tuple[int, int, int]]
    found: Found


class Findings:
    """Makes findings of the reports about one file; ``source_of`` gives the texts of the others by path.

    ``before`` are those of the version before, by the identity of what was reported: of a part that has not changed the same
    is reported again. ``told`` are those of this one.
    """

    def __init__(
        self, document: Document, source_of: Callable[[str], Source], before: Mapping[int, Told] | None = None
    ) -> None:
        self._document = document
        self._source_of = source_of
        self._about = (document.source.line_end, document.language)
        self._spaced = document.source if isinstance(document.source, Spaced) else None
        self._goals = document.all_goals
        self._before = before or {}
        self.told: dict[int, Told] = {}
        self._ordinals: dict[str, int] = {}

    @cached_property
    def _heads(self) -> frozenset[Span]:
        return frozenset([goal.head for goal in self._goals])

    def of(self, rule: type[Rule], report: Report, ruling: Ruling | None = None) -> Found:
        document = self._document
        source = document.source
        goal = self._goals[report.goal] if report.goal is not None else None
        known = self._before.get(id(report))
        again = self._again(known, goal, ruling) if known is not None else None
        if again is not None:
            return again
        path = goal.path if goal is not None else ()
        key = "\0".join((rule.code, report.message_id, source.path, *path, source.slice(report.span)))
        self._ordinals[key] = ordinal = self._ordinals.get(key, 0) + 1
        related = tuple(
            Place.of(self._source_of(other.file) if other.file else source, other.span, other.note) for other in report.related
        )
        fix = written(report.fix, rule, document, goal) if report.fix else None
        finding = Finding(
            rule=rule,
            message_id=report.message_id,
            params=report.params,
            level=report.level or rule.level,
            place=Place.of(source, report.span),
            language=document.language,
            goal=path,
            related=related,
            fingerprint=blake2b(f"{key}\0{ordinal}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
            fix=in_file(fix, source),
            ruling=ruling,
            statement=goal.statement.plain if goal is not None else "",
            at_head=report.span in self._heads,
        )
        found = Found(finding)
        if goal is not None and self._spaced is not None:
            places = _places(goal, self._spaced, [*_spans(report, fix)])
            if places:
                self.told[id(report)] = Told(report, goal, ruling, self._about, key, ordinal, places, found)
        return found

    def _again(self, known: Told, goal: Goal | None, ruling: Ruling | None) -> Found | None:
        """What was found before, where it stands now; None if it is told otherwise now, or another one of its kind."""
        source = self._spaced
        if source is None or goal is not known.goal or ruling != known.ruling or self._about != known.about:
            return None
        if self._ordinals.get(known.key, 0) + 1 != known.ordinal:
            return None
        shifts = set()
        for offset, was_back, was_at in known.places:
            back, line = source.moved(offset)
            shifts.add((back - was_back, line - was_at))
        if len(shifts) > 1:
            return None
        self._ordinals[known.key] = known.ordinal
        self.told[id(known.report)] = known
        ((by, lines),) = shifts
        return Found(known.found.finding, by, lines) if by or lines else known.found


def _spans(report: Report, fix: Fix | None) -> Iterator[Span]:
    """The places of a report and of its fix; those in other files are nowhere in this one."""
    yield report.span
    for other in report.related:
        yield NEW_LINE if other.file else other.span
    for edit in fix.edits if fix is not None else ():
        yield edit.span


def _places(goal: Goal, source: Spaced, spans: Sequence[Span]) -> Sequence[tuple[int, int, int]]:
    """An offset in each part of the file that has any of these places, and where it stands; none if they may move apart.

    They move together as long as they are in one part, or in the first and the last that belong to the goal alone.
    """
    found = {source.piece(offset): offset for span in spans for offset in span}
    own = {source.piece(goal.span.start), source.piece(goal.span.end)}
    if min(spans).start < goal.span.start or not (len(found) == 1 or own.issuperset(found)):
        return ()
    return [(offset, *source.moved(offset)) for offset in found.values()]
