from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Option, Report, Witness


class TooManyKeyResults(GoalRule):
    """An objective has more key results than anybody keeps in mind.

    ## What it finds
    An objective with more open key results than the option allows. The finding stands at the first one that is too
    many. Key results that are done or cancelled are not counted.

    ## Why it matters
    Seven key results are seven things to win, and most of them are tasks in disguise. In the weekly talk there is time
    for three; the rest is filled in on the last day, and nobody has steered by it.

    ## Example
    ```goals
    objective O1: New guests come back to the hotel
      owner: Nadia Osei
      KR 1: 30 % of guests book a second stay within a year
      KR 2: 400 guests join the club
      KR 3: The review score is 4.6 of 5
      KR 4: 60 % answer the letter after their stay
      KR 5: 20 % of bookings come from members
      KR 6: The check-in takes less than 3 minutes
    ```

    ```goals
    objective O2: Fler elever klarar matematiken
      ägare: Elin Sandström
      nyckelresultat N1: 92 % får godkänt i nian
      nyckelresultat N2: 80 % gör alla läxor
      nyckelresultat N3: 40 elever kommer till läxhjälpen varje vecka
      nyckelresultat N4: Frånvaron sjunker från 9 % till 6 %
      nyckelresultat N5: Alla sex lärarna har gått fortbildningen
      nyckelresultat N6: 70 % svarar på enkäten
    ```

    ## Use instead
    ```goals
    objective O1: New guests come back to the hotel
      owner: Nadia Osei
      KR 1: 30 % of guests book a second stay within a year
      KR 2: The review score is 4.6 of 5
      KR 3: 20 % of bookings come from members
    ```

    ```goals
    objective O2: Fler elever klarar matematiken
      ägare: Elin Sandström
      nyckelresultat N1: 92 % får godkänt i nian
      nyckelresultat N2: Frånvaron sjunker från 9 % till 6 %
        hur:
          - läxhjälp för 40 elever i veckan
          - fortbildning för alla sex lärarna
    ```

    ## Options
    - `max` (default 5): how many open key results an objective may have.

    ## Sources
    Handbooks of objectives and key results ask for two to five, most often three, for each objective.
    """

    code = "LIM002"
    name = "too-many-key-results"
    title = "More key results than an objective can carry"
    passes_as = "few enough key results"
    level = "warning"
    profiles = ("okr",)
    options = (Option("max", 5, {"type": "integer", "minimum": 1}, "how many open key results an objective may have"),)
    messages = {"many": "{count} open key results, at most {limit}: `too-many-key-results.max`"}
    helps = {"many": "keep the ones that show the objective is reached; make the others actions, under `how:`"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        results = [result for result in goal.key_results if result.is_open]
        limit = context.options["max"]
        if len(results) > limit:
            yield self.report("many", results[limit].head, count=len(results), limit=limit)
        elif results:
            yield Witness(results[-1].head)
