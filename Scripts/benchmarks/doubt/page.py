"""A page of a packet while it is being made, and what is written on it."""

from dataclasses import dataclass, field
import math

from samples.sheet import BLACK, LETTER, Sheet, width_of, wrap

LEFT, RIGHT = 54, 558
WIDE = RIGHT - LEFT


@dataclass
class Page:
    sheet: Sheet
    # form, continuation, certificate, support, letter, envelope, other form, blank.
    kind: str
    # What a clerk finds here and nowhere else: signature, notary, dates, received.
    holds: set = field(default_factory=set)
    # Places on it by name, [x, y, width, height] in points.
    places: dict = field(default_factory=dict)
    # The ink of signatures, by the name of their places: a mark of the sheet.
    inks: dict = field(default_factory=dict)
    # What happened to the paper and on the glass: each takes a picture of the page and dice, and gives one.
    effects: list = field(default_factory=list)
    # Takes and gives the bytes of the picture.
    damage: object = None
    is_scanned: bool = False

    @property
    def needs_picture(self):
        return self.is_scanned or bool(self.effects) or self.damage is not None

    def value(self, name):
        """The mark of a field that is filled in, or None."""
        return next(
            (mark for mark in self.sheet.marks if mark[0] == "field" and mark[1] == name and mark[3]), None
        )

    def change(self, name, text=None, pen=None):
        """Another text or pen for a field."""
        for at, mark in enumerate(self.sheet.marks):
            if mark[0] == "field" and mark[1] == name:
                _, _, box, old, old_pen, multiline = mark
                self.sheet.marks[at] = (
                    "field",
                    name,
                    box,
                    old if text is None else text,
                    pen or old_pen,
                    multiline,
                )

    def press(self, name, x, y, mask, color):
        """Ink in a place, which accidents find again by the place's name."""
        self.sheet.ink(x, y, mask, color)
        self.inks[name] = self.sheet.marks[-1]

    def move(self, name, x=None, y=None, color=None):
        """Puts ink elsewhere, or gives it another colour."""
        old = self.inks[name]
        new = ("ink", old[1] if x is None else x, old[2] if y is None else y, old[3], color or old[4])
        self.sheet.marks[self.sheet.marks.index(old)] = self.inks[name] = new


def new_page(kind, *holds, size=LETTER):
    return Page(Sheet(kind, size), kind, set(holds))


@dataclass(frozen=True)
class Type:
    """The printed face of a form."""

    family: str = "sans"

    @property
    def bold(self):
        return f"{self.family}-bold"

    @property
    def italic(self):
        return f"{self.family}-italic"


def blank(page, name, x, y, width, value, pen, height=16):
    """A value on a rule whose height is y."""
    page.sheet.line(x, y, x + width, y, 0.6)
    page.sheet.field(name, (x, y - height, width, height), value or "", fitted(value, pen, width))


def fitted(text, pen, width):
    """The pen, smaller where the text would not fit."""
    wide = width_of(text, pen.font, pen.size) if text else 0
    return pen if wide <= width - 6 else type(pen)(pen.font, round(pen.size * (width - 6) / wide, 1), pen.color)


def flow(page, name, box, text, pen):
    """Fills a box with as much of a text as it holds; gives the rest."""
    step = pen.size * pen.leading
    room = math.floor((box[3] - pen.size) / step) + 1
    taken, rest = [], []
    for paragraph in text.split("\n") if text else []:
        lines = wrap(paragraph, pen.font, pen.size, box[2] - 4)
        if rest or room < 1:
            rest.append(paragraph)
        elif len(lines) <= room:
            taken.append(paragraph)
            room -= len(lines) + 0.4
        else:
            here = int(room)
            taken.append(" ".join(lines[:here]))
            rest.append(" ".join(lines[here:]))
            room = 0
    page.sheet.field(name, box, "\n".join(taken), pen, True)
    return "\n".join(rest)


def box_text(page, x, y, width, lines, font="sans", size=8, color=BLACK, pad=6):
    """A framed notice; gives its lower edge."""
    bottom = page.sheet.para(x + pad, y + pad + size * 0.8, width - 2 * pad, lines, font, size, color=color)
    page.sheet.rect(x, y, width, bottom - size * 0.5 - y + pad - 2, 0.8)
    return bottom - size * 0.5 + pad - 2
