from smartlint.parser import parse
from smartlint.rule import Context, Witness
from smartlint.testing import TODAY, Invalid, check_page, check_rule, lint
from smartlint_rules.owned.action_without_owner import ActionWithoutOwner
from smartlint_rules.owned.group_owner import GroupOwner
from smartlint_rules.owned.missing_owner import MissingOwner

GOAL = "goal 1: Sell 40 tickets\n  owner: Amy Holt\n"


def test_cases() -> None:
    check_rule(
        ActionWithoutOwner,
        valid=[
            # one person owns the goal, and so the plan
            GOAL + "  how:\n    - Call 20 schools\n    - Put up posters\n",
            "mål 1: Selge 40 billetter\n  eier: Tone Moe\n  hvordan:\n    - Ringe 20 (eier: Tone Moe)\n    - Henge opp 5\n",
            "eier: Tone Moe\nmål 1: Selge 40 billetter\n  hvordan:\n    - Ringe 20 skoler\n",
            # each action is owned
            GOAL
            + "  with: Per Ek\n  how:\n    - Call 20 schools (owner: Per Ek)\n    - Put up posters\n      owner: Amy Holt\n",
            "mål 1: Sälja 40 biljetter\n  ägare: Maja Ek\n  med: Omar Haddad\n  hur:\n    - Ringa (ägare: Maja Ek)\n",
            "mål 1: Sælge 40 billetter\n  ejer: Pia Holm\n  med: Sanne Dahl\n  hvordan:\n    - Ringe (ejer: Sanne Dahl)\n",
            # the words or the items below say whose it is
            "mål 1: Selje 40\n  eigar: Olav Tveit\n  med: Kari Lie\n  korleis:\n    - Kari ringjer 20 skular\n",
            GOAL
            + "  with: Per Ek\n  how:\n    - Schools\n      - Call 20 (owner: Per Ek)\n      - Visit 5 (owner: Amy Holt)\n",
            # a plan in running text, none, or an empty one
            GOAL + "  with: Per Ek\n  how: call the schools, then visit them\n",
            GOAL + "  with: Per Ek\n",
        ],
        invalid=[
            Invalid(
                GOAL + "  with: Per Ek\n  how:\n    - ⟦Call 20 schools⟧\n    - Put up posters (owner: Per Ek)\n",
                "one",
                level="info",
                fixed=GOAL
                + "  with: Per Ek\n  how:\n    - Call 20 schools (owner: ⟨name⟩)\n    - Put up posters (owner: Per Ek)\n",
            ),
            Invalid(
                GOAL + "  with: Per Ek\n  how:\n    - ⟦Call 20 schools (deadline: 2026-05-01)⟧\n    - Posters (40 of them)\n",
                "some",
                {"count": 2, "total": 2},
                fixed=GOAL + "  with: Per Ek\n  how:\n    - Call 20 schools (deadline: 2026-05-01, owner: ⟨name⟩)\n"
                "    - Posters (40 of them) (owner: ⟨name⟩)\n",
            ),
            # another action is somebody else's
            Invalid(GOAL + "  how:\n    - Call 20 schools (owner: Per Ek)\n    - ⟦Put up posters⟧\n", "one"),
            Invalid(
                "mål: Selge 40\n  eier: Tone Moe\n  med: Per Lie\n  hvordan:\n    - ⟦Ringe 20⟧\n    - Henge opp 5\n", "some"
            ),
            Invalid("mål: Selje 40\n  eigar: Olav Tveit\n  med: Kari Lie\n  korleis:\n    - ⟦Ringje 20 skular⟧\n", "one"),
            Invalid("mål: Sälja 40\n  ägare: Maja Ek\n  med: Omar Haddad\n  hur:\n    - ⟦Ringa 20 skolor⟧\n", "one"),
            Invalid("mål: Sælge 40\n  ejer: Pia Holm\n  med: Sanne Dahl\n  hvordan:\n    - ⟦Ringe til 20 skoler⟧\n", "one"),
            Invalid("eier: Tone Moe\nmål: Selge 40\n  med: Web-teamet\n  hvordan:\n    - ⟦Ringe 20 skoler⟧\n", "one"),
            # only some of what stands below it is owned
            Invalid(GOAL + "  how:\n    - ⟦Schools⟧\n      - Call 20 (owner: Per Ek)\n      - Visit 5\n", "one"),
        ],
    )


def test_one_cause_is_one_finding() -> None:
    for owner in ("", "  owner: everyone\n"):
        text = f"goal 1: Sell 40 tickets\n{owner}  with: Amy Holt, Per Ek\n  how:\n    - Call 20 schools\n"
        found = lint(text, ActionWithoutOwner, MissingOwner, GroupOwner).findings
        assert [one.rule.code for one in found] == ["OWN003" if owner else "OWN001"]


def test_what_settles_it_is_the_witness() -> None:
    cases: tuple[tuple[str, list[str]], ...] = (
        (GOAL + "  with: Per Ek\n  how:\n    - Per calls 20 schools\n", ["Per calls 20 schools"]),
        (GOAL + "  with: Per Ek\n", []),
        (GOAL + "  how:\n    - Amy calls 20 schools\n", []),
    )
    for text, expected in cases:
        document = parse(text, "test.goals", today=TODAY)
        said = ActionWithoutOwner().check(document.all_goals[0], Context(document, TODAY, {}))
        assert [(type(one), text[slice(*one.span)]) for one in said] == [(Witness, place) for place in expected], text


def test_page() -> None:
    check_page(ActionWithoutOwner)
