"""``NamedTuple`` for a program that starts often: a class is made in full when it is first used.

A command imports seventy such classes and makes instances of twenty. ``typing.NamedTuple`` writes
and compiles a constructor for each, a tenth of a quick add in all. ``collections.namedtuple`` does
it here for the first instance; until then a class knows its fields and no more.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Statement(type):
        """Makes a plain class, whose base is ``tuple``, of what a ``class`` statement says."""

        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = _fields(namespace)
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}

            def instance(of, /, *args, **named):
                return _in_full(made).__new__(of, *args, **named)

            def instance_of_values(of, values):
                return _in_full(made)._make.__func__(of, values)

            known = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "is_in_full": False,
                "__new__": instance,
                "_make": classmethod(instance_of_values),
            }
            parents = tuple(tuple if base is NamedTuple else base for base in bases)
            made = type(name, parents, known | namespace)
            return made

    class NamedTuple(metaclass=_Statement):
        """A tuple whose places have names, types and defaults, as that of ``typing``."""

    def _fields(namespace):
        """The names that are annotated in the body of a class, in order."""
        if "__annotations__" in namespace:
            return tuple(namespace["__annotations__"])
        if sys.version_info < (3, 14):
            return ()
        # they are a function there, which need not find all that they name (PEP 649)
        from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

        annotate = get_annotate_from_class_namespace(namespace)
        return tuple(call_annotate_function(annotate, Format.FORWARDREF)) if annotate else ()

    def _in_full(made):
        """The class with all that ``collections.namedtuple`` gives to one of such fields."""
        from collections import namedtuple

        if made.is_in_full:
            return made  # somebody kept what makes the first instance, and goes on using it
        defaults = made._field_defaults.values()
        full = namedtuple(made.__name__, made._fields, defaults=defaults)
        # another thread may be here as well: nobody gets an instance before it has everything
        lacking = vars(full).keys() - vars(made).keys()
        for name in (*lacking, "_make", "__new__"):
            setattr(made, name, vars(full)[name])
        made.is_in_full = True
        return made


__all__ = ["NamedTuple"]
