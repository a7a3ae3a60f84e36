"""Other looks of the same sheet: fonts, the wording of labels, where it lies on the paper, pens."""

from dataclasses import dataclass, replace

from samples.sheet import BLACK, RED, width_of

# Labels that a form of another year may have in the place of the first one (Pipeline/forms).
_LABELS = (
    ("Occurred from", "Date of occurrence", "Date of incident"),
    ("Date first learned", "Date you learned"),
    ("Date signed", "Dated", "Signed on"),
    ("Signature of complainant", "Complainant signature"),
    ("Signature of notary public", "Signature of notary", "Signature of officer", "Notary Public"),
    ("Subscribed and sworn to before me this", "Sworn to and subscribed before me this"),
    ("My commission expires", "Commission expires"),
)


@dataclass(frozen=True)
class Look:
    """One look for all sheets of a packet."""

    family: str
    labels: dict
    shift: tuple

    @classmethod
    def random(cls, dice):
        return cls(dice.choice(("sans", "sans", "serif")),
                   {words[0]: dice.choice((words[0], *words)) for words in _LABELS},
                   (dice.uniform(-9, 9), dice.uniform(-9, 9)))

    def apply(self, sheet):
        sheet.marks = [self._moved(mark) for mark in sheet.marks]

    def _moved(self, mark):
        dx, dy = self.shift
        kind, *rest = mark
        if kind == "text":
            x, y, text, font, size, color = rest
            if self.family == "serif":
                font = font.replace("sans", "serif")
            return kind, x + dx, y + dy, self.labels.get(text, text), font, size, color
        if kind == "field":
            name, (x, y, width, height), *more = rest
            return kind, name, (x + dx, y + dy, width, height), *more
        if kind == "check":
            name, x, y, *more = rest
            return kind, name, x + dx, y + dy, *more
        if kind == "line":
            x1, y1, x2, y2, *more = rest
            return kind, x1 + dx, y1 + dy, x2 + dx, y2 + dy, *more
        x, y, *more = rest
        return kind, x + dx, y + dy, *more


def refill(sheet, changes):
    """Other text or another pen for fields, by their names: (text or None, pen or None)."""
    for at, mark in enumerate(sheet.marks):
        if mark[0] == "field" and mark[1] in changes:
            _, name, box, old, pen, multiline = mark
            text, other = changes[name]
            sheet.marks[at] = ("field", name, box, old if text is None else text, other or pen, multiline)


def smaller(pen, text, width):
    """The pen, smaller where the text would not fit."""
    wide = width_of(text, pen.font, pen.size)
    return pen if wide <= width else replace(pen, size=round(pen.size * width / wide, 1))


def printed_stamp(sheet, x, y, day, words="RECEIVED", office="ETHICS INTAKE"):
    """A stamp of receipt as a program prints it onto the page."""
    sheet.rect(x, y, 132, 50, 1.4)
    sheet.text(x + 66, y + 15, words, "sans-bold", 13, RED, "center")
    sheet.text(x + 66, y + 30, day, "mono-bold", 12, RED, "center")
    sheet.text(x + 66, y + 43, office, "sans-bold", 8, RED, "center")


def printed_postmark(sheet, city, day):
    """A postmark as a sorting machine sprays it."""
    for row, text in enumerate((city.upper(), f"{day}  PM 3 L", "USPS")):
        sheet.text(420, 40 + row * 12, text, "mono", 10, BLACK)
