from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Report, Witness
from smartlint_rules.balanced.counterweights import bound, is_quality, is_speed, open_goals


class SpeedWithoutQuality(DocumentRule):
    """It is to go faster, and nothing says how well.

    ## What it finds
    A goal that shortens a waiting, answering or handling time, in a file with no open goal, measure or guardrail of
    quality: errors, complaints, satisfaction, a share of a whole. The finding stands at the first such goal of the file.

    ## Why it matters
    The quickest answer is a wrong one. Those who wait get a reply the same day and have to ask again, and the people
    at the desk who took the time to understand look slow.

    ## Example
    ```goals
    mål 1: Nedbringe sagsbehandlingstiden fra 21 til 12 dage inden 30. september 2026
      ejer: Tove Skov
    ```

    ```goals
    goal R1: Cut the waiting time at the desk from 14 to 8 minutes by 29 May 2026
      owner: Sam Ellis
    ```

    ## Use instead
    ```goals
    mål 1: Nedbringe sagsbehandlingstiden fra 21 til 12 dage inden 30. september 2026
      ejer: Tove Skov
      værn: højst 5 klager om måneden
    ```

    ```goals
    goal R1: Cut the waiting time at the desk from 14 to 8 minutes by 29 May 2026
      owner: Sam Ellis

    goal R2: At most 3 visitors a week come back with the same errand because of an error
      owner: Sam Ellis
    ```

    ## Sources
    Measures of software delivery pair speed with failures for this reason, and so does practice in customer service:
    response time beside what is solved at the first contact.
    """

    code = "BAL004"
    name = "speed-without-quality"
    title = "A goal of speed, and none of quality"
    level = "info"
    profiles = ()
    messages = {"alone": "asks how fast, and no goal or guardrail of the file asks how well"}
    helps = {"alone": "add `guardrail: at most ⟨number⟩ ⟨errors, complaints⟩`, or a goal of quality beside it"}
    patterns = {"bound": "guardrail: at most ⟨number⟩ ⟨errors, complaints⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        goals = open_goals(document)
        if not any(is_quality(goal) for goal in goals):
            first = next((goal for goal in goals if is_speed(goal)), None)
            if first is not None:
                yield self.report("alone", first.head, goal=first.index, fix=bound(first))
