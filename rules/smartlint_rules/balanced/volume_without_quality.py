from collections.abc import Iterator

from smartlint.rule import Context, Document, DocumentRule, Goal, Option, Related, Report, Witness
from smartlint_rules.balanced.counterweights import bound, is_quality, is_speed, is_volume, open_goals


class VolumeWithoutQuality(DocumentRule):
    """All goals ask for more, and none asks how well.

    ## What it finds
    A file with as many goals of volume as the option says, or more (so many customers, so much money, so many calls),
    and no open goal, measure or guardrail of quality: satisfaction, complaints, errors, returns, waiting times, a share
    of a whole. Where somebody is paid for one of them (`reward`), it is a warning and stands there.

    ## Why it matters
    People do what is counted. The seller sells to those who will send the goods back, the clinic books patients who
    did not need to come, and the figures look well until somebody else pays.

    ## Example
    ```goals
    goal 1: Call 40 leads a week
      owner: Ian Frost
    goal 2: Book 12 demos a month
      owner: Ian Frost
    goal 3: Win 15 new customers by 30 June 2026
      owner: Carla Ruiz
      reward: a week's extra pay
    ```

    ```goals
    mål 1: Ringa 30 företag i veckan
      ägare: Pia Ek
    mål 2: Boka 20 visningar i månaden
      ägare: Pia Ek
    mål 3: Sälja 35 abonnemang senast 30 juni 2026
      ägare: Jonas Ahl
    ```

    ## Use instead
    ```goals
    goal 1: Call 40 leads a week
      owner: Ian Frost
    goal 2: Book 12 demos a month
      owner: Ian Frost
    goal 3: Win 15 new customers by 30 June 2026
      owner: Carla Ruiz
      reward: a week's extra pay
      guardrail: at least 13 of them renew their contract after a year
      done when: the NPS of the new customers is 40 or better
    ```

    ```goals
    mål 1: Ringa 30 företag i veckan
      ägare: Pia Ek
    mål 2: Sälja 35 abonnemang senast 30 juni 2026
      ägare: Jonas Ahl
    mål 3: Högst 4 kunder i månaden lämnar in ett klagomål
      ägare: Jonas Ahl
    ```

    ## Options
    - `min` (default `3`): from how many goals of volume on a goal of quality is asked for.

    ## Sources
    Practice in sales: rewards must not favour quantity alone; pair them with quality, such as NPS. Research on
    incentives calls it multitasking: what is paid for displaces what is not.
    """

    code = "BAL003"
    name = "volume-without-quality"
    title = "Goals of volume, and none of quality"
    level = "info"
    profiles = ("sales",)
    options = (
        Option("min", 3, {"type": "integer", "minimum": 1}, "from how many goals of volume on a goal of quality is asked for"),
    )
    messages = {
        "none": "{count} goals of how much and none of how well (from {limit} on: `volume-without-quality.min`)",
        "reward": "paid for volume: {count} goals of how much and none of how well "
        "(from {limit} on: `volume-without-quality.min`)",
        "also": "this one asks how much, too",
    }
    helps = {
        "none": "add a goal or a `guardrail:` of quality: `at most ⟨number⟩ ⟨complaints, returns, errors⟩`",
        "reward": "pair it with quality: `guardrail: at most ⟨number⟩ ⟨complaints, returns, errors⟩`",
    }
    patterns = {"bound": "guardrail: at most ⟨number⟩ ⟨complaints, returns, errors⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        goals = open_goals(document)
        volumes = [goal for goal in goals if is_volume(goal) and not _is_part(context.parent(goal))]
        limit = context.options["min"]
        if len(volumes) < limit or any(is_quality(goal) or is_speed(goal) for goal in goals):
            return
        paid = next((goal for goal in volumes if "reward" in goal.fields), None)
        first = paid or volumes[0]
        related = tuple(Related(goal.head, "also") for goal in volumes if goal is not first)
        place = first.fields["reward"].span if paid else first.head
        yield self.report(
            "reward" if paid else "none",
            place,
            related=related,
            level="warning" if paid else None,
            goal=first.index,
            fix=bound(first),
            count=len(volumes),
            limit=limit,
        )


def _is_part(parent: Goal | None) -> bool:
    """Of a goal of volume: what each seller or region adds to it is no other goal."""
    return parent is not None and parent.is_open and is_volume(parent)
