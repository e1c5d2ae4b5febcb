"""What stands before a goal's sentence, as patterns: boxes, priorities, units, brackets."""

from __future__ import annotations

import re

BOX = re.compile(r"(?:\[(?P<mark>[ xX✓✔/-]?)\]|[□▢◻])(?:[ \t\u00a0]+|$)")
PRIORITY = re.compile(r"[\[(]?(?P<value>P[0-3])[\])]?(?:[ \t\u00a0]*[:–—-])?[ \t\u00a0]+", re.IGNORECASE)
WORD_BEFORE = re.compile(
    r"(?P<value>[^\W\d_][^\W\d]{1,15})[ \t\u00a0]*(?:goal|mål)?[ \t\u00a0]*[:–—][ \t\u00a0]+", re.IGNORECASE
)
UNIT_BEFORE = re.compile(
    r"(?P<value>[^\W\d_a-z][^\W\d_]+(?:(?:-| ?[&/+] ?| )[^\W\d_]+){0,3}):[ \t\u00a0]+(?=[^\W_].*[^\W\d_]{3})"
)
BRACKETS = re.compile(r"\[(?P<value>[^\[\]]{1,60})\][ \t\u00a0]*:?[ \t\u00a0]*")
