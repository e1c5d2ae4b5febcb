"""A part of the page, with its place in the contents."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from smartlint.record import dataclass
from smartlint.review.page.markup import Content, Markup, element


@dataclass(frozen=True)
class Section:
    """``id`` is what links lead to; ``lead`` says in a sentence or two what is seen here."""

    id: str
    title: str
    lead: Content
    content: Content

    def drawn(self) -> Markup:
        lead = element("p", self.lead, class_="lead") if self.lead else None
        head = element("h2", self.title, id=f"{self.id}-title")
        return element("section", head, lead, self.content, id=self.id, aria_labelledby=f"{self.id}-title")


def figures(shown: Sequence[tuple[str, str, Content]]) -> Markup:
    """Figures side by side, each with its class, its title and its value."""
    items = [element("div", element("dt", title), element("dd", value), class_=name) for name, title, value in shown]
    return element("dl", items, class_="figures")


def filtered(text: Content, **wanted: str | int) -> Markup:
    """A link to the list of goals, which shows what is wanted there: ``filtered("3 errors", level="error")``."""
    return element("a", text, href="#goals", data_filter=urlencode(wanted))
