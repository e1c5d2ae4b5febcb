"""The open goals: which of them a line belongs to, by its column."""

from __future__ import annotations

from smartlint.parser.drafts import GoalDraft

#: Goals nest no deeper; what is deeper stands at this depth.
DEEPEST = 40


class OpenGoals:
    """The goals that the next line may stand under, outermost first."""

    def __init__(self) -> None:
        self._goals: list[GoalDraft] = []

    def __bool__(self) -> bool:
        return bool(self._goals)

    @property
    def last(self) -> GoalDraft | None:
        """The innermost one."""
        return self._goals[-1] if self._goals else None

    def clear(self) -> None:
        self._goals.clear()

    def open(self, goal: GoalDraft) -> GoalDraft | None:
        """Opens a goal under the innermost goal further left, or the objective or goal before a flat key result.

        Returns the goal that it stands under, if any.
        """
        below = goal.word.kind == "key_result" or goal.word.sub
        while self._goals:
            other = self._goals[-1]
            alike = (other.word.kind, other.word.sub) == (goal.word.kind, goal.word.sub)
            flat = below and other.column == goal.column and not alike and not other.item
            if other.column < goal.column or flat:
                break
            self._goals.pop()
        del self._goals[DEEPEST - 1 :]
        above = self.last
        self._goals.append(goal)
        return above

    def open_item(self, goal: GoalDraft) -> GoalDraft | None:
        """Opens a goal that is an item of the innermost one, and returns that."""
        del self._goals[DEEPEST - 1 :]
        above = self.last
        self._goals.append(goal)
        return above

    def for_field(self, column: int) -> GoalDraft:
        """The goal whose field stands in a column: the innermost further left, or the goal above in the same column.

        A goal in the same column that has deeper fields of its own gives way to a parent with fields in that column.
        """
        while len(self._goals) > 1:
            goal, parent = self._goals[-1], self._goals[-2]
            deeper = goal.column == column and max(goal.columns, default=0) > column
            if goal.column <= column and not (deeper and column in parent.columns):
                break
            self._goals.pop()
        return self._goals[-1]

    def for_item(self, column: int) -> GoalDraft | None:
        """The goal that an item in a column may stand under; an item that is a goal holds deeper ones only."""
        while len(self._goals) > 1:
            goal = self._goals[-1]
            if goal.column < column or (goal.column == column and not goal.item):
                break
            self._goals.pop()
        goal = self._goals[-1]
        return goal if goal.column <= column else None
