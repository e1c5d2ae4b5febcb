"""The parts of a review that are judged: qualities, goals, findings, rules and teams, with their numbers as names."""

from __future__ import annotations

from typing import Literal

from smartlint.record import dataclass
from smartlint.review.figures import Counts, Share, State
from smartlint.rule import Level

#: Whether a finding was there at the run that is compared with.
News = Literal["new", "known", ""]


@dataclass(frozen=True)
class Quality:
    """A quality of goals: S, M, A, R, T, and what else makes a goal work; its ``letter`` is "" for the latter.

    ``id`` is ``specific``, ``title`` it in the reader's language, ``families`` are the letters of the codes of its rules and
    ``rules`` those that judged anything here: the fewer there are, the less it says that a goal passes. ``share`` is that of
    all goals, ``states`` how many goals are in each state, in the order of ``STATES``.
    """

    id: str
    letter: str
    title: str
    families: tuple[str, ...]
    rules: tuple[str, ...]
    share: Share
    states: tuple[int, ...]


@dataclass(frozen=True)
class Goal:
    """A goal. ``number`` is its place in ``Review.goals``, which are sorted by file and line.

    ``name`` is its ID, else the start of its sentence, ``path`` the IDs from the outermost goal above it to itself; ``parent``
    is the goal that it is part of, ``supports`` are those it names. ``said`` are the names of what it states or inherits:
    ``owner``, ``baseline``, ``how``. ``profile`` is its state in each of ``Review.qualities``, in their order. ``is_sound``:
    nothing but notes was found in it, and nothing is excused; that its team has too many goals is not its fault. ``language``
    is the one that it is written in.
    """

    number: int
    name: str
    id: str
    path: tuple[str, ...]
    file: str
    line: int
    team: int
    statement: str
    kind: str
    level: str
    status: str
    is_open: bool
    language: str
    owners: tuple[str, ...]
    start: str
    deadline: str
    period: tuple[str, str]
    metric: str
    baseline: str
    target: str
    parent: int | None
    supports: tuple[int, ...]
    said: tuple[str, ...]
    profile: tuple[State, ...]
    counts: Counts
    excused: int
    is_sound: bool


@dataclass(frozen=True)
class Place:
    """Another place that a finding speaks of; ``goal`` is the goal there, if there is one."""

    file: str
    line: int
    message: str
    goal: int | None


@dataclass(frozen=True)
class Excuse:
    """What keeps a finding quiet: a ``comment`` in the file, a ``waiver``, or a ``baseline``.

    ``until`` is its last day; ``owner`` and ``approver`` are those of a waiver.
    """

    by: Literal["comment", "waiver", "baseline"]
    reason: str = ""
    until: str = ""
    owner: str = ""
    approver: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Finding:
    """What a rule found. ``goal`` is None for what concerns a file or a configuration, and ``team`` where nobody's is known.

    ``quality`` is the ``id`` of the quality it speaks of, "" for others (what cannot be read, waivers, rules of the house).
    ``help`` says what to write instead. ``policy`` is the policy that asks for it, ``binds``: nothing lets it pass. ``excuse``
    is there in ``Review.excused`` alone. ``first_seen`` is the day of the first run that knew it, "" without a history.
    """

    number: int
    code: str
    rule: str
    quality: str
    level: Level
    message: str
    help: str
    file: str
    line: int
    column: int
    goal: int | None
    team: int | None
    related: tuple[Place, ...]
    policy: str
    binds: bool
    fingerprint: str
    excuse: Excuse | None = None
    news: News = ""
    first_seen: str = ""


@dataclass(frozen=True)
class Rule:
    """What a rule found, most findings first. ``goals`` and ``teams`` say how many have any."""

    code: str
    name: str
    title: str
    quality: str
    counts: Counts
    goals: int
    teams: int
    excused: int


@dataclass(frozen=True)
class Team:
    """A team, sorted by name; ``number`` is its place in ``Review.teams``.

    Goals that name no team are those of their file: then ``is_file``, and ``name`` is its path without its ending.
    ``operational`` and ``strategic`` count open goals. ``sound`` is the share of goals with nothing but notes, ``profile``
    the share that passes each of ``Review.qualities``. ``before`` is what ``sound`` was at the run that is compared with.
    """

    number: int
    name: str
    is_file: bool
    files: tuple[str, ...]
    goals: int
    open: int
    operational: int
    strategic: int
    owners: int
    counts: Counts
    excused: int
    sound: Share
    profile: tuple[Share, ...]
    before: Share | None = None
