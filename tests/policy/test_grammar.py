"""The grammar of expressions is strict-clean: no terminal takes what another one does, and no rule is in doubt."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from lark import Lark
from lark.exceptions import GrammarError, LexError

from smartlint.policy.parser import grammar

GRAMMAR = (files("smartlint_grammar") / "policy.lark").read_text("utf-8")


def strict(text: str) -> Lark:
    """Raises for two terminals of one priority that match the same text, and for a conflict of the parser."""
    return Lark(text, parser="lalr", lexer="basic", strict=True)


def test_the_grammar_is_strict_clean() -> None:
    named = {terminal.name for terminal in strict(GRAMMAR).terminals}
    assert {"NAME", "INT", "FLOAT", "TEXT", "LONG_TEXT", "RAW", "COMMENT", "BLANK"} <= named


def test_the_strict_check_finds_a_collision() -> None:
    """A name that may begin with a digit takes what a number does."""
    clash = GRAMMAR.replace("NAME: /[_a-zA-Z][_a-zA-Z0-9]*/", "NAME.1: /[_a-zA-Z0-9]+/")
    assert clash != GRAMMAR
    with pytest.raises(LexError, match="Collision"):
        strict(clash)


def test_the_strict_check_finds_a_conflict() -> None:
    """An operator that binds to both sides alike has two trees."""
    assert "product: _product (TIMES" in GRAMMAR
    with pytest.raises(GrammarError, match=r"(?i)conflict"):
        strict(re.sub(r"product: _product \((.*?)\) _unary", r"product: _product (\1) _product", GRAMMAR))


def test_every_rule_of_the_grammar_makes_a_node() -> None:
    """Each rule without an underscore has its method; a missing one would leave a tree of Lark's behind."""
    from smartlint.policy.parser import _Builder

    rules = {rule.origin.name for rule in grammar().rules if not rule.origin.name.startswith("_")}
    assert {name for name in rules if not hasattr(_Builder, name)} == set()
