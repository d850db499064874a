"""`python -m newsparse.benchmark CORPUS`: quality and speed of this installation, on a corpus
folder.

Speed is printed as ratios to the floor (lxml's tree build and one visit of each element), which
hold on any machine. Quality is that of the shipped weights; on pages they were learned from it is
an alarm, not a score: scores to quote come from `python -m newsparse.training CORPUS --predictions
FILE`, which parses every page with weights that were learned on other sites.
"""
