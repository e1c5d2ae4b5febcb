"""Elements, and texts that cannot become any."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smartlint.reporters.visible import visible
from smartlint.review.page.markup import Markup, element, markup
from tests.review.organisation import HOSTILE
from tests.review.page.parsed import parsed


def test_an_element_has_its_attributes_and_what_stands_in_it() -> None:
    made = element(
        "td", "a < b", element("b", 3), None, ["c", "d"], class_="number", data_key=0, hidden=True, id=None, open=False
    )
    assert made == '<td class="number" data-key="0" hidden>a &lt; b<b>3</b>cd</td>'
    assert element("input", type="search") == '<input type="search">'


def test_what_is_markup_already_stays() -> None:
    assert markup([element("i", "x"), Markup("<br>"), "<br>"]) == "<i>x</i><br>&lt;br&gt;"


@given(st.text())
@example("".join(HOSTILE))
def test_a_text_stays_one_wherever_it_stands(text: str) -> None:
    (found,) = parsed(element("p", text, title=text)).children
    assert (found.tag, found.children) == ("p", [])
    assert found.text == visible(text)
    assert found.attributes == {"title": visible(text)}


@pytest.mark.parametrize("name", ["onclick", "style", "src", "srcdoc", "formaction"])
def test_what_could_run_or_load_something_has_no_place(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        element("a", "x", **{name: "x"})


@pytest.mark.parametrize("address", ["https://example.com", "javascript:alert(1)", "//example.com", "page.html", ""])
def test_links_lead_to_places_in_the_page_alone(address: str) -> None:
    with pytest.raises(ValueError, match="href"):
        element("a", "x", href=address)
    assert element("a", "x", href="#g1") == '<a href="#g1">x</a>'
