"""Drafts become goals: typed, with what they inherit and where from, and with their sentences understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Any

from smartlint.goal import Field, Goal, Link, Origin, Problem, Section
from smartlint.language.detect import own_language
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.drafts import FieldDraft, GoalDraft, Laid, SectionDraft
from smartlint.parser.handed import Above, Given, supported
from smartlint.parser.lines import Spoken
from smartlint.parser.readings import read
from smartlint.parser.values import Reader, text_of, too_long
from smartlint.reading import Hit, Quantity, Reading, Text, TimeRef
from smartlint.record import NamedTuple, replace
from smartlint.source import Source, Span

#: Tells which time in a sentence is its day; told whether the goal has one from elsewhere as well.
Due = Callable[[Text, Reading, bool], TimeRef | None]

#: Fields that a goal takes from the goal above it or the heading, when it does not state them.
_PASSED_ON = frozenset(
    "team organisation owner period deadline start review source supports status fiscal_year currency language".split()
)

#: What dates and prose of other fields depend on.
_READ_FIRST = ("language", "fiscal_year", "period", "start")
#: What the first heading says that holds for later sections too, unless they say it anew.
_OF_THE_FILE = frozenset("period deadline start review organisation fiscal_year currency language".split())


class Resolved(NamedTuple):
    """A goal, what is ``written`` of it and what is ``around`` it, and what could not be read of it and of those below it."""

    written: tuple[str, GoalDraft]
    around: tuple[Any, ...]
    goal: Goal
    problems: Sequence[Problem]


class Resolver:
    """Makes the goals of one document, or of a block of it.

    ``before`` is what came of the goals of the version before, by their heads; without it, ``resolved`` is not kept either.
    """

    def __init__(
        self,
        source: Source,
        layout: Laid,
        spoken: Spoken,
        today: date,
        fiscal_year_starts: int = 1,
        above: Above | None = None,
        due: Due | None = None,
        before: Mapping[Span, Resolved] | None = None,
    ) -> None:
        self._source = source
        self._due = due or named_day
        self._layout = layout
        self._languages = spoken.languages
        self._stated = spoken.given
        self._language = spoken.languages[0]
        self._today = today
        self._fiscal_year_starts = fiscal_year_starts
        self._above = above or Above(supported=frozenset(supported(source, layout.roots, spoken.languages[0])))
        self._index = self._above.goals
        self.problems = list(layout.problems)
        self._handed: dict[int, Given] = {}
        sections = layout.sections
        if self._above.handed is not None:
            self._handed[id(sections[0])] = self._above.handed
            sections = sections[1:]
        self._headings = {id(section): self._heading(section) for section in sections}
        self.sections = tuple(
            Section(
                Span(section.start, max((field.span.end for field in self._headings[id(section)].values()), default=0)),
                self._headings[id(section)],
            )
            for section in sections
        )
        self._before = before
        self.resolved: dict[Span, Resolved] = {}
        self.goals = tuple(self._siblings(layout.roots, None, (), []))

    def handed_on(self, number: int) -> Given:
        """What a heading of the block hands down: the first one, or the last."""
        return self._from_heading(self._layout.sections[number])

    # --- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, section: SectionDraft) -> dict[str, Field]:
        return self._fields(section.fields, {}, None)

    def _fields(
        self, drafts: Mapping[str, FieldDraft], above: Mapping[str, Any], goal: GoalDraft | None, own: str = ""
    ) -> dict[str, Field]:
        """The fields of a goal or heading; those that open dates and prose depend on are read first."""
        fields: dict[str, Field] = {}
        reader = None
        for name in (*_READ_FIRST, *drafts):
            if name in drafts and name not in fields:
                if reader is None:
                    reader = Reader(self._source, self._language_of(fields, above, own), self._anchor(fields, above))
                fields[name] = self._read(drafts[name], reader, goal)
                if name in _READ_FIRST:
                    reader = None
        return fields

    def _language_of(self, fields: Mapping[str, Field], above: Mapping[str, Any], own: str) -> str:
        """The language of a goal: that of its own sentence, else as it or what is above it states it, else that of the file."""
        stated = fields["language"].value if "language" in fields else above.get("language")
        return own or (stated if isinstance(stated, str) else self._language)

    def _own_language(self, draft: GoalDraft, statement: Text, given: Given) -> str:
        """The language that a goal's sentence is clearly in; "" if it may be the one stated, or any around.

        In a file whose languages tie, such a sentence is read in each: the one in which most is understood is its own.
        """
        if not statement:
            return ""
        stated = self._stated_language(draft, given)
        around = (stated,) if stated else self._languages
        found = own_language(statement.text, around, given.language, stated=bool(stated))
        if found or len(around) == 1:
            return found
        anchor = Anchor(self._today)
        return max(around, key=lambda code: _understood(read(statement, code, anchor)))

    def _stated_language(self, draft: GoalDraft, given: Given) -> str:
        """The language that a goal, what is above it or the user of the file states; "" if none does."""
        if "language" in draft.fields:
            own, _ = Reader(self._source, self._language, Anchor(self._today)).field(draft.fields["language"])
            if isinstance(own.value, str):
                return own.value
        above = given.values.get("language")
        return above if isinstance(above, str) else self._languages[0] if self._stated else ""

    def _read(self, draft: FieldDraft, reader: Reader, goal: GoalDraft | None) -> Field:
        field, problems = reader.field(draft)
        (goal.problems if goal else self.problems).extend(problems)
        if goal is not None and (problems or isinstance(field.value, Hit)):
            goal.attempted.add(field.name)
        return field

    def _anchor(self, fields: Mapping[str, Field], above: Mapping[str, Any]) -> Anchor:
        def value(name: str) -> Any:
            found = fields.get(name)
            if found is not None and found.value is not None:
                return found.value
            return above.get(name)

        period, start, fiscal = value("period"), value("start"), value("fiscal_year")
        whole = isinstance(period, TimeRef) and period.start and period.end
        return Anchor(
            self._today,
            (start.start or start.end) if isinstance(start, TimeRef) else None,
            (period.start, period.end) if whole else None,
            fiscal if isinstance(fiscal, int) else self._fiscal_year_starts,
        )

    def _is_supported(self, own_id: str, team: Any) -> bool:
        """Another goal of the file says so, by ID or by team and ID."""
        names = [own_id, f"{team.plain}/{own_id}" if isinstance(team, Text) else own_id]
        return bool(own_id) and any(name.lower() in self._above.supported for name in names)

    # --- goals ------------------------------------------------------------------------------------------------------

    def _siblings(self, drafts: list[GoalDraft], given: Given | None, path: tuple[str, ...], made: list[Goal]) -> list[Goal]:
        for draft in drafts:
            handed = given or self._from_heading(draft.section)
            if draft.group:
                self._siblings(draft.children, self._below_group(_own(draft), handed), path, made)
            else:
                ordinal = len(made) + 1 + (0 if path else self._above.roots)
                known = self._again(draft, handed, path, ordinal)
                made.append(known if known is not None else self._goal(_own(draft), handed, path, ordinal))
        return made

    def _again(self, draft: GoalDraft, given: Given, path: tuple[str, ...], ordinal: int) -> Goal | None:
        """The goal of the version before, where it says the same at the same place, and so do those below it."""
        if self._before is None:
            return None
        text = self._source.text
        end = text.find("\n", _end(draft))  # where a line ends, something may be written behind it
        written = (text[draft.line.start : end if end >= 0 else len(text)], draft)
        around = (given, path, ordinal, self._index, self._above.supported)
        known = self._before.get(draft.head)
        if known is None or known.written != written or known.around != around:
            first = len(self.problems)
            goal = self._goal(_own(draft), given, path, ordinal)
            if known is not None and known.written == written and vars(known.goal) == vars(goal):
                goal = known.goal  # what has changed around it is nothing to it
            known = Resolved(written, around, goal, self.problems[first:])
        else:
            self._index += sum(1 for _ in known.goal.walk())
            self.problems += known.problems
        self.resolved[draft.head] = known
        return known.goal

    def _from_heading(self, section: SectionDraft) -> Given:
        if id(section) not in self._handed:
            first = self._layout.sections[0] if self._above.first is None else None
            given = self._above.first if first is None else self._from_heading(first) if section is not first else None
            above = self._for_every_section(given) if given is not None else Given({})
            self._handed[id(section)] = self._pass_on(self._headings[id(section)], above, "header", "", section.attempted)
        return self._handed[id(section)]

    @staticmethod
    def _for_every_section(given: Given) -> Given:
        """What the first heading of a file says of all its teams."""
        fields = {name: value for name, value in given.fields.items() if name in _OF_THE_FILE}
        return Given(fields, given.deadline, given.attempted & _OF_THE_FILE)

    def _below_group(self, draft: GoalDraft, given: Given) -> Given:
        """A goal word over a list hands its fields down; it is no goal itself."""
        fields = self._fields(draft.fields, given.values, draft)
        self.problems += draft.problems
        return self._pass_on(fields, given, "header", "", draft.attempted)

    def _deadline_of(self, fields: Mapping[str, Field], place: str, goal_id: str) -> tuple[TimeRef, Origin] | None:
        for name in ("deadline", "period"):
            field = fields.get(name)
            if field is not None and isinstance(field.value, TimeRef) and field.value.end is not None:
                return field.value, Origin(place, field.text.span, goal_id)
        return None

    def _pass_on(
        self, fields: Mapping[str, Field], given: Given, place: str, goal_id: str, attempted: Set[str] = frozenset()
    ) -> Given:
        passed = dict(given.fields)
        for name, field in fields.items():
            if field.value is not None and not isinstance(field.value, Hit) and name in _PASSED_ON:
                passed[name] = (field, Origin(place, field.word.span, goal_id))
        lost = {name for name, field in fields.items() if field.value is None or isinstance(field.value, Hit)}
        meant = (given.attempted | attempted | lost) & _PASSED_ON - (fields.keys() - lost)
        deadline = self._deadline_of(fields, place, goal_id) or given.deadline
        return Given(passed, deadline, frozenset(meant), given.language)

    def _goal(self, draft: GoalDraft, given: Given, path: tuple[str, ...], ordinal: int) -> Goal:
        index, self._index = self._index, self._index + 1
        statement = text_of(self._source, draft.parts)
        draft.problems += too_long(statement)
        own = self._own_language(draft, statement, given)
        fields = self._fields(draft.fields, given.values, draft, own)
        anchor = self._anchor(fields, given.values)
        language = self._language_of(fields, given.values, own)
        reader = Reader(self._source, language, anchor)
        reading = reader.with_how(read(statement, language, anchor), statement)
        own_id = Text(self._source.slice(draft.id), draft.id) if draft.id else Text("", Span(0, 0))
        path = (*path, own_id.text or f"#{ordinal}")
        inherited: dict[str, Origin] = {}

        def value(name: str) -> Any:
            if name in fields and fields[name].value is not None:
                return fields[name].value
            if name in given.fields and name not in draft.attempted:
                field, inherited[name] = given.fields[name]
                return field.value
            return None

        owner, team, links = value("owner"), value("team"), value("supports")
        period, start, review, status = value("period"), value("start"), value("review"), value("status")
        value("source")
        deadline = self._deadline(fields, statement, reading, given, inherited)
        stated = self._deadline_of(fields, "goal", own_id.text)
        below = self._pass_on(fields, given, "goal", own_id.text, draft.attempted)
        said = stated is None and "deadline" not in inherited and ("period" not in inherited or reading.time("deadline"))
        below.language = language
        if said and deadline is not None:
            below = replace(below, deadline=(deadline, Origin("goal", deadline.span, own_id.text)))
        children = tuple(self._siblings(draft.children, below, path, []))
        self._check_empty(draft, statement, children)
        how = fields["how"].value if "how" in fields else None
        bare = reader.actions(draft.items, draft.problems)
        kind = draft.word.kind
        if kind == "goal" and any(child.kind == "key_result" for child in children):
            kind = "objective"
        carries = any(child.kind != "key_result" for child in children) or self._is_supported(own_id.text, team)
        long = kind == "goal" and carries and _runs_long(deadline, anchor)
        attempted = frozenset(draft.attempted) | given.attempted if statement else _EVERYTHING
        self.problems += [replace(problem, goal=index) for problem in draft.problems]
        end = max([draft.end, *(field.span.end for field in fields.values())])
        return Goal(
            index=index,
            id=own_id,
            label=draft.label,
            kind=kind,
            level=draft.word.level or ("strategic" if long else "operational"),
            level_stated=bool(draft.word.level),
            sub=draft.word.sub,
            word=Text(self._source.slice(draft.word_span), draft.word_span),
            statement=statement,
            head=draft.head,
            span=Span(draft.line.content.start, end),
            fields=fields,
            reading=reading,
            language=language,
            path=path,
            attempted=attempted,
            children=children,
            inherited=inherited,
            team=team.plain if isinstance(team, Text) else "",
            owner=owner if type(owner) is tuple else (),
            period=period if isinstance(period, TimeRef) else None,
            deadline=deadline,
            start=start if isinstance(start, TimeRef) else None,
            review=review if isinstance(review, TimeRef) else None,
            baseline=_quantity(fields, "baseline") or reading.quantity("baseline"),
            target=_quantity(fields, "target") or _aim(reading),
            change=reading.quantity("change"),
            actions=(*(how if type(how) is tuple else ()), *bare),
            supports=links if type(links) is tuple and all(isinstance(one, Link) for one in links) else (),
            status=status if isinstance(status, str) else "committed",
            because=draft.because,
        )

    def _deadline(
        self, fields: Mapping[str, Field], statement: Text, reading: Reading, given: Given, inherited: dict[str, Origin]
    ) -> TimeRef | None:
        """The goal's own field, else its sentence, else its own period, else what it inherits."""
        field = fields.get("deadline")
        if field is not None and isinstance(field.value, TimeRef):
            return field.value
        period = fields.get("period")
        timed = given.deadline is not None or (period is not None and isinstance(period.value, TimeRef))
        said = self._due(statement, reading, timed)
        if said is not None:
            return said
        if period is not None and isinstance(period.value, TimeRef):
            return period.value
        if given.deadline is not None and "deadline" not in fields:
            found, origin = given.deadline
            inherited["deadline"] = origin
            return found
        return None

    def _check_empty(self, draft: GoalDraft, statement: Text, children: tuple[Goal, ...]) -> None:
        """A goal with no sentence, although something stands under it."""
        if not statement and not draft.item and (draft.fields or draft.items or children or draft.attempted):
            word = self._source.slice(draft.word_span)
            draft.problems.append(Problem("empty-field", "goal", draft.head, {"word": word}))


def _own(draft: GoalDraft) -> GoalDraft:
    """A draft that can be added to: what others know of stays as it is, as it may be read again."""
    return replace(draft, problems=list(draft.problems), attempted=set(draft.attempted))


def _end(draft: GoalDraft) -> int:
    """Where the last goal ends of those below a goal, or it does itself."""
    return max([draft.end, *map(_end, draft.children)])


def named_day(statement: Text, reading: Reading, timed: bool) -> TimeRef | None:
    """The day that a sentence names: a deadline before a period, a stated day before a derived one, the last one of several."""
    named = [time for time in reading.times if time.role in ("deadline", "period") and time.end is not None]
    return max(named, key=lambda time: (time.role == "deadline", not time.derived, time.end), default=None)


def _understood(reading: Reading) -> int:
    """How much was found in a sentence."""
    return len(reading.quantities) + len(reading.times) + len(reading.hits)


def _quantity(fields: Mapping[str, Field], name: str) -> Quantity | None:
    found = fields.get(name)
    return found.value if found is not None and isinstance(found.value, Quantity) else None


def _aim(reading: Reading) -> Quantity | None:
    """What the sentence aims at: where it has a baseline the target, not a limit that only tells which ones."""
    started = reading.quantity("target") if reading.quantity("baseline") else None
    return started or reading.quantity("target", "bound_min", "bound_max")


def _runs_long(deadline: TimeRef | None, anchor: Anchor) -> bool:
    """From its start, its period's start or today, a goal runs past a year."""
    if deadline is None or deadline.end is None:
        return False
    return deadline.end - (anchor.start or (anchor.period[0] if anchor.period else anchor.today)) > timedelta(days=366)


_EVERYTHING = frozenset(name for meanings in vocabulary().fields.values() for name, _ in meanings)
