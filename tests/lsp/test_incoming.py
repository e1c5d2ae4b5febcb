from __future__ import annotations

from io import BytesIO

from smartlint.lsp.incoming import Incoming


def test_a_message_has_begun_until_its_body_was_read() -> None:
    incoming = Incoming(BytesIO(b"Content-Length: 2\r\n\r\n{}"))
    seen = [(b"", incoming.has_begun)]
    reads = (incoming.readline, incoming.readline, lambda: incoming.read(2), incoming.readline)
    seen += [(read(), incoming.has_begun) for read in reads]
    assert seen == [(b"", False), (b"Content-Length: 2\r\n", True), (b"\r\n", True), (b"{}", False), (b"", False)]
