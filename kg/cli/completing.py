"""What the Tab key offers for the words of a command. A store that cannot be read offers nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import KGError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


_MOST = 200
"""Ids that are offered for one beginning."""


def query_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The queries, those of the user's own folders too."""
    from kg.query import own_folders, own_queries, packaged_queries

    def named() -> Iterator[tuple[str, str]]:
        yield from ((each.name, each.header.summary) for each in packaged_queries())
        yield from ((each.name, each.header.summary) for each in own_queries(own_folders())[0])

    return _offer(begun, named())


def relation_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The relations of the ontology."""
    from kg.ontology import relations

    return _offer(begun, ((each.name, each.label) for each in relations()))


def class_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The classes of the ontology."""
    from kg.ontology import classes

    return _offer(begun, ((each.name, each.label) for each in classes()))


def term_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """All terms of the ontology."""
    from kg.ontology import load_ontology

    return _offer(begun, ((each.name, each.label) for each in load_ontology().terms))


def format_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The export formats."""
    from kg.export.formats import FORMATS

    return _offer(begun, ((name, form.suffix) for name, form in FORMATS.items()))


def extractor_names(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The extractors that are installed."""
    from kg.extractors.installed import installed

    return _offer(begun, ((name, "") for name in installed()))


def entity_ids(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the actors and places: unlike names, they hold no space."""
    from kg.cli.opening import reading

    def named() -> Iterator[tuple[str, str]]:
        with reading(context.obj) as naming:
            yield from naming.ids_beginning(begun.lower(), _MOST)

    return _offer(begun, named())


def document_names(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of the documents in the store."""
    from kg.cli.opening import reading
    from kg.query.documents import stored_documents

    def named() -> Iterator[tuple[str, str]]:
        with reading(context.obj) as naming:
            yield from ((each.name, f"{each.claims} claims") for each in stored_documents(naming.store))

    return _offer(begun, named())


def _offer(begun: str, named: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    offered = []
    try:
        for name, about in named:
            if name.lower().startswith(begun.lower()):
                offered.append(CompletionItem(name, help=about))
    except KGError:
        # The command itself says what is wrong, once it is run.
        return offered
    return offered
