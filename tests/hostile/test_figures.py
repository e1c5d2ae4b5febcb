"""Numbers and days that nobody means: whatever stands where one is asked for, no rule fails and nothing is stopped."""

from __future__ import annotations

import json

import pytest

from smartlint.converting import converted
from smartlint.readers import read_document
from tests.hostile.judging import TODAY, judged

_DIGITS = "9" * 400
FIGURES = (
    *(
        "9" * 5000,
        _DIGITS,
        f"-{_DIGITS}",
        f"{_DIGITS},{_DIGITS}",
        f"{_DIGITS}.5",
        f"{_DIGITS} %",
        "1e999999999",
        "0x" + "f" * 5000,
    ),
    *("NaN", ".inf", "-inf", "²", "٣٤٥", "-0", "1/0", "1,2,3,4,5", "1.2.3.4.5", "9" * 30 + " million"),
    *("9999-12-31", "0001-01-01", "0000-00-00", "99999999999-12-31", "2026-02-30", "31.12.99999999999", "W54 2026", "Q9 2026"),
    *(f"in {_DIGITS} days", f"every {_DIGITS} weeks", "within 99999999999 years", "99:99", "2026-06-30T99:99:99+99:99"),
)
_FIELDS = ("baseline", "target", "change", "deadline", "start", "review", "confidence", "period")


def _goals(figure: str) -> str:
    fields = "".join(f"  {name}: {figure}\n" for name in _FIELDS)
    return (
        f"goal A: Raise sales by {figure} from {figure} to {figure} by {figure}\n{fields}  milestones:\n    - {figure}: bake\n"
    )


def _markdown(figure: str) -> str:
    return f"# Goals {figure}\n\n- Sell {figure} cakes by {figure}\n  - Target: {figure}\n  - Deadline: {figure}\n"


def _yaml(figure: str) -> str:
    return f"goals:\n  - goal: Sell {figure} cakes\n" + "".join(f"    {name}: {figure}\n" for name in _FIELDS)


def _json(figure: str) -> str:
    return json.dumps({"goals": [{"goal": f"Sell {figure} cakes", **dict.fromkeys(_FIELDS, figure)}]})


def _bare(figure: str) -> str:
    return '{"goals": [{"goal": "Sell cakes", "target": %s, "baseline": %s, "deadline": %s}]}' % ((figure,) * 3)


def _toml(figure: str) -> str:
    return f"[[goals]]\ngoal = 'Sell cakes'\ntarget = {figure}\ndeadline = {figure}\n"


def _csv(figure: str) -> str:
    return f"Goal,Owner,Target,Baseline,Deadline\nSell {figure} cakes,Bo,{figure},{figure},{figure}\n"


WAYS = {
    "x.goals": _goals,
    "x.md": _markdown,
    "x.yaml": _yaml,
    "x.json": _json,
    "bare.json": _bare,
    "x.toml": _toml,
    "x.csv": _csv,
}


@pytest.mark.parametrize("path", WAYS)
def test_no_figure_stops_anything(path: str) -> None:
    for figure in FIGURES:
        text = WAYS[path](figure)
        judged(text, path)
        document = read_document(text, path, today=TODAY)
        if document.goals:
            converted(document)
