"""What a word can mean in prose: roles with their values, and the same as bits, so that a question costs one ``&``."""

from __future__ import annotations

from collections.abc import Mapping

from smartlint.record import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

#: Tables of the lexicon, each with the role that its words have.
LEXICON: Final = (
    ("vague_verbs", "vague_verb"),
    ("vague_qualifiers", "vague_qualifier"),
    ("comparatives", "comparative"),
    ("superlatives", "superlative"),
    ("weasels", "weasel"),
    ("open_lists", "open_list"),
    ("hedge_verbs", "hedge_verb"),
    ("escapes", "escape"),
    ("deliver", "deliver"),
    ("activity", "activity"),
    ("states", "state"),
    ("modals", "modal"),
    ("universals", "universal"),
    ("nouns", "noun"),
    ("units", "unit"),
)
DIRECTIONS: Final = (("+", "increase"), ("-", "decrease"), ("=", "keep"))
#: Roles of the lexicon that only tell what kind of word it is.
_PLAIN: Final = frozenset({"state", "modal", "universal", "noun", "unit"})
#: What a leading verb makes of a goal, told by itself: an event is done once or again and again, a product is a thing
#: made where an article or number follows.
FORMS: Final = ("outcome", "activity", "deliverable", "event", "product")
#: Roles of the lexicon that prose reports as hits.
LISTED: Final = (
    *(role for _, role in LEXICON if role not in _PLAIN),
    *(role for _, role in DIRECTIONS),
    "vague_time",
)
#: What the roles of the words in ``[lists]`` start with: words that only rules ask for.
MARK: Final = "l."
#: Uses of prepositions of time, as the packs name them.
USES: Final = (
    *("inclusive", "exclusive", "within", "from", "to", "in", "at", "during", "between", "and", "after", "span", "offset"),
    *("duration", "coming", "clause", "from_now", "particle"),
)

_BITS: dict[str, int] = {}


def bits(*roles: str) -> int:
    """The bits of some roles, as one number; a role gets its bit when it is first named."""
    found = 0
    for role in roles:
        found |= _BITS.setdefault(role, 1 << len(_BITS))
    return found


#: Roles that are asked for together, each with the one bit that stands for any of them.
_GROUPS: list[tuple[int, int]] = []


def _any(name: str, *roles: str) -> int:
    bit = bits(f"any.{name}")
    _GROUPS.append((bits(*roles), bit))
    return bit


def with_groups(mask: int) -> int:
    """A mask with the bits of the groups that it has a role of."""
    for roles, bit in _GROUPS:
        if mask & roles:
            mask |= bit
    return mask


#: What the words of most sentences are and are asked for comes first, as far as one small number holds it.
bits(
    *("kind.word", "kind.number", "kind.sign", "may.time", "may.amount", "any.dated", "number.whole"),
    *("number.short", "word.ownerly", "word.capital", "p.and", "any.marked", "article", "relative", "modal", "q.and"),
    *("state", "hedge_verb", "noun_too", "kind.literal", "word.numbered", "number.year", "word.joiner", "r.filler"),
    *("any.preposition", "r.last", "ordinal", "number", "q.half_more", "word.joint", "word.colon", "word.top"),
    *("word.blank", "any.countable", "multiplier", "multiple", "fraction", "currency", "q.compared", "any.reported"),
    *("any.form", "any.verb", "any.auxiliary", "any.related", "any.fixed", "any.opens_rhythm", "t.recurrence"),
    *("any.rhythm", "any.expression", "t.unit", "t.definite", "t.numbered", "any.event", "any.edge", "any.core"),
    *("q.to", "q.from", "means.verb", "means.clause", "word.gap", "scale", "means.phrase"),
)
#: The bits of that number.
COMMON: Final = (1 << len(_BITS)) - 1
#: What the tokenizer adds to the roles of a word: its kind, how it is written, and the lists of its pack that it is in.
WORD: Final = bits("kind.word")
DIGITS: Final = bits("kind.number")
SIGN: Final = bits("kind.sign")
LITERAL: Final = bits("kind.literal")
NUMBERED: Final = bits("word.numbered")
#: A time may start with it; an amount may.
MAY_BE_TIME: Final = bits("may.time")
MAY_BE_AMOUNT: Final = bits("may.amount")
#: A whole number of five digits at most, one of two, a year of our time.
WHOLE: Final = bits("number.whole")
SHORT: Final = bits("number.short")
YEAR: Final = bits("number.year")
STOP: Final = bits("word.stop")
LABEL: Final = bits("word.label")
INDEX: Final = bits("word.index")
ADJECTIVE: Final = bits("word.adjective")
JOINER: Final = bits("word.joiner")
ADVERB: Final = bits("word.adverb")
SERVICE: Final = bits("word.service")
IMMATERIAL: Final = bits("word.immaterial")
GATHERING: Final = bits("word.gathering")
#: Kinds of events that are written together with what stands before them.
COMPOUNDED: Final = ("heads", "meetings", "terms", "phases", "workdays")
EVENT: Final = bits(*(f"event.{kind}" for kind in (*COMPOUNDED, "done", "happens", "rounds")))
INCLUSIVE: Final = bits("p.inclusive")
EXCLUSIVE: Final = bits("p.exclusive")
WITHIN: Final = bits("p.within")
FROM: Final = bits("p.from")
TO: Final = bits("p.to")
IN: Final = bits("p.in")
AT: Final = bits("p.at")
DURING: Final = bits("p.during")
BETWEEN: Final = bits("p.between")
AND: Final = bits("p.and")
AFTER: Final = bits("p.after")
SPAN: Final = bits("p.span")
OFFSET: Final = bits("p.offset")
DURATION: Final = bits("p.duration")
COMING: Final = bits("p.coming")
CLAUSE: Final = bits("p.clause")
PARTICLE: Final = bits("p.particle")
R_FILLER: Final = bits("r.filler")
R_NEXT: Final = bits("r.next")
T_GENITIVE: Final = bits("t.genitive")
#: No word of its own: an edge ("the end of") stands before the core.
AT_EDGE: Final = bits("p.edge")
PREPOSITION_USES: Final = bits(*(f"p.{use}" for use in USES))
PREPOSITIONS: Final = _any("preposition", *(f"p.{use}" for use in USES))
#: Roles that may open a time or be its core; prepositions are told apart from them.
_OPEN: Final = bits("r.this", "r.next", "r.last", "r.every", "r.other", "r.rate", "ordinal", "number", "article", "q.half_more")
#: What joins clauses, a colon, a place among the first, a letter that may stand for a gap and what else gaps are marked
#: with, and what may end a unit, role or name that owns.
JOINT: Final = bits("word.joint")
COLON: Final = bits("word.colon")
TOP: Final = bits("word.top")
BLANK: Final = bits("word.blank")
GAP: Final = bits("word.gap")
OWNERLY: Final = bits("word.ownerly")
CAPITAL: Final = bits("word.capital")
COUNTABLE: Final = _any(
    "countable",
    *("number", "multiplier", "article", "multiple", "fraction", "currency", "q.half_more"),
    *("q.none", "q.compared", "q.past", "t.times", "r.each"),
)
REPORTED: Final = _any("reported", *LISTED, "placeholder")
#: A verb that tells what it makes of a goal.
FORMED: Final = _any("form", *(f"form.{form}" for form in FORMS))
#: A verb of the lexicon, and what a verb is still to follow.
VERBAL: Final = _any("verb", "deliver", "activity", "increase", "decrease", "keep", "vague_verb", "hedge_verb")
AUXILIARY: Final = _any("auxiliary", "modal", "before_verb", "escape", "vague_time", "word.adverb")
#: What a period begins with that is told from today, and what has its place in the year.
RELATED: Final = _any("related", "r.this", "r.next", "r.last")
FIXED: Final = _any("fixed", "t.point", "t.genitive", "t.of_month", "t.season", "t.holiday")
#: What a day that is not in digits alone cannot do without.
DATED: Final = _any("dated", "t.month", "t.weekday")
#: What a recurrence starts with, and what a rhythm, a time and an event cannot do without.
OPENS_RHYTHM: Final = _any(
    "opens_rhythm",
    *("t.recurrence", "ordinal", "r.last", "p.in", "t.times", "number", "q.half_more", "article"),
    *("r.other", "r.every", "r.rate", "r.filler", "number.whole"),
)
RHYTHMIC: Final = _any(
    "rhythm", *("t.weekday", "t.recurrence", "t.times", "r.times_word", "r.other", "r.every", "r.rate", "r.day_parts")
)
EXPRESSIVE: Final = _any(
    "expression",
    *("kind.literal", "word.numbered", "number.year", "t.unit", "t.definite", "t.month", "t.weekday", "t.numbered"),
    *("t.point", "t.genitive", "t.of_month", "t.season", "t.holiday", "fraction"),
)
EVENTFUL: Final = _any("event", *(f"event.{kind}" for kind in (*COMPOUNDED, "done", "happens", "rounds")), "p.clause")
#: What may follow the preposition of a time: words of time, numbers, signs with a role.
LEADS_ON: Final = bits("may.follow")
CORE: Final = bits("any.core")
EDGE: Final = bits("any.edge")
TIMELY: Final = bits("any.timely")
MARKED: Final = bits("any.marked")


class Meaning:
    """The roles of a word with their values (a number, a unit, a lemma …); ``mask`` is the same as bits.

    ``listed`` are the lists that prose reports, ``marks`` those that only rules ask for, with the lemma: they change
    nothing of how a sentence is read.
    """

    __slots__ = ("listed", "marks", "mask", "roles")

    def __init__(self, roles: Mapping[str, Any]) -> None:
        self.roles: dict[str, Any] = {role: value for role, value in roles.items() if not role.startswith(MARK)}
        self.marks = tuple([(role[len(MARK) :], str(value)) for role, value in roles.items() if role.startswith(MARK)])
        self.listed = tuple([kind for kind in (*LISTED, "placeholder") if kind in self.roles])
        mask = with_groups(bits(*self.roles))
        if mask & _OPEN or any(role.startswith("t.") for role in self.roles):
            mask |= CORE | TIMELY
        if any(role.startswith("e.") for role in self.roles):
            mask |= EDGE | TIMELY
        if mask & PREPOSITIONS:
            mask |= TIMELY
        self.mask: int = mask | MARKED if self.marks else mask


NO_MEANING: Final = Meaning({})


def written(roles: Mapping[str, Any]) -> str:
    """Roles as a compiled pack has them: apart by U+001F, a text after ``=``, a number after ``#``."""
    marks = {bool: "", str: "=", float: "#", int: "#"}
    return "\x1f".join(f"{role}{marks[type(value)]}{'' if value is True else value}" for role, value in roles.items())


def read_roles(text: str) -> dict[str, Any]:
    """The roles that ``written`` wrote."""
    found: dict[str, Any] = {}
    for entry in text.split("\x1f"):
        role, equals, value = entry.partition("=")
        if equals:
            found[role] = value
            continue
        role, number, value = entry.partition("#")
        found[role] = (int(value) if value.isdigit() else float(value)) if number else True
    return found
