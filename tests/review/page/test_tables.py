"""Tables: the first column names the row, and a long one is folded."""

from smartlint.review.page.tables import Cell, Column, table
from smartlint.review.page.view import View
from tests.review.organisation import reviewed
from tests.review.page.parsed import parsed

VIEW = View(reviewed())


def test_a_table_has_headings_for_columns_and_rows() -> None:
    made = parsed(table(VIEW, "t", "Teams", [Column("Team"), Column("Goals", is_number=True)], [["<A>", Cell("1,200", 1200)]]))
    assert [(one.text, one.attributes["scope"]) for one in made.all("th")] == [
        ("Team", "col"),
        ("Goals", "col"),
        ("<A>", "row"),
    ]
    (cell,) = made.all("td")
    assert (cell.text, cell.attributes) == ("1,200", {"data-key": "1200", "class": "number"})
    assert not list(made.all("button"))


def test_the_rest_of_a_long_one_is_shown_by_a_button() -> None:
    made = parsed(table(VIEW, "t", "Numbers", [Column("Number")], [[str(number)] for number in range(40)]))
    (button,) = made.all("button")
    assert (button.text, button.attributes["aria-controls"]) == ("Show all 40", "t")
    assert [one.attributes.get("class") for one in made.all("tr")].count("more") == 15
