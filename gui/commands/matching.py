"""How well a command is meant by what somebody types: every word must be found, in any order, whole or in part."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What a found word is worth: as it begins a word, inside one, or only letter by letter.
_BEGINS, _INSIDE, _SCATTERED = 100, 40, 10
#: A word that stands in the name of a command is worth more than one in the name of its menu.
_IN_TITLE = 3
_FEWEST_SCATTERED = 3


@dataclass(frozen=True)
class Match:
    """A higher `score` is better; `places` are the letters of the title that were found."""

    score: float
    places: frozenset[int]


def match(typed: str, title: str, also: str = "") -> Match | None:
    """Return how well `title`, or `also` beside it, is meant by `typed`; None when one of its words is in neither."""
    score, places = 0.0, set[int]()
    for word in typed.casefold().split():
        in_title, beside = _find(word, title.casefold()), _find(word, also.casefold())
        if in_title is None and beside is None:
            return None
        worth = 0.0 if in_title is None else _IN_TITLE * in_title[0]
        score += max(worth, 0.0 if beside is None else beside[0])
        if in_title is not None:
            places.update(in_title[1])
    return Match(score=score - len(title) / 100.0, places=frozenset(places))


def _find(word: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """Return what finding `word` in `text` is worth and where it was found, or None."""
    beginning = re.search(rf"(?<![^\W_]){re.escape(word)}", text)
    if beginning is not None:
        whole = 1.0 if beginning.end() == len(text) or not text[beginning.end()].isalnum() else 0.9
        return _BEGINS * whole, tuple(range(beginning.start(), beginning.end()))
    inside = text.find(word)
    if inside >= 0:
        return _INSIDE, tuple(range(inside, inside + len(word)))
    return _find_scattered(word, text) if len(word) >= _FEWEST_SCATTERED else None


def _find_scattered(word: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """Find the letters of `word` in their order, the first at the beginning of a word: 'sttr' is 'Start training'."""
    for beginning in re.finditer(rf"(?<![^\W_]){re.escape(word[0])}", text):
        places = [beginning.start()]
        for letter in word[1:]:
            place = text.find(letter, places[-1] + 1)
            if place < 0:
                break
            places.append(place)
        if len(places) == len(word):
            gaps = places[-1] - places[0] + 1 - len(word)
            if gaps <= 2 * len(word):
                return _SCATTERED / (1.0 + gaps / len(word)), tuple(places)
    return None
