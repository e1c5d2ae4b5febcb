"""Edits of data files: written so that what stands in quotes, brackets and columns there goes on to say what is meant."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from smartlint.goal import Document, Goal, Problem
from smartlint.language.vocabulary import vocabulary
from smartlint.readers import is_data
from smartlint.readers.fenced import data_trees
from smartlint.readers.masking import data_blocks
from smartlint.readers.nodes import Items, Node, Pairs, Scalar, Tree
from smartlint.readers.structured import kept_tree
from smartlint.record import NamedTuple
from smartlint.source import Source, Span

#: A text of YAML that needs no quotes; in brackets, its signs must not part it.
_PLAIN = re.compile(r"(?![\s\-?:,\[\]{}#&*!|>'\"%@`~])(?:(?!: |:$| #|\t)[^\n])+(?<!\s)$")
_IN_BRACKETS = re.compile(r"[^,\[\]{}]*$")
#: What means something else than a text where it stands without quotes.
_NO_TEXT = re.compile(r"(?:true|false|null|yes|no|on|off|~|[-+.\d].*)$", re.IGNORECASE)
#: A value that TOML has without quotes, and that needs none in YAML.
_BARE = re.compile(r"(?:true|false|[-+]?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d)$")
_COMMENT = re.compile(r"^[ \t]*#(?![ \t]*smartlint[ \t]*:)[^\r\n]*\w[^\r\n]*", re.MULTILINE | re.IGNORECASE)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+$")
_FIELD = re.compile(r"(?P<word>[^\W\d][^:\n]*):[ ]*(?P<value>[^\n]*)$")


#: The last document that was edited, and what its fields are called.
_known: list[tuple[Document, Mapping[str, str]]] = []


class _Data(NamedTuple):
    """A tree, and its texts with what each stands in, in order of place: one file may be edited in thousands of places."""

    tree: Tree
    texts: Sequence[tuple[Scalar, Node | None]]

    def at(self, offset: int) -> tuple[Scalar, Node | None] | None:
        """The text that is nearest before a place, or at it."""
        number = bisect_right(self.texts, offset, key=_start)
        return self.texts[number - 1] if number else None


def _start(text: tuple[Scalar, Node | None]) -> int:
    return text[0].span.start


def _data(tree: Tree) -> _Data:
    texts: dict[Span, tuple[Scalar, Node | None]] = {}
    for node, holder in _walk(tree):
        if isinstance(node, Scalar) and node.span.start < node.span.end:
            texts.setdefault(node.span, (node, holder))
    return _Data(tree, sorted(texts.values(), key=_start))


@lru_cache(4)
def _of_file(text: str, path: str) -> _Data | None:
    tree = kept_tree(text, path)
    return None if isinstance(tree, Problem) else _data(tree)


@lru_cache(4)
def _of_blocks(text: str) -> dict[Span, _Data]:
    return {span: _data(tree) for span, tree in data_trees(text, data_blocks(text), text)[0].items()}


def _data_at(file: Source, offset: int) -> _Data | None:
    """What a file of data is, or the block of a document that a place is in."""
    if is_data(file.path):
        return _of_file(file.text, file.path)
    return next((data for span, data in _of_blocks(file.text).items() if span.start <= offset <= span.end), None)


def _walk(tree: Tree) -> Iterator[tuple[Node, Node | None]]:
    """All nodes, each with the list or map that it stands in; keys as well."""
    todo: list[tuple[Node, Node | None]] = [(root, None) for root in tree.roots]
    while todo:
        node, holder = todo.pop()
        yield node, holder
        if isinstance(node, Items):
            todo += [(one, node) for one in node.nodes]
        elif isinstance(node, Pairs):
            todo += [(one, node) for pair in node.pairs for one in pair]


def values(text: str, path: str) -> list[Span]:
    """Where the values and the comments of a file stand, in order of place; empty values say nothing."""
    data = _of_file(text, path)
    if data is None:
        return []
    scalars = [(node, holder) for node, holder in _walk(data.tree) if isinstance(node, Scalar)]
    keys = {id(key) for _, holder in scalars if isinstance(holder, Pairs) for key, _ in holder.pairs}
    found = {node.content for node, _ in scalars if id(node) not in keys and node.parts and not node.null}
    if data.tree.format != "JSON":
        comments = (Span(*match.span()) for match in _COMMENT.finditer(text))
        found |= {one for one in comments if (near := data.at(one.start)) is None or near[0].span.end <= one.start}
    return sorted(found)


def fitted(document: Document, span: Span, text: str) -> tuple[Span, str] | None:
    """An edit of a piece of the file as it is to be written there; None where it is not of one text."""
    file = document.source.file
    data = _data_at(file, span.start)
    near = data.at(span.start) if data is not None else None
    if data is None or near is None:
        return None
    node, holder = near
    if not node.parts or span.start < node.content.start or node.content.end < span.end:
        return None
    return _in_text(file.text, data.tree.format, node, holder, span, " ".join(text.split("\n")))


def _in_text(text: str, form: str, scalar: Scalar, holder: Node | None, span: Span, new: str) -> tuple[Span, str] | None:
    if scalar.style == "double":
        return span, _escaped(new)
    if scalar.style == "single":
        return span, new.replace("'", "''")
    if scalar.style == "block":
        return span, new
    whole = text[scalar.content.start : span.start] + new + text[span.end : scalar.content.end]
    flow = isinstance(holder, Items | Pairs) and holder.flow
    if scalar.style == "plain" and form == "YAML" and _is_plain(whole, flow=flow, was=scalar.text):
        return span, new
    if scalar.style == "literal" and "'" not in new:
        return span, new
    if form == "TOML" and scalar.style == "plain" and _BARE.match(whole):
        return span, new
    if len(scalar.parts) > 1:
        return None
    return scalar.span, quoted(whole)


def _is_plain(text: str, *, flow: bool, was: str) -> bool:
    if flow and not _IN_BRACKETS.match(text):
        return False
    return _PLAIN.match(text) is not None and (not _NO_TEXT.match(text) or _NO_TEXT.match(was) is not None)


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def quoted(text: str) -> str:
    """A text in double quotes, as all three formats have it."""
    return f'"{_escaped(text)}"'


def answered(before: str, behind: str, answer: str) -> str:
    """An answer as it is to stand between what is written before and behind it in an edit."""
    line = before[before.rfind("\n") + 1 :]
    if line.replace('\\"', "").count('"') % 2:
        return _escaped(answer)
    is_value = _FIELD.match(line.strip()) is not None and line.rstrip().endswith(":")
    alone = is_value and not behind.partition("\n")[0].strip()
    return _yaml(answer) if alone else answer


def added(text: str, document: Document, goal: Goal | None) -> tuple[Span, str] | None:
    """The place in the file of new lines of fields, and how they are to be written; None where there is no room."""
    file = document.source.file
    data = _data_at(file, document.source.in_file(goal.statement.span).start if goal is not None else 0)
    if data is None or len(data.tree.roots) != 1:
        return None
    tree = data.tree
    holder, after = _stated(document, data, goal) if goal is not None else (tree.roots[0], None)
    if not isinstance(holder, Pairs) or not holder.pairs or any(after is key for key, _ in holder.pairs):
        return None
    lines = [_field(line, document, holder) for line in text.split("\n")]
    empty = [pair for line in lines if line is not None for pair in _empty(line[0], holder)]
    if empty:
        return _filled(file.text, *empty[0], lines[0][1], tree.format, holder) if len(lines) == 1 and lines[0] else None
    if tree.format == "YAML" and not holder.flow:
        return _in_block(file.text, holder, after, text, document)
    fields = [line for line in lines if line is not None]
    if len(fields) != len(lines):
        return None
    if tree.format == "TOML" and not holder.flow:
        return _in_toml(file.text, after, fields, document.source.line_end, holder)
    return _in_brackets(file.text, holder, after, fields, tree.format)


def _stated(document: Document, data: _Data, goal: Goal) -> tuple[Node | None, Scalar | None]:
    """What the sentence of a goal stands in, and that."""
    start = document.source.in_file(goal.statement.span).start
    near = data.at(start)
    return (near[1], near[0]) if near is not None and start < near[0].span.end else (None, None)


def _field(line: str, document: Document, holder: Pairs) -> tuple[str, str] | None:
    """A line as the key and the value of a field; the key is called as elsewhere in the file."""
    match = _FIELD.match(line)
    return (_key(match["word"].strip(), document, holder), match["value"].strip()) if match is not None else None


def _key(word: str, document: Document, holder: Pairs) -> str:
    words = _words(document)
    for name in vocabulary().field_names(word.lower()).values():
        if name in words:
            return words[name]
    spaced = any(" " in key.text for key, _ in holder.pairs)
    return word if spaced else word.replace(" ", "_")


def _empty(key: str, holder: Pairs) -> Iterator[tuple[Scalar, Node]]:
    """The pairs of a map that have a field with nothing in it: the field is not to be there twice."""
    names = _names(key)
    for pair in holder.pairs:
        value = pair[1]
        nothing = value.null if isinstance(value, Scalar) else isinstance(value, Items) and not value.nodes
        if nothing and (pair[0].text == key or names & _names(pair[0].text)):
            yield pair


def _names(key: str) -> set[str]:
    return set(vocabulary().field_names(key.lower().replace("_", " ")).values())


def _filled(text: str, key: Scalar, value: Node, new: str, form: str, holder: Pairs) -> tuple[Span, str]:
    """A field with nothing in it, with something in it."""
    written = _yaml(new) if form == "YAML" and not holder.flow else quoted(new)
    if value.span.start < value.span.end:
        return key.span.cover(value.span), text[key.span.start : value.span.start] + written
    end = text.index(":", key.span.end) + 1
    return Span(key.span.start, end), f"{text[key.span.start : end]} {written}"


def _words(document: Document) -> Mapping[str, str]:
    """What each field is called where it first stands; looked up once for all edits of a document."""
    if not _known or _known[0][0] is not document:
        words: dict[str, str] = {}
        headers = (section.fields for section in document.sections)
        for fields in (*(goal.fields for goal in document.all_goals), *headers):
            for name, field in fields.items():
                if field.word:
                    words.setdefault(name, field.word.text)
        _known[:] = [(document, words)]
    return _known[0][1]


def _in_block(text: str, holder: Pairs, after: Scalar | None, new: str, document: Document) -> tuple[Span, str] | None:
    """Lines of YAML below the sentence, or above the first key."""
    first = holder.pairs[0][0].span.start
    column = first - (text.rfind("\n", 0, first) + 1)
    end = document.source.line_end
    lines = []
    for line in new.split("\n"):
        field = _field(line, document, holder)
        if field is None and not line.startswith((" ", "-")):
            return None
        if field is not None and not line.startswith(" "):
            key, value = field
            line = f"{_yaml(key)}: {_yaml(value)}".rstrip()
        lines.append(" " * column + line)
    if after is None:
        return Span(first, first), end.join(lines).lstrip(" ") + end + " " * column
    place = text.find("\n", after.span.end)
    place = len(text) if place < 0 else place - (text[place - 1] == "\r")
    return Span(place, place), "".join(f"{end}{line}" for line in lines)


def _yaml(text: str) -> str:
    return text if not text or _BARE.match(text) or _is_plain(text, flow=False, was="") else quoted(text)


def _in_toml(
    text: str, after: Scalar | None, fields: list[tuple[str, str]], end: str, holder: Pairs
) -> tuple[Span, str] | None:
    lines = [f"{key if _BARE_KEY.match(key) else quoted(key)} = {quoted(value)}" for key, value in fields]
    if after is None:
        first = min(key.span.start for key, _ in holder.pairs)
        start = text.rfind("\n", 0, first) + 1
        return Span(start, start), "".join(f"{line}{end}" for line in lines)
    place = text.find("\n", after.span.end)
    place = len(text) if place < 0 else place - (text[place - 1] == "\r")
    return Span(place, place), "".join(f"{end}{line}" for line in lines)


def _in_brackets(text: str, holder: Pairs, after: Scalar | None, fields: list[tuple[str, str]], form: str) -> tuple[Span, str]:
    """Pairs between braces, set apart as the ones that are there."""
    sign = " = " if form == "TOML" else ": "
    written = [f"{quoted(key)}{sign}{quoted(value)}" for key, value in fields]
    first = holder.pairs[0][0].span.start
    gap = text[text.rfind("{", 0, first) + 1 : first]
    gap = gap if not gap.strip() and "\n" in gap else " "
    if after is None:
        return Span(first, first), "".join(f"{one},{gap}" for one in written)
    return Span(after.span.end, after.span.end), "".join(f",{gap}{one}" for one in written)
