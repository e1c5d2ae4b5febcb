"""A page as a browser without a script has it: its elements, and the text in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = {"br", "hr", "input", "link", "meta"}


@dataclass
class Element:
    """An element; ``text`` is all that stands in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str = "") -> Iterator[Element]:
        """It and the elements in it, those of a tag if one is given."""
        if tag in ("", self.tag):
            yield self
        for child in self.children:
            yield from child.all(tag)

    def by_id(self, id_: str) -> Element:
        return next(one for one in self.all() if one.attributes.get("id") == id_)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute of <{tag}> stands twice"
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in _EMPTY:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def parsed(text: str) -> Element:
    """Fails where an element is not closed, or closed by another's end."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    (root,) = parser.open
    return root
