"""Tables whose columns can be sorted, whose first column names the row, and of which the rest is folded when it is long."""

from __future__ import annotations

from collections.abc import Sequence

from smartlint.record import dataclass
from smartlint.review.page.markup import Content, Markup, element
from smartlint.review.page.view import View

#: So many rows are shown at once.
_SHOWN = 25


@dataclass(frozen=True)
class Column:
    """A column by its title; ``is_number`` is set to the right, and sorted from the largest on."""

    title: Content
    is_number: bool = False
    class_: str | None = None


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and what it is sorted by where that is something else."""

    content: Content
    key: str | int | None = None
    class_: str | None = None


Row = Sequence["Cell | Content"]


def table(view: View, id_: str, caption: Content, columns: Sequence[Column], rows: Sequence[Row]) -> Markup:
    """A table, with a button that shows the rest of a long one."""
    head = element("tr", [_head(column) for column in columns])
    body = [_row(columns, row, is_more=at >= _SHOWN) for at, row in enumerate(rows)]
    whole = element(
        "table",
        element("caption", element("span", caption), id=f"{id_}-caption"),
        element("thead", head),
        element("tbody", body),
        class_="sortable" if len(rows) > 1 else None,
        id=id_,
    )
    scroll = element("div", whole, class_="scroll", role="group", aria_labelledby=f"{id_}-caption")
    if len(rows) <= _SHOWN:
        return scroll
    text = view.say("Show all {count}", count=len(rows))
    button = element("button", text, type="button", class_="unfold", aria_controls=id_)
    return Markup(scroll + element("p", button, class_="script"))


def _head(column: Column) -> Markup:
    class_ = " ".join(name for name in ("number" if column.is_number else "", column.class_) if name)
    return element("th", column.title, scope="col", class_=class_ or None)


def _row(columns: Sequence[Column], row: Row, *, is_more: bool) -> Markup:
    cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
    first, *others = (_cell(at, column, cell) for at, (column, cell) in enumerate(zip(columns, cells, strict=True)))
    return element("tr", first, others, class_="more" if is_more else None)


def _cell(at: int, column: Column, cell: Cell) -> Markup:
    class_ = " ".join(name for name in ("number" if column.is_number else "", cell.class_) if name) or None
    if at == 0:
        return element("th", cell.content, scope="row", data_key=cell.key, class_=class_)
    return element("td", cell.content, data_key=cell.key, class_=class_)
