"""Footnotes, as MediaWiki's Cite extension numbers them, and the sources that stand without any."""
