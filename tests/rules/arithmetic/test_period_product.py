from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.arithmetic.period_product import PeriodProduct


def test_cases() -> None:
    check_rule(
        PeriodProduct,
        valid=[
            "goal: Make 25 calls a week for 12 weeks = 300 calls\n",
            "goal: Call 25 customers every week for ten weeks (250 customers)\n",
            "mål: Ringe 25 kunder i uken i 12 uker, til sammen 300 kunder\n  eier: Ida Berg\n",
            "mål: Holde 4 kurs i måneden i 6 måneder, altså 24 kurs\n  eier: Ida Berg\n",
            "mål: 5 besøk i veka i 10 veker, 50 besøk til saman\n  eigar: Ida Berg\n",
            "mål: Ringje 25 kundar i veka i 12 veker\n  eigar: Ida Berg\n  måltal: 300 kundar\n",
            "mål: Ringa 25 samtal i veckan under 12 veckor, totalt 300 samtal\n  ägare: Ida Berg\n",
            "mål: Boka 10 möten per vecka i 8 veckor = 80 möten\n  ägare: Ida Berg\n",
            "mål: Sælge 25 billetter om ugen i 12 uger, i alt 300 billetter\n  ejer: Ida Berg\n",
            "mål: Holde 2 kurser om måneden i 6 måneder\n  ejer: Ida Berg\n  målværdi: 12 kurser\n",
            # rounding, holidays, weeks of five days
            "goal: Publish 2 posts per week for 12 months, 100 posts in all\n",
            "goal: Make 25 calls a week for 12 weeks, 310 calls in all\n",
            "goal: Make 5 calls a day for 4 weeks, 100 calls in all\n",
            "goal: Make 5 calls a day for 4 weeks, 140 calls in all\n",
            # for each of four sellers
            "goal: Each seller makes 25 calls a week for 12 weeks, 1200 calls in all\n",
            # at least so many
            "goal: Make at least 25 calls a week for 12 weeks, 400 calls in all\n",
            "goal: Make 25 calls a week for 12 weeks, at least 250 calls in all\n",
            # of something else
            "goal: Make 25 calls a week for 12 weeks and win 200 customers\n",
            "goal: Contact 25 companies a week for 12 weeks and sign 15 companies\n",
            "goal: Interview 4 users a week for 6 weeks, and have 15 users in the beta\n",
            "mål: Ringe 25 kunder i uken i 12 uker og booke 60 møter\n  eier: Ida Berg\n",
            # about so many, from so many
            "goal: Make 25 calls a week for 12 weeks, about 400 calls in all\n",
            "goal: Make 20–25 calls a week for 12 weeks, 400 calls in all\n",
            # no length, no total, two of them
            "goal: Make 25 calls a week, 400 calls in all\n",
            "goal: Make 25 calls a week for 12 weeks\n",
            "goal: Make 25 calls a week for 12 weeks and then for 6 weeks, 400 calls in all\n",
            "goal: Make 25 calls a week for 12 weeks\n  target: 25 calls a week\n",
        ],
        invalid=[
            Invalid(
                "goal: Make 25 calls a week for 12 weeks = ⟦400 calls⟧\n",
                "exact",
                {"rate": "25 calls", "rhythm": "a week", "length": "for 12 weeks", "low": 300.0, "total": "400 calls"},
                level="warning",
            ),
            Invalid("goal: Call 25 customers every week for ten weeks (⟦300 customers⟧)\n", "exact", {"low": 250.0}),
            Invalid("goal: Make ⟦400 calls⟧ in 12 weeks, 25 calls a week\n", "exact"),
            Invalid("goal: Make 5 calls a day for 4 weeks, ⟦170 calls⟧ in all\n", "range", {"low": 100.0, "high": 140.0}),
            Invalid("goal: Make 25 calls a week for 12 weeks\n  target: ⟦240 calls⟧\n", "exact"),
            Invalid("goal: Make at least 25 calls a week for 12 weeks, ⟦240 calls⟧ in all\n", "exact"),
            Invalid("mål: Ringe 25 kunder i uken i 12 uker, til sammen ⟦400 kunder⟧\n  eier: Ida Berg\n", "exact"),
            Invalid("mål: Holde 4 kurs i måneden i 6 måneder, altså ⟦20 kurs⟧\n  eier: Ida Berg\n", "exact"),
            Invalid("mål: 5 besøk i veka i 10 veker, ⟦60 besøk⟧ til saman\n  eigar: Ida Berg\n", "exact", {"low": 50.0}),
            Invalid("mål: Ringje 25 kundar i veka i 12 veker\n  eigar: Ida Berg\n  måltal: ⟦350 kundar⟧\n", "exact"),
            Invalid("mål: Ringa 25 samtal i veckan under 12 veckor, totalt ⟦400 samtal⟧\n  ägare: Ida Berg\n", "exact"),
            Invalid("mål: Boka 10 möten per vecka i 8 veckor = ⟦100 möten⟧\n  ägare: Ida Berg\n", "exact"),
            Invalid("mål: Sælge 25 billetter om ugen i 12 uger, i alt ⟦400 billetter⟧\n  ejer: Ida Berg\n", "exact"),
            Invalid("mål: Holde 2 kurser om måneden i 6 måneder\n  ejer: Ida Berg\n  målværdi: ⟦15 kurser⟧\n", "exact"),
            Invalid("goal: Make 25 calls a week for 12 weeks = ⟦400 calls⟧\n  status: done\n", "exact"),
        ],
    )


def test_the_rate_and_the_length_are_shown() -> None:
    text = "goal: Make 25 calls a week for 12 weeks = 400 calls\n"
    (found,) = lint(text, PeriodProduct).findings
    assert [text[slice(*place.span)] for place in found.related] == ["25 calls", "for 12 weeks"]


def test_page() -> None:
    check_page(PeriodProduct)
