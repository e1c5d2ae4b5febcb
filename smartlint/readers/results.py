"""Key results below a heading of their own, beside that of their objective: ``Objective``, then ``Key results``."""

from __future__ import annotations

from itertools import pairwise

from smartlint.language.vocabulary import GoalWord
from smartlint.parser.drafts import GoalDraft
from smartlint.readers.blocks import Part
from smartlint.readers.drawing import OBJECTIVE
from smartlint.readers.mapping import DocumentMapping
from smartlint.readers.scope import NOWHERE, Scope
from smartlint.readers.words import kind_in


class Results:
    """Finds, in one document, what the headings of key results stand under."""

    def __init__(self, text: str, language: str, mapping: DocumentMapping) -> None:
        self._text = text
        self._language = language
        self._mapping = mapping

    def kind(self, part: Part) -> GoalWord | None:
        """What a heading says to stand below it, if it says nothing else."""
        span = part.heading.parts[0] if part.heading is not None and part.heading.parts else NOWHERE
        text = self._text[span.start : span.end]
        kind = kind_in(text, self._language)
        return self._mapping.kind(text) or (kind.word if kind is not None and kind.bare else None)

    def are(self, part: Part) -> bool:
        kind = self.kind(part)
        return kind is not None and kind.kind == "key_result"

    def are_below(self, part: Part) -> bool:
        """A heading that names goals stands over one that names their results."""
        return self.kind(part) is not None and any(map(self.are, part.parts))

    def join(self, parts: list[Part]) -> None:
        """``Key results`` beside ``Objective``, or ``Goal``, with its one sentence, goes below it."""
        for above, results in [*pairwise(parts)][::-1]:
            over = self.kind(above)
            is_one = len(above.blocks) == 1 and above.blocks[0].kind in ("text", "item") and not above.parts
            if is_one and over is not None and over.kind in ("objective", "goal") and self.are(results):
                above.parts.append(results)
                parts.remove(results)

    def goal(self, part: Part, below: Scope) -> GoalDraft | None:
        """The one goal that stands below a heading of its own, over the heading of its key results."""
        found = below.group.children
        if below.goal is not None or not any(map(self.are, part.parts)):
            return below.goal
        if len(found) != 1 or found[0].group or found[0].children:
            return None
        found[0].word = OBJECTIVE
        return found[0]
