"""A goal file is read block by block, and a block that was read before, where it stands now, is not read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from smartlint.alike import Ends, ends
from smartlint.goal import Document, Goal, Part, Problem
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.blocks import Block
from smartlint.parser.directives import directives
from smartlint.parser.drafts import GoalDraft
from smartlint.parser.handed import Above, Given, supported
from smartlint.parser.layout import Layout
from smartlint.parser.lines import Line, Spoken, read_lines
from smartlint.parser.resolve import Resolved, Resolver
from smartlint.record import NamedTuple, dataclass, replace
from smartlint.source import Source, Span

#: The values of an ``Above``.
_Stands = tuple[Given | None, Given | None, frozenset[str], int, int]
_NOBODY = frozenset[str]()


class _Over(NamedTuple):
    """What stands above a block: as in ``Above``, and whether any of it is a goal."""

    first: Given | None
    handed: Given | None
    goals: int
    roots: int
    below: bool


_NOTHING_OVER = _Over(None, None, 0, 0, below=False)


@dataclass(frozen=True, eq=False)
class _Laid:
    """A block whose lines have found their places; ``ids`` are those of its goals, ``supported`` what they support."""

    block: Block
    text: str
    layout: Layout
    ids: frozenset[str]
    supported: frozenset[str]


@dataclass(frozen=True, eq=False)
class _Made:
    """What was made of a block where this stood above it; ``below``: goals did. ``headings`` are the first and the last."""

    laid: _Laid
    above: Above
    below: bool
    part: Part
    headings: tuple[Given, Given] | None
    resolved: Mapping[Span, Resolved]

    @property
    def stands_over(self) -> _Over:
        """What the block below it must know."""
        above, part = self.above, self.part
        first, handed = self.headings or (None, above.handed)
        goals, roots = above.goals + len(part.goals), above.roots + len(part.roots)
        return _Over(above.first or first, handed, goals, roots, self.below or bool(self.laid.layout.roots))


class Parts:
    """Reads a goal file, once or ``often``: again when it has changed."""

    def __init__(self, voted: Spoken, today: date, fiscal_year_starts: int, *, often: bool = False) -> None:
        self.voted = voted
        self._language = voted.languages[0]
        self._today = today
        self._fiscal_year_starts = fiscal_year_starts
        self._often = often
        self._blocks: Sequence[Block] = ()  # of the version before, with what came of them
        self._laid: list[_Laid] = []
        self._made: list[_Made] = []
        self._names: Mapping[str, frozenset[str]] = {}

    def read(self, source: Source, blocks: Sequence[Block]) -> Document:
        """The document that the blocks of a text are."""
        laid = self._lay_out(source, blocks)
        made = self._make(source, laid)
        self._blocks, self._laid, self._made = blocks, laid, made
        parts = tuple(one.part for one in made)
        problems = _first_of_a_kind(list(chain.from_iterable([part.problems for part in parts])))
        if not any(part.roots for part in parts) and not any(problem.variant == "too-long" for problem in problems):
            problems = [one for one in problems if one.kind not in ("syntax-error", "unknown-field", "missing-colon")]
            problems.append(_no_goals(source, self._language))
        return Document(
            source,
            self._language,
            tuple(chain.from_iterable([part.sections for part in parts])),
            tuple(chain.from_iterable([part.roots for part in parts])),
            tuple(sorted(problems, key=lambda problem: problem.span)),
            tuple(chain.from_iterable([part.directives for part in parts])),
            self.voted.languages if len(self.voted.languages) > 1 else (),
            parts,
        )

    # --- lines find their places --------------------------------------------------------------------------------------

    def _lay_out(self, source: Source, blocks: Sequence[Block]) -> list[_Laid]:
        """Blocks that stand together and are not known are read together."""
        first, last = ends(self._blocks, blocks)
        end = len(self._laid) - last
        before = {one.block.start: one for one in self._laid[first:end]}
        found = self._laid[:first]
        waiting: list[Block] = []
        for block in blocks[first : len(blocks) - last]:
            known = before.get(block.start)
            if known is not None and known.block == block and source.text.startswith(known.text, block.start):
                found += [*self._read(source, waiting), known]
                waiting = []
            else:
                waiting.append(block)
        return [*found, *self._read(source, waiting), *self._laid[end:]]

    def _read(self, source: Source, blocks: Sequence[Block]) -> Iterator[_Laid]:
        if not blocks:
            return
        whole = Span(blocks[0].start, blocks[-1].end)
        roomy = frozenset().union(*[block.inner for block in blocks])
        heading, goals = read_lines(source.text, self._language, whole, in_goal=whole.start > 0, roomy=roomy)
        lines = chain(heading, *goals)
        line = next(lines, None)
        for block in blocks:
            own: list[Line] = []
            while line is not None and line.start < block.end:
                own.append(line)
                line = next(lines, None)
            yield self._placed(source, block, own)

    def _placed(self, source: Source, block: Block, lines: list[Line]) -> _Laid:
        starts = [0, *(at for at, line in enumerate(lines) if line.kind == "GOAL"), len(lines)]
        heading, *goals = (lines[start:end] for start, end in pairwise(starts))
        begins = lines[0].start if lines and block.start else 0
        layout = Layout(source, self._language, begins)
        layout.place(heading, goals)
        ids = frozenset(source.slice(draft.id).lower() for draft in _every(layout.roots) if draft.id is not None)
        names = frozenset(supported(source, layout.roots, self._language))
        return _Laid(block, source.text[block.start : block.end], layout, ids, names)

    # --- they become goals --------------------------------------------------------------------------------------------

    def _make(self, source: Source, laid: Sequence[_Laid]) -> list[_Made]:
        names = _supported(laid)
        first, last = ends(self._laid, laid) if names == self._names else Ends(0, 0)
        self._names = names
        known = {one.laid.block.start: one for one in self._made}
        made = self._made[:first]
        for left in range(len(laid) - first, 0, -1):
            one, over = laid[-left], made[-1].stands_over if made else _NOTHING_OVER
            if made and not self._often:  # drafts take as much memory as the goals that they become
                made[-1].laid.layout.forget()
            before = known.get(one.block.start)
            named = frozenset().union(*[names.get(own, _NOBODY) for own in one.ids]) if names else _NOBODY
            above = (over.first, None if one.block.heads else over.handed, named, over.goals, over.roots)
            now = before and self._again(one, before, above, below=over.below)
            made.append(now or self._resolved(source, one, before, Above(*above), below=over.below))
            if left <= last and now is before:  # then what is below it is as it was as well
                return made + self._made[len(self._made) - left + 1 :]
        return made

    def _again(self, laid: _Laid, known: _Made, above: _Stands, *, below: bool) -> _Made | None:
        """What was made of a block before, with the numbers that its goals have now."""
        first, handed, named, goals, roots = above
        was = known.above
        if known.laid is not laid or known.below != below:
            return None
        if was.first is not first or was.handed is not handed or was.supported != named:
            return None
        if was.goals == goals and was.roots == roots:
            return known
        part = _numbered(known.part, goals - was.goals, roots - was.roots)
        return replace(known, above=Above(*above), part=part)

    def _resolved(self, source: Source, laid: _Laid, before: _Made | None, above: Above, *, below: bool) -> _Made:
        layout = laid.layout
        known = (before.resolved if before is not None else {}) if self._often else None
        resolver = Resolver(source, layout, self.voted, self._today, self._fiscal_year_starts, above, before=known)
        suppressions, malformed = directives(source, layout, below=below)
        part = Part(resolver.sections, resolver.goals, (*resolver.problems, *malformed), tuple(suppressions))
        if before is not None:
            part.notes.update({goal: before.part.notes[goal] for goal in part.goals if goal in before.part.notes})
        headings = (resolver.handed_on(0), resolver.handed_on(-1)) if laid.block.heads else None
        return _Made(laid, above, below, part, headings, resolver.resolved)


def _supported(laid: Sequence[_Laid]) -> Mapping[str, frozenset[str]]:
    """What the goals of a file support, as they write it, by the ID alone."""
    found: dict[str, frozenset[str]] = {}
    for name in chain.from_iterable([one.supported for one in laid]):
        own = name.rpartition("/")[2]
        found[own] = found.get(own, _NOBODY) | {name}
    return found


def _every(drafts: Sequence[GoalDraft]) -> Iterator[GoalDraft]:
    for draft in drafts:
        yield draft
        yield from _every(draft.children)


def _numbered(part: Part, goals: int, roots: int) -> Part:
    """A part that so many more goals stand above, so many more of them under no other."""
    moved = [_moved(root, goals, roots, root.path[0]) for root in part.roots]
    problems = [one if one.goal is None else replace(one, goal=one.goal + goals) for one in part.problems]
    return replace(part, roots=tuple(moved), problems=tuple(problems), notes={})


def _moved(goal: Goal, goals: int, roots: int, above: str) -> Goal:
    """``above`` is what the outermost goal is called: its number, where it has no ID."""
    name = f"#{int(above[1:]) + roots}" if above.startswith("#") else above
    children = tuple(_moved(child, goals, roots, above) for child in goal.children)
    return replace(goal, index=goal.index + goals, path=(name, *goal.path[1:]), children=children)


def _first_of_a_kind(problems: list[Problem]) -> list[Problem]:
    """Lines that cannot be compared are one problem of a file."""
    mixed = next((problem for problem in problems if problem.kind == "mixed-indentation"), None)
    return [problem for problem in problems if problem.kind != "mixed-indentation" or problem is mixed]


def _no_goals(source: Source, language: str) -> Problem:
    """A file with no goal says so, at its first line of text, and shows that line rewritten as a goal."""
    heading, goals = read_lines(source.text, language)
    lines = [line for line in chain(heading, *goals) if line.kind != "DIRECTIVE" and line.content.start < line.content.end]
    if not lines:
        return Problem("no-goals", "empty", Span(0, min(1, len(source.text))))
    line = next((line for line in lines if line.kind not in ("GOAL", "FIELD")), None)
    text = source.slice(line.content) if line else "…"
    shown = text if len(text) <= 60 else text[:59] + "…"
    word = next(word for word, meanings in vocabulary().kinds.items() if ("goal", language) in meanings)
    mended = f"{word}: {text}" if lines == [line] else None
    return Problem("no-goals", "none", (line or lines[0]).content, {"example": f"{word}: {shown}"}, mended=mended)
