"""What was understood, held against the labels: of whole sentences, and of sets with one thing labelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from smartlint.language.inspection import inspect
from tests.accuracy.corpus import QUANTITY, TEMPORAL, Case, rows
from tests.accuracy.score import Classes, Table

#: The reference date of the sets.
TODAY = date(2026, 1, 15)
#: The roles of quantities and times that answer each label of a sentence.
QUANTITIES = {"target": ("target", "change", "bound_min", "bound_max"), "baseline": ("baseline",)}
TIMES = {"deadline": ("deadline", "period"), "recurrence": ("recurrence",)}
FLAGS = ("compound", "hedge", "means", "placeholder")
_UNITS = {"%": "percent", "pp": "percentage_point", "x": "times", "hour": "h", "second": "s", "minute": "min"}


class Comparison:
    """Collects the figures of a set of sentences, and what was missed."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.classes: dict[str, Classes] = {}
        self.misses: list[str] = []

    def add(self, case: Case) -> None:
        """Compares one sentence with whole labels."""
        seen = inspect(case.text, case.language, TODAY)
        labels = case.labels
        for name, spans in _found(seen).items():
            if name in labels:
                self._table(case, name, bool(spans), bool(labels[name]), [case.text[slice(*span)] for span in spans])
                if name != "vague" and spans:
                    self._spans(case, name, spans)
        for name in FLAGS:
            if labels.get(name) is not None:
                self._table(case, name, seen[name], labels[name], seen[name])
        if labels.get("owner") is not None:
            self._table(case, "owner", bool(seen["owners"]), labels["owner"], seen["owners"])
        for name in ("form", "measurable"):
            if labels.get(name) is not None:
                self._class(case, name, seen[name], labels[name])

    def _spans(self, case: Case, name: str, spans: list[tuple[int, int]]) -> None:
        """Of the labelled places, those that something found lies over."""
        for piece in case.labels[name]:
            start = case.text.find(piece)
            end = start + len(piece)
            hit = any(span[0] < end and start < span[1] for span in spans)
            self._table(case, "spans", hit, True, f"{name}: {piece}")

    def _table(self, case: Case, name: str, found: bool, labelled: bool, shown: Any) -> None:
        self.tables.setdefault(name, Table()).add(case.language, found, labelled)
        if found != labelled:
            kind = "false" if found else "missed"
            self.misses.append(f"{name:11} {kind:6} {case.id:9} {case.text}  ← {case.labels.get(name, '')} / {shown}")

    def _class(self, case: Case, name: str, found: str, labelled: str) -> None:
        self.classes.setdefault(name, Classes()).add(case.language, found, labelled)
        if found != labelled:
            self.misses.append(f"{name:11} {found:11} ≠ {labelled:11} {case.id:9} {case.text}")

    def share(self, name: str, language: str, right: bool, shown: str) -> None:
        """One answer of a set with one thing labelled."""
        self.classes.setdefault(name, Classes()).add(language, "right" if right else "wrong", "right")
        if not right:
            self.misses.append(f"{name:11} {shown}")


def _found(seen: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    found = {
        name: [tuple(one["span"]) for one in seen["quantities"] if one["role"] in roles] for name, roles in QUANTITIES.items()
    }
    for name, roles in TIMES.items():
        found[name] = [tuple(one["span"]) for one in seen["times"] if one["role"] in roles]
    found["vague"] = [tuple(one["span"]) for one in seen["vague"]]
    return found


def compare_temporal(comparison: Comparison, corpus: Path) -> None:
    """The time expressions: role with value, and the span."""
    for row in _rows(corpus, TEMPORAL):
        seen = inspect(row["text"], row["lang"], TODAY)["times"]
        hits = [one for one in seen if one["span"][0] < row["span"][1] and one["span"][1] > row["span"][0]]
        shown = f"{row['lang']} {row['text']} ← {row['expr']} {row['kind']} {row['due'] or row['lo'] or row['iso']} / {hits}"
        comparison.share("times", row["lang"], any(_is_time(one, row) for one in hits), shown)
        comparison.share("time spans", row["lang"], any(one["span"] == row["span"] for one in hits), shown)


def _is_time(one: dict[str, Any], row: dict[str, Any]) -> bool:
    kind = row["kind"]
    if kind == "recurrence":
        return bool(one["role"] == kind and one["iso"] == (row["iso"] or "").partition("/")[2].replace("P14D", "P2W"))
    if kind == "duration":
        return bool(one["role"] == kind and one["iso"] == row["iso"])
    if kind == "deadline":
        unfixed = one["end"] is None and row["due"] < row["lo"] < row["hi"]  # before a season: the sets have its eve
        return bool(one["role"] == kind and (unfixed or one["end"] == row["due"]))
    if kind == "start":
        return bool(one["role"] == "period" and one["start"] == row["lo"] and one["end"] is None)
    return bool(one["role"] == "period" and one["start"] == row["lo"] and one["end"] == row["hi"])


def compare_quantities(comparison: Comparison, corpus: Path) -> None:
    """The quantities: value with unit, and the span; a from–to pair is two of ours."""
    for row in _rows(corpus, QUANTITY):
        seen = inspect(row["text"], row["lang"], TODAY)["quantities"]
        hits = [one for one in seen if one["span"][0] < row["core"][1] and one["span"][1] > row["core"][0]]
        shown = f"{row['lang']} {row['text']} ← {row['core_text']} {row['value']} {row['unit']} / {hits}"
        comparison.share("quantities", row["lang"], _is_quantity(hits, row), shown)
        inside = bool(hits) and hits[0]["span"][0] >= row["span"][0] and hits[-1]["span"][1] <= row["span"][1] + 12
        comparison.share("quantity spans", row["lang"], inside, shown)


def _is_quantity(hits: list[dict[str, Any]], row: dict[str, Any]) -> bool:
    if not hits:
        return False
    first, last = hits[0], hits[-1]
    low, high = _ends(first["value"])[0], _ends(last["value"])[1]
    factor = 100 if last["unit"] == "percent" and row["unit"] in ("ratio", "x") else 1
    value, second = row["value"] * factor, (row["value2"] if row["value2"] is not None else row["value"]) * factor
    unit = "percent" if factor == 100 else _UNITS.get(row["unit"] or "", row["unit"] or "")
    same = unit in (last["unit"], last["unit"].lower()) or unit.split()[-1:] == last["unit"].split()[-1:]
    return abs(low - value) <= 1e-6 * max(1, abs(value)) and abs(high - second) <= 1e-6 * max(1, abs(second)) and same


def _ends(value: float | list[float]) -> tuple[float, float]:
    return (value[0], value[1]) if isinstance(value, list) else (value, value)


def compare_small(comparison: Comparison, corpus: Path) -> None:
    """Language of a sentence and of a document of three, lemmas, owners."""
    import random

    from smartlint.language.detect import detect

    known = rows(corpus / "nlp/langdet.jsonl")
    for row in known:
        found = detect(row["text"])
        comparison.share("language", row["lang"], found == row["lang"], f"{row['lang']} not {found}: {row['text']}")
    draw = random.Random(1)
    by_language: dict[str, list[str]] = {}
    for row in known:
        by_language.setdefault(row["lang"], []).append(row["text"])
    for language, texts in sorted(by_language.items()):
        for _ in range(150):
            text = "\n".join(draw.sample(texts, 3))
            found = detect(text)
            comparison.share("document", language, found == language, f"{language} not {found}: {text!r}")
    for row in rows(corpus / "nlp/lemma.jsonl"):
        words = inspect(row["form"], row["lang"], TODAY)["words"]
        lemma = words[0]["lemma"] if words else ""
        comparison.share("lemma", row["lang"], lemma == row["lemma"], f"{row['lang']} {row['form']}: {lemma} ≠ {row['lemma']}")
    for row in rows(corpus / "nlp/owner.jsonl"):
        owners = [one["text"] for one in inspect(row["text"], row["lang"], TODAY)["owners"]]
        comparison.share(
            "owners", row["lang"], owners == row["owners"], f"{row['lang']} {row['text']}: {owners} ≠ {row['owners']}"
        )


def _rows(corpus: Path, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for name in names:
        yield from rows(corpus / name)
