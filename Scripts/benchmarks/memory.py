"""Peak memory of the parent with few and with many packets, and of the readers.

The packets are copies of one short page that differ in a comment after the end of the PDF, so that
each is a case of its own. FOLDER may be a PDF file: its first page is taken instead.
"""

import pathlib
import tempfile

from .night import qpdf
from .report import Failure, Report, say

# The empty back of a sheet: read in full, and quickly.
PAGE = ("18-blank-backs/complaint.pdf", 2)


def measure(jurat, options, samples):
    report = Report("memory")
    source, number = (options.folders[0], 1) if options.folders else (samples / PAGE[0], PAGE[1])
    if not source.is_file():
        raise Failure(f"{source} is no PDF file")
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        page = scratch / "page.pdf"
        qpdf(["--empty", "--pages", str(source), str(number), "--", str(page)])
        peaks, readers = [], []
        for count in options.packets:
            inbox = scratch / f"inbox-{count}"
            inbox.mkdir()
            for index in range(count):
                (inbox / f"{index:05}.pdf").write_bytes(page.read_bytes() + b"%% %d\n" % index)
            say(f"{count} packets")
            usage, run = jurat.run(scratch / f"workspace-{count}", inbox, watch_memory=True)
            if run["packets"]["taken"] != count:
                raise Failure(f"{run['packets']['taken']} of {count} packets were taken in")
            peaks.append(usage.peak)
            readers.append(run["readers"]["peakMegabytes"])
            report.add(f"parent, {count} packets", usage.peak, "MiB")
            report.add(f"wall, {count} packets", usage.wall, "s")
    few, many = options.packets
    growth = peaks[1] - peaks[0]
    report.add("growth of the parent", growth, "MiB")
    report.add("growth of the parent a packet", 1024 * growth / (many - few), "KiB")
    report.add("largest reader", max(readers), "MiB", at_most=400)
    return report
