from collections.abc import Iterator

from smartlint.rule import Context, Goal, GoalRule, Quantity, Report, Witness, new_line

_ROLES = ("target", "change", "bound_min", "bound_max")
#: What cannot be counted by looking: it is the outcome of somebody's reckoning.
_RECKONED = ("percent", "percentage_point", "times", "nps", "enps", "csat", "score", "rating", "index")
_LED_BY_WORK = ("activity", "deliverable")


class MissingSource(GoalRule):
    """A figure, and nobody says where it is read.

    ## What it finds
    A goal for a rate, a growth, a score or a metric with no `source`: none of its own, none in the top
    of the file, and no word in the sentence for where the number is kept (a survey, a register, the accounts). Goals
    for plain things and deeds that anybody can count, and sums of money, which are in the accounts, are left alone.

    ## Why it matters
    Two systems count visitors in two ways, and both are right. If the source is chosen when the result is in, it is
    chosen to fit.

    ## Example
    ```goals
    goal M1: Raise the conversion rate from 2.1 % to 2.6 % by 30 June 2026
      owner: Amy Holt
    ```

    ```goals
    mål B2: Øge trafikken til bookingsiden med 30 % inden 1. september 2026
      ejer: Sanne Dahl
    ```

    ## Use instead
    ```goals
    goal M1: Raise the conversion rate from 2.1 % to 2.6 % by 30 June 2026
      owner: Amy Holt
      source: the web shop's report, first Monday of the month
    ```

    ```goals
    mål B2: Øge trafikken til bookingsiden med 30 % inden 1. september 2026
      ejer: Sanne Dahl
      kilde: webstatistikken, besøg i alt
    ```

    ## Sources
    Guidance on indicators in the public sector asks for a source beside each. Advice on marketing goals: settle where
    the figure is taken from before the campaign, not after it.
    """

    code = "MEA010"
    name = "missing-source"
    title = "A figure with no source"
    passes_as = "source named"
    level = "info"
    profiles = ("marketing",)
    yields_to = ("MEA001", "MEA002")
    messages = {
        "number": "where will {number} be read? Nothing says which system, register or survey counts",
        "metric": "where is `{metric}` read? Nothing says which system, register or survey counts",
    }
    helps = {
        "number": "add a line `source: ⟨system, register or survey⟩`, here or at the top of the file",
        "metric": "add a line `source: ⟨system, register or survey⟩`, here or at the top of the file",
    }
    patterns = {"line": "source: ⟨system, register or survey⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        if goal.says("source") or "source" in goal.inherited:
            if "source" in goal.fields:
                yield Witness(goal.fields["source"].span)
            return
        number = _reckoned(goal)
        if number is None or goal.says("done_when") or goal.reading.of("instrument", "net_score", "record", "money"):
            return
        metric = goal.text_of("metric")
        if metric is None:
            yield self.report("number", number.span, fix=new_line("line"), number=number.text)
        elif (
            len(metric.plain.split()) <= 2
        ):  # a longer one mostly says who counts: "answers to the text message after the visit"
            yield self.report("metric", metric.span, fix=new_line("line"), metric=metric.plain)


def _reckoned(goal: Goal) -> Quantity | None:
    """The first number of the goal that somebody has to reckon."""
    if goal.reading.form in _LED_BY_WORK or goal.kind == "performance":
        return None
    numbers = [number for number in goal.reading.quantities if number.role in _ROLES]
    numbers += [number for number in (goal.target,) if number is not None and number not in numbers]
    metric = "metric" in goal.fields
    return next((number for number in numbers if number.unit in _RECKONED or number.unit.startswith("of ") or metric), None)
