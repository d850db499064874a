# cython: language_level=3, boundscheck=True, wraparound=False, initializedcheck=False
"""The sums of `newsparse.segmenters.sums` over arrays of C.

Each name is that of the Python one that it stands for; what it does is said there. The terms are
added in the same order, so that the sums are the same to the last bit.
"""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stddef cimport size_t


cdef void* _room(Py_ssize_t count, size_t size) except NULL:
    """Memory for some values."""
    cdef void* found = PyMem_Malloc(<size_t> (count + 1) * size)
    if found == NULL:
        raise MemoryError()
    return found


cdef Py_ssize_t _rows(tuple columns) except -1:
    """The length that all columns have."""
    cdef Py_ssize_t rows = len(columns[0]) if columns else 0
    for column in columns:
        if len(column) != rows:
            raise ValueError("the columns are not of one length")
    return rows


cdef class Steps:
    """The values of step functions, one a column."""

    cdef double bias
    cdef double* edges
    cdef double* values
    cdef Py_ssize_t* first
    cdef Py_ssize_t count

    def __cinit__(self, double bias, list steps not None):
        cdef Py_ssize_t at = 0, column
        self.bias, self.count = bias, len(steps)
        total = sum([len(values) for _, values in steps])
        self.edges = <double*> _room(total, sizeof(double))
        self.values = <double*> _room(total, sizeof(double))
        self.first = <Py_ssize_t*> _room(self.count, sizeof(Py_ssize_t))
        for column, (edges, values) in enumerate(steps):
            if len(values) != len(edges) + 1:
                raise ValueError("a step function has one value more than edges")
            self.first[column] = at
            for edge in edges:
                self.edges[at] = edge
                at += 1
            at -= len(edges)
            for value in values:
                self.values[at] = value
                at += 1
        self.first[self.count] = at

    def __dealloc__(self):
        PyMem_Free(self.edges)
        PyMem_Free(self.values)
        PyMem_Free(self.first)

    def __call__(self, *columns):
        cdef list totals = []
        cdef Py_ssize_t row, column, at, last
        cdef double total, value
        if len(columns) != self.count:
            raise ValueError("there is not one column a step function")
        for row in range(_rows(columns)):
            total = self.bias
            for column in range(self.count):
                value = columns[column][row]
                at, last = self.first[column], self.first[column + 1] - 1
                while at < last and not value <= self.edges[at]:
                    at += 1
                total += self.values[at]
            totals.append(total)
        return totals


cdef struct Node:
    int column  # the column that it tests; -1 for a leaf, -2 - n for the n-th bit
    int low
    int high
    double value  # the threshold of a test, or the value of a leaf


cdef class Trees:
    """The sum of small decision trees."""

    cdef double bias
    cdef Node* nodes
    cdef int* roots
    cdef Py_ssize_t size, count, numbers
    cdef list bits

    def __cinit__(self, double bias, list trees not None, columns, masks, groups):
        self.bias, self.count, self.numbers = bias, len(trees), len(columns)
        self.bits = []
        self.nodes = <Node*> _room(sum([_size(tree) for tree in trees]), sizeof(Node))
        self.roots = <int*> _room(self.count, sizeof(int))
        place = {name: at for at, name in enumerate(columns)}
        of_mask = {name: at for at, name in enumerate(masks)}
        for at, tree in enumerate(trees):
            self.roots[at] = self.add(tree, place, of_mask, groups)

    def __dealloc__(self):
        PyMem_Free(self.nodes)
        PyMem_Free(self.roots)

    cdef int add(self, tree, dict place, dict of_mask, groups) except -1:
        """Append a tree; the number of its root."""
        cdef Node node
        cdef int at = self.size
        self.size += 1
        node.low = node.high = 0
        node.column = -1
        if not isinstance(tree, list):
            node.value = tree
        else:
            name, node.value, low, high = tree
            if name in place:
                node.column = place[name]
            else:
                mask, _, group = name.partition(":")
                bit = of_mask[mask], groups[group]
                if bit not in self.bits:
                    self.bits.append(bit)
                node.column = -2 - self.bits.index(bit)
            node.low = self.add(low, place, of_mask, groups)
            node.high = self.add(high, place, of_mask, groups)
        self.nodes[at] = node
        return at

    cdef bytes set_bits(self, tuple masks):
        """Whether each bit is set in some masks."""
        return bytes([1 if masks[which] & bit else 0 for which, bit in self.bits])

    def __call__(self, *columns):
        cdef Py_ssize_t rows = _rows(columns)
        cdef Py_ssize_t row, at
        cdef double total
        cdef int number
        cdef bint is_low
        cdef const unsigned char* is_set
        cdef double* values = <double*> _room(self.numbers, sizeof(double))
        cdef Node* node
        cdef dict known = {}
        cdef bytes found
        cdef tuple masks
        cdef list totals = []
        try:
            for row in range(rows):
                for at in range(self.numbers):
                    values[at] = columns[at][row]
                masks = tuple([column[row] for column in columns[self.numbers:]])
                found = known.get(masks)
                if found is None:
                    found = known[masks] = self.set_bits(masks)
                is_set = found
                total = self.bias
                for at in range(self.count):
                    number = self.roots[at]
                    node = &self.nodes[number]
                    while node.column != -1:
                        if node.column >= 0:
                            is_low = values[node.column] <= node.value
                        else:
                            is_low = not is_set[-2 - node.column]
                        node = &self.nodes[node.low if is_low else node.high]
                    total += node.value
                totals.append(total)
        finally:
            PyMem_Free(values)
        return totals


def _size(tree):
    """The nodes of a tree."""
    return 1 + _size(tree[2]) + _size(tree[3]) if isinstance(tree, list) else 1


def loudest(list stepped not None, rows, list starts not None, Py_ssize_t most):
    """The lowest ranks of each row."""
    cdef list found = []
    cdef list ranks
    cdef tuple edges
    cdef Py_ssize_t at, row, low, high, middle
    cdef long rank, last, least
    cdef double value
    for at, row in enumerate(rows):
        ranks = list(starts[at])
        last = ranks[most - 1]
        for least, column, edges, of_step in stepped:
            if last < least:
                break
            value = column[row]
            low, high = 0, len(edges)
            while low < high:
                middle = (low + high) // 2
                if <double> edges[middle] < value:
                    low = middle + 1
                else:
                    high = middle
            rank = of_step[low]
            if rank < last:
                ranks[most - 1] = rank
                ranks.sort()
                last = ranks[most - 1]
        found.append(ranks)
    return found
