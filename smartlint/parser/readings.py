"""What was understood of the last texts: one that stands elsewhere by now, as when somebody types, is not read again."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.language import prose
from smartlint.language.times import Anchor
from smartlint.reading import Hit, Hits, Reading, Text
from smartlint.record import NamedTuple
from smartlint.source import Span

#: So many are kept: as many as a goal with all that belongs to it has, and some more.
_MOST = 256


class _Read(NamedTuple):
    """The reading of a text where it stood first, and where it stood last."""

    start: int
    reading: Reading
    last_start: int
    last: Reading


_known: dict[tuple[object, ...], _Read] = {}


def read(text: Text, language: str, anchor: Anchor) -> Reading:
    """The reading of a piece of prose, as ``prose.read`` gives it."""
    key = (text.text, language, anchor.today, anchor.start, anchor.period, anchor.fiscal_start)
    known = _known.pop(key, None)
    if known is None:
        reading = prose.read(text, language, anchor)
        known = _Read(text.span.start, reading, text.span.start, reading)
        if len(_known) >= _MOST:
            _known.pop(next(iter(_known)), None)
    elif known.last_start != text.span.start:
        last = _moved(known.reading, text.span.start - known.start)
        known = _Read(known.start, known.reading, text.span.start, last)
    _known[key] = known
    return known.last


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
