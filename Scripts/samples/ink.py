"""Signatures, seals and stamps, as masks at 300 dpi (255 where there is ink)."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.sheet import DPI, face, grain

_SCALE = DPI / 72


def signature(dice, width=170, height=40):
    """A name that nobody can read: two capitals, humps between them, a flourish. In points."""
    slant = dice.uniform(0.25, 0.6)
    letters = dice.randint(9, 14)
    second = dice.randint(4, letters - 4)
    points = []
    phase = dice.uniform(0, math.pi)
    x = 0.0
    for letter in range(letters):
        if letter in (0, second):
            tall, low, advance, loop = dice.uniform(0.95, 1.2), dice.uniform(0.0, 0.25), 1.7, 0.9
        elif dice.random() < 0.25:
            tall, low, advance, loop = dice.uniform(0.6, 0.95), 0.0, 0.8, 0.45
        elif dice.random() < 0.2:
            tall, low, advance, loop = 0.3, dice.uniform(0.4, 0.7), 0.9, 0.4
        else:
            fade = 1 - 0.45 * letter / letters
            tall, low, advance, loop = dice.uniform(0.2, 0.38) * fade, 0.0, 0.85, 0.28
        for step in range(24):
            angle = 2 * math.pi * step / 24
            lift = (1 - math.cos(angle)) / 2
            rise = lift * tall - (low * max(0.0, math.sin(angle)) ** 2 if low else 0)
            points.append((x + advance * step / 24 - loop * math.sin(angle + phase * 0.1), rise))
        x += advance
    swing = dice.uniform(-0.5, 0.2)
    for step in range(20):
        t = step / 19
        points.append((x + 2.6 * t, 0.12 + swing * math.sin(math.pi * t) * t))
    if dice.random() < 0.5:
        end = x + 2.4
        for step in range(24):
            t = step / 23
            points.append((end - (end - 1.5) * t, -0.28 - 0.12 * math.sin(3 * t) + 0.1 * t))
    points = [(px + slant * py * 1.4, py) for px, py in points]
    xs, ys = zip(*points)
    across, up = max(xs) - min(xs), max(ys) - min(ys)
    over = 3
    size = (round(width * _SCALE * over), round(height * _SCALE * over))
    margin = 8 * over
    smooth = _spline([
        (margin + (px - min(xs)) / across * (size[0] - 2 * margin),
         size[1] - margin - (py - min(ys)) / up * (size[1] - 2 * margin)) for px, py in points])
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    nib = dice.uniform(1.0, 1.6) * _SCALE * over / 2
    weight = nib
    for (x1, y1), (x2, y2) in zip(smooth, smooth[1:]):
        length = math.hypot(x2 - x1, y2 - y1) + 1e-6
        pressure = 0.75 + 0.4 * (y2 - y1) / length
        weight = 0.9 * weight + 0.1 * nib * pressure
        for part in range(max(1, int(length / 2))):
            t = part / max(1, int(length / 2))
            cx, cy = x1 + (x2 - x1) * t, y1 + (y2 - y1) * t
            draw.ellipse((cx - weight, cy - weight, cx + weight, cy + weight), fill=255)
    return mask.resize((size[0] // over, size[1] // over), Image.Resampling.LANCZOS)


def _spline(points):
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
    rows = [(name.upper(), 10), ("NOTARY PUBLIC", 9), (f"STATE OF {state.upper()}", 8.5),
            (f"ID # {number}   My Commission Expires {expires}", 6.6)]
    for row, (text, points) in enumerate(rows):
        draw.text((width / 2, (13 + row * 12.6) * _SCALE), text,
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
