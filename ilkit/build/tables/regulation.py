"""Who raises or lowers the production of which interleukin, by rule from GO annotations of all human genes.

A term is used where its whole name is a sign, ``interleukin-N`` (with alpha or beta, or a letter) and ``production``,
``secretion`` or ``biosynthetic process``; signaling by an interleukin, the response to it and its binding are not.
``regulation_targets.csv`` says which molecule each name is; ``docs/regulation-terms.csv`` lists the terms hit. Genes in scope
come from `functions`, with the newest annotation of each, all others from gene2go of 2020.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.functions import NOT_REASON, OUTDONE_REASON, outdone
from ilkit.build.tables.provenance import finish, pmid
from ilkit.build.tables.signed_terms import STATEMENT, contradicted, signed_annotations
from ilkit.errors import CheckError
from ilkit.schemas.functions import EVIDENCE_CLASS
from ilkit.schemas.regulation import Regulation

FORM = r"^(?P<phrase>interleukin-\d+[A-Z]?(?: alpha| beta)?) (?P<process>production|secretion|biosynthetic process)$"
PROCESS = {"biosynthetic process": "biosynthesis"}
DIRECTION = {"positive": "raises", "negative": "lowers"}
PART = "human_interleukin_terms"
OTHER_REASON = "the term does not raise or lower the production of an interleukin"


def build(
    functions: pd.DataFrame,
    signed_terms: pd.DataFrame,
    ncbi_gene2go_2020: dict[str, pd.DataFrame],
    hgnc: dict[str, pd.DataFrame],
    chains: pd.DataFrame,
    interleukins: pd.DataFrame,
    curated_regulation_targets: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `regulation`."""
    stated = targets_of(signed_terms)
    covered = set(functions["hgnc_id"])
    named = hgnc["genes"].dropna(subset=["entrez_id"])
    by_number = named.astype({"entrez_id": int}).set_index("entrez_id")["hgnc_id"]
    annotated = pd.concat(
        [
            signed_annotations("regulation", functions.drop(columns="term_name"), [(stated.index, OTHER_REASON)], ledger),
            of_other_genes(ncbi_gene2go_2020[PART], stated, by_number, covered, ledger),
        ]
    )
    rows = at_molecules(annotated.join(stated, on="term_id"), curated_regulation_targets)
    gene = rows["hgnc_id"]
    own = chains[chains["attribution"] == "unique"].set_index("hgnc_id")["il_id"]
    return finish(
        rows.assign(
            regulator_hgnc_id=gene,
            regulator_symbol=gene.map(hgnc["genes"].set_index("hgnc_id")["symbol"]),
            regulator_is_interleukin=gene.isin(chains["hgnc_id"]),
            regulator_il_id=gene.map(own),
            il_name=rows["il_id"].map(interleukins.set_index("il_id")["name"]),
            contradicted=contradicted(rows, ["hgnc_id", "il_id"], {"raises": "lowers", "lowers": "raises"}),
        ),
        Regulation,
    )


def targets_of(signed_terms: pd.DataFrame) -> pd.DataFrame:
    """Return name of the interleukin (``phrase``), process and direction of the terms that the rule hits, by ``term_id``."""
    found = signed_terms["regulated"].str.extract(FORM)
    return found.assign(
        process=found["process"].map(lambda process: PROCESS.get(process, process)),
        direction=signed_terms["sign"].map(DIRECTION),
        term_name=signed_terms["term_name"],
    ).dropna()


def of_other_genes(
    rows: pd.DataFrame, stated: pd.DataFrame, by_number: pd.Series, covered: set[str], ledger: Ledger
) -> pd.DataFrame:
    """Return the annotations of 2020 with such a term of the genes not `covered`, one row per PubMed id."""
    rows = rows.assign(
        hgnc_id=rows["GeneID"].astype(int).map(by_number),
        term_id=rows["GO_ID"],
        evidence=rows["Evidence"],
        evidence_class=rows["Evidence"].map(EVIDENCE_CLASS),
        withdrawn=None,
        as_of="2020",
        source_id="ncbi_gene2go_2020",
    )
    selection = ledger.select("regulation", "ncbi_gene2go_2020", rows, PART)
    selection.drop(~selection.rows["term_id"].isin(stated.index), OTHER_REASON)
    selection.drop(selection.rows["hgnc_id"].isin(covered), "the gene is in scope: its annotations come from functions")
    selection.drop(selection.rows["hgnc_id"].isna(), "HGNC has no gene with the number")
    selection.drop(selection.rows["Qualifier"].fillna("").str.contains("NOT"), NOT_REASON)
    selection.drop(outdone(selection.rows), OUTDONE_REASON)
    each = selection.rows.explode("PubMed", ignore_index=True)
    return each.assign(reference=pmid(each["PubMed"])).drop_duplicates(STATEMENT)


def at_molecules(rows: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Return one row per annotation and molecule that the name in its term stands for.

    Raises
    ------
    CheckError
        No curated row says which molecule a name is.
    """
    unknown = sorted(set(rows["phrase"]) - set(targets["phrase"]))
    if unknown:
        raise CheckError(f"data/curated/regulation_targets.csv lacks {', '.join(unknown[:5])}: say which molecule each name is.")
    return rows.merge(targets[["phrase", "il_id", "target"]], on="phrase")
