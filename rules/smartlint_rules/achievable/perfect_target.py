from collections.abc import Iterator

from smartlint.rule import Context, Edit, Fix, Goal, GoalRule, Quantity, Report, compile_late

_AMOUNTS = ("target", "bound_min", "bound_max")
_NUMBER = compile_late(r"\d+")
_TIME = ("s", "min", "h", "d", "wk", "mo", "yr")


class PerfectTarget(GoalRule):
    """A target that a single miss makes impossible.

    ## What it finds
    A target of 100 %, of the best score there is, or of nothing at all (`no complaints`), which leaves no room for one
    case that goes wrong. Left alone are work that is done for everything there is (`migrate 100 % of the services`) and
    what waits to be dealt with (`no open cases`), for these come to an end; a known, small number (`all 12 shops`); a
    share of a plan or budget; and what nobody may want even one of: accidents, violence, critical faults. An objective
    may aim for the ideal; its key results tell how far.

    ## Why it matters
    The first complaint comes in week two, and from then on the goal is lost and nobody works for it. Until then people
    are tempted to keep silent about what went wrong.

    ## Example
    ```goals
    resultatmål L1: Gi rett medisin til rett pasient i 100 % av utdelingene
      eier: Hanne Moe
      frist: 2026-06-30
    ```

    ```goals
    mål H1: Minska antalet klagomål på städningen från 14 till 0
      ägare: Elif Demir
      senast: 2026-06-30
    ```

    ## Use instead
    ```goals
    resultatmål L1: Gi rett medisin til rett pasient i minst 99,5 % av utdelingene
      eier: Hanne Moe
      frist: 2026-06-30
    ```

    ```goals
    mål H1: Minska antalet klagomål på städningen från 14 till högst 3
      ägare: Elif Demir
      senast: 2026-06-30
    ```

    ## Sources
    Goal-setting theory: hard goals work as long as people hold them to be within reach and are committed to them (Locke
    & Latham 2002). Those who run services set a level below 100 % on purpose, and speak of what is left as an error
    budget; a goal of zero is known to hide what it counts.
    """

    code = "ACH003"
    name = "perfect-target"
    title = "A target that leaves no room for a miss"
    level = "info"
    profiles = ()
    yields_to = ("MEA013",)
    messages = {
        "all": "`{number}` leaves no room: one case that goes wrong, and the goal is lost",
        "none": "`{number}` leaves no room: one case, and the goal is lost",
    }
    helps = {
        "all": "write how many are good enough: `at least ⟨level⟩`",
        "none": "write how many can be lived with: `at most ⟨number⟩`",
    }
    patterns = {
        "share": "at least ⟨share⟩ %",
        "score": "at least ⟨score⟩",
        "few": "at most ⟨number⟩ {noun}",
        "fewer": "at most ⟨number⟩",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report]:
        if goal.kind == "objective":
            return
        numbers = [goal.target] if goal.target else []
        numbers += [number for number in goal.reading.quantities if number.role in _AMOUNTS and number is not goal.target]
        for number in numbers:
            if _is_all(goal, number):
                pattern = "share" if number.unit == "percent" else "score"
                yield self.report("all", number.span, number=number.text, fix=_fix(goal, number, pattern))
                return
            if _is_none(goal, number):
                noun = number.unit if number.text.endswith(number.unit) else ""
                pattern = "few" if noun else "fewer"
                yield self.report("none", number.span, number=number.text, fix=_fix(goal, number, pattern, noun))
                return


def _is_all(goal: Goal, number: Quantity) -> bool:
    """All of it: 100 % as it is written, or the end of the scale."""
    if number.is_range or number.approximate or number.role == "bound_max":
        return False
    if number.unit.startswith("of "):
        partly = any(other.unit == "percent" and other.value < 100 for other in goal.reading.quantities)  # who must say so
        return f"of {number.value:g}" == number.unit and not partly
    if number.unit != "percent" or number.value != 100 or len(_NUMBER.findall(number.text)) > 1:
        return False
    told = goal.reading.of("deliver", "attainment", "yardstick")
    return not told and not any(_counts_things(other) for other in goal.reading.quantities)


def _is_none(goal: Goal, number: Quantity) -> bool:
    """Nothing at all, where no other amount says how much of what there shall be none of."""
    pronoun = not number.unit and number.span.start == goal.statement.span.start  # "nobody", of whom something is said
    if number.value or number.role == "bound_min" or number.unit.isupper() or pronoun:
        return False
    others = (other.value and other.role != "baseline" for other in goal.reading.quantities)
    return not goal.reading.of("harms", "leftovers", "attainment", "yardstick") and not any(others)


def _counts_things(number: Quantity) -> bool:
    return number.unit.islower() and number.unit not in ("percent", "percentage_point", "times", *_TIME)


def _fix(goal: Goal, number: Quantity, pattern: str, noun: str = "") -> Fix | None:
    """The number with some room, where it stands inside the sentence or a field and has no bound of its own yet."""
    if number.role != "target" or number.span.start == goal.statement.span.start:
        return None
    return Fix((Edit(number.span, pattern, {"noun": noun} if noun else {}),), "display")
