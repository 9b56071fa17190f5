"""The tables in the files and shapes that other programs read.

>>> import ilkit
>>> pairs = ilkit.export.liana()
>>> pairs.loc[pairs["il_id"] == "IL-6", ["ligand", "receptor"]].values.tolist()
[['IL6', 'IL6R_IL6ST']]

`csv`, `duckdb`, `sqlite` and `xlsx` write tables with their types, keys, licences and sources; `liana` and `cellphonedb` give
ligand–receptor pairs, `networkx` and `graphml` the graph of all relations, `gmt` gene sets. Each takes ``version=``: a dataset
version or a `Dataset`. What they write is complete or not there at all; a target that exists is left alone unless
``overwrite=True``.
"""

from ilkit.export.databases import duckdb, sqlite
from ilkit.export.folders import csv
from ilkit.export.gene_sets import gmt
from ilkit.export.interactions import cellphonedb
from ilkit.export.ligand_receptor import liana
from ilkit.export.network import graphml, networkx
from ilkit.export.workbook import xlsx

__all__ = ["cellphonedb", "csv", "duckdb", "gmt", "graphml", "liana", "networkx", "sqlite", "xlsx"]
