"""The blank form of each programme, as a PDF that lies exactly over the scanned samples."""

from dataclasses import replace

from samples.digital import born_digital
from samples.form import CCM, CDMS, blank_complaint, blank_continuation_sheet, complaint_form
from samples.sheet import printed_width, width_of

FORMS = {"ccm-complaint.pdf": CCM, "cdms-complaint.pdf": CDMS}

# As wide as Sheet.printed() draws the outline of a check box: three dots of 300 to the inch.
_CHECK_STROKE = 0.72


def blank_form(programme):
    """The four pages and a continuation sheet, with nothing filled in."""
    complaint = blank_complaint(programme)
    # Without dice: nothing on a blank is random.
    sheets, _ = complaint_form(complaint, None)
    sheets.append(blank_continuation_sheet(complaint))
    return born_digital([_as_printed(sheet) for sheet in sheets], flat=True)


def _as_printed(sheet):
    """The sheet with its print where Sheet.printed() puts it, and without its places to fill in."""
    return replace(sheet, marks=[_mark_as_printed(mark) for mark in sheet.marks if mark[0] != "field"])


def _mark_as_printed(mark):
    kind, *rest = mark
    if kind == "text":
        x, y, text, font, size, color = rest
        # On paper a line is a little longer or shorter than its font says: its letters are whole dots wide.
        size = printed_width(text, font, size) / width_of(text, font, 1)
        return "text", x, y, text, font, size, color
    if kind == "rect":
        return _outline(*rest)
    if kind == "check":
        _, x, y, _, _ = rest
        return _outline(x, y - 8, 8, 8, _CHECK_STROKE, None)
    return mark


def _outline(x, y, width, height, stroke, fill):
    """A box whose outline is inside of it, as on paper; a PDF draws it on the edge."""
    inset = stroke / 2
    return "rect", x + inset, y + inset, width - stroke, height - stroke, stroke, fill
