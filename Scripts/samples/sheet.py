"""A sheet of paper as a list of marks, in points from the top left, with what is true about it.

The same marks become a raster (printed paper, before the scanner) or a page of a PDF with form
fields, so that a scanned form and a born-digital one have the same layout.
"""

from dataclasses import dataclass, field
from functools import lru_cache
import random

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

DPI = 300
LETTER = (612.0, 792.0)
PARAGRAPH_GAP = 0.4  # between paragraphs of a field, in lines
BLACK = (24, 24, 26)
BLUE = (28, 44, 120)
PURPLE = (88, 40, 130)
RED = (170, 30, 40)

_LIBERATION = "/usr/share/fonts/truetype/liberation/Liberation"
_URW = "/usr/share/fonts/opentype/urw-base35/"
FONTS = {
    "sans": (_LIBERATION + "Sans-Regular.ttf", "Helvetica"),
    "sans-bold": (_LIBERATION + "Sans-Bold.ttf", "Helvetica-Bold"),
    "sans-italic": (_LIBERATION + "Sans-Italic.ttf", "Helvetica-Oblique"),
    "serif": (_LIBERATION + "Serif-Regular.ttf", "Times-Roman"),
    "serif-bold": (_LIBERATION + "Serif-Bold.ttf", "Times-Bold"),
    "serif-italic": (_LIBERATION + "Serif-Italic.ttf", "Times-Italic"),
    "mono": (_LIBERATION + "Mono-Regular.ttf", "Courier"),
    "mono-bold": (_LIBERATION + "Mono-Bold.ttf", "Courier-Bold"),
    "typewriter": (_URW + "NimbusMonoPS-Bold.otf", "Courier"),
    "hand-upright": ("/usr/share/fonts/truetype/fifthhorseman/dkg.ttf", None),
    "hand-slanted": ("/usr/share/fonts/truetype/fifthhorseman/dkgIt.ttf", None),
    "hand-round": ("/usr/share/fonts/truetype/breip/Breip.ttf", None),
    "hand-script": ("/usr/share/fonts/opentype/dancingscript/DancingScript-Regular.otf", None),
}


@lru_cache(maxsize=512)
def face(name, pixels):
    return ImageFont.truetype(
        FONTS[name][0], pixels, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1 << 16)
def width_of(text, font, size):
    """The advance of a line of text, in points."""
    return face(font, 1000).getlength(text) * size / 1000


def printed_face(font, size):
    """The font in which Sheet.printed() sets text: its size is a whole number of dots."""
    scale = DPI / 72
    return face(font, round(size * scale))


def printed_width(text, font, size):
    """The advance of a line on paper, in points."""
    return printed_face(font, size).getlength(text) * 72 / DPI


def wrap(text, font, size, width):
    """The lines that a paragraph breaks into."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return lines + [line] if line else lines


@dataclass
class Sheet:
    """One side of one sheet of paper."""

    role: str
    size: tuple = LETTER
    marks: list = field(default_factory=list)
    attestations: list = field(default_factory=list)
    dates: list = field(default_factory=list)

    # Printing

    def text(self, x, y, text, font="sans", size=9, color=BLACK, align="left"):
        """A line of text on the baseline y; gives its box."""
        width = width_of(text, font, size)
        if align == "center":
            x -= width / 2
        elif align == "right":
            x -= width
        self.marks.append(("text", x, y, text, font, size, color))
        return [x, y - size * 0.75, width, size]

    def para(self, x, y, width, text, font="sans", size=9, leading=None, color=BLACK):
        """A paragraph whose first baseline is y; gives the baseline after the last line."""
        leading = leading or size * 1.25
        for line in wrap(text, font, size, width):
            self.text(x, y, line, font, size, color)
            y += leading
        return y

    def line(self, x1, y1, x2, y2, width=0.7, shade=40):
        self.marks.append(("line", x1, y1, x2, y2, width, shade))

    def rect(self, x, y, width, height, stroke=0.7, fill=None):
        self.marks.append(("rect", x, y, width, height, stroke, fill))

    def field(self, name, box, text, pen, multiline=False):
        """A place to fill in; a form field in a born-digital PDF, typed or written text on paper."""
        self.marks.append(("field", name, box, text, pen, multiline))

    def check(self, name, x, y, on, pen):
        self.marks.append(("check", name, x, y, on, pen))

    def ink(self, x, y, mask, color):
        """A mark made by hand or by a stamp: a mask at 300 dpi whose top left is at (x, y)."""
        self.marks.append(("ink", x, y, mask, color))
        left, top, right, bottom = mask.getbbox()
        scale = 72 / DPI
        return [x + left * scale, y + top * scale, (right - left) * scale, (bottom - top) * scale]

    # What is true about it

    def attest(self, kind, role, state, box, **elements):
        self.attestations.append(
            {"kind": kind, "role": role, "state": state, "box": box} | elements)

    def date(self, role, iso, text, writing, box):
        """A date on the sheet. `iso` is one day, a (first, last) pair, or a list of meanings."""
        meanings = iso if isinstance(iso, list) else [iso]
        readings = [
            {"earliest": m[0], "latest": m[1]} if isinstance(m, tuple)
            else {"earliest": m, "latest": m} for m in meanings]
        self.dates.append(
            {"role": role, "readings": readings, "text": text, "writing": writing, "box": box})

    def fields(self):
        """What is filled in, and how: `print`, `hand`, or null where it is empty."""
        return [{"name": name, "writing": pen.writing if text else None, "box": list(box)}
                for kind, name, box, text, pen, _ in (m for m in self.marks if m[0] == "field")]

    def checks(self):
        """The check boxes, and whether each is checked."""
        return [{"name": name, "on": on, "box": [x, y - 8, 8, 8]}
                for _, name, x, y, on, _ in (m for m in self.marks if m[0] == "check")]

    # On paper

    def printed(self, seed):
        """The sheet as printed and filled in, at 300 dpi."""
        dice = random.Random(seed)
        scale = DPI / 72
        paper = Image.new(
            "RGB", (round(self.size[0] * scale), round(self.size[1] * scale)), "white")
        draw = ImageDraw.Draw(paper)
        for mark in self.marks:
            kind = mark[0]
            if kind == "text":
                _, x, y, text, font, size, color = mark
                draw.text((x * scale, y * scale), text, font=printed_face(font, size),
                          fill=color, anchor="ls")
            elif kind == "line":
                _, x1, y1, x2, y2, width, shade = mark
                draw.line((x1 * scale, y1 * scale, x2 * scale, y2 * scale),
                          fill=(shade,) * 3, width=max(1, round(width * scale)))
            elif kind == "rect":
                _, x, y, width, height, stroke, fill = mark
                draw.rectangle(
                    (x * scale, y * scale, (x + width) * scale, (y + height) * scale),
                    outline=(40, 40, 40) if stroke else None,
                    width=max(1, round(stroke * scale)) if stroke else 0,
                    fill=(fill,) * 3 if fill is not None else None)
            elif kind == "field":
                _, _, box, text, pen, multiline = mark
                _fill(paper, box, text, pen, multiline, dice)
            elif kind == "check":
                _, _, x, y, on, pen = mark
                draw.rectangle((x * scale, (y - 8) * scale, (x + 8) * scale, y * scale),
                               outline=(40, 40, 40), width=3)
                if on:
                    for ends in ((x + 1.3, y - 6.7, x + 6.7, y - 1.3),
                                 (x + 6.7, y - 6.7, x + 1.3, y - 1.3)):
                        draw.line([e * scale + dice.uniform(-2, 2) for e in ends],
                                  fill=pen.color, width=4)
            elif kind == "ink":
                _, x, y, mask, color = mark
                press(paper, mask, round(x * scale), round(y * scale), color)
        return paper


@dataclass(frozen=True)
class Pen:
    """How the fields are filled in."""

    font: str
    size: float = 10.5
    color: tuple = BLACK
    leading: float = 1.5

    @property
    def is_hand(self):
        return self.font.startswith("hand")

    @property
    def writing(self):
        return "hand" if self.is_hand else "print"

    def box_of(self, box, text):
        """Where a single line of text comes to stand in a field."""
        return [box[0] + 2, box[1] + box[3] - 3 - self.size * 0.75,
                width_of(text, self.font, self.size), self.size]


def press(paper, mask, x, y, color):
    """Multiplies ink onto the paper, so that what is under it shows through."""
    tint = Image.new("RGB", mask.size, "white")
    tint.paste(color, (0, 0), mask)
    under = paper.crop((x, y, x + mask.width, y + mask.height))
    paper.paste(ImageChops.multiply(under, tint), (x, y))


def set_lines(box, text, pen, multiline):
    """The lines of a field's text: x, baseline, text."""
    x, y, width, height = box
    if not multiline:
        return [(x + 2, y + height - 3, text)]
    lines, baseline = [], y + pen.size
    for paragraph in text.split("\n"):
        for line in wrap(paragraph, pen.font, pen.size, width - 4):
            lines.append((x + 2, baseline, line))
            baseline += pen.size * pen.leading
        baseline += pen.size * pen.leading * PARAGRAPH_GAP
    return lines


def _fill(paper, box, text, pen, multiline, dice):
    if not text:
        return
    mask, left, top = written(box, text, pen, multiline, dice)
    scale = DPI / 72
    press(paper, mask, round(left * scale), round(top * scale), pen.color)


def written(box, text, pen, multiline, dice):
    """A field's text as a mask at 300 dpi, and where its top left is in points."""
    scale = DPI / 72
    margin = 20
    left, top = box[0] - margin, box[1] - margin
    mask = Image.new(
        "L", (round((box[2] + 3 * margin) * scale), round((box[3] + 2 * margin) * scale)), 0)
    draw = ImageDraw.Draw(mask)
    font = face(pen.font, round(pen.size * scale))
    for x, baseline, line in set_lines(box, text, pen, multiline):
        x, baseline = x - left, baseline - top
        if pen.is_hand:
            _write(mask, line, x, baseline, pen, dice)
        elif pen.font == "typewriter":
            advance = width_of("n", pen.font, pen.size)
            for column, letter in enumerate(line):
                draw.text(
                    ((x + column * advance) * scale, baseline * scale + dice.gauss(0, 0.7)),
                    letter, font=font, fill=dice.randint(205, 255), anchor="ls")
        else:
            draw.text((x * scale, baseline * scale), line, font=font, fill=255, anchor="ls")
    return mask, left, top


def _write(mask, line, x, baseline, pen, dice):
    """A line by hand: words that drift off the line, lean and vary in size a little."""
    scale = DPI / 72
    drift = dice.uniform(-0.4, 0.4)
    for word in line.split(" "):
        size = pen.size * dice.uniform(0.96, 1.04)
        font = face(pen.font, round(size * scale))
        width = round(font.getlength(word)) + 24
        tile = Image.new("L", (width, round(size * scale * 2)), 0)
        ImageDraw.Draw(tile).text(
            (12, size * scale * 1.3), word, font=font, fill=dice.randint(215, 255), anchor="ls")
        tile = tile.rotate(dice.gauss(0, 0.7), resample=Image.Resampling.BICUBIC)
        top = round((baseline + drift) * scale - size * scale * 1.3)
        left = round(x * scale) - 12
        region = (left, top, left + tile.width, top + tile.height)
        mask.paste(ImageChops.lighter(mask.crop(region), tile), region[:2])
        x += width_of(word, pen.font, size) + pen.size * dice.uniform(0.24, 0.36)
        drift += dice.gauss(0, 0.25)


def grain(shape, dice, coarse):
    """Smooth noise between about -1 and 1, `coarse` pixels from bump to bump."""
    rows, columns = max(2, shape[0] // coarse), max(2, shape[1] // coarse)
    noise = np.array(
        [[dice.uniform(-1, 1) for _ in range(columns)] for _ in range(rows)], dtype=np.float32)
    image = Image.fromarray(noise, "F")
    return np.asarray(image.resize((shape[1], shape[0]), Image.Resampling.BICUBIC))
