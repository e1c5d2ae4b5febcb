"""Goals in running text: the sentences of a paragraph that say what somebody wants to have reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.blocks import Block
from smartlint.readers.drawing import PLAIN, Drafts
from smartlint.readers.headlines import Headlines
from smartlint.readers.moments import moment
from smartlint.readers.naming import label
from smartlint.readers.peeling import Field, Peeled, Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.wanting import aims, answering, goes_on, intends
from smartlint.readers.whose import is_people, is_somebody, is_whole_time, names_owner, own_name
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import (
    asks_for_goals,
    field_called,
    is_aside,
    is_denied,
    is_plan,
    kind_in,
    worded,
)
from smartlint.reading import Text
from smartlint.record import replace
from smartlint.source import Span

#: Where a sentence ends: not behind ``2.`` or ``kl.``, as the next word begins small.
_END = re.compile(r"(?<=[\w)%»”\"])(?<!\b[A-ZÆØÅÄÖ])[.!?][»”\")]?[ \t\n]+(?=[«“\"(]?[A-ZÆØÅÄÖ\d])|:[ \t\n]+(?=\S)")
_SHORTEST, _LONGEST = 4, 45
#: So many lines one by one are a list, if each has at least so many words.
_LINES, _LINE = 2, 4
#: A sentence says in its first words that it is about the goal itself.
_OPENING = 8
#: ``The vicar`` is the vicar.
_ARTICLE = re.compile(r"^(?:[Tt]he|[Oo]ur) ")
_NUMBER = re.compile(r"\d{1,2}$")
#: A sentence that says no more than a day is short.
_SHORT = 8
#: The gap that bold print leaves where it ends in a line.
_BOLD = 3
#: What goals are called with their year has no more words.
_TOPIC, _YEAR = 9, re.compile(r"\b20\d\d\b")


class Paragraphs:
    """Reads the paragraphs of one document."""

    def __init__(self, text: str, peeler: Peeler, drafts: Drafts, says: Headlines, language: str, anchor: Anchor) -> None:
        self._text = text
        self._peeler = peeler
        self._drafts = drafts
        self._says = says
        self._language = language
        self._anchor = anchor

    def _slice(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def take(self, parts: Sequence[Span], base: Scope, *, in_plan: bool) -> GoalDraft | None:
        """The goals in a text, below a heading that promises some, or in a plan: the last one of them."""
        promised = (base.kind is not None or base.areas) and base.field == "" and base.goal is None
        if base.holder is not None or (base.kind is not None and not promised):
            return None
        goal = None
        announced = False
        sentences = list(self.sentences(parts))
        for said, after in zip(sentences, [*sentences[1:], None], strict=True):
            whole = said[0].cover(said[-1])
            if not announced and asks_for_goals(self._slice(whole)):  # ``What we want from the year is simple.``
                announced = True
                base = replace(base, group=self._drafts.group(base.above))
                self._says.hand_down(base.group, whole)
            if not (promised or announced or in_plan):
                continue
            answered = after is not None and self.answers(after[0].cover(after[-1])) is not None
            is_more = goal is not None and goes_on(self._slice(whole))
            if self.is_goal(said, promised=promised or announced or answered or is_more, announced=announced):
                peeled = self._peeler.peel(said)
                if peeled.parts:
                    head = Span(peeled.parts[0].start, peeled.parts[-1].end)
                    goal = self._drafts.goal(base.above, base.kind or PLAIN, peeled, head, base.because if promised else head)
            elif goal is not None and (who := self.answers(whole)) is not None:
                self._drafts.field(goal, "owner", who)
        return goal

    def facts(self, peeled: Peeled, goal: GoalDraft, *, fewest: int = 1) -> bool:
        """Short sentences of nothing but fields: ``Done by 15 March. Responsible: Anna``."""
        found = [self._field(sentence) for sentence in self._statements(peeled.parts)]
        if None in found or len(found) < fewest:
            return False
        for field, value in filter(None, found):
            self._drafts.field(goal, field, value)
        for field, value, typed in peeled.fields:
            self._drafts.field(goal, field, value, typed)
        return bool(found)

    def _field(self, sentence: Sequence[Span]) -> tuple[str, Span] | None:
        """What a short sentence says that is nothing but a field."""
        span = self._trimmed(Span(sentence[0].start, sentence[-1].end))
        name = label(self._text, span, self._language, in_goal=True)
        if name is not None and isinstance(name.meaning, str):
            return name.meaning, name.value
        day = self._due(span)
        return ("deadline", day) if day is not None else None

    def _statements(self, parts: Sequence[Span]) -> Iterator[list[Span]]:
        """The sentences of a paragraph, with the label that stands before one: ``Responsible: Anna.``"""
        before: list[Span] = []
        for sentence in self.sentences(parts):
            before += sentence
            if not self._slice(sentence[-1]).rstrip().endswith(":"):
                yield before
                before = []
        if before:
            yield before

    def parted(self, parts: Sequence[Span], fields: Sequence[Field]) -> Peeled:
        """A goal with its fields, and without the sentences behind it, if one of these says whose it is, or by when."""
        first, *more = self._statements(parts)
        found: list[Field] = []
        for sentence in more:
            span = Span(sentence[0].start, sentence[-1].end)
            field, who = self._field(sentence), self.answers(span)
            day = self._says.day_in(span) if len(self._slice(span).split()) <= _SHORT else None
            if field is not None:
                found.append((*field, None))
            elif who is not None:
                found.append(("owner", who, None))
            elif found and day is not None:
                found.append(("deadline", day.span, day))
        peeled = self._peeler.peel(first if found else parts)
        return Peeled(peeled.parts, [*peeled.fields, *found, *fields])

    def topical(self, span: Span, peeled: Peeled, now: Scope) -> Scope:
        """``**Phone.** Nobody waits more than 5 minutes``: a topic in bold print, and its goal."""
        if now.kind is not None and self._says.is_goal_like(span, now):
            parts = [Span(max(part.start, span.start), part.end) for part in peeled.parts if part.end > span.start]
            self._drafts.goal(now.above, now.kind, self.parted(parts, peeled.fields), span, now.because)
        return now

    def answers(self, span: Span) -> Span | None:
        """Who answers for what was said before, where a short sentence says so."""
        who = answering(self._slice(span)).rstrip(" ,")
        for name in (who, who.rpartition(", ")[2]):  # ``Our treasurer, Kim``
            known = own_name(_ARTICLE.sub("", name))
            if name and (names_owner(name) or is_people(known, roles=True) or is_somebody(name)):
                start = span.start + self._slice(span).index(who) + who.rindex(known)
                return Span(start, start + len(known))
        return None

    def topic(self, parts: Sequence[Span]) -> Span | None:
        """What a point of minutes calls the goals below it: ``§ 4 Goals for 2027. The board resolved to``."""
        is_titled = len(parts) > 1 and self._is_bold_line(parts[0])
        parts = [self._says.unnumbered(parts[0]), *parts[1:]]
        first, *more = self.sentences(parts)
        if is_titled:
            first, more = parts[:1], [parts[1:]]
        is_apart = self._text.startswith("." + " " * _BOLD, first[-1].end - _BOLD - 1)  # its bold print ended
        span = self._trimmed(Span(first[0].start, first[-1].end))
        text = self._slice(span)
        if not more or len(text.split()) > _TOPIC or is_aside(text):
            return None
        if self._slice(more[-1][-1]).endswith((".", "!", "?")) and not any(map(self._points_down, more)):
            return None
        is_named = (is_apart and self._slice(more[-1][-1]).endswith(":")) or _YEAR.search(text) is not None
        return span if is_named and kind_in(text, self._language) is not None and not is_denied(text) else None

    def _is_bold_line(self, span: Span) -> bool:
        """A line with nothing but bold print, of which blanks are left."""
        gap = " " * (_BOLD - 1)
        return self._text.endswith(gap, 0, span.start) and self._text.startswith(gap, span.end)

    def _points_down(self, sentence: Sequence[Span]) -> bool:
        """``The board adopted the following goals.``"""
        text = self._slice(sentence[0].cover(sentence[-1]))
        is_named = kind_in(text, self._language) is not None and not is_denied(text)
        return is_named and not document_words().following.isdisjoint(worded(text).split())

    def is_text(self, parts: Sequence[Span]) -> bool:
        """Several sentences, of which some are goals, or the first one says no figure."""
        found = list(self.sentences(parts))
        if len(found) < 2:
            return False
        return any(self.is_goal(one, promised=True) for one in found) or not self.is_measured(found[0])

    def _due(self, span: Span) -> Span | None:
        """The time behind a name for a deadline: ``Done by 15 March``, ``Senast till Tågens dag 14 augusti``."""
        first, _, rest = self._slice(span).partition(" ")
        if field_called(first, self._language) != "deadline" or len(rest.split()) > _SHORT:
            return None
        if is_whole_time(rest.strip()):
            return Span(span.end - len(rest.lstrip()), span.end)
        found = moment(self._text, span, self._language, self._anchor)
        return found.span if found is not None and found.span.end == span.end else None

    def _trimmed(self, span: Span) -> Span:
        return Span(span.start, span.start + len(self._slice(span).rstrip(" \t\n.")))

    # --- sentences --------------------------------------------------------------------------------------------------

    def sentences(self, parts: Sequence[Span]) -> Iterator[list[Span]]:
        """The sentences of a paragraph, each with the pieces of lines that it has."""
        start, end = parts[0].start, parts[-1].end
        for match in _END.finditer(self._text, start, end):
            if _NUMBER.search(self._text, start, match.start()) and self._text[match.end()].isdigit():
                continue
            yield _within(parts, Span(start, match.end()))
            start = match.end()
        yield _within(parts, Span(start, end))

    def is_goal(self, parts: Sequence[Span], *, promised: bool, announced: bool = False) -> bool:
        """A sentence that wants something which can be seen or has its day; both, where no goals were ``promised``.

        Where the sentences before it have ``announced`` goals, what is wanted is one.
        """
        span = Span(parts[0].start, parts[-1].end)
        text = self._text[span.start : span.end]
        if not _SHORTEST <= len(text.split()) <= _LONGEST or text.rstrip()[-1] in "?:" or not intends(text):
            return False
        if asks_for_goals(text) or is_aside(text):
            return False
        if announced:
            return True
        if self.is_about_goals(text) or is_plan(text if not promised else text.split()[0]):
            return False
        reading = read(Text(text, span), self._language, self._anchor)
        timed = any(time.role in ("deadline", "period") and not time.relative for time in reading.times)
        counted = reading.measurable == "quantified"
        stated = reading.form in ("outcome", "deliverable")
        return (timed or counted) if promised else timed and (counted or stated)

    def aim_of(self, block: Block) -> Peeled | None:
        """The first sentence of a paragraph that says what is to be reached."""
        said = list(self.sentences(block.parts))
        found = [one for one in said if self.is_goal(one, promised=True)]
        found = found or [one for one in said if len(said) == 1 and self.is_measured(one)]
        return self._peeler.peel(found[0]) if found else None

    def are_goals(self, lines: Sequence[Block]) -> bool:
        """Lines that stand one by one like items, each with a goal and no stop behind it."""
        if len(lines) < _LINES or any(block.kind != "text" or len(block.parts) > 2 for block in lines):
            return False
        for block in lines:
            span = Span(block.first.start, block.end)
            text = self._slice(span)
            if not text[-1:].isalnum() or len(text.split()) < _LINE or self.is_text(block.parts):
                return False
        return True

    def is_aim(self, span: Span) -> bool:
        """``The aim is to stay open all winter.``"""
        text = self._slice(span)
        is_long = _SHORTEST <= len(text.split()) <= _LONGEST
        return is_long and text[-1] not in "?:" and aims(" ".join(text.split()[:_OPENING])) and not is_denied(text)

    def is_measured(self, parts: Sequence[Span]) -> bool:
        span = Span(parts[0].start, parts[-1].end)
        return read(Text(self._text[span.start : span.end], span), self._language, self._anchor).measurable == "quantified"

    def is_about_goals(self, text: str) -> bool:
        """``The goals are to be reached by June``; but ``Our goal is to …``."""
        opening = " ".join(text.split()[:_OPENING])
        if kind_in(text, self._language) is None:
            return False
        return is_denied(text) or not aims(opening)


def _within(parts: Sequence[Span], span: Span) -> list[Span]:
    cut = (Span(max(part.start, span.start), min(part.end, span.end)) for part in parts)
    return [part for part in cut if part.start < part.end]
