"""``python -m wikibio`` is the command line."""

from wikibio.cli import main

main()
