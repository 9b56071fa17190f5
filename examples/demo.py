"""What `make demo` prints: the versions, the tables, and real answers for IL-6, IL-8 and psoriasis."""

import pandas as pd

import ilkit


def show(title: str, frame: pd.DataFrame) -> None:
    """Print a frame below a title."""
    print(f"\n{title}\n{'-' * len(title)}")
    print(frame.to_string(index=False, max_colwidth=48))


def main() -> None:
    """Print the demonstration."""
    print("ilkit.versions()\n----------------")
    print(ilkit.versions().T.to_string(header=False))
    show("ilkit.tables()", ilkit.tables().drop(columns="description"))

    molecule = ilkit.load("interleukins", interleukin="IL-6").T.rename_axis("column").set_axis(["value"], axis=1)
    show('What is IL-6?  load("interleukins", interleukin="IL-6")', molecule.reset_index())
    functions = ilkit.load(
        "functions", ["symbol", "term_name", "evidence", "reference"], interleukin="IL-6", term="immune response"
    )
    show("What does it do in the immune response? (first 8 rows)", functions.head(8))

    show('Which molecule is meant by "IL8"?  resolve("IL8")', ilkit.resolve("IL8"))
    aliases = ilkit.load("aliases", gene="IL8")
    show("By which names is it known? (first 8 rows)", aliases[["alias", "kind", "entity_name", "source_id"]].head(8))

    wanted = ["symbol", "disease_name", "evidence", "score", "confidence", "source_id"]
    psoriasis = ilkit.load("disease_associations", wanted, disease="psoriasis").sort_values("score", ascending=False)
    show('Which genes are linked to psoriasis, and how?  load("disease_associations", disease="psoriasis")', psoriasis.head(12))


if __name__ == "__main__":
    main()
