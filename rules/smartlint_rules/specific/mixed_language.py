from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Related, Report, Span, Witness

#: What the languages call themselves.
_NAMES = {"en": "English", "nb": "norsk bokmål", "nn": "norsk nynorsk", "sv": "svenska", "da": "dansk"}


class MixedLanguage(DocumentRule):
    """Some goals are written in another language than their file.

    ## What it finds
    Goals whose sentence is clearly in another language than the file, found once for each language, at the first of
    them. Where the settings, a team or a goal states the language (`language: en`), that counts. Goals that are done or
    cancelled and visions are left alone.

    ## Why it matters
    Whoever reads one of the languages less well follows half of the list, and asks about none of it. A search for the
    metric finds one of the two words for it.

    ## Example
    ```goals
    team: Drift
    mål 1: Korta svarstiden i supporten från 9 till 4 timmar senast 30 juni 2026
      ägare: Omar Haddad
    mål 2: Alla kunder har flyttats till den nya plattformen senast 30 juni 2026
      ägare: Maja Lindqvist
    mål 3: Reduce the number of open incidents from 40 to 15 by the end of the year
      ägare: Omar Haddad
    ```

    ```goals
    team: Skulekontoret
    mål 1: Alle elevane har fått ei lesebok som dei kan ta med seg heim, innan 30. juni 2026
      eigar: Olav Tveit
    mål 2: Auke talet på lærarar med vidareutdanning frå 12 til 20 innan 30. juni 2026
      eigar: Silje Myklebust
    mål 3: All schools have the same timetable and share their teachers by the end of June 2026
      eigar: Olav Tveit
    ```

    ## Use instead
    ```goals
    team: Drift
    mål 1: Korta svarstiden i supporten från 9 till 4 timmar senast 30 juni 2026
      ägare: Omar Haddad
    mål 2: Alla kunder har flyttats till den nya plattformen senast 30 juni 2026
      ägare: Maja Lindqvist
    mål 3: Minska antalet öppna incidenter från 40 till 15 före årsskiftet
      ägare: Omar Haddad
    ```

    ```goals
    team: Skulekontoret
    mål 1: Alle elevane har fått ei lesebok som dei kan ta med seg heim, innan 30. juni 2026
      eigar: Olav Tveit
    mål 2: Alle skulane har den same timeplanen og deler på lærarane innan 30. juni 2026
      eigar: Silje Myklebust
    ```

    ## Sources
    Real goal files, in which key results in English stand under objectives in Norwegian or Swedish, most often because
    they were copied from another team.
    """

    code = "SPC017"
    name = "mixed-language"
    title = "Goals in another language than their file"
    level = "info"
    profiles = ()
    messages = {
        "mixed": "the language here is {here}, and elsewhere in the file it is {elsewhere}",
        "stated": "the language here is {here}, and the one that is stated is {elsewhere}",
        "also": "and here",
    }
    helps = {
        "mixed": "write all goals in one language; or, if it is meant so, add `language: {code}` to the goal",
        "stated": "write the goal in that language, or state `{code}` as its language",
    }

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        mixed: dict[tuple[str, str], list[Goal]] = {}
        for goal in document.all_goals:
            expected = _language_around(goal, document)
            if goal.statement and goal.is_open and goal.kind != "vision" and goal.language != expected:
                mixed.setdefault((goal.language, expected), []).append(goal)
        spoken = {goal.language for goal in document.all_goals}
        for (language, expected), (first, *others) in mixed.items():
            yield self.report(
                "mixed" if expected in spoken else "stated",
                _first_line(first),
                related=tuple(Related(_first_line(other), "also") for other in others),
                goal=first.index,
                here=_NAMES[language],
                elsewhere=_NAMES[expected],
                code=language,
            )


def _language_around(goal: Goal, document: Document) -> str:
    """What a goal, its section or the top of the file states; else the language of the file."""
    above = [section.fields for section in document.sections if section.span.start <= goal.head.start]
    for fields in (goal.fields, *above[-1:], *above[:1]):
        stated = fields["language"].value if "language" in fields else None
        if isinstance(stated, str):
            return stated
    return document.language


def _first_line(goal: Goal) -> Span:
    start = goal.statement.span.start
    return Span(start, start + len(goal.statement.text.partition("\n")[0].rstrip()))
