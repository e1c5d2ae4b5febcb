"""The document in Markdown, as a reader of Markdown sees it."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from smartlint.record import replace
from smartlint.review.outputs.md import write
from smartlint.translation import LANGUAGES
from tests.review.organisation import hostile, reviewed


def document(language: str = "en") -> str:
    return b"".join(write(reviewed(language=language), "")).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_what_a_meeting_needs(language: str) -> None:
    text = document(language)
    assert text.startswith("# ")
    assert "2026-02-01" in text.splitlines()[0]
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
