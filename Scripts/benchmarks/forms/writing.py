"""What people write into fields: words that fit, and how their pens go."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
import re

from PIL import Image, ImageDraw

from samples.ink import ink_stroke, spline
from samples.sheet import BLACK, BLUE, DPI, Pen, width_of

SCALE = DPI / 72
NAMES = ("Maria Delgado", "J. T. Whitcombe", "Aisha Rahman", "Peter O'Neill", "Lena Fischer", "Samuel Okafor",
         "Grace Liu", "Dolores M. Vance", "Henrik Aalto", "Ruth", "Okafor", "T. Vance")
STREETS = ("118 Alder Street", "2207 W. Third Ave., Apt. 4", "PO Box 613", "45 Mill Lane", "9 Quarry Rd",
           "7714 Pine Ct.")
TOWNS = ("Tacoma", "Beckley", "Salem, OR 97301", "Yonkers", "Eugene", "Fort Worth, Texas", "Ely")
NUMBERS = ("24-CV-1183", "555-0134", "(503) 555-0177", "19", "2024", "3", "1,250.00", "40", "98402", "7", "N/A")
SENTENCES = ("none", "see attached", "not known to me", "He has lived with his aunt since the spring.",
             "The roof leaked again in March and nobody came.", "Household goods and one car", "my brother",
             "Letters were sent twice without any answer.", "part time", "We agreed to this over the telephone.")
HINTS = (
    (r"dat", None), (r"name|petitioner|plaintiff|debtor|attorney|witness|sign", NAMES),
    (r"street|address|mail", STREETS), (r"city|county|state|town|court|venue", TOWNS),
    (r"phone|tel|zip|amount|number|no\b|\$|ssn|case|year|age", NUMBERS))


@dataclass(frozen=True)
class Hand:
    """One person who fills in a form."""

    pen: Pen
    signs: tuple
    # How far off the field the words start, and how carelessly, in points.
    careless: float

    @classmethod
    def random(cls, dice, writes):
        colour = dice.choice((BLUE, BLACK))
        if writes:
            font = dice.choice(("hand-upright", "hand-slanted", "hand-round", "hand-script"))
            return cls(Pen(font, dice.uniform(10.5, 14), colour, 1.25), colour, dice.uniform(0.6, 3.5))
        font = dice.choice(("sans", "serif", "mono", "typewriter"))
        return cls(Pen(font, dice.choice((9, 10, 10, 11)), BLACK, 1.25), colour, 0.4)

    def sized(self, height):
        """The pen as it goes in a field of that height: hands do not get as small as printers."""
        least = 8.5 if self.pen.is_hand else 6
        return replace(self.pen, size=round(max(least, min(self.pen.size, height * 0.85)), 1))


def words(field, pen, dice, overshoot=0):
    """Text for a field, with room to spare or not: a value that fits, and is about what is asked."""
    room = field.box[2] - 4 + overshoot
    said = f"{field.name} {field.tooltip}".lower()
    anything = NAMES + STREETS + TOWNS + NUMBERS + SENTENCES
    pool = next((found for hint, found in HINTS if re.search(hint, said)), anything)
    if field.kind == "date" or pool is None:
        pool = day(dice)
    fitting = [one for one in pool if fits(one, field, pen, room)]
    if not fitting:
        fitting = [one for one in (*NUMBERS, "x", "1") if fits(one, field, pen, room)] or ["1"]
    return dice.choice(fitting)


def several(pen, field, dice):
    """Lines of text for a field of several lines, which they fill in part."""
    lines = max(1, int(field.box[3] / (pen.size * pen.leading)) - 1)
    room, text = dice.randint(1, min(lines, 6)) * (field.box[2] - 8), ""
    while True:
        longer = f"{text} {dice.choice(SENTENCES)}".strip()
        if text and width_of(longer, pen.font, pen.size) > room * 0.85:
            return text
        text = longer
        if width_of(text, pen.font, pen.size) > room * 0.85:
            return text


def fits(text, field, pen, room):
    return width_of(text, pen.font, pen.size) <= room and not 0 < field.most < len(text)


def day(dice):
    one = date(2024, 1, 2) + timedelta(days=dice.randrange(700))
    return (f"{one:%m/%d/%Y}", f"{one.month}/{one.day}/{one:%y}", f"{one:%B} {one.day}, {one.year}",
            f"{one:%b} {one.day}, {one.year}", f"{one.month}-{one.day}-{one.year}", f"{one.day}")


def check_mark(box, dice):
    """A mark in a check box, which goes over its edge as often as not; a mask, and its top left in points."""
    x, y, width, height = box
    margin, over = 9, dice.uniform(-0.12, 0.4)

    def at(across, down):
        return ((margin + width * across + dice.gauss(0, 0.5)) * SCALE * 3,
                (margin + height * down + dice.gauss(0, 0.5)) * SCALE * 3)

    kind = dice.choices(("cross", "tick", "fill"), (5, 4, 2))[0]
    if kind == "cross":
        strokes = [[at(-over, -over), at(0.5, 0.45), at(1 + over, 1 + over)],
                   [at(1 + over, -over), at(0.5, 0.55), at(-over, 1 + over)]]
    elif kind == "tick":
        strokes = [[at(0.05 - over / 3, 0.5), at(0.4, 0.95 + over / 3), at(1 + over, -0.1 - over)]]
    else:
        rows = dice.randint(4, 7)
        strokes = [[at((row % 2) * (1 + over / 2) - (1 - row % 2) * over / 4, (row + 0.5) / rows)
                    for row in range(rows)]]
    size = (round((width + 2 * margin) * SCALE), round((height + 2 * margin) * SCALE))
    mask = Image.new("L", (size[0] * 3, size[1] * 3), 0)
    nib = dice.uniform(0.9, 1.6) * SCALE * 3 / 2
    for stroke in strokes:
        ink_stroke(ImageDraw.Draw(mask), spline(stroke), nib)
    return mask.resize(size, Image.Resampling.BOX), x - margin, y - margin
