"""Figures of the batch layer, by commands: `python -m newsparse.batch.benchmark --help`."""
