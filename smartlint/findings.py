"""Reports become findings: told by their place in the file, with a fingerprint, and with their fix written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from smartlint.digest import blake2b
from smartlint.extracting import is_packed
from smartlint.finding import Finding, Place
from smartlint.goal import Document, Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.moving import Found
from smartlint.new_line import NoRoom, placed
from smartlint.policy.policy import Ruling
from smartlint.readers import can_hold, in_data
from smartlint.record import NamedTuple, replace
from smartlint.rule import NEW_LINE, Edit, Fix, Report, Rule
from smartlint.source import Source, Spaced, Span
from smartlint.translation import fill


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
        fix = self._written(report.fix, rule, goal) if report.fix else None
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
            fix=self._in_file(fix),
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

    def _in_file(self, fix: Fix | None) -> Fix | None:
        """A fix with the places that it has in the file."""
        source = self._document.source
        if fix is None or source.file is source:
            return fix
        return replace(fix, edits=tuple(replace(edit, span=source.in_file(edit.span)) for edit in fix.edits))

    def _written(self, fix: Fix, rule: type[Rule], goal: Goal | None) -> Fix | None:
        """A fix whose patterns are filled in, in the language of the goal, and whose new lines have their place, if any.

        Into a file that nobody but its own program writes it is a proposal.
        """
        path = self._document.source.path
        try:
            edits = tuple(self._edit(edit, rule, goal) for edit in fix.edits)
        except NoRoom:
            return None
        if not all(can_hold(path, edit.text) for edit in edits):
            return None
        return replace(fix, edits=edits, applicability="display" if is_packed(path) else fix.applicability)

    def _edit(self, edit: Edit, rule: type[Rule], about: Goal | None) -> Edit:
        document = self._document
        span, text, pattern = edit.span, edit.text, ""
        if edit.params is not None:
            pattern = rule.patterns[text]
            language = _language_of(document, about, span)
            text = fill(rule.in_language(pattern, language), edit.params, language)
        if span == NEW_LINE:
            span, text = placed(text, document, about)
        elif in_data(document.source.path, document.source.file.text, document.source.in_file(span).start):
            from smartlint.readers.data_edits import fitted  # here: most files are goal files

            found = fitted(document, document.source.in_file(span), text)
            if found is None:
                raise NoRoom
            return Edit(*found, pattern=pattern)
        source = document.source
        # what has room between its parts is told later: the parts move from one version of a file to the next
        return Edit(source.in_file(span) if source.file is source else span, text, pattern=pattern)


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


def _language_of(document: Document, goal: Goal | None, span: Span) -> str:
    """What is written into a goal's sentence is in the language of that; a new line is, where its goal word is as well."""
    if goal is None:
        return document.language
    if span != NEW_LINE:
        return goal.language if goal.statement.span.contains(span) else document.language
    word = vocabulary().goal_word(tuple(goal.word.text.lower().split()), goal.language)
    return word[0].language if word is not None and word[0].language == goal.language else document.language
