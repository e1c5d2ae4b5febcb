"""Tables for rules without code: from CSV as spreadsheets write it, JSON and TOML; rules see their days and numbers."""

from datetime import date
from pathlib import Path

import pytest

from smartlint.configuration.configurations import Configurations
from smartlint.linter import Linter

RULE = """\
[data]
table = "{file}"

[[rule]]
code = "ACM001"
name = "looked-up"
assert = "{expression}"
message = "not so"
"""


def mistakes(folder: Path, file: str, content: str | bytes) -> list[str]:
    (folder / "smartlint.toml").write_text(f'[data]\ntable = "{file}"\n', encoding="utf-8")
    (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    configurations = Configurations()
    configurations.of("x.goals")
    return [mistake.text("en") for mistake in configurations.mistakes]


@pytest.mark.parametrize(
    ("file", "content", "expression"),
    [
        ("t.csv", "name,owner\nchurn,Kari\nNPS,\n", "data.table.size() == 2 && data.table[1] == {'name': 'NPS', 'owner': ''}"),
        ("t.csv", "\ufeffname;owner\r\nchurn;Kari\r\n", "data.table[0].owner == 'Kari'"),
        ("t.tsv", "name\towner\nchurn\tKari\n", "data.table.exists(m, m.name == 'churn' && m.owner == 'Kari')"),
        ("t.csv", "name,owner\nchurn,Kari,extra\nNPS\n", "data.table.all(m, m.name != '')"),
        ("t.json", '{"limit": 12, "rate": 0.5, "open": true, "none": null}', "data.table.limit == 12 && data.table.rate < 1.0"),
        ("t.json", "[1, 2, 3]", "2 in data.table"),
        ("t.toml", "until = 2026-03-01\n", "data.table.until == date('2026-03-01') && today < data.table.until"),
        ("t.toml", "at = 2026-03-01T12:00:00Z\n", "data.table.at == timestamp('2026-03-01T12:00:00Z')"),
    ],
)
def test_what_rules_see(folder: Path, file: str, content: str, expression: str) -> None:
    (folder / "smartlint.toml").write_text(RULE.format(file=file, expression=expression), encoding="utf-8")
    (folder / file).write_text(content, encoding="utf-8", newline="")
    configurations = Configurations()
    linter = Linter(lambda path: configurations.settings(path, date(2026, 2, 1)))
    linter.check_text("goal G1: Win 10 customers\n", "x.goals")
    configurations.must_be_right()
    assert [found.message("en") for found in linter.finish().findings if found.rule.code == "ACM001"] == []


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("t.csv", "name\n" + "x" * 200_000, "`t.csv` cannot be read: field larger than field limit (131072)"),
        (
            "t.csv",
            b"name\n\xff\xfe\n",
            "`t.csv` cannot be read: 'utf-8' codec can't decode byte 0xff in position 5: invalid start byte",
        ),
        ("t.json", '{"a": }', "`t.json` cannot be read: Expecting value: line 1 column 7 (char 6)"),
        ("t.json", "[" * 100_000, "`t.json` cannot be read: maximum recursion depth exceeded"),
        ("t.json", "9" * 5_000, "`t.json` cannot be read: Exceeds the limit"),
        ("t.toml", "a = 1\na = 2\n", "`t.toml` cannot be read: Cannot overwrite a value"),
        ("t.xlsx", "", "`t.xlsx` ends in none of .csv, .tsv, .json, .toml"),
    ],
)
def test_what_is_wrong(folder: Path, file: str, content: str | bytes, said: str) -> None:
    (found,) = mistakes(folder, file, content)
    assert found.startswith(said)
