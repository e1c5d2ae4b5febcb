"""What escapes become, and the way back to where they stand."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from smartlint.readers.json_nodes import json_tree
from smartlint.readers.nodes import Broken, Items, Readable, Scalar, move, scalars_of
from smartlint.readers.yaml_nodes import yaml_tree
from smartlint.source import Source, Span
from tests.readers.data import read


def taken(text: str) -> tuple[Readable, list[Scalar]]:
    tree = json_tree(text)
    assert not isinstance(tree, Broken)
    root = tree.roots[0]
    assert isinstance(root, Items)
    scalars = [node for node in root.nodes if isinstance(node, Scalar)]
    readable = Readable(Source(text))
    for scalar in scalars:
        readable.take(scalar)
    return readable, scalars


def test_escapes_are_undone_and_the_text_stays_as_long() -> None:
    text = '["\\u00d8ke \\"s\\u00f8k\\"", "x"]'
    readable, (first, _) = taken(text)
    read = readable.source().text
    assert len(read) == len(text)
    assert read[first.parts[0].start : first.parts[0].end] == 'Øke "søk"'
    assert read.endswith('", "x"]')


def test_places_lead_back_to_the_file() -> None:
    text = '["\\u00d8ke \\"s\\u00f8k\\"", "x"]'
    readable, (first, second) = taken(text)
    file = readable.original()
    start = first.parts[0].start
    assert text[slice(*file.in_file(Span(start, start + 1)))] == "\\u00d8"
    assert text[slice(*file.in_file(Span(start + 4, start + 9)))] == '\\"s\\u00f8k\\"'
    assert file.in_file(second.parts[0]) == second.parts[0]
    assert file.position(start + 4).column == text.index('\\"s') + 1


def test_a_text_without_escapes_is_its_own_file() -> None:
    readable, _ = taken('["x"]')
    assert readable.original() is not None
    assert type(readable.original()) is Source


@given(st.lists(st.text(st.sampled_from('aø" \\\n🚀'), max_size=10), max_size=4))
def test_every_text_is_read_as_it_is_meant(texts: list[str]) -> None:
    text = json.dumps(texts)
    readable, scalars = taken(text)
    read = readable.source().text
    assert len(read) == len(text)
    file = readable.original()
    for said, scalar in zip(texts, scalars, strict=True):
        assert " ".join(read[part.start : part.end] for part in scalar.parts).split() == said.split()
        for part in scalar.parts:
            inside = file.in_file(part)
            assert scalar.span.start <= inside.start <= inside.end <= scalar.span.end


def test_findings_stand_where_the_words_do() -> None:
    text = '{"goals": ["S\\u00e6lge 12 br\\u00f8d"]}'
    document = read(text, "plan.json")
    (goal,) = document.goals
    assert goal.statement.plain == "Sælge 12 brød"
    assert document.source.slice(document.source.in_file(goal.statement.span)) == "S\\u00e6lge 12 br\\u00f8d"


def test_a_tree_can_stand_further_on() -> None:
    text = "a: &a {x: [1, \"\\u00e5\"]}\nb:\n  <<: *a\n  y: 2\nc: &s 'it''s'\nd: *s\n# smartlint: ignore[X]\n"
    tree, far = yaml_tree(text), yaml_tree(text)
    assert not isinstance(tree, Broken)
    assert not isinstance(far, Broken)
    before, after = list(scalars_of(tree.roots)), list(scalars_of(move(far, 100).roots))
    assert len({id(one) for one in before}) == len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert (one.span.start + 100, one.text) == (other.span.start, other.text)
        assert [part.start + 100 for part in one.parts] == [part.start for part in other.parts]
        assert [unit.span.end + 100 for unit in one.escapes] == [unit.span.end for unit in other.escapes]
    assert move(tree, 7).directives[0].start == text.index("# smartlint") + 7
