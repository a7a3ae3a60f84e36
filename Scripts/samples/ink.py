"""Signatures, seals and stamps, as masks at 300 dpi (255 where there is ink)."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.sheet import DPI, face, grain

_SCALE = DPI / 72


def signature(dice, width=170, height=40):
    """A name that nobody can read: given name, lift of the pen, surname, flourish. In points."""
    habits = {"slant": dice.uniform(0.1, 0.7), "loop": dice.uniform(0.15, 0.55),
              "fade": dice.uniform(0.2, 0.8), "wide": dice.uniform(0.6, 1.1)}
    strokes, x = [], 0.0
    for letters in (dice.randint(3, 6), dice.randint(4, 8)):
        stroke, x = _word(dice, letters, x, habits)
        strokes.append(stroke)
        x += dice.uniform(0.1, 0.6)
    sweep = dice.choice(("tail", "under", "none"))
    if sweep == "tail":
        end, level = strokes[-1][-1]
        swing = dice.uniform(-0.5, 0.4)
        strokes[-1] += [(end + 2.8 * t / 19, level + swing * math.sin(2.6 * t / 19))
                        for t in range(20)]
    elif sweep == "under":
        end, reach = strokes[-1][-1][0], dice.uniform(0.4, 0.9)
        strokes[-1] += [(end - (end * reach) * t / 23 + 0.5 * math.sin(t / 7.3),
                         -0.32 - 0.14 * math.sin(3 * t / 23)) for t in range(24)]
    if dice.random() < 0.6:
        at = dice.uniform(0.3, 0.8) * x
        strokes.append([(at + 0.9 * t / 5, 0.78 + 0.12 * t / 5) for t in range(6)])
    climb = dice.uniform(-0.01, 0.05)
    strokes = [[(px + habits["slant"] * py, py + climb * px) for px, py in s] for s in strokes]
    xs, ys = zip(*(point for stroke in strokes for point in stroke))
    over = 3
    size = (round(width * _SCALE * over), round(height * _SCALE * over))
    margin = 8 * over
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    nib = dice.uniform(0.9, 1.7) * _SCALE * over / 2
    for stroke in strokes:
        ink_stroke(draw, spline([
            (margin + (px - min(xs)) / (max(xs) - min(xs)) * (size[0] - 2 * margin),
             size[1] - margin - (py - min(ys)) / (max(ys) - min(ys)) * (size[1] - 2 * margin))
            for px, py in stroke]), nib)
    return mask.resize((size[0] // over, size[1] // over), Image.Resampling.LANCZOS)


def _word(dice, letters, x, habits):
    """A capital and some small letters, as one stroke; gives where it ends, too."""
    points = []
    for letter in range(letters):
        low = 0.0
        if letter == 0:
            tall, advance, loop = dice.uniform(0.9, 1.3), dice.uniform(1.1, 2.0), dice.uniform(0.5, 1.1)
        elif dice.random() < 0.22:
            tall, advance, loop = dice.uniform(0.6, 1.0), dice.uniform(0.5, 0.9), 0.35
        elif dice.random() < 0.2:
            tall, advance, loop = 0.3, dice.uniform(0.7, 1.0), 0.4
            low = dice.uniform(0.35, 0.8)
        else:
            tall = dice.uniform(0.16, 0.42) * (1 - habits["fade"] * letter / letters)
            advance, loop = dice.uniform(0.45, 1.0), habits["loop"] * dice.uniform(0.5, 1.2)
        advance *= habits["wide"]
        turn = dice.uniform(-0.6, 0.6)
        for step in range(16):
            angle = 2 * math.pi * step / 16
            rise = (1 - math.cos(angle)) / 2 * tall - low * max(0.0, math.sin(angle)) ** 2
            points.append((x + advance * step / 16 - loop * (math.sin(angle + turn) - math.sin(turn)),
                           rise + dice.gauss(0, 0.012)))
        x += advance
    return points, x


def ink_stroke(draw, curve, nib):
    weight = nib * 0.6
    for (x1, y1), (x2, y2) in zip(curve, curve[1:]):
        length = math.hypot(x2 - x1, y2 - y1) + 1e-6
        weight = 0.9 * weight + 0.1 * nib * (0.75 + 0.45 * (y2 - y1) / length)
        parts = max(1, int(length / 2))
        for part in range(parts):
            cx, cy = x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts
            draw.ellipse((cx - weight, cy - weight, cx + weight, cy + weight), fill=255)


def spline(points):
    """A Catmull-Rom curve through the points."""
    curve = []
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for step in range(6):
            t = step / 6
            curve.append(tuple(
                0.5 * (2 * b[i] + (c[i] - a[i]) * t + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                       + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3) for i in (0, 1)))
    return curve


def _stamped(mask, dice, tilt):
    """A stamp's impression: turned a little, ink uneven, edges soft."""
    mask = mask.rotate(tilt, expand=True, resample=Image.Resampling.BICUBIC)
    cover = 0.86 + 0.14 * grain((mask.height, mask.width), dice, 40)
    worn = np.asarray(mask, dtype=np.float32) * np.clip(cover, 0.45, 1)
    return Image.fromarray(worn.astype(np.uint8), "L").filter(ImageFilter.GaussianBlur(0.8))


def _around(mask, text, font, radius, middle, inside_out=False):
    """Text on a circle around the centre; `middle` is where its middle is, 0 at the top."""
    centre = (mask.width / 2, mask.height / 2)
    total = font.getlength(text) * 1.06
    angle = middle - total / radius / 2 if not inside_out else middle + total / radius / 2
    for letter in text:
        advance = font.getlength(letter) * 1.06 / radius
        angle += advance / 2 if not inside_out else -advance / 2
        side = font.size * 2
        tile = Image.new("L", (side, side), 0)
        ImageDraw.Draw(tile).text((side / 2, side / 2), letter, font=font, fill=255, anchor="mm")
        turn = -math.degrees(angle) if not inside_out else 180 - math.degrees(angle)
        tile = tile.rotate(turn, resample=Image.Resampling.BICUBIC)
        at = (round(centre[0] + radius * math.sin(angle) - side / 2),
              round(centre[1] - radius * math.cos(angle) - side / 2))
        mask.paste(255, at, tile)
        angle += advance / 2 if not inside_out else -advance / 2


def round_seal(dice, name, state, number, expires, diameter=104):
    """A notary's round seal; diameter in points."""
    size = round(diameter * _SCALE)
    mask = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse((3, 3, size - 4, size - 4), outline=255, width=6)
    draw.ellipse((14, 14, size - 15, size - 15), outline=255, width=2)
    inner = round(size * 0.185)
    draw.ellipse((inner, inner, size - inner, size - inner), outline=255, width=3)
    font = face("sans-bold", round(8 * _SCALE))
    radius = size / 2 - round(size * 0.108)
    _around(mask, name.upper(), font, radius, 0)
    _around(mask, f"STATE OF {state.upper()}", font, radius, math.pi, inside_out=True)
    small = face("sans-bold", round(6.4 * _SCALE))
    middle = size / 2
    rows = ["NOTARY", "PUBLIC", f"No. {number}", "Comm. expires", expires]
    for row, text in enumerate(rows):
        draw.text((middle, middle + (row - 2) * 7.6 * _SCALE), text, font=small, fill=255, anchor="mm")
    return _stamped(mask, dice, dice.uniform(-9, 9))


def box_seal(dice, name, state, number, expires):
    """A notary's rectangular stamp, 2.4 by 0.9 inches."""
    width, height = round(172 * _SCALE), round(64 * _SCALE)
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    draw.rectangle((3, 3, width - 4, height - 4), outline=255, width=7)
    draw.rectangle((16, 16, width - 17, height - 17), outline=255, width=2)
    rows = [(name.upper(), 9.5), ("NOTARY PUBLIC", 8.5), (f"STATE OF {state.upper()}", 8),
            (f"ID # {number}", 7.5), (f"My Commission Expires {expires}", 7.5)]
    for row, (text, points) in enumerate(rows):
        draw.text((width / 2, (12 + row * 10.2) * _SCALE), text,
                  font=face("sans-bold", round(points * _SCALE)), fill=255, anchor="mm")
    return _stamped(mask, dice, dice.uniform(-2.5, 2.5))


def received_stamp(dice, day, tilt=None):
    """A mail room's stamp; `day` as its wheels show it, such as JUN 07 2024."""
    width, height = round(138 * _SCALE), round(54 * _SCALE)
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((4, 4, width - 5, height - 5), radius=24, outline=255, width=7)
    draw.text((width / 2, 13 * _SCALE), "RECEIVED",
              font=face("sans-bold", round(15 * _SCALE)), fill=255, anchor="mm")
    draw.text((width / 2, 30 * _SCALE), day,
              font=face("mono-bold", round(13 * _SCALE)), fill=255, anchor="mm")
    draw.text((width / 2, 44 * _SCALE), "ETHICS INTAKE",
              font=face("sans-bold", round(8.5 * _SCALE)), fill=255, anchor="mm")
    return _stamped(mask, dice, dice.uniform(-1.6, 1.6) if tilt is None else tilt)


def postmark(dice, city, day):
    """A hand cancel: a ring with the office and the date, and five wavy bars."""
    size = round(76 * _SCALE)
    bars = round(150 * _SCALE)
    mask = Image.new("L", (size + bars, size), 0)
    ring = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(ring)
    draw.ellipse((4, 4, size - 5, size - 5), outline=255, width=6)
    font = face("sans-bold", round(7.5 * _SCALE))
    _around(ring, city.upper(), font, size / 2 - round(9 * _SCALE), 0)
    _around(ring, "USPS", font, size / 2 - round(9 * _SCALE), math.pi, inside_out=True)
    for row, text in enumerate(day.upper().split("|")):
        draw.text((size / 2, size / 2 + (row - 1) * 11 * _SCALE), text,
                  font=face("sans-bold", round(9.5 * _SCALE)), fill=255, anchor="mm")
    mask.paste(ring, (0, 0))
    draw = ImageDraw.Draw(mask)
    for bar in range(5):
        level = size * (0.24 + 0.13 * bar)
        wave = [(size + 6 + step, level + 8 * math.sin(step / 32 + bar * 0.2))
                for step in range(0, bars - 12, 4)]
        draw.line(wave, fill=255, width=6)
    return _stamped(mask, dice, dice.uniform(-6, 3))
