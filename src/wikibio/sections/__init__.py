"""The section tree as MediaWiki makes it, with each section's plain text and the footnotes' places in it."""
