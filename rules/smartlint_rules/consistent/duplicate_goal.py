from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress
from typing import Any, NamedTuple

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Quantity, Related, Report, compile_late, date, measure, stems
from smartlint_rules.consistent.comparable import may_be_one, pairs, place, related
from smartlint_rules.grouping import repeated

_NUMBER = compile_late(r"\d+")
_FEWEST = 2
#: With so many words, one more makes no other goal.
_MANY = 4
#: A number of 64 bits with a sign that is none, and one that stands for no words.
_BITS = 2**63 - 1
_NONE = -1
#: Of so many numbers all are held.
_FEW = 4096


class DuplicateGoal(ProjectRule):
    """A team has written the same goal twice.

    ## What it finds
    Two open goals of one team with the same sentence, numbers and deadline, in one file or in several. Word order,
    endings and small words do not matter, and in a long sentence one word may be too many. Goals with different owners,
    channels, audiences or places are two, and so are a goal and the one it stands under or supports.

    ## Why it matters
    One of the two is kept up to date and the other one is not. Progress is reported twice, and the team looks as if it
    had more on its plate than it has.

    ## Example
    ```goals
    team: Kundtjänst
    period: K2 2026
    mål 1: Svara på 90 % av mejlen inom 4 timmar
    mål 2: Anställa 2 medarbetare
    mål 3: Svara på 90 % av mejlen inom 4 timmar
    ```

    ```goals kvartal.goals
    hold: Butikken
    mål 1: Øge antallet af medlemmer fra 400 til 550 inden 30. juni 2026
    ```

    ```goals kampagne.goals
    hold: Butikken
    mål A: Antallet af medlemmer øges fra 400 til 550 inden 30. juni 2026
    ```

    ## Use instead
    ```goals
    team: Kundtjänst
    period: K2 2026
    mål 1: Svara på 90 % av mejlen inom 4 timmar
    mål 2: Anställa 2 medarbetare
    ```

    ```goals kvartal.goals
    hold: Butikken
    mål 1: Øge antallet af medlemmer fra 400 til 550 inden 30. juni 2026
    ```

    ```goals kampagne.goals
    hold: Butikken
    mål A: Skaffe 60 nye medlemmer på sommermarkedet inden 30. juni 2026
      støtter: 1
    ```

    ## Sources
    What is kept as text in several files is copied, and a copy is changed in one of its places. Teams that review their
    goals together find duplicates first.
    """

    code = "CON001"
    name = "duplicate-goal"
    title = "A goal that is written twice"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("SYN004",)
    messages = {
        "same": "the same goal as `{other}`",
        "elsewhere": "the same goal as `{other}` in {path}",
        "first": "it is written here first",
    }
    helps = {
        "same": "remove one of the two, or write what sets them apart: owner, channel, place or number",
        "elsewhere": "keep one of the two, and let other goals refer to it with `supports:`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        seen: set[tuple[str, int]] = set()
        # of very many goals the words take much memory: each has a number that tells them well enough at first
        sums, sizes = array("q"), array("I")
        for facts in project.documents:
            found = [_sums(fact.measured) if fact.open and fact.kind != "vision" else (_NONE, ()) for fact in facts]
            sums.extend([whole for whole, _ in found])
            sizes.extend([len(fewer) for _, fewer in found])
        shared = repeated(sums) - {_NONE}
        alike = pairs(project, lambda fact: _key(fact, shared)) if shared else ()
        for earlier, later in chain(alike, _with_a_word_more(project.goals, _Words(sums, sizes, shared))):
            if (later.file, later.index) in seen or related(project, earlier, later):
                continue
            seen.add((later.file, later.index))
            yield self._at(earlier, later)

    def _at(self, earlier: GoalFact, later: GoalFact) -> Report:
        first = (Related(earlier.span, "first", earlier.file),)
        span, goal, file = later.span, later.index, later.file
        if earlier.file == later.file:
            return self.report("same", span, related=first, goal=goal, file=file, other=earlier.name)
        return self.report("elsewhere", span, related=first, goal=goal, file=file, other=earlier.name, path=earlier.file)


def _key(fact: GoalFact, shared: Container[int]) -> Hashable:
    words = stems(fact.measured)
    tells = bool(words) and _sum(words) in shared and (fact.target is not None or len(stems(fact.statement)) >= _FEWEST)
    return (_frame(fact), words) if tells else None


def _frame(fact: GoalFact) -> Hashable:
    """All but the words."""
    numbers = tuple(_NUMBER.findall(fact.measured)), _amount(fact.target), _amount(fact.baseline)
    return place(fact), fact.deadline, fact.direction, stems(fact.metric), numbers


def _amount(amount: Quantity | None) -> Hashable:
    return (amount.low, amount.high, measure(amount), amount.per) if amount else None


class _Words(NamedTuple):
    """Numbers for the words of each goal, or none where it is not asked, how many words it has, and the numbers of several."""

    sums: Sequence[int]
    sizes: Sequence[int]
    shared: Container[int]


def _with_a_word_more(goals: Sequence[GoalFact], known: _Words) -> Iterator[tuple[GoalFact, GoalFact]]:
    """Pairs of goals of which one has all the words of the other and one more, the earlier first."""
    shorter = list(_shorter(goals, known))
    wanted = {_sum(words) for _, words in shorter}
    by_words: dict[frozenset[str], list[int]] = defaultdict(list)
    for at, mark in enumerate(known.sums if wanted else ()):
        if mark in wanted:
            by_words[stems(goals[at].measured)].append(at)
    framed: dict[frozenset[str], dict[Hashable, int]] = {}
    for at, words in shorter:
        if words in by_words:
            if words not in framed:
                framed[words] = {_frame(goals[one]): one for one in reversed(by_words[words])}
            other = framed[words].get(_frame(goals[at]))
            if other is not None and may_be_one(goals[other], goals[at]):
                yield goals[min(at, other)], goals[max(at, other)]


def _shorter(goals: Sequence[GoalFact], known: _Words) -> Iterator[tuple[int, frozenset[str]]]:
    """The words of each goal, by its place, without one that it may have too many: the one that no other has, if there is any.

    Only those that another goal may have.
    """
    sums, sizes, _ = known
    none_of = _none_of(array("q", compress(sums, map(_MANY.__le__, sizes))))
    longer = [at for at, size in enumerate(sizes) if size > _MANY and not none_of(_sums(goals[at].measured)[1])]
    if not longer:
        return
    asked = {mark for at in longer for mark in _sums(goals[at].measured)[1] if not none_of((mark,))}
    marks = {mark for mark, size in zip(sums, sizes, strict=True) if size >= _MANY and mark in asked}
    longer = [at for at in longer if not marks.isdisjoint(_sums(goals[at].measured)[1])]
    if not longer:  # as nearly always: nobody asks how many have a word
        return
    counts = _counts(goals, known, {word for at in longer for word in stems(goals[at].measured)})
    for at in longer:
        words = stems(goals[at].measured)
        own = [word for word in words if counts[word] == 1]
        if len(own) < 2:
            for word in own or words:
                if (sums[at] - hash(word)) & _BITS in marks:
                    yield at, words - {word}


def _none_of(marks: Sequence[int]) -> Callable[[Sequence[int]], bool]:
    """Tells whether none of some numbers is among these: of very many it takes another one for one of them now and then."""
    if len(marks) <= _FEW:
        return frozenset(marks).isdisjoint
    last = (1 << (len(marks) * 8).bit_length()) - 1
    flags = bytearray(last + 1)
    for mark in marks:
        flags[mark >> 3 & last] |= 1 << (mark & 7)
    return lambda some: not any(flags[mark >> 3 & last] >> (mark & 7) & 1 for mark in some)


def _counts(goals: Sequence[GoalFact], known: _Words, words: Container[str]) -> Counter[str]:
    """How many goals have each of some words; those with the same words count once."""
    counts: Counter[str] = Counter()
    counted: set[int] = set()
    for fact, mark, size in zip(goals, known.sums, known.sizes, strict=True):
        if size >= _MANY and mark not in counted:
            counts.update(word for word in stems(fact.measured) if word in words)
            if mark in known.shared:
                counted.add(mark)
    return counts


@lru_cache(512)
def _sums(sentence: str) -> tuple[int, tuple[int, ...]]:
    """The number of the words of a sentence, and those of its words without each of them."""
    words = stems(sentence)
    whole = _sum(words)
    return whole, tuple([(whole - hash(word)) & _BITS for word in words])


def _sum(words: frozenset[str]) -> int:
    """A number that is the same for the same words, and mostly another one for others: it takes no set to take a word off."""
    return sum(map(hash, words)) & _BITS
