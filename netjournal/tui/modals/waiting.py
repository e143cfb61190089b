"""Waiting for work in a thread: how far it is, and a way to stop it where that is possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, get_current_worker

from netjournal.errors import NetjournalError
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.tui.host import JournalHost

T = TypeVar("T")
Progress = Callable[[int, int | None], None]
"""Told so many of so many; raises when the work is to stop, as soon as that is safe."""
Job = Callable[[Progress], T]
PAUSE = 0.2
"""Seconds of work that nothing is shown of."""


class _StoppedError(Exception):
    """Nobody waits any longer."""


class Finished(NamedTuple, Generic[T]):
    """What came of it: a value, or why there is none."""

    value: T | None = None
    error: NetjournalError | None = None


class WaitingDialog(Dialog[Finished[T]]):
    """No answer means that the work was stopped."""

    DEFAULT_CSS = """
    WaitingDialog ProgressBar, WaitingDialog ProgressBar #bar { width: 1fr; }
    WaitingDialog ProgressBar #eta { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, title: str, says: str, job: Job[T], *, stops: bool) -> None:
        """``stops`` is whether the work calls its progress before anything is done for good."""
        super().__init__(title)
        self._says = says
        self._job = job
        self._stops = stops
        self._worker: Worker[None] | None = None

    def body(self) -> ComposeResult:
        """What is done, and the bar."""
        yield Static(shown(self._says))
        yield ProgressBar(show_eta=False)
        end = "Escape stops; nothing is written then." if self._stops else "One moment …"
        yield Static(end, classes="muted gap")

    def on_mount(self) -> None:
        """Begin; what is done at once is not shown."""
        super().on_mount()
        self._frame.display = False
        self.set_timer(PAUSE, self._appear)
        self._worker = self._run()

    def _appear(self) -> None:
        self._frame.display = True

    @work(thread=True, group="write", exit_on_error=False)
    def _run(self) -> None:
        worker = get_current_worker()
        app = self.app

        def progress(done: int, total: int | None) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            app.call_from_thread(self._told, done, total)

        finished: Finished[Any] | None
        try:
            finished = Finished(value=self._job(progress))
        except NetjournalError as error:
            finished = Finished(error=error)
        except _StoppedError:
            finished = None
        except BaseException:
            app.call_from_thread(self._end, None)
            raise
        app.call_from_thread(self._end, finished)

    def _told(self, done: int, total: int | None) -> None:
        if self.is_mounted:
            self.query_one(ProgressBar).update(total=total, progress=done)

    def _end(self, finished: Finished[T] | None) -> None:
        if self.is_current:
            self.dismiss(finished)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no way back from what cannot be stopped."""
        if action == "back":
            return self._stops
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Stop; the dialog goes when the work has let go."""
        if self._worker is not None:
            self._worker.cancel()


async def waited(
    host: JournalHost, title: str, says: str, job: Job[T], *, stops: bool = False
) -> Finished[T] | None:
    """Do something in a thread while the screen shows how far it is; None if it was stopped.

    Only within a worker of Textual.
    """
    dialog: WaitingDialog[T] = WaitingDialog(title, says, job, stops=stops)
    return cast("Finished[T] | None", await host.push_screen_wait(dialog))


async def tried(host: JournalHost, title: str, says: str, job: Job[T]) -> T | None:
    """The same for work that cannot be stopped; why it cannot be done is told, and None comes."""
    finished = await waited(host, title, says, job)
    if finished is not None and finished.error is not None:
        host.say(finished.error.message, problem=True)
    return finished.value if finished is not None else None
