from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from time import time

import pytest
from pygls.uris import to_fs_path

from smartlint.lsp.pages import Pages
from smartlint.rule import Rule
from smartlint_rules.owned.missing_owner import MissingOwner
from smartlint_rules.time_bound.missing_deadline import MissingDeadline


def page(rule: type[Rule], language: str) -> str:
    return f"# {rule.code} {language}\n"


def opened(address: str | None) -> str:
    """What an editor shows of an address."""
    assert address is not None
    found = to_fs_path(address)
    assert found is not None
    return Path(found).read_text("utf-8")


def test_an_address_leads_to_the_page_of_a_rule_in_a_language(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "mål 😀", page)
    assert opened(pages.address(MissingOwner, "nb")) == "# OWN001 nb\n"
    assert opened(pages.address(MissingOwner, "sv")) == "# OWN001 sv\n"
    assert opened(pages.address(MissingDeadline, "nb")) == "# TIM001 nb\n"


def test_a_page_is_written_once(tmp_path: Path) -> None:
    made: list[str] = []

    def making(rule: type[Rule], language: str) -> str:
        made.append(language)
        return page(rule, language)

    pages = Pages(tmp_path, making)
    assert pages.address(MissingOwner, "nb") == pages.address(MissingOwner, "nb")
    assert made == ["nb"]


def test_another_text_has_another_address_and_the_old_one_stays(tmp_path: Path) -> None:
    old = Pages(tmp_path, page).address(MissingOwner, "nb")
    new = Pages(tmp_path, lambda rule, language: "another").address(MissingOwner, "nb")
    assert (opened(old), opened(new)) == ("# OWN001 nb\n", "another\n")


def test_a_page_that_was_cut_short_is_written_again(tmp_path: Path) -> None:
    Pages(tmp_path, page).address(MissingOwner, "nb")
    (place,) = (tmp_path / "pages" / "nb").iterdir()
    place.write_bytes(b"# OW")
    assert opened(Pages(tmp_path, page).address(MissingOwner, "nb")) == "# OWN001 nb\n"


def test_pages_that_are_gone_are_written_again_when_they_are_renewed(tmp_path: Path) -> None:
    pages = Pages(tmp_path, page)
    address = pages.address(MissingOwner, "nb")
    shutil.rmtree(tmp_path)
    pages.renew()
    assert opened(address) == "# OWN001 nb\n"


def test_without_a_folder_nothing_is_led_to() -> None:
    assert Pages(None, page).address(MissingOwner, "nb") is None


def test_what_cannot_be_written_is_not_led_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    pages = Pages(tmp_path / "file", page)
    assert pages.address(MissingOwner, "nb") is None
    pages.renew()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are read there, whatever their permissions")
def test_nothing_is_left_of_a_page_that_could_not_be_put_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "nb"
    pages = Pages(tmp_path, page)
    name = Path(str(to_fs_path(str(pages.address(MissingOwner, "nb"))))).name
    (folder / name).unlink()
    (folder / name / "in the way").mkdir(parents=True)
    assert Pages(tmp_path, page).address(MissingOwner, "nb") is None
    assert [one.name for one in folder.iterdir()] == [name]


def test_a_page_says_what_it_says_and_does_nothing(tmp_path: Path) -> None:
    pages = Pages(tmp_path, lambda rule, language: "# told\x1b[2J\n\u202eby \ud800\n")
    shown = opened(pages.address(MissingOwner, "en"))
    assert shown.splitlines() == ["# told␛[2J", "⟨U+202E⟩by ⟨U+D800⟩"]


def test_pages_that_nobody_has_led_to_for_long_go(tmp_path: Path) -> None:
    Pages(tmp_path, page).address(MissingOwner, "nb")
    (old,) = (tmp_path / "pages" / "nb").iterdir()
    os.utime(old, (0, time() - 100 * 24 * 3600))
    Pages(tmp_path, lambda rule, language: "another").address(MissingOwner, "nb")
    assert not old.exists()
