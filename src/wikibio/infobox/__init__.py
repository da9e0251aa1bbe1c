"""Infoboxes: every parameter in order, typed where the vocabulary knows it, raw and findable where not."""
