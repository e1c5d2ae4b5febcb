from smartlint.testing import Invalid, check_page, check_rule, lint
from smartlint_rules.measurable.binary_key_result import BinaryKeyResult
from smartlint_rules.measurable.missing_target import MissingTarget
from smartlint_rules.measurable.not_measurable import NotMeasurable

EN = "objective O1: Guests book by themselves\n  "
NB = "OKR-mål O1: Gjestene bestiller selv\n  "
NN = "OKR-mål O1: Gjestene bestiller sjølve\n  "
SV = "OKR-mål O1: Gästerna bokar själva\n  "
DA = "OKR-mål O1: Gæsterne bestiller selv\n  "


def test_cases() -> None:
    check_rule(
        BinaryKeyResult,
        valid=[
            f"{EN}key result KR1: Raise bookings on the web from 40 % to 65 %\n",
            f"{EN}key result KR1: Publish 5 guides\n",
            f"{EN}key result KR1: Send a letter to the members every month, 12 in all\n",
            f"{NB}nøkkelresultat KR1: Øke andelen bestillinger på nett fra 40 % til 65 %\n",
            f"{NB}nøkkelresultat KR1: Svare på e-post innen 4 timer\n",
            f"{NN}nøkkelresultat KR1: Auke delen bestillingar på nett frå 40 % til 65 %\n",
            f"{NN}nøkkelresultat KR1: 30 gjester har prøvd den nye sida\n",
            f"{SV}nyckelresultat KR1: Öka andelen bokningar på webben från 40 % till 65 %\n",
            f"{SV}nyckelresultat KR1: 9 av 10 gäster svarar att det var lätt\n",
            f"{DA}nøgleresultat KR1: Øge andelen af bestillinger på nettet fra 40 % til 65 %\n",
            f"{DA}nøgleresultat KR1: Halvere antallet af opkald\n",
            # the figure stands in a field, in a milestone, or below
            f"{EN}key result KR1: Launch the booking page\n    target: 300 bookings a month\n",
            f"{EN}key result KR1: Launch the booking page\n    milestones:\n      - 2026-03-31: 20 %\n",
            f"{EN}key result KR1: Launch the booking page\n    goal G1: Take 300 bookings on the web\n",
            # one of what is measured
            f"{EN}key result KR1: Answer within 1 hour\n",
            f"{EN}key result KR1: Publish 1 guide a month\n",
            f"{EN}key result KR1: Cut the share of no-shows by 1 percentage point\n",
            # a figure that is not understood
            f"{EN}key result KR1: Precise search is used by N9 customers\n",
            # not said yet
            f"{EN}key result KR1: Launch the booking page for X guests\n",
            # no key result
            "goal: Launch the booking page\n",
            "objective O1: Launch the booking page\n",
            # it cannot be measured at all, which is another finding
            f"{EN}key result KR1: Improve the booking page\n",
        ],
        invalid=[
            Invalid(
                f"{EN}key result KR1: ⟦Launch the new booking page by 29 May 2026⟧\n",
                "binary",
                level="info",
                fixed=f"{EN}key result KR1: Launch the new booking page by 29 May 2026, "
                "so that ⟨measure⟩ goes from ⟨baseline⟩ to ⟨target⟩\n",
            ),
            Invalid(
                f"{EN}key result KR1: ⟦Launch the booking page.⟧\n",
                "binary",
                fixed=f"{EN}key result KR1: Launch the booking page, so that ⟨measure⟩ goes from ⟨baseline⟩ to ⟨target⟩\n",
            ),
            Invalid(f"{EN}key result KR1: Hire ⟦1 receptionist⟧\n", "single", {"number": "1 receptionist"}),
            Invalid(f"{EN}key result KR1: ⟦Guests like the page⟧\n    done when: the board has approved it\n", "binary"),
            Invalid(f"{NB}nøkkelresultat KR1: ⟦Lansere den nye bestillingssiden⟧\n", "binary"),
            Invalid(f"{NB}nøkkelresultat KR1: ⟦Ansette en resepsjonist⟧\n", "binary"),
            Invalid(f"{NN}nøkkelresultat KR1: ⟦Lansere den nye bestillingssida⟧\n", "binary"),
            Invalid(f"{NN}nøkkelresultat KR1: ⟦Tilsetje ein resepsjonist⟧\n", "binary"),
            Invalid(f"{SV}nyckelresultat KR1: ⟦Lansera den nya bokningssidan⟧\n", "binary"),
            Invalid(f"{SV}nyckelresultat KR1: ⟦Anställa en receptionist⟧\n", "binary"),
            Invalid(f"{DA}nøgleresultat KR1: ⟦Lancere den nye bestillingsside⟧\n", "binary"),
            Invalid(f"{DA}nøgleresultat KR1: ⟦Ansætte en receptionist⟧\n", "binary"),
        ],
    )


def test_one_cause_is_one_finding() -> None:
    text = f"{EN}key result KR1: Happier guests\n    metric: marks in the survey\n    done when: they say so\n"
    codes = [one.rule.code for one in lint(text, BinaryKeyResult, MissingTarget, NotMeasurable).findings]
    assert codes.count("MEA018") == 0


def test_page() -> None:
    check_page(BinaryKeyResult)
