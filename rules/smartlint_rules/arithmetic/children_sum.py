from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Option, Project, ProjectRule, Quantity, Related, Report, date, measure, stems
from smartlint_rules.arithmetic.written import written

#: Shares are rounded; this much of the whole is no difference.
_ROUNDING = 0.02
_FEWEST = 2


class ChildrenSum(ProjectRule):
    """The goals below do not add up to the goal above.

    ## What it finds
    A goal for a number of things or an amount of money that two or more goals below it share out (nested or `supports`),
    where the shares add up to less than the whole, or to so much more that one of the numbers must be another. Shares
    are goals with the same metric, or the same words and a few more (`… in the north`), in the same unit, for the same
    interval. Percentages, scores and other levels do not add up and are left alone.

    ## Why it matters
    Everybody reaches their share and the whole is missed, and it is nobody's fault. It is found in December, although
    it could be seen in January.

    ## Example
    ```goals
    goal 1: Sell 400 season tickets by 31 August 2026
      owner: Head of Sales

      goal 1.1: Sell 180 season tickets to companies
        owner: Amy Holt

      goal 1.2: Sell 120 season tickets to students
        owner: Leo Grant
    ```

    ```goals
    resultatmål R1: Omsetja for 10 mill. kr innan 31. desember 2026
      eigar: Olav Tveit

      resultatmål R1.1: Omsetja for 4 mill. kr i nord
        eigar: Kari Li

      resultatmål R1.2: Omsetja for 4,5 mill. kr i sør
        eigar: Jon Moe
    ```

    ## Use instead
    ```goals
    goal 1: Sell 400 season tickets by 31 August 2026
      owner: Head of Sales

      goal 1.1: Sell 260 season tickets to companies
        owner: Amy Holt

      goal 1.2: Sell 150 season tickets to students
        owner: Leo Grant
    ```

    ```goals
    resultatmål R1: Omsetja for 8,5 mill. kr innan 31. desember 2026
      eigar: Olav Tveit

      resultatmål R1.1: Omsetja for 4 mill. kr i nord
        eigar: Kari Li

      resultatmål R1.2: Omsetja for 4,5 mill. kr i sør
        eigar: Jon Moe
    ```

    ## Options
    - `surplus` (default `25`): by how many percent the shares may exceed the whole. Sellers are often given a little more
      than is needed.

    ## Sources
    Plain addition, after conversion to one unit. Practice in sales: the goals of each seller add up to that of the firm.
    """

    code = "ARI004"
    name = "children-sum"
    title = "Shares that do not add up to the goal above"
    level = "warning"
    profiles = ()
    yields_to = ("ARI001", "MEA009")
    options = (
        Option(
            "surplus",
            25,
            {"type": "number", "minimum": 0},
            "by how many percent the shares may exceed the whole",
        ),
    )
    messages = {
        "short": "the {count} goals below share out {before}{sum}{after} of {target}: who takes the rest?",
        "surplus": "the {count} goals below add up to {before}{sum}{after}, "
        "which is over {surplus} % more than {target} (`children-sum.surplus`)",
        "share": "a share",
        "elsewhere": "goals whose shares may stand in files that were not given, and were not added up: {count}",
    }
    helps = {
        "short": "raise the shares, add the goal that is missing, or lower the whole",
        "surplus": "correct the number that is wrong; or the goals below count something else: then give each a `metric:`",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        elsewhere = 0
        for fact in project.goals:
            shares = _shares(project, fact) if fact.open and fact.kind != "vision" else []
            if fact.target is None or len(shares) < _FEWEST:
                continue
            total = sum(share.value for _, share in shares)
            message = _mismatch(fact, fact.target, total, options["surplus"])
            if message == "short" and project.partial and fact.id:
                elsewhere += 1
            elif message:
                yield self._at(fact, fact.target, message, shares, total, options["surplus"])
        if elsewhere:
            yield Notice("elsewhere", {"count": elsewhere})

    def _at(
        self,
        fact: GoalFact,
        target: Quantity,
        message: str,
        shares: list[tuple[GoalFact, Quantity]],
        total: float,
        surplus: float,
    ) -> Report:
        form = written(target)
        params: dict[str, Any] = {
            "count": len(shares),
            "before": form.before if form else "",
            "sum": form.shown(total) if form else total,
            "after": form.after if form else "",
            "target": target.text,
        }
        if message == "surplus":
            params["surplus"] = surplus
        related = tuple(Related(amount.span, "share", share.file) for share, amount in shares)
        return self.report(message, target.span, related=related, goal=fact.index, file=fact.file, **params)


def _mismatch(fact: GoalFact, target: Quantity, total: float, surplus: float) -> str:
    """What is wrong with a sum, if anything; what is to fall, or to stay below a bound, can only be exceeded."""
    falls = fact.direction < 0 or target.role == "bound_max"
    if total < target.value * (1 - _ROUNDING):
        return "" if falls else "short"
    return "surplus" if total > target.value * (1 + surplus / 100 + _ROUNDING) else ""


def _shares(project: Project, fact: GoalFact) -> list[tuple[GoalFact, Quantity]]:
    """The goals below that share a goal out, with their targets; none where two of them may be steps of one another."""
    target = fact.target
    if target is None or not _adds_up(target):
        return []
    found: list[tuple[GoalFact, Quantity]] = []
    seen = set()
    for share in dict.fromkeys(project.below(fact)):
        amount = share.target
        if share is fact or share.status == "cancelled" or amount is None or not _is_share(fact, share):
            continue
        if not _adds_up(amount) or _kind(amount) != _kind(target) or amount.value >= target.value:
            return []
        who = tuple(person.text for person in share.owners)
        key = (stems(share.measured), share.scope, share.team, who)
        if key in seen:
            return []
        seen.add(key)
        found.append((share, amount))
    return found


def _is_share(fact: GoalFact, share: GoalFact) -> bool:
    """The same is measured: the same metric, or the same words and perhaps more, in the same direction."""
    if fact.direction != share.direction or (fact.baseline is None) != (share.baseline is None):
        return False
    if fact.metric or share.metric:
        return stems(fact.metric) == stems(share.metric)
    words = stems(fact.measured)
    return bool(words) and words <= stems(share.measured)


def _kind(amount: Quantity) -> tuple[str, str]:
    return measure(amount), amount.per


def _adds_up(amount: Quantity) -> bool:
    """An exact amount of money or a number of things, whose word stands beside it; no score and no share."""
    if amount.is_range or amount.ambiguous or amount.approximate or not amount.unit:
        return False
    unit = measure(amount)
    counted = not unit and not amount.unit.startswith("of ") and amount.unit.casefold() in amount.text.casefold()
    return counted or (len(unit) == len("NOK") and unit.isupper())
