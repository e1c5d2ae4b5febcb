"""What a configuration says of documents: which of their names stand for goals, sentences and fields.

All readers share ``DocumentMapping``. A *name* is what a document calls something: a key of YAML, JSON or TOML, a column of
a table, a heading. A reader asks ``mapping.is_ignored(name)``, ``mapping.kind(name)``, ``mapping.is_statement(name)`` and
``mapping.field(name)`` before it looks the name up in its own words: what is stated wins over what is guessed. ``mapping``
reaches ``read_document(…, mapping=…)`` from ``[documents."<glob>"]`` of the configuration; where nothing is stated it is
``NOTHING``, which is false.
"""

from __future__ import annotations

from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.pattern import compile_late
from smartlint.record import dataclass

#: The kinds of goals that names may be stated for, by their key in the configuration.
KINDS = {"goals": "goal", "objectives": "objective", "key-results": "key_result"}

_HUMP = compile_late(r"(?<=[^\W\d_A-ZÆØÅÄÖ])(?=[A-ZÆØÅÄÖ])|(?<=[A-ZÆØÅÄÖ])(?=[A-ZÆØÅÄÖ][a-zæøåäö]{2})")
_GAP = compile_late(r"[\s_\-/]+")
_NO_NAME = compile_late(r"[^\w-]+")


def words_of(name: str) -> str:
    """A name in words: ``key_results``, ``keyResults``, ``key-results`` and ``Key results:`` are all ``key results``."""
    return _GAP.sub(" ", _HUMP.sub(" ", name)).strip(" :.*#").lower()


@dataclass(frozen=True)
class DocumentMapping:
    """The names that were stated, each as ``words_of`` has it, with what it stands for.

    ``kinds`` are names of what holds goals, with their kind (``goal``, ``objective``, ``key_result``): a list or heading
    below which they stand, or a column that has their sentences. ``statements`` are names of the sentence of a goal,
    ``fields`` names of its fields with the canonical one (``deadline``; ``id`` for its ID), ``ignored`` names of what is
    to be left alone with all below it.
    """

    kinds: tuple[tuple[str, str], ...] = ()
    statements: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.statements or self.fields or self.ignored)

    def kind(self, name: str) -> GoalWord | None:
        """The goal word that a name was stated to be like."""
        kind = dict(self.kinds).get(words_of(name))
        return GoalWord(kind, "", False, "") if kind else None

    def field(self, name: str) -> str:
        """The field that a name was stated to stand for, or ""."""
        return dict(self.fields).get(words_of(name), "")

    def is_statement(self, name: str) -> bool:
        return words_of(name) in self.statements

    def is_ignored(self, name: str) -> bool:
        return words_of(name) in self.ignored

    def firm(self) -> DocumentMapping:
        """What says more of names that mean nothing by themselves: of those that do, nobody can say that they do not."""
        known = vocabulary()

        def is_free(name: str) -> bool:
            return name not in known.fields and known.goal_word(tuple(name.split()), "") is None

        return DocumentMapping(
            tuple(pair for pair in self.kinds if is_free(pair[0])),
            tuple(name for name in self.statements if is_free(name)),
            tuple(pair for pair in self.fields if is_free(pair[0])),
        )

    def beside(self, other: DocumentMapping) -> DocumentMapping:
        """Both together; of what both speak of, this one wins."""
        stated = {*dict(self.kinds), *self.statements, *dict(self.fields), *self.ignored}
        return DocumentMapping(
            (*self.kinds, *(pair for pair in other.kinds if pair[0] not in stated)),
            (*self.statements, *(name for name in other.statements if name not in stated)),
            (*self.fields, *(pair for pair in other.fields if pair[0] not in stated)),
            (*self.ignored, *(name for name in other.ignored if name not in stated)),
        )


NOTHING = DocumentMapping()


def own_name(written: str) -> str:
    """The field as which the goal language keeps what it has no field for: ``Cost centre`` is ``x-cost-centre``."""
    return "x-" + _NO_NAME.sub("", words_of(written).replace(" ", "-")).strip("-")
