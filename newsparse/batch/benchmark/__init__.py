"""Figures of the batch layer: `python -m newsparse.batch.benchmark --help`. Needs a checkout."""
