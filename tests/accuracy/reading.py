"""The read column: findings that a reader judges right or wrong, who sees the goal and the rule's page but not its code."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from smartlint.goal import Document, Goal
from smartlint.linter import Finding, Settings, lint_texts
from smartlint.parser import parse
from smartlint.registry import load
from smartlint.testing import page
from tests.accuracy.corpus import rows
from tests.accuracy.materials import Material, materials

VERDICTS = Path(__file__).parent / "verdicts.jsonl"
#: So many findings of a rule are drawn to be judged, and must be judged before a rule counts as measured.
ENOUGH = 30
SEED = "1"


@dataclass(frozen=True)
class Drawn:
    """A finding to be judged: its hash, its rule, where it comes from, and what the reader sees of it."""

    hash: str
    code: str
    source: str
    language: str
    finding: Finding
    files: Mapping[str, str] = field(hash=False)

    def shown(self) -> dict[str, Any]:
        """The line that a reader gets; ``verdict`` is for ``right`` or ``wrong``."""
        finding, parts = self.finding, page(self.finding.rule)
        return {
            "hash": self.hash,
            "code": self.code,
            "source": self.source,
            "rule": f"{finding.rule.name}: {finding.rule.title}",
            "page": " ".join(f"{parts[''].strip()} {parts['What it finds']}".split()),
            "level": finding.level,
            "message": finding.message("en"),
            "help": finding.help("en"),
            "text": _marked(self.files, finding),
            "verdict": "",
            "note": "",
        }


def _marked(files: Mapping[str, str], finding: Finding) -> str:
    """The files with the flagged place in ``⟦⟧`` and what belongs to it in ``⟨⟩``; a long file only around the goal."""
    shown = []
    for path, text in files.items():
        places = [place for place in (finding.place, *finding.related) if place.path == path]
        if not places:
            continue
        for place in sorted(places, key=lambda place: -place.span.start):
            first, last = "⟦⟧" if place is finding.place else "⟨⟩"
            start, end = place.span
            text = f"{text[:start]}{first}{text[start:end]}{last}{text[end:]}"
        shown.append(f"# {path}\n{text}" if len(files) > 1 else text)
    return "\n".join(shown)


def hits(corpus: Path | None) -> Iterator[Drawn]:
    """Every finding of every rule over all materials, once each; with no corpus, over those of the project alone."""
    rules = load()
    seen = set()
    for material in materials(corpus):
        result = lint_texts(material.files, Settings(rules, material.today, profile="all"))
        documents: dict[str, Document] = {}
        for finding in result.findings:
            about_context = finding.place.span.start < material.start
            other = material.codes and finding.rule.code not in material.codes
            if finding.rule.code == material.code or finding.rule.always or about_context or other:
                continue
            drawn = _drawn(material, finding, documents)
            if drawn.hash not in seen:
                seen.add(drawn.hash)
                yield drawn


def _drawn(material: Material, finding: Finding, documents: dict[str, Document]) -> Drawn:
    place, text = finding.place, material.files[finding.place.path]
    if place.path not in documents:
        documents[place.path] = parse(text, place.path, today=material.today)
    goal = _goal(documents[place.path], finding)
    whole = text[slice(*goal.span)] if goal else text
    return Drawn(
        fingerprint(finding.rule.code, whole, text[slice(*place.span)]),
        finding.rule.code,
        material.source,
        goal.language if goal else finding.language,
        finding,
        material.files,
    )


def _goal(document: Document, finding: Finding) -> Goal | None:
    """The goal of a finding; of several with its path (an ID that is given twice) the one that it stands in."""
    same = [goal for goal in document.all_goals if goal.path == finding.goal]
    return next((goal for goal in same if goal.span.contains(finding.place.span)), same[0] if same else None)


def fingerprint(code: str, goal: str, flagged: str) -> str:
    """What a verdict is kept by: the rule, the goal's text and the flagged text, without regard to blanks."""
    key = "\0".join((code, " ".join(goal.split()), " ".join(flagged.split())))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def draw(found: Iterable[Drawn], known: Iterable[str] = ()) -> list[Drawn]:
    """Of each rule every finding, or as many as are enough, drawn by seed; those that are judged already are left out.

    The draw goes by the hash with the seed, so that it stays the same when others come or go. The examples of rule pages
    are half goals, so they only fill up.
    """
    by_code: dict[str, list[Drawn]] = defaultdict(list)
    for one in found:
        by_code[one.code].append(one)
    judged = set(known)
    return [one for _, group in sorted(by_code.items()) for one in sorted(group, key=_order)[:ENOUGH] if one.hash not in judged]


def _order(one: Drawn) -> tuple[bool, bytes]:
    return one.source == "pages", blake2b((SEED + one.hash).encode()).digest()


def write_draw(path: Path, corpus: Path | None) -> int:
    """Writes the findings that are still to be judged; returns how many."""
    lines = [json.dumps(one.shown(), ensure_ascii=False) for one in draw(hits(corpus), verdicts())]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return len(lines)


def verdicts() -> dict[str, dict[str, str]]:
    """The verdicts by hash."""
    return {row["hash"]: row for row in rows(VERDICTS)}


def judge(path: Path) -> tuple[int, int]:
    """Takes in the judged lines of a file; returns how many, and how many are not judged. No text is kept but the note."""
    kept, lines = verdicts(), rows(path)
    judged = [row for row in lines if row.get("verdict")]
    for row in judged:
        if row["verdict"] not in ("right", "wrong"):
            raise ValueError(f"{row['hash']}: neither right nor wrong: {row['verdict']!r}")
        kept[row["hash"]] = {name: row.get(name, "") for name in ("hash", "code", "source", "verdict", "note")}
    save(kept.values())
    return len(judged), len(lines) - len(judged)


def save(kept: Iterable[Mapping[str, str]]) -> None:
    lines = sorted((row["code"], row["hash"], json.dumps(row, ensure_ascii=False)) for row in kept)
    VERDICTS.write_text("".join(f"{line}\n" for _, _, line in lines), "utf-8")


@dataclass(frozen=True)
class Read:
    """How many findings of a rule there are, how many are judged, and how many of those are right."""

    hits: int = 0
    judged: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.judged if self.judged else 1.0


def read(corpus: Path | None) -> dict[str, Read]:
    """The verdicts on findings that there still are, by code.

    Without the corpus nobody can tell which of its findings there still are, so the verdicts on them stand.
    """
    found = list(hits(corpus))
    now = {one.hash for one in found}
    standing = [one for one in verdicts().values() if one["hash"] in now or (corpus is None and one["source"] == "corpus")]
    codes = {one.code for one in found} | {one["code"] for one in standing}
    return {
        code: Read(
            sum(one.code == code for one in found),
            sum(one["code"] == code for one in standing),
            sum(one["code"] == code and one["verdict"] == "right" for one in standing),
        )
        for code in codes
    }


def forget(corpus: Path) -> int:
    """Drops the verdicts on findings that are no more; returns how many."""
    now = {one.hash for one in hits(corpus)}
    kept = verdicts()
    standing = [one for one in kept.values() if one["hash"] in now]
    save(standing)
    return len(kept) - len(standing)
