"""WARCs to Parquet on Dask. Needs: pip install "newsparse[dask,warc]"."""

from pathlib import Path

import dask
from pyarrow import parquet

from newsparse.batch.engines.dask import parse, read, write_parquet
from newsparse.benchmark import generated

if __name__ == "__main__":
    folder = Path.cwd()
    archives = [
        str(generated.write_warc(folder / f"made-{part}.warc.gz", generated.records(50, part * 50)))
        for part in range(2)
    ]
    with dask.config.set(scheduler="processes", num_workers=2):
        write_parquet(parse(read(archives)), str(folder / "dask"))
    table = parquet.read_table(folder / "dask")
    print(f"{table.num_rows} records; the first: {table['headline'][0]['text']}")
