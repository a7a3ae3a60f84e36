"""Fills blanks in, in a layer of its own: what is in the layer is the truth of each place."""

from PIL import Image, ImageChops, ImageDraw

from samples import ink
from samples.sheet import DPI, face, press, width_of, written

from .boxes import share
from .shapes import difference, filled, pictures
from .writing import SCALE, Hand, check_mark, several, words

# typed, hand: on paper. acroform: by a viewer, and printed. unsigned: all but the signatures. empty: nothing.
WAYS = ("typed", "hand", "acroform", "unsigned", "empty")
# The truth is counted on a layer of this resolution, where a pixel is so dark.
TRUTH_DPI, INK = 200, 96
# Poppler draws a letter's soft edges too.
CHANGED, SOFT = 60, 6
# A field lower than this has one line.
LEAST_OF_SEVERAL = 26


class Layer:
    """What is filled in on one page, on its paper."""

    def __init__(self, paper):
        self.paper = paper.copy()
        self.ink = Image.new("L", paper.size, 0)

    def put(self, mask, left, top, colour):
        x, y = round(left * SCALE), round(top * SCALE)
        press(self.paper, mask, x, y, colour)
        region = (x, y, x + mask.width, y + mask.height)
        self.ink.paste(ImageChops.lighter(self.ink.crop(region), mask), region[:2])

    def truth(self):
        """Where there is ink, at TRUTH_DPI."""
        size = tuple(round(edge * TRUTH_DPI / DPI) for edge in self.ink.size)
        return self.ink.resize(size, Image.Resampling.BOX).point(lambda value: 255 if value >= INK else 0)


class Copy:
    """One copy of a form, filled in one way: its pages, the ink on each, and which fields were filled."""

    def __init__(self, way, layers, fields):
        self.way = way
        self.pages = [layer.paper for layer in layers]
        self.inks = [layer.truth() for layer in layers]
        self.fields = fields


def chosen(fields, roles, way, dice):
    """The fields that somebody fills in, and those that they leave blank."""
    if way == "empty":
        return []
    eager = dice.uniform(0.5, 0.9)
    picked = []
    for field in fields:
        is_signed = field.kind == "signature" or roles.get(field) == "signature"
        will = dice.random() < (eager if field.kind != "check-box" else eager * 0.6)
        if will and not (way == "unsigned" and is_signed):
            picked.append(field)
    return picked


def copy(way, papers, fields, roles, source, scratch, dice):
    """`roles` says which fields are for signatures or dates; `source` is the PDF with its fields, or None."""
    layers = [Layer(paper) for paper in papers]
    some = chosen(fields, roles, way, dice)
    writes = way == "hand" or way == "unsigned" and dice.random() < 0.5
    hand = Hand.random(dice, writes)
    signatures = [one for one in some if one.kind == "signature" or roles.get(one) == "signature"]
    others = [one for one in some if one not in signatures]
    if way == "acroform":
        others = _by_a_viewer(layers, others, fields, roles, source, scratch, dice)
    else:
        for field in others:
            _fill(layers[field.page - 1], field, hand, roles, dice)
    for field in signatures:
        _sign(layers[field.page - 1], field, hand, dice)
    return Copy(way, layers, set(others) | set(signatures))


def _fill(layer, field, hand, roles, dice):
    if field.kind == "check-box":
        if hand.pen.is_hand:
            layer.put(*check_mark(field.box, dice), hand.pen.color)
        else:
            _type_mark(layer, field, dice)
        return
    x, y, width, height = field.box
    pen = hand.sized(height)
    is_several = field.is_multiline and height >= LEAST_OF_SEVERAL
    if is_several:
        text = several(pen, field, dice)
    else:
        text = words(field, pen, dice, overshoot=dice.uniform(0, 2 * hand.careless) if pen.is_hand else 0)
    room = max(0, width - 4 - width_of(text, pen.font, pen.size))
    start = dice.uniform(0, room) if dice.random() < 0.3 and not is_several else 0
    box = (x + start + dice.gauss(0, hand.careless), y + dice.gauss(0, hand.careless * 0.6), width, height)
    mask, left, top = written(box, text, pen, is_several, dice)
    layer.put(mask, left, top, pen.color)


def _type_mark(layer, field, dice):
    """An X from a typewriter, about in the middle."""
    x, y, width, height = field.box
    size = max(6, min(11, height))
    side = round(size * 2 * SCALE)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).text(
        (side / 2, side / 2), "X", font=face("typewriter", round(size * SCALE)), fill=240, anchor="mm")
    layer.put(mask, x + width / 2 - size + dice.gauss(0, 0.6), y + height / 2 - size + dice.gauss(0, 0.6), (24, 24, 26))


def _sign(layer, field, hand, dice):
    """A signature that ends about on the line and keeps to nothing else."""
    x, y, width, height = field.box
    wide = max(48, min(210, width * dice.uniform(0.45, 1.02)))
    mask = ink.signature(dice, wide, dice.uniform(17, 40))
    tall = mask.height / SCALE
    start = x + dice.uniform(-5, max(0, width - wide) * 0.6)
    layer.put(mask, start, y + min(height, 60) - tall + dice.uniform(-2, 7), hand.signs)


def _by_a_viewer(layers, some, fields, roles, source, scratch, dice):
    """Values in the form's own fields, as poppler draws them; returns which fields show one."""
    values = {}
    pen = Hand.random(dice, False).sized(12)
    for field in some:
        if field.kind == "check-box":
            values[field.page, field.widget] = True
        elif field.is_multiline and field.box[3] >= LEAST_OF_SEVERAL:
            values[field.page, field.widget] = several(pen, field, dice)[: field.most or None]
        else:
            values[field.page, field.widget] = words(field, pen, dice)
    target = scratch / "filled.pdf"
    shown = filled(source, values, target)
    before, after = (pictures(file, DPI, len(layers)) for file in (source, target))
    for layer, old, new in zip(layers, before, after):
        layer.paper.paste(new, (0, 0), difference(old, new, SOFT))
        layer.ink = difference(old, new, CHANGED)
    return [field for field in fields if (field.page, field.widget) in shown]


def state(place, copy, fields):
    """What is true of a learnt place: present, blank, neighbour, or None where it is neither.

    neighbour: the ink is that of another field that reached over the edge.
    """
    ink = copy.inks[place["page"] - 1]
    scale = TRUTH_DPI / 72
    x, y, width, height = place["box"]
    inside = ink.crop((round(x * scale), round(y * scale), round((x + width) * scale), round((y + height) * scale)))
    count = inside.histogram()[255]
    if count == 0:
        return "blank"
    own = [one for one in fields if one.page == place["page"] and share(one.box, place["box"]) >= 0.5]
    if own and not any(one in copy.fields for one in own):
        return "neighbour"
    least = 60
    if place["kind"] == "check-box":
        least = min(least, 0.02 * inside.width * inside.height)
    return "present" if count >= least else None
