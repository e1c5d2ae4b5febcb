"""Drafts become goals: typed, with what they inherit and where from, and with their sentences understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from smartlint.goal import (
    Directive,
    Field,
    Goal,
    Hit,
    Link,
    Origin,
    Problem,
    Quantity,
    Reading,
    Section,
    Text,
    TimeRef,
)
from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.layout import FieldDraft, GoalDraft, ItemDraft, Layout, SectionDraft
from smartlint.parser.lines import Line
from smartlint.parser.values import Reader, text_of
from smartlint.source import Source, Span

_DIRECTIVE = re.compile(
    r"#\s*smartlint:\s*(?P<form>ignore(?:-file)?)\[(?P<codes>[^\]]*)\]"
    r"(?:\s+until=(?P<until>\d{4}-\d\d-\d\d))?(?:\s+--\s*(?P<reason>.*\S))?\s*$"
)
_CODE = re.compile(r"[^\s,]+")
#: Fields that a goal takes from the goal above it or the heading, when it does not state them.
_PASSED_ON = ("team", "organisation", "owner", "period", "deadline", "start", "review", "source", "supports", "status")


@dataclass
class _Given:
    """What a heading or goal hands down: fields by name, each with where it stands."""

    fields: dict[str, tuple[Field, Origin]]
    deadline: tuple[TimeRef, Origin] | None = None


class Resolver:
    """Makes the goals of one document."""

    def __init__(self, source: Source, layout: Layout, language: str, today: date) -> None:
        self._source = source
        self._layout = layout
        self._language = language
        self._today = today
        self._index = 0
        self.problems = list(layout.problems)
        self._headings = {id(section): self._heading(section) for section in layout.sections}
        self.sections = tuple(
            Section(
                Span(section.start, max((field.span.end for field in self._headings[id(section)].values()), default=0)),
                self._headings[id(section)],
            )
            for section in layout.sections
        )
        self.goals = tuple(goal for section_goals in [self._siblings(layout.roots, None, ())] for goal in section_goals)

    # --- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, section: SectionDraft) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        for name in ("fiscal_year", "period", "start"):
            if name in section.fields:
                fields[name] = self._read(section.fields[name], self._reader(self._anchor(fields)), None)
        reader = self._reader(self._anchor(fields))
        for name, draft in section.fields.items():
            if name not in fields:
                fields[name] = self._read(draft, reader, None)
        return fields

    def _read(self, draft: FieldDraft, reader: Reader, goal: GoalDraft | None) -> Field:
        field, problems = reader.field(draft)
        (goal.problems if goal else self.problems).extend(problems)
        if goal is not None and (problems or isinstance(field.value, Hit)):
            goal.attempted.add(field.name)
        return field

    def _reader(self, anchor: Anchor, language: str = "") -> Reader:
        return Reader(self._source, language or self._language, anchor)

    def _anchor(self, fields: Mapping[str, Field], above: Mapping[str, Any] | None = None) -> Anchor:
        def value(name: str) -> Any:
            found = fields.get(name)
            if found is not None and found.value is not None:
                return found.value
            return above.get(name) if above else None

        period, start, fiscal = value("period"), value("start"), value("fiscal_year")
        whole = isinstance(period, TimeRef) and period.start and period.end
        return Anchor(
            self._today,
            (start.start or start.end) if isinstance(start, TimeRef) else None,
            (period.start, period.end) if whole else None,
            fiscal if isinstance(fiscal, int) else 1,
        )

    # --- goals ------------------------------------------------------------------------------------------------------

    def _siblings(self, drafts: list[GoalDraft], given: _Given | None, path: tuple[str, ...]) -> list[Goal]:
        made: list[Goal] = []
        for draft in drafts:
            handed = given or self._from_heading(draft.section)
            if draft.group:
                below = self._below_group(draft, handed)
                made += self._siblings(draft.children, below, path)
            else:
                made.append(self._goal(draft, handed, path, len(made) + 1))
        return made

    def _from_heading(self, section: SectionDraft) -> _Given:
        fields = self._headings[id(section)]
        passed = {
            name: (field, Origin("header", field.word.span))
            for name, field in fields.items()
            if field.value is not None
        }
        return _Given(passed, self._deadline_of(fields, "header", ""))

    def _below_group(self, draft: GoalDraft, given: _Given) -> _Given:
        """A goal word over a list hands its fields down; it is no goal itself."""
        fields = self._own_fields(draft, given)
        self.problems += draft.problems
        return self._pass_on(fields, given, "header", "")

    def _deadline_of(self, fields: Mapping[str, Field], place: str, goal_id: str) -> tuple[TimeRef, Origin] | None:
        for name in ("deadline", "period"):
            field = fields.get(name)
            if field is not None and isinstance(field.value, TimeRef) and field.value.end is not None:
                return field.value, Origin(place, field.text.span, goal_id)
        return None

    def _pass_on(self, fields: Mapping[str, Field], given: _Given, place: str, goal_id: str) -> _Given:
        passed = dict(given.fields)
        for name, field in fields.items():
            if field.value is not None and (name in _PASSED_ON or name in ("fiscal_year", "currency", "language")):
                passed[name] = (field, Origin(place, field.word.span, goal_id))
        return _Given(passed, self._deadline_of(fields, place, goal_id) or given.deadline)

    def _own_fields(self, draft: GoalDraft, given: _Given) -> dict[str, Field]:
        above = {name: field.value for name, (field, _) in given.fields.items()}
        fields: dict[str, Field] = {}
        for name in ("fiscal_year", "period", "start"):
            if name in draft.fields:
                fields[name] = self._read(draft.fields[name], self._reader(self._anchor(fields, above)), draft)
        reader = self._reader(self._anchor(fields, above))
        for name, one in draft.fields.items():
            if name not in fields:
                fields[name] = self._read(one, reader, draft)
        return fields

    def _goal(self, draft: GoalDraft, given: _Given, path: tuple[str, ...], ordinal: int) -> Goal:
        index, self._index = self._index, self._index + 1
        fields = self._own_fields(draft, given)
        above = {name: field.value for name, (field, _) in given.fields.items()}
        anchor = self._anchor(fields, above)
        statement = text_of(self._source, draft.parts)
        reading = read(statement, self._language, anchor)
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
        deadline = self._deadline(fields, reading, given, inherited)
        stated = self._deadline_of(fields, "goal", own_id.text)
        below = self._pass_on(fields, given, "goal", own_id.text)
        if stated is None and deadline is not None and "deadline" not in inherited and "period" not in inherited:
            below = _Given(below.fields, (deadline, Origin("goal", deadline.span, own_id.text)))
        elif stated is None and reading.time("deadline") and deadline is not None:
            below = _Given(below.fields, (deadline, Origin("goal", deadline.span, own_id.text)))
        children = tuple(self._siblings(draft.children, below, path))
        self._check_empty(draft, statement, children)
        how = fields["how"].value if "how" in fields else None
        actions = (how if isinstance(how, tuple) else ()) + self._reader(anchor).actions(draft.items)
        kind = draft.word.kind
        if kind == "goal" and any(child.kind == "key_result" for child in children):
            kind = "objective"
        attempted = frozenset(draft.attempted)
        if not statement:
            attempted = _EVERYTHING
        self.problems += [replace(problem, goal=index) for problem in draft.problems]
        end = max([draft.end, *(field.span.end for field in fields.values())])
        return Goal(
            index=index,
            id=own_id,
            label=draft.label,
            kind=kind,
            level=draft.word.level or ("strategic" if _runs_long(children, deadline, anchor) else "operational"),
            level_stated=bool(draft.word.level),
            sub=draft.word.sub,
            word=Text(self._source.slice(draft.word_span), draft.word_span),
            statement=statement,
            head=draft.head,
            span=Span(draft.line.content.start, end),
            fields=fields,
            reading=reading,
            language=self._language,
            path=path,
            attempted=attempted,
            children=children,
            inherited=inherited,
            team=team.plain if isinstance(team, Text) else "",
            owner=owner if isinstance(owner, tuple) else (),
            period=period if isinstance(period, TimeRef) else None,
            deadline=deadline,
            start=start if isinstance(start, TimeRef) else None,
            review=review if isinstance(review, TimeRef) else None,
            baseline=_quantity(fields, "baseline") or reading.quantity("baseline"),
            target=_quantity(fields, "target") or reading.quantity("target", "bound_min", "bound_max"),
            change=reading.quantity("change"),
            actions=actions,
            supports=links if isinstance(links, tuple) and all(isinstance(one, Link) for one in links) else (),
            status=status if isinstance(status, str) else "committed",
        )

    def _deadline(
        self, fields: Mapping[str, Field], reading: Reading, given: _Given, inherited: dict[str, Origin]
    ) -> TimeRef | None:
        """The goal's own field, else its sentence, else its own period, else what it inherits."""
        field = fields.get("deadline")
        if field is not None and isinstance(field.value, TimeRef):
            return field.value
        for time in (reading.time("deadline"), *(one for one in reading.times if one.role == "period")):
            if time is not None and time.end is not None:
                return time
        period = fields.get("period")
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

    # --- directives -------------------------------------------------------------------------------------------------

    def directives(self) -> list[Directive]:
        """The suppressions of the file, each with what it speaks of."""
        found = []
        first_goal = self._layout.roots[0].line.start if self._layout.roots else len(self._source.text)
        scopes = self._scopes()
        for span, line in self._layout.directives:
            match = _DIRECTIVE.match(self._source.slice(span))
            whole = match is not None and match["form"] == "ignore-file"
            until = _day(match["until"]) if match and match["until"] else None
            if match is None or (match["until"] and until is None) or (whole and span.start > first_goal):
                self.problems.append(Problem("malformed-suppression", "malformed", span))
                continue
            codes = tuple(
                Text(
                    code[0],
                    Span(
                        span.start + match.start("codes") + code.start(), span.start + match.start("codes") + code.end()
                    ),
                )
                for code in _CODE.finditer(match["codes"])
            )
            if not codes:
                self.problems.append(Problem("malformed-suppression", "malformed", span))
                continue
            if line is None:
                number = self._source.position(span.start).line
                scope: tuple[Span, ...] = (self._source.line_span(number),)
            else:
                scope = scopes.get(line.start, (Span(line.start, line.content.end),))
            found.append(Directive(span, codes, whole, scope, until, match["reason"] or ""))
        return found

    def _scopes(self) -> dict[int, tuple[Span, ...]]:
        """By the start of its line: the spans of each goal (with its fields, not its children) and of each field."""
        found: dict[int, tuple[Span, ...]] = {}
        if not self._layout.directives:
            return found
        drafts = list(self._layout.roots)
        while drafts:
            draft = drafts.pop()
            drafts += draft.children
            spans = [Span(draft.line.start, max([draft.line.content.end, *(part.end for part in draft.parts)]))]
            for field in draft.fields.values():
                span = _with_items(field)
                found[self._source.line_span(self._source.position(span.start).line).start] = (span,)
                spans.append(span)
            spans += [_item_span(item) for item in draft.items]
            found[draft.line.start] = tuple(spans)
        return found


def _with_items(field: FieldDraft) -> Span:
    span = field.span
    for item in field.items:
        span = span.cover(_item_span(item))
    return span


def _item_span(item: ItemDraft) -> Span:
    line: Line = item.line
    span = Span(line.start, max([line.content.end, *(part.end for part in item.parts)]))
    for below in item.items:
        span = span.cover(_item_span(below))
    return span


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _quantity(fields: Mapping[str, Field], name: str) -> Quantity | None:
    found = fields.get(name)
    return found.value if found is not None and isinstance(found.value, Quantity) else None


def _runs_long(children: tuple[Goal, ...], deadline: TimeRef | None, anchor: Anchor) -> bool:
    """A goal that others stand under and that runs past a year counts as strategic."""
    if not any(child.kind != "key_result" for child in children) or deadline is None or deadline.end is None:
        return False
    return deadline.end - (anchor.start or (anchor.period[0] if anchor.period else anchor.today)) > timedelta(days=366)


_EVERYTHING = frozenset(name for meanings in vocabulary().fields.values() for name, _ in meanings)
