"""The words of documents: what a heading, lead-in, column or sign says, in all languages."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.pack import CODES
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.readers.word_lists import document_words
from smartlint.record import dataclass

_YEAR = re.compile(r"\b20\d\d\b")
#: How Swedish ends what is written in capitals: ``OKR:er``.
ENDED = r":(?:er|erna|ar|arna|n|en|et|na|s)\b"
_WORD = re.compile(rf"[^\W_]+(?:[-'’][^\W_]+|{ENDED})*")
#: How the points of an agenda are numbered in minutes: ``Sak 3/27``, ``§ 4``.
POINT = r"(?:sak|punkt|pkt\.?|item|ärende|§)[ \t\u00a0]*\d{1,3}(?:/\d{2,4})?[.:)]?"
_NUMBERS = re.compile(rf"(?:{POINT}|" + r"\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?)[ \t\u00a0]+", re.IGNORECASE)
#: Reports leave the full stop out: ``4 Rammer``.
_BARE_NUMBER = re.compile(r"^\d{1,2}[ \t\u00a0]+(?=[A-ZÆØÅÄÖ])")
#: What parts the pieces of a heading.
_PIECES = re.compile(r"[,:;()]|(?<![ \t])[ \t]+[–—-][ \t]+")
#: A word that ends in the word for a goal is a goal as well (``læringsmål``), if it is longer than the ending by this much.
_LONGER = 2
_OKR_FORM = re.compile(r"okr(?:['’:-]?(?:s|er|ar|ene|ane|erna|erne|en))?", re.IGNORECASE)
#: The words of the longest name of a part without goals.
_LONGEST_ASIDE = 5
#: The name of a log has no more words.
_NAME = 3
#: What says how long something lasts has its verb in so many words.
_SPANNING = 4
#: And of the longest heading that asks for goals.
_LONGEST_QUESTION = 12
_OKR = frozenset({"objective", "key_result"})


def phrase_of(text: str) -> str:
    """A heading or name as it is looked up: lower case, without a number before it and without what ends it."""
    return " ".join(text.lower().split()).strip(" :.*_#–-")


def numbered(text: str) -> int:
    """How long the number is that a heading begins with: ``2.1 Mål``."""
    match = _NUMBERS.match(text)
    return match.end() if match else 0


def is_aside(text: str) -> bool:
    """A heading or lead-in below which no goal stands; a question is one."""
    phrase = phrase_of(_BARE_NUMBER.sub("", text[numbered(text) :]))
    if phrase.endswith(("?", *document_words().explanations)):
        return True
    words = phrase.split() or [""]
    is_log = len(words) <= _NAME and (words[-1] in document_words().logs or _is_list(words[-1]))
    return is_log or _opens_with(phrase, document_words().asides)


def _is_list(word: str) -> bool:
    """``Dugnadsliste`` and ``vaktlista`` list deeds; a list of goals says that it is one."""
    known = document_words()
    is_compound = word.endswith(known.lists) and word not in known.lists  # ``Liste`` alone does not say of what
    return is_compound and word not in known.queues and kind_in(word, "") is None


def is_past(text: str) -> bool:
    """A heading that tells of what was: ``It did not happen last year``."""
    phrase = f" {phrase_of(text)} "
    return any(f" {one} " in phrase for one in document_words().past)


def asks_for_goals(text: str) -> bool:
    """``What we want to achieve``, and whatever stands behind that."""
    phrase = phrase_of(text[numbered(text) :])
    return phrase.startswith(document_words().achievements) and len(phrase.split()) <= _LONGEST_QUESTION


def is_legend(text: str) -> bool:
    """A heading that explains what stands below it, rather than how goals are written."""
    return _opens_with(phrase_of(text[numbered(text) :]), document_words().legends)


def is_aside_item(text: str) -> bool:
    """An item that says of itself that it is no goal: more than the one word that a goal might begin with."""
    words = phrase_of(text).split()
    asides = document_words().asides
    return phrase_of(text) in asides or any(" ".join(words[:size]) in asides for size in range(2, _LONGEST_ASIDE + 1))


def illustrates(text: str, *, heading: bool) -> bool:
    """A heading or line of text below which is shown how goals are written, or what a program answers."""
    phrase = phrase_of(text)
    found = list(document_words().illustrations.finditer(phrase))
    return bool(found) and (not heading or found[0].start() == 0 or found[-1].end() == len(phrase))


def is_record(text: str) -> bool:
    """The title of the minutes of a meeting: ``Møte 2/9``, ``Styremøte 2/9``, ``From the board's minutes``."""
    phrase, known = phrase_of(text[numbered(text) :]), document_words()
    words = [word for word in phrase.split() if not word.isdigit()] or [""]
    is_excerpt = words[0] in known.excerpts and words[-1].endswith((*known.meetings, *known.reports))
    return _opens_with(phrase, known.records) or words[0].endswith(known.meetings) or is_excerpt


def is_valid_for(text: str) -> bool:
    """A line that says when all of a document holds: ``Applies from 1 May 2026 …``."""
    if _YEAR.search(text) is None:
        return False
    phrase, known = phrase_of(text), document_words()
    opening = " ".join(phrase.split()[:_SPANNING])
    return _opens_with(phrase, known.validity) or any(f" {one}" in opening for one in known.spans)


def is_memo(text: str) -> bool:
    """A line that says to whom a paper goes, or from whom it comes: ``Til: styret``."""
    name, colon, _ = text.partition(":")
    return bool(colon) and phrase_of(name) in document_words().memo


def is_plan(text: str) -> bool:
    """A title that holds a word for a plan, or ends one: ``Verksamhetsplan 2027``."""
    return any(word.endswith(document_words().plans) for word in _WORD.findall(text.lower()))


def _opens_with(phrase: str, names: frozenset[str]) -> bool:
    words = phrase.split()
    return any(" ".join(words[:size]).rstrip(":,") in names for size in range(1, _LONGEST_ASIDE + 1))


def is_denied(text: str) -> bool:
    """``Goals that we did not choose``; not ``Three goals, no more``."""
    pieces = (piece for piece in _PIECES.split(text.lower()) if phrase_of(piece) not in document_words().limits)
    return not document_words().negations.isdisjoint(_WORD.findall(" ".join(pieces)))


def worded(text: str) -> str:
    """A text as nothing but its words, in lower case, with a blank around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def opens_goals(text: str) -> bool:
    """A lead-in such as ``By June we will:``."""
    phrase = worded(text)
    known = document_words()
    if any(f" {opening} " in phrase for opening in known.openings) or phrase.endswith(known.proposals):
        return True
    return not known.modals.isdisjoint(phrase.split()[-1:]) or _wishes(text)


def names_area(text: str) -> bool:
    """``Focus area: reading``, ``Område 2 – mat``: one of the topics of a plan."""
    head, sign, topic = text.partition(":") if ":" in text else text.partition(" – ")
    return bool(sign and topic.strip()) and phrase_of(head).rstrip(" 0123456789.") in document_words().area


def is_todo(text: str) -> bool:
    """``To do this week``."""
    return any(f" {one} " in worded(text) for one in document_words().todos)


def is_unfinished(text: str) -> bool:
    """A line that the list below it ends: ``After the year the pupils will``, ``The project has succeeded when``."""
    words, known = phrase_of(text).split(), document_words()
    return _wishes(text) or any(word in known.modals for word in words[-2:]) or not known.conditions.isdisjoint(words[-1:])


def _wishes(text: str) -> bool:
    """``For the rest of 2027 the office wants``."""
    return not document_words().wishes.isdisjoint(phrase_of(text).split()[-1:]) and _YEAR.search(text) is not None


def is_personal(text: str) -> bool:
    return not document_words().personal.isdisjoint(_WORD.findall(text.lower()))


def is_habit(text: str) -> bool:
    """``Vores vaner``, and ``Vaner på afsnittet``: a heading over habits."""
    known, words = document_words(), phrase_of(text).split()
    if not 1 < len(words) <= _NAME:
        return False
    return words[-1].endswith(known.habits) or (words[0] in known.habits and words[1] in known.places)


def is_rank(text: str) -> bool:
    """``Prio 2``, and perhaps ``Prio 3 / if there is time``."""
    words = _WORD.findall(text.lower())[:2]
    return len(words) > 1 and words[0] in document_words().ranks and words[1].isdigit()


def field_called(text: str, language: str) -> str:
    """The field that a heading, column or key is the name of, or ""."""
    phrase, known = phrase_of(text[numbered(text) :]), document_words()
    phrase = next((phrase[: -len(one)] for one in (*known.wholes, *known.ways) if phrase.endswith(one)), phrase)
    names = vocabulary().field_names(phrase)
    found = known.fields.get(phrase) or names.get(language) or next(iter(names.values()), "")
    return found or ("done_when" if knows(text) else "")


def is_of_all(text: str) -> bool:
    """The name of a field that holds for all goals above it too: ``Responsible for both``."""
    return phrase_of(text).endswith(document_words().wholes)


def tells_how(text: str) -> bool:
    """A lead-in to deeds: ``What we will do to get there:``."""
    phrase = phrase_of(text)
    names = (name for name, field in document_words().fields.items() if field == "how" and " " in name)
    return any(f"{phrase} ".startswith(f"{name} ") for name in names)


def knows(text: str) -> bool:
    """A heading over the signs by which a goal is seen to be reached: ``How we know that we are there``."""
    phrase, known = phrase_of(text[numbered(text) :]), document_words()
    begun = next((one for one in known.knowing if f"{phrase} ".startswith(f"{one} ")), "")
    rest = phrase[len(begun) :].replace(",", " ").split()
    return bool(begun) and (not rest or rest[0] in known.conditions | {"it", "det"})


def field_ending(text: str) -> str:
    """The field whose name ends a lead-in: ``this goal is reached when:``."""
    words = phrase_of(text).split()
    for start in range(1, len(words) - 1):
        names = vocabulary().field_names(" ".join(words[start:]))
        if names:
            return next(iter(names.values()))
    return ""


@dataclass(frozen=True)
class Kind:
    """The word for goals in a heading, lead-in or column; ``bare`` if it says nothing else but a number."""

    word: GoalWord
    bare: bool


def kind_in(text: str, language: str) -> Kind | None:
    """The kind of goals that a heading, a lead-in or a column speaks of; the most specific one of several."""
    written = _WORD.findall(text)
    words = ["okr" if _OKR_FORM.fullmatch(word) else word.lower() for word in written]
    found: list[tuple[GoalWord, int]] = []
    at = 0
    while at < len(words):
        is_counted = any(map(str.isdigit, words[max(0, at - 1) : at + 2]))
        is_money = words[at] == "kr" and (is_counted or (written[at] == "kr" and len(words) > 1))
        hit = None if is_money else vocabulary().goal_word(tuple(words[at : at + 5]), language) or _compound(words[at])
        if hit is not None:
            found.append(hit)
        at += hit[1] if hit is not None else 1
    if not found:
        return None
    best = next((word for word, _ in found if word.kind in _OKR), None)
    best = best or next((word for word, _ in found if word.kind != "goal" or word.sub), found[0][0])
    taken = sum(length for _, length in found)
    rest = [word for word in words if not word.isdigit()]
    return Kind(best, len(rest) <= taken)


def _compound(word: str) -> tuple[GoalWord, int] | None:
    """``læringsmål`` is a goal by its ending; ``spørsmål`` is none."""
    if word in document_words().others or vocabulary().field_names(word):
        return None
    for ending, meanings in _endings():
        if word.endswith(ending) and len(word) >= len(ending) + _LONGER:
            return GoalWord("goal", "", False, meanings), 1
    return None


@lru_cache
def _endings() -> tuple[tuple[str, str], ...]:
    """The Nordic words for a goal, as endings of others, each with its first language."""
    known = vocabulary().kinds
    return tuple(
        (word, meanings[0][1])
        for word, meanings in sorted(known.items())
        if meanings[0][0] == "goal" and meanings[0][1] != CODES[0] and " " not in word
    )
