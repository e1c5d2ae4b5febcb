"""Checkstyle's XML."""

from xml.etree import ElementTree as ET

from tests.reporters.samples import Remark, Twofold, Unowned, finding, output, result


def test_a_file_holds_its_errors() -> None:
    hostile = {"here": '<a & "b">', "there": "\x00\ufffe\n##vso[x]"}
    given = result(
        finding(Unowned, "\n  ⟦goal⟧"),
        finding(Remark, "⟦goal⟧"),
        finding(Twofold, "⟦goal⟧", path="b&<c>.goals", params=hostile),
    )
    text = output("checkstyle", given)
    root = ET.fromstring(text)
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    assert [file.attrib["name"] for file in root] == ["a.goals", "b&<c>.goals"]
    assert [error.attrib for error in root[0]] == [
        {"line": "2", "column": "3", "severity": "error", "message": "no owner", "source": "smartlint.OWN901"},
        {
            "line": "1",
            "column": "1",
            "severity": "info",
            "message": "this could be said better",
            "source": "smartlint.REL903",
        },
    ]
    assert root[1][0].attrib["message"] == 'the target is <a & "b"> here and ␀⟨U+FFFE⟩␊##vso[x] there'
    assert "##vso[" not in text, "a log would take it for a command"


def test_nothing_found_is_an_empty_document() -> None:
    assert list(ET.fromstring(output("checkstyle", result()))) == []
