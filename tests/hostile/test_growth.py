"""What is nested, repeated or defined again and again takes no longer than its length says: four times for four times."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from tests.hostile.judging import judged

#: A text four times as long may take so much longer; where time grows with the square it would be sixteen times.
_MOST = 9
_TRIES = 3

Maker = Callable[[int], str]


def _lines(line: Callable[[int], str], first: str = "") -> Maker:
    return lambda size: first + "".join(line(number) for number in range(size))


def _repeated(before: str, piece: str, after: str = "") -> Maker:
    return lambda size: before + piece * size + after


def _around(before: str, left: str, right: str, after: str = "\n") -> Maker:
    return lambda size: before + left * size + right * size + after


#: By what is in it: the ending of the file, the text of a size, and the size that is tried first.
GROWING: dict[str, tuple[str, Maker, int]] = {
    "goals in goals": (".goals", _lines(lambda n: f"{'  ' * n}goal G{n}: Sell {n} cakes a day by 30 June 2026\n"), 40),
    "actions in actions": (".goals", _lines(lambda n: f"{'  ' * n}  - bake {n}\n", "goal A: Sell 9 cakes\n"), 100),
    "goals that support one another": (".goals", _lines(lambda n: f"goal G{n}: Sell {n}\n  supports: G{n + 1}\n"), 40),
    "lines without anything": (".goals", _repeated("", "\r\n\n"), 10_000),
    "brackets": (".goals", _around("goal: Sell ", "(", ")"), 1000),
    "months": (".goals", _repeated("goal: Sell cakes in ", "June "), 400),
    "names": (".goals", _repeated("goal: Sell 4 cakes\n  owner: ", "Amy Holt, "), 300),
    "suppressions": (".goals", _repeated("goal: a # smartlint: ignore[", "SPC001, ", "]\n"), 400),
    "items in items": (".md", _lines(lambda n: f"{'  ' * n}- Sell {n} cakes a day\n", "# Goals\n"), 60),
    "quotes in quotes": (".md", _lines(lambda n: f"{'>' * n} a\n", "# Goals\n"), 60),
    "links that do not end": (".md", _repeated("# Goals\n- ", "[a]("), 300),
    "emphasis that does not end": (".md", _repeated("# Goals\n- ", "**a *b "), 400),
    "columns": (".md", lambda n: "# Goals\n" + "|Goal" * n + "|\n" + "|--" * n + "|\n" + "|Sell 9" * n + "|\n", 20),
    "tags that do not end": (".md", _repeated("# Goals\n- ", "<a "), 500),
    "anchors of anchors": (
        ".yaml",
        lambda n: (
            "x0: &a0 [{goal: Sell 9 cakes}]\n"
            + "".join(f"x{i}: &a{i} [{f'*a{i - 1}, ' * 9}]\n" for i in range(1, n))
            + f"goals: *a{n - 1}\n"
        ),
        20,
    ),
    "maps that take in maps": (
        ".yaml",
        lambda n: (
            "a0: &a0 {k0: 1}\n" + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, n)) + "goals: *a0\n"
        ),
        40,
    ),
    "one long text again and again": (
        ".yaml",
        lambda n: "a: &a " + "sell cakes " * 50 + "\ngoals: [" + "*a, " * n + "]\n",
        50,
    ),
    "many documents": (".yaml", _repeated("", "---\ngoals: [sell]\n"), 60),
    "escapes": (".json", _repeated('{"goals": ["', "\\u0041", '"]}'), 2000),
    "tables": (".toml", _lines(lambda n: f"[a{n}]\ngoal = 'Sell'\n"), 60),
    "a quote that does not end": (".csv", _repeated('Goal,Owner\n"Sell', ",a\n"), 500),
    "empty columns": (".csv", lambda n: ("," * n + "\n") * 2 + "Goal,Owner\nSell 9,Bo\n", 1500),
}
#: What many words, numbers or names in one text are compared with one another for: lines of one sentence, or of one field.
_PIECES = {
    **{
        f"a sentence of {piece!r}": piece
        for piece in ("from 4 to 6 % ", "every week ", "TBD ", "[x] ", "4 of 5 ", "fra 4 til 6 % ")
    },
    **{f"a sentence of {piece!r}": piece for piece in ("more ", "@amy ", "99999 ", "✅ ", "5 to 7 ", "50 % of customers ")},
}
_OF_A_SENTENCE = {
    "sentence": (".goals", "goal: Sell\n", "  {}\n"),
    "item": (".md", "# Goals\n\n- Sell\n", "  {}\n"),
    "cell": (".csv", 'Goal,Owner\n"Sell ', "{}\n"),
    "field": (".goals", "goal: Sell 4 cakes\n  metric: cakes\n", "    {}\n"),
    "step": (".goals", "goal: Sell 4 cakes\n  how:\n    - bake\n", "      {}\n"),
}
for _name, _piece in _PIECES.items():
    for _where, (_ending, _before, _line) in _OF_A_SENTENCE.items():
        if _where == "sentence" or _piece in ("from 4 to 6 % ", "@amy "):
            _text = _repeated(_before, _line.format(_piece * 9), '",Bo\n' if _ending == ".csv" else "")
            GROWING[f"{_name}, {_where}"] = (_ending, _text, 60)
GROWING |= {
    "digits": (".goals", _repeated("goal: Sell ", "9"), 4500),
    "links": (".goals", lambda n: "goal: Sell 4\n  supports: " + ", ".join(f"G{i}" for i in range(n)) + "\n", 500),
    "edits of YAML": (".yaml", _lines(lambda n: f"  - goal: Sell more of {n} cakes\n    owner: Bo\n", "goals:\n"), 60),
    "edits of JSON": (".json", lambda n: '{"goals":[' + ",\n".join(f'{{"goal":"Sell more {i}"}}' for i in range(n)) + "]}", 60),
    "keys of TOML": (".toml", _lines(lambda n: f"[[goals]]\ngoal = 'Sell more'\na.b{n}.c = {n}\n"), 60),
}
#: What is refused, whatever its size, by its ending.
REFUSED = {
    "lists in lists of YAML": (".yaml", _around("goals: ", "[", "]")),
    "dashes in dashes": (".yaml", _repeated("", "- ", "a\n")),
    "maps in maps of YAML": (".yaml", _lines(lambda n: " " * n + "goals:\n")),
    "lists in lists of JSON": (".json", _around("", "[", "]")),
    "maps in maps of JSON": (".json", _around("", '{"goals":[', "]}")),
    "lists in lists of TOML": (".toml", _around("goals = ", "[", "]")),
    "maps in maps of TOML": (".toml", _around("goals = ", "{a=", "}")),
    "names in names of TOML": (".toml", _repeated("goals", ".a", " = 1\n")),
}


@pytest.mark.parametrize("kind", GROWING)
def test_time_grows_as_the_text_does(kind: str) -> None:
    ending, make, size = GROWING[kind]
    judged(make(2), f"x{ending}")
    ratios = []
    for _ in range(_TRIES):  # what else the machine does can only make one longer
        ratios.append(_seconds(make(4 * size), ending) / _seconds(make(size), ending))
        if ratios[-1] < _MOST:
            return
    pytest.fail(f"four times as much takes {min(ratios):.1f} times as long")


def _seconds(text: str, ending: str) -> float:
    start = process_time()
    judged(text, f"x{ending}")
    return process_time() - start


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_nested_too_deeply_is_refused(kind: str) -> None:
    ending, make = REFUSED[kind]
    for size in (300, 3000):
        assert "SYN009" in {found.rule.code for found in judged(make(size), f"x{ending}").findings}


@pytest.mark.parametrize("ending", [".goals", ".md", ".csv", ".yaml", ".json"])
@pytest.mark.parametrize("sign", ["a", "("])
def test_a_line_without_end_is_no_trouble(sign: str, ending: str) -> None:
    before, after = {".yaml": ("goals:\n  - '", "'\n"), ".json": ('{"goals": ["', '"]}')}.get(ending, ("goal: Sell ", "\n"))
    assert len(judged(before + sign * 20_001 + after, f"x{ending}").findings) < 100


@pytest.mark.parametrize(
    "text", ["goal: Sell " + "a" * 10_000_000, "# a\n" * 1_000_000, "\r\n" * 1_000_000], ids=["line", "words", "lines"]
)
def test_a_file_of_megabytes_is_no_trouble(text: str) -> None:
    start = process_time()
    assert len(judged(text, "x.goals").findings) == 1
    assert process_time() - start < 30


def test_of_an_endless_sentence_the_beginning_is_understood_and_that_is_said() -> None:
    for text, path in (
        ("goal: Sell\n" + "  more cakes\n" * 4000, "x.goals"),
        ("# Goals\n\n- Sell\n" + "  more cakes\n" * 4000, "x.md"),
    ):
        (found,) = [one for one in judged(text, path).findings if one.message_id == "long-text"]
        assert "4,000" in found.message("en") or "4000" in found.message("en")
