"""Six ways in which a filled-in form becomes a file, and the files."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from samples import files
from samples.scan import Scanner, scan
from samples.sheet import DPI

SCALE = DPI / 72
SCANS = ("clean", "skewed", "moved", "fax", "photocopy", "third-generation")


def scanned(pages, way, dice):
    """The pages as one machine makes them, and that machine."""
    scanner = {
        "clean": lambda: Scanner(noise=0.8, skew=0.15, quality=80),
        "skewed": lambda: Scanner(noise=dice.uniform(2.5, 4.5), skew=1.5, quality=dice.randint(35, 55)),
        "moved": lambda: Scanner(skew=0.3, noise=1.5),
        "fax": lambda: Scanner(dpi=dice.choice(((204, 196), (204, 98))), mode="bitonal", skew=0.6),
        "photocopy": lambda: Scanner(mode=dice.choice(("grey", "bitonal")), skew=0.7, paper=dice.choice((240, 250))),
        "third-generation": lambda: Scanner(noise=2.5, blur=dice.uniform(0.9, 1.3), quality=30, skew=0.8, paper=238),
    }[way]()
    effect = {"moved": moved, "photocopy": photocopied, "third-generation": copied_often}.get(way)
    return [scan(effect(page, dice) if effect else page, scanner, dice) for page in pages], scanner


def moved(paper, dice):
    """Larger or smaller, and not where it was."""
    zoom = dice.uniform(0.96, 1.03)
    x, y = (dice.uniform(-12, 12) * SCALE for _ in range(2))
    middle = paper.width / 2, paper.height / 2
    return paper.transform(
        paper.size, Image.Transform.AFFINE,
        (1 / zoom, 0, middle[0] - (middle[0] + x) / zoom, 0, 1 / zoom, middle[1] - (middle[1] + y) / zoom),
        resample=Image.Resampling.BICUBIC, fillcolor="white")


def photocopied(paper, dice):
    """Nothing but black and white, strokes thicker or thinner, dark edges, specks."""
    grey = paper.convert("L").filter(ImageFilter.GaussianBlur(1.2))
    grey = grey.filter(ImageFilter.MinFilter(3)) if dice.random() < 0.6 else grey
    level = dice.uniform(135, 200)
    grey = grey.point(lambda value: max(0, min(255, round((value - level) * 5 + 128))))
    if dice.random() < 0.3:
        grey = grey.filter(ImageFilter.MaxFilter(3))
    draw = ImageDraw.Draw(grey)
    for _ in range(dice.randint(40, 220)):
        x, y, r = dice.uniform(0, grey.width), dice.uniform(0, grey.height), dice.choice((1, 1, 1.5, 2, 3))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=dice.randint(0, 90))
    return ImageChops.multiply(grey, _dark_edges(grey.size, dice)).convert("RGB")


def _dark_edges(size, dice):
    """The shadow of the lid along one or two edges."""
    veil = np.full((size[1], size[0]), 255, dtype=np.float32)
    for side in dice.sample(("left", "right", "top", "bottom"), dice.randint(1, 2)):
        width = round(dice.uniform(4, 14) * SCALE)
        shade = np.linspace(dice.uniform(20, 90), 255, width)
        if side in ("left", "right"):
            edge = veil[:, :width] if side == "left" else veil[:, ::-1][:, :width]
            edge[:] = np.minimum(edge, shade[None, :])
        else:
            edge = veil[:width] if side == "top" else veil[::-1][:width]
            edge[:] = np.minimum(edge, shade[:, None])
    return Image.fromarray(veil.astype(np.uint8), "L")


def copied_often(paper, dice):
    """A copy of a copy: soft, grey, uneven."""
    grey = paper.convert("L").filter(ImageFilter.GaussianBlur(dice.uniform(1.8, 2.6)))
    grey = ImageEnhance.Contrast(grey).enhance(1.5).filter(ImageFilter.GaussianBlur(1.2))
    low, high = dice.uniform(60, 100), dice.uniform(215, 235)
    return grey.point(lambda value: round(low + (high - low) * value / 255)).convert("RGB")


def write(scans, scanner, folder, dice):
    """The files of one copy, with the number of the form's page for each of their pages."""
    pages = list(range(1, len(scans) + 1))
    container = dice.choices(("pdf", "pages", "tiff"), (4, 2, 2))[0]
    if container == "tiff":
        compression = "group4" if scanner.mode == "bitonal" else "tiff_lzw"
        made = [("scan.tif", files.tiff(scans, compression), pages)]
    elif container == "pages" and len(scans) > 1:
        made = [(f"page-{number}.pdf", pdf([one], scanner), [number]) for number, one in zip(pages, scans)]
    else:
        made = [("scan.pdf", pdf(scans, scanner), pages)]
    folder.mkdir(parents=True, exist_ok=True)
    result = []
    for name, data, numbers in made:
        (folder / name).write_bytes(data)
        result.append((folder / name, numbers))
    return result


def pdf(scans, scanner):
    """A PDF of the pages."""
    made = files.PDF()
    for one in scans:
        made.page(one, scanner.quality)
    return made.data()
