"""What was understood of one goal's sentence, as plain data: what ``smartlint inspect`` shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from smartlint.language.detect import detect
from smartlint.language.pack import load
from smartlint.language.prose import read
from smartlint.language.times import Anchor
from smartlint.language.tokens import Line
from smartlint.reading import Hit, Quantity, Text, TimeRef
from smartlint.source import Span

#: What the roles of a word are called as its tags; the others serve to find numbers and times.
_TAGS = {
    "vague_verb": "vague-verb",
    "vague_qualifier": "vague-qualifier",
    "comparative": "comparative",
    "superlative": "superlative",
    "weasel": "weasel",
    "open_list": "open-list",
    "hedge_verb": "hedge",
    "escape": "escape",
    "deliver": "deliver",
    "activity": "activity",
    "increase": "increase",
    "decrease": "decrease",
    "keep": "keep",
    "vague_time": "vague-time",
    "noun": "noun",
    "unit": "unit",
}


def inspect(text: str, language: str, today: date) -> dict[str, Any]:
    """What was understood of a sentence; spans are ``[start, end)`` in code points, days ISO, both ends inclusive.

    ``language`` "" means: found out from the sentence.
    """
    language = language or detect(text)
    reading = read(Text(text, Span(0, len(text))), language, Anchor(today))
    return {
        "text": text,
        "language": language,
        "form": reading.form or "topic",
        "measurable": reading.measurable,
        "compound": reading.compound,
        "hedge": reading.hedge,
        "means": bool(reading.means),
        "placeholder": bool(reading.of("placeholder", "redaction")),
        "owners": [{"span": list(span), "text": text[span.start : span.end]} for span in reading.owners],
        "vague": [_hit(hit) for hit in reading.vague],
        "words": _words(Line(text, load(language))),
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "times": [_time(time) for time in reading.times],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {"span": list(hit.span), "text": hit.text, "lemma": hit.lemma, "kind": _TAGS.get(hit.kind, hit.kind)}


def _words(line: Line) -> list[dict[str, Any]]:
    found = []
    for token, start in zip(line.tokens, line.starts, strict=True):
        if token.kind == "word":
            tags = [name for role, name in _TAGS.items() if role in token.roles]
            lemma = next((str(token.roles[role]) for role in _TAGS if token.roles.get(role)), token.low)
            found.append({"span": [start, start + len(token.text)], "text": token.text, "lemma": lemma, "tags": tags})
    return found


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "span": list(quantity.span),
        "text": quantity.text,
        "value": [quantity.low, quantity.high] if quantity.is_range else quantity.value,
        "unit": quantity.unit,
        "per": quantity.per,
        "role": quantity.role,
        "approximate": quantity.approximate,
        "ambiguous": quantity.ambiguous,
    }


def _time(time: TimeRef) -> dict[str, Any]:
    return {
        "span": list(time.span),
        "text": time.text,
        "role": time.role,
        "start": time.start.isoformat() if time.start else None,
        "end": time.end.isoformat() if time.end and not time.unfixed else None,
        "iso": time.iso or None,
    }
