"""What was understood of the last texts: one that stands elsewhere by now, as when somebody types, is not read again."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.language import prose
from smartlint.language.times import Anchor
from smartlint.reading import Hit, Hits, Reading, Text
from smartlint.source import Span

#: So many are kept: as many as a goal with all that belongs to it has, and some more.
_MOST = 256
_known: dict[tuple[object, ...], tuple[int, Reading]] = {}


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose, as ``prose.read`` gives it."""
    key = (text.text, language, anchor.today, anchor.start, anchor.period, anchor.fiscal_start)
    known = _known.pop(key, None)
    if known is None:
        known = text.span.start, prose.read(text, language, anchor)
        if len(_known) >= _MOST:
            _known.pop(next(iter(_known)), None)
    by = text.span.start - known[0]
    if by:
        known = text.span.start, _moved(known[1], by)
    _known[key] = known
    return known[1]


def _moved(reading: Reading, by: int) -> Reading:
    """A reading of the same text further down, or up."""

    def there(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    def those(hits: Sequence[Hit]) -> tuple[Hit, ...]:
        return tuple([hit._replace(span=there(hit.span)) for hit in hits])

    hits = reading.hits
    return reading._replace(
        quantities=tuple([one._replace(span=there(one.span)) for one in reading.quantities]),
        times=tuple([one._replace(span=there(one.span)) for one in reading.times]),
        hits=those(hits) if isinstance(hits, tuple) else Hits(lambda: those(hits)),
        means=tuple(map(there, reading.means)),
        vague=those(reading.vague),
        owners=tuple(map(there, reading.owners)),
        joint=there(reading.joint) if reading.joint is not None else None,
    )
