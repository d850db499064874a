"""Where records go: every output can be rolled back to a checkpoint, so that a killed batch
goes on without a page lost or doubled.
"""
