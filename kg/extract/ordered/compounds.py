"""What parts of words say: "X-backed", "pro-X", and "X-led" within a known name."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word
from kg.extract.ordered.composing import is_capital, origin_actor, phrase, trailing_capitals
from kg.extract.ordered.unlisted import named_person
from kg.languages import Frame


@dataclass(slots=True)
class Compounds:
    """Reads compounds among the words of one sentence; ``stated`` gathers what they say."""

    lexicon: Lexicon
    entities: Entities
    stated: list[Stated] = field(default_factory=list)

    def without_compounds(self, items: list[Node]) -> tuple[list[Node], list[tuple[Frame, Phrase, Word]]]:
        """The items without "X-backed" and "pro-X", and what these say: the frame and whom they name."""
        found: list[tuple[Frame, Phrase, Word]] = []
        rest: list[Node] = []
        position = 0
        while position < len(items):
            node = items[position]
            following = items[position + 1] if position + 1 < len(items) else None
            if isinstance(node, Word) and node.has_voice("prefix") and following is not None:
                named, behind = self._prefixed(following)
                items = [*items[: position + 1], named, *behind, *items[position + 2 :]]
                arguments, position = [named], position + 2
            elif isinstance(node, Word) and node.has_voice("compound"):
                arguments = _trailing_name(rest, self.lexicon)
                del rest[len(rest) - len(arguments) :]
                position += 1
            elif isinstance(node, Word) and node.is_a("tail"):
                arguments = _trailing_name(rest, self.lexicon)
                del rest[len(rest) - len(arguments) :]
                position += 1
                continue
            else:
                rest.append(node)
                position += 1
                continue
            whom = self.whom(arguments) if arguments else None
            if whom is None and arguments and "place" in node.senses[0][0].object.kinds:
                whom = self._people_of(arguments[-1])
            if whom is None and arguments and "place" in node.senses[0][0].object.kinds:
                whom = next((n for n in arguments if isinstance(n, Phrase) and n.place is not None), None)
            if whom is not None:
                found.append((node.senses[0][0], whom, node))
        return rest, found

    def _prefixed(self, node: Node) -> tuple[Node, list[Word]]:
        """What a prefix belongs to of a known name, and what it leaves: "pro-Iranian militias" are no Iranian ones."""
        if not isinstance(node, Phrase) or len(node.words) < 2:
            return node, []
        if node.words[0].is_a("nisba"):
            return node.words[0], node.words[1:]
        whose = node.words[:-1]
        owner = self.entities.named(" ".join(word.core for word in whose))
        if node.words[-1].is_a("head") and node.words[-1].written.islower() and owner is not None:
            return phrase([*whose], owner, how="name"), node.words[-1:]
        return node, []

    def whom(self, items: list[Node]) -> Phrase | None:
        """Whom a part of a compound means: a name, an adjective of origin, or a group such as "rebel"."""
        last = items[-1]
        if isinstance(last, Phrase):
            return last if last.actor is not None else None
        if last.is_a("nisba"):
            actor = origin_actor(last, self.lexicon, self.entities)
            return phrase(items, actor, how="origin") if actor is not None else None
        head = self.lexicon.pack.heads.get(last.core, {})
        origin = items[-2] if len(items) > 1 else None
        if head.get("actor") == "state" and isinstance(origin, Word) and origin.is_a("nisba"):
            actor = origin_actor(origin, self.lexicon, self.entities)
            return phrase(items, actor, how="origin") if actor is not None else None
        slug = head.get("bare") or head.get("slug")
        if not slug and is_capital(last, self.lexicon) and not last.is_a("epithet"):
            return named_person([last], self.entities)
        if not slug:
            return None
        return phrase(items, self.entities.actor(slug, "DescribedGroup", last.written), how="described")

    def _people_of(self, word: Node) -> Phrase | None:
        """A people without a state, by its adjective: "the Kurdish-held enclave"."""
        if not isinstance(word, Word) or not word.is_a("nisba") or word.core.endswith("s"):
            return None
        actor = self.entities.actor(f"{word.core}-forces", "DescribedGroup", word.written)
        return phrase([word], actor, how="described")

    def say_compounds(self, last: Phrase, modifiers: list[tuple[Frame, Phrase, Word]]) -> None:
        """States what compounds say of the phrase ``last`` that they describe."""
        for frame, whom, word in modifiers:
            head = self.lexicon.pack.heads.get(last.head, {})
            if frame.of_men and head.get("machine"):
                continue
            if word.has_voice("prefix") and self._only_tells(last):
                # "Pro-X media": whose side they are on is said to weigh their word.
                continue
            one, other = (last, whom) if frame.swapped else (whom, last)
            self.stated.append(
                Stated(
                    one, frame.relation, other, min(one.start, other.start), max(one.end, other.end),
                    f"{frame.id}.compound", word.start, frame.confidence, background=True,
                )
            )  # fmt: skip

    def _only_tells(self, phrase: Phrase) -> bool:
        """Whether a phrase means those who are cited: media, activists, monitors."""
        head = self.lexicon.pack.heads.get(phrase.head, {})
        kind = phrase.actor.type if phrase.actor is not None else ""
        watching = self.lexicon.pack.words["watching"]
        if any(part in watching for word in phrase.words for part in word.text.split(" ")):
            return True
        return bool(head.get("source") or head.get("press")) or kind == "MediaOutlet"

    def say_wordless(self, way: str, one: Phrase, other: Phrase, trigger: int) -> None:
        """States what two nouns say by how they stand, where the pack has a frame of that ``wordless`` way."""
        frame = self.lexicon.wordless.get(way)
        if frame is None:
            return
        start, end = min(one.start, other.start), max(one.end, other.end)
        self.stated.append(
            Stated(
                one, frame.relation, other, start, end, frame.id, trigger, frame.confidence, background=True
            )
        )

    def say_inner(self, last: Phrase) -> None:
        """What a known name says itself: "the Saudi-led coalition", "Hezbollah's Radwan Force"."""
        for position, word in enumerate(last.words[1:], 1):
            if word.has_voice("compound"):
                whom = self.whom([last.words[position - 1]])
                self.say_compounds(last, [(word.senses[0][0], whom, word)] if whom is not None else [])
            elif word.is_a("possessive") and last.actor is not None and last.actor.type != "Person":
                whose = last.words[:position]
                owner = self.entities.named(" ".join(each.core for each in whose))
                if owner is not None and owner.type not in ("State", "Person"):
                    self.say_wordless("owned", last, phrase([*whose], owner, how="owner"), word.start)


def _trailing_name(items: list[Node], lexicon: Lexicon) -> list[Node]:
    """The name, adjective of origin or group noun that ends ``items``."""
    if not items:
        return []
    last = items[-1]
    named = isinstance(last, Phrase) or last.is_a("nisba", "head")
    if not isinstance(last, Phrase) and last.is_a("head") and len(items) > 1:
        before = items[-2]
        if isinstance(before, Word) and before.is_a("nisba"):
            return [before, last]
    return [last] if named else trailing_capitals(items, lexicon) or [last]
