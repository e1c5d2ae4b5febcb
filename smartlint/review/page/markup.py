"""HTML and SVG: elements that make every text in them harmless.

What is no ``Markup`` is text: it is escaped, and what hides in it (controls, changes of direction) is made visible. So
nothing that people have written can become markup, whatever place it is put into.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from smartlint.reporters.visible import visible

#: Elements without an end tag.
_EMPTY = frozenset(("br", "hr", "input", "link", "meta"))
#: What could run, load or leave the page; the page needs none of it, so that no text can bring it in by mistake.
_ADDRESSES = frozenset(("action", "formaction", "src", "srcdoc", "style"))


class Markup(str):
    """A text that is markup already."""

    __slots__ = ()


Content: TypeAlias = "str | int | Iterable[Content] | None"


def element(name: str, /, *content: Content, **attributes: str | int | bool | None) -> Markup:
    """An element. Attributes that are None or False are left out; ``class_`` is ``class`` and ``aria_label`` ``aria-label``."""
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{opening}>" if name in _EMPTY else f"<{opening}>{markup(content)}</{name}>")


def markup(content: Content) -> Markup:
    """Texts and elements, one after another."""
    if isinstance(content, Markup):
        return content
    if isinstance(content, (str, int)):
        return Markup(_text(str(content)))
    return Markup("".join(map(markup, content)) if content is not None else "")


def _attribute(key: str, value: str | int | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if name in _ADDRESSES or name.startswith("on") or (name == "href" and not str(value).startswith("#")):
        raise ValueError(f"{name} has no place in the page")
    return f" {name}" if value is True else f' {name}="{_text(str(value))}"'


def _text(text: str) -> str:
    return escape(visible(text))
