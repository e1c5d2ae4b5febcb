import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from smartlint.rule import (
    Context,
    Edit,
    Fix,
    Goal,
    GoalRule,
    Milestone,
    Option,
    Report,
    TimeRef,
    Witness,
    compile_late,
    date,
    timedelta,
)
from smartlint_rules.time_bound.horizon import every_action, stated_deadline

_SATURDAY = 5
#: In all our languages the names of weekdays end in the word for day.
_WEEKDAY = compile_late(r"(?<=\w\w)da[gy](s|en|er|ar|erne|ane|arna|ene)?\b", re.IGNORECASE)


class NonWorkingDay(GoalRule):
    """A date falls on a day when nobody is at work.

    ## What it finds
    A deadline, milestone or dated action that names a Saturday, a Sunday or, where `country` is set, a public holiday. Only
    dates with day, month and year count. The last day of a month stands for the month and is left alone, and so is a
    date that is written with its weekday, or what happens on one (`taste the bread every Saturday`).

    ## Why it matters
    The goal is really due the day before, or the day after, and people do not agree on which. Whoever is to check it or
    approve it is not there.

    ## Example
    ```goals
    mål 4: Levere budsjettet for skulen til kommunen innan 14. mars 2026
      eigar: Siv Aasen
    ```

    ```goals
    mål 2: Journalsystemet är infört på alla tolv avdelningar
      ägare: Karin Ek
      senast: 2026-05-17
    ```

    ## Use instead
    ```goals
    mål 4: Levere budsjettet for skulen til kommunen innan 13. mars 2026
      eigar: Siv Aasen
    ```

    ```goals
    mål 2: Journalsystemet är infört på alla tolv avdelningar
      ägare: Karin Ek
      senast: 2026-05-15
    ```

    ## Options
    - `country` (default: that of `calendar.holidays`, else empty): the country whose public holidays count, by its ISO
      3166 code such as `NO`, or with a part of it such as `DE-BY`. The holidays are those of the Python package
      `holidays`; where that is not installed, only weekends are found.

    ## Sources
    Project planning counts in working days, and puts what is to be handed over or approved on a day when somebody can
    take it.
    """

    code = "TIM013"
    name = "non-working-day"
    title = "A date on a weekend or a public holiday"
    passes_as = "on a working day"
    level = "info"
    profiles = ()
    options = (
        Option(
            "country",
            "",
            {"type": "string", "pattern": "^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$"},
            "the country whose public holidays count, such as NO",
            follows="calendar.holidays",
        ),
    )
    messages = {
        "saturday": "{date} is a Saturday",
        "sunday": "{date} is a Sunday",
        "holiday": "{date} is a public holiday ({name}): `non-working-day.country` is {country}",
    }
    helps = {
        "saturday": "take the working day before, {before}, or say that the weekend is meant: write the weekday",
        "sunday": "take the working day before, {before}, or say that the weekend is meant: write the weekday",
        "holiday": "take the working day before, {before}",
    }

    def check(self, goal: Goal, context: Context) -> Iterator[Report | Witness]:
        country = context.options["country"]
        if _WEEKDAY.search(goal.statement.text):
            return
        named, working = 0, []
        for time in _stated(goal):
            day = time.end
            if day is None or not _names_its_day(time, day):
                continue
            named += 1
            name = _holiday(day, country)
            if day.weekday() >= _SATURDAY:
                message = "saturday" if day.weekday() == _SATURDAY else "sunday"
                before = _before(day, country)
                yield self.report(message, time.span, fix=_fix(time, before), date=day, before=before)
            elif name:
                before = _before(day, country)
                fix = _fix(time, before)
                yield self.report("holiday", time.span, fix=fix, date=day, before=before, name=name, country=country)
            elif not country or _holidays(country, day.year):
                working.append(time)
        if working and len(working) == named:
            yield Witness(working[0].span)


def _stated(goal: Goal) -> Iterator[TimeRef]:
    """The dates with their year that the goal states, but for those that stand beside a weekday."""
    deadline, field = stated_deadline(goal), goal.fields.get("deadline")
    if deadline is not None:
        words = field.text.plain if field is not None and field.value is deadline else deadline.text
        if len(words.split()) == len(deadline.text.split()):  # else its weekday, shortened, or a remark
            yield deadline
    milestones = goal.fields.get("milestones")
    for one in milestones.value if milestones and type(milestones.value) is tuple else ():
        if isinstance(one, Milestone) and not one.time.derived:
            yield one.time
    for action in every_action(goal.actions):
        if action.deadline is not None and not action.deadline.derived and not _WEEKDAY.search(action.text.text):
            yield action.deadline


def _names_its_day(time: TimeRef, day: date) -> bool:
    """A single day, written as such, and not as the end of a month, a week or a quarter."""
    single = time.start in (None, day) and re.search(rf"(?<!\d)0?{day.day}(?!\d)", time.text) is not None
    return single and not _WEEKDAY.search(time.text) and not _ends_its_month(day)


def _ends_its_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).month != day.month


def _fix(time: TimeRef, before: date) -> Fix | None:
    """The working day before, where the date stands without a word such as "by"."""
    return Fix((Edit(time.span, before.isoformat()),), "unsafe") if time.text[:1].isdigit() else None


def _before(day: date, country: str) -> date:
    """The last working day before."""
    day -= timedelta(days=1)
    while day.weekday() >= _SATURDAY or _holiday(day, country):
        day -= timedelta(days=1)
    return day


def _holiday(day: date, country: str) -> str:
    return _holidays(country, day.year).get(day, "") if country else ""


@cache
def _holidays(country: str, year: int) -> dict[date, str]:
    """The public holidays of a year, or none where the package is not installed or does not know the country."""
    try:
        package = import_module("holidays")
        found = package.country_holidays(country.partition("-")[0], subdiv=country.partition("-")[2] or None, years=year)
        return dict(found)
    except (ImportError, NotImplementedError):
        return {}
