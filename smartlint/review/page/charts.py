"""Charts as SVG without style: their colours are those of the page, and what they show stands in words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.review.page.markup import Markup, element

_WIDTH, _HEIGHT, _GAP = 240, 12, 2


def drawing(width: int, height: int, *content: Markup, label: str = "", class_: str = "", stretches: bool = False) -> Markup:
    """A picture; without a label it is only seen, because words beside it say the same."""
    told = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return element(
        "svg",
        content,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        preserveAspectRatio="none" if stretches else None,
        class_=class_ or None,
        focusable="false",
        **told,
    )


def stacked(parts: Sequence[tuple[str, int, str]]) -> Markup:
    """A bar of parts, each with its class, its count and its name; every part that there is can be seen."""
    there = [part for part in parts if part[1]]
    whole = sum(count for _, count, _ in there)
    room = _WIDTH - _GAP * max(0, len(there) - 1)
    drawn, x = [], 0.0
    for name, count, _ in there:
        width = max(3.0, room * count / whole)
        drawn.append(_bar(name, x, width))
        x += width + _GAP
    label = ", ".join(f"{said}: {count}" for _, count, said in there)
    return drawing(round(max(x - _GAP, _WIDTH)), _HEIGHT, *drawn, label=label, class_="bar", stretches=True)


def against(count: int, limit: int | None, warn: int | None, largest: int, name: str) -> Markup:
    """A bar as long as a count, with a mark at each limit; ``largest`` is what reaches to the right end."""
    unit = (_WIDTH - 4) / max(largest, 1)
    drawn = [_bar("ground", 0, _WIDTH), _bar(name, 0, max(3.0, min(unit * count, _WIDTH)))]
    for class_, at in (("warn", warn), ("limit", limit)):
        if at is not None:
            x = round(unit * at, 1)
            drawn.append(element("line", x1=str(x), x2=str(x), y1=-2, y2=_HEIGHT + 2, class_=f"mark {class_}"))
    return drawing(_WIDTH, _HEIGHT, *drawn, class_="bar")


def _bar(name: str, x: float, width: float) -> Markup:
    return element("rect", x=f"{x:.1f}", y=0, width=f"{width:.1f}", height=_HEIGHT, rx=2, class_=f"part {name}")
