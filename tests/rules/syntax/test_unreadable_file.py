from collections.abc import Mapping
from typing import Any

import pytest

from smartlint.linter import Linter, Settings
from smartlint.testing import TODAY, check_metadata, check_page, lint
from smartlint_rules.syntax.unreadable_file import UnreadableFile

LANGUAGES = ("en", "nb", "nn", "sv", "da")


@pytest.mark.parametrize(
    ("variant", "data"),
    [
        ("utf-16", {}),
        ("utf-32", {}),
        ("binary", {"at": 17}),
        ("encoding", {"at": 17}),
        ("too-large", {"size": 70.5, "limit": 64}),
        ("too-long", {"limit": 900}),
        ("format", {"format": "YAML", "reason": "a tab"}),
        ("package", {"format": "YAML", "package": "ruamel.yaml", "extra": "yaml"}),
        ("not-a-file", {}),
        ("outside", {}),
        ("old-office", {}),
        ("locked", {}),
        ("broken-package", {"reason": "Bad CRC-32"}),
        ("no-package", {}),
        ("other-format", {"format": "PDF"}),
        ("other-package", {}),
        ("unpacked", {"limit": 48}),
        ("pieces", {"limit": 900}),
        ("missing", {}),
        ("permission", {}),
        ("unreadable", {"reason": "Input/output error"}),
    ],
)
def test_each_reason_is_told_in_every_language(variant: str, data: Mapping[str, Any]) -> None:
    linter = Linter(Settings((UnreadableFile,), TODAY))
    linter.check_unreadable("plan.goals", variant, data)
    (finding,) = linter.finish().findings
    assert (finding.rule.code, finding.level, finding.place.path) == ("SYN009", "error", "plan.goals")
    for language in LANGUAGES:
        assert "{" not in finding.message(language) + finding.help(language)
    for value in data.values():
        assert str(value) in finding.message("en")


def test_every_message_is_a_reason() -> None:
    check_metadata(UnreadableFile)
    assert set(UnreadableFile.messages) - set(UnreadableFile.helps) == {"unreadable"}


@pytest.mark.parametrize(
    "text",
    [
        "goal: Sign 12 new customers by 30 June 2026\n",
        "mål: Øke salget av brød fra 140 til 180\n",
        "mål: Auke talet på medlemer frå 410 til 480\n",
        "mål: Sälja 40 presentkort åt gången\n",
        "mål: Sænke ventetiden i døren\n",
        "",
    ],
)
def test_text_is_readable(text: str) -> None:
    assert not lint(text, UnreadableFile).findings


def test_no_suppression_hides_it() -> None:
    assert UnreadableFile.always


def test_page() -> None:
    check_page(UnreadableFile)
