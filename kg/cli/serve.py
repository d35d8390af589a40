"""``kg serve``: the explorer and the SPARQL endpoint, on this machine."""

from __future__ import annotations

import click

from kg.cli.settings import Settings, store_option


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8642,
    show_default=True,
    metavar="N",
    help="Port to listen at; 0 takes any that is free.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="Another name under which this server is addressed, as by a proxy before it. [repeatable]",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@store_option
@click.pass_obj
def command(settings: Settings, host: str, port: int, *, hosts: tuple[str, ...], open_page: bool) -> int:
    """Show the store in the browser, and answer SPARQL at /sparql, until interrupted.

    Prints the address of the page. Nothing is written, and documents may be loaded meanwhile: they show up by
    themselves.

    \b
    Examples:
      kg serve --open
      kg serve --port 0
    """
    from kg.web.serving import serve
    from kg.web.settings import Settings as Served

    def tell(address: str) -> None:
        from kg.cli.output import write

        write(address)
        if open_page:
            click.launch(address)

    serve(settings.store, Served(hosts=hosts), host=host, port=port, ready=tell)
    return 0
