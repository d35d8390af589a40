"""Rawabit: conflict reporting, Arabic first, as a knowledge graph whose every link leads back to its words."""

__version__ = "0.9.0"
