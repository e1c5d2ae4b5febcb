from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smartlint.rule import GoalFact, Notice, Option, Person, Project, ProjectRule, Related, Report, Tally, date, fold, timedelta

#: A goal that does not say when it starts is taken to fill the quarter before its deadline.
_QUARTER = timedelta(days=91)
_SHOWN = 10
#: The first and the last day that a goal fills.
_Held = tuple[date, date, GoalFact]


class OwnerOverload(ProjectRule):
    """One person answers for more goals at a time than one can.

    ## What it finds
    An owner, person or role, with more open goals on one day, from today on, than the option allows, over all files.
    The finding stands at the first goal that is too many. A goal fills the time from its start, or the start of its
    period, to its deadline; one without a start the quarter before its deadline.

    Not counted: key results, visions, goals that are done or cancelled, and goals below another goal of the same owner.

    ## Why it matters
    The most reliable people are given the most goals, until they reach none of them. In each team's file there are only
    two or three; nobody has seen them together.

    ## Example
    ```goals
    team: Optik Lund
    periode: K1 2026
    ejer: Sofie Bruun
    mål 1: Sælge 60 par læsebriller
    mål 2: Bestille 40 synsprøver over nettet
    mål 3: Få 25 anmeldelser
    mål 4: Ringe til 80 kunder med gamle briller
    mål 5: Holde 3 aftener om børn og skærme
    mål 6: Sælge 30 par solbriller
    mål 7: Besøge 12 virksomheder
    mål 8: Svare 90 % af henvendelserne samme dag
    ```

    ```goals
    team: Nordlys skole
    periode: våren 2026
    eigar: Inspektør
    mål 1: Halde 4 foreldrekveldar
    mål 2: Få 80 % svar på elevundersøkinga
    mål 3: Lære opp 6 nye timelærarar
    mål 4: Besøkje 10 bedrifter med tiandeklassene
    mål 5: Skaffe 12 plassar til arbeidsveka
    mål 6: Bytte 40 datamaskiner
    mål 7: Skrive 5 beredskapsplanar
    mål 8: Rydde 3 lager
    ```

    ## Use instead
    ```goals
    team: Optik Lund
    periode: K1 2026
    ejer: Sofie Bruun
    mål 1: Sælge 60 par læsebriller
    mål 2: Bestille 40 synsprøver over nettet
    mål 3: Få 25 anmeldelser
    mål 4: Ringe til 80 kunder med gamle briller
      ejer: Mads Krarup
    mål 5: Holde 3 aftener om børn og skærme
      ejer: Mads Krarup
    ```

    ```goals
    team: Nordlys skole
    periode: våren 2026
    eigar: Inspektør
    mål 1: Halde 4 foreldrekveldar
    mål 2: Få 80 % svar på elevundersøkinga
    mål 3: Lære opp 6 nye timelærarar
    mål 4: Skaffe 12 plassar til arbeidsveka
    ```

    ## Options
    - `max` (default `7`): how many open goals one owner may have at a time.

    ## Sources
    Practice in sales: three to five goals a quarter. What holds for a team holds for a person, who often owns goals in
    several teams.
    """

    code = "OWN005"
    name = "owner-overload"
    title = "An owner with more goals than one can answer for"
    level = "warning"
    profiles = ("sales",)
    yields_to = ("LIM001",)
    options = (Option("max", 7, {"type": "integer", "minimum": 1}, "how many open goals one owner may have at a time"),)
    messages = {
        "overload": "`{owner}` owns {count} open goals at a time, from {day} on; at most {limit}: `owner-overload.max`",
        "other": "and this one",
    }
    helps = {"overload": "give some of them to others, put them off, or put them below the ones they serve"}

    def tallies(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Tally]:
        owned: dict[str, list[_Held]] = defaultdict(list)
        for fact in project.goals:
            if fact.open and fact.kind not in ("key_result", "vision"):
                people = [person for person in fact.owners if person.kind != "group"]
                first, last = _time(fact, today) if people else (today, today)
                for person in people:
                    if not _is_below_own(project, fact, person):
                        owned[_key(person)].append((first, last, fact))
        for name, goals in owned.items():
            day, busy = _busiest(goals, today)
            if busy:
                owner = next(person for person in busy[0].owners if _key(person) == name)
                yield Tally("owner", busy, options["max"], owner=owner, day=day)

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        limit: int = options["max"]
        for tally in self.tallies(project, options, today):
            if tally.owner is None or len(tally.goals) <= limit:
                continue
            first = tally.goals[limit]
            others = [fact for fact in tally.goals if fact is not first][:_SHOWN]
            yield self.report(
                "overload",
                first.head,
                related=tuple(Related(fact.head, "other", fact.file) for fact in others),
                goal=first.index,
                file=first.file,
                owner=next(person.text for person in first.owners if _key(person) == _key(tally.owner)),
                count=len(tally.goals),
                day=tally.day,
                limit=limit,
            )


def _key(person: Person) -> str:
    return fold(person.email or person.handle or person.text)


def _is_below_own(project: Project, fact: GoalFact, person: Person) -> bool:
    """Who owns a goal and a part of it has one goal."""
    return any(
        _key(other) == _key(person)
        for above in project.above(fact)
        if above is not fact and above.open and above.kind != "vision"
        for other in above.owners
    )


def _busiest(goals: Sequence[_Held], today: date) -> tuple[date, tuple[GoalFact, ...]]:
    """The first day from today on with the most goals, and these."""
    current = [(max(first, today), last) for first, last, _ in goals if last >= today]
    starts, ends = sorted(first for first, _ in current), sorted(last for _, last in current)
    day, most, over = today, 0, 0
    for begun, start in enumerate(starts, 1):
        while ends[over] < start:
            over += 1
        if begun - over > most:
            day, most = start, begun - over
    return day, tuple(fact for first, last, fact in goals if max(first, today) <= day <= last)


def _time(fact: GoalFact, today: date) -> tuple[date, date]:
    """The days that a goal fills; one without a deadline is there now."""
    last = date.fromisoformat(fact.deadline) if fact.deadline else max(today, _day(fact.start, today))
    first = _day(fact.start, max(last, date.min + _QUARTER) - _QUARTER)
    return min(first, last), last


def _day(day: str, other: date) -> date:
    return date.fromisoformat(day) if day else other
