"""What is missing in a goal file, as questions: the fixes with holes that only a person can fill in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from smartlint.finding import Finding, Result
from smartlint.fixing import brought
from smartlint.goal import Document, Goal
from smartlint.language.pack import load
from smartlint.language.roles import bits
from smartlint.parser import parse
from smartlint.readers import in_data
from smartlint.reading import Person, Quantity, TimeRef
from smartlint.record import dataclass, replace
from smartlint.rule import Edit, Level
from smartlint.source import Source, Span

_HOLE = re.compile("⟨([^⟩]*)⟩")
#: Words that lead from one figure to another.
_LEADING = bits("q.from", "q.to")


@dataclass(frozen=True)
class Blank:
    """What is to be filled in: the question, and what an answer must be (the name of a kind, empty for anything)."""

    question: str
    kind: str = ""


#: What is asked for each hole, by its English name, in the order in which a goal's questions are asked. For any other hole
#: its own name is the question.
BLANKS: Mapping[str, Blank] = {
    "what is to be reached": Blank("What is to be reached?"),
    "name": Blank("Who answers for it?", "person"),
    "measure": Blank("What is counted?"),
    "what is counted": Blank("What is counted?"),
    "baseline": Blank("From what figure?", "figure"),
    "figure today": Blank("From what figure?", "figure"),
    "target": Blank("To what figure?", "figure"),
    "number and unit": Blank("To what figure?", "figure"),
    "number": Blank("How many?", "number"),
    "how many": Blank("How many?", "number"),
    "share": Blank("How many percent?", "number"),
    "date": Blank("By when?", "day"),
    "value": Blank("What is the figure to be by then?", "figure"),
    "what is true then": Blank("How will everybody see that it is reached?"),
    "what has been decided": Blank("What will have been decided?"),
    "what is started, changed or stopped": Blank("How: what is started, changed or stopped?"),
    "amount": Blank("What may it cost?", "figure"),
    "what it is good for": Blank("What is it good for?"),
    "ID": Blank("What is the ID of the goal that it serves?"),
    "with whom, when": Blank("With whom was it agreed, and when?"),
    "how often": Blank("How often will you look at how it goes?", "rhythm"),
    "who they are": Blank("For whom is it?"),
    "done or cancelled": Blank("Was it done or cancelled?", "status"),
    "how it stands": Blank("How does it stand?", "status"),
}
#: By kind: the field whose value it may be, and how an answer looks.
KINDS: Mapping[str, tuple[str, str]] = {
    "person": ("owner", "a name or a role"),
    "figure": ("target", "a number with its unit, such as 40 customers or 4 %"),
    "number": ("target", "a number"),
    "day": ("deadline", "a day, such as 2026-06-30"),
    "rhythm": ("review", "how often, such as every month"),
    "status": ("status", "a status, such as done or cancelled"),
}
_ORDER = {name: place for place, name in enumerate(BLANKS)}


@dataclass(frozen=True)
class Question:
    """A finding whose fix has holes: what they are called in English, and in the language of the file.

    ``goal`` is the goal that it is asked of, None for the whole file. ``in_data``: the answers stand in maps and lists.
    """

    finding: Finding
    holes: tuple[str, ...]
    names: tuple[str, ...]
    goal: Goal | None
    in_data: bool

    @property
    def key(self) -> tuple[object, ...]:
        """The same for findings that ask the same of the same goal."""
        edits = self.finding.fix.edits if self.finding.fix else ()
        return (self.finding.goal, *(edit.pattern for edit in edits))

    def blank(self, hole: int) -> Blank:
        """What is asked for a hole."""
        return BLANKS.get(self.holes[hole]) or Blank(f"{self.names[hole][:1].upper()}{self.names[hole][1:]}?")

    def filled(self, answers: Sequence[str]) -> list[Edit]:
        """The edits with answers in their holes."""
        left = iter(answers)
        edits = self.finding.fix.edits if self.finding.fix else ()
        within = self.in_data
        return [replace(edit, text=_HOLE.sub(lambda hole: _within(hole, next(left), within), edit.text)) for edit in edits]


def _within(hole: re.Match[str], answer: str, in_data: bool) -> str:
    """An answer as it stands in a hole: in a file of data as its quotes need it."""
    if not in_data:
        return answer
    from smartlint.readers.data_edits import answered  # here: most files are goal files

    return answered(hole.string[: hole.start()], hole.string[hole.end() :], answer)


def questions(result: Result, document: Document, levels: Collection[Level]) -> list[Question]:
    """What is to be asked, one goal after another, and last what is to be asked of the whole file."""
    goals = {goal.path: goal for goal in document.all_goals}
    found = [
        question
        for finding in result.findings
        if finding.level in levels
        for question in _questions(finding, goals, document.source)
    ]
    return sorted(found, key=_place)


def _questions(finding: Finding, goals: Mapping[tuple[str, ...], Goal], source: Source) -> Iterator[Question]:
    if finding.fix is None or finding.fix.applicability != "display":
        return
    holes = [name for edit in finding.fix.edits for name in _HOLE.findall(edit.pattern)]
    names = [name for edit in finding.fix.edits for name in _HOLE.findall(edit.text)]
    if holes and len(holes) == len(names):  # but for words of the goal that look like holes themselves
        within = all(in_data(source.path, source.file.text, edit.span.start) for edit in finding.fix.edits)
        yield Question(finding, tuple(holes), tuple(names), goals.get(finding.goal), within)


def _place(question: Question) -> tuple[bool, int, int, int]:
    goal = question.goal
    order = _ORDER.get(question.holes[0], len(_ORDER))
    return goal is None, goal.index if goal else 0, order, question.finding.place.span.start


@dataclass(frozen=True)
class NewLines:
    """The lines that were added last in one place: how far they begin and end from the end of the text.

    A fix adds its line above all others of a goal; with them, answers stand in the order in which they were given.
    """

    start: int = -1
    end: int = -1

    def below(self, edits: list[Edit], length: int) -> tuple[list[Edit], NewLines]:
        """The edits of an answer, and the lines with those that it adds; ``length`` is that of the text."""
        if len(edits) != 1 or not edits[0].text.startswith(("\n", "\r\n")):
            return edits, self
        (edit,) = edits
        added = len(edit.text)
        if edit.span.start != length - self.start:
            return edits, NewLines(length - edit.span.start + added, length - edit.span.start)
        end = length - self.end
        return [replace(edit, span=Span(end, end))], NewLines(self.start + added, self.end)


def fits(answer: str, kind: str, language: str, today: date) -> bool:
    """Whether an answer is what it must be: it is read as the value of a field."""
    if not kind:
        return True
    field = KINDS[kind][0]
    document = parse(f"goal: -\n  {field}: {answer}\n", language=language, today=today)
    found = document.goals[0].fields.get(field) if len(document.goals) == 1 and not document.problems else None
    value = found.value if found is not None else None
    match kind:
        case "person":
            people = value if isinstance(value, tuple) else ()
            return len(people) == 1 and isinstance(people[0], Person) and people[0].kind != "group" and _has_letters(answer)
        case "figure":
            return (isinstance(value, Quantity) and _is_one(answer, value, language)) or answer == "?"  # nobody knows yet
        case "number":
            return isinstance(value, Quantity) and not value.unit
        case "day":
            return isinstance(value, TimeRef) and value.end is not None
        case _:
            return value is not None


def _is_one(answer: str, amount: Quantity, language: str) -> bool:
    """One figure, not where it comes from and where it leads to: ``from 40 to 60``."""
    before, _, after = answer.partition(amount.text)
    words = load(language)
    leads = any(words.meaning(word).mask & _LEADING for word in before.lower().split())
    return amount.low == amount.high and not leads and not any(sign.isdigit() for sign in before + after)


def _has_letters(answer: str) -> bool:
    return any(sign.isalpha() for sign in answer)


def objection(question: Question, before: Result, after: Result) -> Finding | None:
    """What is found against an answer: the error that it brings, or what was found as before."""
    new = brought(before, after)
    known = {finding.fingerprint for finding in before.findings}
    asked = question.finding

    def same(result: Result) -> list[Finding]:
        return [one for one in result.findings if one.rule is asked.rule and one.goal == asked.goal]

    for finding in after.findings:
        if finding.rule in new and finding.fingerprint not in known:
            return finding
    return asked if len(same(after)) >= len(same(before)) or new or after.goals < before.goals else None
