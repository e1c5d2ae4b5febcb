"""Labelled sentences: the project's own (`tests/corpus/`) and, where given, a folder of others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN = Path(__file__).resolve().parents[1] / "corpus"
#: Sets of whole labelled sentences, and sets with one thing labelled, in a corpus folder.
SENTENCES = ("real_dev.jsonl", "written_nb.jsonl", "written_sv.jsonl", "written_da.jsonl")
TEMPORAL = ("nlp/temporal.jsonl", "nlp/temporal_blind.jsonl", "nlp/temporal_blind2.jsonl")
QUANTITY = ("nlp/quantity.jsonl", "nlp/quantity_blind.jsonl", "nlp/quantity_blind2.jsonl")


@dataclass(frozen=True)
class Case:
    """A sentence with its language and labels; ``set`` is the file it stands in."""

    id: str
    language: str
    text: str
    labels: dict[str, Any]
    set: str


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a set; an absent set is empty."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def sentences(corpus: Path | None) -> Iterator[Case]:
    """The sentences with whole labels."""
    paths = sorted(OWN.glob("*.jsonl")) if corpus is None else [corpus / name for name in SENTENCES]
    for path in paths:
        for row in rows(path):
            yield Case(row["id"], row["lang"], row["text"], row["labels"], path.stem)
