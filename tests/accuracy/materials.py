"""The texts that rules are judged on: the corpus with its context, the examples, our own sentences, and good goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from smartlint.registry import load
from smartlint.rule import Rule
from smartlint.testing import TODAY, examples
from tests.accuracy.corpus import OWN, SENTENCES, Case, rows

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
GOOD = ROOT / "tests/good"
WRITTEN = Path(__file__).parent / "material"
LANGUAGES = ("en", "nb", "nn", "sv", "da")
#: The goal words of the kinds of goals that a corpus knows, by language; else a plain goal.
_KINDS = {
    "key-result": ("key result", "nøkkelresultat", "nøkkelresultat", "nyckelresultat", "nøgleresultat"),
    "okr-objective": ("objective", "OKR-mål", "OKR-mål", "OKR-mål", "OKR-mål"),
    "effect-goal": ("effect goal", "effektmål", "effektmål", "effektmål", "effektmål"),
    "result-goal": ("result goal", "resultatmål", "resultatmål", "resultatmål", "resultatmål"),
}
_PLAIN = ("goal", "mål", "mål", "mål", "mål")
_YEAR = re.compile(r"\b(?:CY|FY)?(20\d\d|(?<=[CF]Y)\d\d)(?:-?(Q[1-4]))?\b")
_QUARTER = re.compile(r"\b(Q[1-4])[ -](20\d\d)\b")


@dataclass(frozen=True)
class Material:
    """Files that are judged together, as of a day. ``source`` says where they come from: ``corpus``, ``examples``,
    ``own``, ``pages``, ``good`` or ``written``; ``code`` is the rule whose page they stand in. What is found before
    ``start`` is about the context that a sentence was given, and is not judged. Where there are ``codes``, they were written
    for these rules, with faults on purpose, and only their findings are judged."""

    source: str
    name: str
    files: Mapping[str, str]
    today: date = TODAY
    code: str = ""
    start: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence and the file that it makes with its context; ``dated`` and ``owned``: by the context."""

    case: Case
    material: Material
    dated: bool
    owned: bool


def labelled_sentences(corpus: Path | None, kind: str = "") -> Iterator[Sentence]:
    """The sentences of our own set or of a corpus folder, each as a file. ``kind``: as goals of this kind."""
    paths = sorted(OWN.glob("*.jsonl")) if corpus is None else [corpus / name for name in SENTENCES]
    for path in paths:
        for row in rows(path):
            yield _sentence(row, path.stem, "own" if corpus is None else "corpus", kind)


def _sentence(row: dict[str, Any], name: str, source: str, kind: str) -> Sentence:
    context = row.get("context", {})
    language, text = row["lang"], " ".join(row["text"].split())
    period = _period(context)
    lines = [f"language: {language}", *([f"period: {period}"] if period else []), ""]
    above = " ".join(context.get("objective", "").split())
    word = _word(kind or row.get("kind", ""), language)
    if above:
        lines += [f"{_word('okr-objective', language)} O1: {above}"]
    indent = "  " if above else ""
    start = sum(len(line) + 1 for line in lines)
    lines += [f"{indent}{word}: {text}"]
    owner = " ".join(context.get("owner", "").split())
    if owner:
        lines += [f"{indent}  owner: {owner}"]
    if re.fullmatch("P[0-3]", context.get("priority", "")):
        lines += [f"{indent}  priority: {context['priority']}"]
    today = date(int(period[:4]), 1 + 3 * (int(period[-1]) - 1 if "Q" in period else 0), 10) if period else TODAY
    material = Material(source, row["id"], {f"{row['id']}.goals": "\n".join(lines) + "\n"}, today, start=start)
    case = Case(row["id"], language, row["text"], row["labels"], name)
    return Sentence(case, material, bool(period), bool(owner))


def _word(kind: str, language: str) -> str:
    return _KINDS.get(kind, _PLAIN)[LANGUAGES.index(language)]


def _period(context: Mapping[str, Any]) -> str:
    """The year or quarter that the heading or the year of a context names: ``2019-Q4``."""
    heading = context.get("heading", "")
    if found := _QUARTER.search(heading):
        return f"{found[2]}-{found[1]}"
    if found := _YEAR.search(heading):
        return f"20{found[1][-2:]}" + (f"-{found[2]}" if found[2] else "")
    return str(context.get("year", ""))[:4]


def materials(corpus: Path | None) -> Iterator[Material]:
    """All that rules are run over for a reader to judge their findings."""
    if corpus is not None:
        yield from (sentence.material for sentence in labelled_sentences(corpus))
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob("*.goals"))}
        yield Material("examples", folder.name, files)
    yield from (sentence.material for sentence in labelled_sentences(None))
    yield from good_files()
    yield from written_files()
    yield from page_examples("Example")
    yield from page_examples("Use instead")


def good_files() -> Iterator[Material]:
    """The goals that are as they ought to be."""
    for path in sorted(GOOD.rglob("*.goals")):
        name = path.relative_to(ROOT).as_posix()
        yield Material("good", name, {name: path.read_text("utf-8")})


def written_files() -> Iterator[Material]:
    """Goals with faults and without, written for the rules that few other texts have findings of.

    A file is named after its rules and its language, ``MEA007-MEA008.nb.goals``; its goals are parted by lines of
    ``# ---``, each a file by itself.
    """
    for path in sorted(WRITTEN.glob("*.goals")):
        codes, language, _ = path.name.split(".")
        for at, text in enumerate(path.read_text("utf-8").split("# ---\n"), 1):
            name = f"{path.stem}-{at}.goals"
            files = {name: f"language: {language}\n\n{text.strip()}\n"}
            yield Material("written", name, files, codes=tuple(codes.split("-")))


def page_examples(heading: str) -> Iterator[Material]:
    """The examples of all rule pages under a heading."""
    for rule in load():
        if not rule.always and not _speaks_of_files(rule):
            for at, files in enumerate(examples(rule, heading)):
                yield Material("pages", f"{rule.code} {heading} {at}", files, code=rule.code)


def _speaks_of_files(rule: type[Rule]) -> bool:
    """The rules of the file itself have examples that are broken as files."""
    return rule.code.startswith("SYN")
