"""The steps of a plan: which of its actions are items of a list, and what an action says apart from owner and day."""

from collections.abc import Iterator

from smartlint.rule import Action, Document, Goal, Span

_BULLETS = ("-", "*", "•", "–")


def every(actions: tuple[Action, ...]) -> Iterator[Action]:
    """The actions and all below them, in order of place."""
    for action in actions:
        yield action
        yield from every(action.actions)


def steps(goal: Goal, document: Document) -> tuple[Action, ...]:
    """The actions that stand as items of a list; a sentence after `how:` is a way of working, not a list of steps."""
    return tuple(action for action in goal.actions if _is_item(action, document))


def _is_item(action: Action, document: Document) -> bool:
    start = action.text.span.start
    return document.source.text[max(0, start - 40) : start].rstrip().endswith(_BULLETS)


def attributes_of(action: Action) -> Span | None:
    """The closing parenthesis that holds the owner or the deadline, if it stands there and not on lines below."""
    text, span = action.text.text, action.text.span
    places = [person.span for person in action.owner] + ([action.deadline.span] if action.deadline else [])
    if not any(span.start <= place.start < span.end for place in places) or "(" not in text:
        return None
    return Span(span.start + text.rindex("("), span.end)


def said_of(action: Action) -> str:
    """What an action says, without the parenthesis that holds its owner or deadline."""
    closing = attributes_of(action)
    text = action.text.text[: closing.start - action.text.span.start] if closing else action.text.text
    return text.rstrip()


def place_of(action: Action) -> Span:
    """Where what an action says stands, on its first line."""
    first = said_of(action).partition("\n")[0].rstrip()
    return Span(action.text.span.start, action.text.span.start + len(first))
