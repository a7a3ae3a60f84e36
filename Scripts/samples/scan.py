"""The scanner: paper in, what a mail room's scanner makes of it out."""

from dataclasses import dataclass
import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.sheet import DPI, grain


@dataclass(frozen=True)
class Scanner:
    """How a packet was scanned. One packet goes through one scanner in one batch."""

    dpi: tuple = (200, 200)
    mode: str = "grey"  # grey, color or bitonal
    quality: int = 50
    noise: float = 1.8
    skew: float = 1.0
    blur: float = 0.65  # in pixels of the scan
    paper: int = 246
    punched: str = ""  # "", left, right or top
    stapled: bool = False
    bleed: float = 0.0


@dataclass
class Scan:
    """One image, and the map from points of the sheet to points of the upright image."""

    image: Image.Image
    dpi: tuple
    matrix: tuple

    def place(self, box):
        """Where a box of the sheet lies on the image: the upright box around its corners."""
        a, b, c, d, e, f = self.matrix
        x, y, width, height = box
        corners = [(a * px + b * py + c, d * px + e * py + f)
                   for px in (x, x + width) for py in (y, y + height)]
        xs, ys = zip(*corners)
        return [round(v, 1) for v in (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))]


def scan(paper, scanner, dice, back=None):
    """Scans one side; `back` is the other side of the sheet, which may shine through."""
    paper = paper.convert("RGB" if scanner.mode == "color" else "L")
    if back is not None and scanner.bleed:
        paper = _shine_through(paper, back, scanner.bleed)
    paper = _handled(paper, scanner, dice)
    width, height = paper.size[0] * 72 / DPI, paper.size[1] * 72 / DPI
    angle = math.radians(dice.uniform(-scanner.skew, scanner.skew))
    zoom = dice.uniform(0.994, 1.0)
    cos, sin = zoom * math.cos(angle), zoom * math.sin(angle)
    centre = (width / 2, height / 2)
    shift = (dice.uniform(-3, 3), dice.uniform(-4, 4))
    forward = (cos, -sin, centre[0] + shift[0] - cos * centre[0] + sin * centre[1],
               sin, cos, centre[1] + shift[1] - sin * centre[0] - cos * centre[1])
    pixels = (round(width * scanner.dpi[0] / 72), round(height * scanner.dpi[1] / 72))
    inverse = np.linalg.inv(np.array([forward[:3], forward[3:], (0, 0, 1)]))
    out = np.diag([72 / scanner.dpi[0], 72 / scanner.dpi[1], 1])
    back_to_paper = np.diag([DPI / 72, DPI / 72, 1]) @ inverse @ out
    soft = paper.filter(ImageFilter.GaussianBlur(scanner.blur * DPI / max(scanner.dpi)))
    lid = (252,) * 3 if scanner.mode == "color" else 252
    image = soft.transform(
        pixels, Image.Transform.AFFINE, tuple(back_to_paper[:2].flatten()),
        resample=Image.Resampling.BICUBIC, fillcolor=lid)
    return Scan(_exposed(image, scanner, dice), scanner.dpi, forward)


def _shine_through(paper, back, strength):
    ghost = back.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    ghost = ghost.filter(ImageFilter.GaussianBlur(5))
    veil = 1 - strength * (1 - np.asarray(ghost, dtype=np.float32) / 255)
    pixels = np.asarray(paper, dtype=np.float32)
    pixels = pixels * (veil if pixels.ndim == 2 else veil[:, :, None])
    return Image.fromarray(pixels.astype(np.uint8), paper.mode)


def _handled(paper, scanner, dice):
    """Punch holes, the staple's shadow, and the shadow along the paper's edge."""
    draw = ImageDraw.Draw(paper)
    scale = DPI / 72
    width, height = paper.size
    hole = 9.5 * scale
    shade = (62,) * 3 if scanner.mode == "color" else 62
    centres = {
        "left": [(20 * scale, height / 2 + step * 306 * scale) for step in (-1, 0, 1)],
        "right": [(width - 20 * scale, height / 2 + step * 306 * scale) for step in (-1, 0, 1)],
        "top": [(width / 2 + step * 99 * scale, 20 * scale) for step in (-1, 1)],
    }.get(scanner.punched, [])
    for x, y in centres:
        x, y = x + dice.uniform(-5, 5), y + dice.uniform(-5, 5)
        draw.ellipse((x - hole, y - hole, x + hole, y + hole), fill=shade)
    if scanner.stapled:
        x, y = dice.uniform(22, 30) * scale, dice.uniform(24, 32) * scale
        reach = 15 * scale
        ends = (x, y + reach * 0.7, x + reach, y)
        draw.line([e + 5 for e in ends], fill=tuple(v + 120 for v in shade)
                  if isinstance(shade, tuple) else shade + 120, width=9)
        draw.line(ends, fill=shade, width=4)
    edge = (214,) * 3 if scanner.mode == "color" else 214
    draw.rectangle((0, 0, width - 1, height - 1), outline=edge, width=3)
    return paper


def _exposed(image, scanner, dice):
    """Uneven light, noise, dust and the scanner's tone curve."""
    pixels = np.asarray(image, dtype=np.float32) / 255
    rows, columns = pixels.shape[:2]
    light = 1 + 0.012 * grain((rows, columns), dice, 420)
    light += np.linspace(-1, 1, columns, dtype=np.float32)[None, :] * dice.uniform(-0.012, 0.012)
    random = np.random.Generator(np.random.PCG64(dice.getrandbits(64)))
    noise = random.normal(0, scanner.noise, (rows, columns)).astype(np.float32)
    if pixels.ndim == 3:
        light, noise = light[:, :, None], noise[:, :, None]
    pixels = pixels * light * scanner.paper + (1 - pixels) * 12 + noise
    pixels = np.clip((pixels - 6) * 1.02, 0, 255).astype(np.uint8)
    image = Image.fromarray(pixels, image.mode)
    draw = ImageDraw.Draw(image)
    for _ in range(dice.randint(4, 12)):
        x, y, r = dice.uniform(0, columns), dice.uniform(0, rows), dice.choice([0.5, 0.5, 1, 1.5])
        tone = dice.randint(110, 190)
        draw.ellipse((x - r, y - r, x + r, y + r),
                     fill=(tone,) * 3 if image.mode == "RGB" else tone)
    if scanner.mode == "bitonal":
        return image.point(lambda value: 255 if value > 150 else 0).convert("1")
    return image
