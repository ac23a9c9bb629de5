"""Who carries out at the glass what is asked from outside.

Owns what `bridge.control` must know of the front desk. Must not know sockets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from kiosk.control.protocol import Need
from kiosk.session.model import Reset, Session
from kiosk.staff.model import Rest

if TYPE_CHECKING:
    from kiosk.bridge.kiosk import Kiosk


class Doer(Protocol):
    """Who carries out what staff ask for."""

    @property
    def session(self) -> Session:
        """The visitor's, whoever stands before it."""

    @property
    def rest(self) -> Rest:
        """Why patients cannot use the kiosk."""

    @property
    def staff(self) -> bool:
        """Whether the number pad or the panel is open."""

    @property
    def needs(self) -> Sequence[Need]: ...

    @property
    def visits_today(self) -> int | None: ...

    def fresh(self) -> None: ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def clean(self) -> None: ...


class Alone:
    """Carries out what the kiosk itself can do, where it has no front desk."""

    rest = Rest.NONE
    staff = False
    needs: Sequence[Need] = ()
    visits_today: int | None = None

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk

    @property
    def session(self) -> Session:
        return self._kiosk.session

    def fresh(self) -> None:
        self._kiosk.send(Reset())

    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def clean(self) -> None: ...
