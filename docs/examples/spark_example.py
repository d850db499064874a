"""WARCs to Parquet on Spark.

Needs pip install "newsparse[spark,warc]" and Java 17 (apt-get install openjdk-17-jre-headless).
"""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from newsparse.batch.engines.spark import parse, read, write_parquet
from newsparse.benchmark import generated

if __name__ == "__main__":
    folder = Path.cwd()
    archives = [
        str(generated.write_warc(folder / f"made-{part}.warc.gz", generated.records(50, part * 50)))
        for part in range(2)
    ]
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    )
    write_parquet(parse(read(session, archives)), str(folder / "spark"), mode="overwrite")
    records = session.read.parquet(str(folder / "spark"))
    print(f"{records.count()} records; the first: {records.select('headline.text').first()[0]}")
    session.stop()
