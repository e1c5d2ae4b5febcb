from smartlint.linter import ConfigWarning as Warned
from smartlint.linter import Settings, lint_texts
from smartlint.source import Source, Span
from smartlint.testing import TODAY, check_metadata, check_page
from smartlint.translation import LANGUAGES
from smartlint_rules.housekeeping.config_warning import ConfigWarning
from smartlint_rules.owned.missing_owner import MissingOwner

FILE = Source('[lint]\nignore = ["MEA010"]\n', "smartlint.toml")


def test_a_warning_is_found_at_its_place_in_the_configuration() -> None:
    warnings = (Warned("`{ignore}` changes nothing", FILE, Span(7, 13)), Warned("`lint` is empty", FILE, Span(0, 6)))
    settings = Settings((ConfigWarning, MissingOwner), TODAY, warnings=warnings)
    result = lint_texts({"a.goals": "# smartlint: ignore-file[CFG001]\ngoal G1: Sign 12 customers\n"}, settings)
    found = [one for one in result.findings if one.rule is ConfigWarning]
    assert [(one.place.path, one.place.start, one.level) for one in found] == [
        (FILE.path, (1, 1), "warning"),
        (FILE.path, (2, 1), "warning"),
    ]
    assert result.sources[FILE.path] is FILE
    assert result.files == 1
    for language in LANGUAGES:
        assert found[1].message(language) == "`{ignore}` changes nothing"


def test_a_configuration_without_fault_is_no_finding() -> None:
    assert not lint_texts({"a.goals": ""}, Settings((ConfigWarning,), TODAY)).findings


def test_page() -> None:
    check_metadata(ConfigWarning)
    check_page(ConfigWarning)
