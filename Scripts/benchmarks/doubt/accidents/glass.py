"""What paper suffers, and what scanners, copiers and telephones make of it.

Each works on the picture of a page.
"""

import math

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from .registry import accident

SCALE = 300 / 72


def _one(packet, dice, effect):
    page = dice.choice(packet.complaint)
    page.effects.append(effect)
    packet.touch(page)


@accident("upside down", "A page lies on the glass the wrong way round.", subject="turn")
def upside_down(packet, dice):
    _one(packet, dice, lambda paper, dice: paper.transpose(Image.Transpose.ROTATE_180))


@accident("on its side", "A page lies on the glass with its long edge down.", ("any",), "turn")
def on_its_side(packet, dice):
    def effect(paper, dice):
        turned = paper.rotate(90, expand=True, fillcolor="white")
        turned.thumbnail(paper.size)
        glass = Image.new("RGB", paper.size, "white")
        glass.paste(turned, (0, 0))
        return glass

    _one(packet, dice, effect)


@accident("askew", "A page went through the feeder askew.", subject="turn")
def askew(packet, dice):
    angle = dice.choice((-1, 1)) * dice.uniform(2, 4)
    _one(packet, dice, lambda paper, dice: paper.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white"))


@accident("coffee", "A cup stood on a page.", ("any",))
def coffee(packet, dice):
    def effect(paper, dice):
        stain = Image.new("RGB", paper.size, "white")
        draw = ImageDraw.Draw(stain)
        x, y, r = dice.uniform(500, 2000), dice.uniform(500, 2700), dice.uniform(330, 460)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(226, 208, 180))
        draw.ellipse(
            (x - r + 30, y - r + 30, x + r - 40, y + r - 40),
            fill=(240, 230, 212),
            outline=(170, 130, 84),
            width=14,
        )
        return ImageChops.multiply(paper, stain.filter(ImageFilter.GaussianBlur(6)))

    _one(packet, dice, effect)


@accident("dark edge", "The lid stood open: an edge of the page is in the dark.", ("any",))
def dark_edge(packet, dice):
    def effect(paper, dice):
        width = round(dice.uniform(40, 75) * SCALE)
        shade = (
            Image.linear_gradient("L").rotate(dice.choice((90, 270)), expand=True).resize((width, paper.height))
        )
        veil = Image.new("L", paper.size, 255)
        veil.paste(shade, (0, 0) if shade.getpixel((0, 0)) < 128 else (paper.width - width, 0))
        return ImageChops.multiply(paper, Image.merge("RGB", (veil,) * 3))

    _one(packet, dice, effect)


@accident("punched", "Holes were punched through the left margin and the words beside it.")
def punched(packet, dice):
    def effect(paper, dice):
        draw = ImageDraw.Draw(paper)
        x, r = dice.uniform(34, 58) * SCALE, 9.5 * SCALE
        for y in (90, 396, 702):
            y = (y + dice.uniform(-20, 20)) * SCALE
            draw.ellipse((x - r, y - r, x + r, y + r), fill=(58, 58, 58))
        return paper

    _one(packet, dice, effect)


@accident("staple", "A staple and the shadow of a folded corner are on the page.")
def staple(packet, dice):
    def effect(paper, dice):
        draw = ImageDraw.Draw(paper)
        draw.polygon([(0, 0), (dice.uniform(120, 240), 0), (0, dice.uniform(120, 240))], fill=(96, 96, 96))
        x, y = dice.uniform(130, 210), dice.uniform(120, 200)
        draw.line((x, y, x + 80, y - 50), fill=(50, 50, 50), width=8)
        return paper

    _one(packet, dice, effect)


@accident("reduced", "A copier made a page smaller.", ("any",), "size")
def reduced(packet, dice):
    share = dice.uniform(0.58, 0.72)

    def effect(paper, dice):
        small = paper.resize(
            (round(paper.width * share), round(paper.height * share)), Image.Resampling.LANCZOS
        )
        glass = Image.new("RGB", paper.size, "white")
        glass.paste(small, (dice.randint(60, 500), dice.randint(60, 700)))
        return glass

    _one(packet, dice, effect)


@accident("coarse", "A page was scanned coarsely, and in black and white.", ("any",), "size")
def coarse(packet, dice):
    def effect(paper, dice):
        small = paper.convert("L").resize((paper.width // 2, paper.height // 2), Image.Resampling.BILINEAR)
        hard = small.point(lambda value: 255 if value > 165 else 0)
        return hard.resize(paper.size, Image.Resampling.NEAREST).convert("RGB")

    _one(packet, dice, effect)


@accident("poor photograph", "A page was photographed in bad light.", ("any",), "size")
def poor_photograph(packet, dice):
    def effect(paper, dice):
        dim = ImageEnhance.Contrast(paper).enhance(dice.uniform(0.35, 0.5)).filter(ImageFilter.GaussianBlur(2))
        veil = Image.radial_gradient("L").resize(paper.size).point(lambda value: 255 - value // 3)
        return ImageChops.multiply(dim, Image.merge("RGB", (veil,) * 3))

    _one(packet, dice, effect)


@accident("folded", "A page was folded twice, and the folds are dark.")
def folded(packet, dice):
    def effect(paper, dice):
        draw = ImageDraw.Draw(paper, "RGBA")
        for share in (1 / 3, 2 / 3):
            y = paper.height * share + dice.uniform(-60, 60)
            tilt = math.radians(dice.uniform(-0.5, 0.5)) * paper.width
            draw.line((0, y, paper.width, y + tilt), fill=(120, 120, 120, 130), width=7)
        return paper

    _one(packet, dice, effect)


@accident("highlighter", "Somebody went over lines with a marker.")
def highlighter(packet, dice):
    def effect(paper, dice):
        veil = Image.new("RGB", paper.size, "white")
        draw = ImageDraw.Draw(veil)
        for _ in range(dice.randint(2, 5)):
            x, y = dice.uniform(220, 900), dice.uniform(400, 2900)
            draw.rectangle((x, y, x + dice.uniform(400, 1100), y + 52), fill=(250, 240, 120))
        return ImageChops.multiply(paper, veil)

    _one(packet, dice, effect)


@accident("picture cut off", "The picture of a page ends in the middle of its bytes.", ("any",), "size")
def cut_off(packet, dice):
    page = dice.choice(packet.complaint)
    page.is_scanned = True
    share = dice.uniform(0.25, 0.6)
    page.damage = lambda data: data[: round(len(data) * share)]
    packet.touch(page)
    packet.doubt("PAG-01", *packet.shown_on(page), *packet.not_found)
