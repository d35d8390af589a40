"""Who writes, told to those who find a change half done."""

from __future__ import annotations

import os
import platform

from kg.store.ledger import now


def myself() -> str:
    """Host, process and time, such as ``process 4711 on atlas at 2020-01-01T00:00:00Z``."""
    return f"process {os.getpid()} on {platform.node() or 'an unnamed machine'} at {now()}"
