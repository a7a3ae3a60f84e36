"""Blank forms as PDFs, and the fields that their makers put into them."""

from dataclasses import dataclass
import json
import re

import pikepdf

from ..report import Failure
from .boxes import upright

# Narrower or lower than this, nobody can write into a field.
LEAST_WIDTH, LEAST_HEIGHT = 6, 5
READ_ONLY, MULTILINE, PUSH_BUTTON, COMB = 1 << 0, 1 << 12, 1 << 16, 1 << 24
HIDDEN, NO_VIEW = 1 << 1, 1 << 5


@dataclass(frozen=True)
class Field:
    """A place to fill in: where it is, and what its maker says of it."""

    page: int
    box: tuple
    # text, check-box or signature
    kind: str
    name: str = ""
    tooltip: str = ""
    is_multiline: bool = False
    # So many letters fit into it; 0 for as many as there is room for.
    most: int = 0
    # The number of the widget among the annotations of its page.
    widget: int = -1


class Form:
    def __init__(self, file, label):
        self.file = file
        self.label = label
        self.slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:48].strip("-")
        with pikepdf.open(file) as pdf:
            self.fields = [field for number, page in enumerate(pdf.pages, 1) for field in fields(page, number)]
            self.pages = len(pdf.pages)
            # A form can come with values in its fields, such as the first of a list of states.
            self.has_values = any(has_value(one) for page in pdf.pages for one in widgets(page))

    def __str__(self):
        return self.file.name


def forms(folders, count):
    """So many of the forms of each folder, evenly over it; all of them for None."""
    chosen = []
    for folder in folders:
        labels = folder / "labels.jsonl"
        rows = [json.loads(line) for line in labels.read_text().splitlines() if line.strip()] if labels.exists() else []
        labelled = {(folder / row["file"]).resolve(): row for row in rows if "file" in row}
        inner = folder / "pdf"
        files = sorted((inner if inner.is_dir() else folder).glob("*.pdf"))
        if not files:
            raise Failure(f"there are no forms in {folder}: it needs PDFs, or a folder pdf with them")
        number = min(count or len(files), len(files))
        for at in range(number):
            file = files[at * len(files) // number]
            chosen.append(Form(file, labelled.get(file.resolve(), {})))
    seen = set()
    for form in chosen:
        while form.slug in seen:
            form.slug += "-2"
        seen.add(form.slug)
    return chosen


def fields(page, number):
    """The fields of a page that a person can fill in."""
    crop = [float(edge) for edge in page.cropbox]
    crop = [min(crop[0], crop[2]), min(crop[1], crop[3]), max(crop[0], crop[2]), max(crop[1], crop[3])]
    turn = int(inherited(page.obj, "/Rotate") or 0)
    for at, annotation in enumerate(page.obj.get("/Annots") or []):
        if annotation.get("/Subtype") != "/Widget":
            continue
        flags, sort = int(inherited(annotation, "/Ff") or 0), inherited(annotation, "/FT")
        is_button = sort == "/Btn"
        if flags & READ_ONLY or is_button and flags & PUSH_BUTTON or int(annotation.get("/F", 0)) & (HIDDEN | NO_VIEW):
            continue
        box = upright([float(edge) for edge in annotation.Rect], crop, turn)
        if box[2] < LEAST_WIDTH or box[3] < LEAST_HEIGHT:
            continue
        kind = {"/Btn": "check-box", "/Sig": "signature"}.get(str(sort), "text")
        yield Field(
            number, tuple(box), kind, last_name(annotation), text(inherited(annotation, "/TU")),
            kind == "text" and bool(flags & MULTILINE), int(inherited(annotation, "/MaxLen") or 0), at)


def widgets(page):
    return [one for one in page.obj.get("/Annots") or [] if one.get("/Subtype") == "/Widget"]


def inherited(node, key):
    """What a widget, or a page, has of itself or from those above it."""
    for _ in range(32):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node.Parent
    return None


def terminal(widget):
    """The field of a widget: the nearest one with a name, which has the value for all of its widgets."""
    node = widget
    for _ in range(32):
        if "/T" in node or "/Parent" not in node:
            return node
        node = node.Parent
    return node


def text(found):
    return "" if found is None else str(found)


def last_name(widget):
    """The field's own name; those of the groups around it say little."""
    name = str(terminal(widget).get("/T", ""))
    return re.sub(r"\[\d+\]$", "", name)


def has_value(widget):
    """Whether there is something in the field."""
    found = inherited(widget, "/V")
    is_none = found is None or isinstance(found, pikepdf.Dictionary)
    return not is_none and str(found).strip() not in ("", "/Off", "/")
