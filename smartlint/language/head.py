"""The head of a sentence: the verb that says what is to happen, with or without a subject before it, or none."""

from __future__ import annotations

from smartlint.language.pack import Pack
from smartlint.language.people import is_owner
from smartlint.language.roles import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COLON,
    FORMED,
    FORMS,
    LABEL,
    PREPOSITIONS,
    SIGN,
    STOP,
    VERBAL,
    WORD,
    bits,
)
from smartlint.language.sentence import NO_KINDS, VERBS, Head, Sentence
from smartlint.language.tokens import Token
from smartlint.pattern import Pattern
from smartlint.record import Final

_FORMS: Final = tuple(f"form.{form}" for form in FORMS)
_VERBAL_BITS: Final = FORMED | VERBAL
#: How far into a sentence its label ("Phase 2:") or its verb may stand.
_LABEL: Final = 7
#: Endings of nouns among the dictionary forms.
_NOMINAL: Final = ("ing", "sjon", "tion", "else", "het", "heit", "hed", "ment", "ion", "ance")
#: How far back the "and" of a subject may stand.
_JOINED: Final = 4
#: Nouns that are one and known are longer; what ends in their endings and is not is short: "eget", "annet", "egen".
_SHORT: Final = 5
_NOT: Final = ("ikke", "ikkje", "inte", "ej", "aldri", "aldrig")
#: Endings of the present in the Nordic languages.
_PRESENT: Final = ("er", "ar", "ør")
_EMOJI: Final = Pattern(r"\s{0,4}:[\w+-]{1,40}:")


_NEW: Final = bits("new")
_NOUN_TOO: Final = bits("noun_too")
_ARTICLE_NUMBER_UNIVERSAL_DETERMINER: Final = bits("article", "number", "universal", "determiner")
_BEFORE_VERB: Final = bits("before_verb")
_CLAUSE: Final = bits("clause")
_DELIVER: Final = bits("deliver")
_DETERMINER: Final = bits("determiner")
_DETERMINER_COMPARATIVE: Final = bits("determiner", "comparative")
_HEDGE_VERB: Final = bits("hedge_verb")
_KEEP: Final = bits("keep")
_MEANS_VERB: Final = bits("means.verb")
_MODAL: Final = bits("modal")
_MODAL_HEDGE_VERB: Final = bits("modal", "hedge_verb")
_MULTIPLE: Final = bits("multiple")
_NOUN: Final = bits("noun")
_NOUN_UNIT: Final = bits("noun", "unit")
_P_IN: Final = bits("p.in")
_Q_AND: Final = bits("q.and")
_Q_AND_Q_OF: Final = bits("q.and", "q.of")
_RELATIVE: Final = bits("relative")
_RELATIVE_MEANS_VERB_MEANS_CLAUSE: Final = bits("relative", "means.verb", "means.clause")
_STATE: Final = bits("state")
_OWNED: Final = bits("q.known", "universal", "determiner", "weasel")
_QUALITY: Final = bits("vague_qualifier", "comparative", "new")
_UNIT: Final = bits("unit")
_UNIT_P_IN_STATE: Final = bits("unit", "p.in", "state")
_UNIVERSAL_ARTICLE_DETERMINER: Final = bits("universal", "article", "determiner")


def head_of(sentence: Sentence) -> Head:
    """The head: an infinitive or imperative that opens the sentence, else the verb after its subject."""
    if sentence.head is None:
        sentence.head = _head(sentence)
    return sentence.head


def _head(sentence: Sentence) -> Head:
    tokens = sentence.tokens
    start = _start(sentence)
    verb, able = _after_auxiliaries(sentence, start)
    if verb is None:
        return Head(start, None)
    caused = _caused(sentence, verb)
    if caused:
        return Head(start, caused)
    before = tokens[verb - 1] if verb > start else None
    if before is not None and (before.common & _MODAL_HEDGE_VERB or (before.mask & _BEFORE_VERB and not before.mask & _CLAUSE)):
        return Head(start, verb, False, able)
    if is_infinitive(sentence, verb) or (verb == start and _is_state_first(sentence, verb)):
        return Head(start, verb)
    return _with_subject(sentence, start)


def _caused(sentence: Sentence, at: int) -> int:
    """The verb that somebody is to do: "have the sales team call"; 0 where nobody is told to."""
    if sentence.tokens[at].low not in sentence.pack.causatives:
        return 0
    places = range(at + 1, min(at + _LABEL, len(sentence.tokens) - 1))
    return next(
        (one + 1 for one in places if sentence.tokens[one].mask & _UNIT and sentence.kinds.get(one + 1, NO_KINDS) & VERBS), 0
    )


def _start(sentence: Sentence) -> int:
    """The first word after a label, an emoji or the time that a sentence begins with."""
    tokens, starts = sentence.tokens, sentence.line.starts
    if tokens and (tokens[0].common & _RELATIVE_MEANS_VERB_MEANS_CLAUSE):
        return next((at + 1 for at, token in enumerate(tokens[:-1]) if token.text == ","), 0)
    if len(tokens) > 3 and tokens[0].common & SIGN and any(one.text == "[" for one in tokens[:2]):
        box = next((at for at, token in enumerate(tokens[:4]) if token.text == "]"), 0)
        if box and all(one.common & SIGN or one.low == "x" for one in tokens[:box]):
            return box + 1
    at = 0
    if sentence.line.every & COLON:
        emoji = _EMOJI.match(sentence.text)
        if emoji:
            return next((at for at, token in enumerate(tokens) if starts[at] >= emoji.end() and token.kind != "sign"), 0)
        colons = [at for at, token in enumerate(tokens[:_LABEL]) if token.text == ":" and at + 1 < len(tokens)]
        at = colons[-1] + 1 if colons else 0
    while at < len(tokens) - 1 and (tokens[at].kind == "sign" or (at in sentence.dated)):
        at += 1
    return at


def _after_auxiliaries(sentence: Sentence, start: int) -> tuple[int | None, bool]:
    """The first word after pronouns, modals, "to", words of trying, ways out and adverbs; whether "can" was among them."""
    tokens, able = sentence.tokens, False
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind == "sign" and token.text in ",(" and at > start:
            continue
        able = able or bool(token.common & _MODAL and token.low in sentence.pack.abilities)
        if at in sentence.dated or token.common & _MEANS_VERB:
            continue
        if not _leads_on(sentence, at):
            return at, able
    return None, able


def _leads_on(sentence: Sentence, at: int) -> bool:
    """A word that a verb is still to follow: a pronoun, modal, "to", word of trying, way out or adverb."""
    token = sentence.tokens[at]
    if token.common & _STATE:
        return token.common & _MODAL != 0 and _verb_follows(sentence, at)
    hopes = token.common & _HEDGE_VERB and not token.common & FORMED
    if token.common & PREPOSITIONS and at and sentence.tokens[at - 1].common & _HEDGE_VERB:
        return True  # "strävar efter att"
    return bool(hopes or token.common & AUXILIARY)


def _verb_follows(sentence: Sentence, at: int) -> bool:
    """An infinitive follows a verb that is a modal too: "får inte överstiga", but not "få nya kunder"."""
    for one in sentence.tokens[at + 1 : at + 3]:
        if one.mask & ADVERB or one.mask & _BEFORE_VERB:
            continue
        ends = sentence.pack.clues.infinitives
        infinitive = not ends or one.low.endswith(ends)
        return one.kind == "word" and not one.mask & _DETERMINER_COMPARATIVE and infinitive
    return False


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """An infinitive or imperative: a dictionary form of a verb of the lexicon, or a word that looks like one."""
    token = sentence.tokens[at]
    if token.kind != "word" or token.mask & _UNIVERSAL_ARTICLE_DETERMINER:
        return False
    known = [str(token.roles[role]) for role in _FORMS if role in token.roles] if token.common & FORMED else []
    if token.common & VERBAL:
        known += [str(token.roles[kind]) for kind in sentence.kinds.get(at, NO_KINDS) & VERBS if token.roles.get(kind)]
    if token.common & _MULTIPLE or any(_is_base(token.low, lemma, sentence.pack) for lemma in known):
        return not (token.common & _NOUN_TOO and (_finite_follows(sentence, at) or _has_of(sentence, at)))
    return not known and not sentence.kinds.get(at) and _looks_like_verb(sentence, at)


def _is_state_first(sentence: Sentence, at: int) -> bool:
    """The infinitive of a verb of state that opens the sentence: "be the first choice", "own the roadmap"."""
    token = sentence.tokens[at]
    if not _is_base_state(token) or token.mask & _NOUN or at + 1 >= len(sentence.tokens):
        return False
    return not (token.common & _NOUN_TOO and not _determined(sentence, at + 1)) and not _finite_follows(sentence, at)


def _has_of(sentence: Sentence, at: int) -> bool:
    """What follows an English noun rather than a verb: "support for", "review of", "guide on"."""
    tokens = sentence.tokens
    if not sentence.english or at + 2 >= len(tokens) or tokens[at + 1].low not in sentence.pack.clues.after_noun:
        return False
    return at + 2 not in sentence.used


def _is_base(low: str, lemma: str, pack: Pack) -> bool:
    """The infinitive, or the imperative: in the Nordic languages the infinitive without its ending."""
    code = pack.code
    if code == "en":
        if " " in low:
            return low == lemma  # a phrase such as "show appreciation"
        short = low.endswith("ing") and not any(vowel in low[:-3] for vowel in "aeiouy")  # "bring"
        verb = (
            short
            or not low.endswith(_NOMINAL)
            or pack.written(f"{low}ing") is not None
            or pack.written(f"{low[:-1]}ing") is not None
        )
        return low == lemma and verb
    first = lemma.split(" ", maxsplit=1)[0]
    if first.endswith(_NOMINAL):
        return False
    word = low.split(" ", maxsplit=1)[0]
    if word.endswith("a" if code == "sv" else ("e", "å")):  # the entry may be called after another verb or spelling
        return word[:-1] == first[:-1] or " " in low or not word.endswith(("te", "de"))
    return low == lemma or word in (first[:-1], first.removesuffix("je"), first[:-2] + first[-1:])


def _looks_like_verb(sentence: Sentence, at: int) -> bool:
    """A word of no list that opens a sentence like a verb: by its ending and by what follows it."""
    token, code = sentence.tokens[at], sentence.pack.code
    doubtful = token.low.endswith(sentence.pack.clues.verb_too) and _determined(sentence, at + 1)
    if (
        (token.low.endswith(sentence.pack.clues.noun_endings) and not doubtful)
        or token.mask & _UNIT_P_IN_STATE
        or (token.mask & _NOUN and not (code == "en" and _determined(sentence, at + 1) and at + 1 not in sentence.used))
        or token.mask & LABEL
        or at + 1 >= len(sentence.tokens)
    ):
        return False
    if token.text[:1].isupper() and at > 0 and sentence.tokens[at - 1].text != ":":
        return False
    following = sentence.tokens[at + 1]
    if _finite_follows(sentence, at) or following.mask & _Q_AND_Q_OF or following.kind == "sign":
        return False
    if code == "en":
        return _opens_object(following) or _is_made_verb(sentence, token)
    return token.low.endswith(sentence.pack.clues.infinitives) and len(token.low) > 2


def _is_made_verb(sentence: Sentence, token: Token) -> bool:
    """An English word of no list with the ending of a verb, or a known verb with something before it: "re-plan"."""
    if not is_unknown(token):
        return False
    others = tuple(sentence.pack.data["words"]["coordination"]["other_endings"])
    if token.low.endswith(sentence.pack.clues.verb_endings) and not token.low.endswith(others):
        return True
    bare = next((token.low.removeprefix(one) for one in sentence.pack.clues.prefixes if token.low.startswith(one)), "")
    roles = sentence.pack.meaning(bare).roles
    return len(bare) > 3 and any(roles[kind] == bare for kind in (*VERBS, *_FORMS) if kind in roles)


def _opens_object(token: Token) -> bool:
    """What follows an English verb for certain: a determiner or a number."""
    return token.kind == "number" or token.mask & _ARTICLE_NUMBER_UNIVERSAL_DETERMINER != 0


def _finite_follows(sentence: Sentence, at: int) -> bool:
    """A verb of state or a modal stands close after a word, so that the word is its subject."""
    close = range(at + 1, min(at + 3, len(sentence.tokens)))
    return any(sentence.tokens[one].common & _MODAL or _is_state(sentence, one) for one in close)


def _is_base_state(token: Token) -> bool:
    """The infinitive of a verb of state."""
    return token.common & _STATE != 0 and not token.common & _MODAL and str(token.roles["state"]) == token.low


def _with_subject(sentence: Sentence, start: int) -> Head:
    """The verb after a subject: after the first modal, else the first verb of state or finite verb of the lexicon."""
    for at in range(start, len(sentence.tokens)):
        token = sentence.tokens[at]
        hour = token.text == "." and at > start and sentence.tokens[at - 1].low == "kl"
        if (token.text in ".!?;" and not hour) or (token.common & _RELATIVE and at > start):
            break
        if token.low == "to" and _is_told(sentence, start, at):
            return Head(start, at + 1, True)
        if token.common & _MODAL and at not in sentence.used:
            verb, able = _after_auxiliaries(sentence, at)
            return Head(start, verb if verb is not None else at, True, able)
        if _is_state(sentence, at) or _is_finite(sentence, at) or (at > start and _agrees(sentence, at)):
            return Head(start, at, True)
        if at > start and not sentence.english and (_follows_subject(sentence, start, at) or _is_negated(sentence, at)):
            return Head(start, at, True)
    return Head(start, None)


def _is_told(sentence: Sentence, start: int, at: int) -> bool:
    """``HR to publish``: who is to do it stands before an English "to", and a verb after it."""
    if not sentence.english or not 0 < at - start < _LABEL or at + 1 >= len(sentence.tokens):
        return False
    before = sentence.text[sentence.line.starts[start] : sentence.line.end(at - 1)]
    return sentence.tokens[at + 1].kind == "word" and is_owner(before, sentence.pack)


def _agrees(sentence: Sentence, at: int) -> bool:
    """An English verb that agrees with the noun before it: a base form after many, a form in "-s" before its object."""
    token, tokens = sentence.tokens[at], sentence.tokens
    if not sentence.english or at in sentence.used or token.kind != "word" or not token.text.islower():
        return False
    before = at - 1
    while before > 0 and (tokens[before].mask & ADVERB or tokens[before].low in ("never", "often")):
        before -= 1
    many = _is_many(sentence, tokens[before]) or any(one.common & _Q_AND for one in tokens[max(0, before - _JOINED) : before])
    if not is_unknown(token):
        lemmas = [token.roles[kind] for kind in ("state", *VERBS, *_FORMS) if kind in token.roles]
        if (
            token.low not in lemmas
            or token.low.endswith(_NOMINAL)
            or tokens[before].common & PREPOSITIONS
            or tokens[before].common & _Q_AND
        ):
            return False
        if token.low == "get" and any(one.low.endswith("ing") for one in tokens[at + 1 : at + 2]):
            return False  # "get going" says nothing of how things are
        return _determined(sentence, at + 1) or (many and (token.mask & _KEEP != 0 or not token.common & _NOUN_TOO))
    object_follows = _determined(sentence, at + 1) and at + 1 not in sentence.used
    return object_follows and many != (token.low.endswith("s") and not token.low.endswith("ss"))


def _follows_subject(sentence: Sentence, start: int, at: int) -> bool:
    """A Nordic word in "-r" right after a known subject, where no noun can stand: "kundene elsker", "våre gjester smiler"."""
    token, subject = sentence.tokens[at], sentence.tokens[at - 1]
    if (
        not (token.low[-1] == "r" and is_unknown(token) and token.text.islower() and len(token.low) > 3 and not token.glued)
        or token.mask & STOP
    ):
        return False
    if at in sentence.used or subject.kind != "word" or subject.common & PREPOSITIONS:
        return False
    if at == start + 1:
        return subject.low.endswith(sentence.pack.clues.known_many) or _is_known_one(sentence, at - 1)
    owned = at == start + 2 and sentence.tokens[start].mask & _OWNED and subject.low.endswith("r")
    return bool(owned) and not subject.mask & (ADJECTIVE | _QUALITY)


def _is_negated(sentence: Sentence, at: int) -> bool:
    """A Nordic word in "-r" or "-s" with a "not" after it: "lønn kjører ikke lenger på …", "lönerna körs inte …"."""
    token = sentence.tokens[at]
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    negated = after is not None and after.low.split(" ", maxsplit=1)[0] in _NOT
    return negated and token.low.endswith(("r", "s")) and is_unknown(token) and token.text.islower() and at not in sentence.used


def _is_known_one(sentence: Sentence, at: int) -> bool:
    """A definite noun, which no other noun follows: "renovasjonsselskapet henter …"; not "utvidet lager"."""
    token, verb = sentence.tokens[at], sentence.tokens[at + 1]
    named = len(token.low) > _SHORT and token.low.endswith(sentence.pack.clues.known_one) and verb.low.endswith(_PRESENT)
    return (
        named and not token.common & _VERBAL_BITS and not token.mask & (ADJECTIVE | _QUALITY) and at + 2 < len(sentence.tokens)
    )


def is_gerund(sentence: Sentence, token: Token) -> bool:
    """What looks like an English verb in "-ing"."""
    return sentence.english and token.low.endswith("ing") and len(token.low) > 5 and not token.mask & _NOUN_UNIT


def is_unknown(token: Token) -> bool:
    """A word that no list has but those that only rules ask for."""
    return not token.roles


def _is_many(sentence: Sentence, token: Token) -> bool:
    return token.low in sentence.pack.clues.many or (
        token.kind == "word" and token.low.endswith("s") and not token.low.endswith(("ss", "us", "is"))
    )


def _is_state(sentence: Sentence, at: int) -> bool:
    """A finite verb of state: neither an infinitive, nor a preposition or noun that is written so."""
    token = sentence.tokens[at]
    if not token.common & _STATE or token.mask & _P_IN or (_is_base_state(token) and not token.low.endswith("s")):
        return False
    if token.mask & _DELIVER and token.low.endswith("ed"):
        return False  # "a plan agreed with the unions"
    return not token.common & _NOUN_TOO or _determined(sentence, at + 1)


def _determined(sentence: Sentence, at: int) -> bool:
    """An article or its like stands here, so that the word before it is no noun."""
    return at < len(sentence.tokens) and sentence.tokens[at].mask & _DETERMINER != 0


def _new(sentence: Sentence, at: int) -> bool:
    """What is new stands here: ``kokken lager ny meny``."""
    return at < len(sentence.tokens) and sentence.tokens[at].mask & _NEW != 0


def _has_object(sentence: Sentence, at: int) -> bool:
    """A unit before it and its object after it: "the board supports local clubs"."""
    if not (at and sentence.row[at - 1].mask & _UNIT) or at + 1 >= len(sentence.tokens) or at + 1 in sentence.dated:
        return False
    return bool(sentence.row[at + 1].common & WORD) and not sentence.row[at + 1].mask & (
        PREPOSITIONS | _Q_AND_Q_OF | _STATE | _MODAL
    )


def _is_finite(sentence: Sentence, at: int) -> bool:
    """A verb of the lexicon in the present: not its infinitive, participle or noun."""
    token = sentence.tokens[at]
    if not token.common & _VERBAL_BITS or at in sentence.used:
        return False
    lists = [kind for kind in VERBS if kind in token.roles]
    lemmas = [str(token.roles[role]).split(" ", maxsplit=1)[0] for role in (*_FORMS, *lists) if role in token.roles]
    if token.common & _NOUN_TOO and not (
        _determined(sentence, at + 1) or _new(sentence, at + 1) or token.low == "stays" or _has_object(sentence, at)
    ):
        return False
    word = token.low.split(" ", maxsplit=1)[0]
    if sentence.pack.meaning(word).mask & _MODAL:
        return True
    return any(
        word.endswith(sentence.pack.clues.present) and word != lemma and not lemma.endswith(_NOMINAL) for lemma in lemmas
    )
