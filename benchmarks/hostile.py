"""Prints what hostile texts cost: `python benchmarks/hostile.py [size in characters] [part of a name]`.

Each text is read in a process of its own, because the bare tokenizer can hang or crash on them.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import wikibio
from hostile_texts import HOSTILE as HOSTILE_TEXTS
from hostile_values import HOSTILE as HOSTILE_VALUES
from wikibio.syntax.guard import guard

HOSTILE = {**HOSTILE_TEXTS, **HOSTILE_VALUES}
_LIMIT = 20.0


def measure(name: str, size: int, answer: Connection) -> None:
    """Sends the seconds of the guard, of the tokenizer and of the whole parse with its JSON for one hostile text."""
    from mwparserfromhell.parser._tokenizer import CTokenizer  # type: ignore[import-not-found, unused-ignore]

    text = HOSTILE[name](size)
    start = time.perf_counter()
    copy = guard(text)
    guarded = time.perf_counter()
    CTokenizer().tokenize(copy, 0, True)
    tokenized = time.perf_counter()
    wikibio.parse(text).model_dump_json()
    answer.send((guarded - start, tokenized - guarded, time.perf_counter() - tokenized))


def run(name: str, size: int) -> tuple[float, float, float] | str:
    """All three times, or what happened instead."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=measure, args=(name, size, sender))
    process.start()
    sender.close()
    process.join(_LIMIT)
    if process.is_alive():
        process.terminate()
        process.join()
        return f"still running after {_LIMIT:.0f} s"
    if process.exitcode:
        return f"ended with {process.exitcode}"
    seconds: tuple[float, float, float] = receiver.recv()
    return seconds


def main(arguments: list[str]) -> None:
    size = int(arguments[0]) if arguments else 256 * 1024
    part = arguments[1] if len(arguments) > 1 else ""
    print(f"{'input':45}{'size':>8}{'guard s':>10}{'tokenize s':>12}{'parse s':>9}")
    for name in HOSTILE:
        if part in name:
            result = run(name, size)
            times = result if isinstance(result, str) else f"{result[0]:10.3f}{result[1]:12.3f}{result[2]:9.3f}"
            print(f"{name:45}{size:8}{times}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
