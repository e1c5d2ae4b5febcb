"""What was meant to be said once for many goals, and cannot be read: rules about missing fields leave it alone."""

from smartlint.rule import Context, Goal


def attempted_above(goal: Goal, context: Context, *names: str) -> bool:
    """A goal above, or the heading, has one of these fields, but empty, misspelt, unreadable or a placeholder.

    To be asked where the goal has inherited no value: a field that could be read would have been handed down.
    """
    above = context.parent(goal)
    while above is not None:
        if any(above.says(name) for name in names):
            return True
        above = context.parent(above)
    headings = [section for section in context.document.sections if section.span.start <= goal.head.start]
    return bool(headings) and any(name in headings[-1].fields for name in names)
