"""The compiled core: some functions of `newsparse.read` over the nodes of libxml2, in Cython.

It is optional. `newsparse.read.core` takes it where it was built. Each function has the name of
the Python function that it stands for and gives the same values.
"""
