"""Goal files in the style of the examples, and what they are as YAML, Markdown, Gherkin and Python: the same every time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.accuracy.corpus import sentences

_NUMBER = re.compile(r"(?<![\w.,:/§-])[1-9]\d(?![\w.,:/-]|[ \u00a0]\d)")
_NAMES = ("team", "period", "review", "goal", "owner", "metric", "source", "target", "deadline", "why", "how", "monthly")
#: The words of these in each language, and how one says that goals are looked at every month.
_WORDS = {
    "en": "team|period|review|goal|owner|metric|source|target|deadline|why|how|every month",
    "nb": "team|periode|oppfølging|mål|eier|måles ved|kilde|måltall|frist|hvorfor|hvordan|hver måned",
    "nn": "team|periode|oppfølging|mål|eigar|målast ved|kjelde|måltal|frist|kvifor|korleis|kvar månad",
    "sv": "team|period|uppföljning|mål|ägare|mäts med|källa|målvärde|senast|varför|hur|varje månad",
    "da": "team|periode|opfølgning|mål|ejer|måles ved|kilde|målværdi|frist|hvorfor|hvordan|hver måned",
}
_FIRST = "Kari Ola Ingrid Jonas Mette Sanne Elin Omar Amy Sam Sigrid Olav Solveig Geir Turid Bjørn Pia Lone".split()
_LAST = "Nordmann Berg Solbakken Moen Krogh Dahl Sandström Haddad Holt Reed Aase Tveit Rønning Aune Nes Vik Lund".split()


@dataclass(frozen=True)
class Goal:
    """A goal: its word and ID, its sentence, and its fields; ``items`` are those of the last one."""

    head: str
    sentence: str
    fields: tuple[tuple[str, str], ...]
    items: tuple[str, ...]


@dataclass(frozen=True)
class GoalFile:
    """A file: its name without an ending, a remark on top, the fields of its header, and its goals."""

    name: str
    remark: str
    header: tuple[tuple[str, str], ...]
    goals: tuple[Goal, ...]


def made(files: int, goals: int = 10) -> Iterator[GoalFile]:
    """So many files with so many goals each, in five languages by turns."""
    texts = {language: [one.text for one in sentences(None) if one.language == language] for language in _WORDS}
    for number in range(files):
        language = tuple(_WORDS)[number % len(_WORDS)]
        yield _file(number, goals, dict(zip(_NAMES, _WORDS[language].split("|"), strict=True)), texts[language])


def _file(number: int, goals: int, say: Mapping[str, str], texts: list[str]) -> GoalFile:
    random = Random(number)
    header = ((say["team"], f"{random.choice(_LAST)} {number}"), (say["period"], "2026"), (say["review"], say["monthly"]))
    return GoalFile(
        f"team-{number // 100:03}/goals-{number:05}",
        random.choice(texts),
        header,
        tuple(_goal(f"{say['goal']} G{each}", say, texts, random) for each in range(1, goals + 1)),
    )


def _goal(head: str, say: Mapping[str, str], texts: list[str], random: Random) -> Goal:
    amount = random.randint(10, 900)
    stated = [
        (1.0, "owner", f"{random.choice(_FIRST)} {random.choice(_LAST)}"),
        (0.7, "deadline", f"2026-{random.randint(3, 12):02}-{random.randint(1, 28):02}"),
        (0.4, "metric", random.choice(texts)[:40].rstrip()),
        (0.4, "target", f"{amount} %" if amount < 100 else str(amount)),
        (0.5, "source", f"{random.choice(_LAST).lower()}-{amount}"),
        (0.5, "why", random.choice(texts)),
        (0.5, "how", ""),
    ]
    fields = tuple((say[name], value) for chance, name, value in stated if random.random() < chance)
    has_items = fields[-1] == (say["how"], "")
    items = tuple(random.choice(texts) for _ in range(random.randint(1, 3))) if has_items else ()
    return Goal(head, _NUMBER.sub(lambda _: str(random.randint(10, 99)), random.choice(texts)), fields, items)


def as_goals(file: GoalFile) -> Iterator[str]:
    yield f"# {file.remark}"
    yield from (f"{name}: {value}" for name, value in file.header)
    for goal in file.goals:
        yield ""
        yield f"{goal.head}: {goal.sentence}"
        yield from (f"  {name}: {value}".rstrip() for name, value in goal.fields)
        yield from (f"    - {item}" for item in goal.items)


def as_markdown(file: GoalFile) -> Iterator[str]:
    yield f"# {file.remark}"
    yield ""
    yield from (f"- {name}: {value}" for name, value in file.header)
    for goal in file.goals:
        yield from ("", f"## {goal.head}: {goal.sentence}", "")
        yield from (f"- {name}: {value}".rstrip() for name, value in goal.fields)
        yield from (f"  - {item}" for item in goal.items)


def as_yaml(file: GoalFile) -> Iterator[str]:
    yield "---"
    yield f"remark: {_quoted(file.remark)}"
    yield from (f"{name}: {_quoted(value)}" for name, value in file.header)
    yield "goals:"
    for goal in file.goals:
        yield f"  - goal: {_quoted(goal.sentence)}"
        yield f"    id: {_quoted(goal.head)}"
        yield from (f"    {name}: {_quoted(value)}" for name, value in goal.fields if value)
        if goal.items:
            yield f"    {goal.fields[-1][0]}:"
            yield from (f"      - {_quoted(item)}" for item in goal.items)


def as_gherkin(file: GoalFile) -> Iterator[str]:
    yield f"Feature: {file.remark}"
    for goal in file.goals:
        yield from ("", f"  Scenario: {goal.head} {goal.sentence}")
        for number, (name, value) in enumerate(goal.fields):
            yield f"    {'And' if number else 'Given'} {name} {value}".rstrip()
        yield from (f"    Then {item}" for item in goal.items)


def as_python(file: GoalFile) -> Iterator[str]:
    yield f'"""{file.remark.replace(chr(34), chr(39))}"""'
    for goal in file.goals:
        yield ""
        yield f"{goal.head.split()[-1]} = {{"
        yield f'    "goal": {_quoted(goal.sentence)},'
        yield from (f'    "{name}": {_quoted(value)},' for name, value in goal.fields)
        yield from (f'    "{item[:9]}": {_quoted(item)},' for item in goal.items)
        yield "}"


#: How files are written, by ending.
KINDS: Mapping[str, Callable[[GoalFile], Iterator[str]]] = {
    "goals": as_goals, "md": as_markdown, "yaml": as_yaml, "feature": as_gherkin, "py": as_python,
}  # fmt: skip


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write(folder: Path, kind: str, files: Iterator[GoalFile]) -> int:
    """Writes files of a kind below a folder; gives how many bytes they have."""
    size = 0
    for file in files:
        path = folder / f"{file.name}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(("\n".join(KINDS[kind](file)) + "\n").encode())
    return size
