"""Fixes written out: their patterns filled in, in the language of the goal, and new lines put in their place."""

from __future__ import annotations

from smartlint.extracting import is_packed
from smartlint.goal import Document, Goal
from smartlint.language.vocabulary import vocabulary
from smartlint.new_line import NoRoom, placed
from smartlint.readers import can_hold, in_data, is_document
from smartlint.record import replace
from smartlint.rule import NEW_LINE, Edit, Fix, Report, Rule
from smartlint.source import Source, Span
from smartlint.translation import fill


def ready(report: Report, rule: type[Rule], document: Document) -> Report:
    """A report with its fix written out, where to do it once more changes nothing: in a goal file."""
    source = document.source
    if report.fix is None or source.file is not source or is_document(source.path):
        return report
    goal = document.all_goals[report.goal] if report.goal is not None else None
    return replace(report, fix=written(report.fix, rule, document, goal))


def written(fix: Fix, rule: type[Rule], document: Document, goal: Goal | None) -> Fix | None:
    """A fix whose patterns are filled in, in the language of the goal, and whose new lines have their place, if any.

    Into a file that nobody but its own program writes it is a proposal.
    """
    path = document.source.path
    try:
        edits = tuple([_edit(edit, rule, document, goal) for edit in fix.edits])
    except NoRoom:
        return None
    if not all(can_hold(path, edit.text) for edit in edits):
        return None
    return replace(fix, edits=edits, applicability="display" if is_packed(path) else fix.applicability)


def in_file(fix: Fix | None, source: Source) -> Fix | None:
    """A fix with the places that it has in the file."""
    if fix is None or source.file is source:
        return fix
    return replace(fix, edits=tuple(replace(edit, span=source.in_file(edit.span)) for edit in fix.edits))


def _edit(edit: Edit, rule: type[Rule], document: Document, goal: Goal | None) -> Edit:
    span, text, pattern = edit.span, edit.text, edit.pattern
    if edit.params is not None:
        pattern = rule.patterns[text]
        language = _language_of(document, goal, span)
        text = fill(rule.in_language(pattern, language), edit.params, language)
    source = document.source
    if span == NEW_LINE:
        span, text = placed(text, document, goal)
    elif in_data(source.path, source.file.text, source.in_file(span).start):
        from smartlint.readers.data_edits import fitted  # here: most files are goal files

        found = fitted(document, source.in_file(span), text)
        if found is None:
            raise NoRoom
        return Edit(*found, pattern=pattern)
    # what has room between its parts is told later: the parts move from one version of a file to the next
    return Edit(source.in_file(span) if source.file is source else span, text, pattern=pattern)


def _language_of(document: Document, goal: Goal | None, span: Span) -> str:
    """What is written into a goal's sentence is in the language of that; a new line is, where its goal word is as well."""
    if goal is None:
        return document.language
    if span != NEW_LINE:
        return goal.language if goal.statement.span.contains(span) else document.language
    word = vocabulary().goal_word(tuple(goal.word.text.lower().split()), goal.language)
    return word[0].language if word is not None and word[0].language == goal.language else document.language
