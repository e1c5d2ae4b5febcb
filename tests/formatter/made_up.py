"""Made-up goal files: the same goals, once as they ought to be laid out and once as people may have written them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from smartlint.formatter.field_order import ORDER

_WORDS = {
    "en": {
        "goal": ("goal", "result goal", "strategic goal"), "owner": "owner", "with": "together with", "metric": "measured by",
        "source": "source", "baseline": "baseline", "target": "target", "deadline": "deadline", "why": "why",
        "status": "status", "how": "how", "milestones": "milestones", "note": "note",
    },
    "nb": {
        "goal": ("mål", "resultatmål", "strategisk mål"), "owner": "eier", "with": "sammen med", "metric": "måles ved",
        "source": "kilde", "baseline": "utgangspunkt", "target": "måltall", "deadline": "frist", "why": "hvorfor",
        "status": "status", "how": "hvordan", "milestones": "milepæler", "note": "notat",
    },
    "nn": {
        "goal": ("mål", "prestasjonsmål"), "owner": "eigar", "with": "saman med", "metric": "målt ved",
        "source": "kjelde", "baseline": "utgangspunkt", "target": "måltal", "deadline": "frist", "why": "kvifor",
        "status": "status", "how": "korleis", "milestones": "milepælar", "note": "merknad",
    },
    "sv": {
        "goal": ("mål", "resultatmål"), "owner": "ägare", "with": "tillsammans med", "metric": "mäts med",
        "source": "källa", "baseline": "utgångsläge", "target": "målvärde", "deadline": "senast", "why": "varför",
        "status": "status", "how": "hur", "milestones": "milstolpar", "note": "anteckning",
    },
    "da": {
        "goal": ("mål", "resultatmål"), "owner": "ejer", "with": "sammen med", "metric": "måles ved",
        "source": "kilde", "baseline": "udgangspunkt", "target": "målværdi", "deadline": "frist", "why": "hvorfor",
        "status": "status", "how": "hvordan", "milestones": "milepæle", "note": "note",
    },
}  # fmt: skip
_SENTENCES = {
    "en": ("Raise sales from 40 to 60 loaves a day", "Answer each letter within two days", "Win 12 new members"),
    "nb": ("Øke salget fra 40 til 60 brød om dagen", "Svare på hvert brev innen to dager", "Få 12 nye medlemmer"),
    "nn": ("Auke salet frå 40 til 60 brød om dagen", "Svare på kvart brev innan to dagar", "Få 12 nye medlemer"),
    "sv": ("Öka försäljningen från 40 till 60 bröd om dagen", "Svara på varje brev inom två dagar"),
    "da": ("Øge salget fra 40 til 60 brød om dagen", "Svare på hvert brev inden to dage", "Få 12 nye medlemmer"),
}
_VALUES = {
    "owner": ("Kari Nordmann", "Åsa Ek"), "with": ("Per, Lise",), "metric": ("antall",), "source": ("kassa", "Excel"),
    "baseline": ("40", "2,5 %"), "target": ("60", "4 %"), "deadline": ("2026-06-30",), "why": ("det lønner seg 😀",),
    "status": ("draft",), "note": ("åpent kl. 9",),
}  # fmt: skip
_COMMENTS = ("# a remark", "#", "#   eier: ingen", "## Del 2", "# smartlint: ignore[MEA, TIM001] -- agreed with Åsa")


@dataclass
class _Line:
    """A line of the file: how deep it stands, its parts, and whether a blank line stands above it."""

    depth: int
    lead: str
    body: str
    blank: bool = False
    tail: str = ""
    fields: list[list[_Line]] = field(default_factory=list)

    @property
    def clean(self) -> str:
        said = " ".join(part for part in (self.lead, self.body) if part)
        return " " * (2 * self.depth) + said + ("  " + self.tail if self.tail else "")


class Writer:
    """Writes one file in both ways, as chance decides."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.language = self.chance.choice(sorted(_WORDS))
        self._words = _WORDS[self.language]
        self._clean: list[_Line] = []
        self._written: list[_Line] = []

    def file(self) -> tuple[str, str]:
        """The file as it ought to be, and as it was written."""
        for name, value in (("team", "Butikken"), ("period", "2026"), ("language", self.language)):
            self._take([[_Line(0, f"{name}:", value)]])
        for number in range(self.chance.randint(1, 3)):
            self._goal(0, f"G{number}")
        return "".join(f"{line}\n" for line in self._lines(self._clean)), self._messy()

    def _lines(self, lines: list[_Line]) -> list[str]:
        return [text for line in lines for text in ([""] if line.blank else []) + [line.clean]]

    def _goal(self, depth: int, name: str) -> None:
        self._take([[_Line(depth, f"{self.chance.choice(self._words['goal'])} {name}:", self._sentence(), blank=True)]])
        names = self.chance.sample(ORDER, len(ORDER))
        fields = [self._field(depth + 1, name) for name in names if name in self._words and self.chance.random() < 0.6]
        at = self.chance.randrange(len(fields) + 1)
        self._take(fields[:at])
        if at < len(fields):
            self._comment(depth + 1)
        self._take(fields[at : at + 1])
        self._take(fields[at + 1 :])
        for number in range(self.chance.choice((0, 0, 1, 2)) if depth < 2 else 0):
            self._goal(depth + 1, f"{name}.{number}")

    def _sentence(self) -> str:
        return self.chance.choice(_SENTENCES[self.language])

    def _comment(self, depth: int) -> None:
        """A comment that keeps the fields above and below it apart."""
        line = _Line(depth, "", self.chance.choice(_COMMENTS))
        self._clean.append(line)
        self._written.append(line)

    def _field(self, depth: int, name: str) -> list[_Line]:
        lead = f"{self._words[name]}:"
        if name not in ("how", "milestones"):
            tail = "# smartlint: ignore[REL] -- known" if self.chance.random() < 0.1 else ""
            return [_Line(depth, lead, self.chance.choice(_VALUES[name]), tail=tail)]
        lines = [_Line(depth, lead, "")]
        for month in range(self.chance.randint(1, 3)):
            text = f"2026-0{month + 1}-28: {40 + month}" if name == "milestones" else self._sentence()
            lines.append(_Line(depth + 1, "-", text))
            if name == "how" and self.chance.random() < 0.3:
                lines.append(_Line(depth + 2, "-", self._sentence()))
        return lines

    def _take(self, fields: list[list[_Line]]) -> None:
        """Takes fields that may be written in any order."""
        canonical = {f"{word}:": name for name, word in self._words.items() if isinstance(word, str)}
        rank = {lead: ORDER.index(name) for lead, name in canonical.items()}
        self._written += [line for lines in fields for line in lines]
        self._clean += [line for lines in sorted(fields, key=lambda lines: rank.get(lines[0].lead, 0)) for line in lines]

    def _messy(self) -> str:
        """The same with other indentation, blanks, bullets, capitals and line ends."""
        chance = self.chance
        unit = chance.choice((" ", "  ", "   ", "    ", "\t", "\u00a0\u00a0"))
        end = chance.choice(("\n", "\r\n"))
        lines = []
        for line in self._written:
            is_goal = line.blank
            lines += [chance.choice(("", " ", "\t"))] * (chance.choice((0, 1, 3)) if is_goal else 0)
            lead = line.lead
            if lead == "-":
                lead = chance.choice("-*•–")
            elif lead:
                word = lead[:-1]
                word = chance.choice((word, word[0].upper() + word[1:])).replace(" ", chance.choice((" ", "  ")))
                lead = word + chance.choice((":", " :", "  :"))
            gap = chance.choice(("", " ", "  ", "\t")) if lead[-1:] == ":" else " " if lead else ""
            tail = chance.choice((" ", "   ")) + line.tail if line.tail else ""
            lines.append(unit * line.depth + lead + gap + line.body + tail + chance.choice(("", "", "  ", "\u00a0")))
        return end.join(lines) + chance.choice(("", end, end * 3))
