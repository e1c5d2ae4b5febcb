"""Whether a text names who answers for a goal: a person, a role, a unit of an organisation, everybody."""

from __future__ import annotations

import re
from functools import lru_cache

from smartlint.language.pack import packs
from smartlint.language.people import is_first_name, is_owner, read_people
from smartlint.language.vocabulary import vocabulary
from smartlint.parser.names import reads_as_time
from smartlint.readers.word_lists import document_words
from smartlint.readers.words import is_denied, kind_in, phrase_of, worded
from smartlint.reading import Text
from smartlint.source import Span

_LOGIN = re.compile(r"[a-z]{4,}\d{1,4}$")
_NAME = re.compile(r"[A-ZÆØÅÄÖÉÜ][a-zæøåäöéü][^\W\d_]+(?:[-'’][^\W\d_]+)?$")
#: ``Fælles for hele teamet`` has no more words; ``nobody misses an appointment because of us`` is a sentence.
_SHARED = 4
#: A unit is named in few words, where it stands before a sentence.
_UNIT = 3
#: A role with what she leads has no more words.
_TITLED = 4
#: What names people only has no more words, and what says that there is nobody yet has no more either.
_SIGNED, _VACANT = 3, 4
#: A role or place behind a name is no second person: ``Bente, kasserer``, ``Thea, Nes-butikken``.
_APPOSED = re.compile(
    r"(?P<name>[A-ZÆØÅÄÖ][^,;]*),[ \t]+(?:(?P<role>[a-zæøåäö][^,;]*)|[A-ZÆØÅÄÖ][^\W\d_]*-[a-zæøåäö][^\W\d_]{3,})$"
)
#: A role before the two names of a person.
_NAMED = re.compile(r"(?P<role>[^,;\s][^,;]{0,40}?) (?P<name>[A-ZÆØÅÄÖ][^\W\d_]+(?:-[^\W\d_]+)? [A-ZÆØÅÄÖ][^\W\d_]+)$")
_AND = re.compile(r", | (?:and|og|och|&|\+) ")
#: A word this long, or longer, can be the last part of another one, which is longer by so much.
_ENDING, _LONGER = 4, 2
_DOTTED = re.compile(r"(?:[^\W\d_]+ )?(?:[12]?\d|3[01]|0[1-9])\.(?:0?[1-9]|1[0-2])$")
_PAUSE = re.compile(r"[,;:!–—]")
#: What ends a name, if the line goes on: ``Priya, unless a name stands in brackets``.
_NAME_END = re.compile(
    r"(?<=[^\W\d_]{2})[.;!][ \t]+(?=[A-ZÆØÅÄÖ])|(?<![ \t])[ \t]+[–—][ \t]+"
    r"|(?:,|(?<![ \t]))[ \t]+(?:unless|if|except|med mindre|medmindre|hvis|om inte|utom|unntatt|undtagen)\b"
)


def name_length(text: str) -> int:
    """How much of a line names the owner: what else it says begins with a sentence of its own, or with a condition."""
    end = _NAME_END.search(text)
    size = end.start() if end is not None and end.start() else len(text)
    if is_vacant(text[:size]):
        return 0
    apposed = _APPOSED.match(text[:size])
    if apposed is not None and is_people(apposed["name"]) and (apposed["role"] is None or names_owner(apposed["role"])):
        return apposed.end("name")
    return size


def is_signature(text: str) -> bool:
    """Nothing but the names of people, the first of them a common one: ``Alva``, ``Kim and Bo``."""
    first = text.partition(" ")[0].strip(",")
    return len(text.split()) <= _SIGNED and (text.startswith("@") or is_first_name(first)) and is_people(text)


def is_somebody(text: str) -> bool:
    """The single word of who answers, in a sentence that says that somebody does: ``matnemnda``."""
    word = text.lower()
    return " " not in text and len(word) > _ENDING and word.isalpha() and word not in document_words().persons


def own_name(text: str) -> str:
    """A name without the role before it: ``Driftssjef Torleiv Nes``, ``teknisk sjef Wenche Øvrebø``.

    Any word is a role that is no first name itself, before one that is: ``Kateket Solveig Brun``.
    """
    named = _NAMED.match(text)
    if named is None:
        return text
    role, name = named["role"], named["name"]
    is_role = " " not in role and is_first_name(name.partition(" ")[0]) and not is_first_name(role)
    return name if is_role or names_owner(role.lower()) else text


def is_vacant(text: str) -> bool:
    """Where an owner should stand it says that there is none yet: ``not yet assigned``, ``utses i januari``."""
    is_short = len(text.split()) <= _VACANT
    return is_short and (is_denied(text) or any(f" {one} " in worded(text) for one in document_words().vacant))


def is_whole_time(text: str) -> bool:
    return reads_as_time(Text(text, Span(0, len(text))), "en")


def is_dotted(text: str) -> bool:
    """A day without its last full stop: ``23.12``, ``innen 23.12``."""
    return _DOTTED.match(text) is not None


def ended(text: str) -> str:
    """The status of what is over, with nothing but its time and a few words more: ``done in May!``; not ``done in part``."""
    words = _PAUSE.split(text.strip(" .!"), 1)[0].split()
    for size in range(min(2, len(words)), 0, -1):
        status = vocabulary().statuses.get(" ".join(words[:size]).lower(), "")
        if status in ("done", "cancelled") and (len(words) == size or is_whole_time(" ".join(words[size:]))):
            return status
    return ""


@lru_cache(1024)
def names_owner(text: str) -> bool:
    """A role, a unit of an organisation or a group, in any language: ``the treasurer``, ``lageret``, ``kaptajn Juhl``."""
    words = text.strip(" ?").split()
    if not words or len(words) > 5 or any(char.isdigit() for char in text):
        return False
    known = document_words()
    if phrase_of(text).startswith(known.titles) and len(words) <= _TITLED:
        return True
    if len(words) == 1 and phrase_of(text)[_LONGER:].endswith(known.offices):
        return True
    titled = len(words) == 2 and words[1][:1].isupper() and any(is_owner(words[0].lower(), pack) for pack in packs())
    return (
        titled or phrase_of(text) in document_words().departments or any(is_owner(text.strip(" ?"), pack) for pack in packs())
    )


def is_everybody(text: str) -> bool:
    """``everyone``, ``alle læger``, ``fælles for hele teamet``."""
    phrase, known = phrase_of(text), document_words().everybody
    words = phrase.split()
    if phrase in known:
        return True
    if len(words) == 2 and words[0] in known:  # ``alle læger``, and not ``alle mål``
        return kind_in(words[1], "") is None and words[1] not in document_words().areas
    if len(words) > _SHARED or not document_words().greetings.isdisjoint(words[:1]):
        return False
    ends = next((one for one in known if phrase.endswith(f" {one}")), "")
    before = phrase[: -len(ends)].split()[-1:] if ends else []
    return bool(ends) and (before not in (["for"], ["för"]) or words[0] in known)  # ``Reading for all`` is a topic


def stands_before(text: str) -> bool:
    """Whose a goal is, before its sentence: ``Fundraising: …``, ``VP Sales: …``, ``Kim Moe: …``, ``All: …``."""
    phrase = phrase_of(text)
    if (names_owner(phrase) and len(phrase.split()) <= _UNIT) or is_everybody(text) or phrase in document_words().shares:
        return True
    return is_first_name(text.partition(" ")[0]) and is_people(text)


def is_people(text: str, *, roles: bool = False) -> bool:
    """A remark names people: handles, names, with ``roles`` a role or unit too."""
    text = text.strip(" ?")
    if "/" in text and not text.startswith("@"):
        return all(is_people(one.strip(), roles=roles) for one in text.split("/"))
    several = _AND.split(" ".join(text.split()))
    if len(several) > 1 and any(is_first_name(one.partition(" ")[0]) for one in several):
        return all(is_people(one, roles=roles) or names_owner(one) for one in several)
    if len(several) > 1 and not document_words().places_and_tags.isdisjoint(map(str.lower, several)):
        return False  # ``Oslo, Hamar``
    words = text.replace(",", " ").split()
    if not words or len(words) > 6:
        return False
    if roles and _LOGIN.match(text):
        return True
    if all(word.startswith("@") or word in ("and", "og", "och", "&", "+") for word in words):
        return True
    if any(char.isdigit() for char in text) or is_whole_time(text):
        return False
    if len(words) == 1:
        known = vocabulary()
        is_name = _NAME.match(text) is not None or (text.istitle() and text.lower() in document_words().first_names)
        low = text.lower()
        return is_name and not known.field_names(low) and low not in known.kinds and low not in document_words().places_and_tags
    capital = all(word[:1].isupper() for word in words if word not in ("and", "og", "och", "av", "von", "van", "de"))
    if not capital:
        return False
    kinds = {person.kind for person in read_people(text)}
    return kinds <= {"person", "name"} or (roles and len(words) <= 3)


def is_lead(phrase: str, text: str) -> bool:
    """What one is called who leads the whole; who owns a project does not answer for its goals if another one leads it."""
    known = document_words()
    return phrase in known.leads or (phrase in known.sponsors and any(f"{lead}:" in text.lower() for lead in known.leads))


def is_self(name: str, value: str) -> bool:
    """What a file or form says of the person whose goals it has: ``name: Sigrid Nes``, ``person: Yewande``."""
    known = document_words()
    if not (name in known.selves or name in known.one_person) or not is_people(value):
        return False
    return name in known.one_person or is_first_name(value.split(maxsplit=1)[0])


def is_owner_column(phrase: str) -> bool:
    """What a column is called in which owners stand: ``Prosesseier`` and ``Ansvarlig leder``."""
    first, *more = phrase.split() or [""]
    return phrase[_LONGER:].endswith(_owner_endings()) or (len(more) == 1 and first in _owner_endings())


@lru_cache
def _owner_endings() -> tuple[str, ...]:
    """``Prosesseier`` is an owner by its ending: the Nordic words for one, as endings of others."""
    owners = (word for word, meanings in vocabulary().fields.items() if any(name == "owner" for name, _ in meanings))
    return tuple(word for word in owners if len(word) >= _ENDING and " " not in word and word not in ("ansvar", "vem"))
