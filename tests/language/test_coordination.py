"""One goal or two: what a reader of the sentence would say."""

import pytest

from tests.language.reading import sentence

TWO = [
    ("nb", "Nå 12 MNOK i omsetning og komme under 3 % frafall"),
    ("da", "Vinde to nye kommuner som kunder og fastholde alle gamle"),
    ("nb", "Arkivet er ryddet, og originalene er levert til museet"),
    ("en", "Cut costs and support staff"),
    ("en", "Sign 20 new customers by 30 June and open an office in Leeds"),
    ("nb", "Digitalisere 200 mapper innen 31. desember 2026 og flytte arkivet til nytt lager"),
    ("nn", "Digitalisere 200 mapper innan 31. desember 2026 og flytte arkivet til nytt lager"),
    ("sv", "Digitalisera 200 mappar senast 31 december 2026 och flytta arkivet till nya lokaler"),
    ("da", "Digitalisere 200 mapper inden 31. december 2026 og flytte arkivet til et nyt lager"),
    ("en", "Hire two engineers and launch the new website by June"),
    ("en", "Cut costs by 10 % and raise revenue by 5 %"),
    ("en", "Happier staff and lower turnover"),
    ("en", "Sell the old van and buy an electric one"),
    ("en", "Lose 5 kg and stop smoking"),
    ("en", "Run a marathon and raise $1000 for charity"),
    ("en", "Finish the audit, and publish the report"),
    ("en", "Ensure that all new employees receive training and know the safety rules"),
    ("en", "Open a shop in Oslo and a warehouse in Bergen"),
    ("en", "Paint the fence, and the old shed is torn down. Sell the car and buy a bicycle"),
    ("nb", "Ansette to selgere og åpne ny butikk i Bergen"),
    ("nb", "Vaske bilen og klippe plenen hver lørdag"),
    ("nb", "Mer fornøyde kunder og lavere sykefravær"),
    ("nb", "Bygge ny brygge og male naustet"),
    ("nb", "Kundene skal få raskere svar og oppleve bedre service"),
    ("nb", "Omsetningen skal opp til 12 mill. kr og driftsmarginen til 8 %"),
    ("nn", "Kjøpe ny traktor og selje den gamle"),
    ("nn", "Halde vekentlege møte og følgje opp avvik"),
    ("nn", "Reinare strender og tryggare stiar"),
    ("sv", "Sänka kostnaderna med 5 % och öka omsättningen med 10 %"),
    ("sv", "Städa förrådet och slänga gamla saker"),
    ("sv", "Äta nyttigt och träna tre gånger i veckan"),
    ("sv", "Renare stränder och säkrare stigar"),
    ("da", "Klippe hækken og male stakittet"),
    ("da", "Lave en ny hjemmeside og sende et nyhedsbrev ud hver måned"),
    ("da", "Den nye server sættes i drift, og den gamle slukkes helt"),
    ("da", "Flere glade kunder og færre klager"),
    ("en", "Cut sick leave from 9.1 % to 7.5 % and staff turnover from 18 % to 12 %"),
    ("nb", "Sykefravær fra 9,1 % til 7,5 % og turnover fra 18 % til 12 %"),
    ("nb", "Lage en plan og gjennomføre den nye strategien"),
    ("nn", "Redusere sjukefråværet frå 9,1 % til 7,5 % og gjennomtrekket frå 18 % til 12 %"),
    ("sv", "Minska sjukfrånvaron från 9,1 % till 7,5 % och personalomsättningen från 18 % till 12 %"),
    ("da", "Sænke sygefraværet fra 9,1 % til 7,5 % og personaleomsætningen fra 18 % til 12 %"),
    ("en", "Train sales and support our staff"),
]
ONE = [
    ("en", "Meet sales and support targets"),
    ("en", "Raise the open rate to 32 % and keep it there throughout June"),
    ("en", "Test eight landing pages by 12 June and keep the two that convert best"),
    ("nb", "Teste åtte sider innen 12. juni og beholde de to som selger best"),
    ("nn", "Teste åtte sider innan 12. juni og behalde dei to som sel best"),
    ("sv", "Få upp öppningsgraden till 32 % och hålla den där hela juni"),
    ("da", "Bringe åbningsraten op på 32 % og holde den der i hele juni"),
    ("en", "Improve and expand our onboarding programme"),
    ("en", "Reduce the number of complaints and returns by 20 %"),
    ("en", "Provide safe and affordable housing"),
    ("en", "Increase sales by calling customers and visiting shops"),
    ("en", "Customers who call and ask for help get an answer within two hours"),
    ("en", "Make the app faster and easier to use"),
    ("en", "As soon as the permit is granted, open the terrace"),
    ("en", "Give patients and relatives better information"),
    ("en", "Keep search fast on sites with 80 pages and configured filters for 10 users"),
    ("nb", "Forbedre og utvide opplæringen"),
    ("nb", "Rydde, vaske og male lokalet"),
    ("nb", "Gi brukere og pårørende en bedre hverdag"),
    ("nb", "Øke lønnsomheten ved å kutte kostnader og heve prisene"),
    ("nb", "Gjøre nettsiden raskere og enklere å bruke"),
    ("nb", "Et portalverktøy der brukerne kan velge tema og skrive en kommentar"),
    ("nn", "Skape eit positivt og inkluderande miljø"),
    ("nn", "Gje barn og unge eit betre tilbod"),
    ("nn", "Utvikle og ta i bruk ein ny app"),
    ("sv", "Utveckla och förbättra våra tjänster"),
    ("sv", "Skapa en positiv och inkluderande arbetsmiljö"),
    ("sv", "Öka andelen kvinnor och män i vården"),
    ("sv", "Ge kunder och partner en bättre upplevelse"),
    ("da", "Planlægge og gennemføre tre kurser"),
    ("da", "Udvikle kompetencer og færdigheder"),
    ("da", "Vi bliver bedre til at bruge vores data, når vi planlægger vagter"),
    ("da", "God stemning og højt til loftet"),
    ("en", "Design, build and launch the page"),
    ("en", "Plan, hold and evaluate three courses"),
    ("nb", "Designe, bygge og lansere siden"),
    ("sv", "Designa, bygga och lansera sidan"),
    ("en", "Train sales and support staff"),
    ("en", "Hire sales and design teams"),
    ("en", "Hire two nurses and train them"),
    ("en", "Write a plan and publish it on the website"),
    ("nb", "Ansette to sykepleiere og lære dem opp"),
    ("nb", "Lage et kart og publisere det"),
    ("nn", "Tilsetje to sjukepleiarar og lære dei opp"),
    ("nn", "Lage ein plan og gjennomføre han"),
    ("sv", "Anställa två sjuksköterskor och utbilda dem"),
    ("sv", "Ta fram en plan och genomföra den"),
    ("da", "Ansætte to sygeplejersker og oplære dem"),
    ("da", "Lave en plan og gennemføre den inden maj"),
    ("en", "Solve 70 % of the cases at the first call, up from 48 %"),
    ("nb", "Løse 70 % av sakene ved første kontakt, opp fra 48 %"),
    ("nn", "Sjukefråvær på høgst 8 % i snitt for året, ned frå 10,6 %"),
    ("sv", "Rörelsemarginal på 7 procent, upp från 4,2 procent"),
    ("da", "Plukfejl på højst 3 ‰, ned fra 7 ‰"),
    ("en", "Increase members by 20, from 100 to 130"),
    ("nb", "Øke antall medlemmer med 20, fra 100 til 130"),
    ("nn", "Auke talet på medlemmer med 20, frå 100 til 130"),
    ("sv", "Öka antalet medlemmar med 20, från 100 till 130"),
    ("da", "Øge antallet af medlemmer med 20, fra 100 til 130"),
]
MEANS = [
    ("en", "Raise awareness through posters and films", "through posters"),
    ("en", "Double revenue by actively entering two new markets", "by actively entering"),
    ("nb", "Øke salget gjennom to kampanjer", "gjennom to"),
    ("nb", "Kutte utslippene ved å bytte til elbil", "ved å bytte"),
    ("nn", "Auke salet gjennom nye kanalar", "gjennom nye"),
    ("sv", "Minska utsläppen genom att byta till elbilar", "genom att byta"),
    ("en", "Reach customers through our website", "through our"),
    ("nn", "Auke salet gjennom våre kanalar", "gjennom våre"),
    ("da", "Øge salget gennem to kampagner", "gennem to"),
]
NO_MEANS = [
    ("nb", "Bedre presisjon, målt ved at 97 % av ordrene er sendt samme dag"),
    ("da", "Alle vagter har været igennem kurset"),
    ("en", "Finish by evening"),
    ("en", "Get through the backlog by May"),
    ("en", "Keep the shop open through 2027"),
    ("en", "Releases are supported by tooling"),
    ("nb", "Gå gjennom alle rutiner i mai"),
    ("nb", "Holde åpent gjennom hele året"),
    ("sv", "Gå igenom alla rutiner i maj"),
    ("da", "Holde åbent gennem hele sommeren"),
    ("en", "Publish 5 stories of key projects through our media"),
    ("en", "Count the visitors through our whole season"),
    ("nb", "Nå ut gjennom mediene"),
]
BLANKS = [
    ("en", "Recruit X volunteers by May"),
    ("en", "Increase revenue to X by June"),
    ("en", "Recruit [X] apprentices"),
    ("en", "Reduce cost by Y%"),
    ("nb", "Skaffe X nye kunder"),
    ("da", "Få N nye medlemmer"),
    ("nb", "Flere jenter på elektro (måltall kommer)"),
    ("nn", "Ventetida skal ned (tal ikkje fastsett enno)"),
    ("sv", "Höja snittbetyget till X,X"),
    ("da", "Måltal: fastsættes senere"),
    ("en", "A system that is used by N9 customers"),
    ("sv", "Rekrytera N1 sjuksköterskor"),
]
NO_BLANKS = [
    ("en", "Sell 10 Model X cars"),
    ("en", "Release OS X version by May"),
    ("en", "See [the plan](http://x.y)"),
    ("en", "[Draft] Publish the plan"),
    ("nb", "Fase X er ferdig i mai"),
    ("en", "Post on X daily"),
    ("en", "[x] Publish the plan"),
    ("en", "- [ ] Publish the plan"),
    ("nb", "[X] Publisere planen"),
    ("en", "Buy Nokia N9 phones"),
    ("en", "Upgrade to version N9"),
]


@pytest.mark.parametrize(("language", "text"), TWO)
def test_two_outcomes_that_could_fail_separately(language: str, text: str) -> None:
    assert sentence(language, text).compound


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Open a second clinic by 1 September 2026 and cut waiting time from 9 to 5 days", "and"),
        ("en", "Increase sales in Leeds and York and raise margins", "and"),
        ("en", "Raise sales from 4 to 5 million, cut costs from 3 to 2 million", ","),
        ("nb", "Øke salget med 10 % og redusere svinnet til 2 %", "og"),
        ("nn", "Opne nytt bibliotek og få 500 nye lånarar", "og"),
        ("sv", "Färre fel och snabbare svar", "och"),
        ("da", "Den nye server sættes i drift, og den gamle slukkes helt", "og"),
    ],
)
def test_what_joins_two_outcomes(language: str, text: str, expected: str) -> None:
    joint = sentence(language, text, start=3).joint
    assert joint is not None
    assert text[joint.start - 3 : joint.end - 3] == expected
    assert joint.start - 3 == text.rindex(expected + " ")


@pytest.mark.parametrize(("language", "text"), ONE)
def test_one_outcome_of_two_words(language: str, text: str) -> None:
    assert not sentence(language, text).compound


@pytest.mark.parametrize(("language", "text", "expected"), MEANS)
def test_the_sentence_says_how(language: str, text: str, expected: str) -> None:
    assert [text[span.start : span.end] for span in sentence(language, text).means] == [expected]


@pytest.mark.parametrize(("language", "text"), NO_MEANS)
def test_a_way_a_time_or_a_doer_is_no_means(language: str, text: str) -> None:
    assert sentence(language, text).means == ()


@pytest.mark.parametrize(("language", "text"), BLANKS)
def test_a_blank_to_be_filled_is_found(language: str, text: str) -> None:
    assert sentence(language, text).of("placeholder", "redaction")


@pytest.mark.parametrize(("language", "text"), NO_BLANKS)
def test_a_name_with_an_x_or_brackets_is_no_blank(language: str, text: str) -> None:
    assert not sentence(language, text).of("placeholder", "redaction")
