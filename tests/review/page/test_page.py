"""The whole page: whole by itself, well made, and harmless whatever people have written."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.record import replace
from smartlint.reporters.visible import visible
from smartlint.review.model import Review
from smartlint.review.page import page
from smartlint.translation import LANGUAGES
from tests.review.organisation import HOSTILE, TEXTS, hostile, reviewed
from tests.review.page.parsed import Element, parsed
from tests.review.page.samples import compared, samples

#: What the page is made of; nothing in it runs but the script in its head, and nothing loads.
TAGS = {
    *("html", "head", "meta", "title", "link", "style", "script", "body", "header", "nav", "main", "section", "footer"),
    *(
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "div",
        "span",
        "a",
        "b",
        "bdi",
        "code",
        "em",
        "small",
        "strong",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "time", "details", "summary", "figure", "figcaption"),
    *("form", "label", "input", "select", "option", "button"),
    *("svg", "g", "rect", "line", "path", "polyline", "circle", "text", "desc", "defs", "marker"),
}
#: What stands around a text that is read from the right, and around what a message quotes.
AROUND = {"bdi", "code"}
SAMPLES = samples()


def drawn(review: Review) -> Element:
    return parsed("".join(page(review)))


@pytest.fixture(scope="module", params=SAMPLES)
def whole(request: pytest.FixtureRequest) -> Element:
    return drawn(SAMPLES[request.param])


def test_it_is_made_of_harmless_elements(whole: Element) -> None:
    assert {one.tag for one in whole.all()} - {""} <= TAGS
    for one in whole.all():
        assert not [name for name in one.attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")]
        assert one.attributes.get("href", "#").startswith("#") or one.attributes["href"] == "data:,"


def test_only_its_own_style_and_script_may_work_in_it(whole: Element) -> None:
    (policy,) = (one.attributes["content"] for one in whole.all("meta") if "http-equiv" in one.attributes)
    for tag in ("style", "script"):
        (one,) = whole.all(tag)
        assert f"{tag}-src 'sha256-{b64encode(sha256(one.text.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_every_link_and_label_leads_to_one_place(whole: Element) -> None:
    ids = [one.attributes["id"] for one in whole.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in whole.all():
        for name in ("aria-labelledby", "aria-controls", "for"):
            assert set(one.attributes.get(name, "").split()) <= set(ids), one
        address = one.attributes.get("href", "#")
        assert address in ("#", "data:,") or address[1:] in ids


def test_headings_skip_no_level_and_every_section_stands_in_the_contents(whole: Element) -> None:
    levels = [int(one.tag[1]) for one in whole.all() if re.fullmatch("h[1-6]", one.tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    (contents,) = whole.all("nav")
    assert [f"#{one.attributes['id']}" for one in whole.all("section")] == [one.attributes["href"] for one in contents.all("a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_in_which_language_it_is(language: str) -> None:
    (html,) = drawn(reviewed(language=language)).all("html")
    assert html.attributes["lang"] == language


def test_what_people_wrote_in_another_language_says_in_which() -> None:
    goals = drawn(reviewed()).by_id("goal-list")
    said = {one.text: one.attributes.get("lang") for one in goals.all("bdi")}
    assert said["Bedre stemning"] == "da"
    assert "Better breakfast" not in said


def test_its_title_is_what_was_asked_for() -> None:
    whole = drawn(replace(reviewed(), title="Goals of <Tandem>"))
    assert [next(whole.all(tag)).text for tag in ("title", "h1")] == ["Goals of <Tandem>"] * 2


def test_every_goal_and_finding_is_there_without_a_script() -> None:
    for review in SAMPLES.values():
        goals = drawn(review).by_id("goal-list")
        assert {one.attributes["id"] for one in goals.children if "id" in one.attributes} == {
            f"g{one.number}" for one in review.goals
        }
        for one in (*review.findings, *review.excused):
            assert visible(one.message).replace("`", "")[:500] in goals.text.replace("`", "")


def test_whatever_people_have_written_is_text() -> None:
    whole = drawn(reviewed(hostile()))
    for text in HOSTILE:
        assert visible(" ".join(text.split())) in whole.text
    (script,) = whole.all("script")
    assert "alert" not in script.text


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1))
def test_no_text_changes_what_the_page_is_made_of(text: str) -> None:
    review = compared(reviewed())
    plain, changed = ([tag for tag in tags(drawn(_with(review, one))) if tag not in AROUND] for one in ("x", text))
    assert changed == plain


def tags(whole: Element) -> list[str]:
    return [one.tag for one in whole.all()]


def _with(review: Review, text: str) -> Review:
    """A review with a text in every place that people write into."""
    goals = tuple(replace(one, id=text, name=text, statement=text, owners=(text,), file=text) for one in review.goals)
    findings = tuple(replace(one, message=text.replace("`", "'"), help="", file=text, policy="") for one in review.findings)
    teams = tuple(replace(one, name=text) for one in review.teams)
    shown = tuple(replace(one, text="") for one in review.mended_first)
    return replace(
        review, goals=goals, findings=findings, teams=teams, mended_first=shown, exemplary=(), notices=(text,), links=()
    )


def test_an_endless_text_is_cut() -> None:
    endless = TEXTS["kitchen.goals"].replace("Better breakfast", "Better breakfast " * 20_000)
    endless = endless.replace("Omar Reyes", "Omar " * 20_000).replace("Kitchen", "Kitchen " * 20_000)
    assert len("".join(page(reviewed({"kitchen.goals": endless})))) < 200_000


def test_without_anything_it_says_so() -> None:
    whole = drawn(reviewed({"empty.goals": ""}))
    for said in (
        "There is no open goal here.",
        "Nothing is to be mended.",
        "No open goal has an owner.",
        "There are no waivers.",
    ):
        assert said in whole.text


def test_a_history_is_told_where_there_is_one() -> None:
    ids = {name: {one.attributes["id"] for one in drawn(SAMPLES[name]).all("section")} for name in ("usual", "compared")}
    assert ids["compared"] - ids["usual"] == {"history"}
    assert "A better bar" in drawn(SAMPLES["compared"]).by_id("history").text
