"""A reader that passes everything on to the real one, unless a document is asked for that its plan names.

    proxy.py PLAN.json READER [ARGUMENT...]

The plan is a dictionary by SHA-256 of documents: {"when": "survey" | "read" | "crops" | "searchable", "what": NAME};
NAME is a misdeed below or one of lies.py, which changes what the real reader answers. {"deaf": BYTES} in the place of
a document: requests of so many bytes and more are not read.
"""

import json
import os
import pathlib
import re
import select
import signal
import struct
import subprocess
import sys
import time

import lies

# What jurat allows at most in a frame, by its own format.
PARTS, PART = 1 << 12, 1 << 30


class Gone(Exception):
    """The other end of a pipe has closed."""


def read_exactly(file, count):
    pieces = []
    while count > 0:
        piece = file.read(min(count, 1 << 20))
        if not piece:
            raise Gone
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def read_frame(file, before=lambda length: None):
    """The parts of a frame; `before` is called with the length of each before it is read."""
    (count,) = struct.unpack(">I", read_exactly(file, 4))
    parts = []
    for _ in range(count):
        (length,) = struct.unpack(">I", read_exactly(file, 4))
        before(length)
        parts.append(read_exactly(file, length))
    return parts


def write_frame(file, parts):
    """A part is bytes, or a list of pieces and how often each comes, for what is too large to be held."""
    file.write(struct.pack(">I", len(parts)))
    for part in parts:
        pieces = part if isinstance(part, list) else [(part, 1)]
        file.write(struct.pack(">I", sum(len(piece) * times for piece, times in pieces)))
        for piece, times in pieces:
            for _ in range(times):
                file.write(piece)
    file.flush()


class Proxy:
    def __init__(self, plan, command):
        self.largest = plan.pop("deaf", PART)
        self.plan = plan
        # Without documents, something that is nowhere.
        self.pattern = re.compile("|".join(plan).encode() or b"(?!)")
        self.reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False)
        # Not read ahead: what is left in the pipe is what a deaf reader leaves there.
        self.input, self.output = open(0, "rb", buffering=0, closefd=False), sys.stdout.buffer
        self.answers = {}

    def run(self):
        while True:
            question = read_frame(self.input, self.listens)
            kind = next(iter(json.loads(question[0])))
            marked = self.pattern.search(question[0])
            entry = self.plan[marked.group().decode()] if marked else {}
            if entry.get("when") != kind:
                write_frame(self.output, self.true_answer(question))
            elif entry["what"] in MISDEEDS:
                MISDEEDS[entry["what"]](self, question)
            else:
                # A liar says the same of every page, so that many pages of lies are cheap.
                key = marked.group(), kind, entry["what"]
                if key not in self.answers:
                    body, *attachments = self.true_answer(question)
                    self.answers[key] = lies.LIES[entry["what"]](json.loads(body), attachments)
                write_frame(self.output, self.answers[key])

    def listens(self, length):
        if length >= self.largest:
            hang(self, None)

    def true_answer(self, question):
        write_frame(self.reader.stdin, question)
        return read_frame(self.reader.stdout)


# Misdeeds of which the answer's text is no part.


def hang(proxy, question):
    wait_for_the_end()
    os._exit(0)


def wait_for_the_end(milliseconds=None):
    """Returns when jurat has closed its end, or after so long: whether it has."""
    poll = select.poll()
    # Not for input, which may lie there unread: only for the end.
    poll.register(0, 0)
    return bool(poll.poll(milliseconds))


def die(proxy, question):
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(proxy, question):
    os._exit(3)


def babble(proxy, question):
    proxy.output.write(b"Detected 12 diacritics\n")
    proxy.output.flush()
    hang(proxy, question)


def hang_up(proxy, question):
    os.close(1)
    hang(proxy, question)


def deaf(proxy, question):
    """Answers, and never reads its input again."""
    write_frame(proxy.output, proxy.true_answer(question))
    hang(proxy, question)


def late(proxy, question):
    time.sleep(4.5)
    write_frame(proxy.output, proxy.true_answer(question))


def twice(proxy, question):
    answer = proxy.true_answer(question)
    write_frame(proxy.output, answer)
    write_frame(proxy.output, answer)


def unasked(proxy, question):
    """Answers, and then answers what nobody has asked yet: the next question may be of another's document."""
    answer = proxy.true_answer(question)
    write_frame(proxy.output, answer)
    time.sleep(0.05)
    write_frame(proxy.output, answer)


def drip(proxy, question):
    """A frame that never ends, a byte at a time."""
    proxy.output.write(struct.pack(">II", 1, 1000))
    while not wait_for_the_end(200):
        proxy.output.write(b" ")
        proxy.output.flush()
    os._exit(0)


def gigabytes(proxy, question):
    """All that the format of frames allows."""
    proxy.output.write(struct.pack(">I", PARTS))
    piece = bytes(1 << 20)
    for _ in range(PARTS):
        proxy.output.write(struct.pack(">I", PART))
        for _ in range(PART // len(piece)):
            proxy.output.write(piece)


MISDEEDS = {
    "hang": hang, "die": die, "leave": leave, "babble": babble, "hang up": hang_up, "deaf": deaf, "late": late,
    "twice": twice, "unasked": unasked, "drip": drip, "gigabytes": gigabytes,
}


def main():
    plan, *command = sys.argv[1:]
    try:
        Proxy(json.loads(pathlib.Path(plan).read_text()), command).run()
    except (Gone, BrokenPipeError):
        # As the real reader: when the parent's end closes there is nothing left to do.
        os._exit(0)


if __name__ == "__main__":
    main()
