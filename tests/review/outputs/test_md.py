"""The document in Markdown, as a reader of Markdown sees it."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from smartlint.record import replace
from smartlint.review.model import Fixed, Trend
from smartlint.review.outputs.md import write
from smartlint.translation import LANGUAGES, fill, translate
from tests.review.organisation import hostile, reviewed

COUNTS = {"run": 7, "new": 3, "fixed": 1, "known": 4}


def document(language: str = "en") -> str:
    return b"".join(write(reviewed(language=language), "")).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_what_a_meeting_needs(language: str) -> None:
    text = document(language)
    first, _, title, *_ = text.splitlines()
    assert first.startswith("<!--")  # what nobody sees
    assert title.startswith("# ")
    assert "2026-02-01" in title
    assert text.count("\n## ") >= 8
    assert "    goal G2: Better breakfast\n" in text


def test_goals_to_mend_stand_before_the_long_tables() -> None:
    text = document()
    titles = ("Overview", "Teams", "Goals to mend first", "Goals to learn from", "Findings")
    order = [text.index(f"\n## {title}\n") for title in titles]
    assert order == sorted(order)


def test_a_table_that_is_too_long_says_how_much_is_left_out() -> None:
    goals = "".join(f"goal G{n}: Better things\n" for n in range(40))
    text = b"".join(write(reviewed({"a.goals": f"team: A\n{goals}"}), "")).decode()
    assert "Rows that are not shown: " in text


def test_what_is_not_all_there_is_told() -> None:
    text = b"".join(write(replace(reviewed(), is_part=True, is_complete=False), "")).decode()
    assert "These are not all files of the project." in text
    assert "Not everything could be read or judged" in text


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not attrs or tag in ("code", "th", "td"), (tag, attrs)


def test_hostile_texts_are_no_markup() -> None:
    text = b"".join(write(reviewed(hostile()), "")).decode()
    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True, "linkify": True}).enable("table").render(text))
    assert tags.found <= {
        "h1",
        "h2",
        "h3",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "pre",
        "code",
        "ul",
        "li",
        "strong",
    }
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_new_and_what_is_mended(language: str) -> None:
    mended = Fixed("OWN001", "error", "a.goals", "G1", "Sell 9 cakes", "2026-01-01", False)
    trend = Trend((), 7, 3, 4, (mended,), (), 0)
    text = b"".join(write(replace(reviewed(language=language), trend=trend), "")).decode()
    said = fill(translate("Findings since run {run}: {new} new, {fixed} mended, {known} known", language), COUNTS, language)
    assert f"\n{said}\n" in text
    assert f"\n## {translate('Fixed', language)}\n" in text
    assert "| G1 | Sell 9 cakes | OWN001 |" in text
    assert said.partition("7")[0] not in document(language)
