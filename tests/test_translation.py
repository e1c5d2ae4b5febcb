"""How numbers, days and lists are shown, and in which language a message comes."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from smartlint.registry import load
from smartlint.translation import LANGUAGES, Term, fill, number, translate

NORDIC = [language for language in LANGUAGES if language != "en"]
PACKAGE = "smartlint_rules"
TITLES = [rule.title for rule in load()]


@pytest.mark.parametrize(
    ("value", "english", "nordic"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (10, "10", "10"),
        (100.0, "100", "100"),
        (2.5, "2.5", "2,5"),
        (-2.5, "-2.5", "-2,5"),
        (0.125, "0.125", "0,125"),
        (1 / 3, "0.3333", "0,3333"),
        (0.00001, "0", "0"),
        (-0.00001, "0", "0"),
        (999, "999", "999"),
        (1200, "1,200", "1\u00a0200"),
        (10_000, "10,000", "10\u00a0000"),
        (1234567.891, "1,234,567.891", "1\u00a0234\u00a0567,891"),
    ],
)
def test_a_number_is_written_as_in_the_language(value: float, english: str, nordic: str) -> None:
    assert number(value, "en") == english
    assert {language: number(value, language) for language in NORDIC} == dict.fromkeys(NORDIC, nordic)


@given(st.floats(-1e9, 1e9), st.sampled_from(LANGUAGES))
def test_a_number_says_its_value(value: float, language: str) -> None:
    shown = number(value, language)
    if language == "en":
        plain = shown.replace(",", "")
    else:
        plain = shown.replace("\u00a0", "").replace(",", ".")
    assert float(plain) == pytest.approx(value, abs=6e-5)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("value", "english", "nordic"),
    [
        (date(2026, 9, 30), "2026-09-30", "2026-09-30"),
        (1500.5, "1,500.5", "1\u00a0500,5"),
        ("S1", "S1", "S1"),
        ("{left}", "{left}", "{left}"),
        (("S1", "S2", "Salg/S3"), "S1, S2, Salg/S3", "S1, S2, Salg/S3"),
        ([2.5, date(2026, 7, 1), 3], "2.5, 2026-07-01, 3", "2,5, 2026-07-01, 3"),
        ((), "", ""),
        (True, "True", "True"),
        (None, "None", "None"),
    ],
)
def test_a_message_is_filled(language: str, value: Any, english: str, nordic: str) -> None:
    shown = english if language == "en" else nordic
    assert fill("{left}: {value}!", {"value": value, "left": "x"}, language) == f"x: {shown}!"


def test_a_parameter_that_no_text_names_is_left_out_and_one_that_is_missing_is_an_error() -> None:
    assert fill("{a}", {"a": 1, "b": 2}, "en") == "1"
    with pytest.raises(KeyError, match="'b'"):
        fill("{a} {b}", {"a": 1}, "en")


def test_a_text_without_parameters_is_left_as_it_is() -> None:
    assert fill("write {} here", {}, "nb") == "write {} here"


@pytest.mark.parametrize("language", NORDIC)
def test_texts_are_translated(language: str) -> None:
    shown = {text: translate(text, language, PACKAGE) for text in TITLES}
    assert [text for text, translated in shown.items() if text == translated or not translated] == []


def test_each_language_has_its_own_texts() -> None:
    shown = {language: [translate(text, language, PACKAGE) for text in TITLES] for language in LANGUAGES}
    assert len({tuple(texts) for texts in shown.values()}) == len(LANGUAGES)


@pytest.mark.parametrize("language", ["en", "fr", "", "xx_YY"])
def test_an_unknown_language_falls_back_to_english(language: str) -> None:
    assert [translate(text, language, PACKAGE) for text in TITLES] == TITLES
    text = translate("more than {count}", language)
    assert fill(text, {"count": 1500.5}, language) == "more than 1,500.5"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_a_translation_stays_english_and_an_empty_one_empty(language: str) -> None:
    assert translate("said by nobody", language) == "said by nobody"
    assert translate("said by nobody", language, PACKAGE)
    assert translate("said by nobody", language, "tests") == "said by nobody"
    assert translate("", language, PACKAGE) == ""


def translated(folder: Path, text: str, package: str) -> None:
    """Puts a Norwegian catalogue with one text into a folder."""
    catalogue = Catalog(locale="nb")
    catalogue.add("a goal", text)
    data = BytesIO()
    write_mo(data, catalogue)
    file = folder / "locale" / "nb" / "LC_MESSAGES" / f"{package}.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(data.getvalue())


@pytest.mark.parametrize("package", ["acme_named", "acme_nameless"])
def test_the_texts_of_a_plugin_stand_beside_it_and_not_in_the_current_folder(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / package
    translated(home, "et mål", package)
    translated(tmp_path / "here", "noe annet", package)
    if package == "acme_named":
        (home / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path / "here")
    assert translate("a goal", "nb", package) == "et mål"
    assert translate("a goal", "sv", package) == "a goal"


def test_a_text_in_a_text_is_translated_with_it() -> None:
    reason = Term("`{file}` cannot be read: {reason}", file="a.toml", reason=Term("the expression takes too many steps"))
    assert reason == "`a.toml` cannot be read: the expression takes too many steps"
    told = fill("{why}", {"why": reason}, "nb")
    assert told == fill(
        translate("`{file}` cannot be read: {reason}", "nb"),
        {"file": "a.toml", "reason": translate("the expression takes too many steps", "nb")},
        "nb",
    )
    assert told != reason
