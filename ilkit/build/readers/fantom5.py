"""FANTOM5: expression of ligand and receptor genes in 144 primary cell types, measured by CAGE.

Upstream layout: ``LR.expr.txt``, a TSV with one row per gene and one column per cell type, the mean of the donors in tags per
million of the promoters of a gene; ``LR.genes.txt`` has the HGNC number of each symbol. Symbols are those of 2014 (``IL8``,
``DARC``), so that the number is what to go by. A gene that is not in the file was not looked at, which is no zero: 21 of the
genes of interleukins and their kin are not. One sample is stimulated, ``Mast cells stimulated``. Cells that were
sorted from blood and cells that were grown in culture stand side by side, and only some labels tell which.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, positive, text
from ilkit.build.readers.source import Source
from ilkit.build.readers.wide import read_wide

SOURCES = ("fantom5_lr_expression",)

GENES = {"ApprovedSymbol": text, "HGNCID": positive}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``values``, one row per gene and cell type, and ``genes``, the HGNC numbers of the symbols."""
    return {
        "values": read_wide(source.file("LR.expr.txt*"), {"ApprovedSymbol": text}, between(0)),
        "genes": read_delimited(source.file("LR.genes.txt*"), GENES, quoted=False, unique="ApprovedSymbol"),
    }
