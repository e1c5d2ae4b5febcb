"""Every rule is tested: with an empty ``check``, a test of its own fails, and so do the examples of its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from smartlint.registry import load
from smartlint.rule import Rule
from smartlint.testing import check_page, examples

HERE = Path(__file__).parent
RULES = load()


def _empty(*_: object) -> Iterator[Any]:
    yield from ()


def _tests(rule: type[Rule]) -> Iterator[Callable[[], object]]:
    """The tests in the rule's own file that need no fixture, each with the first of its parameters."""
    _, family, name = rule.__module__.split(".")
    spec = spec_from_file_location(f"of_{name}", HERE / family / f"test_{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, function in inspect.getmembers(module, inspect.isfunction):
        needed = set(inspect.signature(function).parameters)
        given: dict[str, Any] = {}
        for mark in getattr(function, "pytestmark", ()):
            given |= _first(*mark.args) if mark.name == "parametrize" else {}
        if name.startswith("test_") and needed == given.keys():
            yield partial(function, **given)


def _first(names: str | tuple[str, ...], values: Iterable[Any]) -> dict[str, Any]:
    """The first values of a parametrized test."""
    found = next(iter(values))
    split = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    return {split[0]: found} if len(split) == 1 else dict(zip(split, getattr(found, "values", found), strict=True))


def _fails(test: Callable[[], object]) -> bool:
    try:
        test()
    except Exception:  # whatever a test raises, it fails
        return True
    return False


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_test_fails_where_the_check_is_empty(rule: type[Rule], monkeypatch: pytest.MonkeyPatch) -> None:
    tests = list(_tests(rule))
    monkeypatch.setattr(rule, "check", _empty)
    assert any(map(_fails, tests)), f"no test of {rule.code} needs its check"


@pytest.mark.parametrize("rule", [rule for rule in RULES if any(examples(rule, "Example"))], ids=lambda rule: rule.code)
def test_the_page_fails_where_the_check_is_empty(rule: type[Rule], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "check", _empty)
    with pytest.raises(AssertionError, match="is not found in its example"):
        check_page(rule)
