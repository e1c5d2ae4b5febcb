"""Who is to do it, as a sentence says it: addresses, ``Owner: …``, a subject that owns, a unit in a parenthesis."""

from __future__ import annotations

import re

from smartlint.language.people import is_first_name, is_owner
from smartlint.language.sentence import VERBS, Sentence
from smartlint.language.tokens import Token
from smartlint.source import Span

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
_POSSESSIVE = re.compile(r"['’]s?$")
#: How many words the name of a role or unit has at most.
_LONGEST = 5
#: States that a unit brings about itself; the others only say how it is.
_ACHIEVED = frozenset(("get", "have", "become", "bli", "få", "ha", "blive", "verte"))
#: Of these the ones that tell of the unit itself only before a quality: ``blir raskere``, not ``blir sertifisert``.
_BECOME = frozenset(("become", "bli", "blive", "verte"))
_ALLOWED = frozenset(("can", "kan", "may", "might", "could", "kunne", "kunde", "får"))
#: "Responsible", cut short.
_SHORT = frozenset(("ansv", "resp"))
_ARTICLES = ("the ", "our ", "vårt ", "vår ", "vores ", "våra ", "våre ", "varje ", "hver ", "kvar ", "each ", "every ")


def owners(sentence: Sentence) -> tuple[Span, ...]:
    """Who is to do it: addresses, ``Owner: …``, a person, role or unit as the subject or in a parenthesis."""
    addresses = [Span(*match.span()) for match in _EMAIL.finditer(sentence.text)]
    signs = {sentence.text.index("@", mail.start) for mail in addresses}
    handles = [Span(one.start, one.end) for one in sentence.tokens if one.text[0] == "@" and len(one.text) > 1]
    addresses += [one for one in handles if one.start not in signs]
    found = addresses or _labelled(sentence) or _subjects(sentence) or _in_parenthesis(sentence)
    return tuple(Span(sentence.offset + span.start, sentence.offset + span.end) for span in sorted(found))


def _labelled(sentence: Sentence) -> list[Span]:
    """What stands before a colon and owns: ``Sales team: …``; or after the word for it: ``Owner: Kari Nordmann``."""
    colon = next((at for at, token in enumerate(sentence.tokens[:6]) if token.text == ":"), None)
    if not colon:
        return []
    if sentence.tokens[0].has("owner_word"):
        return _named(sentence, colon + 1)
    span = _span(sentence, 0, colon)
    return [span] if _owns(sentence, 0, colon) else []


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
    table = sentence.pack.data["words"]["owners"]
    begin, caused = 0, False
    if tokens and tokens[0].low in table["causatives"]:
        begin, caused = 1, True
    found: list[Span] = []
    while begin < len(tokens) - 1:
        begin += f"{tokens[begin].low} " in _ARTICLES
        stop = _subject_end(sentence, begin)
        if stop == begin and found and tokens[begin].text.istitle() and tokens[begin].text != "I" and is_first_name(tokens[0].text):
            stop = begin + 1  # "Karin and Babak"
        if stop == begin:
            return []
        found.append(_without_article(sentence, begin, stop))
        if _POSSESSIVE.search(tokens[stop - 1].text) and stop + 1 < len(tokens):
            stop += 1  # "Anna's team"
        if tokens[stop].has("q.and", "p.and") or (tokens[stop].text == "," and len(found) > 1):
            begin = stop + 1
            continue
        return found if (caused and _acts(tokens[stop])) or _does(sentence, stop) else []
    return []


def _subject_end(sentence: Sentence, begin: int) -> int:
    """Where an owner ends that starts at a token; the token itself where none does."""
    tokens = sentence.tokens
    name = tokens[begin].text
    if _POSSESSIVE.search(name) and is_first_name(_POSSESSIVE.sub("", name)):
        return begin + 1
    if begin + 4 < len(tokens) and tokens[begin + 1].text == "-" and tokens[begin + 2].has("q.and", "p.and"):
        return begin + 4 if _owns(sentence, begin + 3, begin + 4) else begin  # "Teknik- og miljøforvaltningen"
    stops = range(min(begin + _LONGEST, len(tokens) - 1), begin, -1)
    return next((stop for stop in stops if _owns(sentence, begin, stop)), begin)


def _owns(sentence: Sentence, begin: int, stop: int) -> bool:
    """Whether some tokens name a unit, role or person: no verb first, and no place of something else."""
    tokens = sentence.tokens[begin:stop]
    if any(token.kind != "word" and token.text not in ("&", "-") for token in tokens) or not tokens:
        return False
    if tokens[0].has("universal") or (len(tokens) > 1 and _starts_with_verb(sentence, begin)):
        return False
    if any(_links(sentence, at) for at in range(begin + 1, stop)):
        return False
    first = tokens[0].text
    if len(tokens) == 1 and first[:1].isupper() and begin not in sentence.used and is_first_name(_POSSESSIVE.sub("", first)):
        return True
    return is_owner(sentence.text[tokens[0].start : tokens[-1].end], sentence.pack)


def _starts_with_verb(sentence: Sentence, begin: int) -> bool:
    """A verb first, and no role that a name follows: ``Trener Hansen``."""
    first, name = sentence.tokens[begin : begin + 2]
    role = name.text[:1].isupper() and is_owner(first.text, sentence.pack)
    return bool(sentence.kinds.get(begin, frozenset()) & VERBS) and not role


def _links(sentence: Sentence, at: int) -> bool:
    """A preposition or another small word, after which stands where something is; or a verb with its object."""
    token = sentence.tokens[at]
    if token.has("unit", "q.of"):
        return False
    if VERBS & sentence.kinds.get(at, set()) and not token.has("noun"):
        return True
    return bool(token.roles.prepositions) or token.low in sentence.pack.stops or (token.text.islower() and len(token.text) < 4)


def _does(sentence: Sentence, at: int) -> bool:
    """A verb of doing starts at a token: after a modal of duty or "to", or in the present; no mere state."""
    tokens = sentence.tokens
    token = tokens[at]
    to = token.low == "to" and sentence.pack.code == "en"
    modal = (token.has("modal") and token.low not in _ALLOWED) or to
    if token.has("state") and _responsible(sentence, at + 1):
        return True
    at += modal and at + 1 < len(tokens) and not _achieves(token)
    verb = tokens[at]
    if verb.kind != "word" or not (modal or verb.low not in _ALLOWED or _achieves(verb)):
        return False
    if verb.has("state") and not _achieves(verb):
        return False
    if verb.roles.get("state") in _BECOME:
        return any(after.has("comparative", "vague_qualifier") for after in tokens[at + 1 : at + 2])
    if _grows(sentence, at):
        return False
    if modal:
        return not (verb.low.endswith("s") and sentence.pack.code != "en" and verb.low[-2:] != "ss")
    return _achieves(verb) or _present(sentence, at)


def _grows(sentence: Sentence, at: int) -> bool:
    """``Sales grow by 10 %``: a change of the subject itself, no object after it."""
    if not sentence.tokens[at].has("increase", "decrease"):
        return False
    after = sentence.tokens[at + 1 : at + 3]
    if not after or after[0].has("q.by", "q.to", "q.from"):
        return True
    return after[0].kind == "sign" or (after[0].kind == "number" and (after[-1].text == "%" or after[-1].has("q.percent")))


def _achieves(token: Token) -> bool:
    return token.roles.get("state") in _ACHIEVED


def _present(sentence: Sentence, at: int) -> bool:
    """A verb in the present tense: of the lexicon, or by its ending."""
    verb = sentence.tokens[at]
    if verb.has("p.in", "q.and", "unit", "article", "number") or not verb.text.islower():
        return False
    after = sentence.tokens[at + 1 : at + 2]
    if verb.has("noun") and not any(one.has("number", "article") or one.kind == "number" for one in after):
        return False
    endings = ("s",) if sentence.pack.code == "en" else ("r", "er", "ar")
    present = sentence.pack.data["words"]["owners"]["present"]
    return bool(VERBS & verb.roles.keys()) or verb.low.endswith(endings) or verb.low in present


def _acts(token: Token) -> bool:
    return token.kind == "word" and not token.roles.prepositions


def _responsible(sentence: Sentence, at: int) -> bool:
    """``has ansvaret for``, ``is responsible``."""
    tokens = sentence.tokens[at : at + 2]
    return any(token.has("owner_word") or token.low in ("responsible", "ansvaret", "ansvar") for token in tokens)


def _in_parenthesis(sentence: Sentence) -> list[Span]:
    """``(Sales)``, ``(Mette)``, ``(resp. Heidi)``, ``(Knut has ansvaret)``."""
    match = _PARENTHESIS.search(sentence.text)
    if not match:
        return []
    if is_owner(match[1], sentence.pack) or (match[1][:1].isupper() and is_first_name(match[1])):
        return [Span(*match.span(1))]
    inner = [at for at, token in enumerate(sentence.tokens) if match.start(1) <= token.start < match.end(1)]
    begin = inner[0] if inner else 0
    if len(inner) < 2:
        return []
    if sentence.tokens[begin].has("owner_word") or sentence.tokens[begin].low.rstrip(".") in _SHORT:
        return _named(sentence, next((at for at in inner[1:] if sentence.tokens[at].kind == "word"), begin))
    stop = _subject_end(sentence, begin)
    return [_span(sentence, begin, stop)] if stop > begin and _does(sentence, stop) else []


def _without_article(sentence: Sentence, begin: int, stop: int) -> Span:
    """The span of an owner without "the" before it and what makes a genitive of it."""
    span = _span(sentence, begin, stop)
    text = sentence.text[span.start : span.end]
    article = next((one for one in _ARTICLES if text.lower().startswith(one)), "")
    return Span(span.start + len(article), span.end - len(text) + len(_POSSESSIVE.sub("", text)))


def _span(sentence: Sentence, first: int, stop: int) -> Span:
    return Span(sentence.tokens[first].start, sentence.tokens[stop - 1].end)
