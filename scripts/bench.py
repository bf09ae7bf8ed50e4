"""make bench: whole-process time and peak memory of the toolkit's commands, and how time grows with size.

Machines are noisy: every ratio is taken from runs of one call, and the best of three runs counts.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.book import book

TEI = Path(sys.executable).with_name("tei")
CHAPTER = Path("tei/source/whither-the-soviet-union.txt")
RUNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """The cheapest of some runs: seconds of wall clock, mebibytes of peak memory."""

    seconds: float
    memory: float


def cost(command: Sequence[str], runs: int = RUNS) -> Cost:
    """Run a command some times as a whole process; raises CalledProcessError where it fails."""
    costs = [_run(command) for _ in range(runs)]
    return Cost(min(c.seconds for c in costs), min(c.memory for c in costs))


def _run(command: Sequence[str]) -> Cost:
    watch = "import resource, subprocess, sys; r = subprocess.run(sys.argv[1:]); "
    watch += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(r.returncode)"
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", watch, *command], check=True, capture_output=True, text=True)
    peak = float(done.stdout.split()[-1]) / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Cost(time.perf_counter() - begin, peak)


def steps(source: Path, folder: Path, *options: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of the main road for one source."""
    tei, page, text = (folder / f"{source.stem}{suffix}" for suffix in (".xml", ".html", ".txt"))
    yield "encode", [str(TEI), "encode", str(source), "-q", "-o", str(tei), *options]
    yield "validate", [str(TEI), "validate", str(tei)]
    yield "validate (tei_all)", [str(TEI), "validate", "--schema", "tei_all", str(tei)]
    yield "html", [str(TEI), "render", str(tei), "--to", "html", "-o", str(page)]
    yield "text", [str(TEI), "render", str(tei), "--to", "text", "-o", str(text)]


def main() -> None:
    """Print the tables of docs/benchmarks.md."""
    out = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "book-500k.txt", folder / "book-5m.txt"
        small.write_text(book(500_000), "utf-8")
        large.write_text(book(5_000_000), "utf-8")
        out(f"tei --help: {cost([str(TEI), '--help']).seconds:.2f} s\n")
        chapter = table(CHAPTER, folder)
        cold = chapter["encode"].seconds + chapter["html"].seconds
        out(f"\nchapter, text to HTML, cold: {cold:.2f} s\n")
        first, second = table(small, folder, "--model", "none"), table(large, folder, "--model", "none")
        for step in second:
            growth = second[step].seconds / first[step].seconds
            out(f"{step}: ten times the text takes {growth:.1f} times the time\n")
        size = large.stat().st_size / 1e6
        out(f"\nencode, rules alone: {size / second['encode'].seconds:.2f} MB/s\n")
        essay = folder / "essay-5m.txt"
        essay.write_text((CHAPTER.read_text("utf-8") + "\n") * 150, "utf-8")
        command = [str(TEI), "encode", str(essay), "-q", "-o", str(folder / "essay.xml"), "--model", "none"]
        speed = essay.stat().st_size / 1e6 / cost(command).seconds
        out(f"encode, rules alone, the chapter 150 times: {speed:.2f} MB/s\n")
        words = len(small.read_text("utf-8").split())
        full = cost([str(TEI), "encode", str(small), "-q", "-o", str(folder / "full.xml")], 1)
        out(f"encode, with the model: {words / full.seconds:.0f} words/s, {full.memory:.0f} MiB\n")


def table(source: Path, folder: Path, *options: str) -> dict[str, Cost]:
    """Time and memory of each step for one source, printed."""
    sys.stdout.write(f"\n{source.name}, {source.stat().st_size / 1e6:.2f} MB {' '.join(options)}\n")
    costs: dict[str, Cost] = {}
    for step, command in steps(source, folder, *options):
        costs[step] = cost(command)
        sys.stdout.write(f"  {step:20} {costs[step].seconds:6.2f} s  {costs[step].memory:5.0f} MiB\n")
    return costs


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
