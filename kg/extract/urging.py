"""Who is urged to a deed: the object of the verb, who is to do it."""

from __future__ import annotations

from kg.extract.agreement import is_oblique
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word, is_joined


def urged(arguments: Arguments, position: int) -> list[Phrase]:
    """Whom the verb before the deed at ``position`` urges to it: "X called on Y to end its support"."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if syntax.ends_clause(step):
            return []
        if isinstance(node, Word) and node.is_a("urging"):
            return _addressee(arguments, step, position)
        if isinstance(node, Word) and node.is_a("inviting_noun") and not node.suffix:
            return _invited(arguments, step, position)
        if isinstance(node, Word) and node.is_a("urging_noun") and not node.suffix:
            owned = syntax.governors[step + 1] in ("of", "bare") and arguments.fits(step + 1, ACTOR)
            return arguments.members(step + 1, ACTOR) if owned and step + 1 < position else []
        if syntax.is_verb(step):
            return []
    return []


def prevented(arguments: Arguments, position: int) -> list[Phrase] | None:
    """Who is kept from the deed at ``position``, empty where nobody knows; None where nobody is kept from it.

    Whoever keeps him from it would not do it himself: "X barred Y from entering P".
    """
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("preventing"):
            bare = [
                at
                for at in range(step + 1, position)
                if syntax.governors[at] in ("bare", "of") and arguments.fits(at, ACTOR)
            ]
            named = [at for at in bare if not is_joined(syntax.nodes[at])]
            several = node.core.endswith(syntax.lexicon.verb_plurals)
            before = syntax.nodes[step - 1] if step else None
            kept = len(named) > 1 or (named and (several or isinstance(before, Phrase)))
            return arguments.members(named[-1], ACTOR) if kept and not node.suffix else []
        if syntax.ends_clause(step):
            return None
    return None


def _addressee(arguments: Arguments, verb: int, deed: int) -> list[Phrase]:
    bare = [
        step
        for step in range(verb + 1, deed)
        if arguments.syntax.governors[step] in ("bare", "speaker") and arguments.fits(step, ACTOR)
    ]
    named = [step for step in bare if not is_joined(arguments.syntax.nodes[step])]
    before = arguments.syntax.nodes[verb - 1] if verb else None
    led = isinstance(before, Phrase) or (isinstance(before, Word) and before.mark)
    object_ = bool(named) and is_oblique(arguments.syntax.nodes[named[-1]], arguments.syntax.lexicon)
    if len(named) > 1 or (named and (led or object_)):
        return arguments.members(named[-1], ACTOR)
    return []


def _invited(arguments: Arguments, noun: int, deed: int) -> list[Phrase]:
    """Who is invited to the deed: "an invitation to X to visit P"; where only the host is named, who received it."""
    leads = arguments.syntax.lexicon.pack.words["invited_prep"]
    known = [step for step in range(noun + 1, deed) if arguments.fits(step, ACTOR)]
    for step in known:
        if arguments.syntax.governors[step] in leads:
            return arguments.members(step, ACTOR)
    guest = arguments.left(noun, ACTOR) if known else None
    return arguments.members(guest, ACTOR) if guest is not None else []
