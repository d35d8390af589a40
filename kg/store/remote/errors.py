"""What can go wrong between this program and a server, each with its way out.

An address is shown without its query and never with who asks: neither a key nor a password can get into a message.
"""

from __future__ import annotations

from kg.errors import KGError

_PAGE = "docs/stores.md tells how"


class BadAddressError(KGError):
    """An address that cannot be that of a store."""

    def __init__(self, shown: str, problem: str, way_out: str) -> None:
        super().__init__(f"the store's address {shown} {problem}; {way_out}")


class NotAServerError(KGError):
    """Nothing at the address answers SPARQL."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"{shown} does not answer SPARQL ({problem}); give the address that takes queries, {_PAGE}"
        )


class NotWritableError(KGError):
    """No address of the server takes updates."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"no address for updates was found beside {shown} ({problem}); "
            "add it, as in https://host/query#update=/update"
        )


class UnreachableError(KGError):
    """No connection, or one that broke before the answer was there."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(f"the server at {shown} {problem}; try again, or see whether it runs")


class AccessError(KGError):
    """The server wants to know who asks, or does not let them."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"the server at {shown} {problem}; set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN, "
            "or put the host into ~/.netrc"
        )


class MovedError(KGError):
    """A redirect. Whoever follows one hands text and password to whoever it names."""

    def __init__(self, shown: str, target: str) -> None:
        super().__init__(
            f"the server at {shown} points to {target}; give that address if you know it to be the right one"
        )


class ServerFailedError(KGError):
    """The server says that it failed. ``status`` is that of HTTP."""

    def __init__(self, shown: str, status: int, problem: str) -> None:
        self.status = status
        self.problem = problem
        super().__init__(
            f"the server at {shown} failed with status {status}: {problem}; its own log may say more"
        )


class CutAnswerError(KGError):
    """An answer that is not whole. No part of it counts."""

    def __init__(self, shown: str, problem: str, way_out: str = "ask again, or ask for less") -> None:
        super().__init__(f"the server at {shown} gave a part of an answer: {problem}; {way_out}")


class StrangeAnswerError(KGError):
    """An answer that is not what SPARQL 1.1 says it should be."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"the server at {shown} gave no answer that can be read: {problem}; "
            "see whether the address is the one that takes queries"
        )


class RefusedWriteError(KGError):
    """The server did not take a change. The store is as it was."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"the server at {shown} did not take the last change: {problem}; nothing of it is there"
        )


class UnknownOutcomeError(KGError):
    """A change that the server may have taken, wholly or in part."""

    def __init__(self, shown: str, problem: str) -> None:
        super().__init__(
            f"it is not known whether the server at {shown} took the last change ({problem}); "
            "run the command again: it is completed first"
        )


class HalfWrittenError(KGError):
    """A change that somebody has begun and not ended."""

    def __init__(self, shown: str, who: str) -> None:
        super().__init__(
            f"a change of the store at {shown} was begun by {who} and is not whole; wait if that still runs; "
            "if it was cut short, run 'kg load' there again, which completes it first"
        )


class ForeignGraphsError(KGError):
    """A server that holds something else, which would get into every answer."""

    def __init__(self, shown: str, graphs: list[str]) -> None:
        told = ", ".join(graphs[:3]) + (" …" if len(graphs) > 3 else "")
        super().__init__(
            f"the server at {shown} holds graphs of another kind ({told}), which would get into the answers; "
            "give the store a repository or database of its own"
        )


class DistrustedQueryError(KGError):
    """A query that the server is known to answer wrongly, over more data than can be fetched to answer it here."""

    def __init__(self, shown: str, count: int, most: int) -> None:
        super().__init__(
            f"the server at {shown} answers queries of this kind wrongly, and its {count:,} triples are more than the "
            f"{most:,} that are fetched to answer one here; write it without paths, EXISTS and grouped sub-selects, "
            "or take another server"
        )


class UnfitServerError(KGError):
    """A server whose answers would not be right."""

    def __init__(self, shown: str, problem: str, way_out: str) -> None:
        super().__init__(f"the server at {shown} cannot be the store: {problem}; {way_out}")
