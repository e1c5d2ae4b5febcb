from datetime import date

from smartlint.linter import Settings, Waiver, lint_texts
from smartlint.source import Source, Span
from smartlint.testing import check_metadata, check_page
from smartlint.translation import LANGUAGES
from smartlint_rules.housekeeping.expired_waiver import ExpiredWaiver
from smartlint_rules.owned.missing_owner import MissingOwner

FILE = Source('# for the board\n[[waiver]]\nrule = "OWN001"\n', "smartlint-waivers.toml")
WAIVER = Waiver("OWN001", "the post is vacant", "Amy Holt", FILE, Span(16, 26), "a.goals", expires=date(2026, 1, 31))


def test_it_is_found_where_it_stands_and_what_it_excused_is_found_again() -> None:
    settings = Settings((MissingOwner, ExpiredWaiver), date(2026, 2, 1), waivers=(WAIVER,))
    owner, expired = lint_texts({"a.goals": "mål 1: Sälja 40 presentkort\n"}, settings).findings
    assert (owner.rule, owner.place.path) == (MissingOwner, "a.goals")
    assert (expired.level, expired.place.path, expired.place.start) == ("error", FILE.path, (2, 1))
    assert expired.params == {"rule": "OWN001", "where": "a.goals", "expires": date(2026, 1, 31)}
    for language in LANGUAGES:
        assert "2026-01-31" in expired.message(language)
        assert expired.help(language)


def test_on_its_last_day_it_holds() -> None:
    settings = Settings((MissingOwner, ExpiredWaiver), date(2026, 1, 31), waivers=(WAIVER,))
    result = lint_texts({"a.goals": "mål 1: Sälja 40 presentkort\n"}, settings)
    assert result.findings == []
    assert [one.waiver for one in result.waived] == [WAIVER]


def test_it_is_found_though_its_file_was_not_checked() -> None:
    settings = Settings((MissingOwner, ExpiredWaiver), date(2026, 2, 1), waivers=(WAIVER,))
    assert [found.rule for found in lint_texts({}, settings).findings] == [ExpiredWaiver]


def test_page() -> None:
    check_metadata(ExpiredWaiver)
    check_page(ExpiredWaiver)
