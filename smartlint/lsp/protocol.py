"""How messages become questions, and answers messages: a question that cannot be read is answered too."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

if TYPE_CHECKING:
    from smartlint.lsp.server import Server


@dataclass(frozen=True)
class Ready:
    """JSON that was made before: to take it apart and write it once more would take longer than to find it out."""

    text: str


@dataclass(frozen=True)
class Outdated:
    """Instead of an answer: the text has changed since it was asked for. Who asked for findings may ask again."""

    said: str
    again: bool = False

    @property
    def error(self) -> types.ResponseError:
        if self.again:
            data = {"retriggerRequest": True}
            return types.ResponseError(types.LSPErrorCodes.ServerCancelled, self.said, data)
        return types.ResponseError(types.LSPErrorCodes.ContentModified, self.said)


@dataclass(frozen=True)
class Refused:
    """Instead of an answer: why there is none, in the reader's words."""

    said: str

    @property
    def error(self) -> types.ResponseError:
        return types.ResponseError(types.ErrorCodes.InvalidParams, self.said)


class Protocol(LanguageServerProtocol):
    """An editor must not wait for ever for the answer to a question that is not well put."""

    def tell(self, method: str, params: Ready) -> None:
        """Sends what is ready to be sent."""
        self._write(f'"method": {json.dumps(method)}, "params": {params.text}')

    def _send_response(self, msg_id: Any, result: Any | None = None, error: Any | None = None) -> None:
        if error is None and isinstance(result, Ready):
            self._result_types.pop(msg_id, None)
            self._write(f'"id": {json.dumps(msg_id)}, "result": {result.text}')
        elif isinstance(result, (Outdated, Refused)):
            super()._send_response(msg_id, None, result.error)
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, members: str) -> None:
        if self.writer is None:
            return
        body = f'{{"jsonrpc": "{self.VERSION}", {members}}}'
        head = f"Content-Length: {len(body)}\r\n\r\n" if self._include_headers else ""
        written = self.writer.write((head + body).encode("ascii"))
        if inspect.isawaitable(written):
            asyncio.ensure_future(written)  # noqa: RUF006 - as pygls does

    def _execute_handler(
        self,
        msg_id: Any,
        handler: Callable[..., Any],
        callback: Callable[[Any], None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Of a notification pygls would keep what came of it for ever: some kilobytes for each key."""

        def done(future: Future[Any]) -> None:
            self._request_futures.pop(msg_id, None)
            callback(future)

        super()._execute_handler(msg_id, handler, done, args, kwargs)

    def _send_handler_result(self, future: Future[Any], *, msg_id: Any) -> None:
        session = cast("Server", self._server).session
        gone = session.workspace.gone(None if future.cancelled() else future.exception())
        if gone is not None:
            self._request_futures.pop(msg_id, None)
            super()._send_response(msg_id, None, types.ResponseError(types.LSPErrorCodes.RequestFailed, session.gone(gone)))
        else:
            super()._send_handler_result(future, msg_id=msg_id)

    def structure_message(self, data: dict[str, Any]) -> Any:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], None, error.to_response_error())
            raise
