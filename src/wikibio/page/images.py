"""Images placed on the page, with their captions (Wikipedia:Extended image syntax)."""

from __future__ import annotations

import re
from itertools import pairwise

from wikibio.context import Context
from wikibio.span import Span
from wikibio.syntax.nodes import Fragment, WikiLink
from wikibio.syntax.tags import Tag
from wikibio.values.links import links_into
from wikibio.values.model import Model

_SIZE = re.compile(r"\s*(?:\d+\s*)?(?:x\s*\d+\s*)?px\s*")
_PIPE = re.compile(r"\|")
_GALLERY_LINE = re.compile(r"^[^\S\n]*([^|\n<]+?\.\w{2,5})[^\S\n]*(\|[^\n]*)?$", re.MULTILINE)


class PageImage(Model):
    """A file placed on the page: its name without the namespace, the caption and the alt text as a reader sees them."""

    file: str
    caption: str | None = None
    alt: str | None = None
    span: Span


def file_name(target: str) -> str:
    """A file's name without its namespace: ``File:A_b.jpg`` gives "A b.jpg"."""
    name = " ".join(target.rpartition(":")[2].replace("_", " ").split())
    return name[:1].upper() + name[1:]


def read_images(context: Context) -> list[dict[str, object]]:
    """``[[File:Map.svg|thumb|alt=A map|The ''map'']]`` gives file "Map.svg", alt "A map", caption "The map".

    Lines of a ``<gallery>`` are images too. Images that an infobox names are its own (Person.image).
    """
    found = [_read_image(context, link) for link in links_into(context, "file")]
    for tag in context.tree.tags:
        if tag.name == "gallery" and tag.content is not None:
            found += _read_gallery(context, tag)
    return sorted(found, key=lambda image: image["span"])  # type: ignore[arg-type,return-value]  # spans are pairs of int


def _read_image(context: Context, link: WikiLink) -> dict[str, object]:
    caption = alt = None
    for part in _parts(context, link):
        written = context.slice(part).strip()
        name, equals, _ = written.partition("=")
        setting = context.lexicon.word("image_setting", name.strip()) if equals else None
        if setting == "alt":
            start = part.start + context.slice(part).index("=") + 1
            alt = context.line(Fragment(start, part.end, [node for node in part.nodes if node.start >= start]))
        elif setting is None and not _is_option(context, written):
            caption = context.line(part)
    span = (link.start, link.end)
    return {"file": file_name(link.target), "caption": caption or None, "alt": alt or None, "span": span}


def _is_option(context: Context, written: str) -> bool:
    return not written or context.lexicon.word("image_option", written) is not None or bool(_SIZE.fullmatch(written))


def _parts(context: Context, link: WikiLink) -> list[Fragment]:
    """What stands between the pipes of a file link, pipes inside nodes left alone."""
    content = link.content
    if content is None:
        return []
    cuts, position = [content.start - 1], content.start
    for node in [*content.nodes, None]:
        end = content.end if node is None else node.start
        cuts += [match.start() for match in _PIPE.finditer(context.source, position, end)]
        position = end if node is None else node.end
    cuts.append(content.end)
    return [
        Fragment(start + 1, end, [node for node in content.nodes if start < node.start and node.end <= end])
        for start, end in pairwise(cuts)
    ]


def _read_gallery(context: Context, gallery: Tag) -> list[dict[str, object]]:
    content = gallery.content
    assert content is not None
    images: list[dict[str, object]] = []
    for match in _GALLERY_LINE.finditer(context.source, content.start, content.end):
        target, caption = match.group(1), None
        if match.start(2) >= 0:
            start = match.start(2) + 1
            nodes = [node for node in content.nodes if start <= node.start and node.end <= match.end()]
            caption = context.line(Fragment(start, match.end(), nodes)) or None
        span = (match.start(1), match.end())
        images.append({"file": file_name(target), "caption": caption, "alt": None, "span": span})
    return images
