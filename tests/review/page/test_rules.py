"""What was found, rule by rule."""

from smartlint.record import replace
from smartlint.review.page import rules
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import parsed

REVIEW = reviewed()


def test_a_rule_has_its_title_its_quality_and_its_counts() -> None:
    section = parsed(rules.section(View(REVIEW)).drawn())
    first = next(next(section.all("tbody")).all("tr"))
    rule = REVIEW.rules[0]
    assert next(first.all("th")).text == f"{rule.code} {rule.title}"
    counts = [str(one) for one in (rule.counts.errors, rule.counts.warnings, rule.counts.infos)]
    assert [one.text for one in first.all("td")][1:4] == counts
    assert next(first.all("a")).attributes["data-filter"] == f"rule={rule.code}"


def test_where_nothing_was_found_it_says_so() -> None:
    assert "Nothing was found." in rules.section(View(replace(REVIEW, rules=()))).drawn()
