"""The review as one page of HTML that needs no other file, no network and, for the essentials, no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from smartlint.review.model import Review
from smartlint.review.page import (
    alignment,
    chosen,
    deadlines,
    goals,
    history,
    loads,
    overlaps,
    overview,
    qualities,
    rules,
    waivers,
)
from smartlint.review.page.markup import Markup, element
from smartlint.review.page.section import Section
from smartlint.review.page.view import View, joined

#: In the order in which they stand: first what needs attention, then what is looked up.
_SECTIONS = (
    overview.section,
    history.section,
    chosen.mended_first,
    qualities.section,
    chosen.exemplary,
    rules.section,
    goals.section,
    alignment.section,
    deadlines.section,
    loads.owners,
    loads.limits,
    overlaps.section,
    waivers.section,
)


def page(review: Review) -> Iterator[str]:
    """The page, piece by piece."""
    view = View(review)
    sections = [made for section in _SECTIONS if (made := section(view)) is not None]
    yield from _head(view)
    yield from _top(view, sections)
    for section in sections:
        yield section.drawn() + "\n"
    yield f"</main>\n{element('footer', element('p', _made(view)))}\n</body>\n</html>\n"


def _head(view: View) -> Iterator[str]:
    """Nothing but the style and the script that stand here may work in the page, whatever else should get into it."""
    style, script = (files(__name__).joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield f'<!doctype html>\n<html lang="{view.review.language}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
    yield element("title", _title(view)) + "\n"
    yield f"<style>{style}</style>\n<script>{script}</script>\n</head>\n<body>\n"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _title(view: View) -> str:
    return view.review.title or ": ".join((view.say("Review of goals"), ", ".join(_paths(view)))).removesuffix(": ")


def _paths(view: View) -> list[str]:
    """What was asked for, unless that is only "here"."""
    return [path for path in view.review.paths if path.strip("./")]


def _top(view: View, sections: Sequence[Section]) -> Iterator[Markup | str]:
    say, review = view.say, view.review
    yield element("a", say("To the contents"), href="#main", class_="skip")
    about = [
        view.names(_paths(view)),
        view.day(review.today),
        view.goals(review.summary.goals),
        view.files(review.summary.files),
    ]
    yield element(
        "header",
        element("h1", view.said(review.title) if review.title else say("Review of goals")),
        element("p", joined(about, " · ")),
    )
    links = [element("li", element("a", section.title, href=f"#{section.id}")) for section in sections]
    yield element("nav", element("ul", links), aria_label=say("Contents"))
    yield '<main id="main" tabindex="-1">\n'


def _made(view: View) -> str:
    review = view.review
    return view.say(
        "Made by smartlint {version}; judged as of {day}.", version=review.smartlint, day=view.spoken_day(review.today)
    )
