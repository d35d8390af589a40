"""``kg serve``: the explorer and the SPARQL endpoint, on this machine."""

from __future__ import annotations

from pathlib import Path

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
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="Seconds for a SPARQL query.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=16),
    default=1024,
    show_default=True,
    metavar="MB",
    help="Memory for a SPARQL query.",
)
@click.option(
    "--row-limit",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    metavar="N",
    help="Rows of an answer to a SPARQL query.",
)
@click.option(
    "--size-limit",
    type=click.FloatRange(min=0.001),
    default=20,
    show_default=True,
    metavar="MB",
    help="Size of an answer to a SPARQL query.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=4,
    show_default=True,
    metavar="N",
    help="SPARQL queries that run side by side.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="Another name under which this server is addressed, as by a proxy before it. [repeatable]",
)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Let in only who shows the token in this file, which is made if it is missing.",
)
@click.option("--allow-remote", is_flag=True, help="Let --host be an address that other machines reach.")
@store_option
@click.pass_obj
def command(
    settings: Settings,
    host: str,
    port: int,
    *,
    open_page: bool,
    time_limit: float,
    memory_limit: int,
    row_limit: int,
    size_limit: float,
    workers: int,
    hosts: tuple[str, ...],
    token_file: Path | None,
    allow_remote: bool,
) -> int:
    """Show the store in the browser, and answer SPARQL at /sparql, until interrupted.

    Prints the address of the page. Nothing is written, and documents may be loaded meanwhile: they
    show up by themselves. Only programs of this machine can reach the server, unless --host,
    --allow-remote and --token-file say otherwise.

    \b
    Examples:
      kg serve --open
      kg serve --port 0 --time-limit 60
      kg serve --host 0.0.0.0 --allow-remote --token-file ~/.config/rawabit/token
    """
    from kg.query import Limits
    from kg.web.serving import serve
    from kg.web.settings import Settings as Served
    from kg.web.token import read_token

    def tell(address: str) -> None:
        from kg.cli.output import write

        write(address)
        if open_page:
            click.launch(address)

    served = Served(
        Limits(time_limit, memory_limit, row_limit, int(size_limit * 1_000_000)),
        workers,
        hosts,
        None if token_file is None else read_token(token_file),
    )
    serve(settings.store, served, host=host, port=port, ready=tell, allow_remote=allow_remote)
    return 0
