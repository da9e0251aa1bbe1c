"""Write the table of citation parameters (lexicon/data/generated/cs1_aliases.json) from cs1_parameters.json.

    python tools/generate_cs1_aliases.py [--check]

The facts are kept by meaning, as the documentation has them; readers want one name to one meaning, in which a name
that two meanings claim is an error. To bring the table up to date, edit cs1_parameters.json (its `about` names the
source and the revision) and run this. With --check nothing is written; the exit status is 1 where the table is out of
date.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

FACTS = Path(__file__).with_name("cs1_parameters.json")
TABLE = Path(__file__).parents[1] / "src" / "wikibio" / "lexicon" / "data" / "generated" / "cs1_aliases.json"


def normalized(facts: dict[str, dict[str, dict[str, list[str]]]]) -> dict[str, str]:
    """Parameter name -> key, in the order in which names of one key win; ``last#`` -> ``author.last``.

    A withdrawn name gives way to a current one of another key; two current claims are an error.
    """
    current: list[tuple[str, str]] = []
    withdrawn: list[tuple[str, str]] = []
    for section in ("fields", "identifiers"):
        for key, names in facts[section].items():
            current += [(name, key) for name in names.get("names", [])]
            withdrawn += [(name, key) for name in names.get("old", [])]
    for role, parts in facts["names"].items():
        current += [(name, f"{role}.{part}") for part, names in parts.items() for name in names]
    table: dict[str, str] = {}
    for name, key in current:
        if table.setdefault(name, key) != key:
            raise SystemExit(f"{name!r} is claimed twice: by {table[name]} and {key}")
    for name, key in withdrawn:
        table.setdefault(name, key)
    return table


def generated() -> str:
    """The text of the generated table."""
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    about = facts["about"]
    table = {
        "source": about["source"],
        "revision": about["revision"],
        "generated_by": "tools/generate_cs1_aliases.py",
        "parameters": normalized(facts),
    }
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether the table is up to date")
    if parser.parse_args().check:
        return int(TABLE.read_text(encoding="utf-8") != generated())
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(generated(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
