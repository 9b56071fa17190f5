"""The table `functions`."""

from __future__ import annotations

from ilkit.schemas.table import TERM, Category, Flag, Table, as_of, category, flag, gene_id, gene_symbol, reference, source_id, text

ASPECTS = ("biological_process", "molecular_function", "cellular_component")
CLASS_OF_CODE = {
    **dict.fromkeys(("EXP", "IDA", "IPI", "IMP", "IGI", "IEP", "HTP", "HDA", "HMP", "HGI", "HEP"), "experimental"),
    **dict.fromkeys(("IBA", "IBD", "IKR", "IRD"), "phylogenetic"),
    **dict.fromkeys(("ISS", "ISO", "ISA", "ISM", "IGC", "RCA"), "computational"),
    **dict.fromkeys(("TAS", "NAS", "IC", "ND"), "statement"),
    "IEA": "electronic",
}
"""Evidence codes of GO, and the group of each."""
EVIDENCE_CLASS = CLASS_OF_CODE | {"unknown": "unknown"}
EVIDENCE = tuple(EVIDENCE_CLASS)
EVIDENCE_CLASSES = tuple(dict.fromkeys(EVIDENCE_CLASS.values()))
QUALIFIERS = (
    *("enables", "contributes_to", "involved_in", "acts_upstream_of", "acts_upstream_of_or_within"),
    *("part_of", "colocalizes_with", "is_active_in", "located_in"),
)


class Functions(Table):
    """Gene Ontology annotations of the genes: processes, molecular functions and locations, with evidence and reference."""

    hgnc_id: str = gene_id()
    symbol: str = gene_symbol()
    term_id: str = text("GO term.", pattern=TERM, primary=True, refers_to="terms.term_id")
    term_name: str = text("Name of the GO term.", label_of="term_id -> terms.term_name")
    aspect: Category = category("Branch of GO.", ASPECTS)
    qualifier: Category = category(
        "Relation of the gene product to the term; null where the source, of before 2021, gives none.",
        QUALIFIERS,
        nullable=True,
        primary=True,
    )
    evidence: Category = category(
        "GO evidence code; unknown where only the pair of gene and term is published.", EVIDENCE, primary=True
    )
    evidence_class: Category = category(
        "Group of the evidence code: experimental, phylogenetic (IBA), computational (sequence), statement (author or curator), "
        "electronic (IEA, not reviewed), unknown.",
        EVIDENCE_CLASSES,
    )
    withdrawn: Flag = flag(
        "True where the annotation stood in 2020 and the newest file of the gene does not hold the gene-term pair; null where "
        "it cannot be told, because no newer file covers the gene or the term was merged into another one.",
        nullable=True,
    )
    as_of: str = as_of("Date of the annotation file that the row was read from, ISO 8601.")
    source_id: str = source_id(primary=True)
    reference: str = reference(primary=True)

    class Config:
        """Grain of the table."""

        title = "gene × GO term × qualifier × evidence code × reference × source"
