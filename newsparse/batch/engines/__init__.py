"""Thin adapters to engines of clusters. They hold no logic: each hands pages to `newsparse.batch.arrow.parse_batch`."""
