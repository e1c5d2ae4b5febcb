"""What a heading or lead-in says of the goals below it: their kind, their time, whose they are; or that it is one itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from smartlint.language.people import read_people
from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.clauses import wanting, wants
from smartlint.readers.drawing import KEY_RESULT, OBJECTIVE, PLAIN, Drafts
from smartlint.readers.moments import Moment, moment
from smartlint.readers.peeling import Field, Peeled
from smartlint.readers.scope import Scope
from smartlint.readers.whose import is_everybody, is_people, names_owner
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import is_habit, kind_in, numbered, phrase_of
from smartlint.reading import Text, TimeRef
from smartlint.record import replace
from smartlint.source import Span

#: A goal is no longer than this, in words, and a title that is not marked as one no longer than that.
SENTENCE = 40
_TITLE = 7
#: Days of a time that a heading plans.
_MONTH = 27
#: A topic has no more.
_TOPIC = 3
#: A remark in brackets, and more behind it, is about who stands before it: ``Ann (until May), then Bo``.
_ASIDE = re.compile(r"\),[ \t]")
#: The pieces of a title, with its words.
_PIECE, _WORD = re.compile(r"[^:,;()\n–—]+"), re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
_ROLE = re.compile(r"(?<![ \t])[ \t]+\([^()\d]{2,40}\)$")


class Headlines:
    """Understands the headings and lead-ins of one document."""

    def __init__(self, text: str, drafts: Drafts, language: str, anchor: Anchor, *, dated: bool = False) -> None:
        self._text = text
        self._dated = dated
        self._drafts = drafts
        self._language = language
        self._anchor = anchor

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def container(self, word: GoalWord, scope: Scope, group: GoalDraft, because: Span, *, single: bool = False) -> Scope:
        okr = scope.okr or word.kind in ("objective", "key_result")
        goal = scope.goal if word.kind == "key_result" or word.sub else None
        return replace(scope, group=group, goal=goal, holder=goal, kind=word, because=because, okr=okr, single=single, field="")

    def objective(self, peeled: Peeled, span: Span, below: Scope, above: Scope) -> Scope:
        """What holds below an objective of a plan."""
        owned = any(name == "owner" for name, *_ in peeled.fields)
        if owned and not self.is_goal_like(span, below):  # ``Children (responsible: Anna)`` is whose goals they are
            for name, place, value in peeled.fields:
                self._drafts.field(below.group, name, place, value)
            return self.container(PLAIN, below, below.group, span)
        goal = self._drafts.goal(above.group, OBJECTIVE, peeled, span, span)
        return replace(below, group=goal, goal=goal, holder=goal, kind=KEY_RESULT, because=span, okr=True)

    def is_label(self, text: str, group: GoalDraft) -> bool:
        """A heading that names a time, a person or a department."""
        if "period" in group.fields and len(text.split()) <= 3:
            return True
        return "team" in group.fields or "owner" in group.fields

    def is_goal_like(self, span: Span, scope: Scope) -> bool:
        """A sentence rather than a topic: ``Be easy to find``, not ``Health``."""
        text = self._slice(span)
        words = len(text.split())
        if words < 2 or words > SENTENCE or is_habit(text):
            return False
        reading = read(Text(text, span), self._language, self._anchor)
        return reading.form not in ("", "topic") or bool(reading.quantities) or (scope.okr and words > 3)

    def unnumbered(self, span: Span) -> Span:
        """A heading without the number before it; that of ``2. quarter`` is none."""
        start = span.start + numbered(self._slice(span))
        found = moment(self._text, span, self._language, self._anchor) if start > span.start else None
        return span if found is not None and found.span.start < start else Span(start, span.end)

    def hand_down(
        self, group: GoalDraft, span: Span, fields: Sequence[Field] = (), *, personal: bool = False, only_time: bool = False
    ) -> bool:
        """What a heading says of all goals below it: their time, their team, whose they are. Whether it names a time.

        What ``this week`` is only its writer knows, unless the document says when it was written.
        ``fields`` stand around a topic: ``**Youth** (Kim)``.
        """
        for name, place, value in fields:
            if name == "owner" and len(self._slice(span).split()) <= _TOPIC:
                self._drafts.field(group, name, place, value)
        text = self._slice(span).rstrip(" \t:")
        span = Span(span.start, span.start + len(text))
        found = moment(self._text, span, self._language, self._anchor)
        is_day = found is not None and found.start == found.end and found.is_over(self._anchor.today)
        is_aside = found is not None and _ASIDE.match(self._text, found.span.end, span.end) is not None
        is_month = found is not None and found.start is not None and found.start.day == 1  # ``next year``, ``this quarter``
        is_known = found is not None and (not found.relative or (self._dated and is_month))
        if found is not None and is_known and not is_day and not is_aside:  # ``adopted on 12 October``
            self._drafts.field(group, found.name, found.span, found.value)
        if only_time:  # the configuration says what the other words mean
            return found is not None
        # ``Sales 2026`` is a team as well
        bare = phrase_of(
            text if found is None else self._text[span.start : found.span.start] + self._text[found.span.end : span.end]
        )
        if bare in document_words().departments:
            start = span.start + text.lower().index(bare)
            self._drafts.field(group, "team", Span(start, start + len(bare)))
        elif (who := self._owner_in(span, personal=personal)) is not None:
            self._drafts.field(group, "owner", who)
        elif self._is_unit(text):
            self._drafts.field(group, "team", span)
        elif (role := _ROLE.search(text)) is not None and _is_owner(role[0].strip(" \t()")):  # ``Housing (Kim):``
            start = span.start + role.start()
            self._drafts.field(group, "owner", Span(start + role[0].index("(") + 1, start + len(role[0]) - 1))
        elif group is self._drafts.top and (unit := self._unit_in(span, found)) is not None:
            self._drafts.field(group, "team", unit)
        return found is not None

    def _owner_in(self, span: Span, *, personal: bool) -> Span | None:
        """Who has the goals below a heading that is a name, or a clause about what somebody wants."""
        text = self._slice(span)
        if is_everybody(text):
            return span
        if self._is_person(text, personal=personal and not self._is_unit(text)):
            return Span(span.start, span.start + len(_ROLE.sub("", text)))
        who = wanting(text) if wants(text) else None  # ``What Kim wants to reach``
        return Span(span.start + who.start, span.start + who.end) if who is not None else None

    def _is_unit(self, text: str) -> bool:
        is_short = ":" not in text and len(text.split()) <= _TOPIC
        return is_short and names_owner(text) and kind_in(text, self._language) is None

    def _unit_in(self, span: Span, time: Moment | None) -> Span | None:
        """Whose goals they are, as a title says that holds nothing else: ``Goals 2027 – HR``, ``Mål för försäljning 2027``."""
        if kind_in(self._slice(span), self._language) is None:
            return None
        cut = time.span if time is not None else Span(span.end, span.end)
        sides = (Span(span.start, cut.start), Span(cut.end, span.end))
        for piece in (match for side in sides for match in _PIECE.finditer(self._text, *side)):
            words = [*_WORD.finditer(self._text, *piece.span())]
            while words and self._is_link(words[0][0]):
                del words[0]
            while words and self._is_link(words[-1][0]):
                del words[-1]
            unit = Span(words[0].start(), words[-1].end()) if words else span
            phrase = self._slice(unit).lower()
            if words and (phrase in document_words().departments or _is_unit(phrase)):
                return unit
        return None

    def _is_link(self, word: str) -> bool:
        kind = kind_in(word, self._language)
        return word.lower() in document_words().places or (kind is not None and kind.bare)

    def day_in(self, span: Span) -> TimeRef | None:
        """The day by which something is to be, in a text that says more than that."""
        time = read(Text(self._slice(span), span), self._language, self._anchor).time("deadline")
        return time if time is not None and not time.relative and time.span != span else None

    def end_of(self, span: Span) -> date | None:
        """The last day of the time that a text names."""
        found = moment(self._text, span, self._language, self._anchor)
        return found.end if found is not None else None

    def is_coming(self, span: Span) -> bool:
        """A heading that is a time to come, of a month or more: ``January to March``, ``Året 2027``."""
        found = moment(self._text, span, self._language, self._anchor)
        if found is None or found.relative or found.start is None or found.end is None:
            return False
        more = len(self._slice(span).split()) - len(self._slice(found.span).split())
        left = (found.end - max(found.start, self._anchor.today)).days
        return more <= 1 and left >= _MONTH

    def is_person(self, text: str) -> bool:
        """A name with a role in brackets behind it, which no topic has: ``Anna (treasurer)``."""
        return _ROLE.search(text) is not None and self._is_person(text, personal=False)

    def _is_person(self, text: str, *, personal: bool) -> bool:
        words = _ROLE.sub("", text).split()
        if not 0 < len(words) <= 3 or not all(word[:1].isupper() or word.startswith("@") for word in words):
            return False
        if personal and kind_in(text, self._language) is None:
            return True
        text = " ".join(words)
        known = text.startswith("@") or words[0].lower() in document_words().first_names
        return known and {person.kind for person in read_people(text)} <= {"person", "name"}

    def is_title(self, text: str) -> bool:
        """A line that would be a heading, had its writer marked it: ``OUR GOALS FOR 2026``."""
        if text.endswith((".", "!", "?")):
            return text.endswith("?") and wants(text)
        return wants(text) or (len(text.split()) <= _TITLE and kind_in(text, self._language) is not None)


def _is_unit(phrase: str) -> bool:
    return names_owner(phrase) and {person.kind for person in read_people(phrase)}.isdisjoint(("role", "person"))


def _is_owner(text: str) -> bool:
    return (is_people(text) or names_owner(text)) and not text[:1].isdigit()
