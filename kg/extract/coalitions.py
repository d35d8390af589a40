"""Coalitions without a name: "a military coalition led by X" is an actor, and known where the registry lists it so."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.model import Entity

_MOST_ADJECTIVES = 3


def identify(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """Makes phrases of nouns for a coalition behind which stands who leads or formed it; in place."""
    position = 0
    while position < len(nodes):
        node = nodes[position]
        noun = node.words[0] if isinstance(node, Phrase) and node.how == "short" and node.words else node
        if isinstance(noun, Word) and noun.is_a("league") and not noun.suffix:
            behind = _behind_members(nodes, _behind_adjectives(nodes, position, lexicon), lexicon)
            leader = _leader(nodes, behind)
            if leader is not None:
                actor = entities.actor(f"{_slug(leader, lexicon)}-led-coalition", "Coalition", noun.written)
                nodes[position:behind] = [
                    Phrase(
                        noun.core_start, nodes[behind - 1].end, actor, None, noun.conjunction, noun.preposition,
                        head=noun.core, how="described", words=[noun],
                    )
                ]  # fmt: skip
        position += 1


def _behind_adjectives(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """The position behind the noun and its adjectives: "an Arab military coalition"."""
    first = nodes[position]
    noun = first.words[0] if isinstance(first, Phrase) else first
    definite = lexicon.is_definite(noun.core)
    step = position + 1
    while step < min(len(nodes), position + 1 + _MOST_ADJECTIVES):
        word = nodes[step]
        if not isinstance(word, Word) or not word.stands_alone:
            break
        if not (word.is_plain or word.is_a("nisba", "epithet", "as_adjective")):
            break
        if lexicon.is_definite(word.core) is not definite:
            break
        step += 1
    return step


def _behind_members(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """The position behind those whose coalition it is, where nobody names them: "a coalition of Arab states"."""
    node = nodes[position] if position < len(nodes) else None
    led = isinstance(node, Word) and node.is_a("partitive")
    members = nodes[position + 1] if led and position + 1 < len(nodes) else node
    if not isinstance(members, Phrase) or members.how != "described" or members.conjunction:
        return position
    belongs = members.preposition in lexicon.pack.words["belonging"]
    return position + 1 + led if led or belongs else position


def _leader(nodes: list[Node], position: int) -> Entity | None:
    """Who is said here to lead the coalition, or to have formed it."""
    cue, leader = (nodes[step] if step < len(nodes) else None for step in (position, position + 1))
    if not isinstance(cue, Word) or cue.conjunction or not isinstance(leader, Phrase):
        return None
    led = cue.is_a("leads_to_person")
    leads = bool(cue.suffix) and any(
        voice == "active" and frame.relation in ("commands", "alliedWith", "partOf")
        for frame, voice in cue.senses
    )
    named = not leader.preposition and not leader.conjunction
    return leader.actor if (led or leads) and named else None


def _slug(leader: Entity, lexicon: Lexicon) -> str:
    """What an id names the leader by: of a state the word for what comes from it."""
    own = leader.iri.rpartition("/")[2]
    state = lexicon.nisba_of(own)
    return state["slug"] if state is not None else own
