"""Fetching: a version comes whole and of its digest from whatever the mirror does, or an error says why not."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

import ilkit
from ilkit import fetching, mirror
from ilkit.catalog import digest_of, find_versions
from ilkit.errors import FetchError, FilterError, IntegrityError, MissingExtraError, UnknownVersionError

from .conftest import PROJECT, RELEASED
from .mirrors import send, serving

VERSION = "2026.11.0"
DIGEST = ilkit.Dataset(VERSION).digest
TABLES = sorted(ilkit.path(table, version=VERSION).name for table in ilkit.tables(version=VERSION)["table"])
FILES = [*TABLES, "build-report.json", "croissant.json"]


@pytest.fixture(autouse=True)
def _no_proxy_and_no_waits(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    monkeypatch.setattr(mirror, "WAITS", (0, 0))


@pytest.fixture
def served():
    with serving(RELEASED) as running:
        yield running


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def fetch(served, cache, **other):
    return ilkit.fetch(VERSION, served.url, **{"digest": DIGEST, "cache": cache} | other)


def visible(cache):
    return sorted(path.name for path in cache.iterdir() if path.name != fetching.LOCK) if cache.exists() else []


def assert_whole(cache):
    assert visible(cache) == [VERSION]
    for name in [*FILES, "datapackage.json"]:
        assert (cache / VERSION / name).read_bytes() == (RELEASED / VERSION / name).read_bytes()


def test_a_version_comes_whole_and_each_file_is_asked_for_once(served, cache, capfd):
    data = fetch(served, cache)
    assert data.digest == DIGEST
    assert len(data.load("chains")) == len(ilkit.load("chains", version=VERSION))
    assert served.asked == ["datapackage.json", *FILES]
    assert_whole(cache)
    assert set(data.verify()["result"]) == {"ok"}
    assert capfd.readouterr() == ("", "")


def test_a_version_that_the_cache_holds_is_opened_without_a_request(served, cache):
    fetch(served, cache)
    served.asked.clear()
    assert fetch(served, cache).digest == DIGEST
    assert served.asked == []
    assert ilkit.fetch(VERSION, "http://127.0.0.1:1/gone", digest=DIGEST, cache=cache).digest == DIGEST


def test_a_cached_version_opens_no_connection(served, cache):
    fetch(served, cache)
    code = (
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "import ilkit\n"
        f"print(ilkit.fetch({VERSION!r}, {served.url!r}, digest={DIGEST!r}, cache={str(cache)!r}).version)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, timeout=60, check=True)
    assert ran.stdout.strip() == VERSION


def test_the_users_cache_is_the_default(served, monkeypatch, tmp_path):
    import pooch

    monkeypatch.setattr(pooch, "os_cache", lambda name: tmp_path / name)
    ilkit.fetch(VERSION, served.url, digest=DIGEST)
    assert_whole(tmp_path / "ilkit")


def cut(handler, data):
    send(handler, data[: len(data) // 2], announced=len(data))


def cut_without_length(handler, data):
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2])


def cut_by_the_header(handler, data):
    send(handler, data[:100])


def altered(handler, data):
    send(handler, bytes([data[0] ^ 1]) + data[1:])


def empty(handler, data):
    send(handler, b"")


def page_of_an_error(handler, data):
    send(handler, b"<html>Please log in</html>")


def lost(handler, data):
    handler.send_error(404)


def broken(handler, data):
    handler.send_error(500)


def silent(handler, data):
    pass


def bad_length(handler, data):
    handler.send_response(200)
    handler.send_header("Content-Length", "many")
    handler.end_headers()


def looping(handler, data):
    handler.send_response(302)
    handler.send_header("Location", handler.path)
    handler.end_headers()


def to_a_local_file(handler, data):
    handler.send_response(302)
    handler.send_header("Location", "file:///etc/hostname")
    handler.end_headers()


@pytest.mark.parametrize("name", ["datapackage.json", "genes.parquet"])
@pytest.mark.parametrize(
    ("fault", "error", "attempts"),
    [
        (cut, FetchError, 3),
        (broken, FetchError, 3),
        (silent, FetchError, 3),
        (lost, FetchError, 1),
        (looping, FetchError, 31),
        (to_a_local_file, FetchError, 1),
        (bad_length, IntegrityError, 1),
        (cut_without_length, IntegrityError, 1),
        (cut_by_the_header, IntegrityError, 1),
        (altered, IntegrityError, 1),
        (empty, IntegrityError, 1),
        (page_of_an_error, IntegrityError, 1),
    ],
)
def test_a_file_that_comes_wrong_is_an_error_and_the_next_call_asks_for_what_is_missing(
    served, cache, name, fault, error, attempts
):
    served.faults[name] = fault
    with pytest.raises(error, match=name):
        fetch(served, cache)
    assert served.asked.count(name) == attempts
    assert not (cache / VERSION).exists()
    finished = set(FILES[: FILES.index(name)]) | {"datapackage.json"} if name in FILES else set()
    served.faults.clear()
    served.asked.clear()
    fetch(served, cache)
    assert set(served.asked) == {"datapackage.json", *FILES} - finished
    assert_whole(cache)


def test_a_hanging_mirror_is_an_error(served, cache, monkeypatch):
    monkeypatch.setattr(mirror, "TIMEOUT", (5, 0.1))
    served.faults["genes.parquet"] = lambda handler, data: served.stopped.wait(10)
    with pytest.raises(FetchError, match=r"genes\.parquet cannot be fetched: .*timed out"):
        fetch(served, cache)
    assert visible(cache) == [f".fetching-{DIGEST[7:23]}"]


def test_a_slow_mirror_is_waited_for(served, cache):
    def drip(handler, data):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        for start in range(0, len(data), 4096):
            handler.wfile.write(data[start : start + 4096])
            time.sleep(0.01)

    served.faults |= dict.fromkeys(["genes.parquet", "datapackage.json"], drip)
    fetch(served, cache)
    assert_whole(cache)


def test_a_failure_that_passes_is_tried_again(served, cache):
    failures = iter([broken, cut])
    served.faults["genes.parquet"] = lambda handler, data: next(failures, send)(handler, data)
    fetch(served, cache)
    assert served.asked.count("genes.parquet") == 3
    assert_whole(cache)


def test_redirects_are_followed(served, cache):
    with serving(RELEASED) as other:

        def elsewhere(handler, data):
            handler.send_response(302)
            handler.send_header("Location", other.url.removesuffix("/mirror") + handler.path)
            handler.end_headers()

        served.faults |= dict.fromkeys([*FILES, "datapackage.json"], elsewhere)
        fetch(served, cache)
    assert other.asked == ["datapackage.json", *FILES]
    assert_whole(cache)


def test_another_digest_fetches_nothing_but_the_descriptor(served, cache):
    other = ilkit.Dataset("2026.11.1").digest
    with pytest.raises(IntegrityError, match=f"expected {other}, got {DIGEST}"):
        fetch(served, cache, digest=other)
    assert served.asked == ["datapackage.json"]
    assert visible(cache) == []


@pytest.mark.parametrize("name", ["../genes", "sub/genes", "/etc/genes", "..", "", "Genes", "genes\n"])
def test_a_descriptor_cannot_name_a_file_elsewhere(served, cache, name):
    descriptor = json.loads((RELEASED / VERSION / "datapackage.json").read_bytes())
    descriptor["resources"][0] |= {"name": name, "path": f"{name}.parquet"}
    served.faults["datapackage.json"] = lambda handler, data: send(handler, json.dumps(descriptor).encode())
    with pytest.raises(IntegrityError, match="name does not match"):
        fetch(served, cache)
    assert served.asked == ["datapackage.json"]
    assert visible(cache) == []


@pytest.mark.parametrize("checksum", [5, None, "sha256:", "sha256:" + "0" * 63 + "\n", "md5:" + "0" * 32])
def test_a_descriptor_must_give_each_file_its_sha256(served, cache, checksum):
    descriptor = json.loads((RELEASED / VERSION / "datapackage.json").read_bytes())
    descriptor["resources"][0]["hash"] = checksum
    served.faults["datapackage.json"] = lambda handler, data: send(handler, json.dumps(descriptor).encode())
    with pytest.raises(IntegrityError, match=r"datapackage\.json"):
        fetch(served, cache)
    assert served.asked == ["datapackage.json"]


def test_a_file_without_end_is_refused(served, cache, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_FILE", 20_000)
    with pytest.raises(IntegrityError, match=r"aliases\.parquet .* more than 20,000 bytes"):
        fetch(served, cache)
    with pytest.raises(IntegrityError, match=r"aliases\.parquet .* more than 20,000 bytes"):
        ilkit.fetch(VERSION, RELEASED.as_uri(), digest=DIGEST, cache=cache)


@pytest.mark.parametrize("ending", ["", "/", f"/{VERSION}", f"/{VERSION}/", "#part"])
def test_a_mirror_is_given_by_the_folder_of_versions_or_of_the_version(served, cache, ending):
    ilkit.fetch(VERSION, served.url + ending, digest=DIGEST, cache=cache)
    assert_whole(cache)


def test_the_query_goes_with_each_request_and_into_no_message(served, cache):
    url = served.url.replace("//", "//me:secret@") + "/?key=hidden"
    served.faults["genes.parquet"] = lost
    with pytest.raises(FetchError, match="404") as caught:
        ilkit.fetch(VERSION, url, digest=DIGEST, cache=cache)
    assert set(served.queries) == {"key=hidden"}
    assert "hidden" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_key_is_in_no_message_of_an_unreachable_mirror(cache):
    with pytest.raises(FetchError, match="refused") as caught:
        ilkit.fetch(VERSION, "http://127.0.0.1:1/mirror?key=hidden", digest=DIGEST, cache=cache)
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize("folder", ["a mirror", "größe 数据", "50%#1?"])
def test_a_folder_of_any_name_is_a_mirror(tmp_path, folder):
    shutil.copytree(RELEASED / VERSION, tmp_path / folder / VERSION)
    ilkit.fetch(VERSION, (tmp_path / folder).as_uri(), digest=DIGEST, cache=tmp_path / "cache of files")
    assert_whole(tmp_path / "cache of files")


def test_spaces_and_letters_of_any_script_in_an_address(tmp_path, cache):
    shutil.copytree(RELEASED / VERSION, tmp_path / "größe 数据" / VERSION)
    with serving(tmp_path) as served:
        ilkit.fetch(VERSION, f"{served.url}/größe 数据", digest=DIGEST, cache=cache)
    assert_whole(cache)


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path, cache):
    with pytest.raises(FetchError, match=r"nothing-here/2026\.11\.0/datapackage\.json cannot be read"):
        ilkit.fetch(VERSION, (tmp_path / "nothing-here").as_uri(), digest=DIGEST, cache=cache)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/mirror",
        "javascript:alert(1)",
        "data/parquet",
        "/data/parquet",
        "",
        "http://",
        "http:///x",
        "http://[",
        5,
        None,
        "file://other-machine/data",
        "file:data",
        b"http://127.0.0.1/",
        "C:\\data",
    ],
)
def test_what_is_no_address_is_refused(cache, url):
    with pytest.raises(FetchError, match="is no address of a mirror"):
        ilkit.fetch(VERSION, url, digest=DIGEST, cache=cache)
    assert not cache.exists()


@pytest.mark.parametrize("url", ["ftp://me:secret@example.org/?key=secret", "http://me:secret@/x?key=secret", "x" * 100_000])
def test_what_is_no_address_is_shown_cut_and_without_secrets(cache, url):
    with pytest.raises(FetchError, match="is no address of a mirror") as refused:
        ilkit.fetch(VERSION, url, digest=DIGEST, cache=cache)
    assert "secret" not in str(refused.value) and len(str(refused.value)) < 400


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/", "http://127.0.0.1:x/", f"http://{'a' * 80}.invalid/", "http://.../"])
def test_an_address_that_cannot_be_is_a_fetch_error(cache, url):
    with pytest.raises(FetchError):
        ilkit.fetch(VERSION, url, digest=DIGEST, cache=cache)


@pytest.mark.parametrize("digest", ["", "sha256:00", DIGEST + "0", DIGEST[7:], "md5:" + "0" * 32])
def test_a_malformed_digest_is_refused_before_anything_is_asked_for(served, cache, digest):
    with pytest.raises(FetchError, match="expected 'sha256:' and 64 hexadecimal digits"):
        fetch(served, cache, digest=digest)
    assert served.asked == []


def test_a_digest_that_is_no_text_is_refused(served, cache):
    with pytest.raises(FilterError, match="found NoneType"):
        fetch(served, cache, digest=None)


def test_a_digest_is_taken_as_it_is_elsewhere(served, cache):
    assert fetch(served, cache, digest=f" {DIGEST.upper()}\n").digest == DIGEST


@pytest.mark.parametrize("version", ["", "../2026.11.0", "2026.11", "latest", None, 5])
def test_a_malformed_version_is_refused(cache, version):
    with pytest.raises(UnknownVersionError, match="is no dataset version"):
        ilkit.fetch(version, "http://127.0.0.1:1/", digest=DIGEST, cache=cache)


@pytest.mark.parametrize("folder", [5, b"cache", ""])
def test_a_cache_that_is_no_path_is_refused(served, folder):
    with pytest.raises(FetchError, match="expected the path of a folder"):
        fetch(served, folder)


def damage_cut(path):
    path.write_bytes(path.read_bytes()[:-100])


def damage_empty(path):
    path.write_bytes(b"")


def test_a_table_that_is_no_part_of_a_cached_version_is_removed_when_it_is_fetched_again(served, cache):
    first = fetch(served, cache)
    extra = first.path("genes").with_name("genes2.parquet")
    extra.write_bytes(b"PAR1")
    assert fetch(served, cache).load("genes").equals(first.load("genes"))
    assert not extra.exists()


@pytest.mark.parametrize("name", ["genes.parquet", "datapackage.json", "croissant.json"])
@pytest.mark.parametrize("damage", [damage_cut, damage_empty, os.unlink])
def test_a_damaged_version_is_mended_by_the_files_that_are_damaged(served, cache, name, damage):
    fetch(served, cache)
    served.asked.clear()
    damage(cache / VERSION / name)
    fetch(served, cache)
    assert set(served.asked) == {"datapackage.json", name}
    assert_whole(cache)


def lab_version(folder, tables):
    """Make a version of a lab, of some tables of a released one, and return its digest."""
    shutil.copytree(RELEASED / VERSION, folder / "2031.1.0", ignore=lambda *_: {*FILES} - {*tables})
    path = folder / "2031.1.0" / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    descriptor["resources"] = [entry for entry in descriptor["resources"] if entry["path"] in tables]
    digest = digest_of({entry["path"]: entry["hash"] for entry in descriptor["resources"]})
    path.write_text(json.dumps(descriptor | {"version": "2031.1.0", "digest": digest}), "utf-8")
    return digest


def test_a_version_of_a_lab_is_fetched_and_never_mixed_with_another_of_its_name(tmp_path, cache):
    ours = lab_version(tmp_path / "ours", ["genes.parquet"])
    theirs = lab_version(tmp_path / "theirs", ["chains.parquet", "genes.parquet"])
    assert ilkit.fetch("2031.1.0", (tmp_path / "ours").as_uri(), digest=ours, cache=cache).digest == ours
    with pytest.raises(IntegrityError, match=f"holds another version 2031.1.0: expected {theirs}, found {ours}"):
        ilkit.fetch("2031.1.0", (tmp_path / "theirs").as_uri(), digest=theirs, cache=cache)
    assert sorted(path.name for path in (cache / "2031.1.0").iterdir()) == ["datapackage.json", "genes.parquet"]
    assert ilkit.fetch("2031.1.0", (tmp_path / "theirs").as_uri(), digest=theirs, cache=tmp_path / "other").digest == theirs


def test_a_cache_that_cannot_be_written_is_an_error(served, tmp_path):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "cache", "\0"):
        with pytest.raises(FetchError, match="cannot be written"):
            fetch(served, folder)


def test_a_full_disk_is_an_error_and_leaves_no_version(served, cache):
    pytest.importorskip("resource", reason="limits on the size of files are those of Unix")
    code = (
        "import ilkit, resource\n"
        "from ilkit.errors import FetchError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, 70_000))\n"
        f"try: ilkit.fetch({VERSION!r}, {served.url!r}, digest={DIGEST!r}, cache={str(cache)!r})\n"
        "except FetchError as error: print(error)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, timeout=60, check=True)
    assert "cannot be written" in ran.stdout
    assert not (cache / VERSION).exists()
    fetch(served, cache)
    assert_whole(cache)


def test_without_the_extra_the_error_says_what_to_install(served, cache, monkeypatch):
    monkeypatch.setitem(sys.modules, "filelock", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ilkit\[fetch\]'"):
        fetch(served, cache)


def test_two_processes_at_once_give_one_version_and_ask_for_each_file_once(served, cache):
    code = f"import ilkit; print(ilkit.fetch({VERSION!r}, {served.url!r}, digest={DIGEST!r}, cache={str(cache)!r}).digest)"
    served.after_answer = lambda count: time.sleep(0.05)
    started = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT)
        for _ in range(2)
    ]
    ended = [process.communicate(timeout=120) for process in started]
    assert ended == [(f"{DIGEST}\n", "")] * 2
    assert served.asked == ["datapackage.json", *FILES]
    assert_whole(cache)


FORKING = """
import os, signal, sys, ilkit, ilkit.fetching, pooch, requests, filelock, tqdm
version, url, digest = sys.argv[1:]
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        ilkit.fetch(version, url, digest=digest, cache=line.rstrip("\\n"))
        signal.pause()
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


def _reached(served, requests):
    """Return an event that is set once so many more files were sent, each with a little rest after it."""
    reached = threading.Event()
    goal = len(served.asked) + requests

    def rest(count):
        if count >= goal:
            reached.set()
        time.sleep(0.01)

    served.after_answer = rest
    return reached


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed as Unix does")
def test_a_fetch_killed_at_25_moments_leaves_nothing_half_made(served, tmp_path):
    moments = random.Random(5)
    unfinished = 0
    command = [sys.executable, "-W", "ignore", "-c", FORKING, VERSION, served.url, DIGEST]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as process:
        for number in range(25):
            cache = tmp_path / str(number)
            reached = _reached(served, moments.randint(1, len(FILES)))
            process.stdin.write(f"{cache}\n")
            process.stdin.flush()
            child = int(process.stdout.readline())
            assert reached.wait(30)
            time.sleep(moments.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            assert process.stdout.readline() == "ended\n"
            left = find_versions(cache)
            unfinished += left == []
            for version in left:
                assert ilkit.Dataset(version, root=cache, digest=DIGEST).version == VERSION
            fetch(served, cache)
            assert_whole(cache)
        process.stdin.close()
    assert unfinished >= 10
