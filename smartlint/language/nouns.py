"""What a number counts: the noun after it, over adjectives; and the words that make a name of a number."""

from __future__ import annotations

from smartlint.language.numbers import Number, Numbers
from smartlint.language.roles import ADJECTIVE, DIGITS, INDEX, LABEL, LISTED, PREPOSITIONS, STOP, YEAR, bits
from smartlint.language.tokens import Token
from smartlint.record import Final

#: Roles of words that cannot be the noun that a number counts.
_NO_NOUN: Final = STOP | bits(
    *"q.from q.to q.by q.of q.and q.between q.at_least q.at_most q.above q.below q.about".split(),
    *"p.in p.inclusive p.exclusive p.during p.from p.after p.within r.every r.rate t.month".split(),
    *"means.verb keep number article q.age q.before vague_time".split(),
)
#: Roles of the lexicon that a counted noun may have.
_NOUNS: Final = frozenset({"noun", "unit", "noun_too"})
#: Endings of Nordic nouns that look like those of adjectives.
_DEFINITE: Final = ("ene", "ane", "erne", "arna", "erna", "orna", "else", "are", "ere", "nde")
#: Endings that only adjectives have before a Nordic plural.
_ADJECTIVE: Final = tuple("lige lege liga iske iska ende ande elle ella ale ala ive iva bare".split())
#: Endings of Nordic adverbs and English participles, which follow the noun.
_AFTER: Final = ("alt", "elt", "igt", "ivt", "ernt", "iskt", "vis", "ett", "ligen")
_ENGLISH_AFTER: Final = ("ed", "ly")
#: English nouns that have another plural, or none.
_PLURALS: Final = frozenset(
    "people children men women staff feet teeth mice data media criteria sheep fish personnel crew police "
    "feedback software content traffic revenue".split()
)
#: Those of them, and others in "-s", that stand before the noun that is counted.
_MASSES: Final = frozenset(("sales", "staff", "media", "data", "crew", "police", "software", "content", "traffic", "feedback"))
#: Endings of abbreviations, in Swedish written after a colon.
_AFTER_COLON: Final = frozenset(("er", "ar", "or", "na", "erna", "arna", "n", "en", "s", "ers", "ernas"))
_BLANKS: Final = " \u00a0\u202f\u2009\n\r\t"
_MARKS: Final = ("≥", ">=", ">", "≤", "<=", "<", "+", "~", "±", "→", "->", "=>", ":", "=")
_BETWEEN: Final = frozenset((*_MARKS, "-", "–", "−"))
_VALUES: Final = bits(
    "q.from", "q.to", "q.at_least", "q.at_most", "q.above", "q.below", "q.about", "q.by", "q.between", "q.reach"
)


_OPENING_VERB: Final = bits("increase", "decrease", "deliver", "activity", "any.form")
_BEFORE_VERB: Final = bits("before_verb")
_INCREASE_DECREASE_DELIVER_VAGUE_VERB: Final = bits("increase", "decrease", "deliver", "vague_verb")
_NOUN: Final = bits("noun")
_NOUN_TOO: Final = bits("noun_too")
#: What may stand between a measure and its value: "a rating of 4.6", "eNPS at 30".
_PLACED: Final = bits("p.in", "p.at", "q.of")
_Q_AND: Final = bits("q.and")
_Q_AT_LEAST_Q_AT_MOST_Q_TO_Q_ABOUT: Final = bits("q.at_least", "q.at_most", "q.to", "q.about")
_Q_BEFORE_VALUES: Final = bits("q.before", "q.current") | _VALUES
_Q_BETWEEN: Final = bits("q.between")
_R_FILLER_P_TO: Final = bits("r.filler", "p.to")
_T_RECURRENCE: Final = bits("t.recurrence")
_T_UNIT: Final = bits("t.unit")
_VAGUE_QUALIFIER_COMPARATIVE: Final = bits("vague_qualifier", "comparative")


class Nouns(Numbers):
    """Reads the noun phrase after a number."""

    def _noun(self, at: int) -> tuple[str, int] | None:
        """The noun that a number counts, over adjectives: ``50 nye abonnenter``, ``5 enterprise deals``."""
        start = self._over_rhythm(at)
        words: list[int] = []
        while len(words) < 3:
            position = start + len(words)
            token = self._token(position)
            if token is None or not self._may_be_in_phrase(token, position, bool(words)):
                break
            if words and self._english and self._ends_phrase(token):
                break
            words.append(position)
            if self._is_head(token, words):
                return self._with_ending(position + 1 if self._is_joined(position) else position)
        if not words:
            return None
        last = words[0] if self._english and len(words) == 3 else words[-1]
        return self._with_ending(last)

    def _is_joined(self, at: int) -> bool:
        """An English mass noun before the noun that is counted: ``3 software licences``, ``2 sales managers``."""
        following = self._token(at + 1)
        if not self._english or self._tokens[at].low not in _MASSES or following is None or at + 1 in self._taken:
            return False
        noun = following.kind == "word" and self._is_plural(following.low) and not following.roles.keys() - _NOUNS
        return noun and not self._text[self._end(at) : self._starts[at + 1]].strip(_BLANKS)

    def _with_ending(self, at: int) -> tuple[str, int]:
        """A noun with the ending that stands after a colon: Swedish ``kpi:er``."""
        token, ending = self._tokens[at], self._token(at + 2)
        if not self._sign(at + 1, ":") or ending is None or not (self._tokens[at + 1].glued and ending.glued):
            return token.text, at + 1
        if ending.low not in _AFTER_COLON:
            return token.text, at + 1
        return f"{token.text}:{ending.text}", at + 3

    def _over_rhythm(self, at: int) -> int:
        """Past an adjective of rhythm: ``100k monthly visitors``."""
        following = self._token(at + 1)
        plain = following is not None and following.kind == "word" and not following.roles.keys() - _NOUNS
        return at + 1 if self._row[at].common & _T_RECURRENCE and plain else at

    def _may_be_in_phrase(self, token: Token, position: int, inside: bool) -> bool:
        if token.kind != "word" or position in self._taken or token.low[0] == "@" or len(token.low) < 2:
            return False
        if token.mask & _NO_NOUN:
            return False
        if token.mask & _INCREASE_DECREASE_DELIVER_VAGUE_VERB and not (inside or token.common & _NOUN_TOO):
            return self._is_participle(position)
        if token.mask & _R_FILLER_P_TO and not token.common & _T_UNIT:
            return False
        gap = self._text[self._end(position - 1) : self._starts[position]]
        return not gap.strip(_BLANKS) and not ("\n" in gap and inside)

    def _is_participle(self, position: int) -> bool:
        """A form of a verb before a noun: ``två lagade mål``, ``null åpne avvik``."""
        following = self._token(position + 1)
        if following is None or following.kind != "word" or position + 1 in self._taken:
            return False
        return not (following.mask & (_NO_NOUN | PREPOSITIONS))

    def _ends_phrase(self, token: Token) -> bool:
        """An English word that comes after the noun: ``100 people signed``."""
        return token.low.endswith(_ENGLISH_AFTER) or token.mask & _BEFORE_VERB != 0

    def _is_head(self, token: Token, words: list[int]) -> bool:
        """Whether a word ends the noun phrase: English plurals, Nordic words that do not look like adjectives."""
        low = token.low
        if token.mask & _NOUN:
            return True
        if self._english:
            return self._is_plural(low) and not token.mask & ADJECTIVE
        if len(words) > 1:
            return not token.mask & ADJECTIVE and not token.mask & _VAGUE_QUALIFIER_COMPARATIVE
        following = self._token(words[-1] + 1)
        if following is None or following.kind != "word":
            return True
        if token.mask & ADJECTIVE or token.mask & _VAGUE_QUALIFIER_COMPARATIVE:
            return not self._may_be_noun(following, LISTED)
        if low.endswith(_DEFINITE) and not low.endswith(_ADJECTIVE):
            return True
        return not (low.endswith(("e", "a")) and self._may_be_noun(following, ()))

    @staticmethod
    def _is_plural(word: str) -> bool:
        """An English word that looks like many."""
        return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "ous", "us")))

    def _may_be_noun(self, token: Token, allowed: tuple[str, ...]) -> bool:
        low = token.low
        return (
            token.text == low
            and not (token.roles.keys() - {*allowed, *_NOUNS})
            and not token.mask & STOP
            and len(low) > 2
            and not low.endswith(_AFTER)
        )

    # --- names and values -------------------------------------------------------------------------------------------

    def _names_something(self, first: int, number: Number) -> bool:
        """The word before makes it a name: ``ISO 9001``, ``Debian 12``, ``fase 2``, ``versjon 3.1``, ``topp 3``."""
        before = self._token(first - 1)
        if before is None:
            return False
        if before.kind != "word":
            hour = before.text == "." and before.glued and self._tokens[first - 2].low == "kl"  # "før kl. 15 sendes"
            return hour or before.text in ("§", "#", "№") or (before.text == "-" and before.glued)
        if before.mask & LABEL:
            return True
        if number.word or before.mask & INDEX:
            return False
        if before.text != before.low and first > 1 and not before.roles:
            return True
        return before.text.isupper() and len(before.text) > 1

    def _is_version(self, first: int) -> bool:
        """The second number of ``Python 3.9 with 3.12``: one a name like the first."""
        before = self._token(first - 2)
        if before is None or before.kind != "number":
            return False
        name = self._token(first - 3)
        return name is not None and name.kind == "word" and name.text[0].isupper() and not name.roles

    def _counts_one(self, first: int, stop: int) -> bool:
        """A number where a bound stands before "one" or a rhythm after it; elsewhere it is "a" or "the same"."""
        return self._row[first - 1].mask & _Q_AT_LEAST_Q_AT_MOST_Q_TO_Q_ABOUT != 0 or (
            self._is_rhythm(stop) or self._sign(stop, "/")
        )

    def _introduced(self, first: int) -> bool:
        """Something before a bare number says that it is a value: a preposition of quantity, a verb, an index."""
        before = self._token(first - 1)
        if before is None:
            return False
        if before.text in _MARKS or before.mask & _Q_BEFORE_VALUES or before.mask & INDEX:
            return True
        if before.mask & _PLACED and self._row[first - 2].mask & INDEX:
            return True
        if self._is_object(first) or self._is_signed_value(first):
            return True
        return before.common & _Q_AND != 0 and before.kind == "word" and self._row[first - 3].mask & _Q_BETWEEN != 0

    def _is_signed_value(self, first: int) -> bool:
        """``NPS: -5``, ``from -5``."""
        if not self._sign(first - 1, "-", "–", "−") or not self._tokens[first].glued or self._tokens[first - 1].glued:
            return False
        return self._row[first - 2].mask & (_VALUES | INDEX) != 0 or self._row[first - 2].text in _MARKS

    def _is_object(self, first: int) -> bool:
        """A number right after the verb that opens a sentence, with nothing but a time after it: ``Sell 40 by 30 June``."""
        token, verb = self._tokens[first], self._row[first - 1].mask
        opens = first == 1 and verb & _OPENING_VERB and not verb & LABEL and token.common & DIGITS and not token.common & YEAR
        return bool(opens) and (first + 1 in self._taken or first + 1 >= self._size or self._sign(first + 1, ".", "!"))

    def _index(self, first: int) -> str:
        """The measure that a bare number is a value of: ``NPS from 30 to 50``; "" where none stands before it."""
        for at in range(first - 1, max(-1, first - 6), -1):
            token = self._tokens[at]
            if token.kind == "word" and token.mask & INDEX:
                return token.low
            if not (token.mask & _VALUES or token.kind == "number" or token.text in _BETWEEN or token.mask & _PLACED):
                return ""
        return ""
