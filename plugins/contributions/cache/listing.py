"""Lists and indexes of a library: made once, when first asked for, and noted as read by whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from contributions.cache.facts import note, recorded

T = TypeVar("T")


class Listings:
    """Whatever has lists: `lists` are those that were made, by name."""

    lists: dict[str, Any]

    def list_of(self, name: str, make: Callable[[], T]) -> T:
        """A list, made once: reading it is the fact « list:NAME », whatever it was made of, which its digest sums up.

        An index notes by itself what is read of it.
        """
        if name not in self.lists:
            with recorded():
                self.lists[name] = make()
        found: T = self.lists[name]
        if not isinstance(found, Index):
            note(f"list:{name}")
        return found


def listing(make: Callable[[Any], T]) -> Listing[T]:
    """A list as an attribute of the library, as cached_property is; reading it is the fact « list:NAME »."""
    return Listing(make)


class Listing(Generic[T]):
    """What `listing` gives."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, library: None, owner: type) -> Listing[T]: ...

    @overload
    def __get__(self, library: Listings, owner: type) -> T: ...

    def __get__(self, library: Listings | None, owner: type) -> T | Listing[T]:
        if library is None:
            return self
        return library.list_of(self._name, lambda: self._make(library))


class Index(Mapping[str, tuple[Any, ...]]):
    """Lists by a key; reading one is the fact « list:NAME/KEY », reading which there are is « list:NAME »."""

    def __init__(self, name: str, make: Callable[[], Mapping[str, tuple[Any, ...]]]) -> None:
        self._name, self._make = name, make

    @cached_property
    def _lists(self) -> Mapping[str, tuple[Any, ...]]:
        with recorded():
            return self._make()

    def __getitem__(self, key: str) -> tuple[Any, ...]:
        note(f"list:{self._name}/{key}")
        return self._lists[key]

    def __iter__(self) -> Iterator[str]:
        note(f"list:{self._name}")
        return iter(self._lists)

    def __len__(self) -> int:
        note(f"list:{self._name}")
        return len(self._lists)
