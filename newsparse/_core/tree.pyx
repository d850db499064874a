# cython: language_level=3, boundscheck=True, wraparound=False, initializedcheck=False
"""The walk of `newsparse.read.html` over the nodes of libxml2: no proxy an element.

Each function has the name of the Python one that it stands for; what it does is said there. Only
fields of structs are read, so that nothing links to libxml2. A `Nodes` keeps the document alive;
the tree must not change while one is in use.
"""

cimport lxml.includes.etreepublic as cetree
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject_GenericSetAttr
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stddef cimport size_t
from libc.string cimport memchr, strcmp, strlen, strstr
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_ELEMENT_NODE,
    XML_TEXT_NODE,
    const_xmlChar,
    xmlAttr,
    xmlNode,
)

import attrs

from newsparse.blocks import Block, Outline, Picture
from newsparse.lexicon.classwords import groups as _groups
from newsparse.read import html as _html
from newsparse.read.paths import is_plain as _is_plain

cetree.import_lxml__etree()

cdef enum:
    SKIP = 0
    INLINE = 1
    BREAK = 2
    PICTURE = 3
    BLOCK = 4
    CELL = 5
    ROW = 6
    CHROME = 7
assert (SKIP, INLINE, CHROME) == (_html.SKIP, _html.INLINE, _html._CHROME)

cdef object _PARAGRAPH = _html._PARAGRAPH
cdef object _PREFORMATTED = _html._PREFORMATTED
cdef object _TABLE_ROW = _html._TABLE_ROW
cdef object _HEADING = _html._HEADING
cdef dict _ROLES = _html._ROLES
cdef dict _KINDS = _html._KINDS
cdef dict _HEADINGS = _html._HEADINGS
cdef dict _WITHIN = _html._WITHIN
cdef object _STRESS = _html._STRESS
cdef object _SIGNS = _html._SIGNS
cdef object _FRAMES = _html._FRAMES
cdef str _BR = _html._BR
cdef str _CELL_START = _html._CELL_START
cdef object _LINK = _html._LINK
cdef object _TIME = _html._TIME
cdef object _BYLINE = _html._BYLINE
cdef object _KICKER = _html._KICKER
cdef object _GROUPS_OF_REGION = _html._GROUPS_OF_REGION
cdef object _NOT_OF_FIELD = ~_html._GROUPS_OF_FIELD
cdef Py_ssize_t _LONGEST_FIELD = _html._LONGEST_FIELD
cdef Py_ssize_t _MOST_INLINE = _html._MOST_INLINE
cdef Py_ssize_t _LONGEST_DESCRIBED = _html._LONGEST_DESCRIBED
cdef object _is_data_row = _html._is_data_row
cdef object _is_marked_hidden = _html._is_marked_hidden
cdef object _runs_on = _html._runs_on
cdef object _state = _html._state
cdef object _has_drop_cap = _html._has_drop_cap
cdef object _visible = _html._visible
cdef object _INVISIBLE_IN = _html.INVISIBLE.search
cdef object _WITHOUT_INVISIBLE = _html.INVISIBLE.sub
cdef object stated_date = _html.stated_date
cdef frozenset _WORD_ATTRIBUTES = frozenset(name.encode() for name in _html._WORD_ATTRIBUTES)
cdef frozenset _STATE_ATTRIBUTES = frozenset(name.encode() for name in _html._STATE_ATTRIBUTES)
cdef object _new = object.__new__
cdef tuple _FIELDS = tuple(field.name for field in attrs.fields(Block))
cdef tuple _DEFAULTS = tuple(field.default for field in attrs.fields(Block))[14:]
"""The values of a block that only text pages have."""
cdef tuple _SILENT = tuple(_html._SILENT)


cdef class Nodes:
    """Elements by number, each made when it is asked for."""

    cdef cetree._Document document
    cdef xmlNode** nodes
    cdef Py_ssize_t size, room

    def __cinit__(self, cetree._Element root not None):
        self.document = root._doc
        self.nodes = NULL
        self.size = self.room = 0

    def __dealloc__(self):
        PyMem_Free(self.nodes)

    def __len__(self):
        return self.size

    def __getitem__(self, Py_ssize_t at):
        if not 0 <= at < self.size:
            raise IndexError(at)
        return cetree.elementFactory(self.document, self.nodes[at])

    cdef Py_ssize_t add(self, xmlNode* node) except -1:
        """Append a node; its number."""
        cdef xmlNode** grown
        if self.size == self.room:
            grown = <xmlNode**> PyMem_Realloc(
                self.nodes, <size_t> (self.room * 2 + 256) * sizeof(xmlNode*)
            )
            if grown == NULL:
                raise MemoryError()
            self.nodes, self.room = grown, self.room * 2 + 256
        self.nodes[self.size] = node
        self.size += 1
        return self.size - 1


cdef class Name:
    """What the name of an element says."""

    cdef str tag
    cdef int role
    cdef object within
    cdef object kind
    cdef bint is_link, is_span, is_stress, is_silent, is_time, is_abbr, is_sign, is_frame


cdef class Names:
    """What each name says. Names of one document are the same pointer, so a look at it does."""

    cdef dict roles, known
    cdef const_xmlChar* seen[256]
    cdef list found

    def __cinit__(self, dict roles not None):
        cdef int at
        self.roles, self.known = roles, {}
        self.found = [None] * 256
        for at in range(256):
            self.seen[at] = NULL

    cdef Name of(self, xmlNode* node):
        cdef size_t slot = (<size_t> node.name >> 3) & 255
        if self.seen[slot] == node.name and node.ns == NULL:
            return <Name> self.found[slot]
        name = self.said(cetree.namespacedName(node))
        if node.ns == NULL:
            self.seen[slot] = node.name
            self.found[slot] = name
        return name

    cdef Name said(self, str tag):
        cdef Name name = self.known.get(tag)
        if name is None:
            name = self.known[tag] = Name()
            name.tag = tag
            name.role = self.roles.get(tag, INLINE)
            name.within = _WITHIN.get(tag, 0)
            name.kind = _KINDS.get(tag)
            name.is_link, name.is_span = tag == "a", tag == "span"
            name.is_time, name.is_abbr = tag == "time", tag == "abbr"
            name.is_stress, name.is_silent = tag in _STRESS, tag in _SILENT
            name.is_sign, name.is_frame = tag in _SIGNS, tag in _FRAMES
        return name


cdef str _value(xmlNode* node, xmlAttr* attribute):
    """The value of an attribute."""
    cdef xmlNode* text = attribute.children
    if text == NULL:
        return ""
    if text.next == NULL and text.type == XML_TEXT_NODE and text.content != NULL:
        return PyUnicode_DecodeUTF8(<char*> text.content, strlen(<char*> text.content), NULL)
    return cetree.attributeValue(node, attribute)


cdef inline bint _is(xmlAttr* attribute, const char* name) noexcept:
    return attribute.ns == NULL and strcmp(<char*> attribute.name, name) == 0


cdef inline xmlNode* _first_child(xmlNode* node) noexcept:
    return _element(node.children)


cdef inline xmlNode* _element(xmlNode* node) noexcept:
    """The first element among a node and the siblings after it."""
    while node != NULL and node.type != XML_ELEMENT_NODE:
        node = node.next
    return node


cdef class Draft:
    """A block before the size of its containers is known."""

    cdef Py_ssize_t node, linked
    cdef list pieces
    cdef readonly list spans
    cdef object kind
    cdef bint broken
    cdef str text, printed
    cdef tuple cells


cdef Draft _draft(Py_ssize_t node, list pieces, list spans, object kind, Py_ssize_t linked):
    cdef Draft draft = Draft.__new__(Draft)
    draft.node, draft.pieces, draft.spans, draft.kind = node, pieces, spans, kind
    draft.linked, draft.broken = linked, False
    draft.cells = ()
    return draft


cdef _join(Draft draft, Draft after):
    """Append the next line of the same sentence."""
    shift = len(draft.pieces) + 1
    draft.pieces.append(_BR)
    draft.pieces.extend(after.pieces)
    for inline, start, end in after.spans:
        draft.spans.append((inline, start + shift, end + shift))
    draft.linked += after.linked
    draft.broken = after.broken


cdef class Walk:
    """The state of one walk: containers as columns, drafts of blocks, and the current block."""

    cdef cetree._Document document
    cdef Names names
    cdef Nodes elements, inlines, images
    cdef list parent, tag, around, kind, drafts, drafts_before, pictures, frames
    cdef Py_ssize_t here, row, reopened, links, linked
    cdef list pieces, closed
    cdef list open
    cdef list starts
    cdef list inline_groups

    def __init__(self, cetree._Element root not None, dict roles not None):
        self.document = root._doc
        self.names = Names(roles)
        self.elements, self.inlines, self.images = Nodes(root), Nodes(root), Nodes(root)
        self.parent, self.tag, self.around, self.kind = [], [], [], []
        self.drafts, self.drafts_before, self.pictures, self.frames = [], [], [], []
        self.here = self.row = -1
        self.pieces, self.closed = [], []
        self.open, self.starts, self.inline_groups = [], [], []
        self.reopened = self.links = self.linked = 0

    cdef run(self, xmlNode* root):
        cdef xmlNode* node = root
        cdef xmlNode* child
        while True:
            child = NULL
            if self.opens(node):
                self.add(cetree.textOf(node))
                child = _first_child(node)
            if child != NULL:
                node = child
                continue
            while True:
                self.closes(node)
                self.add(cetree.tailOf(node))
                if node == root:
                    if self.pieces:
                        self.flush()
                    return
                child = _element(node.next)
                if child != NULL:
                    node = child
                    break
                node = node.parent

    cdef bint opens(self, xmlNode* node) except -1:
        """Begin an element; whether the walk goes into it."""
        cdef Name name = self.names.of(node)
        if name.role == INLINE:
            self.open.append(self.inlines.add(node))
            self.starts.append(len(self.pieces))
            if name.is_link:
                self.links += 1
            return not (self.pieces and self.is_marked_hidden(node, name))
        if name.role >= BLOCK:
            self.open_block(node, name)
            if name.role == CHROME and self.row < 0 and self.is_chrome(node, name):
                self.take_whole(node)
                return False
            return True
        if name.role == BREAK:
            self.line_break()
        else:
            self.pass_over(node, name)
        return False

    cdef closes(self, xmlNode* node):
        cdef Name name = self.names.of(node)
        if name.role == INLINE:
            self.close_inline(name)
        elif name.role >= BLOCK:
            self.close_block(node)

    cdef add(self, str text):
        if text is not None and text and (self.pieces or not text.isspace()):
            self.pieces.append(text)
            if self.links:
                self.linked += len(text)

    cdef open_block(self, xmlNode* node, Name name):
        cdef Py_ssize_t above = self.here
        if self.row >= 0:
            self.pieces.append(_CELL_START if name.role == CELL else " ")
            return
        if self.pieces:
            self.flush()
        self.here = self.elements.add(node)
        self.drafts_before.append(len(self.drafts))
        self.parent.append(above)
        self.tag.append(name.tag)
        self.around.append(self.groups_around() if self.open else 0)
        if name.kind is not None:
            self.kind.append(name.kind)
        else:
            self.kind.append(self.kind[above] if above >= 0 else _PARAGRAPH)
        if name.role == ROW and _is_data_row(self.element(node)):
            self.row = self.here

    cdef close_block(self, xmlNode* node):
        if self.row >= 0 and node != self.elements.nodes[self.row]:
            self.pieces.append(" ")
            return
        if self.pieces:
            self.flush()
        self.row = -1
        self.here = self.parent[self.here]

    cdef close_inline(self, Name name):
        cdef Py_ssize_t inline = self.open.pop()
        cdef Py_ssize_t start = self.starts.pop()
        cdef Py_ssize_t depth = len(self.open)
        if depth < self.reopened:
            self.reopened, start = depth, 0
        if depth < len(self.inline_groups):
            self.inline_groups.pop()
        if name.is_link:
            self.links -= 1
        if len(self.pieces) > start:
            self.closed.append((inline, start, len(self.pieces)))

    cdef pass_over(self, xmlNode* node, Name name):
        cdef xmlNode* image
        if name.role == PICTURE:
            self.add_picture(node)
        elif name.is_frame:
            self.frames.append(
                (len(self.drafts) + bool(self.pieces), self.here, self.element(node))
            )
        elif name.tag == "noscript" and self.is_in_bare_figure():
            image = self.first_image(node)
            if image != NULL:
                self.add_picture(image)

    cdef xmlNode* first_image(self, xmlNode* root) except? NULL:
        """The first image in an element."""
        cdef xmlNode* node = _first_child(root)
        while node != NULL:
            if self.names.of(node).tag == "img":
                return node
            node = _after(node, root, True)
        return NULL

    cdef add_picture(self, xmlNode* node):
        self.images.add(node)
        self.pictures.append((len(self.drafts) + bool(self.pieces), self.here))

    cdef object element(self, xmlNode* node):
        return cetree.elementFactory(self.document, node)

    cdef bint is_in_bare_figure(self) except -1:
        cdef Py_ssize_t node = self.here
        while node >= 0 and self.tag[node] != "figure":
            node = self.parent[node]
        return node >= 0 and (not self.pictures or self.pictures[len(self.pictures) - 1][1] < node)

    cdef object groups_around(self):
        """The joint groups of all open inline elements."""
        cdef Py_ssize_t depth
        for depth in range(len(self.inline_groups), len(self.open)):
            said = self.words(self.inlines.nodes[<Py_ssize_t> self.open[depth]])
            self.inline_groups.append(said | self.inline_groups[depth - 1] if depth else said)
        return self.inline_groups[len(self.inline_groups) - 1]

    cdef object words(self, xmlNode* node):
        """The groups of an inline element's attributes, and that it is a link."""
        cdef Name name = self.names.of(node)
        return self.said(node, name) | _LINK if name.is_link else self.said(node, name)

    cdef object said(self, xmlNode* node, Name name):
        """The groups of an inline element's attributes."""
        cdef xmlAttr* attribute = node.properties
        found = 0
        if name.is_time or (name.is_abbr and stated_date(self.element(node)) != ""):
            found = _TIME
        while attribute != NULL:
            if attribute.ns == NULL:
                if _describes(attribute):
                    found |= _groups(_value(node, attribute))
                elif _is(attribute, "rel") and _value(node, attribute) == "author":
                    found |= _BYLINE
            attribute = attribute.next
        return found

    cdef bint is_chrome(self, xmlNode* element, Name name) except -1:
        cdef Py_ssize_t node = self.here
        if name.tag == "nav":
            own, _ = self.container(element, name)
            return not (own | self.around[node]) & _KICKER
        while node >= 0:
            if self.tag[node] in ("article", "main", "section"):
                return False
            node = self.parent[node]
        return True

    cdef take_whole(self, xmlNode* root):
        """Make each text of a navigation or footer a block, without walking its elements."""
        cdef xmlNode* node = root.children
        cdef bint is_silent = False
        kind = self.kind[self.here]
        texts = []
        while node != NULL:
            if node.type == XML_ELEMENT_NODE and self.names.of(node).is_silent:
                is_silent = True
                node = _after(node, root, False)
                continue
            if node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE:
                if not _is_blank(node.content):
                    texts.append(
                        PyUnicode_DecodeUTF8(<char*> node.content, strlen(<char*> node.content), NULL)
                    )
            node = _after(node, root, True)
        if is_silent and self.is_in_silence(root):
            return
        for text in texts:
            self.drafts.append(_draft(self.here, [text], [], kind, len(text)))

    cdef bint is_in_silence(self, xmlNode* node) except -1:
        while node != NULL and node.type == XML_ELEMENT_NODE:
            if self.names.of(node).is_silent:
                return True
            node = node.parent
        return False

    cdef line_break(self):
        cdef Draft last
        if self.row >= 0 or self.here < 0 or self.kind[self.here] in (_HEADING, _PREFORMATTED):
            if self.pieces:
                self.pieces.append(_BR)
        elif self.pieces:
            self.flush()
            last = self.drafts[len(self.drafts) - 1]
            last.broken = True
        elif self.drafts:
            last = self.drafts[len(self.drafts) - 1]
            last.broken = False

    cdef flush(self):
        """End the current block."""
        cdef list pieces = self.pieces
        cdef list spans = self.closed
        cdef Py_ssize_t at = len(pieces)
        cdef Py_ssize_t depth, start
        cdef Draft draft, last
        if self.open:
            for depth in range(max(0, len(self.open) - _MOST_INLINE), len(self.open)):
                start = 0 if depth < self.reopened else self.starts[depth]
                if at > start:
                    spans.append((self.open[depth], start, at))
            self.reopened = len(self.open)
        kind = _TABLE_ROW if self.row >= 0 else self.kind[self.here]
        draft = _draft(self.here, pieces, spans, kind, self.linked)
        self.pieces, self.closed, self.linked = [], [], 0
        if self.drafts:
            last = self.drafts[len(self.drafts) - 1]
            if last.broken and last.node == draft.node and _runs_on(last.pieces, pieces):
                _join(last, draft)
                return
        self.drafts.append(draft)

    cdef bint is_marked_hidden(self, xmlNode* node, Name name) except -1:
        """Whether an inline element is a hidden aside; most are told apart by their attributes."""
        return _may_be_marked(node, name) and _is_marked_hidden(self.element(node))

    cdef tuple container(self, xmlNode* node, Name name):
        """The groups of a container's attributes and role, and its signature."""
        cdef xmlAttr* attribute = node.properties
        own, signature = name.within, name.tag
        while attribute != NULL:
            if _is(attribute, "class"):
                value = _value(node, attribute)
                signature = f"{name.tag}.{value}"
                own |= _groups(value)
            elif _describes(attribute):
                own |= _groups(_value(node, attribute))
            elif attribute.ns == NULL and <bytes> attribute.name in _STATE_ATTRIBUTES:
                own |= _state((<bytes> attribute.name).decode(), _value(node, attribute))
            attribute = attribute.next
        return own, signature


cdef xmlNode* _after(xmlNode* node, xmlNode* root, bint goes_in) noexcept:
    """The node after another one in document order, inside `root`; NULL at its end."""
    if goes_in and node.type == XML_ELEMENT_NODE and node.children != NULL:
        return node.children
    while node != root and node.next == NULL:
        node = node.parent
    return NULL if node == root else node.next


cdef bint _is_blank(const_xmlChar* text) noexcept:
    """Whether a text is nothing but white space, as XPath's `normalize-space` has it."""
    if text == NULL:
        return True
    while text[0] == b" " or text[0] == b"\n" or text[0] == b"\t" or text[0] == b"\r":
        text += 1
    return text[0] == 0


cdef bint _may_be_marked(xmlNode* node, Name name) noexcept:
    """Whether the attributes of an inline element may mark it as hidden."""
    cdef xmlAttr* attribute = node.properties
    while attribute != NULL:
        if _is(attribute, "hidden") or _is(attribute, "role"):
            return True
        if name.is_span and (_is(attribute, "style") or _may_hide(attribute)):
            return True
        attribute = attribute.next
    return False


cdef bint _may_hide(xmlAttr* attribute) noexcept:
    """Whether an attribute may be a class for screen readers."""
    cdef xmlNode* text
    if not _is(attribute, "class") or attribute.children == NULL:
        return False
    text = attribute.children
    if text.next != NULL or text.content == NULL:
        return True
    return (
        strstr(<char*> text.content, "sr-only") != NULL
        or strstr(<char*> text.content, "visually") != NULL
        or strstr(<char*> text.content, "screen-reader") != NULL
    )


cdef inline bint _describes(xmlAttr* attribute) noexcept:
    """Whether the words of an attribute describe its element: one of `_WORD_ATTRIBUTES`."""
    cdef const char* name = <char*> attribute.name
    if attribute.ns != NULL:
        return False
    if name[0] == b"d":
        return strcmp(name, "data-testid") == 0 or (
            name[1] == b"a" and name[4] == b"-" and _is_described(name)
        )
    return strcmp(name, "class") == 0 or strcmp(name, "id") == 0 or strcmp(name, "itemprop") == 0


cdef bint _is_described(const char* name) noexcept with gil:
    return <bytes> name in _WORD_ATTRIBUTES


cdef _read(Walk walk, Draft draft):
    """Set the text of a draft as a reader sees it and as the page holds it."""
    cdef list pieces = draft.pieces
    cdef str joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
    cdef str printed = " ".join(joined.split())
    cdef str text = printed
    cdef object kind = draft.kind
    if kind is _PREFORMATTED:
        text = joined.replace(_BR, "\n").strip("\n\r") if printed else ""
    elif kind is _TABLE_ROW:
        if printed:
            draft.cells = tuple([_visible(cell) for cell in joined.split(_CELL_START)[1:]])
        text = "\t".join(draft.cells).strip("\t")
    elif _BR in joined:
        lines = [" ".join(line.split()) for line in joined.split(_BR)]
        text = "\n".join([line for line in lines if line])
    if len(text) > 1 and text[1] == " " and len(pieces) > 1:
        if _has_drop_cap(pieces, draft.spans, text, walk.inlines):
            text = text[0] + text[2:]
    if not text.isascii() and _INVISIBLE_IN(text):
        text = _WITHOUT_INVISIBLE("", text)
        if kind is not _PREFORMATTED and kind is not _TABLE_ROW:
            text = " ".join(text.split())
    draft.text, draft.printed = text, printed


cdef list _masses(list parent, list drafts):
    """The number of characters in each container and below it."""
    cdef list masses = [0] * len(parent)
    cdef Draft draft
    cdef Py_ssize_t node, above
    for draft in drafts:
        masses[draft.node] += len(draft.text)
    for node in range(len(parent) - 1, 0, -1):
        above = parent[node]
        masses[above] += masses[node]
    return masses


cdef list _within(list parent, list owns, list masses):
    """The groups of each container and all above it."""
    cdef list within = []
    cdef Py_ssize_t node, mass, above
    cdef Py_ssize_t total = masses[0] if masses else 0
    for node in range(len(parent)):
        mass, own = masses[node], owns[node]
        if mass * 2 > total:
            own &= _GROUPS_OF_REGION
        elif mass > _LONGEST_FIELD:
            own &= _NOT_OF_FIELD
        above = parent[node]
        within.append(own | within[above] if node else own)
    return within


cdef object _block(Walk walk, Py_ssize_t index, Draft draft, object own, object within):
    """The block of a draft, with the groups of its container."""
    cdef Py_ssize_t size = len(draft.text)
    cdef Py_ssize_t stressed = 0
    cdef bint has_signs = False
    cdef Py_ssize_t inline, start, end, at
    cdef xmlNode* node
    cdef Name name
    cdef str tag = walk.tag[draft.node]
    said = 0
    for inline, start, end in draft.spans:
        node = walk.inlines.nodes[inline]
        name = walk.names.of(node)
        if name.is_stress:
            for at in range(start, end):
                stressed += len(<str> draft.pieces[at])
        elif name.is_sign:
            has_signs = True
        if size <= _LONGEST_DESCRIBED:
            said |= walk.said(node, name)
    return _new_block(
        (
            index,
            draft.text,
            draft.printed,
            draft.kind,
            tag,
            draft.node,
            own,
            within,
            said,
            _HEADINGS.get(tag, 0),
            draft.cells,
            min(draft.linked, size),
            min(stressed, size),
            has_signs,
            *_DEFAULTS,
        )
    )


cdef object _new_block(tuple values):
    """A block of these values. It is made without a call of its `__init__`, which costs as much as
    the walk to it."""
    block = _new(Block)
    cdef Py_ssize_t at
    for at in range(len(values)):
        PyObject_GenericSetAttr(block, _FIELDS[at], values[at])
    return block


def split_by(cetree._Element root not None, dict roles not None):
    """Split a tree into blocks, given what each element does to them."""
    cdef Walk walk = Walk(root, roles)
    cdef Draft draft
    cdef Py_ssize_t node, number, before, at, count
    cdef Name name
    walk.run(root._c_node)
    for draft in walk.drafts:
        _read(walk, draft)
    masses = _masses(walk.parent, walk.drafts)
    own, signatures = [], []
    for node in range(len(walk.parent)):
        if masses[node]:
            name = walk.names.of(walk.elements.nodes[node])
            said, signature = walk.container(walk.elements.nodes[node], name)
        else:
            said, signature = 0, walk.tag[node]
        own.append(said | walk.around[node])
        signatures.append(signature)
    within = _within(walk.parent, own, masses)
    blocks, kept, index_of = [], [], []
    for draft in walk.drafts:
        index_of.append(len(blocks))
        if draft.text:
            blocks.append(_block(walk, len(blocks), draft, own[draft.node], within[draft.node]))
            kept.append((draft.pieces, draft.spans))
    index_of.append(len(blocks))
    count = len(walk.drafts)
    return _html.Split(
        blocks=tuple(blocks),
        outline=Outline(
            tuple(walk.parent), tuple(walk.tag), tuple(own), tuple(within), tuple(signatures)
        ),
        pictures=tuple(
            [
                _picture(index_of[min(before, count)], at, number, walk.images.nodes[number])
                for number, (before, at) in enumerate(walk.pictures)
            ]
        ),
        elements=walk.elements,
        inlines=walk.inlines,
        images=walk.images,
        spans=kept,
        frames=[(index_of[min(before, count)], at, element) for before, at, element in walk.frames],
        starts=[index_of[min(before, count)] for before in walk.drafts_before],
    )


cdef object _picture(Py_ssize_t before, Py_ssize_t at, Py_ssize_t number, xmlNode* node):
    """A picture with what its attributes say."""
    cdef xmlAttr* attribute = node.properties
    alt = title = caption = credit = ""
    while attribute != NULL:
        if _is(attribute, "alt"):
            alt = _value(node, attribute)
        elif _is(attribute, "title"):
            title = _value(node, attribute)
        elif _is(attribute, "data-caption"):
            caption = _value(node, attribute)
        elif _is(attribute, "data-credit"):
            credit = _value(node, attribute)
        attribute = attribute.next
    return Picture(before, at, number, alt, title, caption, credit)



cdef class Paths:
    """The XPaths of one tree, by the address of each node."""

    cdef dict steps, known
    cdef list trees

    def __cinit__(self):
        self.steps, self.known, self.trees = {}, {}, []

    def path(self, cetree._Element element not None):
        """The XPath of an element, from the root down."""
        cdef xmlNode* node = element._c_node
        cdef list line = []
        cdef str path = ""
        if not self.trees or self.trees[0] is not element._doc:
            self.trees = [element._doc]
            self.steps.clear()
            self.known.clear()
        while node != NULL and node.type == XML_ELEMENT_NODE:
            found = self.known.get(<size_t> node)
            if found is not None:
                path = found
                break
            line.append(<size_t> node)
            node = node.parent
        for at in reversed(line):
            path = path + "/" + self.step(<xmlNode*> <size_t> at)
            self.known[at] = path
        return path

    cdef str step(self, xmlNode* node):
        cdef xmlNode* parent = node.parent
        step = self.steps.get(<size_t> node)
        if step is not None:
            return step
        if parent == NULL or parent.type != XML_ELEMENT_NODE:
            return cetree.namespacedName(node)
        self.number(parent)
        return self.steps[<size_t> node]

    cdef number(self, xmlNode* parent):
        """Keep the XPath step of each child of an element."""
        cdef xmlNode* child = _first_child(parent)
        cdef dict numbers = {}
        cdef list numbered = []
        cdef Py_ssize_t at = 0
        cdef str tag
        while child != NULL:
            tag = cetree.namespacedName(child)
            number = numbers[tag] = numbers.get(tag, 0) + 1
            numbered.append((<size_t> child, tag, number))
            child = _element(child.next)
        for node, tag, number in numbered:
            at += 1
            if not _is_plain(tag):
                self.steps[node] = f"*[{at}]"
            elif numbers[tag] == 1:
                self.steps[node] = tag
            else:
                self.steps[node] = f"{tag}[{number}]"


def texts(cetree._Element root not None):
    """The visible texts of an element in order, with a space where a block or a line ends."""
    cdef Names names = Names(_ROLES)
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef xmlNode* row = NULL
    cdef xmlNode* child
    cdef list found = []
    cdef bint behind_words = False
    cdef bint goes_in
    cdef Name name
    cdef str text
    while True:
        name = names.of(node)
        goes_in = node == top or not (
            name.role == SKIP
            or name.role == PICTURE
            or behind_words and name.role == INLINE and _may_be_aside(node, name, root)
        )
        if goes_in:
            if name.role == ROW and (row == NULL or row == node):
                row = node if _is_data_row(cetree.elementFactory(root._doc, node)) else NULL
                behind_words = False
            if name.role > INLINE:
                behind_words = behind_words and row != NULL
                found.append(" ")
            text = cetree.textOf(node)
            if text:
                behind_words = behind_words or not text.isspace()
                found.append(text)
            child = _first_child(node)
            if child != NULL:
                node = child
                continue
        while True:
            if goes_in:
                name = names.of(node)
                if name.role == ROW and (row == NULL or row == node):
                    row = NULL
                    behind_words = False
                if name.role > INLINE:
                    behind_words = behind_words and row != NULL
                    found.append(" ")
            if node == top:
                return found
            text = cetree.tailOf(node)
            if text:
                behind_words = behind_words or not text.isspace()
                found.append(text)
            child = _element(node.next)
            if child != NULL:
                node = child
                break
            node = node.parent
            goes_in = True


cdef bint _may_be_aside(xmlNode* node, Name name, cetree._Element root) except -1:
    """Whether an inline element is a hidden aside."""
    return _may_be_marked(node, name) and _is_marked_hidden(cetree.elementFactory(root._doc, node))


def is_deeper(cetree._Element root not None, Py_ssize_t depth):
    """Whether a tree has elements below a depth: one at that depth has children."""
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = _first_child(top)
    cdef xmlNode* below
    cdef Py_ssize_t level = 1
    if depth <= 0:
        return node != NULL
    while node != NULL:
        below = _first_child(node)
        if below != NULL:
            if level >= depth:
                return True
            node, level = below, level + 1
            continue
        while node != top and _element(node.next) == NULL:
            node, level = node.parent, level - 1
        if node == top:
            return False
        node = _element(node.next)
    return False


cdef enum:
    # bytes that a start tag of 1,500 attributes has at least: see `newsparse.read.tree`
    _SHORTEST_LONG_TAG = 3_000
    _COMMENT_SHARE = 4

cdef struct Rest:
    const char* at
    const char* end
    bint no_double
    bint no_single


def has_long_tag(bytes data not None):
    """Whether a page may have a start tag of 1,500 attributes. Quotes count behind `=` only, and
    only where they are closed; a tag that is long enough for other reasons counts too."""
    cdef const char* start = data
    cdef const char* end = start + len(data)
    cdef const char* at = start
    cdef Rest rest
    rest.end, rest.no_double, rest.no_single = end, False, False
    while True:
        at = <const char*> memchr(at, b"<", end - at)
        if at == NULL:
            return False
        at += 1
        if not _is_letter(at[0]):
            continue
        rest.at = at
        _to_tag_end(&rest)
        if rest.at - at >= _SHORTEST_LONG_TAG:
            return True


cdef void _to_tag_end(Rest* rest) noexcept:
    """Move to the next `<` or `>` outside quoted values, or past `_SHORTEST_LONG_TAG` bytes."""
    cdef const char* at = rest.at
    cdef const char* most = rest.end
    cdef const char* closing
    if rest.end - at >= _SHORTEST_LONG_TAG:
        most = at + _SHORTEST_LONG_TAG
    while at < most and at[0] != b"<" and at[0] != b">":
        if at[0] != b"=":
            at += 1
            continue
        at += 1
        while at < rest.end and _is_space(at[0]):
            at += 1
        if at < rest.end and (at[0] == b'"' and not rest.no_double or at[0] == b"'" and not rest.no_single):
            closing = <const char*> memchr(at + 1, at[0], rest.end - at - 1)
            if closing != NULL:
                at = closing + 1
            elif at[0] == b'"':
                rest.no_double = True
            else:
                rest.no_single = True
    rest.at = at


def is_closed(bytes data not None):
    """Whether each comment, title, style, textarea, script, iframe and noscript of a page ends
    before another one of its kind begins, and no comment is a quarter of the page: then there is
    nothing that `newsparse.read.repair` mends."""
    cdef const char* start = data
    cdef const char* end = start + len(data)
    cdef const char* at = start
    cdef const char* content
    cdef const char* edge
    cdef const char* name
    cdef Py_ssize_t size
    while True:
        at = <const char*> memchr(at, b"<", end - at)
        if at == NULL:
            return True
        at += 1
        if end - at >= 3 and at[0] == b"!" and at[1] == b"-" and at[2] == b"-":
            content = at + 3
            if content < end and content[0] == b">":
                at = content
                continue
            if end - content >= 2 and content[0] == b"-" and content[1] == b">":
                at = content
                continue
            edge = _comment_end(content, end)
            if edge == NULL or (edge - content) * _COMMENT_SHARE >= end - start:
                return False
            at = edge
            continue
        name = _hiding_name(at, end)
        if name == NULL:
            continue
        size = strlen(name)
        content = at + size
        while content < end and content[0] != b"<" and content[0] != b">":
            content += 1
        if content == end or content[0] == b"<":
            at += size
            continue
        content += 1
        if (content - 2)[0] == b"/":
            at = content
            continue
        edge = _edge(content, end, name, size)
        if edge == NULL or edge[1] != b"/":
            return False
        at = content if name[0] == b"n" else edge


cdef const char* _comment_end(const char* at, const char* end) noexcept:
    """Where a comment ends; NULL if it does not."""
    while True:
        at = <const char*> memchr(at, b"-", end - at)
        if at == NULL or end - at < 3:
            return NULL
        if at[1] == b"-" and (at[2] == b">" or end - at >= 4 and at[2] == b"!" and at[3] == b">"):
            return at
        at += 1


cdef const char* _HIDING[6]
_HIDING[:] = [b"script", b"style", b"title", b"textarea", b"iframe", b"noscript"]


cdef const char* _hiding_name(const char* at, const char* end) noexcept:
    """The element that begins at a name, of those whose content hides markup; NULL for others."""
    cdef char first
    cdef int which
    if at >= end:
        return NULL
    first = at[0] | 0x20
    if first == b"s" or first == b"t" or first == b"i" or first == b"n":
        for which in range(6):
            if _is_name(at, end, _HIDING[which], strlen(_HIDING[which])):
                return _HIDING[which]
    return NULL


cdef bint _is_name(const char* at, const char* end, const char* name, Py_ssize_t size) noexcept:
    """Whether a name stands here in any case, and white space, a slash or `>` after it."""
    cdef Py_ssize_t i
    if end - at <= size:
        return False
    for i in range(size):
        if (at[i] | 0x20) != name[i]:
            return False
    return _is_space(at[size]) or at[size] == b"/" or at[size] == b">"


cdef const char* _edge(const char* at, const char* end, const char* name, Py_ssize_t size) noexcept:
    """The next start or end tag of this name; NULL if there is none."""
    cdef const char* found
    while True:
        at = <const char*> memchr(at, b"<", end - at)
        if at == NULL:
            return NULL
        found = at + 2 if end - at > 1 and at[1] == b"/" else at + 1
        if _is_name(found, end, name, size):
            return at
        at += 1


cdef inline bint _is_letter(char letter) noexcept:
    return b"a" <= (letter | 0x20) <= b"z"


cdef inline bint _is_space(char letter) noexcept:
    return letter == b" " or b"\t" <= letter <= b"\r"
