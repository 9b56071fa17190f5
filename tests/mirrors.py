"""A mirror on loopback that can be told to misbehave."""

import threading
from collections.abc import Callable
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

Fault = Callable[[BaseHTTPRequestHandler, bytes], None]


class Mirror:
    """Serves the files below `folder`; `faults` says by file name what is done instead, `asked` lists the files asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: dict[str, Fault] = {}
        self.after_answer: Callable[[int], object] = lambda count: None
        self.asked: list[str] = []
        self.queries: list[str] = []
        self.stopped = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/mirror"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        address = urlsplit(handler.path)
        path = self.folder / unquote(address.path).removeprefix("/mirror/")
        self.asked.append(path.name)
        self.queries.append(address.query)
        if not path.is_file():
            handler.send_error(404)
            return
        self.faults.get(path.name, send)(handler, path.read_bytes())
        self.after_answer(len(self.asked))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(ConnectionError):
                    mirror.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def send(handler: BaseHTTPRequestHandler, data: bytes, announced: int | None = None, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data) if announced is None else announced))
    handler.end_headers()
    handler.wfile.write(data)


@contextmanager
def serving(folder: Path):
    """Serve a folder of versions for as long as the block lasts."""
    mirror = Mirror(folder)
    thread = threading.Thread(target=mirror.server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield mirror
    finally:
        mirror.stopped.set()
        mirror.server.shutdown()
        mirror.server.server_close()
        thread.join()
