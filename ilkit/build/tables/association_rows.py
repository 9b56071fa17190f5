"""Intermediate frame: the rows of the three GWAS sources in one layout, one row per mapped trait, effects told apart."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ilkit.build.ledger import Ledger, Selection
from ilkit.build.tables.provenance import curie, pmid

SOURCES = ("mrinstruments_gwas_catalog_2017", "gwas_catalog_2020_sample", "gwas_catalog_2015")
NEWEST_FIRST = ("gwas_catalog_2020_sample", "mrinstruments_gwas_catalog_2017", "gwas_catalog_2015")
COLUMNS = [
    *(
        "source_id",
        "pmid",
        "study_id",
        "rsid",
        "reported_trait",
        "ratio_stated",
        "traits",
        "reported_genes",
        "mapped_genes",
        "effect_allele",
    ),
    *("other_allele", "effect_allele_frequency", "odds_ratio", "beta", "beta_unit", "se", "ci_lower", "ci_upper", "neg_log10_p"),
    *("chromosome", "position"),
]
INTERVAL = r"(?P<low>-?\d*\.?\d+)\s*[-–]\s*(?P<high>-?\d*\.?\d+)"
UNIT = r"\(?(?P<unit>[^()\[\]]*?)\s*(?P<direction>increase|decrease)"


def build(
    gwas_catalog_2015: dict[str, pd.DataFrame],
    gwas_catalog_2020_sample: dict[str, pd.DataFrame],
    mrinstruments_gwas_catalog_2017: dict[str, pd.DataFrame],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the associations of all three sources; ``traits`` holds (id, label) pairs, the genes are lists of symbols."""
    frames = [
        from_mrinstruments(mrinstruments_gwas_catalog_2017["associations"], ledger),
        from_catalog(gwas_catalog_2020_sample["associations"], "gwas_catalog_2020_sample", ledger),
        from_catalog(gwas_catalog_2015["associations"], "gwas_catalog_2015", ledger),
    ]
    return pd.concat([frame[COLUMNS] for frame in frames], ignore_index=True)


def from_catalog(rows: pd.DataFrame, source_id: str, ledger: Ledger) -> pd.DataFrame:
    """Return the rows of a GWAS Catalog file."""
    selection = ledger.select("variants", source_id, rows, "associations")
    _drop_without_rsid(selection, "SNPS")
    selection.drop(selection.rows.drop(columns=["file", "line"]).duplicated(), "the row stands in both files of the source")
    rows = _gather(selection)
    allele = rows["STRONGEST SNP-RISK ALLELE"].str.extract(r"^rs\d+-([ACGT]+)$")[0]
    common = pd.DataFrame(
        {
            "source_id": source_id,
            "pmid": rows["PUBMEDID"].astype("Int64"),
            "study_id": rows["STUDY ACCESSION"].fillna(pmid(rows["PUBMEDID"])),
            "rsid": rows["SNPS"],
            "reported_trait": rows["DISEASE/TRAIT"],
            "traits": rows["traits"],
            "reported_genes": rows["reported_genes"],
            "mapped_genes": rows["mapped_genes"],
            "effect_allele": allele,
            "other_allele": None,
            "effect_allele_frequency": pd.to_numeric(rows["RISK ALLELE FREQUENCY"], errors="coerce"),
            "neg_log10_p": neg_log10(rows["PVALUE_MLOG"], rows["P-VALUE"]),
            "chromosome": rows["CHR_ID"].replace("23", "X"),
            "position": pd.to_numeric(rows["CHR_POS"], errors="coerce"),
        }
    )
    return common.join(effects(rows["OR or BETA"].astype(float), rows["95% CI (TEXT)"].fillna("")))


def _gather(selection: Selection) -> pd.DataFrame:
    """Return one row per result: the older catalog repeats it for each mapped trait, reported gene and region."""
    rows = selection.rows
    rows = rows.assign(
        traits=trait_lists(rows["MAPPED_TRAIT_URI"], rows["MAPPED_TRAIT"]),
        reported_genes=rows["REPORTED GENE(S)"].fillna("").str.findall(r"[A-Za-z0-9-]+"),
        mapped_genes=rows["MAPPED_GENE"].fillna("").str.split(r" - |[,;]\s*", regex=True),
    )
    result = ["PUBMEDID", "SNPS", "DISEASE/TRAIT", "PVALUE_MLOG", "P-VALUE (TEXT)", "OR or BETA", "STRONGEST SNP-RISK ALLELE"]
    groups = rows.groupby(result, dropna=False, sort=False)
    lists = ["traits", "reported_genes", "mapped_genes"]
    united = groups[lists].agg(_united)
    selection.drop(rows.duplicated(result), "repeats a result for another mapped trait, gene or region, which is kept with it")
    return selection.rows.assign(**{name: united[name].to_numpy() for name in lists})


def _united(parts: Iterable[list[object]]) -> list[object]:
    """Return the distinct items of several lists, in order."""
    return list(dict.fromkeys(item for part in parts for item in part))


def effects(values: pd.Series, texts: pd.Series) -> pd.DataFrame:
    """Tell odds ratios from betas by the text of the confidence interval.

    A text that names an increase or a decrease makes the value a beta, negative for a decrease. A bare interval of
    positive numbers around the value makes it an odds ratio. Without an interval and a unit, a value from 1 on is taken
    for an odds ratio too, but not ``ratio_stated``: `ilkit.build.tables.variants` keeps it for diseases only. All else
    cannot be told and stays null.
    """
    unit = texts.str.extract(UNIT)
    interval = texts.str.extract(INTERVAL).astype(float)
    is_beta = unit["direction"].notna() & values.notna()
    sign = pd.Series(np.where(unit["direction"] == "decrease", -1.0, 1.0), index=values.index)
    bare = texts.str.fullmatch(rf"\[?{INTERVAL.replace('?P<low>', '').replace('?P<high>', '')}\]?(\s*\(.*\))?")
    holds = (interval["low"] > 0) & (interval["low"] <= values) & (values <= interval["high"])
    stated = bare & holds & ~is_beta
    silent = texts.str.fullmatch(r"\W*(NR)?\W*(\(.*\))?").astype(bool) & (values >= 1) & ~is_beta
    is_ratio = stated | silent
    spans = (interval["low"] <= values) & (values <= interval["high"])
    ends = interval.mul(sign, axis=0).where(is_beta & spans)
    ratio_ends = interval.where(stated)
    return pd.DataFrame(
        {
            "odds_ratio": values.where(is_ratio),
            "ratio_stated": stated,
            "beta": (values * sign).where(is_beta),
            "beta_unit": plain_unit(unit["unit"]).where(is_beta),
            "se": np.nan,
            "ci_lower": ends.min(axis=1, skipna=False).fillna(ratio_ends["low"]),
            "ci_upper": ends.max(axis=1, skipna=False).fillna(ratio_ends["high"]),
        }
    )


def from_mrinstruments(rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the rows of MRInstruments: alleles are harmonised; without a unit the effect is the logarithm of a ratio.

    The ratio is kept as one only where the trait is a disease (`ilkit.build.tables.variants` decides that), since
    some quantitative traits lack their unit.
    """
    source_id = SOURCES[0]
    selection = ledger.select("variants", source_id, rows, "associations")
    _drop_without_rsid(selection, "SNP")
    rows = selection.rows
    effect = rows["beta"].astype(float)
    has_unit = rows["units"].notna()
    return pd.DataFrame(
        {
            "source_id": source_id,
            "pmid": rows["PubmedID"].astype("Int64"),
            "study_id": rows["STUDY.ACCESSION"],
            "rsid": rows["SNP"],
            "reported_trait": rows["Phenotype"],
            "traits": trait_lists(rows["MAPPED_TRAIT_EFO_URI"], rows["MAPPED_TRAIT_EFO"]),
            "reported_genes": rows["gene"].fillna("").str.findall(r"[A-Za-z0-9-]+"),
            "mapped_genes": [[]] * len(rows),
            "effect_allele": rows["effect_allele"],
            "other_allele": rows["other_allele"],
            "effect_allele_frequency": rows["eaf"].astype(float),
            "odds_ratio": effect.where(~has_unit).map(np.exp),
            "ratio_stated": False,
            "beta": effect.where(has_unit),
            "beta_unit": plain_unit(rows["units"].str.replace(r"\s*(?:increase|decrease).*$", "", regex=True)).where(
                effect.notna()
            ),
            "se": rows["se"].astype(float).where(effect.notna()),
            "ci_lower": np.nan,
            "ci_upper": np.nan,
            "neg_log10_p": neg_log10(pd.Series(np.nan, index=rows.index), rows["pval"]),
            "chromosome": rows["chr"].replace("23", "X"),
            "position": rows["bp_ens_GRCh38"],
        }
    )


def plain_unit(units: pd.Series) -> pd.Series:
    """Return units without the interval that may stand before them, one spelling each; ``unit`` means that none is stated."""
    bare = units.str.replace(r"^\W*(?:NR\b)?[\s\d.–-]*", "", regex=True).str.strip()
    bare = bare.str.replace(r"^z[- ]score$", "z-score", case=False, regex=True).str.replace(
        r"^(?:SD units|s\.d\.)$", "SD", regex=True
    )
    return bare.replace("", "unit")


def _drop_without_rsid(selection: Selection, column: str) -> None:
    selection.drop(~selection.rows[column].str.fullmatch(r"rs\d+", na=False), "the variant has no single rs number")


def neg_log10(logs: pd.Series, values: pd.Series) -> pd.Series:
    """Return −log10 p from the logarithm where it is given, since p itself may have underflowed to 0."""
    positive = values.astype(float).where(values.astype(float) > 0)
    return logs.astype(float).fillna(-positive.map(np.log10))


def trait_lists(uris: pd.Series, labels: pd.Series) -> pd.Series:
    """Return the mapped traits of each row; see `split_traits`."""
    return pd.Series([split_traits(*pair) for pair in zip(uris, labels, strict=True)], index=uris.index, dtype="object")


def split_traits(uris: object, labels: object) -> list[tuple[str, str | None]]:
    """Return (trait id, label) of each mapped trait; a label that cannot be told from its neighbours is null.

    >>> split_traits("http://www.ebi.ac.uk/efo/EFO_0000270, http://x/HP_0000964", "asthma, Eczema")
    [('EFO:0000270', 'asthma'), ('HP:0000964', 'Eczema')]
    """
    if not isinstance(uris, str):
        return []
    ids = curie(pd.Series([uri.strip().rsplit("/", 1)[-1] for uri in uris.split(",") if uri.strip()])).tolist()
    names = [name.strip() for name in str(labels).split(", ")] if isinstance(labels, str) else []
    if len(ids) == 1 and isinstance(labels, str):
        names = [labels.strip()]
    return [(trait, names[place] if len(names) == len(ids) else None) for place, trait in enumerate(ids)]
