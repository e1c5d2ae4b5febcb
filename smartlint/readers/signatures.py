"""Who has a goal, and until when, as people write it behind the sentence: ``– Kim, by March``, ``(June, Kim)``."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.people import is_first_name
from smartlint.readers import endings
from smartlint.readers.wanting import answering
from smartlint.readers.whose import is_dotted, is_people, is_somebody, is_whole_time, names_owner
from smartlint.readers.word_lists import any_of, document_words
from smartlint.readers.words import field_called, kind_in

#: A field with the place of its value in the text.
Place = tuple[str, int, int]
#: What goes on behind a name in brackets is a clause if it has so many words.
_CLAUSE = 3
#: What somebody does about a goal is said in fewer words: ``(Kim keeps the list)``.
_TAKEN = 8


@lru_cache
def _stands() -> re.Pattern[str]:
    """Where things stand, behind a name in brackets: ``(Kim, now 58)``."""
    return re.compile(rf"(?:{any_of('nows')}) (?=\d)", re.IGNORECASE)


def unparted(text: str, *, among: bool = False) -> Place | None:
    """A field in brackets without a colon: ``(owner Kim)``; ``(by June)`` is a time as it is, unless ``among`` other fields."""
    one = endings.UNPARTED.match(text)
    name = field_called(one["name"], "en") if one is not None else ""
    if one is None or name not in ("owner", "deadline") or (is_whole_time(one[0].strip()) and not among):
        return None
    value = one["value"].strip()
    fits = is_whole_time(value) if name == "deadline" else is_people(value, roles=True) or names_owner(value)
    return (name, *one.span("value")) if fits else None


def signed(text: str) -> list[Place]:
    """A name and a time, in either order, with a comma between them; none if a text is anything else."""
    first, comma, second = text.partition(",")
    if not comma or "," in second:
        return []
    places = [(first.strip(), 0, len(first)), (second.strip(), len(first) + 1, len(text))]
    for (who, *place), (when, *other) in (places, places[::-1]):
        is_day = is_dotted(when) and " " in when and is_whole_time(f"{when}.")  # ``Kim, innen 23.12``; but ``Kim, 7.5``
        if _is_owner(who) and (is_day or is_whole_time(when)):
            return [("owner", place[0], place[1]), ("deadline", other[0], other[1])]
        if is_people(who) and (stands := _stands().match(when)) is not None:
            start = text.index(when, other[0]) + stands.end()
            return [("owner", place[0], place[1]), ("baseline", start, other[1])]
    return []


def remarked(text: str, *, beside: bool = False) -> Place | None:
    """A name that a remark begins with: ``Guri, she will be told tomorrow``; or whoever takes it on: ``Kim sees to this``.

    ``beside``: it stands behind a comma, where a second one may be named: ``Ann has the first two, Bo the rest``.
    """
    who = answering(text)
    if who and (_is_owner(who) or is_somebody(who)):
        start = text.index(who)
        return "owner", start, start + len(who)
    if not beside and takes_on(text):
        return "owner", 0, text.index(" ")
    name, comma, clause = text.partition(",")
    is_clause = clause.strip()[:1].islower() and len(clause.split()) >= _CLAUSE
    return ("owner", 0, len(name)) if comma and is_clause and is_people(name.strip()) else None


def takes_on(text: str) -> bool:
    """A first name and what she does about a goal: ``Kim keeps the list``; not what she says of it."""
    name, _, does = text.partition(" ")
    verb = does.partition(" ")[0]
    known = document_words()
    if not name[:1].isupper() or not verb[:1].islower() or verb in known.speaking or any(map(str.isdigit, text)):
        return False
    return len(does.split()) < _TAKEN and not is_people(text) and is_first_name(name) and name.lower() not in known.homonyms


def _is_owner(who: str) -> bool:
    return (is_people(who) or names_owner(who)) and kind_in(who, "en") is None
