"""Citations that are written without a template."""

from wikibio.citations.free_text.reader import read_free_text

__all__ = ["read_free_text"]
