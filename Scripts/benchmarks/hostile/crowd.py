"""A night of a hundred packets, of which every fourth is up to something."""

import io
import json
import zlib

from pikepdf import Array, Dictionary, Name
from PIL import Image

from . import papers
from .lab import HASTY, MEMORY, failures

PACKETS = 100
SECONDS = 240

# What readers do, and at which question.
MISDEEDS = [
    ("read", "hang"), ("survey", "hang"), ("read", "die"), ("survey", "die"), ("crops", "die"), ("read", "leave"),
    ("read", "babble"), ("read", "hang up"), ("survey", "deaf"), ("read", "late"), ("read", "twice"),
    ("read", "unasked"), ("survey", "unasked"), ("read", "drip"), ("read", "gigabytes"), ("read", "bloated"),
    ("read", "euler"), ("read", "confidence"), ("read", "huge boxes"), ("read", "wide field"), ("read", "tall field"),
    ("read", "negative page"), ("read", "not a number"), ("read", "number as text"), ("read", "beyond double"),
    ("read", "nothing read"), ("read", "other answer"), ("read", "nonsense"), ("read", "deep"),
    ("read", "10 million words"), ("read", "smuggle"), ("crops", "smuggle"), ("crops", "other pictures"),
    ("survey", "twin pages"), ("survey", "page -1"), ("survey", "far page"), ("survey", "negative paper"),
    ("survey", "no scale"), ("survey", "huge scale"), ("survey", "10 million pages"),
]

# What comes late or too often may be right all the same; of a survey's reader, only its next question fails.
MAY_PASS = {"late", "twice", "unasked", "deaf"}


def flate_bomb():
    """A picture of 20,000 by 20,000 in 400 kB."""
    pdf = papers.new()
    image = papers.picture(pdf, zlib.compress(bytes(20_000 * 20_000)), (20_000, 20_000), Filter=Name.FlateDecode)
    papers.cover(pdf, pdf.pages[0], image)
    return papers.saved(pdf)


def endless_form():
    """A drawing that draws itself."""
    pdf = papers.new()
    page = pdf.pages[0]
    form = pdf.make_stream(b"/Fm Do /Fm Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792]))
    form.Resources = Dictionary(XObject=Dictionary(Fm=form))
    page.Resources.XObject = Dictionary(Fm=form)
    page.Contents = pdf.make_stream(b"/Fm Do")
    return papers.saved(pdf)


def billion_drawings():
    """Nine drawings, each of which draws the next ten times."""
    pdf = papers.new()
    page = pdf.pages[0]
    form = None
    for _ in range(9):
        body = b"/Fm Do " * 10 if form is not None else b"0 0 10 10 re f"
        outer = pdf.make_stream(body, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792]))
        if form is not None:
            outer.Resources = Dictionary(XObject=Dictionary(Fm=form))
        form = outer
    page.Resources.XObject = Dictionary(Fm=form)
    page.Contents = pdf.make_stream(b"/Fm Do")
    return papers.saved(pdf)


def picture_bomb():
    """A PNG of 40,000 by 40,000 in one bit."""
    buffer = io.BytesIO()
    Image.new("1", (40_000, 40_000)).save(buffer, "PNG")
    return buffer.getvalue()


BOMBS = {"flate": flate_bomb, "endless": endless_form, "billion": billion_drawings, "picture": picture_bomb}


def night_of_a_hundred(lab):
    plan, bad = {}, {}
    good = {f"good-{at}": papers.letter(at) for at in range(PACKETS - len(MISDEEDS) - len(BOMBS))}
    calm = lab.fresh("calm")
    for name, data in good.items():
        calm.packet(f"{name}.pdf", data)
        lab.packet(f"{name}.pdf", data)
    for at, (when, what) in enumerate(MISDEEDS):
        name = f"{what}, asked for {when}"
        # Between the good ones, in the order of names.
        bad[name] = lab.packet(f"good-{at}-{what}.pdf", papers.letter(name))
        plan[bad[name]] = {"when": when, "what": what}
    for name, make in BOMBS.items():
        bad[f"bomb, {name}"] = lab.packet(f"good-{name}", make())
    quiet = calm.night(limit=SECONDS)
    night = lab.night(limit=SECONDS, reader=lab.proxy(plan), settings=HASTY)
    wanted, got = calm.cases(), lab.cases()
    same = sum(got.get(name) == data for name, data in wanted.items())
    lab.saw(f"{night} after {night.seconds:.0f} s, {night.peak:.0f} MiB; "
            f"{same} of {len(good)} good packets as without the bad")
    lab.wants(quiet.status == 0 and len(wanted) == len(good), f"without the bad ones: {quiet}, {len(wanted)} bundles")
    lab.wants(same == len(good), f"{len(good) - same} good packets have no bundle or another")
    lab.wants(night.peak < MEMORY, f"the parent took {night.peak:.0f} MiB; {MEMORY} are allowed")
    lab.wants(night.status == 65, f"{night} instead of 65 within {SECONDS} s")
    by_document = {one["sha256"]: case for case in map(json.loads, got.values()) for one in case["documents"]}
    for name, sha256 in bad.items():
        case = by_document.get(sha256)
        lab.wants(case, f"{name}: no bundle")
        # A bomb may be drawn, if that is done in time; of crops, pictures are missing and no page has failed.
        asked = plan.get(sha256)
        may_pass = not asked or asked["when"] == "crops" or asked["what"] in MAY_PASS
        lab.wants(not case or may_pass or is_failed(case), f"{name}: taken as if nothing had been")


def is_failed(case):
    return bool(failures(case)) or any(one["state"] != "opened" for one in case["documents"])


ATTACKS = {"night of a hundred": night_of_a_hundred}
