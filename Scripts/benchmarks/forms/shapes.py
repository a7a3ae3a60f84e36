"""The same form in other shapes: without its fields, scanned, with its fields emptied or filled in."""

import pathlib
import subprocess
import tempfile

import numpy as np
import pikepdf
from PIL import Image, ImageChops

from samples import files
from samples.scan import Scan

from ..report import Failure
from .blanks import has_value, terminal, widgets

SHAPES = ("acroform", "flat", "scan")
SCAN_DPI, SCAN_TURN, SCAN_QUALITY = 200, 0.4, 75


def pictures(file, dpi, last=None, options=()):
    """The pages of a PDF as they are printed."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-q", "-cropbox", "-r", str(dpi), *options, *(["-l", str(last)] if last else []),
                   str(file), f"{folder}/p"]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        return [Image.open(one).convert("RGB") for one in sorted(pathlib.Path(folder).iterdir())]


def flat(form, target):
    """Only what is printed: no fields are left."""
    with pikepdf.open(form.file) as pdf:
        others = []
        for page in pdf.pages:
            kept = [one for one in page.obj.get("/Annots") or [] if one.get("/Subtype") != "/Widget"]
            others.append(bool(kept))
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
            if kept:
                page.obj.Annots = pdf.make_indirect(pikepdf.Array(kept))
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        pdf.save(target, static_id=True)
    printed, shown = pictures(form.file, 40, options=["-hide-annotations"]), pictures(target, 40)
    for number, (one, other, has_others) in enumerate(zip(printed, shown, others), 1):
        if not has_others and ImageChops.difference(one, other).getbbox():
            raise Failure(f"{form}, page {number}: a field is still drawn")


def scan(source, target):
    """A blank that somebody scanned, a little askew."""
    pdf = files.PDF()
    for page in pictures(source, SCAN_DPI):
        turned = page.convert("L").rotate(SCAN_TURN, Image.Resampling.BICUBIC, fillcolor=255)
        pdf.page(Scan(turned, (SCAN_DPI, SCAN_DPI), (1, 0, 0, 0, 1, 0)), SCAN_QUALITY)
    target.write_bytes(pdf.data())


def emptied(form, target):
    """The form with its fields, and nothing in them."""
    with pikepdf.open(form.file) as pdf:
        # All of them first: a value goes with the first of a field's widgets, and is still drawn in the others.
        for widget in [one for page in pdf.pages for one in widgets(page) if has_value(one)]:
            _set(widget, None)
        _save(pdf, target)


def filled(source, values, target):
    """The form with values by page and number of the widget: text, or True for a check box.

    Returns which widgets show something by it: one of several choices takes the mark from the others,
    and a field that is in several places shows its value in all of them.
    """
    with pikepdf.open(source) as pdf:
        by_field = {}
        for (number, at), text in values.items():
            widget = pdf.pages[number - 1].obj.Annots[at]
            by_field[terminal(widget).objgen] = (number, at, text)
        shown = set()
        for number, page in enumerate(pdf.pages, 1):
            for at, widget in enumerate(page.obj.get("/Annots") or []):
                if widget.get("/Subtype") != "/Widget" or terminal(widget).objgen not in by_field:
                    continue
                chosen_page, chosen, text = by_field[terminal(widget).objgen]
                if text is not True:
                    _set(widget, text)
                    shown.add((number, at))
                elif (number, at) == (chosen_page, chosen):
                    on = on_state(widget)
                    if on:
                        terminal(widget).V = widget.AS = pikepdf.Name(on)
                        shown.add((number, at))
                else:
                    widget.AS = pikepdf.Name.Off
        _save(pdf, target)
    return shown


def on_state(widget):
    """The name of a check box's state in which it has a mark."""
    drawn = (widget.get("/AP") or {}).get("/N")
    if not isinstance(drawn, pikepdf.Dictionary):
        return None
    return next((name for name in drawn.keys() if name != "/Off"), None)


def _set(widget, text):
    """Another value; poppler draws a field whose appearance is gone anew."""
    field = terminal(widget)
    for node in (field, widget):
        for key in ("/V", "/RV", "/I"):
            if key in node:
                del node[key]
    if "/AS" in widget:
        widget.AS = pikepdf.Name.Off
    elif "/AP" in widget:
        del widget["/AP"]
    if text is not None:
        field.V = pikepdf.String(text)


def _save(pdf, target):
    # Where there is an XFA form as well, viewers take the values from there.
    for key in ("/XFA", "/NeedAppearances"):
        if "/AcroForm" in pdf.Root and key in pdf.Root.AcroForm:
            del pdf.Root.AcroForm[key]
    pdf.save(target, static_id=True)


def difference(one, other, least):
    """Where two pictures differ by so much, as a mask."""
    apart = np.asarray(ImageChops.difference(one, other)).max(axis=2)
    return Image.fromarray(((apart >= least) * 255).astype(np.uint8), "L")
