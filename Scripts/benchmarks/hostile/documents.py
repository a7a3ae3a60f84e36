"""Attacks by what stands in a document."""

import html.parser
import io
import random
import zlib

import pikepdf
from PIL import Image, ImageDraw, ImageOps, ImageStat
from pikepdf import Array, Dictionary, Name

from . import papers
from .lab import digest, failures, files_below, outcome, told


def picture_not_decoded(lab):
    """The signed page of a complaint, its picture broken in nine ways; once beside the unsigned draft too."""
    source = papers.pages_of(lab.samples / "01-all-in-order/01-complaint.pdf", "4")
    draft = (lab.samples / "03-unsigned/01-complaint.pdf").read_bytes()
    documents = {}
    for way, damage in DAMAGES.items():
        pdf = pikepdf.open(io.BytesIO(source))
        damage(pdf, next(iter(pdf.pages[0].images.values())))
        documents[way] = papers.saved(pdf)
        lab.packet(way, {"page.pdf": documents[way]})
    cut = papers.named(documents["cut off"], "beside a draft")
    lab.packet("draft", {"01-complaint.pdf": draft, "02-page.pdf": cut})
    documents["beside a draft"] = cut
    night = lab.night(limit=300)
    failed = 0
    for way, data in documents.items():
        case = lab.case(digest(data))
        # Some break the document, not only its page.
        is_told = bool(failures(case)) or any(one["state"] == "damaged" for one in case["documents"])
        failed += is_told
        lab.wants(is_told, f"{way}: page is {case['documents'][-1]['pages'][0]['state']}")
        lab.wants(outcome(case, "INT-01") == "review", f"{way}: INT-01 {outcome(case, 'INT-01')}")
        deficient = [check["id"] for check in case["checks"] if check["outcome"] == "deficient"]
        lab.wants(not deficient, f"{way}: deficient {' '.join(deficient)}")
    lab.saw(f"{night}, {failed} of {len(documents)} told of as failed")
    lab.wants(night.status == 65, f"{night} instead of 65")


def cut_off(pdf, image):
    raw, coding = image.read_raw_bytes(), image.Filter
    image.write(raw[: len(raw) // 4], filter=coding)


def filled(coding, data):
    def damage(pdf, image):
        image.write(data, filter=coding)

    return damage


def sixty_thousand(pdf, image):
    image.Width = image.Height = 60_000
    image.write(zlib.compress(bytes(1 << 20)), filter=Name.FlateDecode)


def absent(pdf, image):
    page = pdf.pages[0]
    for name in list(page.Resources.XObject.keys()):
        page.Resources.XObject[name] = pdf.make_indirect(Dictionary(Type=Name.XObject))


def no_data(pdf, image):
    image.write(b"", filter=image.Filter)


def crypt(pdf, image):
    image.write(image.read_raw_bytes(), filter=Name.Crypt, decode_parms=Dictionary(Name=Name.Secret))


def unknown_colours(pdf, image):
    image.ColorSpace = Array([Name.Chartreuse, 7])


DAMAGES = {
    "cut off": cut_off,
    "unknown filter": filled(Name.RainbowDecode, b"\x01" * 5000),
    "garbage JPX": filled(Name.JPXDecode, random.Random(1).randbytes(5000)),
    "garbage JBIG2": filled(Name.JBIG2Decode, random.Random(2).randbytes(5000)),
    "60000x60000": sixty_thousand,
    "absent": absent,
    "no data": no_data,
    "Crypt": crypt,
    "unknown colour space": unknown_colours,
}


def layered_scan(lab):
    """The printed form as one picture, the signature's ink as a stencil over it, which does not arrive whole."""
    form, ink = layers(lab.samples)
    packed = zlib.compress(ink.tobytes())
    names = {}
    for name, data, coding in (
        ("good", packed, Name.FlateDecode),
        ("cut off", packed[: len(packed) // 4], Name.FlateDecode),
        ("garbage", random.Random(3).randbytes(900), Name.JPXDecode),
    ):
        pdf = papers.new()
        base = papers.picture(pdf, papers.jpeg(form), form.size, Filter=Name.DCTDecode)
        stencil = papers.picture(pdf, data, ink.size, Filter=coding, ImageMask=True, BitsPerComponent=1,
                                 Decode=Array([1, 0]))
        del stencil.ColorSpace
        papers.cover(pdf, pdf.pages[0], base, stencil)
        names[name] = lab.packet(f"{name}.pdf", papers.saved(pdf))
    night = lab.night(limit=200)
    for name, sha256 in names.items():
        case = lab.case(sha256)
        states = [one["state"] for one in case["attestations"]
                  if (one["kind"], one["role"]) == ("signature", "complainant")]
        lab.saw(f"{name}: {' '.join(states) or 'no place'}")
        if name == "good":
            lab.wants("present" in states, "good: the signature is not present")
            continue
        blank = [one["kind"] for one in case["attestations"] if one["state"] == "blank"]
        lab.wants(not blank, f"{name}: blank: {', '.join(blank)}")
        lab.wants(failures(case), f"{name}: the page does not carry the failure")
        lab.wants(case["disposition"] == "review", f"{name}: {case['disposition']}")
    lab.wants(night.status == 65, f"{night} instead of 65")


def layers(samples):
    """The last page of the unsigned draft, and the ink of a signature in its place, both at 200 dpi."""
    pdf = pikepdf.open(samples / "03-unsigned/01-complaint.pdf")
    scan = pikepdf.PdfImage(next(iter(pdf.pages[3].images.values()))).as_pil_image()
    form = scan.convert("L").resize((1700, 2200), Image.LANCZOS)
    if ImageStat.Stat(form).mean[0] < 128:
        # Of fax coding, not every version of pikepdf knows which of the two is ink.
        form = ImageOps.invert(form)
    box = papers.place(samples, "03-unsigned", 4, "signature", "complainant")
    x, y, width, height = (value * 200 / 72 for value in box)
    ink = Image.new("1", form.size, 0)
    pen = ImageDraw.Draw(ink)
    dice = random.Random(7)
    points = [(x + width * (0.1 + 0.6 * at / 40), y + height * (0.55 + 0.4 * (-1) ** at * dice.uniform(0.2, 1)))
              for at in range(40)]
    pen.line(points, fill=1, width=5, joint="curve")
    return form, ink


def text_that_fills_the_memory(lab):
    """Pages of fifty thousand small words in a document, and more that only a reader claims to have read."""
    row = " ".join("ab" for _ in range(200))
    crowded = lab.packet("a-crowded.pdf", papers.text(*[row] * 250, pages=3, size=2, leading=2.9, at=(20, 760)))
    wide = lab.packet("b-words.pdf", papers.named(papers.letter("words", pages=15), "wide"))
    long = lab.packet("c-pages.pdf", papers.named(papers.letter("words", pages=120), "long"))
    good = [lab.packet(f"good-{at}.pdf", papers.letter(at)) for at in range(3)]
    night = lab.night(limit=120, reader=lab.proxy({
        wide: {"when": "read", "what": "60,000 words"}, long: {"when": "read", "what": "5,000 words"}}))
    lab.saw(f"{night}, {night.peak:.0f} MiB, {night.seconds:.0f} s")
    lab.wants(night.peak < 400, f"the parent took {night.peak:.0f} MiB; 400 are allowed")
    lab.wants(night.well, f"{night}")
    for sha256 in good:
        lab.case(sha256)
    cases = {"50,000 words, real": crowded, "60,000 words, claimed": wide, "5,000 words, claimed": long}
    for name, sha256 in cases.items():
        case = lab.case(sha256)
        lab.wants(case["disposition"] == "review", f"{name}: {case['disposition']}")
    case = lab.case(wide)
    is_told = failures(case) or told(night.line(case["caseId"]))
    lab.wants(is_told, "60,000 words, claimed: neither a failure nor a note")


def page_of_dates(lab):
    """Six thousand dates on one page, as small as can still be seen: more than a message has room for pictures."""
    days = [f"{month}/{day}/{year}" for year in range(15, 26) for month in range(1, 13) for day in range(1, 10)] * 5
    rows = [" ".join(days[at : at + 36]) for at in range(0, 5940, 36)]
    sha256 = lab.packet("a.pdf", papers.text(*rows, size=4, leading=4.5, at=(10, 775)))
    good = lab.packet("good.pdf", papers.letter("a"))
    night = lab.night(limit=150)
    lab.saw(f"{night} after {night.seconds:.0f} s")
    lab.wants(night.well, f"{night}")
    lab.wants(night.seconds < 60, f"{night.seconds:.0f} s; 60 are allowed")
    lab.case(good)
    case = lab.case(sha256)
    line = night.line(case["caseId"])
    lab.saw(f"{len(case['dates'])} dates")
    lab.wants(len(case["dates"]) < 4000, f"{len(case['dates'])} findings on one page")
    lab.wants(failures(case) or told(line), "nothing says that there was more")


def active_content_in_the_copy(lab):
    sheet = papers.drawn("A letter of June 3, 2024", "It was wrong.")
    pdf = papers.new()
    page = pdf.pages[0]
    papers.cover(pdf, page, papers.picture(pdf, papers.jpeg(sheet), sheet.size, Filter=Name.DCTDecode))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('pwned')")
    page.obj.AA = Dictionary(O=Dictionary(S=Name.URI, URI="http://example.com/seen"))
    rectangle = Array([0, 0, 612, 792])
    page.Annots = Array([
        pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, A=action))
        for action in (Dictionary(S=Name.Launch, F="cmd.exe"),
                       Dictionary(S=Name.GoToR, F=r"\\attacker\share\x.pdf", D=Array([0, Name.Fit])))])
    pdf.attachments["invoice.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ" + bytes(1000), filename="invoice.exe")
    sha256 = lab.packet("a.pdf", papers.saved(pdf))
    night = lab.night()
    bundle = lab.bundle(sha256)
    copies = list((bundle / "data/searchable").glob("*.pdf"))
    lab.wants(copies, "there is no searchable copy to look at")
    found = set()
    for copy in copies:
        with pikepdf.open(copy) as made:
            for one in made.objects:
                if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                    found |= active(one)
    lab.saw(f"{night}, in the copy: {' '.join(sorted(found)) or 'nothing'}")
    lab.wants(not found, f"in the copy: {' '.join(sorted(found))}")
    page = (bundle / "data/review.html").read_text().lower()
    lab.wants("active content" in page, "the review page does not say that the original holds active content")


ACTIVE = {"/JavaScript", "/JS", "/Launch", "/URI", "/GoToR", "/EmbeddedFiles", "/EmbeddedFile", "/OpenAction", "/AA"}


def active(dictionary):
    """What of a dictionary a viewer would act upon."""
    keys = set(dictionary.keys())
    return (keys | {str(dictionary[key]) for key in ("/S", "/Type") if key in keys}) & ACTIVE


BAIT = ('<script id=pwned>document.title="pwned"</script><img id=pwned src=x onerror=alert(1)>"\'><b id=pwned>'
        "{{caseId}}{{{originals}}} \u202eevil\u0301")


def markup_in_everything(lab):
    pdf = pikepdf.open(io.BytesIO(papers.fields({BAIT: BAIT, "signature of complainant": BAIT})))
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(papers.lines(["Complaint Form " + BAIT[:60], "Signed June 3, 2024 " + BAIT, BAIT]))
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = BAIT
    pdf.docinfo["/Author"] = BAIT
    page.Annots.append(pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 600, 200, 640]),
        A=Dictionary(S=Name.URI, URI="javascript:alert(1)//" + BAIT))))
    name = BAIT.replace("/", "_")
    digital = papers.saved(pdf)
    scanned = papers.scan("Signed on June 3, 2024", '<script>alert("pwned")</script>', "<b id=pwned>", "{{caseId}}")
    lab.packet(name, {name + ".pdf": digital, name + "2.pdf": scanned})
    # Some of it is to be told of in the report.
    lab.packet(name + ".docx", b"no document")
    night = lab.night()
    lab.wants(night.well and lab.bundles(), f"{night}")
    looked = 0
    for path in files_below(lab.workspace):
        if path.name not in ("review.html", "report.html"):
            continue
        looked += 1
        page = Markup(path.read_text())
        lab.wants(not page.faults, f"{path.name}: {', '.join(sorted(page.faults))}")
        lab.wants(page.has_policy, f"{path.name} has no Content-Security-Policy")
    lab.wants(looked == 2, f"{looked} pages to look at")
    lab.saw(f"{night}, {looked} pages")


class Markup(html.parser.HTMLParser):
    """What of a page came out of the bait."""

    def __init__(self, text):
        super().__init__()
        self.faults = set()
        self.has_policy = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("script", "iframe", "object", "embed"):
            self.faults.add(f"<{tag}>")
        if values.get("id") == "pwned":
            self.faults.add(f"<{tag} id=pwned>")
        self.faults |= {name for name in values if name.startswith("on")}
        self.faults |= {"javascript:" for value in values.values() if (value or "").lstrip().startswith("javascript:")}
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.has_policy = True


ATTACKS = {
    "picture not decoded": picture_not_decoded,
    "layered scan": layered_scan,
    "text that fills the memory": text_that_fills_the_memory,
    "page of dates": page_of_dates,
    "active content in the copy": active_content_in_the_copy,
    "markup in everything": markup_in_everything,
}
