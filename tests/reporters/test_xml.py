"""Texts in XML."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from smartlint.reporters.visible import visible
from smartlint.reporters.xml import HEAD, tag, text


@given(st.text(st.one_of(st.sampled_from("<>&\"'#\x00\n\t\ufffe]"), st.characters())), st.text())
def test_whatever_a_text_is_it_is_read_again_in_its_visible_form(value: str, content: str) -> None:
    document = f"{HEAD}<{tag('a', name=value, line=3)}>{text(content)}</a>"
    root = ET.fromstring(document.encode("utf-8"))
    assert root.attrib == {"name": visible(value), "line": "3"}
    assert (root.text or "") == visible(content)
    assert "##" not in document
