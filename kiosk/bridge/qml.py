"""PySide6's `Property` and `QmlUncreatable` with the types that their stubs lack; at run time they are Qt's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    _T = TypeVar("_T")
    _Class = TypeVar("_Class", bound=type)

    class _Read(Generic[_T]):
        """What a property gives when it is read from Python."""

        def __get__(self, instance: Any, owner: Any = None) -> _T: ...

        def __set__(self, instance: Any, value: _T) -> None: ...

    def Property(
        kind: Any, *, notify: Any = None, constant: bool = False
    ) -> Callable[[Callable[[Any], _T]], _Read[_T]]: ...

    def Writable(
        kind: Any, read: Callable[[Any], _T], write: Callable[[Any, _T], None], *, notify: Any
    ) -> _Read[_T]: ...

    def QmlUncreatable(reason: str) -> Callable[[_Class], _Class]: ...
else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

    def Writable(kind, read, write, *, notify):
        """A property that QML may set."""
        return Property(kind, read, write, notify=notify)


__all__ = ["Property", "QmlUncreatable", "Writable"]
