"""How messages become questions, and answers messages: a question that cannot be read is answered too."""

from __future__ import annotations

import asyncio
import inspect
import json
from dataclasses import dataclass
from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


@dataclass(frozen=True)
class Ready:
    """JSON that was made before: to take it apart and write it once more would take longer than to find it out."""

    text: str


class Protocol(LanguageServerProtocol):
    """An editor must not wait for ever for the answer to a question that is not well put."""

    def tell(self, method: str, params: Ready) -> None:
        """Sends what is ready to be sent."""
        self._write(f'"method": {json.dumps(method)}, "params": {params.text}')

    def _send_response(self, msg_id: Any, result: Any | None = None, error: Any | None = None) -> None:
        if error is None and isinstance(result, Ready):
            self._result_types.pop(msg_id, None)
            self._write(f'"id": {json.dumps(msg_id)}, "result": {result.text}')
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

    def structure_message(self, data: dict[str, Any]) -> Any:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], None, error.to_response_error())
            raise
