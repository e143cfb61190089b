"""An app that stays calm when something breaks: it is logged, told in a sentence, and no more."""

from __future__ import annotations

from rich.text import Text
from textual.app import App
from textual.worker import Worker, WorkerState

from netjournal import paths
from netjournal.text import safe_line
from netjournal.tui.errorlog import log_error


class CalmApp(App[int]):
    """What nobody expected never shows private words from memory."""

    def say(
        self, text: str, *, title: str = "", problem: bool = False, seconds: float | None = None
    ) -> None:
        """Tell something in passing."""
        raise NotImplementedError

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that failed is logged and told, once."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            log_error(paths.error_log(), event.worker.error)
            self.say(f"Something went wrong; it is noted in {paths.error_log()}.", problem=True)

    def _fatal_error(self) -> None:
        """End with one line: Textual's own traceback would print private words from memory."""
        error = self._exception or RuntimeError()
        log_error(paths.error_log(), error)
        where = safe_line(str(paths.error_log()))
        self._exit_renderables.append(
            Text(
                f"netjournal: something unexpected happened ({type(error).__name__}). Everything "
                f"stored is safe; where it happened is noted in {where}."
            )
        )
        self._close_messages_no_wait()
