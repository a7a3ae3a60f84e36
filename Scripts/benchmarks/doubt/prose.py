"""Who complains of whom, and what they write: an engine of its own, that knows nothing of jurat's wording."""

from dataclasses import dataclass

_FIRST = (
    "Agnes Bertil Corinne Darius Edda Fenton Graciela Hollis Ingrid Jerome Katya Lorcan Mirela Nestor Oriana "
    "Percival Quilla Roscoe Sunniva Tobias Una Vernon Wilhelmina Yusuf Zelda"
).split()
_LAST = (
    "Ackerley Bramwell Castellanos Dunmore Eisenhardt Fairbairn Gustafsson Hathersage Ibarra Jankowiak Kessler "
    "Lindholm Mwangi Northcott Ostrander Prendergast Quiroga Ravenscroft Stallworth Tidewell Underhill Vasquez "
    "Wetherby Yarborough Zimmerli"
).split()
_STREETS = (
    "Alder Court",
    "Bellwether Road",
    "Chapel Lane",
    "Dovecote Street",
    "Ferry Hill",
    "Granary Way",
    "Kiln Road",
    "Lantern Street",
    "Orchard Terrace",
    "Weir Avenue",
)
_TOWNS = (
    ("Pinebrook", "TX 75999"),
    ("Saltmarsh", "FL 33999"),
    ("Old Mission", "CA 94999"),
    ("Harrow Falls", "NY 12999"),
    ("Coalport", "PA 17999"),
    ("Fairmeadow", "TX 77999"),
    ("Lakemont", "NY 13999"),
    ("Millrace", "PA 18999"),
)
_FIRMS = (
    "Bridgeway Care Coordination",
    "Copperfield Health Services",
    "Lodestar Recovery Group",
    "Northgate Medical Review",
    "Tallgrass Rehabilitation",
    "Wayfinder Case Services",
)


@dataclass(frozen=True)
class Person:
    name: str
    street: str
    town: str
    state: str  # "TX 75999"
    phone: str
    firm: str

    @property
    def city(self):
        return f"{self.town}, {self.state}"

    @property
    def email(self):
        given, *_, family = self.name.lower().split()
        return f"{given[0]}{family}@mail.example"


def person(dice):
    middle = dice.choice(("", "", f"{dice.choice('ABDEGHLMPRT')}. "))
    return Person(
        f"{dice.choice(_FIRST)} {middle}{dice.choice(_LAST)}",
        f"{dice.randint(3, 980)} {dice.choice(_STREETS)}",
        *dice.choice(_TOWNS),
        f"({dice.randint(210, 989)}) 555-01{dice.randint(10, 99)}",
        dice.choice(_FIRMS),
    )


def people(dice, count):
    """So many persons of whom no two share a name."""
    found = []
    while len(found) < count:
        one = person(dice)
        if not any(set(one.name.split()) & set(other.name.split()) for other in found):
            found.append(one)
    return found


_OPENINGS = (
    "{who} was assigned to my file after my shoulder operation and was to arrange the therapy that "
    "my surgeon had ordered.",
    "I am the mother of a young man who was hurt at work. {who} was put in charge of his care by {firm}.",
    "I employed {firm} to look after my wife's return from the hospital, and {who} took the file over.",
    "I worked in the office next to {who} at {firm} and saw the files that are spoken of here.",
    "My late uncle was a client of {who}. I held the keys to his house and went through his papers.",
)
_DEEDS = (
    "I asked for the therapy schedule {count} times and was told each time that it was being prepared.",
    "{who} gave the names of my medicines to my supervisor, who repeated them to me in the break room.",
    "The report says that I refused an examination. Nobody had ever offered me one.",
    "{who} told the clinic that the visits were paid for, and the clinic has since sent me a bill of ${sum}.",
    "I found out that the equipment company which {who} recommended belongs to a relative of {who}.",
    "The home visit that is charged for with {hours} hours never took place. I was out of town and "
    "can show it.",
    "My calls were not returned for {count} weeks, and the voice mailbox was full.",
    "{who} signed the care plan in my name and said afterwards that it was only a formality.",
    "A letter meant for another client of {firm} came with my papers. It named the client and the illness.",
    "When I asked for a different case manager, {who} said that the insurer would close the file if I did.",
    "The nurse was told to leave out of her notes that the wound had opened again.",
    "{who} promised in front of {count} people that the ramp would be built, and denied it in writing.",
    "I was charged ${sum} for copies of my own record, and got {count} pages of it.",
    "The transport was cancelled without a word, and I sat in the lobby for {hours} hours.",
    "{who} spoke to my employer about a settlement although I had asked that no one do so.",
)
_FEELINGS = (
    "I felt that nobody was on my side.",
    "My physician was as surprised as I was.",
    "I have kept a copy of everything.",
    "I wrote it down the same evening.",
    "My sister was in the room and heard every word.",
    "Nothing came of it.",
    "I do not want this to happen to anybody else.",
    "An apology was never offered.",
    "I was too ill to protest.",
    "The office manager shrugged and said that it was how they worked.",
)
_BRIEFS = (
    "Did not do what was agreed, and said afterwards that it had been done.",
    "Shared what was told in confidence with my employer.",
    "Charged for visits that did not take place.",
    "Recommended a supplier without saying that the owner is a relative.",
)
_PLACES = (
    "At my home",
    "At the office of the firm",
    "By telephone",
    "In the rehabilitation unit",
    "At the clinic",
)
_ROLES = ("Client", "Family of a client", "Member of the public", "Former client", "Employee of the same firm")
_RULES = ("Rule 2 and Standard 9", "Standards 4 and 11", "Rule 3", "Standard 16", "Rule 1; Standard 20")


def brief(dice):
    return dice.choice(_BRIEFS)


def place(dice):
    return dice.choice(_PLACES)


def role(dice):
    return dice.choice(_ROLES)


def rules(dice):
    return dice.choice(_RULES)


def paragraph(dice, who, firm, sentences):
    words = {"who": who, "firm": firm}
    said = []
    for deed in dice.sample(_DEEDS, min(sentences, len(_DEEDS))):
        said.append(
            deed.format(count=dice.randint(2, 9), sum=dice.randint(40, 980), hours=dice.randint(2, 7), **words)
        )
        if dice.random() < 0.4:
            said.append(dice.choice(_FEELINGS))
    return " ".join(said)


def statement(dice, respondent, paragraphs):
    """The story, in so many paragraphs after the first."""
    title = dice.choice(("Ms. ", "Mr. ")) + respondent.name.split()[-1]
    return "\n".join(
        [dice.choice(_OPENINGS).format(who=respondent.name, firm=respondent.firm)]
        + [paragraph(dice, title, respondent.firm, dice.randint(2, 5)) for _ in range(paragraphs)]
    )
