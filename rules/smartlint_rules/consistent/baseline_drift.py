from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Quantity, Related, Report, date
from smartlint_rules.consistent.comparable import of_one_metric, same_unit, same_value


class BaselineDrift(ProjectRule):
    """One figure of today is given twice, and differently.

    ## What it finds
    Two open goals of one team that measure the same, as their sentences and metrics say, and start on the same day from
    different baselines. Rounding passes (2.46 and 2.5), and so do figures called approximate. Channel, audience, place
    and owner must be the same, or one of the two does not name any.

    ## Why it matters
    Where one starts decides how far it is. When the goals are looked back on, one of them has been reached or not
    depending on whose figure was right, and nobody remembers.

    ## Example
    ```goals
    team: Akuttmottak
    periode: 2026
    mål 1: Redusere ventetiden for barn fra 95 til 60 minutter innen 30. juni 2026
    mål 2: Redusere ventetiden for barn fra 80 til 45 minutter innen 31. desember 2026
    ```

    ```goals q1.goals
    team: Webshop
    goal 1: Raise the share of returning buyers from 22 % to 26 % by 31 March 2026
      start: 2026-01-01
    ```

    ```goals q2.goals
    team: Webshop
    goal 2: Raise the share of returning buyers from 19 % to 30 % by 30 June 2026
      start: 2026-01-01
    ```

    ## Use instead
    ```goals
    team: Akuttmottak
    periode: 2026
    mål 1: Redusere ventetiden for barn fra 95 til 60 minutter innen 30. juni 2026
    mål 2: Redusere ventetiden for barn fra 95 til 45 minutter innen 31. desember 2026
    ```

    ```goals q1.goals
    team: Webshop
    goal 1: Raise the share of returning buyers from 22 % to 26 % by 31 March 2026
      start: 2026-01-01
    ```

    ```goals q2.goals
    team: Webshop
    goal 2: Raise the share of returning buyers from 26 % to 30 % by 30 June 2026
      start: 2026-04-01
    ```

    ## Sources
    Marketing practice for small firms: know today's figures first, they are the zero point. There is one zero point for
    each figure.
    """

    code = "CON003"
    name = "baseline-drift"
    title = "One metric with two baselines on one day"
    level = "warning"
    profiles = ()
    yields_to = ("CON001",)
    messages = {
        "drift": "the baseline is {baseline} here, and {theirs} in `{other}`: which one is right?",
        "other": "the other baseline",
    }
    helps = {"drift": "keep the figure that the source gives; or write `start:` if they are of different days"}

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        seen: set[tuple[str, int]] = set()
        for earlier, later in of_one_metric(project):
            mine, theirs = later.baseline, earlier.baseline
            if mine is None or theirs is None or (later.file, later.index) in seen:
                continue
            if _same_day(earlier, later) and same_unit(earlier, later) and _differ(mine, theirs):
                seen.add((later.file, later.index))
                yield self.report(
                    "drift",
                    mine.span,
                    related=(Related(theirs.span, "other", earlier.file),),
                    goal=later.index,
                    file=later.file,
                    baseline=mine.text,
                    theirs=theirs.text,
                    other=earlier.name,
                )


def _same_day(earlier: GoalFact, later: GoalFact) -> bool:
    """They start together; where neither says when, they are due together."""
    if earlier.start or later.start:
        return earlier.start == later.start
    return earlier.deadline == later.deadline


def _differ(one: Quantity, other: Quantity) -> bool:
    vague = any(amount.is_range or amount.approximate or amount.ambiguous for amount in (one, other))
    return not vague and not same_value(one.value, other.value)
