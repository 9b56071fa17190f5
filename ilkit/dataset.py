"""One version of the dataset, pinned: the verbs of the package as methods."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from inspect import cleandoc
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

import pandas as pd

from ilkit import filters, names
from ilkit.catalog import (
    DEFAULT_VERSION,
    WHAT_TO_DO,
    data_root,
    digest_of,
    expect_no_other_table,
    read_descriptor,
    read_file,
    sha256_of,
    version_folder,
)
from ilkit.errors import FilterError, IntegrityError, UnknownColumnError, UnknownTableError, shown, unknown
from ilkit.lookup import Lookup
from ilkit.once import once
from ilkit.parsing import parse
from ilkit.pinning import as_digest, hint_of, pin_of, read_pin

if TYPE_CHECKING:
    from ilkit.card.profile import Profile

Names = str | int | Iterable[str] | None
READING = RLock()
"""Held while a table is read, and while the process forks: the child would find what a thread was at locked for ever."""
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=READING.acquire, after_in_parent=READING.release, after_in_child=READING.release)


class Dataset:
    """One version of the dataset.

    Parameters
    ----------
    version
        A dataset version such as ``"2026.11.0"``; the default one where it is left out.
    root
        Folder of versions to read instead of the one that comes with the package, such as a lab's mirror or build.
        The environment variable ``ILKIT_DATA`` does the same for a whole process.
    digest
        Where given, all files of the version are checked against it at once.

    Notes
    -----
    A pin is explicit: the line that `pin` returns, or `from_pyproject` with the file that is meant. No environment variable
    and no file nearby chooses a version silently, since the same code would then give other results elsewhere.

    Raises
    ------
    ilkit.errors.UnknownVersionError
        There is no such version.
    ilkit.errors.IntegrityError
        The files are not those of the digest.
    ilkit.errors.FilterError
        The digest is no text.

    Examples
    --------
    >>> import ilkit
    >>> data = ilkit.Dataset("2026.11.0")
    >>> data.load("interleukins", interleukin="IL-8")["name"].item()
    'IL-8'
    """

    def __init__(
        self,
        version: str | None = None,
        *,
        root: str | os.PathLike[str] | None = None,
        digest: str | None = None,
    ) -> None:
        self.version = DEFAULT_VERSION if version is None else version
        self._folder = version_folder(self.version, data_root(root))
        self._descriptor = read_descriptor(self._folder)
        self._resources: dict[str, dict[str, Any]] = {entry["name"]: entry for entry in self._descriptor["resources"]}
        expect_no_other_table(self._folder, {str(entry["path"]) for entry in self._resources.values()})
        self._frames: dict[str, pd.DataFrame] = {}
        self._root = None if root is None else self._folder.parent
        if digest is not None:
            self._check_digest(as_digest(digest))

    @classmethod
    def from_pyproject(cls, path: str | os.PathLike[str]) -> Dataset:
        r"""Open the version that ``[tool.ilkit]`` of a pyproject.toml pins.

        Parameters
        ----------
        path
            The file, or its folder. No other place is looked at.

        Returns
        -------
        Dataset
            The version, its files checked against the digest.

        Raises
        ------
        ilkit.errors.PinError
            There is no such file, or it does not hold ``version`` and ``digest`` and nothing else in ``[tool.ilkit]``.
        ilkit.errors.UnknownVersionError, ilkit.errors.IntegrityError
            The version is not at hand, or its files are not those of the digest.

        Notes
        -----
        The digest is required, since a version alone names data and does not prove them.

        Examples
        --------
        >>> import ilkit, pathlib, tempfile
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "pyproject.toml"
        >>> digest = ilkit.Dataset("2026.11.0").digest
        >>> _ = file.write_text(f'[tool.ilkit]\nversion = "2026.11.0"\ndigest = "{digest}"\n')
        >>> ilkit.Dataset.from_pyproject(file).version
        '2026.11.0'
        """
        return cls(**read_pin(path))

    def __repr__(self) -> str:
        rows, size = (sum(entry[what] for entry in self._resources.values()) for what in ("rows", "bytes"))
        return f"<ilkit.Dataset {self.version}: {len(self._resources)} tables, {rows:,} rows, {size / 1e6:.2f} MB, {self.digest}>"

    def __reduce__(self) -> tuple[partial[Dataset], tuple[()]]:
        """Pickle as version, folder and digest; a copy reads its own frames, of the same data."""
        return partial(Dataset, self.version, root=self._root, digest=self.digest), ()

    def _repr_html_(self) -> str:
        from ilkit.display import dataset_html

        tables = self.tables().assign(bytes=[entry["bytes"] for entry in self._resources.values()])
        shown = tables[["table", "one_row_per", "rows", "bytes", "licence"]]
        return dataset_html(self.version, self.digest, self.pin(), shown)

    def pin(self) -> str:
        """Return the line of code to paste into an analysis: it opens these data and fails if they differ by one bit.

        Returns
        -------
        str
            The call of `Dataset` with version and digest, and with the folder where it is not the package's own.

        Examples
        --------
        >>> import ilkit
        >>> print(ilkit.Dataset("2026.11.0").pin())
        ilkit.Dataset("2026.11.0", digest="sha256:4836a1d301ac3b4cf3b296eaa67e9923fcfeafc9c297f9be945166ff0b91d393")
        """
        return pin_of(self.version, self.digest, self._root)

    def verify(self) -> pd.DataFrame:
        """Check all files of the version, and every table against the definition that the version carries.

        Returns
        -------
        pandas.DataFrame
            One row per check: ``table`` (or the file beside the tables), ``check`` (file; metadata: what the file says of
            itself, against the descriptor; schema, primary key, foreign keys; labels: the names that stand beside keys),
            ``result`` (ok), ``detail`` (the hash, or the number of rows).

        Raises
        ------
        ilkit.errors.IntegrityError
            A file is missing, altered or no part of the version, or a check failed. The message lists the failures; the
            attribute ``report`` is the whole frame, with the result failed.

        Examples
        --------
        >>> import ilkit
        >>> report = ilkit.Dataset("2026.11.0").verify()
        >>> report.groupby("check", sort=False)["result"].agg(["size", "unique"])
                      size unique
        check
        file            16   [ok]
        metadata        13   [ok]
        schema          13   [ok]
        primary key     13   [ok]
        foreign keys    13   [ok]
        labels          13   [ok]
        """
        from ilkit.verification import verify

        return verify(self._folder, self._descriptor)

    @property
    def digest(self) -> str:
        """Digest of the version as recorded at its release: one sha256 over the hashes of its files."""
        return str(self._descriptor["digest"])

    def tables(self) -> pd.DataFrame:
        """List the tables.

        Returns
        -------
        pandas.DataFrame
            One row per table: ``table``, ``one_row_per`` (its grain), ``rows``, ``columns`` (their number),
            ``licence`` (SPDX; the strictest among its sources), ``description``.

        Examples
        --------
        >>> import ilkit
        >>> ilkit.Dataset("2026.11.1").tables().set_index("table").loc["genes", ["one_row_per", "licence"]].tolist()
        ['human gene in scope', 'CC-BY-4.0']
        """
        listed = [
            {
                "table": name,
                "one_row_per": entry["title"],
                "rows": entry["rows"],
                "columns": len(entry["schema"]["fields"]),
                "licence": entry["licenses"][0]["name"],
                "description": cleandoc(entry["description"]),
            }
            for name, entry in self._resources.items()
        ]
        return pd.DataFrame(listed)

    def columns(self, table: str) -> pd.DataFrame:
        """Describe the columns of a table.

        Parameters
        ----------
        table
            Name of a table.

        Returns
        -------
        pandas.DataFrame
            One row per column, in the order of the table: ``column``, ``dtype`` (pandas), ``nullable``, ``unit``,
            ``description``, ``key`` (``primary`` for columns of the primary key), ``refers_to`` (``table.column``).

        Raises
        ------
        ilkit.errors.UnknownTableError
            There is no such table.

        Examples
        --------
        >>> import ilkit
        >>> ilkit.Dataset().columns("chains")[["column", "key", "refers_to"]].head(2)
            column      key              refers_to
        0    il_id  primary  interleukins.il_id
        1  hgnc_id  primary       genes.hgnc_id
        """
        fields = self._resource(table)["schema"]["fields"]
        described = [
            {
                "column": field["name"],
                "dtype": field["dtype"],
                "nullable": not field.get("constraints", {}).get("required", False),
                "unit": field.get("unit"),
                "description": field["description"],
                "key": "primary" if field.get("primary") else None,
                "refers_to": field.get("refers_to"),
            }
            for field in fields
        ]
        return pd.DataFrame(described)

    def path(self, table: str) -> Path:
        """Return where the Parquet file of a table lies, for other engines.

        Parameters
        ----------
        table
            Name of a table.

        Returns
        -------
        pathlib.Path
            The file; it is not checked before it is read by another program, see `verify`.

        Raises
        ------
        ilkit.errors.UnknownTableError
            There is no such table.

        Examples
        --------
        >>> import ilkit
        >>> ilkit.Dataset().path("genes").name
        'genes.parquet'
        """
        return self._folder / str(self._resource(table)["path"])

    def load(
        self,
        table: str,
        columns: Iterable[str] | None = None,
        *,
        interleukin: Names = None,
        gene: Names = None,
        disease: Names = None,
        term: Names = None,
        cell: Names = None,
        drug: Names = None,
    ) -> pd.DataFrame:
        """Return a table, or the part of it that concerns given entities.

        Parameters
        ----------
        table
            Name of the table; `tables` lists them.
        columns
            Columns to return, in this order; all where left out.
        interleukin, gene, disease, term, cell, drug
            One name or many, of any kind that the dataset knows. Several filters must hold together. ``disease``,
            ``term`` and ``cell`` include everything below in the hierarchy. ``interleukin`` on a table of genes gives
            the rows of the genes of its chains and adds ``il_id`` and ``attribution``: ``shared`` where another
            established molecule holds the chain too, so that the row need not be about this one. Receptors are found
            by what they bind, drugs by what they target (for an interleukin, itself or its receptor) or are indicated
            for, pathways by their members.

        Returns
        -------
        pandas.DataFrame
            Tidy, with a fresh index; the caller's own. `columns` tells dtypes and units.

        Raises
        ------
        ilkit.errors.UnknownTableError, ilkit.errors.UnknownColumnError
            There is no such table or column.
        ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
            A filter was given a name that stands for nothing in the dataset, or for several entities.
        ilkit.errors.FilterError
            The table cannot answer the filter; the message says which it can.
        ilkit.errors.IntegrityError
            The file is missing or altered.

        Examples
        --------
        >>> import ilkit
        >>> data = ilkit.Dataset()
        >>> data.load("chains", ["il_id", "symbol", "attribution"], interleukin=["IL-23", "IL-8"])
           il_id symbol attribution
        0   IL-8  CXCL8      unique
        1  IL-23  IL23A      unique
        2  IL-23  IL12B      shared
        """
        given = {"gene": gene, "disease": disease, "term": term, "cell": cell, "drug": drug, "interleukin": interleukin}
        asked = {name: value for name, value in given.items() if value is not None}
        wanted = self._wanted(table, columns, "interleukin" in asked)
        frame = whole = self._frame(table)
        if not asked:
            return frame.copy() if columns is None else frame[wanted].copy()
        allowed = filters.answerable(frame.columns, self._resources)
        for name, value in asked.items():
            if name not in allowed:
                raise filters.refuse(table, name, allowed)
            ids = self._lookup.ids(name, filters.names_of(name, value), whole)
            frame = filters.keep(table, frame, name, ids, self._frame)
        return frame[wanted if columns is not None else list(frame.columns)].reset_index(drop=True).copy()

    def resolve(self, queries: Names, *, species: str = "human") -> pd.DataFrame:
        """Find the interleukins and genes that names or identifiers stand for.

        Case, spaces, hyphens, dots, Greek letters, Ensembl versions and UniProt isoforms do not matter. Whole numbers are
        NCBI Gene ids. An approved symbol beats a designation, that a previous symbol, and that an alias; a name that is the
        approved symbol of another human gene is not matched. The name of an interleukin beats names of genes: ``IL1RA`` is
        the receptor antagonist, though it was a symbol of IL1R1, and ``IL-20`` is not IL17B. A label that writes two names
        of one entity, such as ``IL-36 beta/IL-1F8``, stands for it, and one that writes all chains of a molecule, such as
        ``IL12A_IL12B``, for the molecule; with two entities it is not matched.

        Parameters
        ----------
        queries
            One name or many.
        species
            ``human``, ``mouse`` or ``rat``: whose genes the names are of. Symbols and ids (MGI, RGD, Ensembl, NCBI Gene) of
            mouse and rat lead to the human genes that they are orthologs of, all of them where there are several, and to
            the interleukin. The name of an interleukin is known where each of its chains has an ortholog.

        Returns
        -------
        pandas.DataFrame
            One row per (query, match), in the order of the queries: ``position``, ``query``, ``status`` (matched,
            ambiguous, unmatched), ``entity_type``, ``il_id``, ``hgnc_id``, ``symbol``, ``matched_by`` (the kind of
            name), ``alias`` (the name as its source writes it). A null is unmatched.

        Raises
        ------
        ilkit.errors.FilterError
            Something else than names was given, or a species whose names the version does not have.

        Examples
        --------
        >>> import ilkit
        >>> ilkit.resolve(["Il6ra", "MGI:96559", "Cxcl8"], species="mouse")[["query", "status", "il_id", "symbol"]]
               query     status il_id symbol
        0      Il6ra    matched   NaN   IL6R
        1  MGI:96559    matched  IL-6    IL6
        2      Cxcl8  unmatched   NaN    NaN
        """
        if not isinstance(species, str) or species not in names.SPECIES:
            raise FilterError(unknown("species", species, names.SPECIES))
        if species != "human" and "orthologs" not in self._resources:
            raise FilterError(
                f"Version {self.version} has no table 'orthologs', so that names of {species} lead nowhere. "
                "Give a later version, or names of human genes."
            )
        return names.resolve(self._lookup.resolver_of(species), names.as_series(queries))

    def annotate(
        self,
        frame: Any,
        on: str = "gene",
        columns: Iterable[str] | None = None,
        *,
        prefix: str = "",
        on_ambiguous: str = "raise",
        species: str = "human",
    ) -> Any:
        """Return a frame with columns that tell which gene and interleukin each row is about.

        Parameters
        ----------
        frame
            A frame of pandas, Polars, PyArrow, DuckDB (a relation, of DuckDB 2), Dask or PySpark; it is not changed.
        on
            The column that holds names or identifiers of any kind that `resolve` knows: text, or NCBI Gene ids as numbers.
        columns
            The columns to add, each of them text. Of `resolve`: ``status``, ``entity_type``, ``il_id``, ``hgnc_id``,
            ``symbol``, ``matched_by``, ``alias``. Of the interleukin found: ``il_name``, ``family``, ``structural_class``.
            Of the gene found: ``gene_name``, ``role``, ``ensembl_gene_id``, ``uniprot_id``. Left out: ``il_id``,
            ``hgnc_id``, ``symbol``, ``status``.
        prefix
            What the names of the new columns begin with.
        on_ambiguous
            What is done with a name that stands for several entities: ``raise`` an error that lists them, ``null``
            leaves them blank with the status ambiguous, ``first`` takes the first, with the same status.
        species
            Whose names they are: ``human``, or ``mouse`` or ``rat`` for symbols and ids of their genes, as in `resolve`.

        Returns
        -------
        frame of the same kind
            The same rows in the same order under the same index. The new columns are categories in pandas, Categorical
            in Polars, dictionaries in PyArrow. They are null where the name is null; where it is unknown, ``status`` is
            unmatched and the others are null. A lazy frame stays lazy (its new columns are of the engine's text type):
            only the distinct names are computed at once, and the answers to them are joined when the frame is. The rows
            of DuckDB and Spark have no order before and none after.

        Raises
        ------
        ilkit.errors.UnknownColumnError
            There is no such column in the frame, or none to add.
        ilkit.errors.AmbiguousNameError
            A name stands for several entities.
        ilkit.errors.FilterError
            The frame has a column of that name already, its names are neither texts nor numbers, or it is of a kind
            that is not known.

        Notes
        -----
        `annotate` never adds rows. Where each row of yours has many in a table, join them by your own engine on the key
        that was added, as in the last example: the join itself says that rows multiply and which are kept, and scales as
        your engine does. pandas joins a null key to a null key: drop the nulls where the table's key has some.

        Examples
        --------
        >>> import ilkit, pandas as pd
        >>> mine = pd.DataFrame({"gene": ["IL8", "IL12B", "TP53"], "fold": [3.1, 0.4, 0.9]})
        >>> ilkit.annotate(mine, on="gene", columns=["il_id", "symbol", "family"])
            gene  fold il_id symbol     family
        0    IL8   3.1  IL-8  CXCL8  chemokine
        1  IL12B   0.4   NaN  IL12B        NaN
        2   TP53   0.9   NaN    NaN        NaN

        >>> chains = ilkit.load("chains", columns=["hgnc_id", "il_id", "chain_name"])
        >>> ilkit.annotate(mine, on="gene", columns=["hgnc_id"]).merge(chains, on="hgnc_id")
            gene  fold    hgnc_id  il_id chain_name
        0    IL8   3.1  HGNC:6025   IL-8        NaN
        1  IL12B   0.4  HGNC:5970  IL-12        p40
        2  IL12B   0.4  HGNC:5970  IL-23        p40
        """
        from ilkit.annotation import annotate

        return annotate(self, frame, on, columns, prefix, on_ambiguous, species)

    def validate(self, frame: Any, table: str, *, keys: bool = True) -> pd.DataFrame:
        """Check a frame against the definition of a table: all failures at once.

        The frame may hold any rows, such as part of the table with rows of the user's own below it, and columns beyond
        those of the table, in any order. A dtype that holds the same values as the one of the definition is as good:
        object, str or category for text, int64 or whole floats for Int64. A key may refer to a row of the version or,
        in the table itself, of the frame.

        Parameters
        ----------
        frame
            A frame in memory of pandas, Polars or PyArrow; it is not changed.
        table
            Name of the table that it is to fit.
        keys
            False leaves out whether keys are those of other tables and labels agree with them. Rows with sources,
            genes or diseases that the version does not have fail otherwise, in ``source_id`` as in any other key.

        Returns
        -------
        pandas.DataFrame
            One row per failure: ``row`` (label in the index of the frame; null where it concerns the column as a whole),
            ``column``, ``value`` (as text), ``rule`` (what should hold). Empty where the frame fits.

        Raises
        ------
        ilkit.errors.UnknownTableError
            There is no such table.
        ilkit.errors.FilterError
            Something else than a frame in memory was given.

        Examples
        --------
        >>> import ilkit
        >>> mine = ilkit.load("chains", gene="IL6").assign(attribution="sole", my_note="checked")
        >>> ilkit.validate(mine, "chains")
          row       column value                      rule
        0   0  attribution  sole  is one of unique, shared
        """
        from ilkit.validation import validate

        return validate(frame, self._resource(table)["schema"]["fields"], self._frame if keys else None, table)

    def cascade(
        self,
        names: Names,
        steps: int = 2,
        *,
        regulation: pd.DataFrame | None = None,
        effects: pd.DataFrame | None = None,
        production: pd.DataFrame | None = None,
        binding: pd.DataFrame | None = None,
    ) -> pd.DataFrame:
        """Follow interleukins to the cells and interleukins that they are expected to raise or lower.

        An interleukin *regulates* another where the table ``regulation`` says so of one of its chains, or of a subunit of
        a receptor through which it signals; it *acts on* a cell where ``effects`` says so in the same way; a cell *makes* an
        interleukin where ``production`` says so of it or of a broader type; an antagonist *competes with* the agonists of its
        receptor (``binding``). Past a cell the path goes on where more of the process means more of its products.
        Withdrawn annotations and provisional receptors are left out.

        Parameters
        ----------
        names
            One interleukin or many, by any of their names.
        steps
            The most edges that a path has, 1 to 4.
        regulation, effects, production, binding
            Rows to use in place of the whole table, such as those of experiments.

        Returns
        -------
        pandas.DataFrame
            One row per path: ``start`` (il_id), ``steps``, ``target_type`` (interleukin or cell), ``target_id``,
            ``target_name``, ``process`` (production or signal of an interleukin, or what the cell does), ``direction``
            (raises, lowers: the product of the signs), ``path`` (``→`` raises, ``⊣`` lowers), ``experimental`` (each edge
            rests on an experiment), ``shared`` (an edge rests on a chain or receptor of other molecules too),
            ``contradicted`` (the opposite of an edge is stated too), ``evidence`` and ``references`` (edge by edge).

        Raises
        ------
        ilkit.errors.FilterError, ilkit.errors.UnknownColumnError
            `steps` is no number from 1 to 4; a frame lacks columns of its table.
        ilkit.errors.UnknownNameError, ilkit.errors.AmbiguousNameError
            A name stands for no interleukin, or for several.
        ilkit.errors.UnknownTableError
            The version lacks one of the tables.

        Notes
        -----
        A path is a guess, not an observation: it knows neither doses, nor tissues, nor times, and a pair that nobody has
        annotated is missing. Notebook ``05_receptors_and_signalling`` measures how often stated edges that were left out,
        and those of TRRUST, are found with the right sign.

        Examples
        --------
        >>> import ilkit
        >>> found = ilkit.cascade("IL-1B", steps=1)
        >>> found.loc[found["experimental"] & (found["target_type"] == "interleukin"), ["path", "direction", "evidence"]]
                   path direction                 evidence
        3  IL-1β → IL-2    raises  regulates: experimental
        4  IL-1β → IL-6    raises  regulates: experimental
        5  IL-1β → IL-8    raises  regulates: experimental
        """
        from ilkit.propagation import cascade

        given = {"regulation": regulation, "effects": effects, "production": production, "binding": binding}
        starts = self._lookup.ids("interleukin", filters.names_of("interleukin", names), self._frame("interleukins"))
        return cascade(starts, steps, self._frame, given)

    def profile(self, name: str) -> Profile:
        """Return one interleukin, gene or receptor on a card.

        Printed it is text, in Jupyter it is HTML. Annotations that their source has withdrawn are left out.

        Parameters
        ----------
        name
            A name that `resolve` knows, or the id or name of a receptor. The name of a molecule beats that of a gene; a
            gene that makes up a molecule by itself stands for it.

        Returns
        -------
        ilkit.card.profile.Profile
            The card: ``to_dict()`` has its facts as plain values, ``tables`` the rows behind them. A part is None in
            ``to_dict()`` where the version has no table for it.

        Raises
        ------
        ilkit.errors.UnknownNameError
            No interleukin, gene or receptor has that name.
        ilkit.errors.AmbiguousNameError
            Several have it.
        ilkit.errors.FilterError
            Something else than one name was given.

        Examples
        --------
        >>> import ilkit
        >>> card = ilkit.Dataset("2026.11.1").profile("IL-23").to_dict()
        >>> [(chain["symbol"], chain["shared_with"]) for chain in card["chains"]]
        [('IL23A', []), ('IL12B', ['IL-12'])]
        """
        from ilkit.card.profile import profile

        return profile(self, name)

    def cite(self, of: Any = None, *, format: str = "text") -> str:
        """Return how to cite the version, and the sources behind what was used of it.

        Parameters
        ----------
        of
            A table or a list of them: cited are all sources that the tables were made from. A frame in memory of pandas,
            Polars or PyArrow with the column ``source_id``: cited are the sources that its rows name, nulls aside; where
            columns of a table are filled from further sources, only the name of the table leads to these. Left out: the
            version alone.
        format
            ``text`` for a methods section, ``bibtex``, or ``csl-json`` for Zotero, pandoc and other reference managers.

        Returns
        -------
        str
            The version with date and digest; the licences of the tables; and for each source its title, version, page, how
            it asks to be cited, and its licence with the text of it, as CC-BY and CC-BY-SA ask for. What was noted from
            memory is marked; what is not known is left out. The same call on the same version gives the same text.

        Raises
        ------
        ilkit.errors.UnknownTableError, ilkit.errors.UnknownNameError
            There is no such table, or a row names a source that the version does not have.
        ilkit.errors.UnknownColumnError
            The frame has no column ``source_id``.
        ilkit.errors.FilterError
            Something else was given, or there is no such format.

        Examples
        --------
        >>> import ilkit
        >>> print(ilkit.Dataset("2026.11.1").cite(format="bibtex"))
        @misc{ilkit-2026.11.1,
          author = {{The ilkit authors}},
          title = {{ilkit: reference tables of human interleukins}},
          year = {2026},
          month = nov,
          version = {2026.11.1},
          note = {Dataset, version 2026.11.1, released 2026-11-25. Digest sha256:4b00....},
        }
        """
        from ilkit.citation import cite

        return cite(self._descriptor, self._resource, self._frame, of, format)

    def _resource(self, table: str) -> dict[str, Any]:
        if not isinstance(table, str) or table not in self._resources:
            raise UnknownTableError(unknown("table", table, self._resources, f" in version {self.version}"))
        return self._resources[table]

    def _frame(self, table: str) -> pd.DataFrame:
        """Return the whole table, read and checked once; never handed out without a copy."""
        resource = self._resource(table)
        with READING:
            if table not in self._frames:
                self._frames[table] = parse(read_file(self.path(table), resource["hash"]), resource)
            return self._frames[table]

    def _wanted(self, table: str, columns: Iterable[str] | None, by_interleukin: bool) -> list[str]:
        known = [field["name"] for field in self._resource(table)["schema"]["fields"]]
        if by_interleukin and not {"il_id", "entity_id"} & set(known):
            known += ["il_id", "attribution"]
        if columns is None:
            return known
        if isinstance(columns, str) or not isinstance(columns, Iterable) or getattr(columns, "ndim", 1) == 0:
            raise FilterError(f"columns={shown(columns)}: expected a list of column names, such as columns=[{known[0]!r}].")
        wanted = list(columns)
        for name in wanted:
            if not isinstance(name, str) or name not in known:
                raise UnknownColumnError(unknown("column", name, known, f" in the table {table!r}"))
        return wanted

    @once
    def _lookup(self) -> Lookup:
        return Lookup(self._frame)

    @once
    def _molecules_of_drugs(self) -> pd.DataFrame:
        return filters.molecules_by("drug_id", self._frame)

    def _check_digest(self, expected: str) -> None:
        """Raise unless the bytes of all files give the digest; nothing is loaded."""
        hashes, wrong = {}, []
        for resource in self._resources.values():
            path = self._folder / resource["path"]
            hashes[resource["path"]] = sha256_of(path)
            if hashes[resource["path"]] != resource["hash"]:
                wrong.append(f"\n  {path.name}: expected {resource['hash']}, got {hashes[path.name]}")
        got = digest_of(hashes)
        if got != expected:
            why = "".join(wrong) or " Its files are as its datapackage.json says, so that it is another build under this name."
            raise IntegrityError(
                f"Version {self.version} is not the one that was pinned: expected {expected[:80]}, got {got}. "
                f"All files were read, nothing was loaded.{hint_of(expected)}{why}\n{WHAT_TO_DO} "
                "Or the pin is that of another version: ilkit.versions() lists the digests."
            )
