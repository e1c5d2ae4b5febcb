"""The examples are what their README says: clean ones draw nothing, the others what stands beside them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from smartlint.linter import Settings, choose, lint_texts
from smartlint.registry import load, profiles
from smartlint.testing import TODAY
from smartlint.translation import LANGUAGES
from tests.examples import CLEAN, EXAMPLES, ROOT, expected, files, folders, printed

_ROW = re.compile(r"^\| `(?P<file>[\w/-]+\.\w+)` \| (?P<language>\w\w) \| (?P<clean>yes|no) \|", re.MULTILINE)
TABLE = {match["file"]: match for match in _ROW.finditer((EXAMPLES / "README.md").read_text("utf-8"))}


@pytest.mark.parametrize("folder", folders(), ids=lambda path: path.name)
def test_an_example_draws_what_stands_beside_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for path, text in printed(folder).items():
        assert expected(path).read_text("utf-8") == text, f"{path.name}: run `python -m tests.examples write` if this is right"
        assert (text == CLEAN) == (TABLE[path.relative_to(EXAMPLES).as_posix()]["clean"] == "yes")


@pytest.mark.parametrize("profile", profiles())
def test_every_example_in_every_profile(profile: str) -> None:
    rules = choose(load(), profile)
    paths = [path for folder in folders() for path in files(folder)]
    texts = {path.relative_to(EXAMPLES).as_posix(): path.read_text("utf-8") for path in paths}
    result = lint_texts(texts, Settings(rules, TODAY, profile=profile))
    assert not result.crashed
    assert result.files == len(texts) > 20
    for found in result.findings:
        assert found.rule in rules
        for language in LANGUAGES:
            assert found.message(language)
            assert "{" not in found.message(language) + found.help(language)


def test_the_readme_lists_every_example() -> None:
    assert set(TABLE) == {path.relative_to(EXAMPLES).as_posix() for folder in folders() for path in files(folder)}


def test_there_are_enough_examples_in_every_language() -> None:
    languages = Counter(match["language"] for match in TABLE.values())
    assert set(languages) == {"en", "nb", "nn", "sv", "da"}
    assert min(languages.values()) >= 2
    assert languages.total() >= 12
