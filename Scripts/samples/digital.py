"""Born-digital pages: a PDF whose text is text, its blanks filled in as form fields or printed flat."""

import io
import random

import numpy as np
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.acroform import AcroForm, PDFFromString
from reportlab.pdfgen.canvas import Canvas

from samples.sheet import DPI, FONTS, LETTER, set_lines, written

# Ink is drawn as runs of half the resolution of its mask: no image on the page, and nobody sees it.
_INK_STEP = 2


def born_digital(sheets, flat=False, seed=0):
    """A PDF with form fields, or `flat` as a printer driver writes it.

    An item is a sheet, or the JPEG of a scanned page. Ink is drawn as shapes, and so is what is
    filled in by hand, as with a pen on a tablet.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=1, pageCompression=1)
    if not flat:
        canvas._doc._catalog.AcroForm = canvas.AcroForm = _Form(canvas)
    dice = random.Random(seed)
    for item in sheets:
        if isinstance(item, bytes):
            canvas.setPageSize(LETTER)
            canvas.drawImage(ImageReader(io.BytesIO(item)), 0, 0, *LETTER)
        else:
            canvas.setPageSize(item.size)
            _draw(canvas, item, flat, dice)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _Form(AcroForm):
    """Form fields whose text stands where a typewriter would have put it.

    The library's own appearance of a field of several lines draws all but the first off the page.
    """

    def txAP(self, key, value, iFontName, rFontName, fontSize, *rest, width, height, **more):
        lines = value.split("\n")
        first = 3 if len(lines) == 1 else height - fontSize - 1
        step = fontSize * 1.5
        stream = [f"/Tx BMC q 0 0 {width:.2f} {height:.2f} re W n",
                  f"BT /{iFontName} {fontSize} Tf 0 g 2 {first:.2f} Td {step:.2f} TL"]
        for number, line in enumerate(lines):
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            stream.append(f"({safe}) {'Tj' if number == 0 else chr(39)}")
        stream.append("ET Q EMC")
        font = f"<< /ProcSet [/PDF /Text] /Font {rFontName} >>"
        return self.makeStream(
            width, height, "\n".join(stream), Resources=PDFFromString(font))


def _draw(canvas, sheet, flat, dice):
    height = sheet.size[1]
    for mark in sheet.marks:
        if mark[0] == "text":
            _, x, y, text, font, size, color = mark
            _print(canvas, x, height - y, text, font, size, color)
        elif mark[0] == "line":
            _, x1, y1, x2, y2, width, _ = mark
            canvas.setLineWidth(width)
            canvas.line(x1, height - y1, x2, height - y2)
        elif mark[0] == "rect":
            _, x, y, w, h, stroke, fill = mark
            canvas.setLineWidth(stroke or 0)
            canvas.setFillColorRGB(*((fill or 0) / 255,) * 3)
            canvas.rect(x, height - y - h, w, h, stroke=1 if stroke else 0,
                        fill=0 if fill is None else 1)
        elif mark[0] == "field":
            _fill_in(canvas, height, mark[1:], flat, dice)
        elif mark[0] == "check":
            _tick(canvas, height, mark[1:], flat)
        elif mark[0] == "ink":
            _, x, y, mask, color = mark
            _ink(canvas, x, height - y, mask, color)


def _print(canvas, x, y, text, font, size, color):
    canvas.setFont(FONTS[font][1], size)
    canvas.setFillColorRGB(*(c / 255 for c in color))
    canvas.drawString(x, y, text)


def _fill_in(canvas, height, field, flat, dice):
    name, box, text, pen, multiline = field
    if pen.is_hand:
        if text:
            mask, left, top = written(box, text, pen, multiline, dice)
            _ink(canvas, left, height - top, mask, pen.color)
    elif flat:
        for x, baseline, line in set_lines(box, text, pen, multiline):
            _print(canvas, x, height - baseline, line, pen.font, pen.size, pen.color)
    else:
        x, y, w, h = box
        clear = Color(1, 1, 1, 0)
        # The library does not break lines, so they are broken here.
        text = "\n".join(line for _, _, line in set_lines(box, text, pen, multiline))
        canvas.acroForm.textfield(
            name=name, value=text, x=x, y=height - y - h, width=w, height=h,
            fontName="Helvetica", fontSize=pen.size - 1, borderWidth=0, fillColor=clear,
            borderColor=clear, forceBorder=False, maxlen=None,
            fieldFlags="multiline" if multiline else "")


def _tick(canvas, height, check, flat):
    name, x, y, on, pen = check
    if not flat:
        canvas.acroForm.checkbox(
            name=name, checked=on, x=x, y=height - y, size=9, buttonStyle="cross",
            borderWidth=0.7, fillColor=Color(1, 1, 1))
        return
    canvas.setLineWidth(0.7)
    canvas.rect(x, height - y, 8, 8)
    if on:
        canvas.setStrokeColorRGB(*(c / 255 for c in pen.color))
        canvas.setLineWidth(1)
        canvas.line(x + 1.3, height - y + 1.3, x + 6.7, height - y + 6.7)
        canvas.line(x + 1.3, height - y + 6.7, x + 6.7, height - y + 1.3)
        canvas.setStrokeColorRGB(0, 0, 0)


def _ink(canvas, x, y, mask, color):
    """Fills the mask's shape; (x, y) is its top left, measured from the bottom of the page."""
    small = mask.resize((max(1, mask.width // _INK_STEP), max(1, mask.height // _INK_STEP)),
                        Image.Resampling.BOX)
    step = 72 * _INK_STEP / DPI
    dark = np.pad(np.asarray(small) > 96, ((0, 0), (1, 1))).astype(np.int8)
    shape = canvas.beginPath()
    for row, line in enumerate(np.diff(dark, axis=1)):
        for start, end in zip(np.flatnonzero(line == 1), np.flatnonzero(line == -1)):
            # A little higher than the row, so that no seam shows.
            shape.rect(x + start * step, y - (row + 1.1) * step, (end - start) * step, step * 1.2)
    canvas.setFillColorRGB(*(c / 255 for c in color))
    canvas.drawPath(shape, stroke=0, fill=1)
