"""Thin adapters to cluster engines. Each passes pages to `newsparse.batch.arrow.parse_batch`."""
