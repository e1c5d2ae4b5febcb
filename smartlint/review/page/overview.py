"""The review at a glance: how many goals can be worked with as they are, and what needs attention."""

from __future__ import annotations

from collections.abc import Iterator

from smartlint.review.page.charts import stacked
from smartlint.review.page.markup import Content, Markup, element, markup
from smartlint.review.page.section import Section, figures, filtered
from smartlint.review.page.view import View


def section(view: View) -> Section:
    content = markup([_standing(view), _figures(view), _asking(view), _notices(view)])
    return Section("overview", view.say("Overview"), None, content)


def _standing(view: View) -> Content:
    """How many goals have nothing to mend: the figure that everything else explains."""
    share = view.review.summary.sound
    if not share.judged:
        return element("p", view.say("There is no open goal here."), class_="empty")
    text = view.many(
        "open goal is sound: no error, no warning, and nothing that is excused.",
        "open goals are sound: no error, no warning, and nothing that is excused.",
        share.judged,
    )
    ready, left = view.say("sound"), view.say("to mend")
    bar = stacked((("passes", share.passing, ready), ("error", share.judged - share.passing, left)))
    return element("div", element("p", element("strong", view.of(share)), " ", text), bar, class_="standing")


def _figures(view: View) -> Markup:
    summary = view.review.summary
    counts = summary.counts
    quiet = summary.suppressed + summary.waived + summary.baselined
    shown: list[tuple[str, str, Content]] = [
        ("error", view.say("Errors"), filtered(view.number(counts.errors), level="error")),
        ("warning", view.say("Warnings"), filtered(view.number(counts.warnings), level="warning")),
        ("info", view.say("Notes"), filtered(view.number(counts.infos), level="info")),
        ("excused", view.say("Excused"), filtered(view.number(quiet), level="excused")),
        ("plain", view.say("Goals"), view.number(summary.goals)),
        ("plain", view.say("Teams"), view.number(summary.teams)),
        ("plain", view.say("Owners"), view.number(summary.owners)),
        ("plain", view.say("Files"), view.number(summary.files)),
    ]
    return figures(shown)


def _asking(view: View) -> Content:
    items = [element("li", item) for item in _asked(view)]
    return [element("h3", view.say("What needs attention")), element("ul", items, class_="asking")] if items else None


def _asked(view: View) -> Iterator[Content]:
    summary, review = view.review.summary, view.review
    if count := summary.unowned:
        yield filtered(view.many("1 goal has no owner.", "{count} goals have no owner.", count), owner="none")
    if count := summary.undated:
        yield filtered(view.many("1 goal has no deadline.", "{count} goals have no deadline.", count), due="none")
    if count := summary.past:
        text = view.many("The deadline of 1 open goal has passed.", "The deadlines of {count} open goals have passed.", count)
        yield filtered(text, due="past")
    if count := summary.unaligned:
        text = view.many("1 goal is not linked to the strategy.", "{count} goals are not linked to the strategy.", count)
        yield filtered(text, show="unaligned")
    if count := sum(limit.state != "within" for limit in review.limits):
        text = view.many("A team has more goals than its limit.", "Limits for goals that are exceeded: {count}.", count)
        yield element("a", text, href="#limits")
    if count := sum(len(overlap.teams) > 1 for overlap in review.overlaps):
        text = view.many("Goals of different teams overlap.", "Goals of different teams overlap: {count} times.", count)
        yield element("a", text, href="#overlaps")
    if count := summary.soon:
        text = view.many("1 waiver lapses soon.", "{count} waivers lapse soon.", count)
        yield element("a", text, href="#waivers")


def _notices(view: View) -> Content:
    """What could not be judged, so that nobody takes silence for a good sign."""
    review = view.review
    said: list[Content] = []
    if not review.is_complete:
        said.append(view.say("Not everything could be read or judged: see the findings."))
    if review.is_part:
        said.append(view.say("These are not all files of the project."))
    if review.history:
        said.append(view.told(review.history))
    said += map(view.told, review.notices)
    items = [element("li", text) for text in said]
    return [element("h3", view.say("What could not be judged")), element("ul", items, class_="notices")] if items else None
