"""What a word can mean in prose: roles with their values, and the same as bits, so that a question costs one ``&``."""

from __future__ import annotations

from collections.abc import Mapping

from smartlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

#: Tables of the lexicon, each with the role that its words have.
LEXICON = (
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
DIRECTIONS = (("+", "increase"), ("-", "decrease"), ("=", "keep"))
#: Roles of the lexicon that only tell what kind of word it is.
_PLAIN = frozenset({"state", "modal", "universal", "noun", "unit"})
#: What a leading verb makes of a goal, told by itself: an event is done once or again and again, a product is a thing
#: made where an article or number follows.
FORMS = ("outcome", "activity", "deliverable", "event", "product")
#: Roles of the lexicon that prose reports as hits.
LISTED = (
    *(role for _, role in LEXICON if role not in _PLAIN),
    *(role for _, role in DIRECTIONS),
    "vague_time",
)
#: What the roles of the words in ``[lists]`` start with: words that only rules ask for.
MARK = "l."
#: Uses of prepositions of time, as the packs name them.
USES = (
    *("inclusive", "exclusive", "within", "from", "to", "in", "at", "during", "between", "and", "after", "span", "offset"),
    *("duration", "coming", "clause", "from_now", "particle"),
)

if TYPE_CHECKING:
    _Values = dict[str, Any]
else:
    _Values = dict

_BITS: dict[str, int] = {}


def bits(*roles: str) -> int:
    """The bits of some roles, as one number; a role gets its bit when it is first named."""
    found = 0
    for role in roles:
        found |= _BITS.setdefault(role, 1 << len(_BITS))
    return found


#: What the tokenizer adds to the roles of a word: its kind, how it is written, and the lists of its pack that it is in.
WORD, DIGITS, SIGN = bits("kind.word"), bits("kind.number"), bits("kind.sign")
LITERAL = bits("kind.iso", "kind.span", "kind.dotted", "kind.slashed")
NUMBERED = bits("word.numbered")
#: A time may start with it; an amount may.
MAY_BE_TIME, MAY_BE_AMOUNT = bits("may.time"), bits("may.amount")
#: A whole number of five digits at most, one of two, a year of our time.
WHOLE, SHORT, YEAR = bits("number.whole"), bits("number.short"), bits("number.year")
STOP, LABEL, INDEX, ADJECTIVE, JOINER, ADVERB = (
    bits(f"word.{name}") for name in ("stop", "label", "index", "adjective", "joiner", "adverb")
)
SERVICE = bits("word.service")
#: Kinds of events that are written together with what stands before them.
COMPOUNDED = ("heads", "meetings", "terms", "phases", "workdays")
EVENT = bits(*(f"event.{kind}" for kind in (*COMPOUNDED, "done", "happens", "rounds")))
(
    INCLUSIVE,
    EXCLUSIVE,
    WITHIN,
    FROM,
    TO,
    IN,
    AT,
    DURING,
    BETWEEN,
    AND,
    AFTER,
    SPAN,
    OFFSET,
    DURATION,
    COMING,
    CLAUSE,
    FROM_NOW,
    PARTICLE,
) = (bits(f"p.{use}") for use in USES)
R_FILLER, R_NEXT, T_GENITIVE = bits("r.filler"), bits("r.next"), bits("t.genitive")
#: No word of its own: an edge ("the end of") stands before the core.
AT_EDGE = bits("p.edge")
PREPOSITIONS = bits(*(f"p.{use}" for use in USES))
#: Roles that may open a time or be its core; prepositions are told apart from them.
_OPEN = bits("r.this", "r.next", "r.last", "r.every", "r.other", "r.rate", "ordinal", "number", "article", "q.half_more")
#: What joins clauses, a colon, a place among the first, a letter that may stand for a blank, and what may end a unit,
#: role or name that owns.
JOINT, COLON, TOP, BLANK = (bits(f"word.{name}") for name in ("joint", "colon", "top", "blank"))
OWNERLY, CAPITAL = bits("word.ownerly"), bits("word.capital")
COUNTABLE = bits(
    *("number", "multiplier", "article", "multiple", "fraction", "currency", "q.half_more"),
    *("q.none", "q.compared", "q.past", "t.times", "r.each"),
)
REPORTED = bits(*LISTED, "placeholder")
CORE, EDGE, TIMELY, MARKED = bits("any.core"), bits("any.edge"), bits("any.timely"), bits("any.marked")


class Roles(_Values):
    """The roles of a word with their values (a number, a unit, a lemma …); ``mask`` is the same as bits.

    ``marks`` are the lists that only rules ask for, with the lemma: they change nothing of how a sentence is read.
    """

    __slots__ = ("listed", "marks", "mask")

    def __init__(self, roles: Mapping[str, Any]) -> None:
        super().__init__((role, value) for role, value in roles.items() if not role.startswith(MARK))
        self.marks = tuple((role[len(MARK) :], str(value)) for role, value in roles.items() if role.startswith(MARK))
        self.listed = tuple(kind for kind in (*LISTED, "placeholder") if kind in self)
        mask = bits(*self)
        if mask & _OPEN or any(role.startswith("t.") for role in self):
            mask |= CORE | TIMELY
        if any(role.startswith("e.") for role in self):
            mask |= EDGE | TIMELY
        if mask & PREPOSITIONS:
            mask |= TIMELY
        self.mask = mask | MARKED if self.marks else mask


NO_ROLES = Roles({})


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
