"""What a number in a goal is a number of: one decision, shared by the rules on units and on percentages."""

from bisect import bisect_left, bisect_right

from smartlint.rule import Goal, Hit, Quantity, Span, compile_late

#: Measures that are counted in percent, of which `share` cannot pass 100.
PERCENTAGES = ("share", "rate")
#: Hits whose words name nothing that could be counted.
_NAMELESS = (
    *(
        "nameless",
        "out_of",
        "approximation",
        "surroundings",
        "relative",
        "increase",
        "decrease",
        "keep",
        "comparative",
        "superlative",
    ),
    *("vague_qualifier", "vague_verb", "vague_time", "weasel", "hedge_verb", "escape"),
)
_WORD = compile_late(r"[^\W\d_]+")
#: A mark that ends what a number may be a number of.
_PARTED = compile_late(r"(?:[,;:()–—]|(?<!\d)\.)\s|\n\s*\n")
_NO_COUNT = ("", "percent", "percentage_point", "times")


def names_nothing(goal: Goal) -> bool:
    """No word of the goal tells what its number counts: neither its sentence, nor a field, nor the goal above it."""
    if (
        goal.label
        or len(goal.path) > 1
        or any(goal.says(name) for name in ("metric", "done_when", "source", "where", "channel"))
    ):
        return False
    if any(number is not None and number.unit not in _NO_COUNT for number in (goal.baseline, goal.target, goal.change)):
        return False
    reading = goal.reading
    places = [hit.span for hit in reading.of(*_NAMELESS)]
    places += [number.span for number in reading.quantities if number.unit in _NO_COUNT]
    places += [time.span for time in reading.times]
    text, offset = goal.statement.text, goal.statement.span.start
    words = (Span(offset + word.start(), offset + word.end()) for word in _WORD.finditer(text))
    return all(any(place.contains(word) for place in places) for word in words)


def subject_of(goal: Goal, number: Quantity, *kinds: str) -> Hit | None:
    """The last word of these lists before a number of the sentence, if it is what the number is a number of.

    Another number that is aimed at or a comma between the two parts them. What stands in a field belongs to the first
    such word of a sentence that holds no number of its own.
    """
    hits = goal.reading.of(*kinds)
    if not goal.statement.span.contains(number.span):
        return hits[0] if hits and not goal.reading.quantities and "metric" not in goal.fields else None
    start = number.span.start
    nearest = range(bisect_right(hits, start, key=lambda hit: hit.span.start) - 1, -1, -1)
    before = next((hits[at] for at in nearest if hits[at].span.end <= start), None)
    return None if before is None or _parted(goal, before.span.end, number) else before


def stands_alone(goal: Goal, word: Hit, number: Quantity) -> bool:
    """No noun follows a word that the number would be of instead: not `sales meetings`, nor `sales of jackets`."""
    if not goal.statement.span.contains(number.span) or number.span.start - word.span.end <= 1:
        return True
    return any(hit.span.start - word.span.end == 1 for hit in goal.reading.of("nameless", "increase", "decrease"))


def _parted(goal: Goal, start: int, number: Quantity) -> bool:
    end = number.span.start
    offset = goal.statement.span.start
    numbers = goal.reading.quantities
    between = range(_first_from(numbers, start), _first_from(numbers, end))
    other = any(numbers[at].role not in ("baseline", "other") for at in between)
    return other or bool(_PARTED.search(goal.statement.text[start - offset : end - offset]))


def _first_from(numbers: tuple[Quantity, ...], start: int) -> int:
    return bisect_left(numbers, start, key=lambda number: number.span.start)
