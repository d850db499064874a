"""WARCs to Parquet in a datatrove pipeline.

Needs pip install "newsparse[datatrove]" and libmagic (apt-get install libmagic1).
"""

from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import ParquetWriter
from pyarrow import dataset

from newsparse.batch.arrow import SCHEMA
from newsparse.batch.engines.datatrove import Records, row_of
from newsparse.benchmark import generated

if __name__ == "__main__":
    archives = Path("archives")
    archives.mkdir(exist_ok=True)
    for part in range(2):
        generated.write_warc(archives / f"made-{part}.warc.gz", generated.records(50, part * 50))
    pipeline = [
        WarcReader(str(archives)),
        Records(),  # Extractor() in its place gives the text alone
        ParquetWriter("datatrove", adapter=row_of, schema=SCHEMA),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir="logs").run()
    table = dataset.dataset("datatrove", format="parquet").to_table()
    print(f"{table.num_rows} records; the first: {table['headline'][0]['text']}")
