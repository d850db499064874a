"""A WARC to Parquet, without a cluster. Needs: pip install "newsparse[warc,parquet]"."""

from pathlib import Path

from pyarrow import parquet

from newsparse.batch.run import Plan, run
from newsparse.benchmark import generated

if __name__ == "__main__":
    archive = generated.write_warc(Path("made.warc.gz"), generated.records(100))
    run(Plan(inputs=(str(archive),), output="warc.parquet", workers=2))
    table = parquet.read_table("warc.parquet")
    print(f"{table.num_rows} records; the first: {table['headline'][0]['text']}")
