"""A contact sheet: the pages where jurat and the labels do not agree, with the boxes of both drawn in.

One HTML file that needs no other. It shows pages of documents, so it belongs beside them and nowhere else; what is
written on it are file names, kinds, states and reasons.
"""

import base64
import html
import io
import subprocess

from . import scoring

# Pixels of the long side of a picture: about 100 to the inch of a letter page.
LONG_SIDE = 1100
SECONDS_FOR_A_PICTURE = 60
# Pages are drawn so wide, whatever their size on paper, and captions in the same unit.
WIDTH = 612
LINE, WIDTH_OF_A_LETTER = 8.5, 4
COLOURS = {"label": "#0a0", "logo": "#888", "present": "#d00", "uncertain": "#e80", "blank": "#06f"}

HEAD = """\
<!DOCTYPE html>
<meta charset="utf-8">
<title>Attestations that do not agree with their labels</title>
<style>
body { font: 14px sans-serif; margin: 1em; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(600px, 1fr)); gap: 1.5em 1em; }
figure { margin: 0; border-top: 3px solid #444; }
figcaption { padding: .4em 0; }
figcaption b { color: #a00; }
svg { width: 100%; border: 1px solid #aaa; background: #fff; }
svg rect { fill: none; }
svg text { font: 8.5px sans-serif; paint-order: stroke; stroke: #fff; stroke-width: 2.5px; }
</style>
"""


class Sheet:
    def __init__(self):
        self.cards = []

    def add(self, folder, label, inspected, misses):
        """One picture for every page of a file that has misses; all misses of a page share it."""
        for page in scoring.pages(label, inspected):
            here = [one for one in misses if one["page"] == page.number]
            if here:
                file = folder / label["file"]
                self.cards.append(card(f"{folder.name}/{label['file']}", page, here, picture(file, page.number)))

    def html(self):
        key = " &nbsp; ".join(f'<span style="color:{colour}">&#9632; {name}</span>' for name, colour in COLOURS.items())
        legend = f"<p>pages: {len(self.cards)} &nbsp; {key}, thick where they do not agree</p>"
        return "\n".join([HEAD + legend, "<main>", *self.cards, "</main>", ""])


def told(miss):
    expected = {True: ": labelled yes", False: ": labelled no", None: ""}[miss.get("expected")]
    return miss["kind"] + expected


def card(name, page, misses, jpeg):
    # A page that could not be read may have no size.
    width, height = WIDTH, round(WIDTH * page.size[1] / page.size[0]) if all(page.size) else WIDTH
    image = ""
    if jpeg:
        data = base64.b64encode(jpeg).decode()
        image = (f'<image href="data:image/jpeg;base64,{data}" width="{width}" height="{height}" '
                 'preserveAspectRatio="none"/>')
    labelled = [("label", "signature", box) for box in page.signatures]
    labelled += [("label", "stamp", box) for box in page.stamps]
    labelled += [("logo", "logo", box) for box in page.logos]
    missed = [one.get("box") for one in misses]
    drawing = Drawing((width, height))
    for colour, caption, box in labelled:
        drawing.mark(box, COLOURS[colour], caption, box in missed, above=True)
    for one in page.attestations:
        box = page.fraction(one["box"])
        caption = f"{one['kind']}, {one['state']}, {one['confidence']:.2f}: {one['reason']}"
        drawing.mark(box, COLOURS[one["state"]], caption, box in missed)
    why = "; ".join(dict.fromkeys(map(told, misses)))
    return (f"<figure><figcaption>{html.escape(name)}, page {page.number}<br><b>{html.escape(why)}</b></figcaption>"
            f'<svg viewBox="0 0 {width} {height}">{image}{drawing.svg()}</svg></figure>')


class Drawing:
    """The boxes on a page, and their captions beside them."""

    def __init__(self, size):
        self.size = size
        self.boxes, self.captions = [], []
        # Left, right and bottom of the captions so far: none is written over another.
        self.taken = []

    def svg(self):
        return "".join(self.boxes + self.captions)

    def mark(self, box, colour, caption, is_missed, above=False):
        """A box, thick if it is a miss, and its caption, which starts or ends with the box to stay on the page."""
        left, top, right, bottom = (share * side for share, side in zip(box, self.size * 2))
        self.boxes.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" '
            f'stroke="{colour}" stroke-width="{3 if is_missed else 1.2}"/>')
        is_left = left + right < self.size[0]
        x, anchor = (left, "start") if is_left else (right, "end")
        width = WIDTH_OF_A_LETTER * len(caption)
        start, end = (x, x + width) if is_left else (x - width, x)
        y = top - 2 if above else bottom + LINE
        while any(start < other[1] and other[0] < end and abs(y - other[2]) < LINE for other in self.taken):
            y += -LINE if above else LINE
        y = min(max(LINE, y), self.size[1] - 2)
        self.taken.append((start, end, y))
        self.captions.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{html.escape(caption)}</text>')


def picture(file, number):
    """The page as JPEG; None where it cannot be drawn."""
    if file.suffix.lower() == ".pdf":
        # The crop box, which is the page to jurat too.
        command = ["pdftoppm", "-q", "-cropbox", "-jpeg", "-scale-to", LONG_SIDE, "-f", number, "-l", number,
                   "-singlefile", file]
        try:
            drawn = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True,
                                   timeout=SECONDS_FOR_A_PICTURE)
        except subprocess.TimeoutExpired:
            return None
        return drawn.stdout or None
    # Only here, so that the other benchmarks do without python3-pil.
    from PIL import Image
    try:
        with Image.open(file) as image:
            image.seek(number - 1)
            image = image.convert("RGB")
            image.thumbnail((LONG_SIDE, LONG_SIDE))
    except (OSError, EOFError, Image.DecompressionBombError):
        return None
    output = io.BytesIO()
    image.save(output, "JPEG", quality=80)
    return output.getvalue()
