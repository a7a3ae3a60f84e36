"""Starting programs and measuring what they use."""

import dataclasses
import json
import os
import pathlib
import subprocess
import tempfile
import threading
import time

from .report import Failure


@dataclasses.dataclass
class Usage:
    status: int
    # Seconds.
    wall: float
    # User and system seconds of the process and of the children that it waited for.
    cpu: float
    # The largest resident set of the process itself, children left out, in MiB; None if not watched.
    peak: float | None
    output: bytes


def timed(command, watch_memory=False, environment=None):
    """Runs `command` to its end."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
            env={**os.environ, **(environment or {})})
        peak = Peak(process.pid) if watch_memory else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        result = Usage(
            process.returncode, wall, usage.ru_utime + usage.ru_stime, peak.stop() if peak else None,
            output.read())
        errors.seek(0)
        result.errors = errors.read().decode("utf-8", "replace")
        return result


class Peak:
    """Watches VmHWM of a process: the kernel keeps the peak, so looking often is not needed."""

    def __init__(self, pid):
        self._path = pathlib.Path(f"/proc/{pid}/status")
        self._kilobytes = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        while not self._done.wait(0.02):
            try:
                for line in self._path.read_text().splitlines():
                    if line.startswith("VmHWM:"):
                        self._kilobytes = max(self._kilobytes, int(line.split()[1]))
            except OSError:
                return

    def stop(self):
        self._done.set()
        self._thread.join()
        return self._kilobytes / 1024


class Jurat:
    # Statuses with which a run has done its work: all well, or some inputs were bad.
    WELL = (0, 65)

    def __init__(self, program, pipeline, jobs=None):
        self.program = pathlib.Path(program).resolve()
        self.pipeline = pipeline
        self.jobs = ["--jobs", jobs] if jobs else []
        if not os.access(self.program, os.X_OK):
            raise Failure(f"there is no program {self.program}; leave --jurat out to build it")

    def _common(self):
        return ["--pipeline", self.pipeline, "--format", "json", *self.jobs]

    def run(self, workspace, inbox=None, watch_memory=False, settings=()):
        """A night; returns what it used, and its report."""
        command = [self.program, "run", "--workspace", workspace, *self._common(),
                   "--set", "ingest.settleSeconds=0"]
        for setting in settings:
            command += ["--set", setting]
        if inbox:
            command += ["--inbox", inbox]
        return self._checked(timed(command, watch_memory))

    def rerun(self, workspace, case, stage):
        return self._checked(timed(
            [self.program, "rerun", case, "--stage", stage, "--workspace", workspace, *self._common()]))

    def inspect(self, file):
        """The command that inspects one file."""
        return [str(part) for part in [self.program, "inspect", file, *self._common()]]

    def dates(self, texts):
        """The dates in each of `texts`, which are one line each, as `jurat dates` prints them."""
        command = [self.program, "dates", "--pipeline", self.pipeline, "--format", "json"]
        answer = subprocess.run([str(part) for part in command], input="\n".join(texts).encode(),
                                stdout=subprocess.PIPE, check=True)
        lines = {line["line"]: line["dates"] for line in json.loads(answer.stdout)["lines"]}
        return [lines.get(number, []) for number in range(1, len(texts) + 1)]

    def learn_form(self, blank, identifier):
        """Makes a blank form one of the pipeline's."""
        return timed([self.program, "form", "learn", blank, "--name", identifier, "--pipeline", self.pipeline])

    def check_form(self, files, identifier):
        """What `jurat form check` prints of files, or None; the seconds that it took, and what it said went wrong."""
        usage = timed([self.program, "form", "check", *files, "--form", identifier, "--pipeline", self.pipeline,
                       "--format", "json"])
        try:
            return json.loads(usage.output), usage.wall, ""
        except ValueError:
            return None, usage.wall, f"status {usage.status}: {usage.errors.strip()[-300:]}"

    def _checked(self, usage):
        if usage.status not in self.WELL:
            raise Failure(f"jurat ended with status {usage.status}:\n{usage.errors}")
        return usage, json.loads(usage.output)
