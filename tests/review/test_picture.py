"""The picture: well-formed, harmless, readable without seeing it, and not endless."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartlint.record import replace
from smartlint.review.graphs import Graph, graph
from smartlint.review.picture import picture
from smartlint.translation import LANGUAGES
from tests.review.organisation import HOSTILE, basis, hostile

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "defs", "marker", "path", "g", "rect", "text", "a"}


def drawn(texts: dict[str, str] | None = None, **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(picture(graph(basis(texts)), "en", **options))  # type: ignore[arg-type]


def tree(count: int) -> dict[str, str]:
    parts = "".join(f"  goal G{n}: Call {n} shops\n" for n in range(count))
    return {"a.goals": f"team: A\nstrategic goal S1: Win 90 shops\n{parts}"}


def test_every_goal_has_a_box_with_its_whole_sentence_and_every_link_a_line() -> None:
    picture = drawn()
    titles = [group.findtext(f"{SVG}title") for group in picture.iter(f"{SVG}g")]
    assert "S1: Raise the share of returning guests from 40 % to 55 % by 31 December 2026" in titles
    assert len(titles) == 5
    lines = [path.get("class") for path in picture.iter(f"{SVG}path") if path.get("class")]
    assert lines == ["link supports", "link supports"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_a_title_and_a_description_that_are_its_name(language: str) -> None:
    found = ElementTree.fromstring(picture(graph(basis()), language, prefix="tree"))
    assert found.get("role") == "img"
    names = {one.get("id"): one.text for one in found if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert (found.get("aria-labelledby") or "").split() == list(names)
    assert all(names.values())
    assert "5" in (names["tree-desc"] or "")


def test_whatever_people_have_written_is_text() -> None:
    found = drawn(hostile(), address=lambda goal: f"#{goal.statement}")
    assert {element.tag.removeprefix(SVG) for element in found.iter()} <= ALLOWED
    for element in found.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert (element.get("href") or "#").startswith("#")
    titles = " ".join(one.text or "" for one in found.iter(f"{SVG}title"))
    assert "<script>alert(1)</script>" in titles
    assert len(list(found.iter(f"{SVG}g"))) == 2 * len(HOSTILE)


ONE = graph(basis({"a.goals": "goal G1: Win 9\n"})).goals[0]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    ElementTree.fromstring(picture(Graph([replace(ONE, statement=text)], [], [text]), "en"))


def test_no_box_lies_on_another_and_all_lie_inside() -> None:
    found = drawn(tree(30))
    boxes = [tuple(int(box.get(side) or 0) for side in ("x", "y", "width", "height")) for box in found.iter(f"{SVG}rect")]
    assert len(boxes) == 31
    for number, (x, y, width, height) in enumerate(boxes):
        assert x + width <= int(found.get("width") or 0)
        assert y + height <= int(found.get("height") or 0)
        for other_x, other_y, *_ in boxes[:number]:
            assert abs(x - other_x) >= width or abs(y - other_y) >= height


def test_too_many_goals_are_left_out_and_that_is_said() -> None:
    found = drawn(tree(30), most=10)
    assert len(list(found.iter(f"{SVG}rect"))) == 10
    assert "21" in (found.findtext(f"{SVG}desc") or "")
    assert [text.text for text in found.iter(f"{SVG}text") if "below" in (text.text or "")] == ["+ 21 below"]


def test_the_same_goals_give_the_same_picture() -> None:
    assert picture(graph(basis()), "en") == picture(graph(basis()), "en")


def test_it_needs_no_other_file() -> None:
    found = drawn(hostile())
    assert {name for element in found.iter() for name in element.attrib if "href" in name or name == "src"} == set()
