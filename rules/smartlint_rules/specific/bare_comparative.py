from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Report, Witness
from smartlint_rules.measurable.measured import both_ends, is_vague, names_sort


class BareComparative(GoalRule):
    """Better than what, and by how much?

    ## What it finds
    Comparatives such as *faster*, *better*, *flere* or *lägre* in a goal in which nothing says by how much (no number,
    no metric, no `done when`, no measurable goal below) and which does not name what it compares with (`than last
    year`).

    ## Why it matters
    The smallest step is already faster. The team can call the goal reached on the first day, and those who waited for
    it notice nothing.

    ## Example
    ```goals
    mål: Införa en ny kassa för kortare köer senast 30 april 2026
      ägare: Sofia Ek
    ```

    ```goals
    mål 2: Åbne en app for lettere booking inden 1. september 2026
      ejer: Bo Friis
    ```

    ## Use instead
    ```goals
    mål: Införa en ny kassa som kortar kön från 9 till 4 minuter senast 30 april 2026
      ägare: Sofia Ek
    ```

    ```goals
    mål 2: Åbne en app for lettere booking inden 1. september 2026
      ejer: Bo Friis
      nået når: tre af fire bookinger kommer gennem appen
    ```

    ## Sources
    Guides to requirements list comparatives without a second half among the words that cannot be tested. A comparative
    beside a number or a named level is harmless, and so it is left alone.
    """

    code = "SPC008"
    name = "bare-comparative"
    title = "A comparison with nothing"
    passes_as = "compared with something"
    level = "warning"
    profiles = ()
    yields_to = ("MEA001",)
    messages = {"word": "`{word}` than what, and by how much?"}
    helps = {"word": "give both ends: `from ⟨baseline⟩ to ⟨target⟩`"}
    patterns = {"both": " from ⟨baseline⟩ to ⟨target⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        compared = goal.reading.of("than")
        words = [hit for hit in goal.reading.vague if hit.kind == "comparative" and not names_sort(goal, hit)]
        if not (compared or words) or not is_vague(goal, context.document):
            return
        if compared:
            yield Witness(compared[0].span)
        else:
            for hit in words:
                yield self.report("word", hit.span, fix=both_ends(goal), word=hit.text)
