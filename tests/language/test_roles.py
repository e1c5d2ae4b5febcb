"""The masks of words: what is asked of the small one must be in it, and one bit stands for a group of roles."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import smartlint.language
from smartlint.language.roles import COMMON, FORMED, PREPOSITIONS, REPORTED, Meaning, bits

_FOLDER = Path(smartlint.language.__file__).parent
#: How the small masks are called.
_SMALL = frozenset(("common", "every", "_common"))


def _asked(module: str) -> Iterator[ast.BinOp]:
    """The questions that a module asks of a small mask."""
    for node in ast.walk(ast.parse((_FOLDER / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
            asked = node.left.value if isinstance(node.left, ast.Subscript) else node.left
            name = asked.attr if isinstance(asked, ast.Attribute) else asked.id if isinstance(asked, ast.Name) else ""
            if name in _SMALL:
                yield node


@pytest.mark.parametrize("module", sorted(path.stem for path in _FOLDER.glob("[!_]*.py")))
def test_what_is_asked_of_a_small_mask_is_in_it(module: str) -> None:
    known = vars(importlib.import_module(f"smartlint.language.{module}"))
    for node in _asked(module):
        for name in (one.id for one in ast.walk(node.right) if isinstance(one, ast.Name)):
            assert known[name] & ~COMMON == 0, f"{module}.py:{node.lineno}: {name}"


def test_a_small_mask_is_one_small_number_of_compiled_code() -> None:
    assert COMMON.bit_length() <= 62


def test_one_bit_stands_for_every_role_of_a_group() -> None:
    meaning = Meaning({"p.within": True, "form.event": "hold", "vague_verb": "improve"})
    assert meaning.mask & PREPOSITIONS
    assert meaning.mask & FORMED
    assert meaning.mask & REPORTED
    assert not Meaning({"noun": True}).mask & (PREPOSITIONS | FORMED | REPORTED)
    assert meaning.mask & bits("p.within", "form.event", "vague_verb") == bits("p.within", "form.event", "vague_verb")
