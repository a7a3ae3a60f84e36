"""Writing PDF, TIFF, JPEG and PNG files whose bytes depend on nothing but their content."""

import io
import subprocess
import tempfile
import zipfile

from PIL import Image, TiffImagePlugin

from samples.sheet import set_lines, width_of

# One strip a page, so that a page's data can be put into a PDF as it is.
TiffImagePlugin.STRIP_SIZE = 1 << 30


def jpeg(scan, quality):
    buffer = io.BytesIO()
    scan.image.save(buffer, "JPEG", quality=quality, optimize=True, dpi=scan.dpi)
    return buffer.getvalue()


def png(scan):
    buffer = io.BytesIO()
    scan.image.save(buffer, "PNG", optimize=True, dpi=scan.dpi)
    return buffer.getvalue()


def tiff(scans, compression):
    """A TIFF of many pages; compression is group3, group4 or tiff_lzw."""
    buffer = io.BytesIO()
    first, *rest = [scan.image for scan in scans]
    first.save(buffer, "TIFF", save_all=True, append_images=rest, compression=compression,
               dpi=scans[0].dpi)
    return buffer.getvalue()


def _group4_strip(scan):
    """The page as one strip of CCITT group 4 data, without the TIFF around it."""
    buffer = io.BytesIO()
    scan.image.save(buffer, "TIFF", compression="group4")
    tags = Image.open(io.BytesIO(buffer.getvalue())).tag_v2
    (start,), (length,) = tags[273], tags[279]
    return buffer.getvalue()[start:start + length]


class PDF:
    """A PDF of scanned pages: one image each and, if asked for, an invisible text layer."""

    def __init__(self):
        self.objects = [None, None]
        self.pages = []

    def _add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def _stream(self, entries, data):
        return self._add(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
            entries.encode(), len(data), data))

    def page(self, scan, quality, text_layer=None):
        width, height = scan.image.size
        if scan.image.mode == "1":
            data = _group4_strip(scan)
            coding = ("/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode "
                      f"/DecodeParms << /K -1 /Columns {width} /Rows {height} /BlackIs1 true >>")
        else:
            data = jpeg(scan, quality)
            space = "/DeviceRGB" if scan.image.mode == "RGB" else "/DeviceGray"
            coding = f"/BitsPerComponent 8 /ColorSpace {space} /Filter /DCTDecode"
        image = self._stream(
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} {coding}", data)
        size = (width * 72 / scan.dpi[0], height * 72 / scan.dpi[1])
        content = f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im0 Do Q\n"
        fonts = ""
        if text_layer:
            font = self._add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier "
                             b"/Encoding /WinAnsiEncoding >>")
            fonts = f" /Font << /F0 {font} 0 R >>"
            content += text_layer(scan, size)
        stream = self._stream("", content.encode("cp1252"))
        self.pages.append(self._add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]:.2f} {size[1]:.2f}] "
            f"/Resources << /XObject << /Im0 {image} 0 R >>{fonts} >> "
            f"/Contents {stream} 0 R >>".encode()))

    def data(self):
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects[1] = f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode()
        out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        offsets = {}
        # The catalog comes last, as most writers have it: a file that is cut off has lost it.
        last = list(enumerate(self.objects, 1))
        for number, body in last[2:] + last[:2]:
            offsets[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(self.objects) + 1)
        out += b"".join(
            b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets))
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(self.objects) + 1, start)
        return bytes(out)


def text_layer_of(sheet):
    """The sheet's text as an invisible layer, line by line where the scan has it."""
    lines = []
    for mark in sheet.marks:
        if mark[0] == "text":
            _, x, y, text, font, size, _ = mark
            lines.append((x, y, text, font, size))
        elif mark[0] == "field" and mark[3]:
            _, _, box, text, pen, multiline = mark
            lines += [(x, y, line, pen.font, pen.size)
                      for x, y, line in set_lines(box, text, pen, multiline)]

    def layer(scan, size):
        out = ["BT 3 Tr\n"]
        for x, y, text, font, points in lines:
            left, top, width, height = scan.place([x, y, width_of(text, font, points), 0])
            across = max(5.0, 100 * width / (0.6 * points * max(1, len(text))))
            safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            out.append(f"/F0 {points:.2f} Tf {across:.2f} Tz "
                       f"1 0 0 1 {left:.2f} {size[1] - top - height:.2f} Tm ({safe}) Tj\n")
        return "".join(out) + "ET\n"

    return layer


def encrypted(data, password):
    """The PDF behind a user password: AES-128, with qpdf's fixed salts so that the bytes repeat."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as plain:
        plain.write(data)
        plain.flush()
        done = subprocess.run(
            ["qpdf", "--encrypt", password, password + "-owner", "128", "--use-aes=y", "--",
             "--static-id", "--static-aes-iv", plain.name, "-"],
            capture_output=True, check=True)
    return done.stdout


def word_processor_file(text):
    """A zip archive as word processors write it: not a kind of file that jurat reads."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in (
                ("[Content_Types].xml",
                 '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/'
                 '2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                 "</Types>"),
                ("word/document.xml",
                 '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
                 'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>' + text
                 + "</w:t></w:r></w:p></w:body></w:document>")):
            archive.writestr(zipfile.ZipInfo(name, (2024, 6, 3, 9, 0, 0)), body)
    return buffer.getvalue()
