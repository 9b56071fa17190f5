"""What must hold between the tables of a dataset version. A check of tables or columns that a version lacks is left out."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ilkit.build.failure import Failure, failing
from ilkit.definition import reference_columns
from ilkit.evidence import truth

Tables = dict[str, pd.DataFrame]

NAMED = {
    "interleukin": ("interleukins", "il_id", "name"),
    "gene": ("genes", "hgnc_id", "symbol"),
    "disease": ("diseases", "disease_id", "name"),
    "cell": ("cells", "cell_id", "name"),
    "drug": ("drugs", "drug_id", "name"),
}
"""Kinds of entities that have aliases: their table, its key and its label."""
GENE_IDS = {"ncbi_gene_id": "NCBIGene:", "ensembl_gene_id": "", "uniprot_id": ""}
"""Ids of a gene, and what stands before them among the aliases."""
FARTHEST = 5_000_000
"""Bases between a gene and a variant that a source reports for it, across builds of the genome."""
FLOORS = {"interleukins": 52, "genes": 105, "aliases": 1500, "functions": 3000, "effects": 250, "regulation": 600}


def cross_failures(tables: Tables, exemptions: pd.DataFrame | None) -> Iterator[Failure]:
    """Find everything that disagrees between tables, or that users count on and is not there.

    `exemptions` are curated rows (``check``, ``entity_id``) that say why an entity may miss something.
    """
    yield from floor_failures(tables)
    yield from coverage_failures(tables, exemptions)
    yield from alias_failures(tables)
    yield from identifier_failures(tables)
    yield from length_failures(tables)
    yield from reference_failures(tables)
    yield from receptor_failures(tables)
    yield from signaling_failures(tables)
    yield from target_failures(tables)
    yield from variant_failures(tables)


def floor_failures(tables: Tables) -> Iterator[Failure]:
    """Find tables that are smaller than they ever should be."""
    for name, floor in FLOORS.items():
        if name in tables and len(tables[name]) < floor:
            yield Failure(name, f"expected at least {floor} rows, found {len(tables[name])}", tables[name].head(0))


def coverage_failures(tables: Tables, exemptions: pd.DataFrame | None) -> Iterator[Failure]:
    """Find interleukin genes without functions and established interleukins without a receptor, but those with a curated reason."""
    if _there(tables, functions=["hgnc_id"], chains=["hgnc_id"]):
        chains = tables["chains"]
        without = ~chains["hgnc_id"].isin(tables["functions"]["hgnc_id"]) & ~_excused(chains["hgnc_id"], "has_function", exemptions)
        yield from failing("functions", "an interleukin gene has no function and no reason for it", chains[without])
    if _there(tables, interleukins=["n_chains"], chains=["il_id"]):
        molecules = tables["interleukins"]
        counted = molecules["il_id"].map(tables["chains"]["il_id"].value_counts()).fillna(0)
        disagrees = molecules["n_chains"].fillna(0) != counted
        yield from failing("interleukins", "n_chains disagrees with the table chains", molecules[disagrees])
    if _there(tables, interleukins=["status"], binding=["il_id"]):
        molecules = tables["interleukins"]
        without = (molecules["status"] == "established") & ~molecules["il_id"].isin(tables["binding"]["il_id"])
        without &= ~_excused(molecules["il_id"], "has_receptor", exemptions)
        yield from failing("binding", "an established interleukin binds no receptor and has no reason for it", molecules[without])


def alias_failures(tables: Tables) -> Iterator[Failure]:
    """Find names of what is not in the table of its kind, and labels that are not the ones there."""
    for kind, (name, key, label) in NAMED.items():
        if _there(tables, aliases=["entity_type", "entity_id", "entity_name"], **{name: [key, label]}):
            aliases = tables["aliases"][tables["aliases"]["entity_type"] == kind]
            known = aliases["entity_id"].map(tables[name].drop_duplicates(key).set_index(key)[label])
            yield from failing("aliases", f"entity_id is not among {name}.{key}", aliases[known.isna()])
            wrong = known.notna() & (known != aliases["entity_name"])
            yield from failing("aliases", f"entity_name is not {name}.{label}", aliases[wrong])


def identifier_failures(tables: Tables) -> Iterator[Failure]:
    """Find ids of genes that are not among their aliases, and accessions of proteins that are not those of their genes."""
    if not _there(tables, genes=["hgnc_id", *GENE_IDS], aliases=["alias", "entity_id", "kind"]):
        return
    genes, aliases = tables["genes"], tables["aliases"]
    known = aliases[aliases["kind"] == "identifier"]
    pairs = set(zip(known["entity_id"], known["alias"], strict=True))
    for column, prefix in GENE_IDS.items():
        names = prefix + genes[column].astype("string").astype("object")
        strange = [pd.notna(name) and (gene, name) not in pairs for gene, name in zip(genes["hgnc_id"], names, strict=True)]
        yield from failing("genes", f"{column} is not among the aliases of the gene", genes[strange])
    accession = genes.drop_duplicates("hgnc_id").set_index("hgnc_id")["uniprot_id"]
    for name, frame in tables.items():
        if name != "genes" and {"hgnc_id", "uniprot_id"} <= set(frame.columns):
            own = frame["hgnc_id"].map(accession)
            wrong = own.notna() & frame["uniprot_id"].notna() & (own != frame["uniprot_id"])
            yield from failing(name, "uniprot_id is not genes.uniprot_id", frame[wrong])


def length_failures(tables: Tables) -> Iterator[Failure]:
    """Find places of a protein behind its end, and variants far from the gene that they are said to lie at."""
    if not _there(tables, genes=["hgnc_id", "length_aa", "start", "end", "chromosome"]):
        return
    genes = tables["genes"].drop_duplicates("hgnc_id").set_index("hgnc_id")
    for name, column in (("domains", "end"), ("structures", "end"), ("protein_variants", "position")):
        if name in tables:
            frame = tables[name]
            behind = truth(frame[column] > frame["hgnc_id"].map(genes["length_aa"]))
            yield from failing(name, f"{column} lies behind genes.length_aa", frame[behind])
    if _there(tables, variants=["hgnc_id", "chromosome", "position"]):
        variants = tables["variants"]
        near = variants["chromosome"] == variants["hgnc_id"].map(genes["chromosome"])
        before = variants["hgnc_id"].map(genes["start"]) - variants["position"]
        behind = variants["position"] - variants["hgnc_id"].map(genes["end"])
        away = near & truth((before > FARTHEST) | (behind > FARTHEST))
        yield from failing(
            "variants", f"the variant is more than {FARTHEST:,} bases from genes.start and genes.end", variants[away]
        )


def reference_failures(tables: Tables) -> Iterator[Failure]:
    """Find PubMed ids that are not among the publications."""
    if "publications" not in tables:
        return
    known = tables["publications"]["reference"]
    for name, frame in tables.items():
        for column in reference_columns(frame.columns) if name != "publications" else []:
            cited = frame[column].str.startswith("PMID:", na=False)
            yield from failing(name, f"{column} is not among the publications", frame[cited & ~frame[column].isin(known)])


def receptor_failures(tables: Tables) -> Iterator[Failure]:
    """Find receptors whose id or number of subunits is not that of their subunits."""
    if not _there(tables, receptors=["receptor_id", "n_subunits"], receptor_subunits=["receptor_id", "symbol"]):
        return
    receptors, subunits = tables["receptors"], tables["receptor_subunits"]
    symbols = {receptor: set(found) for receptor, found in subunits.groupby("receptor_id")["symbol"]}
    counted = receptors["receptor_id"].map(lambda receptor: len(symbols.get(receptor, ())))
    disagrees = truth(receptors["n_subunits"] != counted, True)
    yield from failing("receptors", "n_subunits disagrees with the table receptor_subunits", receptors[disagrees])
    strange = receptors["receptor_id"].map(lambda receptor: set(receptor.split("_")) != symbols.get(receptor))
    yield from failing("receptors", "receptor_id is not made of the symbols of its subunits", receptors[strange.astype(bool)])


def signaling_failures(tables: Tables) -> Iterator[Failure]:
    """Find receptors that do not signal, yet have a kinase or STAT."""
    if not _there(tables, receptors=["receptor_id", "signals"], signaling=["receptor_id"]):
        return
    receptors, signaling = tables["receptors"], tables["signaling"]
    able = receptors.loc[truth(receptors["signals"]), "receptor_id"]
    yield from failing("signaling", "the receptor does not signal", signaling[~signaling["receptor_id"].isin(able)])


def target_failures(tables: Tables) -> Iterator[Failure]:
    """Find drugs without a target: they have no place here."""
    if _there(tables, drugs=["drug_id"], drug_targets=["drug_id"]):
        drugs = tables["drugs"]
        yield from failing("drugs", "the drug has no target", drugs[~drugs["drug_id"].isin(tables["drug_targets"]["drug_id"])])


def variant_failures(tables: Tables) -> Iterator[Failure]:
    """Find variants at a gene of another chromosome, but for protein QTLs in trans and genes that authors alone report."""
    if not _there(tables, variants=["gene_mapping", "hgnc_id", "chromosome"], genes=["hgnc_id", "chromosome"]):
        return
    variants = tables["variants"]
    own = variants["hgnc_id"].map(tables["genes"].drop_duplicates("hgnc_id").set_index("hgnc_id")["chromosome"])
    local = variants["gene_mapping"].isin(["mapped", "reported_and_mapped", "by_known_variant", "measured_protein_cis"])
    away = local & own.notna() & variants["chromosome"].notna() & (own != variants["chromosome"])
    yield from failing("variants", "the variant is on another chromosome than its gene", variants[away])


def _there(tables: Tables, **columns: list[str]) -> bool:
    """Tell whether all these tables and columns are in the version."""
    return all(name in tables and set(wanted) <= set(tables[name].columns) for name, wanted in columns.items())


def _excused(ids: pd.Series, check: str, exemptions: pd.DataFrame | None) -> pd.Series:
    """Tell which entities a curated row excuses from a check."""
    excused = set() if exemptions is None else set(exemptions.loc[exemptions["check"] == check, "entity_id"])
    return ids.isin(excused)
