"""What every part of the page needs: the review, its language, and how goals, teams, days and numbers are written in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from smartlint.facts import fold
from smartlint.language.days import day
from smartlint.record import dataclass
from smartlint.reporters import word
from smartlint.reporters.visible import CUT
from smartlint.review.model import Counts, Finding, Goal, Review, Share, State
from smartlint.review.page.markup import Content, Markup, element, markup
from smartlint.rule import Level
from smartlint.translation import fill, number, translate

#: A sentence is shown up to here, a name up to there: people may have written anything.
_SENTENCE, _NAME = 600, 120
#: No letter before it is read from right to left.
_FIRST_FROM_THE_RIGHT = "\u0590"
#: What is no level.
_STATES: Mapping[State, str] = {"passes": "passes", "excused": "excused", "unjudged": "not judged"}
#: Seen beside a colour, so that nobody depends on it.
SIGNS: Mapping[State, str] = {"passes": "✓", "info": "i", "warning": "!", "error": "✕", "excused": "~", "unjudged": "–"}


@dataclass(frozen=True)
class View:
    """A review that is being written as a page."""

    review: Review

    # --- texts ------------------------------------------------------------------------------------------------------

    def say(self, english: str, **params: Any) -> str:
        """A text of the page in the reader's language."""
        return fill(translate(english, self.review.language), params, self.review.language)

    def many(self, one: str, several: str, count: int, **params: Any) -> str:
        """The same for a count, which has a text of its own for one."""
        return self.say(one if count == 1 else several, count=count, **params)

    def number(self, value: float) -> str:
        return number(value, self.review.language)

    def percent(self, share: Share) -> str:
        """How much of what was judged passes, a dash where nothing was."""
        if share.percent is None:
            return "–"
        return f"{self.number(share.percent)}{'' if self.review.language == 'en' else chr(0xA0)}%"

    def of(self, share: Share) -> str:
        return self.say("{part} of {whole}", part=share.passing, whole=share.judged)

    def level(self, level: Level) -> str:
        return word(level, self.review.language)

    def state(self, state: State) -> str:
        return self.say(_STATES[state]) if state in _STATES else word(state, self.review.language)

    def kind(self, level: str) -> str:
        """Strategic or operational."""
        return self.say(level)

    def goals(self, count: int) -> str:
        return self.many("1 goal", "{count} goals", count)

    def files(self, count: int) -> str:
        return self.many("1 file", "{count} files", count)

    def day(self, iso: str) -> Content:
        """A day as it is written in the language, nothing where there is none."""
        return element("time", self.spoken_day(iso), datetime=iso) if iso else None

    def spoken_day(self, iso: str) -> str:
        try:
            return day(date.fromisoformat(iso), self.review.language)
        except ValueError:  # a history may hold anything
            return iso

    # --- what people have written -----------------------------------------------------------------------------------

    def said(self, text: str, longest: int = _SENTENCE, *, language: str = "") -> Markup:
        """A text that somebody has written, cut if it is endless."""
        shown = _cut(text, longest)
        return _apart(shown, [shown], "" if language == self.review.language else language)

    def told(self, text: str) -> Markup:
        """A message: what stands between backticks in it is shown as what is written in a file."""
        shown = _cut(text, _SENTENCE)
        parts = shown.split("`")
        if len(parts) % 2 == 0:
            return _apart(shown, [shown])
        return _apart(shown, [element("code", part) if at % 2 else part for at, part in enumerate(parts)])

    def name(self, text: str) -> Markup:
        return self.said(text, _NAME)

    def brief(self, text: str) -> str:
        """A name where no element may stand."""
        return _cut(text, _NAME)

    def sentence(self, goal: Goal) -> Markup:
        """The ID and the sentence of a goal."""
        parts: list[Content] = [element("b", self.name(goal.id)), " "] if goal.id else []
        return markup([*parts, self.said(goal.statement or goal.name, language=goal.language)])

    def goal(self, number: int) -> Markup:
        """A link to a goal, by its sentence."""
        return element("a", self.sentence(self.review.goals[number]), href=f"#g{number}")

    def team(self, number: int | None) -> Markup:
        return self.name(self.review.teams[number].name) if number is not None else Markup("–")

    def place(self, file: str, line: int) -> Markup:
        return element("code", f"{file}:{line}" if line else file, class_="place")

    def names(self, texts: Iterable[str]) -> Markup:
        """Names with commas between them."""
        return joined([self.name(text) for text in texts])

    # --- what belongs together --------------------------------------------------------------------------------------

    @cached_property
    def found(self) -> Mapping[int | None, Sequence[Finding]]:
        """What was found, and what is excused, by goal."""
        by_goal: dict[int | None, list[Finding]] = defaultdict(list)
        for one in (*self.review.findings, *self.review.excused):
            by_goal[one.goal].append(one)
        return by_goal

    @cached_property
    def unaligned(self) -> frozenset[int]:
        """Goals that no way leads from to a strategic one."""
        return frozenset(self.review.unaligned)

    @cached_property
    def new_goals(self) -> frozenset[int]:
        return frozenset(self.review.trend.new_goals if self.review.trend else ())

    @cached_property
    def people(self) -> Mapping[str, tuple[int, str]]:
        """Everybody who owns a goal, each with a number and the first spelling, by folded name in order."""
        first: dict[str, str] = {}
        for goal in self.review.goals:
            for owner in goal.owners:
                first.setdefault(fold(owner), owner)
        return {key: (at, first[key]) for at, key in enumerate(sorted(first))}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + CUT


def _apart(text: str, content: Sequence[Content], language: str = "") -> Markup:
    """What is read from right to left must not turn what stands beside it; what is in another language says so."""
    if language or max(text, default="") >= _FIRST_FROM_THE_RIGHT:
        return element("bdi", content, lang=language or None)
    return markup(content)


def listed(view: View, goals: Sequence[int], most: int, left: Callable[[str], Content] = str) -> Markup:
    """Links to goals one below another, so many of them; ``left`` makes of the words for the others what stands below."""
    others = len(goals) - most
    more = element("li", left(view.say("and {count} more", count=others))) if others > 0 else None
    return element("ul", [element("li", view.goal(number)) for number in goals[:most]], more, class_="plain")


def joined(parts: Iterable[Content], by: str = ", ") -> Markup:
    """Parts with something between them; those that are empty are left out."""
    return markup(list(_between([part for part in map(markup, parts) if part], by)))


def _between(parts: Sequence[Markup], by: str) -> Iterator[Content]:
    for at, part in enumerate(parts):
        yield by if at else None
        yield part


def total(counts: Counts) -> int:
    """What is to be mended: notes are advice."""
    return counts.errors + counts.warnings
