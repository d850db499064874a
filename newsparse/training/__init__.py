"""How the weights in `newsparse/segmenters/weights` are made: run on a corpus folder, never by
users.

`python -m newsparse.training CORPUS` fits the body models of both media and writes them;
`--predictions FILE` writes out-of-fold predictions of the whole parse instead (5 folds by domain).
Needs the extra `train` (LightGBM). Same corpus, same weights: every seed is fixed.
"""
