"""Texts in Markdown."""

from __future__ import annotations

import re

from smartlint.reporters.visible import visible

#: What Markdown, HTML and GitHub take for more than text: addresses, formulas and `:names:` of pictures as well.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$]|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)


def as_text(text: str) -> str:
    """A text, in its visible form, that is taken for nothing but text, and that calls nobody by ``@name``."""
    return _SIGNS.sub(r"\\\g<0>", visible(text)).replace("@", "@<!-- -->")
