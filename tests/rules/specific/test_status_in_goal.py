from smartlint.testing import Invalid, check_page, check_rule
from smartlint_rules.specific.status_in_goal import StatusInGoal


def test_cases() -> None:
    check_rule(
        StatusInGoal,
        valid=[
            "goal: Answer the phone 24/7\n",
            "goal: 95 % of staff (118/125) have done the course\n",
            "goal: Raise NPS 40 -> 60\n",
            "goal: Raise the share of green tickets from 40 % => 60 %\n",
            "goal: Ship the beta (closed)\n  status: done\n",
            "goal: Finish the report (printed and done well)\n",
            "goal: Get it done\n",
            "goal: Cut the build from 18 to 8 minutes (median)\n",
            "goal: Get the verified badge ✔ on 3 profiles\n",
            "mål: Øke snittkarakteren 4,2 → 4,5\n",
            "mål: Bedre svar => flere kunder\n",
            "mål: Ha alle rapporter ferdig innen 3. juni\n",
            "mål: Selje 40 billettar (utan rabatt)\n",
            "mål: Ha planen ferdig – innan 3. juni\n",
            "mål: Åpne butikken på Lade – og ferdig\n",
            "mål: Sänka ledtiden 8 → 4 dagar\n",
            "mål: Alla 12 lägenheter är klara\n",
            "mål: Sænke ventetiden 14 -> 10 minutter\n",
            "mål: Alle 12 boliger er færdige\n",
        ],
        invalid=[
            Invalid("goal: Sign 12 customers ⟦- on track⟧\n", "status"),
            Invalid("mål: Signere 12 kunder ⟦– i rute⟧\n", "status"),
            Invalid("goal: Sign 12 customers ⟦=> Done⟧\n", "status", {"text": "=> Done"}, "warning"),
            Invalid("goal: Close 80 % of tickets in a day ⟦=> 66 % on time⟧\n", "status"),
            Invalid("goal: Sign 12 customers ⟦==> not started⟧\n", "status"),
            Invalid("goal: ⟦✅⟧ Publish the gateway usage policy\n", "status"),
            Invalid("goal: Publish the gateway usage policy ⟦❌⟧\n", "status"),
            Invalid("goal: ⟦~~Publish the gateway usage policy~~⟧\n", "status"),
            Invalid("goal: ⟦[x]⟧ Publish the policy\n", "status"),
            Invalid("goal: Publish the policy ⟦(not done)⟧\n", "status"),
            Invalid("goal: Publish the policy ⟦(in progress)⟧\n", "status"),
            Invalid("goal: Publish the policy ⟦(completed)⟧\n", "status"),
            Invalid("goal: ⟦DONE:⟧ Publish the policy\n", "status"),
            Invalid("mål: Signere 12 avtaler ⟦=> ikke nådd⟧\n", "status"),
            Invalid("mål: Åpne butikken på Lade ⟦(ferdig)⟧\n", "status"),
            Invalid("mål: Åpne butikken på Lade ⟦– ferdig⟧\n", "status"),
            Invalid("mål: ⟦✔️⟧ Opne butikken på Sandane\n", "status"),
            Invalid("mål: Selje 40 billettar ⟦[ikkje nådd]⟧\n", "status"),
            Invalid("mål: Sälja 40 biljetter ⟦→ uppnått⟧\n", "status"),
            Invalid("mål: Öppna butiken i Umeå ⟦(ej påbörjat)⟧\n", "status"),
            Invalid("mål: Sælge 40 billetter til festen ⟦=> 31⟧\n", "status"),
            Invalid("mål: Åbne butikken i Ribe ⟦(forsinket)⟧\n", "status"),
        ],
    )


def test_page() -> None:
    check_page(StatusInGoal)
