"""Who is to do it, as a sentence says it: addresses, ``Owner: …``, a subject that owns, a unit in a parenthesis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from smartlint.language.pack import load
from smartlint.language.people import EMAIL, MEMBERS, is_first_name, is_genitive, is_owner, without_genitive
from smartlint.language.roles import CAPITAL, COLON, FORMS, INDEX, OWNERLY, PREPOSITIONS, STOP, bits
from smartlint.language.sentence import NO_KINDS, VERBS, Sentence
from smartlint.language.tokens import Token
from smartlint.pattern import Pattern
from smartlint.record import Final
from smartlint.source import Span

_PARENTHESIS: Final = Pattern(r"\(([^()]{2,60})\)")
#: Those who belong to a group, and English groups that have them.
_BODIES: Final = frozenset(("board", "team", "committee", "council", "staff", "crew", "faculty", "panel", "cabinet"))
#: Lists of verbs of what somebody does, rather than of what becomes of something.
_DOING: Final = ("deliver", "activity", *(f"form.{form}" for form in FORMS if form != "outcome"))
#: How many words the name of a role or unit has at most, and by where the colon after an owner stands.
_LONGEST: Final = 5
_LABEL: Final = 9
#: Units and roles that are written in capitals in every language, as they stand after a name.
_ACRONYMS: Final = frozenset(("QA", "HR", "IT", "PR", "UX", "PM", "PO", "EM", "TL", "CS", "R&D"))


#: What the last word of an owner is, where no sign is in it.
_NAMELY: Final = OWNERLY | CAPITAL
_UNIT: Final = bits("unit")
_ARTICLE_DETERMINER: Final = bits("article", "determiner")
_COMPARATIVE_VAGUE_QUALIFIER: Final = bits("comparative", "vague_qualifier")
_DELIVER: Final = bits("deliver")
_DETERMINER_NUMBER: Final = bits("determiner", "number")
_INCREASE_DECREASE: Final = bits("increase", "decrease")
_MANY_948: Final = bits("p.in", "q.and", "unit", "article", "number")
_MODAL: Final = bits("modal")
_MODAL_Q_AND_P_AND: Final = bits("modal", "q.and", "p.and")
_NOUN: Final = bits("noun")
_NUMBER_ARTICLE_UNIVERSAL: Final = bits("number", "article", "universal")
_OWNER_WORD: Final = bits("owner_word")
_Q_AND_P_AND: Final = bits("q.and", "p.and")
_Q_BY_Q_TO_Q_FROM: Final = bits("q.by", "q.to", "q.from")
_Q_PERCENT: Final = bits("q.percent")
_STATE: Final = bits("state")
_UNIT_Q_OF: Final = bits("unit", "q.of")
_UNIVERSAL: Final = bits("universal")


class _Words:
    """The words of a language that tell an owner (``words.owners`` of its pack)."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.determiners = frozenset(table["determiners"])
        self.abilities = frozenset(table["abilities"])
        self.short = frozenset(table["short"])
        self.achieved = frozenset(table["achieved"])
        self.become = frozenset(table["become"])
        self.causatives = frozenset(table["causatives"])
        self.present = frozenset(table["present"])


@lru_cache
def _words(code: str) -> _Words:
    return _Words(load(code).data["words"]["owners"])


def owners(sentence: Sentence) -> tuple[Span, ...]:
    """Who is to do it: addresses, ``Owner: …``, a person, role or unit as the subject or in a parenthesis."""
    found = _addresses(sentence) if "@" in sentence.text else []
    if not found and sentence.line.every & COLON:
        found = _labelled(sentence)
    if not found and _may_own(sentence):
        found = _subjects(sentence)
    if not found and "(" in sentence.text:
        found = _in_parenthesis(sentence)
    return tuple([Span(sentence.offset + span.start, sentence.offset + span.end) for span in sorted(found)]) if found else ()


def _addresses(sentence: Sentence) -> list[Span]:
    """E-mail addresses and handles."""
    addresses = [Span(*match.span()) for match in EMAIL.finditer(sentence.text)]
    signs = {sentence.text.index("@", mail.start) for mail in addresses}
    handles = [
        _span(sentence, at, at + 1) for at, one in enumerate(sentence.tokens) if one.text[0] == "@" and len(one.text) > 1
    ]
    return addresses + [one for one in handles if one.start not in signs]


def _may_own(sentence: Sentence) -> bool:
    """Early in the sentence stands what the name of an owner ends in: a unit or role, a first name, two capitals."""
    capital = 0
    for token in sentence.tokens[: _LONGEST + 3]:
        common = token.common
        if common & OWNERLY or capital & common:
            return True
        capital = common & CAPITAL
    return False


def _labelled(sentence: Sentence) -> list[Span]:
    """What stands before a colon and owns: ``Sales team: …``; or after the word for it: ``Owner: Kari Nordmann``."""
    colon = next((at for at, token in enumerate(sentence.tokens[:_LABEL]) if token.text == ":"), None)
    if not colon:
        return []
    if sentence.tokens[colon - 1].text == ")":
        return _with_role(sentence, colon - 1)
    if sentence.tokens[0].mask & _OWNER_WORD:
        return _named(sentence, colon + 1)
    owned = _owns(sentence, 0, colon) or (colon == 1 and _is_place(sentence, sentence.tokens[0]))
    return [_span(sentence, 0, colon)] if owned else []


def _with_role(sentence: Sentence, close: int) -> list[Span]:
    """``Dana (QA): …``, ``Kari (drift): …``: a name, with its role or unit in a parenthesis before the colon."""
    tokens = sentence.tokens
    begin = next((at for at in range(1, close - 1) if tokens[at].text == "("), 0)
    if not begin:
        return []
    role = sentence.text[sentence.line.starts[begin + 1] : sentence.line.end(close - 1)]
    named = all(token.text.istitle() for token in tokens[:begin]) and (role in _ACRONYMS or is_owner(role, sentence.pack))
    return [_span(sentence, 0, begin)] if named or _owns(sentence, 0, begin) else []


def _is_place(sentence: Sentence, token: Token) -> bool:
    """An English unit without its article, as labels have it: ``Warehouse: …``."""
    return sentence.english and sentence.pack.meaning(f"the {token.low}").mask & _UNIT != 0


def _named(sentence: Sentence, start: int) -> list[Span]:
    """The capitalised words from a place on, four at most; a role or unit may be in lower case."""
    stop = start
    while stop < len(sentence.tokens) and sentence.tokens[stop].text[:1].isupper() and stop - start < 4:
        stop += 1
    if stop == start and start < len(sentence.tokens) and _owns(sentence, start, start + 1):
        stop = start + 1
    return [_span(sentence, start, stop)] if stop > start else []


def _subjects(sentence: Sentence) -> list[Span]:
    """Units, roles or people that the sentence starts with, and a verb of doing after them."""
    tokens = sentence.tokens
    words = _words(sentence.pack.code)
    caused = bool(tokens) and tokens[0].low in words.causatives
    begin = int(caused)
    found: list[Span] = []
    while begin < len(tokens) - 1:
        begin += tokens[begin].low in words.determiners
        stop = _subject_end(sentence, begin)
        if stop == begin and found and _is_fellow(tokens[0], tokens[begin]):
            stop = begin + 1
        if stop == begin:
            return []
        found.append(_without_article(sentence, begin, stop))
        if is_genitive(tokens[stop - 1].text) and stop + 1 < len(tokens):
            stop += 1  # "Anna's team"
        if stop < len(tokens) and (tokens[stop].common & _Q_AND_P_AND or tokens[stop].text == ","):
            begin = stop + 1
            continue
        if stop >= len(tokens):
            return []
        if stop == 1 and not found[1:] and _is_told_to(sentence):
            return []
        many = len(found) > 1 or _is_plural(tokens[stop - 1])
        return found if (caused and _acts(sentence, stop)) or _does(sentence, stop, many=many) else []
    return []


def _is_told_to(sentence: Sentence) -> bool:
    """An English unit that is a verb as well, with its object after it: "support start-ups"."""
    first, after = sentence.tokens[:2]
    return sentence.english and bool(VERBS.intersection(first.roles)) and _is_unknown(after)


def _is_plural(token: Token) -> bool:
    return token.low.endswith((*MEMBERS, "s"))


def _is_fellow(first: Token, token: Token) -> bool:
    """A name that is not known, beside one that is: ``Karin and Babak``."""
    return token.text.istitle() and token.text != "I" and is_first_name(first.text)


def _subject_end(sentence: Sentence, begin: int) -> int:
    """Where an owner ends that starts at a token; the token itself where none does."""
    tokens = sentence.tokens
    name = tokens[begin].text
    if is_genitive(name) and is_first_name(without_genitive(name)):
        return begin + 1
    if begin + 4 < len(tokens) and tokens[begin + 1].text == "-" and tokens[begin + 2].common & _Q_AND_P_AND:
        return begin + 4 if _owns(sentence, begin + 3, begin + 4) else begin  # "Teknik- og miljøforvaltningen"
    headed = _of_something(sentence, begin)
    if headed:
        return headed
    last, stop = min(begin + _LONGEST, len(tokens) - 1), begin + 1
    while stop < last and (tokens[stop].text == "&" or (tokens[stop].kind == "word" and not _links(sentence, stop))):
        stop += 1
    whole = all(not token.glued for token in tokens[begin + 1 : stop])
    for end in range(min(stop, last), begin, -1):
        if (tokens[end - 1].common & _NAMELY or not whole) and _owns(sentence, begin, end):
            return end
    return begin


def _of_something(sentence: Sentence, begin: int) -> int:
    """Where an English role "of" something ends: ``Head of People and Culture``; 0 where there is none."""
    tokens = sentence.tokens
    for at in range(begin, min(begin + 3, len(tokens) - 2)):
        if tokens[at + 1].low == "of" and sentence.english and is_owner(tokens[at].text, sentence.pack):
            stop = at + 2
            while stop < len(tokens) - 1 and (tokens[stop].text[:1].isupper() or tokens[stop + 1].text[:1].isupper()):
                stop += 1
            return max(stop, at + 3)
    return 0


def _owns(sentence: Sentence, begin: int, stop: int) -> bool:
    """Whether some tokens name a unit, role or person: no verb first, and no place of something else."""
    tokens = sentence.tokens[begin:stop]
    if any(token.kind != "word" and token.text != "&" for token in tokens) or not tokens:
        return False
    if any(char.isdigit() for token in tokens for char in token.low):
        return False  # "P1", "Q3"
    opening = len(tokens) > 1 and _starts_with_verb(sentence, begin) and not _is_named_for_duty(sentence, begin, stop)
    if tokens[0].mask & _UNIVERSAL or opening:
        return False
    if _is_organisation(sentence, begin, stop) or (stop - begin == 2 and tokens[-1].low in MEMBERS and _is_body(tokens[0])):
        return True
    if sentence.english and (
        sentence.text[sentence.line.starts[begin] : sentence.line.end(stop - 1)] == "IT" or _are_roles(sentence, begin, stop)
    ):
        return True
    if len(tokens) > 1 and tokens[0].common & PREPOSITIONS and tokens[1].text.islower():
        return False  # "per employee"
    if any(tokens[at - begin].text != "&" and _links(sentence, at) for at in range(begin + 1, stop)):
        return False
    first = tokens[0].text
    if len(tokens) == 1 and first[:1].isupper() and begin not in sentence.used and is_first_name(without_genitive(first)):
        return _is_unknown(tokens[0]) or _is_followed_by_verb(sentence, begin + 1)
    return is_owner(sentence.text[sentence.line.starts[begin] : sentence.line.end(stop - 1)], sentence.pack)


def _are_roles(sentence: Sentence, begin: int, stop: int) -> bool:
    """Several of a role, with a verb of doing after them: ``Regional managers visit …``."""
    last = sentence.tokens[stop - 1].low
    if stop - begin > 3 or not last.endswith("s") or stop >= len(sentence.tokens):
        return False
    acts = _base_form(sentence, stop) or sentence.tokens[stop].common & _MODAL
    return bool(acts) and last[:-1] in sentence.pack.data["words"]["owners"]["roles"]


def _is_named_for_duty(sentence: Sentence, begin: int, stop: int) -> bool:
    """An English role in the singular without an article, and "to" or a modal after it: ``Practice manager to ring …``."""
    if not sentence.english or stop - begin != 2 or stop >= len(sentence.tokens):
        return False
    role, after = sentence.tokens[stop - 1 : stop + 1]
    return role.low in sentence.pack.data["words"]["owners"]["roles"] and bool(after.low == "to" or after.common & _MODAL)


def _is_unknown(token: Token) -> bool:
    """A word that no list has but those that only rules ask for."""
    return not token.roles


def _is_body(token: Token) -> bool:
    """What has members: a board, or a name with capitals inside."""
    return token.low in _BODIES or not (token.text[1:].islower() or token.text.islower())


def _is_organisation(sentence: Sentence, begin: int, stop: int) -> bool:
    """A name in capitals that makes something in English: ``ACME ships a …``."""
    token = sentence.tokens[begin]
    if (
        not sentence.english
        or stop - begin > 1
        or not (2 < len(token.text) < 6 and token.text.isupper())
        or not _is_unknown(token)
    ):
        return False
    after = sentence.tokens[stop : stop + 2]
    made = len(after) > 1 and after[0].mask & _DELIVER and after[0].low.endswith("s") and after[1].mask & _ARTICLE_DETERMINER
    return bool(made) and not token.mask & INDEX


def _is_followed_by_verb(sentence: Sentence, at: int) -> bool:
    """After a name that is another word as well (``May``, ``Per``): a verb that is known, or another owner."""
    following = sentence.tokens[at : at + 1]
    return any(one.text == ":" or one.common & _MODAL_Q_AND_P_AND or not VERBS.isdisjoint(one.roles) for one in following)


def _starts_with_verb(sentence: Sentence, begin: int) -> bool:
    """A verb first, and no role that a name follows: ``Trener Hansen``."""
    first, name = sentence.tokens[begin : begin + 2]
    role = name.text == "&" or (name.text[:1].isupper() and is_owner(first.text, sentence.pack))
    return bool(sentence.kinds.get(begin, NO_KINDS) & VERBS) and not role


def _links(sentence: Sentence, at: int) -> bool:
    """A preposition or another small word, after which stands where something is; or a verb with its object."""
    token = sentence.tokens[at]
    if token.mask & _UNIT_Q_OF:
        return False
    if VERBS & sentence.kinds.get(at, NO_KINDS) and not token.mask & _NOUN:
        return True
    return bool(token.mask & (PREPOSITIONS | STOP)) or (token.text.islower() and len(token.text) < 4)


def _does(sentence: Sentence, at: int, *, many: bool = False) -> bool:
    """A verb of doing starts at a token: after a modal of duty or "to", or in the present; no mere state."""
    tokens = sentence.tokens
    if sentence.english and tokens[at].low.endswith("ly") and at + 1 < len(tokens):
        at += 1  # "jointly select"
    token = tokens[at]
    to = token.low == "to" and sentence.english
    words = _words(sentence.pack.code)
    modal = (token.common & _MODAL and token.low not in words.abilities) or to
    if token.common & _STATE and _responsible(sentence, at + 1):
        return True
    at += modal and at + 1 < len(tokens) and token.roles.get("state") not in words.achieved
    verb = tokens[at]
    achieves = verb.roles.get("state") in words.achieved
    if (
        verb.kind != "word"
        or (verb.common & _STATE and not achieves)
        or not (modal or achieves or verb.low not in words.abilities)
    ):
        return False
    if verb.roles.get("state") in words.become:
        return any(after.mask & _COMPARATIVE_VAGUE_QUALIFIER for after in tokens[at + 1 : at + 2])
    if _grows(sentence, at):
        return False
    if modal:
        return not (verb.low.endswith("s") and not sentence.english and verb.low[-2:] != "ss")
    return achieves or _present(sentence, at) or (many and _base_form(sentence, at))


def _base_form(sentence: Sentence, at: int) -> bool:
    """An English verb after several: "Sara and Iqbal visit every school"."""
    token = sentence.tokens[at]
    if not sentence.english or token.common & _STATE or not token.text.islower():
        return False
    if token.mask & _NOUN and not (at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].mask & _DETERMINER_NUMBER):
        return False
    return any(token.roles[kind] == token.low for kind in _DOING if kind in token.roles)


def _grows(sentence: Sentence, at: int) -> bool:
    """``Sales grow by 10 %``: a change of the subject itself, no object after it."""
    if not sentence.tokens[at].mask & _INCREASE_DECREASE:
        return False
    after = sentence.tokens[at + 1 : at + 3]
    if not after or after[0].mask & _Q_BY_Q_TO_Q_FROM:
        return True
    return after[0].kind == "sign" or (
        after[0].kind == "number" and (after[-1].text == "%" or after[-1].mask & _Q_PERCENT != 0)
    )


def _present(sentence: Sentence, at: int) -> bool:
    """A verb in the present tense: of the lexicon, or by its ending."""
    verb = sentence.tokens[at]
    if verb.mask & _MANY_948 or not verb.text.islower():
        return False
    after = sentence.tokens[at + 1 : at + 2]
    if verb.mask & _NOUN and not any(one.mask & _NUMBER_ARTICLE_UNIVERSAL or one.kind == "number" for one in after):
        return False
    endings = ("s",) if sentence.english else ("r", "er", "ar")
    if sentence.english and verb.low.endswith("ed"):
        return False  # "staff trained in first aid"
    known = not VERBS.isdisjoint(verb.roles) or verb.low in _words(sentence.pack.code).present
    return known or verb.low.partition(" ")[0].endswith(endings)


def _acts(sentence: Sentence, at: int) -> bool:
    """Somebody who is told to does something: "have the team call", but not "get the team excited"."""
    token = sentence.tokens[at]
    if sentence.english and token.low != "to":
        return _base_form(sentence, at) or (_is_unknown(token) and not token.low.endswith("ed"))
    return token.kind == "word" and not token.common & PREPOSITIONS


def _responsible(sentence: Sentence, at: int) -> bool:
    """``has ansvaret for``, ``is responsible``."""
    tokens = sentence.tokens[at : at + 2]
    return any(token.mask & _OWNER_WORD or token.low in ("responsible", "ansvaret", "ansvar") for token in tokens)


def _in_parenthesis(sentence: Sentence) -> list[Span]:
    """``(Sales)``, ``(Mette)``, ``(resp. Heidi)``, ``(Knut has ansvaret)``."""
    match = _PARENTHESIS.search(sentence.text)
    if not match:
        return []
    if is_owner(match[1], sentence.pack) or (match[1][:1].isupper() and is_first_name(match[1])):
        return [Span(*match.span(1))]
    inner = [at for at, start in enumerate(sentence.line.starts) if match.start(1) <= start < match.end(1)]
    begin = inner[0] if inner else 0
    if len(inner) < 2:
        return []
    if sentence.tokens[begin].mask & _OWNER_WORD or sentence.tokens[begin].low.rstrip(".") in _words(sentence.pack.code).short:
        return _named(sentence, next((at for at in inner[1:] if sentence.tokens[at].kind == "word"), begin))
    stop = _subject_end(sentence, begin)
    return [_span(sentence, begin, stop)] if stop > begin and _does(sentence, stop) else []


def _without_article(sentence: Sentence, begin: int, stop: int) -> Span:
    """The span of an owner without "the" before it and what makes a genitive of it."""
    span = _span(sentence, begin, stop)
    text = sentence.text[span.start : span.end]
    first, blank, _ = text.partition(" ")
    article = first + blank if blank and first.lower() in _words(sentence.pack.code).determiners else ""
    return Span(span.start + len(article), span.end - len(text) + len(without_genitive(text)))


def _span(sentence: Sentence, first: int, stop: int) -> Span:
    return Span(sentence.line.starts[first], sentence.line.end(stop - 1))
