from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Span, Witness, replace


class DuplicateField(ProblemRule):
    """A field is given twice.

    ## What it finds
    The same field twice in one goal, or twice at the top of the file, also where two words mean the same field (`by:`
    and `deadline:`). Both places are shown.

    ## Why it matters
    Two deadlines or two targets are no deadline and no target: each reader picks the one that suits, and they find out
    when the first of the two has passed.

    ## Example
    ```goals
    mål F3: De to elever har hver lavet 20 herreklip
      ejer: Sanne Dahl
      frist: 2026-03-13
      frist: 2026-03-20
    ```

    ```goals
    goal G1: Sign 12 new customers
      owner: Amy Holt
      by: 29 May 2026
      deadline: 30 June 2026
    ```

    ## Use instead
    ```goals
    mål F3: De to elever har hver lavet 20 herreklip
      ejer: Sanne Dahl
      frist: 2026-03-20
    ```

    ```goals
    goal G1: Sign 12 new customers
      owner: Amy Holt
      deadline: 30 June 2026
    ```

    ## Sources
    A goal has one of each: one owner, one target, one deadline. Handbooks of goals and of requirements agree that one
    statement says one thing in one place.
    """

    code = "SYN003"
    name = "duplicate-field"
    title = "A field that is given twice"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "duplicate-field"
    closed = True
    visions = True
    messages = {
        "twice": "`{word}` says again what is stated above, so nobody knows which of the two counts",
        "first": "first stated here",
    }
    helps = {"twice": "both lines mean `{name}`; keep the right one and delete the other"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            yield replace(found, fix=_without(found, document)) if isinstance(found, Report) else found


def _without(found: Report, document: Document) -> Fix | None:
    """The file without the second line, where it says what the first does and nothing belongs to it."""
    source = document.source
    line, first = (source.position(span.start).line for span in (found.span, found.related[0].span))
    if source.line(line).split() != source.line(first).split():
        return None
    start = source.line_span(line).start
    end = source.line_span(line + 1).start if line < source.line_count else len(source.text)
    below = source.line(line + 1) if line < source.line_count else ""
    column = found.span.start - start
    goes_on = bool(below[: column + 1].strip() == "" and below.strip()) or below.lstrip().startswith(("-", "*", "•", "–"))
    return None if goes_on else Fix((Edit(Span(start, end), ""),), "unsafe")
