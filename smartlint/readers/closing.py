"""Lines of text that say that no goals follow in the list below them."""

from __future__ import annotations

from smartlint.readers.blocks import Block
from smartlint.readers.clauses import is_watched, wants
from smartlint.readers.words import is_aside, is_aside_item, is_past, kind_in, opens_goals

#: A line of more words that holds a goal word is a sentence about something else.
_LEAD_IN = 14
#: What tells of the past does so in few words, and a name has fewer.
_LEADING, _NAME = 4, 3


def is_closed(block: Block, text: str, language: str, *, listed: bool) -> bool:
    """A lead-in or a line above a list that says that no goals follow."""
    if text.endswith("?") and wants(text):  # ``What do you want to achieve in 2027?``
        return False
    kind = kind_in(text, language)
    if listed and kind is None and block.bold and is_watched(text) and not opens_goals(text):  # ``**Figures we only follow**``
        return True
    if text.endswith(":") or not listed or len(text.split()) > _LEAD_IN:
        is_title = block.bold and len(block.parts) == 1 and text[-1:].isalnum() and len(text.split()) <= _LEAD_IN
        return (text.endswith(":") or is_title) and is_aside(text)
    if is_past(text) and kind is None and (block.bold or text.endswith("?") or len(text.split()) <= _LEADING):
        return True
    named = is_name(block, text) or (text[-1:].isalnum() and is_aside_item(text))
    return is_aside(text) and (block.bold or kind is not None or named)


def is_name(block: Block, text: str) -> bool:
    """A line of few words that ends like the name of something: ``Initiatives``."""
    return len(block.parts) == 1 and len(text.split()) <= _NAME and text[-1:].isalnum() and ":" not in text
