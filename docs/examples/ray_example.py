"""WARCs to Parquet on Ray Data. Needs: pip install "newsparse[ray,warc]"."""

from pathlib import Path

import ray

from newsparse.batch.engines.ray import parse, read
from newsparse.benchmark import generated

if __name__ == "__main__":
    folder = Path.cwd()
    archives = [
        str(generated.write_warc(folder / f"made-{part}.warc.gz", generated.records(50, part * 50)))
        for part in range(2)
    ]
    ray.init(num_cpus=2, include_dashboard=False)
    parse(read(archives)).write_parquet(str(folder / "ray"))
    records = ray.data.read_parquet(str(folder / "ray"))
    print(f"{records.count()} records; the first: {records.take(1)[0]['headline']['text']}")
