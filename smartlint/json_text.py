"""JSON for programs that people look at as well: what would move, colour or reorder a terminal stands in it as an escape.

The values are the same: whoever reads it gets each text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from json import dumps

from smartlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

#: Controls, directions of writing, signs that nobody sees; joiners belong to what is seen.
#: Half of a pair is left to whoever writes the text.
_UNSEEN = (
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
#: What a log of a CI service takes for a command wherever it stands; in JSON it only occurs in a text.
_COMMAND = "##"


def json_text(value: Any, indent: int | None = None, default: Callable[[Any], Any] | None = None) -> str:
    """A value as JSON in which no terminal and no log finds a command."""
    text = dumps(value, ensure_ascii=False, indent=indent, default=default).replace(_COMMAND, "#\\u0023")
    return text if text.isascii() and "\x7f" not in text else re.sub(_UNSEEN, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return dumps(found[0])[1:-1]
