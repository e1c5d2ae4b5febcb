"""Data inside a Markdown document: its blocks of YAML, JSON and TOML, and the lists of goals in its front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smartlint.goal import Document, Problem
from smartlint.language.times import Anchor
from smartlint.readers.attributes import Attributes
from smartlint.readers.blocks import Block
from smartlint.readers.drawing import Drafts
from smartlint.readers.keys import Keys, may_hold_goals
from smartlint.readers.mapping import DocumentMapping
from smartlint.readers.nodes import Items, Pairs, Readable, Tree, move, scalars_of
from smartlint.readers.peeling import Peeler
from smartlint.readers.scope import Scope
from smartlint.readers.sentences import Sentences
from smartlint.readers.structure import Structure
from smartlint.readers.structured import tree_of
from smartlint.readers.words import illustrates
from smartlint.record import replace
from smartlint.source import Source, Span

#: A block without any word for goals is looked at below a heading that has one, if it is no longer than this.
_SMALL = 2_000


def data_trees(
    text: str, blocks: Mapping[Span, str], prose: str = "", mapping: DocumentMapping | None = None
) -> tuple[dict[Span, Tree], Problem | None]:
    """What stands in blocks of data, each with the ending of a file of its format, if it can be of goals.

    One that cannot be read is no whole: people leave out what says nothing. But if the package is missing that reads it, that
    is told.
    """
    found = {}
    missing = None
    speaks = bool(mapping) or may_hold_goals(prose)
    for span, ending in blocks.items():
        piece = text[span.start : span.end]
        if (speaks and len(piece) <= _SMALL) or mapping or may_hold_goals(piece):
            tree = tree_of(piece, f"block{ending}")
            if isinstance(tree, Tree):
                found[span] = move(tree, span.start)
            elif missing is None and tree.variant == "package":
                missing = replace(tree, span=Span(span.start, span.start + 1))
    return found, missing


def illustrations(blocks: Iterable[Block], text: str) -> Iterator[Span]:
    """The blocks of data that stand below a heading or line which says that they show something."""
    headings: list[Block] = []
    above: Block | None = None
    for block in blocks:
        if block.kind == "heading":
            headings = [*(one for one in headings if one.depth < block.depth), block]
        elif block.kind == "fence":
            said = [*headings, *([above] if above is not None and above.kind in ("text", "item") else [])]
            written = ((one, " ".join(text[part.start : part.end] for part in one.parts)) for one in said)
            if any(illustrates(line, heading=one.kind == "heading") for one, line in written):
                yield block.parts[0]
        above = block


class DataBlocks:
    """Reads the blocks of data of one document; ``front`` is the inside of its front matter."""

    def __init__(self, text: str, blocks: Mapping[Span, str], front: Span | None, prose: str, mapping: DocumentMapping) -> None:
        self._text = text
        self._mapping = mapping
        self._trees, self._missing = data_trees(text, blocks, prose, mapping)
        in_front, missing = data_trees(text, {front: ".yaml"} if front is not None else {})
        self._front = in_front.get(front) if front is not None else None
        self._missing = missing or self._missing

    def __contains__(self, block: Span) -> bool:
        return block in self._trees

    @property
    def spans(self) -> list[Span]:
        return list(self._trees)

    @property
    def said(self) -> str:
        """The sentences in them, which tell the language of the document as well."""
        texts = (scalar.text.strip() for tree in self._all() for scalar in scalars_of(tree.roots))
        return "".join(f"\n{text}" for text in texts if len(text.split()) > 1)

    @property
    def comments(self) -> Iterator[tuple[Span, bool]]:
        """Those to smartlint, and whether they stand alone on their lines."""
        for tree in self._all():
            for span in tree.directives:
                yield span, not self._text[self._text.rfind("\n", 0, span.start) + 1 : span.start].strip()

    def _all(self) -> list[Tree]:
        return [*self._trees.values(), *([self._front] if self._front is not None else [])]

    def readable(self, source: Source, text: str) -> Readable:
        """The text that values are read from: ``text`` with the escapes in the blocks undone."""
        self._readable = Readable(source, text)
        for scalar in scalars_of([root for tree in self._all() for root in tree.roots]):
            self._readable.take(scalar)
        return self._readable

    def told(self, document: Document) -> Document:
        """A document without goals says what is missing to read the blocks in which they may stand."""
        if self._missing is None or document.goals:
            return document
        others = (problem for problem in document.problems if problem.kind != "no-goals")
        return replace(document, problems=(self._missing, *others))

    def begin(self, blocks: Iterable[Block], text: str, drafts: Drafts, language: str, anchor: Anchor) -> None:
        """Reads the front matter, and the blocks from now on, into drafts of the readable text."""
        self._shown = frozenset(illustrations(blocks, text))
        peeler = Peeler(text, text, ())
        self._drafts = drafts
        keys = Keys(language, self._mapping)
        attributes = Attributes(drafts, keys, peeler, self._readable, language, anchor)
        self._structure = Structure(drafts, peeler, keys, Sentences(language, anchor), attributes)
        for root in self._front.roots if self._front is not None else ():
            if isinstance(root, Pairs):
                lists = [pair for pair in root.pairs if isinstance(pair[1], Items | Pairs) and keys.kind(pair[0])]
                self._structure.read([Pairs(root.span, lists)], drafts.top, None)

    def take(self, block: Span, scope: Scope) -> None:
        tree = self._trees.get(block)
        if tree is not None and not scope.closed and block not in self._shown:
            promised = scope.kind if all(isinstance(root, Items) for root in tree.roots) else None
            self._structure.read(tree.roots, self._drafts.group(scope.above), promised)
