from collections.abc import Iterator, Mapping
from typing import Any

from smartlint.rule import GoalFact, Notice, Project, ProjectRule, Quantity, Related, Report, date, measure, stems
from smartlint_rules.consistent.comparable import of_one_metric, related, same_unit, same_value


class ContradictingGoals(ProjectRule):
    """Two goals cannot both be reached.

    ## What it finds
    Two open goals of one team that measure the same, as their sentences and metrics say, of which one asks for more
    and the other for less at the same time, or which have two targets on the same day. Channel, audience, place and
    owner must be the same, or one of the two does not name any.

    ## Why it matters
    Whoever works towards the one works against the other. Which of the two holds is decided by whoever shouts loudest,
    and the other one's owner looks as if they had failed.

    ## Example
    ```goals
    team: Support
    goal 1: Answer 80 % of messages on the same day by 30 June 2026
      owner: Leo Grant
    goal 2: Answer 95 % of messages on the same day by 30 June 2026
      owner: Leo Grant
    ```

    ```goals
    team: Kantina
    periode: K2 2026
    mål 1: Auke utvalet av varme rettar
    mål 2: Redusere utvalet av varme rettar
    ```

    ## Use instead
    ```goals
    team: Support
    goal 1: Answer 80 % of messages on the same day by 30 June 2026
      owner: Leo Grant
    goal 2: Answer 95 % of messages on the same day by 31 December 2026
      owner: Leo Grant
    ```

    ```goals
    team: Kantina
    mål 1: Auke utvalet av varme rettar
      periode: K2 2026
    mål 2: Redusere utvalet av varme rettar
      periode: K3 2026
    ```

    ## Sources
    Goals of a team are asked to be free of conflict for the same reason as requirements are: people solve the conflict
    each for themselves, and differently.
    """

    code = "CON002"
    name = "contradicting-goals"
    title = "Two goals that cannot both be reached"
    level = "warning"
    profiles = ()
    yields_to = ("CON001",)
    messages = {
        "less": "asks for less of what `{other}` asks for more of",
        "more": "asks for more of what `{other}` asks for less of",
        "targets": "the target is {target} here, and {theirs} in `{other}`: which one holds?",
        "other": "the other goal",
        "target": "the other target",
    }
    helps = {
        "less": "keep one of the two, or write what sets them apart: place, product, time",
        "more": "keep one of the two, or write what sets them apart: place, product, time",
        "targets": "keep the one that holds; or write what sets the two apart: place, product, time",
    }

    def check(self, project: Project, options: Mapping[str, Any], today: date) -> Iterator[Report | Notice]:
        seen: set[tuple[str, str, int]] = set()
        for earlier, later in of_one_metric(project):
            for message in _conflicts(project, earlier, later):
                if (message, later.file, later.index) not in seen:
                    seen.add((message, later.file, later.index))
                    yield self._at(message, earlier, later)

    def _at(self, message: str, earlier: GoalFact, later: GoalFact) -> Report:
        mine, theirs = later.target, earlier.target
        if message != "targets" or mine is None or theirs is None:
            places = (Related(earlier.span, "other", earlier.file),)
            return self.report(message, later.span, related=places, goal=later.index, file=later.file, other=earlier.name)
        return self.report(
            "targets",
            mine.span,
            related=(Related(theirs.span, "target", earlier.file),),
            goal=later.index,
            file=later.file,
            other=earlier.name,
            target=mine.text,
            theirs=theirs.text,
        )


def _conflicts(project: Project, earlier: GoalFact, later: GoalFact) -> Iterator[str]:
    if earlier.direction * later.direction < 0:
        if _overlap(earlier, later) and not _counts(earlier, later):
            yield "less" if later.direction < 0 else "more"
    elif earlier.deadline == later.deadline and _two_targets(earlier, later) and not related(project, earlier, later):
        yield "targets"


def _two_targets(earlier: GoalFact, later: GoalFact) -> bool:
    """Both are exact, in one unit, and differ; two bounds leave room between them."""
    one, other = earlier.target, later.target
    if one is None or other is None or not same_unit(earlier, later) or not (_is_exact(one) and _is_exact(other)):
        return False
    return one.role == other.role and not same_value(one.value, other.value)


def _is_exact(amount: Quantity) -> bool:
    return not (amount.is_range or amount.approximate or amount.ambiguous)


def _counts(earlier: GoalFact, later: GoalFact) -> bool:
    """Things are counted, and no metric says that they are the same: some are won, and others are lost."""
    counted = any(fact.target is not None and not measure(fact.target) for fact in (earlier, later))
    return counted and not (earlier.metric and stems(earlier.metric) == stems(later.metric))


def _overlap(earlier: GoalFact, later: GoalFact) -> bool:
    """The times of two goals have a day in common, as far as they are known."""
    before = earlier.deadline and later.start and earlier.deadline < later.start
    after = later.deadline and earlier.start and later.deadline < earlier.start
    return not before and not after
