"""What tells a verb from a noun in a language, and what a verb makes of a goal (``words.clues`` of its pack)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Clues:
    """Words as sets, endings and beginnings as tuples; the pack says what each of them is."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.noun_endings = tuple(table["noun_endings"])
        self.verb_too = tuple(table["verb_too"])
        self.verb_endings = tuple(table["verb_endings"])
        self.prefixes = tuple(table["prefixes"])
        self.infinitives = tuple(table["infinitives"])
        self.present = tuple(table["present"])
        self.known_many = tuple(table["known_many"])
        self.many = frozenset(table["many"])
        self.after_noun = frozenset(table["after_noun"])
        self.built = frozenset(table["built"])
        self.no_participles = frozenset(table["no_participles"])
        self.be = frozenset(table["be"])
        self.ensuring = frozenset(table["ensuring"])
        self.before_clause = frozenset(table["before_clause"])
        self.known = frozenset(table["known"])
        self.asking = frozenset(table["asking"])
        self.to_nothing = frozenset(table["to_nothing"])
        self.holding = frozenset(table["holding"])
        self.measures = frozenset(table["measures"])
        self.still_work = frozenset(table["still_work"])
        self.efforts = frozenset(table["efforts"])
        self.immaterial = tuple(table["immaterial"])
        self.getting = frozenset(table["getting"])
        self.plurals = tuple(table["plurals"])
