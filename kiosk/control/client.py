"""The other end of the socket: asks a kiosk and waits for its answer, as long as is reasonable.

Owns connection and time limits. Must not know who reads the answer, nor where the kiosk's socket is.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from kiosk.control.protocol import (
    MOST_BYTES,
    PROTOCOL,
    AnyAnswer,
    Asked,
    AskStatus,
    AskWaitIdle,
    AskWatch,
    Hello,
    Picture,
    ProtocolError,
    Refused,
    Said,
    Status,
    line,
    read_said,
)

_CALL_SECONDS = 5.0
_ANSWER_SECONDS = 20.0
"""More than the kiosk takes to refuse (`conversation.Limits`)."""
_RETRY_SECONDS = 0.02
_START_SECONDS = 0.5
"""From the socket to somebody who listens at it, at most."""
_BEAT_SECONDS = 90.0
"""Three times as long as a kiosk is silent towards who watches it."""


class NoKioskError(Exception):
    """No kiosk answers; the sentence says why and what to do."""


class Client:
    """One connection to one kiosk. Raises NoKioskError whenever the kiosk does not answer as it should."""

    def __init__(self, path: Path, seconds: float = _ANSWER_SECONDS) -> None:
        if not hasattr(socket, "AF_UNIX"):
            raise NoKioskError("This system has no local sockets; the kiosk can be asked on Linux only.")
        self._path = path
        self._seconds = seconds
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._read = bytearray()
        self._hello: Hello | None = None
        try:
            self._call()
        except BaseException:
            self._socket.close()
            raise

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._socket.close()

    def ask(self, request: Asked) -> tuple[AnyAnswer, bytes]:
        """The kiosk's answer, and the picture that came with it."""
        if isinstance(request, AskStatus):
            self._send(request)  # does no harm whatever is there, and spares a status half its way
            self.greet()
        else:
            self.greet()
            self._send(request)
        patience = request.at_most if isinstance(request, AskWaitIdle) else 0.0
        answer = self._answer(self._seconds + patience)
        return answer, self._exactly(answer.bytes) if isinstance(answer, Picture) else b""

    def watch(self) -> Iterator[Status]:
        """A status now and at each change. Ends only by NoKioskError."""
        self.greet()
        self._send(AskWatch())
        while True:
            answer = self._answer(_BEAT_SECONDS)
            if isinstance(answer, Refused):
                raise NoKioskError(f"{answer.reason} {answer.mend}")
            if not isinstance(answer, Status):
                raise NoKioskError("The kiosk says what was not asked; use the `kiosk ctl` that belongs to it.")
            yield answer

    def _call(self) -> None:
        begun = time.monotonic()
        self._socket.settimeout(_CALL_SECONDS)
        while True:
            try:
                self._socket.connect(str(self._path))
                return
            except BlockingIOError:  # more callers than the kiosk has taken up yet
                if time.monotonic() > begun + _CALL_SECONDS:
                    raise NoKioskError(self._why(TimeoutError())) from None
            except ConnectionRefusedError as error:  # a kiosk that starts has its socket before it listens
                if time.monotonic() > begun + _START_SECONDS:
                    raise NoKioskError(self._why(error)) from None
            except OSError as error:
                raise NoKioskError(self._why(error)) from None
            time.sleep(_RETRY_SECONDS)

    def _why(self, error: OSError) -> str:
        """Why nobody could be called, and what to do."""
        match error:
            case FileNotFoundError():
                return f"No kiosk runs here: there is no socket {self._path}. Start it, or say where it is: --socket."
            case ConnectionRefusedError():
                return f"No kiosk answers at {self._path}: it has ended. Start it again."
            case PermissionError():
                why = f"You may not use the kiosk's socket {self._path}."
                return f"{why} Use sudo, or become a member of the group that `control: {{group: ...}}` names."
            case TimeoutError():
                return f"The kiosk at {self._path} does not answer. Look at its log, and restart it."
        return f"{self._path} cannot be opened: {error.strerror or error}. Correct the path."

    def greet(self) -> Hello:
        """Who is there: a kiosk that speaks this version of the protocol."""
        if self._hello is not None:
            return self._hello
        said = self._line(_CALL_SECONDS)
        if not isinstance(said, Hello):
            raise NoKioskError(f"What listens at {self._path} is no kiosk. Correct the path.")
        if said.protocol != PROTOCOL:
            text = (
                f"That kiosk ({said.version}) speaks version {said.protocol} of the protocol, this command {PROTOCOL}."
            )
            raise NoKioskError(f"{text} Use the `kiosk ctl` that belongs to it.")
        self._hello = said
        return said

    def _send(self, request: Asked) -> None:
        try:
            self._socket.settimeout(self._seconds)
            self._socket.sendall(line(request))
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has hung up, and may have said why
        except OSError as error:
            raise NoKioskError(f"The kiosk does not listen: {error}. Try again.") from None

    def _answer(self, seconds: float) -> AnyAnswer:
        said = self._line(seconds)
        if isinstance(said, Hello):
            raise NoKioskError("The kiosk says what was not asked; use the `kiosk ctl` that belongs to it.")
        return said

    def _line(self, seconds: float) -> Said:
        """The next line that the kiosk says."""
        end = time.monotonic() + seconds
        while (stop := self._read.find(b"\n")) < 0:
            if len(self._read) >= MOST_BYTES:
                raise NoKioskError(f"What listens at {self._path} is no kiosk. Correct the path.")
            self._more(end)
        data = bytes(self._read[:stop])
        del self._read[: stop + 1]
        try:
            return read_said(data)
        except ProtocolError as error:
            raise NoKioskError(
                f"What listens at {self._path} cannot be understood ({error}). Correct the path."
            ) from None

    def _exactly(self, count: int) -> bytes:
        end = time.monotonic() + self._seconds
        while len(self._read) < count:
            self._more(end)
        data = bytes(self._read[:count])
        del self._read[:count]
        return data

    def _more(self, end: float) -> None:
        """Read on. Raises NoKioskError when the kiosk has hung up, or when it is too late."""
        try:
            self._socket.settimeout(max(0.001, end - time.monotonic()))
            data = self._socket.recv(256 * 1024)
        except TimeoutError:
            raise NoKioskError("The kiosk does not answer in time. Look at its log, and restart it.") from None
        except OSError:
            data = b""
        if not data:
            raise NoKioskError("The kiosk has hung up without an answer. It may be restarting; try again in a moment.")
        self._read += data
