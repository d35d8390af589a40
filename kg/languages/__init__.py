"""Language packs: what the extractor knows of a language, as data. The folders beside this file hold one pack each."""

from kg.languages.frames import Frame, Slot
from kg.languages.pack import Grammar, LanguagePack, UnknownLanguageError, load_pack, pack_files, packs

__all__ = [
    "Frame",
    "Grammar",
    "LanguagePack",
    "Slot",
    "UnknownLanguageError",
    "load_pack",
    "pack_files",
    "packs",
]
