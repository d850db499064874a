"""What stands in names in every language: degrees behind them, pairs of initials before them."""

from __future__ import annotations

from typing import Final

CREDENTIALS: Final = frozenset(
    """
    phd md do mph rn rd rdn ld ldn cpa cfp esq mba msw lcsw lmft lpc psyd jd ma ms msc bsc ba bs
    dvm vmd dds dmd pt dpt np aprn fnp pharmd cscs cissp pe aia faia faap facp mbbs frcs frcp
    facog edd mfa llm llb cfa ea rph acc pcc cpt lvt cvt vts foma dabom faclm ryt e-ryt dacvb
    dacvim ccrn
    """.split()
)
"""Degrees and memberships after a name, full stops dropped; they are no part of it."""

INITIAL_PAIRS: Final = frozenset(
    """
    AJ CJ DJ EJ JB JC JD JJ JK JP JR JT KC KJ LJ MJ PJ RJ TJ TK BJ CD CW DW EB GK HG JM RC RW TS
    WB
    """.split()
)
"""Pairs of initials that stand for a first name."""
