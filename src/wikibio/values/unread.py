"""Models that are made from read data when somebody asks for them.

A page's JSON needs no models, and who wants the birth date needs none of the references'. So a result may keep what the
readers gave as plain data, and validate a field when it is first asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast, get_type_hints

import orjson
from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_json

from wikibio.values.model import Model

_READ = object()
_FIELDS = BaseModel.__dict__["__dict__"]
"""Where an instance keeps its fields, whatever a subclass takes for its `__dict__`."""


class Unread(Model):
    """A model whose fields are validated one by one, when they are first asked for.

    Whatever looks at an instance as a whole (comparing, copying, pickling, dumping with options) looks at its
    `__dict__`, and that validates what is left.
    """

    __slots__ = ("_data",)

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Self:
        """An instance of `data`, which are complete down to the last default and in the order of the fields."""
        instance = cast("Self", cls.model_construct(_fields_set=set(data)))
        _FIELDS.__get__(instance).clear()
        object.__setattr__(instance, "_data", data)
        return instance

    def model_dump_json(self, *, indent: int | None = None, **options: Any) -> str:
        """As for any model; of an instance that nobody has asked for anything yet, the data are written as they are."""
        data = dict(_data(self))  # Another thread may take a field out meanwhile.
        if indent is None and not options and data.keys() == type(self).model_fields.keys():
            try:
                return orjson.dumps(data, default=_plain).decode()
            except orjson.JSONEncodeError:  # A number of more than 64 bits, say.
                pass
        return super().model_dump_json(indent=indent, **options)

    if not TYPE_CHECKING:  # A type checker knows the fields, and takes a `__getattr__` for leave to use any name.

        def __getattr__(self, name):
            data, fields = _data(self), _FIELDS.__get__(self)
            unread = data.get(name, _READ)
            if unread is _READ:  # Perhaps by another thread, a moment ago.
                return fields[name] if name in fields else super().__getattr__(name)
            value = fields.setdefault(name, _adapter(type(self), name).validate_python(unread))
            data.pop(name, None)
            if not data:  # All is read: JSON has the fields in the order of the model, not in that of the reading.
                _FIELDS.__set__(self, {field: fields[field] for field in type(self).model_fields})
            return value

        @property
        def __dict__(self):
            for name in [*_data(self)]:
                getattr(self, name)
            return _FIELDS.__get__(self)

        @__dict__.setter
        def __dict__(self, fields):
            _FIELDS.__set__(self, fields)


def _plain(value: object) -> object:
    """What orjson does not know, as what it does: spans are tuples of their own type, models write themselves."""
    return tuple(value) if isinstance(value, tuple) else orjson.Fragment(to_json(value))


def _data(instance: Unread) -> dict[str, Any]:
    """What is left unread; empty for an instance that was made as any other model is."""
    try:
        data: dict[str, Any] = object.__getattribute__(instance, "_data")
    except AttributeError:
        return {}
    return data


@cache
def _adapter(model: type[BaseModel], field: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(model)[field])
