"""Small papers: letters with a text layer, scans, and pages of the samples, one by one."""

import io
import json
import pathlib
import subprocess
import tempfile

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from pikepdf import Array, Dictionary, Name

LETTER = (612, 792)
FACE = "/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf"


def new(pages=1):
    """An empty PDF and its pages, which have a font F1."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for _ in range(pages):
        pdf.add_blank_page(page_size=LETTER)
        pdf.pages[-1].Resources = Dictionary(Font=Dictionary(F1=font))
    return pdf


def saved(pdf):
    buffer = io.BytesIO()
    # Any other ID would be another each time.
    pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def literal(text):
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("latin-1", "replace") + b")"


def lines(rows, size=10, leading=14, at=(72, 720)):
    """A content stream that sets rows of text."""
    start = f"BT /F1 {size} Tf {leading} TL {at[0]} {at[1]} Td\n".encode()
    return start + b"\n".join(literal(row) + b" Tj T*" for row in rows) + b"\nET"


def text(*rows, pages=1, **look):
    """A born-digital document; all its pages are the same stream."""
    pdf = new(pages)
    content = pdf.make_stream(lines(rows, **look))
    for page in pdf.pages:
        page.Contents = content
    return saved(pdf)


def letter(number, pages=1):
    """One of many good letters."""
    return text(f"Letter {number}", "I saw what happened on June 3, 2024.",
                f"It was wrong, and I told office {number} so.", "Signed on June 5, 2024.", pages=pages)


def drawn(*rows):
    """A sheet at 200 dpi, as a scanner would see it."""
    sheet = Image.new("L", (1700, 2200), 255)
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(FACE, 34)
    for index, row in enumerate(rows):
        pen.text((200, 200 + 60 * index), row, fill=20, font=face)
    return sheet


def jpeg(sheet):
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=80, dpi=(200, 200))
    return buffer.getvalue()


def picture(pdf, data, size, **entries):
    """A picture of a PDF; `data` is as its filter wants it."""
    values = {"Type": Name.XObject, "Subtype": Name.Image, "Width": size[0], "Height": size[1],
              "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray, **entries}
    made = pdf.make_stream(b"")
    for key, value in values.items():
        made[f"/{key}"] = value
    filters = values.get("Filter")
    if filters is None:
        made.write(data)
    else:
        made.write(data, filter=filters)
    return made


def cover(pdf, page, *pictures):
    """Draws pictures over a whole page, one on the other."""
    page.Resources.XObject = Dictionary({f"/Im{at}": one for at, one in enumerate(pictures)})
    page.Contents = pdf.make_stream(
        b"".join(b"q %d 0 0 %d 0 0 cm /Im%d Do Q\n" % (*LETTER, at) for at in range(len(pictures))))


def scan(*rows):
    """A scanned document of one page, without any text layer."""
    sheet = drawn(*rows)
    pdf = new()
    cover(pdf, pdf.pages[0], picture(pdf, jpeg(sheet), sheet.size, Filter=Name.DCTDecode))
    return saved(pdf)


def named(data, mark):
    """The same document with other bytes: a comment behind its end."""
    return data + f"%% {mark}\n".encode()


def pages_of(path, numbers):
    """Some pages of a sample, such as "1-3", as a document."""
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "pages.pdf"
        subprocess.run(["qpdf", "--deterministic-id", "--empty", "--pages", path, numbers, "--", target], check=True)
        return target.read_bytes()


def place(samples, packet, page, kind, role):
    """Where the samples' truth.json says that an attestation is: x, y, width, height in points from the top left."""
    truth = json.loads((samples.parent / "truth.json").read_text())
    told = next(one for one in truth["packets"] if one["name"] == packet)["documents"][0]["pages"][page - 1]
    return next(one["box"] for one in told["attestations"] if (one["kind"], one["role"]) == (kind, role))


def fields(values):
    """A form of one page with a text field for each of `values`, a dictionary by name."""
    pdf = new()
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(lines(["A form of many fields"]))
    made = []
    for at, (name, value) in enumerate(values.items()):
        x, y = 40 + at % 50 * 11, 680 - at // 50 * 6 % 640
        made.append(pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String(name), V=pikepdf.String(value),
            Rect=Array([x, y, x + 10, y + 5]), F=4, DA=pikepdf.String("/F1 4 Tf 0 g"), P=page.obj)))
    page.Annots = Array(made)
    pdf.Root.AcroForm = Dictionary(Fields=Array(made), DR=page.Resources, DA=pikepdf.String("/F1 4 Tf 0 g"))
    return saved(pdf)
