"""The server behind ``kg serve``: the explorer's page, a JSON API and a SPARQL endpoint over one store."""

from kg.web.app import create_app
from kg.web.settings import Settings

__all__ = ["Settings", "create_app"]
