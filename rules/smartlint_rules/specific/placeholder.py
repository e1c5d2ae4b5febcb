from collections.abc import Iterator, Mapping, Sequence

from smartlint.rule import Context, Document, DocumentRule, Edit, Field, Fix, Hit, Report, Witness, compile_late

#: Letters in the place of figures, and words in brackets.
_NUMBER = compile_late(r"(?:[xX]{1,2}(?:[.,][xX]+)?|[nN]\d)(?P<rest>[ \u00a0]?%)?")
_OWN = compile_late(r"[<\[{](?P<text>\w[^<>{}\[\]]*)[>\]}]")


class Placeholder(DocumentRule):
    """A gap that was to be filled is still there.

    ## What it finds
    `TBD`, `XXX`, `<owner>`, `X %` and the like in the sentence, and fields that hold nothing else, or only `?`, `-` or
    `n/a`, those above the goals too; but `baseline: ?` is an answer. A number that was taken out on purpose (`$N`) is
    only noted.

    ## Why it matters
    A template that was never finished looks like a goal on the list. Everybody believes that somebody else knows the
    number.

    ## Example
    ```goals
    goal C1: Raise newsletter sign-ups by X % before 1 July 2026
      owner: Nadia Osei
    ```

    ```goals
    mål 1: Få 30 nye kunder inden 30. juni 2026
      ejer: <navn>
    ```

    ## Use instead
    ```goals
    goal C1: Raise newsletter sign-ups by 12 % before 1 July 2026
      owner: Nadia Osei
    ```

    ```goals
    mål 1: Få 30 nye kunder inden 30. juni 2026
      ejer: Mette Krogh
    ```

    ## Sources
    Real goal files, in which `XXX`, `ZZZ` and `TBD` stand for numbers that were never decided, long after the period
    began.
    """

    code = "SPC012"
    name = "placeholder"
    title = "A gap that was never filled"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    by_goal = True
    messages = {
        "gap": "`{text}` is still to be filled in",
        "redacted": "the number behind `{text}` is not shown, so it cannot be checked",
    }
    helps = {
        "gap": "write what belongs here, or delete it until it is known",
        "redacted": "keep the number in the file if those who read it may know it",
    }
    patterns = {"number": "⟨number⟩{rest}", "own": "⟨{text}⟩", "text": "⟨what belongs here⟩"}

    def check(self, document: Document, context: Context) -> Iterator[Report | Witness]:
        for section in document.sections:
            yield from self._found(_values(section.fields), None)
        for goal in document.all_goals:
            if goal.is_open and goal.kind != "vision":
                yield from self._found([*goal.reading.of("placeholder", "redaction"), *_values(goal.fields)], goal.index)

    def _found(self, read: Sequence[Hit], goal: int | None) -> Iterator[Report]:
        gaps = [hit for hit in read if hit.kind == "placeholder"]
        for hit in read:
            if hit.kind == "redaction":
                yield self.report("redacted", hit.span, level="info", goal=goal, text=hit.text)
            elif hit.kind == "placeholder" and not any(gap.span != hit.span and gap.span.contains(hit.span) for gap in gaps):
                yield self.report("gap", hit.span, goal=goal, fix=_hole(hit), text=hit.text)  # but for the first half of `X.X`


def _values(fields: Mapping[str, Field]) -> list[Hit]:
    """The fields that hold nothing else."""
    return [field.value for field in fields.values() if isinstance(field.value, Hit)]


def _hole(found: Hit) -> Fix:
    """A hole that says what belongs in it."""
    number, own = _NUMBER.fullmatch(found.text), _OWN.fullmatch(found.text)
    if number:
        edit = Edit(found.span, "number", {"rest": number["rest"] or ""})
    elif own:
        edit = Edit(found.span, "own", {"text": own["text"]})
    else:
        edit = Edit(found.span, "text", {})
    return Fix((edit,), "display")
