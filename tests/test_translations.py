"""Every text that a user reads is there in every language, and the compiled catalogues are what the sources say."""

import ast
import gettext
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from smartlint.registry import load, profiles
from tests import translations
from tests.frame import helps, sentences
from tests.translations import CATALOGUES, LANGUAGES, ROOT, catalogue_path, compiled, is_stale, po_files, read

#: The functions of the engine whose first arguments are English texts for the reader, and how many these are.
SAYING = {"translate": 1, "say": 1, "many": 2}
PO_FILES = [
    pytest.param(catalogue_path(domain, language), id=f"{domain}-{language}") for domain in CATALOGUES for language in LANGUAGES
]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A message's text in each of its plural forms."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a format string."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def entries(po: Path) -> list[Message]:
    """The messages of a catalogue without its header."""
    return [message for message in read(po) if message.id]


def strings(nodes: Iterable[ast.AST]) -> set[str]:
    """The string literals among the nodes of a program."""
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_there_is_no_catalogue_of_an_unknown_language_or_domain() -> None:
    assert set(po_files()) == {param.values[0] for param in PO_FILES}


@pytest.mark.parametrize("po", PO_FILES)
def test_the_compiled_catalogue_is_that_of_the_source(po: Path) -> None:
    assert not is_stale(po), "run: python -m tests.translations compile"


@pytest.mark.parametrize("po", PO_FILES)
def test_nothing_is_fuzzy_or_left_untranslated(po: Path) -> None:
    assert entries(po)
    assert [m.id for m in entries(po) if m.fuzzy or not all(text.strip() for text in forms(m.string))] == []


@pytest.mark.parametrize("po", PO_FILES)
def test_a_translation_has_the_placeholders_of_its_original(po: Path) -> None:
    wrong = [
        (message.id, text)
        for message in entries(po)
        for text in forms(message.string)
        if placeholders(text) not in {placeholders(original) for original in forms(message.id)}
    ]
    assert wrong == []


@pytest.mark.parametrize("domain", CATALOGUES)
def test_the_languages_have_the_same_messages(domain: str) -> None:
    known = {language: {m.id for m in entries(catalogue_path(domain, language))} for language in LANGUAGES}
    every = set().union(*known.values())
    assert {language: every - ids for language, ids in known.items() if every - ids} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_of_the_rules_has_every_text_of_every_rule_and_no_other(language: str) -> None:
    tables = [table for rule in load() for table in (rule.messages, rule.helps, rule.patterns)]
    texts = {text for rule in load() for text in (rule.title, rule.passes_as) if text}
    texts |= {text for table in tables for text in table.values()}
    texts |= {option.help for rule in load() for option in rule.options}
    texts |= {text for profile in profiles().values() for text in (profile.title, profile.description)}
    known = {message.id for message in entries(catalogue_path("smartlint_rules", language))}
    assert texts
    assert sorted(texts - known) == [], "not in the catalogue"
    assert sorted(known - texts) == [], "in the catalogue, and no rule says it any more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_of_the_frame_has_what_the_engine_says_and_no_other(language: str) -> None:
    nodes = [node for path in (ROOT / "smartlint").rglob("*.py") for node in ast.walk(ast.parse(path.read_bytes()))]
    calls = [(call, getattr(call.func, "id", getattr(call.func, "attr", ""))) for call in nodes if isinstance(call, ast.Call)]
    said = strings(text for call, name in calls for text in call.args[: SAYING.get(name, 0)])
    known = {text for message in entries(catalogue_path("smartlint", language)) for text in forms(message.id)}
    assert said
    assert sorted(said - known) == [], "not in the catalogue"
    assert sorted(known - strings(nodes) - helps().keys() - sentences()) == [], "in the catalogue, and not in the code"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_of_the_frame_has_the_help_of_every_command_and_the_sentences_of_click(language: str) -> None:
    known = {text for message in entries(catalogue_path("smartlint", language)) for text in forms(message.id)}
    missing = [f"{command}: {text}" for text, command in helps().items() if text not in known]
    assert missing == [], "help that is not in the catalogue"
    assert sorted(sentences() - known) == [], "sentences of click that are not in the catalogue"


SOURCE = """
msgid ""
msgstr ""
"Language: nb\\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"

msgid "The goal has no {thing}."
msgstr "Målet mangler {thing}."

#, fuzzy
msgid "guessed"
msgstr "gjettet"

msgid "{count} goal"
msgid_plural "{count} goals"
msgstr[0] "{count} mål"
msgstr[1] "{count} måler"
"""


@pytest.fixture
def po_of_nb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    po = tmp_path / "nb" / "LC_MESSAGES" / "smartlint.po"
    po.parent.mkdir(parents=True)
    po.write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "CATALOGUES", {"smartlint": tmp_path})
    return po


def test_a_compiled_catalogue_is_read_by_gettext_and_leaves_out_the_fuzzy(po_of_nb: Path) -> None:
    catalogue = gettext.GNUTranslations(BytesIO(compiled(po_of_nb)))
    assert catalogue.gettext("The goal has no {thing}.") == "Målet mangler {thing}."
    assert catalogue.gettext("guessed") == "guessed"
    assert catalogue.ngettext("{count} goal", "{count} goals", 2) == "{count} måler"


def test_a_compiled_catalogue_holds_no_date(po_of_nb: Path) -> None:
    before = compiled(po_of_nb)
    po_of_nb.write_text(SOURCE.replace("2020-01-01", "2026-02-02"), encoding="utf-8")
    assert compiled(po_of_nb) == before
    assert b"Date" not in before


def test_check_names_what_is_stale_and_compile_mends_it(po_of_nb: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["check"]) == 1
    assert capsys.readouterr().out == f"{Path('nb', 'LC_MESSAGES', 'smartlint.mo')}\n"
    assert translations.main(["compile"]) == 0
    assert translations.main(["check"]) == 0
    po_of_nb.write_text(SOURCE.replace("Målet", "Dette målet"), encoding="utf-8")
    assert translations.main(["check"]) == 1


def test_an_unknown_command_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["mend"]) == 2
    assert "compile" in capsys.readouterr().err
