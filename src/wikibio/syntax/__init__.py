"""Wikitext to a lossless tree of nodes with spans; the only package that knows mwparserfromhell."""
