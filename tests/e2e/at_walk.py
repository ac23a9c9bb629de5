"""Walks the running kiosk as assistive technology does: through the desktop's own tree, by its actions alone.

Runs under the system's Python, which has pyatspi, and imports nothing of the product. Reads from standard input, as
JSON, what scrolls a page and the steps: ["press", name], ["on", title], ["gone", title]. Prints one fault per line
and, last, what was announced; ends with 0 when there is no fault.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

Part = Any  # pyatspi tells no types

DEADLINE = 10.0
PRESSED = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_SLIDER,
}
WORDLESS = {pyatspi.ROLE_INVALID, pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_FILLER}


class GoneError(Exception):
    """A part went while the tree was read: this look was none."""


class LostError(Exception):
    """The walk cannot go on: a page that is not there, or cannot be left."""


def _actions(part: Part) -> list[int]:
    """Numbers of the actions that do something, not only move the focus."""
    try:
        action = part.queryAction()
    except NotImplementedError:  # so pyatspi says that a part has no actions at all
        return []
    return [n for n in range(action.nActions) if action.getName(n) != "SetFocus"]


class Walker:
    def __init__(self, more: str) -> None:
        """`more`: the name of the control that scrolls a page."""
        self.more = more
        self.faults: list[str] = []
        self.checked = 0
        self.app = self._found(self._kiosk, "the kiosk is not on the accessibility bus")

    def _found(self, look: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except GoneError:
                pass
            time.sleep(0.05)
        raise LostError(f"{what}; there are {self.names() if hasattr(self, 'app') else 'no applications'}")

    def _kiosk(self) -> Part:
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.childCount), None)

    def parts(self) -> list[Part]:
        """Everything that can be seen, depth first; nothing below what is disabled. All of it, or GoneError."""
        try:
            return list(self._below(self.app))
        except GLib.GError as error:
            raise GoneError(str(error)) from error

    def _below(self, at: Part) -> Iterator[Part]:
        for child in list(at):
            if child is None:
                raise GoneError(f"a part of {at.name!r} is not there")
            states = child.getState()
            if child.getRole() != pyatspi.ROLE_FRAME and not states.contains(pyatspi.STATE_VISIBLE):
                continue
            if child.getRole() in PRESSED and not states.contains(pyatspi.STATE_ENABLED):
                continue
            yield child
            yield from self._below(child)

    def controls(self) -> list[Part]:
        return [part for part in self.parts() if part.getRole() in PRESSED]

    def names(self) -> list[str]:
        try:
            return [part.name for part in self.controls()]
        except GoneError as error:
            return [str(error)]

    def check(self, place: str) -> None:
        """Every control has role, name and action; everything else that can be seen has a role."""
        for part in self._found(self.parts, f"{place}: the tree cannot be read whole"):
            if part.getRole() in WORDLESS:
                self.faults.append(f"{place}: something without a role, called {part.name!r}")
            if part.getRole() in PRESSED:
                if not part.name.strip():
                    self.faults.append(f"{place}: a {part.getRoleName()} without a name")
                self.checked += 1
                if not _actions(part):
                    self.faults.append(f"{place}: {part.name!r} ({part.getRoleName()}) has no action")

    def press(self, name: str) -> None:
        """Do the first action of the control of this name, further down if it must be; a state may follow the name."""

        def named(name: str) -> Part:
            return next((c for c in self.controls() if f"{c.name}, ".startswith(f"{name}, ") and _actions(c)), None)

        def look() -> Part:
            found = named(name)
            if found is None and (more := named(self.more)) is not None:
                more.queryAction().doAction(_actions(more)[0])
                time.sleep(0.2)  # the page glides
                self.check(f"further down, before {name!r}")
            return found

        control = self._found(look, f"nothing to press is called {name!r}")
        control.queryAction().doAction(_actions(control)[0])

    def on(self, title: str) -> None:
        """Wait for the page, sheet or warning of this title."""
        roles = (pyatspi.ROLE_PANEL, pyatspi.ROLE_DIALOG, pyatspi.ROLE_HEADING)
        self._found(
            lambda: any(p.name == title and p.getRole() in roles for p in self.parts()), f"no page is called {title!r}"
        )

    def gone(self, title: str) -> None:
        """Wait until the sheet of this title is no longer there."""
        self._found(
            lambda: not any(p.name == title and p.getRole() == pyatspi.ROLE_DIALOG for p in self.parts()),
            f"{title!r} cannot be left",
        )

    def walk(self, steps: list[list[str]]) -> None:
        for kind, name in steps:
            try:
                getattr(self, kind)(name)
            except LostError as error:
                self.faults.append(str(error))
                return
            if kind == "on":
                self.check(name)


def main() -> int:
    announced: list[str] = []
    pyatspi.Registry.registerEventListener(lambda event: announced.append(str(event.any_data)), "object:announcement")
    plan = json.load(sys.stdin)
    walker = Walker(plan["more"])
    walker.walk(plan["steps"])
    print("\n".join(walker.faults))
    print(json.dumps({"announced": announced, "checked": walker.checked}))
    return 1 if walker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
