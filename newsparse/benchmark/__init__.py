"""`python -m newsparse.benchmark CORPUS`: quality and speed of this installation, on a corpus
folder.

Speed is printed as ratios to the floor (lxml's tree build and one visit of each element), which are
the same on any machine. Quality is that of the shipped weights. On pages that they were fitted to,
it shows regressions but is no score. Scores to quote come from `python -m newsparse.training CORPUS
--predictions FILE` in a checkout, which parses every page with weights fitted to other sites.
"""
