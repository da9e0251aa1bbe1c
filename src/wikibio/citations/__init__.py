"""Citations: what footnotes and bibliographies name, from citation templates and from free text."""
