"""Reviews that smartlint has written are told from what people write."""

from pathlib import Path

import pytest

from smartlint.own_reviews import is_own_review
from smartlint.review.outputs import output
from smartlint.translation import LANGUAGES
from tests.review.organisation import reviewed

DOCUMENTS = ("md", "json", "csv", "xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", DOCUMENTS)
def test_a_review_is_known_in_each_form(tmp_path: Path, language: str, ending: str) -> None:
    path = tmp_path / f"review.{ending}"
    for table in ("", "findings"):
        path.write_bytes(b"".join(output(ending).write(reviewed(language=language), table)))
        assert is_own_review(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# Goals\n\n- Sign 9 clients\n"),
        ("a.md", "# Goals\n\n<!-- smartlint review -->\n"),
        ("a.json", '{\n"goals": ["Sign 9 clients"],\n"smartlint": "x"\n}'),
        ("a.json", "["),
        ("a.csv", "Goal,Owner,Deadline\nSign 9 clients,Amy Holt,2027-01-31\n"),
        ("a.xlsx", "no workbook"),
        ("a.yaml", "<!-- smartlint review -->\n"),
        ("a.md", ""),
    ],
)
def test_what_people_write_is_none(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert not is_own_review(path)
    assert not is_own_review(tmp_path / f"missing-{name}")
