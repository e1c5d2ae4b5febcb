"""How is written what stands behind the sentence of a goal: names, fields, outcomes."""

from __future__ import annotations

import re
from itertools import islice

from smartlint.readers.signs import BLANKS

BEHIND = re.compile(rf"(?<!{BLANKS}){BLANKS}*(?:\((?P<round>[^()]{{1,80}})\)|\[(?P<square>[^\[\]]{{1,60}})\]){BLANKS}*[.,;]?$")
HANDLES = re.compile(
    rf"(?<!{BLANKS})(?:{BLANKS}+[–—-])?{BLANKS}+(?P<value>@[A-ZÆØÅÄÖ][^\W\d_]+{BLANKS}[A-ZÆØÅÄÖ][^\W\d_]+"
    rf"|@[\w.-]+(?:(?:,{BLANKS}*|{BLANKS}+(?:(?:and|og|och|&){BLANKS}+)?)@[\w.-]+){{0,5}})$"
)
FIELD_BEHIND = re.compile(
    rf"(?:[.,;]|{BLANKS}[–—-]){BLANKS}+(?P<name>[^\W\d_]+(?:{BLANKS}[^\W\d_]+){{0,2}}):{BLANKS}+(?P<value>[^.:;,]{{1,40}}?)\.?$"
)
OWNER_BEHIND = re.compile(rf"{BLANKS}+(?P<name>[A-ZÆØÅÄÖ][^\W\d_]{{3,}}):{BLANKS}+(?P<value>[^.:;,]{{1,40}}?)\.?$")
#: A field in brackets without a colon: ``(owner Kim)``, ``(due 1 June)``.
UNPARTED = re.compile(rf"{BLANKS}*(?P<name>[^\W\d_]+){BLANKS}+(?P<value>[^,;:]+)$")
DASHED = re.compile(rf"(?<!{BLANKS}){BLANKS}+[–—-]{BLANKS}+(?P<value>[^\W\d_]+(?:[ \t\u00a0-][^\W\d_]+){{0,2}})$")
#: As letters are signed: ``… within a day /Kim``, ``… /Kim + Bo``, ``… /?``.
SLASHED = re.compile(
    rf"(?<!{BLANKS}){BLANKS}+/{BLANKS}?(?P<value>\?|[A-ZÆØÅÄÖ][^\W\d_]+(?:{BLANKS}[^\W\d_&+]+|{BLANKS}[&+]{BLANKS}[^\W\d_]+){{0,2}})$"
)
#: A name behind a comma at the end: ``… rewritten by 1 April, Sofie``.
COMMA = re.compile(rf",{BLANKS}+(?P<value>[A-ZÆØÅÄÖ][^\W\d_]+)\.?$")
#: Names behind a full stop or a figure: ``… down to 8 %. Mette``, ``… for all 46. Hege and Joakim.``
STOPPED = re.compile(
    rf"(?:(?<=[^\W\d_]{{3}})|(?<=[\d%)]))[.!]{BLANKS}+(?P<value>[A-ZÆØÅÄÖ][^\W\d_]+(?:(?:{BLANKS}(?:and|og|och|&|\+))?{BLANKS}[A-ZÆØÅÄÖ][^\W\d_]+){{0,2}})\.?$"
)
#: What may be a name with a time behind a dash, or a clause behind a comma.
SIGNED_BEHIND = re.compile(
    rf"(?:(?<!{BLANKS}){BLANKS}+(?P<sign>[–—-])|,|(?<=[^\W\d_]{{2}})\.){BLANKS}+(?P<value>[^\W\d_][^–—:()]{{2,60}}?)\.?$"
)
_SEVERAL = 2
#: The name alone, as goals are signed: ``– Wen``, ``– Creative``.
SIGNED = re.compile(rf"[–—-]{BLANKS}+[A-ZÆØÅÄÖ][^\W\d_]+(?:{BLANKS}[A-ZÆØÅÄÖ][^\W\d_]+)?{BLANKS}*$", re.MULTILINE)
#: What stands in a column of its own, in text that is set as a table.
COLUMN_BEHIND = re.compile(
    rf"(?<!{BLANKS}){BLANKS}{{3,}}(?P<value>[^\W\d_]+(?:(?:{BLANKS}|{BLANKS}?/{BLANKS}?)[^\W\d_]+){{0,2}})$"
)
INITIALS = re.compile(r"[A-ZÆØÅÄÖ]{2,4}(?:[ /]+[A-ZÆØÅÄÖ]{2,4})*$")
PRIORITY = re.compile(r"P[0-3]", re.IGNORECASE)
PRIORITY_BEHIND = re.compile(rf"(?<!{BLANKS}){BLANKS}+(?P<value>P[0-3])$")
OUTCOME = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]*={1,2}>[ \t\u00a0]*(?P<value>.*)$", re.DOTALL)
ATTRIBUTE = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]*(?P<name>[^\W\d][^:,;]{0,30}):[ \t\u00a0]*(?P<value>[^,;]+)")
PIECE = re.compile(r"(?<=[,;([])[^,:;]+(?=[,;]|$)")
SCORE = re.compile(r"(\d{1,2})(?:[.,]\d)?[ \u00a0]*/[ \u00a0]*10$")
#: ``-> Kim``: an arrow leads to an owner or to what became of it; between two figures it is part of the sentence.
ARROW = re.compile(rf"(?<!{BLANKS}){BLANKS}*(?:[-–—]{{1,2}}>|→){BLANKS}*(?P<value>[^→>]{{1,60}})$")
#: A few words behind a person in brackets: ``… (Kim), too dear``, ``… (Kim) – 13 today``.
AFTER_PERSON = re.compile(
    rf"(?<!{BLANKS}){BLANKS}*\((?P<round>[^()]{{1,40}})\)"
    rf"(?:,(?={BLANKS}+[^\d]+$)|{BLANKS}+(?P<sign>[–—-])|(?P<stop>\.)){BLANKS}+(?P<value>[^().]{{1,60}}?)[.!]*$"
)
#: The name alone, as goals are signed in brackets: ``… (Wen)``.
BRACKETED = re.compile(rf"\([A-ZÆØÅÄÖ][^\W\d_]+(?:{BLANKS}[A-ZÆØÅÄÖ][^\W\d_]+)?\)[.;]?{BLANKS}*$", re.MULTILINE)
#: In italics, of which blanks are left: ``…  done in June, hurrah``.
ITALIC = re.compile(rf"(?<!{BLANKS}){BLANKS}{{2,3}}(?P<value>[^\W\d_][^().]{{1,60}})$")


def are_bracketed(text: str) -> bool:
    """Whether several lines end with a name in brackets."""
    return len(list(islice(BRACKETED.finditer(text), _SEVERAL))) == _SEVERAL


def are_signed(text: str) -> bool:
    """Whether several lines end with a dash and a name."""
    return len(list(islice(SIGNED.finditer(text), _SEVERAL))) == _SEVERAL
