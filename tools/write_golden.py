"""Write the golden JSON of the supplied article anew: ``python tools/write_golden.py``. Read the difference first."""

from __future__ import annotations

import json
from pathlib import Path

import wikibio

TESTS = Path(__file__).parents[1] / "tests"


def main() -> None:
    source = (TESTS / "fixtures" / "qasem_soleimani.wikitext").read_bytes().decode("utf-8")
    bio = wikibio.parse(source, title="Qasem Soleimani")
    golden = TESTS / "data" / "golden" / "qasem_soleimani.json"
    golden.parent.mkdir(exist_ok=True)
    golden.write_text(
        json.dumps(json.loads(bio.model_dump_json()), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
