"""Identifiers that several sources use, as fields."""

from __future__ import annotations

from ilkit.build.readers.fields import matching, one_of
from ilkit.schemas.functions import CLASS_OF_CODE

UNIPROT = r"(?:[OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z0-9]{2}\d){1,2})"
ENSEMBL = r"ENSG\d{11}"
"""Patterns, for fields that hold more than the id."""

ACCESSION = matching(UNIPROT, "a UniProt accession such as P05231")
HGNC = matching(r"HGNC:[1-9]\d*", "an HGNC id such as HGNC:6018")
ENSEMBL_GENE = matching(ENSEMBL, "an Ensembl gene id such as ENSG00000136244")
MONDO = matching(r"MONDO:\d{7}", "a Mondo id such as MONDO:0005011")
DOID = matching(r"DOID:\d+", "a Disease Ontology id such as DOID:8778")
GO_TERM = matching(r"GO:\d{7}", "a GO id such as GO:0006955")
GO_EVIDENCE = one_of(*CLASS_OF_CODE)
RSID = matching(r"rs\d+", "a variant id such as rs20541")
STUDY = matching(r"GCST\d+", "a study accession such as GCST000879")
CHEMBL = matching(r"CHEMBL\d+", "a ChEMBL id such as CHEMBL1201835")
CURIE = matching(r"[A-Za-z0-9_.]+:\S+", "an id with a prefix such as PMID:26015771")
