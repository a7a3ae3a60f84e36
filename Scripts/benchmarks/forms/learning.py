"""What jurat learns of a blank, against the fields that the form's maker put into it."""

import collections
import time

import yaml

from ..report import say
from . import shapes
from .boxes import share
from .roles import speaks_of

LEAST_SHARE = 0.5
# From this share of its fields on, a form needs no work by hand.
NEARLY_ALL = 0.95


class Learnt:
    """A form as jurat learnt it: its places, with the pipeline that knows it."""

    def __init__(self, jurat, identifier, places):
        self.jurat, self.identifier, self.places = jurat, identifier, places


def learn(jurat, form, shape, blank, keep):
    """None where jurat does not learn the form."""
    identifier = f"{form.slug}-{shape}"
    usage = jurat.learn_form(blank, identifier)
    file = jurat.pipeline / "forms" / f"{identifier}.yaml"
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"learn-{shape}.pdf").write_bytes(blank.read_bytes())
        if file.exists():
            (keep / f"learn-{shape}.yaml").write_bytes(file.read_bytes())
    if usage.status != 0 or not file.exists():
        say(f"{form}, {shape}: not learnt, status {usage.status}: {usage.errors.strip()[:300]}")
        return None, usage.wall
    places = yaml.safe_load(file.read_text(encoding="utf-8")).get("places") or []
    return Learnt(jurat, identifier, places), usage.wall


def is_same(place, field):
    """Whether a learnt place is where a field is, and for the same sort of filling."""
    return (place["page"] == field.page and (place["kind"] == "check-box") == (field.kind == "check-box")
            and share(place["box"], field.box) >= LEAST_SHARE)


class Tally:
    """The figures of one shape."""

    def __init__(self, shape):
        self.shape = shape
        self.counts = collections.Counter()
        self.missed = []

    def add(self, form, roles, learnt, seconds, words):
        counts = self.counts
        counts["forms"] += 1
        counts["pages"] += form.pages
        counts["seconds"] += seconds
        places = learnt.places if learnt else []
        counts["learnt"] += learnt is not None
        meeting = {field: [one for one in places if is_same(one, field)] for field in form.fields}
        for field, met in meeting.items():
            sort = "check boxes" if field.kind == "check-box" else "others"
            counts[f"fields, {sort}"] += 1
            counts[f"found, {sort}"] += bool(met)
            if not met:
                self.missed.append({"shape": self.shape, "form": form.file.name, "page": field.page,
                                    "box": [round(edge, 1) for edge in field.box], "kind": field.kind,
                                    "name": field.name})
            role = roles.get(field)
            if role:
                counts[f"{role} fields"] += 1
                counts[f"{role} fields right"] += any(one["kind"] == role for one in met)
        self._one_to_one(form.fields, places)
        found = sum(bool(met) for met in meeting.values())
        counts["forms nearly whole"] += found >= NEARLY_ALL * len(form.fields)
        for place in places:
            same = [field for field in form.fields if is_same(place, field)]
            counts["places"] += 1
            counts["places on a field"] += bool(same)
            if same and place["kind"] in ("signature", "date"):
                counts[f"called {place['kind']}"] += 1
                spoken = any(speaks_of(field, words[field.page - 1], place["kind"]) for field in same)
                counts[f"called {place['kind']} for nothing"] += not spoken

    def _one_to_one(self, fields, places):
        """Each field has a place of its own: one large place does not stand for many fields."""
        pairs = sorted(((share(place["box"], field.box) * min(1, place["box"][2] / field.box[2]), i, j)
                        for i, field in enumerate(fields) for j, place in enumerate(places) if is_same(place, field)),
                       reverse=True)
        taken = set(), set()
        for _, i, j in pairs:
            if i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
        self.counts["one to one"] += len(taken[0])

    def report(self, report):
        counts, shape = self.counts, f"learnt from {self.shape}"
        if not counts["forms"]:
            return
        fields = counts["fields, others"] + counts["fields, check boxes"]

        def add(name, part, whole):
            report.add(f"{shape}: {name}", part / whole if whole else None, basis=f"{part} of {whole}")

        add("forms", counts["learnt"], counts["forms"])
        add("fields found", counts["found, others"] + counts["found, check boxes"], fields)
        add("check boxes found", counts["found, check boxes"], counts["fields, check boxes"])
        add("fields with a place of their own", counts["one to one"], fields)
        add("places that are on a field", counts["places on a field"], counts["places"])
        for role in ("signature", "date"):
            add(f"{role} fields, right kind", counts[f"{role} fields right"], counts[f"{role} fields"])
            add(f"called {role} for nothing", counts[f"called {role} for nothing"], counts[f"called {role}"])
        add(f"forms with {NEARLY_ALL:.0%} of their fields", counts["forms nearly whole"], counts["forms"])
        report.add(f"{shape}: a page", counts["seconds"] / counts["pages"], "s")


def blanks(form, scratch):
    """The form in each shape, by name; one without fields has two."""
    made = {"flat": scratch / "flat.pdf", "scan": scratch / "scan.pdf"}
    shapes.flat(form, made["flat"])
    if form.fields:
        made["acroform"] = form.file
    shapes.scan(made["flat"], made["scan"])
    return made
