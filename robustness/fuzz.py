"""Mutated texts and files with coverage guidance: nothing but an error of ilkit may come of them.

    python -m robustness.fuzz names --seconds 60       # or filters, readers
    python -m robustness.fuzz --seconds 60             # each in a process of its own

It needs `atheris`, which prints the number of executions and, where it finds something, the input that led there.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import atheris

with atheris.instrument_imports(include=["ilkit"], enable_loader_override=False):
    import ilkit
    from ilkit.build.readers import hgnc, trrust, uniprot_fasta, uniprot_flatfile
    from ilkit.build.readers.source import Source
    from ilkit.errors import IlkitError
    from ilkit.spelling import normalise, parts_of

DATA = ilkit.Dataset()
FILTERS = {
    "interleukin": "chains",
    "gene": "regulation",
    "disease": "disease_associations",
    "term": "functions",
    "cell": "effects",
    "drug": "drugs",
}
ENTRY = """ID   AAA1_HUMAN              Reviewed;          12 AA.
AC   P00001; Q00001;
DT   28-JAN-2026, entry version 230.
FT   SIGNAL          1..4
FT   PEPTIDE         ?..7
SQ   SEQUENCE   12 AA;  1300 MW;  0000000000000000 CRC64;
     MKTLLCMKTL LC
//
"""
FASTA = ">sp|P00001|AAA1_HUMAN Invented OS=Homo sapiens OX=9606 GN=AAA1 PE=1 SV=2\nMKTLLC\nMKT\n"
GENE = 'HGNC:1\tAAA1\tinvented\tprotein-coding gene\t1p1\t"A-1|A1"\t\tOLD1\t\t11\tENSG00000000001\tP00001\tMGI:1\t\t'
FILES: dict[ModuleType, tuple[str, str]] = {
    hgnc: ("hgnc_complete_set.txt", "\t".join(hgnc.COLUMNS) + f"\n{GENE}\n"),
    trrust: ("trrust_rawdata.human.tsv", "AAA1\tBBB1\tActivation\t11564889;12\n"),
    uniprot_fasta: ("secreted.fasta", FASTA),
    uniprot_flatfile: ("AAA1-uniprot.txt", ENTRY),
}
"""Readers, each with the name and the content of a small made file."""


def names(data: bytes) -> None:
    """Resolve a text, which must give one row or more, and the same where its parts are put together again."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(200)
    found = DATA.resolve(text)
    assert len(found) > 0 and found["query"].eq(text).all()
    assert normalise(normalise(text)) in (normalise(text), "") or not text.isascii()
    assert all(part.strip() for part in parts_of(text))


def filters(data: bytes) -> None:
    """Filter a table by a text, which must be refused or give rows of the table."""
    given = atheris.FuzzedDataProvider(data)
    kind = given.PickValueInList(list(FILTERS))
    with suppress(IlkitError):
        assert set(DATA.columns(FILTERS[kind])["column"]) <= set(DATA.load(FILTERS[kind], **{kind: given.ConsumeUnicode(100)}))


def readers(data: bytes) -> None:
    """Read a small file with some bytes put in place of others, which must be refused or read."""
    given = atheris.FuzzedDataProvider(data)
    reader = given.PickValueInList(list(FILES))
    name, content = FILES[reader]
    changed = bytearray(content.encode())
    for _ in range(given.ConsumeIntInRange(0, 4)):
        start = given.ConsumeIntInRange(0, len(changed))
        changed[start : start + given.ConsumeIntInRange(0, 8)] = given.ConsumeBytes(given.ConsumeIntInRange(0, 8))
    path = Path(tempfile.gettempdir()) / f"ilkit-fuzz-{hashlib.sha256(changed).hexdigest()[:16]}"
    path.mkdir(exist_ok=True)
    try:
        (path / name).write_bytes(changed)
        source = Source("made", path, {"upstream_url": "made", "sha256": {name: hashlib.sha256(changed).hexdigest()}})
        with suppress(IlkitError):
            assert all(len(frame.columns) for frame in reader.read(source).values())
    finally:
        (path / name).unlink()
        path.rmdir()


TARGETS: dict[str, Callable[[bytes], None]] = {"names": names, "filters": filters, "readers": readers}


def main() -> int:
    """Fuzz one target, or each in a process of its own; return 1 where one found something."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", nargs="?", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    if given.target is None:
        again = [sys.executable, "-m", "robustness.fuzz", "--seconds", str(given.seconds)]
        return max(abs(subprocess.run([*again, target]).returncode) for target in TARGETS)
    atheris.Setup([sys.argv[0], f"-max_total_time={given.seconds}", "-max_len=1000", "-verbosity=1"], TARGETS[given.target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
