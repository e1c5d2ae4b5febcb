from collections.abc import Iterator

from smartlint.rule import Context, Document, Edit, Fix, ProblemRule, Report, Span, Witness, replace


class EmptyField(ProblemRule):
    """A field, a list item or a goal has no text.

    ## What it finds
    A field with nothing after its colon and no list below it, a dash with nothing after it, a goal word with nothing
    after its colon although fields stand below it.

    ## Why it matters
    Somebody meant to come back and fill it in. Until then the goal looks finished at a glance and lacks what the empty
    line promises.

    ## Example
    ```goals
    mål 1: Øke antall bestillinger på nett fra 300 til 450 innen 30. juni 2026
      eier: Ingrid Solbakken
      hvordan:
    ```

    ```goals
    mål 1: Få 45 nye kunder inden 30. april 2026
      ejer:
      frist: 2026-04-30
    ```

    ## Use instead
    ```goals
    mål 1: Øke antall bestillinger på nett fra 300 til 450 innen 30. juni 2026
      eier: Ingrid Solbakken
      hvordan:
        - Legge bestilling av frokost på forsiden
    ```

    ```goals
    mål 1: Få 45 nye kunder inden 30. april 2026
      ejer: Mette Krogh
      frist: 2026-04-30
    ```

    ## Sources
    Half-filled forms are among the commonest faults of real goal lists; an empty field counts as not answered, and is
    reported once, here, rather than as a missing one as well.
    """

    code = "SYN006"
    name = "empty-field"
    title = "A field, item or goal with no text"
    level = "warning"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    yields_to = ("LIM004",)
    kind = "empty-field"
    closed = True
    visions = True
    messages = {
        "field": "nothing stands after `{word}`",
        "item": "nothing stands after this dash",
        "goal": "nothing stands after `{word}`: what is to be reached?",
    }
    helps = {
        "field": "write what belongs after `{word}:`, or delete the line",
        "item": "write the text after the dash, or delete the line",
        "goal": "write after the colon what will be different, by how much and by when",
    }
    patterns = {"hole": " ⟨what belongs here⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for found in super().check(document, context):
            yield replace(found, fix=_hole(found, document)) if isinstance(found, Report) else found


def _hole(found: Report, document: Document) -> Fix:
    """Something to be filled in behind the colon or the dash."""
    source = document.source
    line = source.line_span(source.position(found.span.start).line)
    place = found.span.end
    if found.message_id != "item":
        place += source.slice(Span(place, line.end)).find(":") + 1
    return Fix((Edit(Span(place, place), "hole", {}),), "display")
