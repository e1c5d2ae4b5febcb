import re
from collections.abc import Iterator

from smartlint.rule import NEW_LINE, Context, Edit, Fix, Goal, GoalRule, Report, Span, Witness, compile_late, leave_out

_MARK = r"(?:[✅☑✔✓❌✖✗✘🚫🔜⏳🚧🟢🟡🟠🔴]\ufe0f?|:(?:white_check_mark|heavy_check_mark|x|construction|no_entry_sign):)"
#: A mark of what is done or dropped, a ticked or empty box, a sentence that is struck out.
_MARKED = compile_late(rf"(?:{_MARK}[ \u00a0]*)+|\[[ xX✓]\](?=[ \u00a0])|~~.+?~~", re.DOTALL)
_MARKED_END = compile_late(rf"(?:(?<![ \u00a0])[ \u00a0]*{_MARK}){{1,40}}\Z")
#: An arrow and what came of the goal.
_OUTCOME = compile_late(r"(?:(?<!=)=+>|⇒|(?<!-)-+>|→)[ \u00a0]*+(?P<text>[^=⇒→]{1,400})\Z")
#: A remark in brackets at the start or end, behind a dash at the end, before a colon or dash at the start.
_REMARKS = (
    compile_late(r"\A[(\[](?P<text>[^()\[\]]+)[)\]]"),
    compile_late(r"[(\[](?P<text>[^()\[\]]+)[)\]][.!]?\Z"),
    compile_late(r"(?<=[ \u00a0])[-–—:][ \u00a0]++(?P<text>[^-–—:()\[\]]+)\Z"),
    compile_late(r"\A(?P<text>\w+(?:[ \u00a0]\w+)?)(?::|[ \u00a0][-–—])[ \u00a0]"),
)
#: How many words such a remark may have.
_FEW = 3


class StatusInGoal(GoalRule):
    """The sentence of a goal tells how far it has come.

    ## What it finds
    A result behind an arrow (`=> not done`, `=> 66 %` after a target), a tick, cross or coloured dot at the start or end
    of the sentence, a ticked box, a sentence that is struck out, and a word such as *done*, *ferdig* or *pågår* in
    brackets or behind a dash. Figures such as `24/7` and `118/125`, and the arrow between a start and a target
    (`40 -> 60`), are no status.

    ## Why it matters
    The goal and the news about it age at different speeds. Next month the tick is out of date, and whoever counts the
    goals that are done has to read every sentence.

    ## Example
    ```goals
    mål 1: Signere 12 nye avtaler innen 30. juni 2026 => ikke nådd
      eier: Ravi Pillai
    ```

    ```goals
    mål 2: ✅ Opne den nye avdelinga på Sandane innan 1. juni 2026
      eigar: Olav Tveit
    ```

    ## Use instead
    ```goals
    mål 1: Signere 12 nye avtaler innen 30. juni 2026
      eier: Ravi Pillai
      fremdrift:
        - 31. mars 2026: 9 avtaler
    ```

    ```goals
    mål 2: Opne den nye avdelinga på Sandane innan 1. juni 2026
      eigar: Olav Tveit
      status: nådd
    ```

    ## Sources
    Real goal files, which end up as logs: `=> Done`, struck-out lines and emoji beside goals that are still open.
    """

    code = "SPC015"
    name = "status-in-goal"
    title = "A sentence that tells how far the goal has come"
    level = "warning"
    profiles = ()
    messages = {"status": "`{text}` tells how far the goal has come, and does not belong in its sentence"}
    helps = {"status": "move it to a line of its own: `status: ⟨how it stands⟩`, or a day and a value under `progress:`"}
    patterns = {"line": "status: ⟨how it stands⟩"}

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        text = goal.statement.text
        found = _MARKED.match(text) or _MARKED_END.search(text) or _outcome(goal, text) or _remark(goal, text)
        if found is not None:
            start = goal.statement.span.start
            said = found[0].strip(" \u00a0")
            begin = start + found.start() + found[0].index(said)
            place = Span(begin, begin + len(said))
            yield self.report("status", place, fix=_fix(goal, place), text=" ".join(said.split()))


def _outcome(goal: Goal, text: str) -> re.Match[str] | None:
    """An arrow and a word of status, or the number that was reached of a target before it."""
    found = _OUTCOME.search(text)
    if found is None:
        return None
    start, arrow = goal.statement.span.start, found.start()
    after = start + found.start("text")
    numbers = goal.reading.quantities
    reached = next((number for number in numbers if number.span.start == after), None)
    aims = [number for number in numbers if number.span.end < start + len(text[:arrow].rstrip())]
    beside = any(number.span.end == start + len(text[:arrow].rstrip()) for number in numbers)
    told = reached is not None and not beside and any(reached.unit in ("", number.unit) for number in aims)
    return found if told or _is_status(goal, after, found["text"], opens=True) else None


def _remark(goal: Goal, text: str) -> re.Match[str] | None:
    """A remark of few words that is a status."""
    start = goal.statement.span.start
    for pattern in _REMARKS:
        found = pattern.search(text)
        if found is None:
            continue
        begin = start + found.start("text")
        goes_on = found[0][0] not in "([" and any(hit.span.start == begin for hit in goal.reading.of("linking"))
        if not goes_on and _is_status(goal, begin, found["text"]):  # "– and done" goes on with the sentence
            return found
    return None


def _is_status(goal: Goal, start: int, text: str, *, opens: bool = False) -> bool:
    """A word of status ends a few words (or opens them), or a verb of making by itself says that it is done."""
    said = text.strip(" \u00a0.!")
    end = start + len(text.rstrip(" \u00a0.!"))
    if len(said.split()) <= _FEW:
        for hit in goal.reading.of("status"):
            if start <= hit.span.start and (hit.span.end == end or (opens and hit.span.start == start)):
                return True
    made = goal.reading.of("deliver")
    return any(hit.span == Span(start, end) and hit.text.lower() != hit.lemma for hit in made)


def _fix(goal: Goal, place: Span) -> Fix | None:
    """The sentence without it, and a line for how it stands."""
    fix = leave_out(goal.statement, place)
    if fix is None or goal.says("status"):
        return fix
    return Fix((*fix.edits, Edit(NEW_LINE, "line", {})), "display")
