"""Where an identifier leads: from a CURIE to an address, by the patterns of Bioregistry."""

from __future__ import annotations

from urllib.parse import quote

PATTERNS = {
    "HGNC": "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:{}",
    "NCBIGene": "https://www.ncbi.nlm.nih.gov/gene/{}",
    "ensembl": "https://www.ensembl.org/id/{}",
    "uniprot": "https://www.uniprot.org/uniprotkb/{}/entry",
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "DOI": "https://doi.org/{}",
    "GO": "https://amigo.geneontology.org/amigo/term/GO:{}",
    "CL": "https://purl.obolibrary.org/obo/CL_{}",
    "MONDO": "https://purl.obolibrary.org/obo/MONDO_{}",
    "DOID": "https://purl.obolibrary.org/obo/DOID_{}",
    "EFO": "https://www.ebi.ac.uk/efo/EFO_{}",
    "dbsnp": "https://www.ncbi.nlm.nih.gov/snp/{}",
}


def url(curie: object) -> str | None:
    """Return the address of an identifier, None where its prefix has none here.

    >>> url("PMID:1650475"), url("javascript:alert(1)")
    ('https://pubmed.ncbi.nlm.nih.gov/1650475/', None)
    """
    prefix, colon, identifier = str(curie).partition(":")
    if not colon or prefix not in PATTERNS:
        return None
    return PATTERNS[prefix].format(quote(identifier, safe="/"))
