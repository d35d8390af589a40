"""Titles before and behind names: who holds which office, of which organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word
from kg.extract.ordered.composing import is_body_name, is_capital, origin_actor, phrase, text_of
from kg.extract.ordered.unlisted import named_body, named_person

if TYPE_CHECKING:
    from kg.extract.ordered.noun_phrases import NounPhrases


@dataclass(slots=True)
class Office:
    """A title with the organisation that it is held in, where the words before or behind it name one."""

    title: Word
    entry: Mapping[str, Any]
    organisation: Phrase | None
    deputy: str = ""
    """What a deputy is to the organisation, in the words of the ontology; empty where the holder is none."""
    former: bool = False
    one: bool = False
    """Whether one of several is meant: "one of its commanders"."""

    @property
    def several(self) -> bool:
        """Whether its title means several."""
        return is_several(self.title)

    @property
    def is_of_person(self) -> bool:
        """Whether one person leads or speaks for a body by it, so that "which" takes up the body."""
        return not (self.several or self.entry.get("any")) and self.entry["relation"] in (
            "commands",
            "memberOf",
        )

    def of(self, person: Phrase, *, listed: bool = False) -> list[Stated]:
        """What it states of ``person``; a title in the plural only where he is ``listed`` as one of its holders."""
        relation, body = self.entry["relation"], self.organisation
        if body is None or self.former or relation == "none" or body is person:
            return []
        if self.several and not (listed or self.one) and not self.entry.get("any"):
            return []
        relation = self.deputy or relation
        one, other = (body, person) if self.entry.get("swapped") else (person, body)
        start, end = (
            min(person.start, body.start, self.title.start),
            max(person.end, body.end, self.title.end),
        )
        return [Stated(one, relation, other, start, end, "title", self.title.start, background=True)]


def is_several(title: Word) -> bool:
    """Whether a title means several: "ministers", "ministers of state", but not "minister of foreign affairs"."""
    noun = title.text.partition(" of ")[0]
    return noun.endswith("s") and not noun.endswith("ss")


def entitled(items: list[Node], owner: Phrase | None, reader: NounPhrases) -> list[Node] | None:
    """The person whom ``items`` name with a title, or by a title alone; None where no title decides."""
    lexicon = reader.lexicon
    titles = [
        i
        for i, node in enumerate(items)
        if isinstance(node, Word) and node.is_a("title") and not _is_within_name(items, i, lexicon)
    ]
    if not titles:
        return None
    if len(titles) > 1 and isinstance(rival := items[titles[0]], Word) and rival.is_a("distinguishing"):
        # "Rival army commander X" commands the army.
        return entitled([*items[: titles[0]], *items[titles[0] + 1 :]], owner, reader)
    if _is_of_name(items, titles[-1], lexicon):
        return None
    after = items[titles[-1] + 1 :]
    person = _person(after, reader) or _any_actor(after, items[titles[-1]], reader)
    if after and person is None:
        return None
    words = [node for i in titles if isinstance(node := items[i], Word)]
    title = next((word for word in words if lexicon.pack.titles[word.core]["relation"] != "none"), words[0])
    entry = lexicon.pack.titles[title.core]
    before = [node for i, node in enumerate(items[: titles[-1]]) if i not in titles]
    office = Office(
        title,
        entry,
        _organisation(before, owner, entry, reader),
        deputy=_of_deputies(items, lexicon),
        former=any(isinstance(node, Word) and node.is_a("former") for node in items),
    )
    several = is_several(title) and entry["relation"] != "none" and not entry.get("any")
    if person is not None and not several:
        reader.stated.extend(office.of(person))
        if office.organisation is None and entry["relation"] != "none":
            reader.titled[id(person)] = office
        return [person]
    if entry["relation"] == "none" and not entry.get("alone"):
        return None
    own = items[: titles[-1] + 1]
    holder = phrase(own, None, how="office", head=title.core)
    holder.actor = reader.entities.unlisted_actor(text_of(own), "Person")
    holder.generic = office.organisation is None
    reader.offices[id(holder)] = office
    return [holder] if person is None else [holder, person]


def _is_within_name(items: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a form of address stands between names, so that it is one itself: "Ismail Haji Adow"."""
    word, beside = (
        items[position],
        [*items[max(0, position - 1) : position], *items[position + 1 : position + 2]],
    )
    assert isinstance(word, Word)
    entry = lexicon.pack.titles[word.core]
    plain = [isinstance(node, Word) and not node.classes and is_capital(node, lexicon) for node in beside]
    return entry["relation"] == "none" and not entry.get("alone") and len(plain) == 2 and all(plain)


def _is_of_name(items: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a word for a branch or the like ends a name: "Operation Olive Branch"."""
    word, before = items[position], items[position - 1] if position else None
    if not isinstance(word, Word) or not lexicon.pack.titles[word.core].get("any"):
        return False
    return word.written[:1].isupper() and before is not None and is_capital(before, lexicon)


def _of_deputies(items: list[Node], lexicon: Lexicon) -> str:
    frame = lexicon.wordless.get("deputy")
    deputy = any(isinstance(node, Word) and node.is_a("deputy") for node in items)
    return frame.relation if deputy and frame is not None else ""


def _person(items: list[Node], reader: NounPhrases) -> Phrase | None:
    if len(items) == 1 and isinstance(items[0], Phrase):
        actor = items[0].actor
        return items[0] if actor is not None and actor.type == "Person" else None
    named = [
        node
        for node in items
        if isinstance(node, Phrase)
        or is_capital(node, reader.lexicon)
        or node.is_a("name_link")
        or (node.is_a("title") and node.written[:1].isupper())
    ]
    if not items or len(named) != len(items):
        return None
    return named_person(items, reader.entities)


def _any_actor(items: list[Node], title: Node, reader: NounPhrases) -> Phrase | None:
    """An organisation behind a word such as "ally": "Iran's ally Hezbollah"."""
    only = items[0] if len(items) == 1 else None
    allowed = isinstance(title, Word) and reader.lexicon.pack.titles[title.core].get("any")
    return only if allowed and isinstance(only, Phrase) and only.actor is not None else None


def _organisation(
    items: list[Node], owner: Phrase | None, entry: Mapping[str, Any], reader: NounPhrases
) -> Phrase | None:
    named = [
        node
        for node in items
        if isinstance(node, Phrase) or not (_is_adjective(node) or node.is_a("deputy", "former"))
    ]
    if entry["relation"] == "partOf" and named and all(_is_kind(node, reader.lexicon) for node in named):
        # "The insurgent wing of X" is no wing of insurgents.
        named = []
    of_body = owner is not None and owner.actor is not None and owner.actor.type not in ("State", "Person")
    ally = owner is not None and entry.get("any") and (owner.how == "pronoun" or owner.actor is not None)
    if ally and named and all(_is_common(node) or not isinstance(node, Phrase) for node in named):
        # "Its Shiite militia allies" are its allies.
        named = []
    if of_body and named and all(_is_common(node) for node in named):
        # "X's Iraqi military commander" commands X.
        named = []
    if ally and named and all(_is_country(node) for node in named):
        # "X's Yemen branch" is a branch of X.
        return owner
    if not named:
        if entry.get("peer"):
            return None
        if (
            owner is not None
            and entry.get("any")
            and owner.how == "thing"
            and owner.head in ("name", "single-name")
        ):
            # "X's backers".
            owner = named_person([*owner.words], reader.entities)
        elif owner is not None and is_body_name(owner, reader.lexicon, reader.definite):
            owner = named_body([*owner.words], {"type": "Organization"}, reader.entities)
        return owner if owner is None or may_own(owner, entry) else None
    only = named[-1]
    if isinstance(only, Word) and only.is_a("nisba"):
        if owner is not None and may_own(owner, entry) and not entry.get("peer"):
            # "X's Syrian arm" is an arm of X in Syria.
            return owner
        actor = origin_actor(only, reader.lexicon, reader.entities)
        body = phrase([only], actor, how="origin") if actor is not None else None
    else:
        last = reader.read(named, owner)[-1]
        body = last if isinstance(last, Phrase) and last.actor is not None else None
        if body is None and isinstance(last, Phrase) and last.how == "thing" and last.head == "name":
            # "Free Path spokesman X": who nobody has listed speaks for a body.
            body = named_body([*last.words], {"type": "Organization"}, reader.entities)
    return body if body is not None and may_own(body, entry) else None


def _is_common(node: Node) -> bool:
    """Whether a word before a title only says of what kind the office is: "Iraqi military"; no name of its own."""
    if isinstance(node, Phrase):
        return len(node.words) > 1 and node.words[0].is_a("nisba") and node.words[-1].written.islower()
    return node.is_a("nisba", "head") and not (node.is_a("head") and node.written[:1].isupper())


def _is_kind(node: Node, lexicon: Lexicon) -> bool:
    """Whether a word only says what kind of men make up a wing or a branch: "insurgent", "militant"."""
    if not isinstance(node, Word) or not node.is_a("head") or node.core.endswith("s"):
        return False
    head = lexicon.pack.heads[node.core]
    return bool(head["role"] == "described" and head.get("armed"))


def _is_country(node: Node) -> bool:
    """Whether a word only says in which country a branch or the like is."""
    return isinstance(node, Phrase) and node.place is not None and node.place.type == "Country"


def _is_adjective(word: Word) -> bool:
    """Whether a word before a title only praises or ranks: "its essential ally"."""
    plain = not word.classes and not word.senses and word.written.islower()
    return plain or word.is_a("epithet", "ordinal")


def may_own(body: Phrase, entry: Mapping[str, Any]) -> bool:
    """Whether an office can be held in ``body``: of a state by those who lead it, of a person only by allies."""
    if body.how in ("pronoun", "short"):
        return True
    if body.actor is None:
        return False
    if body.actor.type == "Person":
        return bool(entry.get("any"))
    if body.actor.type != "State" or entry.get("of_state"):
        return True
    # "A spokesman for the Iraqi government", but "an Iraqi spokesman".
    last = body.words[-1] if body.words else None
    return entry["relation"] == "memberOf" and last is not None and last.is_a("head")
