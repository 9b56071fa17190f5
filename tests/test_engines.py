"""A user's own frame of any engine with the interleukin columns beside it: the answers are those of pandas."""

import shutil

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ilkit
from ilkit.errors import AmbiguousNameError, FilterError, UnknownColumnError

DEFAULT = ["il_id", "hgnc_id", "symbol", "status"]
MINE = pd.DataFrame({"row": range(7), "gene": ["IL8", "TP53", None, "IL-23", "IL12B", "", "IL8"]})
AMBIGUOUS = pd.DataFrame({"row": range(3), "gene": ["IL6", "IL-36", "IL-36"]})
NEW = [pa.field(name, pa.string()) for name in DEFAULT]
names = st.lists(
    st.sampled_from(["IL8", "il-8", "IL-36", "P05231", "TP53", "Interleukin 23", ""]) | st.text() | st.none(), max_size=9
)


def texts(frame: pd.DataFrame) -> list[list]:
    """Return the cells as texts, a null of any kind as None."""
    return frame.astype("object").where(frame.notna(), None).to_numpy().tolist()


def expected(frame: pd.DataFrame, **options) -> list[list]:
    return texts(ilkit.annotate(frame, **options))


def arrow(frame: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False).cast(pa.schema({"row": pa.int64(), "gene": pa.string()}))


class PyArrow:
    """How the frames of an engine are made and read, for tests that all of them must pass."""

    new_type = "dictionary<values=string, indices=int32, ordered=0>"

    def make(self, table: pa.Table):
        return table

    def read(self, frame) -> pd.DataFrame:
        return frame.to_pandas()

    def types(self, frame) -> set[str]:
        return {str(frame.schema.field(name).type) for name in DEFAULT}


class Polars:
    new_type = "Categorical"

    def make(self, table: pa.Table):
        return pytest.importorskip("polars", reason="Polars is not installed").from_arrow(table)

    def read(self, frame) -> pd.DataFrame:
        return pd.DataFrame(frame.to_dict(as_series=False), dtype="object")

    def types(self, frame) -> set[str]:
        return {str(frame.collect_schema()[name]).partition("(")[0] for name in DEFAULT}  # Polars 1 adds an ordering


class PolarsLazy(Polars):
    new_type = "String"

    def make(self, table: pa.Table):
        return super().make(table).lazy()

    def read(self, frame) -> pd.DataFrame:
        return super().read(frame.collect())


class DuckDB:
    new_type = "VARCHAR"

    def make(self, table: pa.Table):
        return pytest.importorskip("duckdb", reason="DuckDB is not installed").connect().from_arrow(table)

    def read(self, frame) -> pd.DataFrame:
        rows = pd.DataFrame(frame.fetchall(), columns=frame.columns, dtype="object")
        return rows.sort_values("row", ignore_index=True)

    def types(self, frame) -> set[str]:
        return {str(kind) for name, kind in zip(frame.columns, frame.types, strict=True) if name in DEFAULT}


class Dask:
    new_type = str(pd.Series(["text"]).dtype)

    def make(self, table: pa.Table):
        dask = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
        return dask.from_pandas(table.to_pandas(), npartitions=2, sort=False)

    def read(self, frame) -> pd.DataFrame:
        return frame.compute(scheduler="synchronous")

    def types(self, frame) -> set[str]:
        return {str(frame.dtypes[name]) for name in DEFAULT}


LOCAL = [PyArrow(), Polars(), PolarsLazy(), DuckDB(), Dask()]


@pytest.fixture(scope="session")
def spark():
    """Return a session of Spark on this machine."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not on this machine")
    quiet = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
    session = sql.SparkSession.builder.master("local[2]").config(map=quiet).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(params=LOCAL, ids=lambda engine: type(engine).__name__)
def engine(request):
    return request.param


def test_rows_order_and_answers_are_those_of_pandas(engine):
    frame = engine.make(arrow(MINE))
    found = ilkit.annotate(frame)
    assert type(found) is type(frame)
    rows = engine.read(found)
    assert rows.columns.tolist() == ["row", "gene", *DEFAULT]
    assert texts(rows) == expected(MINE)
    assert texts(engine.read(frame)) == texts(MINE)


def test_the_type_of_the_new_columns_is_the_documented_one(engine):
    assert engine.types(ilkit.annotate(engine.make(arrow(MINE)))) == {engine.new_type}


@pytest.mark.parametrize("maker", LOCAL[:4], ids=lambda engine: type(engine).__name__)
@settings(deadline=None)
@given(queries=names, on_ambiguous=st.sampled_from(["first", "null"]))
def test_annotate_is_resolve_and_a_join(maker, queries, on_ambiguous):
    frame = pd.DataFrame({"row": range(len(queries)), "gene": pd.Series(queries, dtype="object")})
    found = ilkit.annotate(maker.make(arrow(frame)), on_ambiguous=on_ambiguous)
    assert texts(maker.read(found)) == expected(frame, on_ambiguous=on_ambiguous)


@pytest.mark.parametrize("on_ambiguous", ["null", "first"])
def test_ambiguous_names_are_treated_as_in_pandas(engine, on_ambiguous):
    frame = engine.make(arrow(AMBIGUOUS))
    assert texts(engine.read(ilkit.annotate(frame, on_ambiguous=on_ambiguous))) == expected(AMBIGUOUS, on_ambiguous=on_ambiguous)
    with pytest.raises(AmbiguousNameError, match=r"1 of the names .*'IL-36' \(IL-36A, IL-36B, IL-36G\)"):
        ilkit.annotate(frame)


def test_frames_without_rows_and_without_names(engine):
    nothing, nulls = MINE.head(0), MINE.assign(gene=None)
    assert engine.read(ilkit.annotate(engine.make(arrow(nothing)))).columns.tolist() == ["row", "gene", *DEFAULT]
    assert texts(engine.read(ilkit.annotate(engine.make(arrow(nulls))))) == expected(nulls)


@pytest.mark.parametrize("kind", [pa.int32(), pa.float64()], ids=str)
def test_whole_numbers_are_ncbi_gene_ids(engine, kind):
    table = pa.table({"row": [0, 1, 2], "gene": pa.array([3569, None, 1], kind)})
    rows = engine.read(ilkit.annotate(engine.make(table)))
    assert texts(rows[["symbol", "status"]]) == [["IL6", "matched"], [None, None], [None, "unmatched"]]


@pytest.mark.parametrize("name", ["my gene", 'the "gene"', "gene.x", "select", "ilkit_answers", "Ä`"])
def test_the_column_may_have_any_name(engine, name):
    rows = engine.read(ilkit.annotate(engine.make(arrow(MINE).rename_columns(["row", name])), on=name))
    assert texts(rows) == expected(MINE)


def test_an_annotated_frame_can_be_annotated_again(engine):
    once = ilkit.annotate(engine.make(arrow(MINE)))
    twice = ilkit.annotate(once, on="symbol", prefix="again_", columns=["hgnc_id", "uniprot_id"])
    rows = engine.read(twice)
    assert texts(rows[["again_hgnc_id"]]) == texts(rows[["hgnc_id"]].where(rows["symbol"].notna()))
    assert rows["again_uniprot_id"].tolist()[0] == "P10145"


def test_mistakes_are_clear_errors(engine):
    frame = engine.make(arrow(MINE))
    with pytest.raises(UnknownColumnError, match="Did you mean 'gene'"):
        ilkit.annotate(frame, on="genes")
    with pytest.raises(FilterError, match=r"has the columns \['status'\] already"):
        ilkit.annotate(engine.make(arrow(MINE).rename_columns(["status", "gene"])), columns=["status"])


@pytest.mark.parametrize(
    "column",
    [pa.array([b"IL6"]), pa.array([["IL6"]]), pa.array([{"a": "IL6"}]), pa.array([True]), pa.array([0], pa.date32())],
    ids=lambda column: str(column.type),
)
@pytest.mark.parametrize("maker", LOCAL[:4], ids=lambda engine: type(engine).__name__)
def test_a_column_of_something_else_is_refused(maker, column):
    with pytest.raises(FilterError, match=r"'gene' is of the type .*: expected names as text, or NCBI Gene ids as whole numbers"):
        ilkit.annotate(maker.make(pa.table({"row": [0], "gene": column})))


@pytest.mark.parametrize(
    "kind",
    [
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.uint8(), pa.string()),
        pa.dictionary(pa.int64(), pa.large_string()),
    ],
    ids=str,
)
@pytest.mark.parametrize("parts", [[MINE], [MINE, MINE.iloc[2:5]], [MINE.iloc[::-1], MINE.head(0), MINE.tail(3)], [MINE.head(0)]])
def test_arrow_columns_of_any_type_in_any_number_of_chunks(kind, parts):
    chunks = [arrow(part) for part in parts]
    genes = pa.chunked_array([of_type(chunk["gene"], kind) for chunk in chunks], type=kind)
    table = pa.concat_tables(chunks).set_column(1, "gene", genes)
    assert texts(ilkit.annotate(table).select(DEFAULT).to_pandas()) == texts(ilkit.annotate(pd.concat(parts))[DEFAULT])


def of_type(names: pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    whole = pa.array(names.to_pylist(), pa.string())
    if pa.types.is_dictionary(kind):
        encoded = whole.dictionary_encode()
        return pa.DictionaryArray.from_arrays(encoded.indices.cast(kind.index_type), encoded.dictionary.cast(kind.value_type))
    try:
        return whole.cast(kind)
    except pa.ArrowNotImplementedError:
        return pytest.skip(f"PyArrow {pa.__version__} cannot make an array of the type {kind}")


def test_a_dictionary_may_hold_nulls_and_names_that_no_row_has():
    one, two = (pa.DictionaryArray.from_arrays(pa.array([1, 0, None]), pa.array([name, None, "IL-36"])) for name in ("IL6", "IL8"))
    assert ilkit.annotate(pa.table({"gene": one}))["il_id"].to_pylist() == [None, "IL-6", None]
    both = ilkit.annotate(pa.table({"gene": pa.chunked_array([one, two])}))
    assert both["il_id"].to_pylist() == [None, "IL-6", None, None, "IL-8", None]


@pytest.mark.parametrize("lazy", [False, True])
def test_polars_categories_and_enums(lazy):
    pl = pytest.importorskip("polars", reason="Polars is not installed")
    for kind in (pl.Categorical, pl.Enum([*MINE["gene"].dropna().unique(), "IL-36"])):
        frame = pl.from_arrow(arrow(MINE)).cast({"gene": kind})
        found = ilkit.annotate(frame.lazy()).collect() if lazy else ilkit.annotate(frame)
        assert found.schema["gene"] == kind
        assert texts(Polars().read(found)) == expected(MINE)


def test_a_relation_is_joined_on_its_own_connection_and_leaves_nothing_there(tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    with duckdb.connect(tmp_path / "own.duckdb") as own:
        own.execute(
            "CREATE TABLE answers AS SELECT 1 AS x; CREATE TABLE own AS SELECT 2 AS x; CREATE TABLE mine (gene VARCHAR, n INT)"
        )
        own.execute("INSERT INTO mine VALUES ('IL8', 1), (NULL, 2)")
        before = own.execute("SELECT view_name FROM duckdb_views() UNION ALL SELECT table_name FROM duckdb_tables()").fetchall()
        found = ilkit.annotate(own.table("mine"), columns=["il_id"])
        own.execute("INSERT INTO mine VALUES ('IL8', 3)")
        assert sorted(found.fetchall(), key=lambda row: row[1]) == [("IL8", 1, "IL-8"), (None, 2, None), ("IL8", 3, "IL-8")]
        assert (
            own.execute("SELECT view_name FROM duckdb_views() UNION ALL SELECT table_name FROM duckdb_tables()").fetchall()
            == before
        )
    with duckdb.connect(tmp_path / "own.duckdb", read_only=True) as own:
        assert ilkit.annotate(own.table("mine"), columns=["il_id"]).count("il_id").fetchall() == [(2,)]


def test_a_relation_of_an_older_duckdb_which_would_leave_views_behind_is_refused(monkeypatch):
    relation = DuckDB().make(arrow(MINE))
    monkeypatch.setattr("duckdb.__version__", "1.4.4")
    with pytest.raises(FilterError, match=r"needs DuckDB 2 or newer, this is 1\.4\.4\. Give relation\.pl\(\)"):
        ilkit.annotate(relation)


def test_names_of_columns_that_differ_by_case_clash_where_the_engine_takes_them_for_one():
    frame = arrow(MINE).rename_columns(["Symbol", "gene"])
    with pytest.raises(FilterError, match=r"has the columns \['symbol'\] already"):
        ilkit.annotate(DuckDB().make(frame))
    assert ilkit.annotate(Polars().make(frame)).columns == ["Symbol", "gene", *DEFAULT]


def test_duckdb_annotates_a_file_that_is_larger_than_its_memory(tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    rows, limit = 4_000_000, 64 * 10**6
    gene = "CASE i % 4 WHEN 0 THEN 'IL8' WHEN 1 THEN 'il-6' ELSE 'GENE' || i % 5000 END"
    with duckdb.connect(config={"threads": 2}) as maker:
        made = maker.sql(f"SELECT {gene} AS gene, random() AS fold FROM range({rows}) AS r(i)")
        made.write_parquet(str(tmp_path / "mine.parquet"))
    unpacked = pq.read_metadata(tmp_path / "mine.parquet").num_rows * (16 + 8)
    assert unpacked > limit
    with duckdb.connect(config={"threads": 1, "temp_directory": str(tmp_path / "spill")}) as small:
        small.execute(f"SET memory_limit = '{limit // 10**6}MB'")
        found = ilkit.annotate(small.read_parquet(str(tmp_path / "mine.parquet")), columns=["symbol", "status"])
        found.write_parquet(str(tmp_path / "found.parquet"))
        counted = (
            small.read_parquet(str(tmp_path / "found.parquet")).aggregate("symbol, status, count(*)", "symbol, status").fetchall()
        )
    assert set(counted) == {("CXCL8", "matched", rows // 4), ("IL6", "matched", rows // 4), (None, "unmatched", rows // 2)}


def test_dask_on_a_cluster_keeps_index_divisions_and_order():
    dask = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    distributed = pytest.importorskip("distributed", reason="Dask's distributed is not installed")
    mine = pd.concat([MINE] * 20, ignore_index=True).set_index("row", drop=False).sort_index()
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster),
    ):
        frame = dask.from_pandas(mine, npartitions=3)
        found = ilkit.annotate(frame)
        assert found.divisions == frame.divisions
        rows = found.compute()
    pd.testing.assert_index_equal(rows.index, mine.index)
    assert texts(rows) == expected(mine)


def test_dask_categories_are_read_as_names():
    dask = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    for frame in (MINE.astype({"gene": "category"}), pd.DataFrame({"row": [0, 1], "gene": pd.array([3569, None], "Int64")})):
        found = ilkit.annotate(dask.from_pandas(frame, npartitions=2))
        assert texts(found.compute(scheduler="synchronous")[DEFAULT]) == texts(ilkit.annotate(frame)[DEFAULT])


@pytest.mark.parametrize("column", [[b"IL6"], [["IL6"]], [{"a": 1}], [True], ["IL6", ["IL6"]]])
def test_a_dask_column_of_something_else_is_refused(column):
    dask = pytest.importorskip("dask", reason="Dask is not installed")
    frames = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    frame = pd.DataFrame({"gene": pd.Series(column, dtype="object")})
    with dask.config.set({"dataframe.convert-string": False}), pytest.raises(FilterError, match=r"'gene'.*expected names as text"):
        ilkit.annotate(frames.from_pandas(frame, npartitions=1))


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
class TestSpark:
    """Against a real session, with all that the other engines must do."""

    def read(self, frame) -> list[list]:
        return [list(row) for row in frame.orderBy("row").collect()]

    def make(self, session, frame: pd.DataFrame, name: str = "`gene`"):
        return session.createDataFrame(texts(frame), f"row int, {name} string")

    def test_rows_and_answers_are_those_of_pandas(self, spark):
        frame = self.make(spark, MINE)
        found = ilkit.annotate(frame)
        assert type(found) is type(frame)
        assert found.columns == ["row", "gene", *DEFAULT]
        assert {found.schema[name].dataType.simpleString() for name in DEFAULT} == {"string"}
        assert self.read(found) == expected(MINE)

    def test_the_few_answers_are_broadcast(self, spark):
        plan = ilkit.annotate(self.make(spark, MINE))._jdf.queryExecution().toString()
        assert "BroadcastHashJoin" in plan

    @pytest.mark.parametrize("on_ambiguous", ["null", "first"])
    def test_ambiguous_names_are_treated_as_in_pandas(self, spark, on_ambiguous):
        frame = self.make(spark, AMBIGUOUS)
        assert self.read(ilkit.annotate(frame, on_ambiguous=on_ambiguous)) == expected(AMBIGUOUS, on_ambiguous=on_ambiguous)
        with pytest.raises(AmbiguousNameError, match="'IL-36'"):
            ilkit.annotate(frame)

    @pytest.mark.parametrize("name", ["my gene", "gene.x", "a `b`", "select"])
    def test_the_column_may_have_any_name(self, spark, name):
        frame = self.make(spark, MINE, "`" + name.replace("`", "``") + "`")
        assert self.read(ilkit.annotate(frame, on=name)) == expected(MINE)

    def test_whole_numbers_frames_without_rows_and_frames_annotated_twice(self, spark):
        numbers = ilkit.annotate(spark.createDataFrame([(0, 3569), (1, None)], "row int, gene bigint"))
        assert [row[2:] for row in self.read(numbers)] == [["IL-6", "HGNC:6018", "IL6", "matched"], [None] * 4]
        twice = ilkit.annotate(numbers, on="symbol", prefix="again_", columns=["il_id"])
        assert [row[-1] for row in self.read(twice)] == ["IL-6", None]
        assert self.read(ilkit.annotate(self.make(spark, MINE).limit(0))) == []

    def test_mistakes_are_clear_errors(self, spark):
        frame = self.make(spark, MINE)
        with pytest.raises(UnknownColumnError, match="Did you mean 'gene'"):
            ilkit.annotate(frame, on="genes")
        with pytest.raises(FilterError, match=r"has the columns \['symbol'\] already"):
            ilkit.annotate(frame.withColumnRenamed("row", "Symbol"))
        with pytest.raises(FilterError, match="2 columns named 'gene'"):
            ilkit.annotate(frame.withColumnRenamed("row", "gene"))
        for column in ("binary('a')", "array('a')", "struct('a')", "true", "current_date()"):
            with pytest.raises(FilterError, match=r"is of the type .*: expected names"):
                ilkit.annotate(spark.sql(f"SELECT {column} AS gene"))
