from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness, new_line
from smartlint_rules.measurable.measured import is_half_said, measure_of


class VagueQualifier(GoalRule):
    """A word such as "good" stands where a measure should.

    ## What it finds
    Words such as *good*, *effective*, *robust* or *user-friendly* in a goal in which nothing says what they mean: no
    number, no metric, no `done when`, no measurable goal below.

    ## Why it matters
    The one who orders and the one who delivers each have a picture of *good*. The difference is found at
    the end, when a change is expensive.

    ## Example
    ```goals
    goal 2: Launch a user-friendly booking page by 1 June 2026
      owner: Nadia Osei
    ```

    ```goals
    mål 3: Lansere en brukervennlig nettbutikk innen 1. juni 2026
      eier: Geir Aune
    ```

    ```goals
    mål: Publicera en tydlig plan för överlämningen senast 29 maj 2026
      ägare: Omar Haddad
    ```

    ## Use instead
    ```goals
    goal 2: Launch a user-friendly booking page by 1 June 2026
      owner: Nadia Osei
      done when: eight of ten guests book a table in less than a minute
    ```

    ```goals
    mål 3: Lansere en brukervennlig nettbutikk innen 1. juni 2026
      eier: Geir Aune
      oppnådd når: åtte av ti kunder har funnet og bestilt en vare på under to minutter
    ```

    ```goals
    mål: Publicera en plan för överlämningen senast 29 maj 2026
      ägare: Omar Haddad
    ```

    ## Sources
    Guides to requirements ask that such words are replaced by what can be observed. Measured on real goals they are
    harmless where a number or a test stands beside them, so they are judged only where none does.
    """

    code = "SPC002"
    name = "vague-qualifier"
    title = 'A word such as "good" that each reads in their own way'
    passes_as = "says how good"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("MEA001",)
    messages = {"word": "`{word}` means something else to each reader, and nothing here says what"}
    helps = {"word": "write what will be seen or counted instead of `{word}`, or add a line `done when: ⟨what is true then⟩`"}
    patterns = {"line": "done when: ⟨what is true then⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        said, words = goal.reading.of("vague_qualifier"), [hit for hit in goal.reading.vague if hit.kind == "vague_qualifier"]
        measure = measure_of(goal, context.document) if said or words else None
        if measure is not None and said:
            yield Witness(measure)
        if words and measure is None and not is_half_said(goal, context.document):
            for hit in words:
                yield self.report("word", hit.span, fix=new_line("line"), word=hit.text)
