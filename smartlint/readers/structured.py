"""Data files become documents: the goals in YAML, JSON and TOML with the places that they have there."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from smartlint.goal import Document, Problem
from smartlint.language.detect import candidates
from smartlint.language.vocabulary import GoalWord, vocabulary
from smartlint.parser.lines import LANGUAGE_NAMES, Spoken
from smartlint.readers.attributes import Attributes
from smartlint.readers.drawing import Drafts
from smartlint.readers.finishing import finished
from smartlint.readers.keys import Keys, may_hold_goals
from smartlint.readers.mapping import words_of
from smartlint.readers.nodes import Broken, Pairs, Readable, Scalar, Tree, scalars_of
from smartlint.readers.peeling import Peeler
from smartlint.readers.request import Request
from smartlint.readers.sentences import Sentences
from smartlint.readers.structure import Structure
from smartlint.readers.words import field_called
from smartlint.record import replace
from smartlint.source import Source, Span

#: A file so long is taken apart only if it speaks of goals: to read a megabyte of YAML takes seconds.
_LARGE = 200_000
#: So much of a file tells its language.
_ENOUGH = 20_000


def read_structured(request: Request) -> Document:
    """The document that a YAML, JSON or TOML text is, as ``parse`` gives it of a goal file."""
    text, path, mapping = request.text, request.path, request.mapping
    source = Source(text, path)
    is_spared = len(text) > _LARGE and not mapping and not may_hold_goals(f"{PurePosixPath(path).name} {text}")
    tree = Tree("", ()) if is_spared else kept_tree(text, path)
    if isinstance(tree, Problem):
        return Document(source, request.language or candidates(text[:_ENOUGH])[0], (), (), (tree,))
    scalars = list(scalars_of(tree.roots))
    voted = _spoken(tree, scalars, request.language)
    language = voted.languages[0]

    readable = Readable(source)
    for scalar in scalars:
        readable.take(scalar)
    plain = readable.source().text
    drafts = Drafts(plain)
    peeler = Peeler(plain, plain, ())
    anchor = request.anchor
    keys = Keys(language, mapping)
    attributes = Attributes(drafts, keys, peeler, readable, language, anchor)
    structure = Structure(drafts, peeler, keys, Sentences(language, anchor), attributes)
    structure.read(tree.roots, drafts.top, _promised(path, keys))
    drafts.tidy()
    drafts.suppress((span, not drafts.slice(Span(drafts.line("", span).start, span.start)).strip()) for span in tree.directives)
    read = readable.source()
    document = finished(readable.original(), read, drafts, voted, request)
    return replace(document, problems=tuple(_as_data(problem, language) for problem in document.problems))


def _as_data(problem: Problem, language: str) -> Problem:
    """A file of data without goals is told what to write in its own way."""
    if (problem.kind, problem.variant) != ("no-goals", "none"):
        return problem
    word = next(word for word, meanings in vocabulary().kinds.items() if ("goal", language) in meanings)
    return replace(problem, variant="data", data={"word": f"{word}s" if language == "en" else word})


@lru_cache(4)
def kept_tree(text: str, path: str) -> Tree | Problem:
    """The tree of a file, kept for the fixes of what is found there: nobody may change it."""
    return tree_of(text, path)


def tree_of(text: str, path: str) -> Tree | Problem:
    """The tree of a text, by the ending of its file, or what is wrong with it."""
    from smartlint.readers.yaml_nodes import NoYaml

    ending = PurePosixPath(path.lower()).suffix
    tree: Tree | Broken
    if ending == ".json":
        from smartlint.readers.json_nodes import json_tree

        tree = json_tree(text) if text.strip() else Tree("JSON", ())
    elif ending == ".toml":
        from smartlint.readers.toml_nodes import toml_tree

        tree = toml_tree(text)
    else:
        from smartlint.readers.yaml_nodes import yaml_tree

        try:
            tree = yaml_tree(text)
        except NoYaml:
            data = {"format": "YAML", "package": "ruamel.yaml", "extra": "yaml"}
            return Problem("unreadable-file", "package", Span(0, min(1, len(text))), data)
    if isinstance(tree, Broken):
        name = {".json": "JSON", ".toml": "TOML"}.get(ending, "YAML")
        return Problem("unreadable-file", "format", tree.span, {"format": name, "reason": tree.reason})
    return tree


def _spoken(tree: Tree, scalars: list[Scalar], given: str) -> Spoken:
    """The language that the file states, else the one given, else the vote of its texts and of keys that are no English."""
    for root in tree.roots:
        for key, value in root.pairs if isinstance(root, Pairs) else ():
            if isinstance(value, Scalar) and (key.text == "lang" or field_called(words_of(key.text), "en") == "language"):
                stated = LANGUAGE_NAMES.get(value.text.strip().lower().split("-")[0])
                if stated:
                    return Spoken((stated,))
    if given:
        return Spoken((given,), given=True)
    known = vocabulary()
    said, keywords, size = [], [], 0
    for scalar in scalars:
        if len(scalar.text.split()) > 1:
            said.append(scalar.text.strip())
            size += len(scalar.text)
        elif scalar.text:
            word = words_of(scalar.text)
            codes = tuple(code for _, code in (*known.kinds.get(word, ()), *known.fields.get(word, ())))
            if codes and "en" not in codes:
                keywords.append(codes)
        if size > _ENOUGH:
            break
    return Spoken(candidates("\n".join(said), keywords))


def _promised(path: str, keys: Keys) -> GoalWord | None:
    """The goals that the name of a file promises: ``okrs-2026.yml``."""
    stem = PurePosixPath(path).stem.replace(".", " ")
    return keys.kind(Scalar(Span(0, 0), (), stem)) if stem else None
