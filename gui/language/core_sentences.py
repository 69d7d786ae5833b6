"""What the core says, in the language of the window.

The core speaks English only: to the console, into records that are read on other machines, across the pipe of a worker.
Its sentences are known from the sources (`make translations` lists them, with places for their values), so that one is
recognised here, taken apart, and put together again in the other language. What isn't recognised stays English.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Formatter

from gui.language.translate import CATALOGUES, local_number, of_the_core, speaks_english

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: (?:%|[kMGT]?B|s|min|h))?")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z'`“])")
#: What a value may lie in, such as a path, is looked through for sentences no deeper than that.
_DEEPEST = 4
_FEWEST_LETTERS = 9
#: Lists of files and folders; a sentence is shorter.
_LONGEST = 4000


def said_by_core(text: str) -> str:
    """Return what the core said, one sentence or several, in the language of the window."""
    return text if speaks_english() or not text or len(text) > _LONGEST else _translated(text, 0)


@dataclass(frozen=True)
class _Template:
    """A sentence with places for its values: how it begins and ends, and how they are found in it.

    is_weak: it says so little itself, as in "{images} images", that only numbers are taken for its values: a file may
    be called "salt and pepper.jpg".
    """

    text: str
    beginning: str
    ending: str
    pattern: re.Pattern[str]
    is_weak: bool

    def values_in(self, text: str) -> dict[str, str] | None:
        """Return what stands in the places, None where `text` is another sentence."""
        if not (text.startswith(self.beginning) and text.endswith(self.ending)):
            return None
        found = self.pattern.fullmatch(text)
        if found is None or (self.is_weak and not all(map(_NUMBER.fullmatch, found.groups()))):
            return None
        return found.groupdict()


@lru_cache(maxsize=1024)
def _translated(text: str, depth: int) -> str:
    whole = _one_translated(text, depth)
    if whole is not None:
        return whole
    sentences = _END_OF_SENTENCE.split(text)
    done: list[str] = []
    while sentences:
        for count in range(len(sentences), 0, -1):
            found = _one_translated(" ".join(sentences[:count]), depth) if count < len(sentences) or done else None
            if found is not None or count == 1:
                done.append(sentences[0] if found is None else found)
                del sentences[:count]
                break
    return " ".join(done)


def _one_translated(text: str, depth: int) -> str | None:
    """Return the translation of a text that one of the core's texts is, None where none is."""
    if words := of_the_core(text):
        return words.format() if "{{" in words else words
    if _NUMBER.fullmatch(text):
        return local_number(text)
    for template in _templates():
        values = template.values_in(text)
        if values is not None and (words := of_the_core(template.text)):
            return words.format(**{name: _value(value, depth) for name, value in values.items()})
    return None


def _value(text: str, depth: int) -> str:
    """Return a value in the other language. One that is a sentence may begin without a capital, or lack its stop."""
    if depth >= _DEEPEST or not text:
        return text
    capital = text[0].upper() + text[1:]
    for sentence in dict.fromkeys((text, capital, f"{text}.", f"{capital}.")):
        found = _one_translated(sentence, depth + 1)
        if found is not None:
            return found.removesuffix(".") if sentence[-1] == "." != text[-1] else found
    return _translated(text, depth + 1)


@cache
def _templates() -> tuple[_Template, ...]:
    """Return the core's texts that have places, those that say most themselves first."""
    file = CATALOGUES / "core_sentences.json"
    texts: list[str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    known = [(_own_words(text), text) for text in texts]
    with_places = [(words, text) for words, text in known if len(words) > 1 and "".join(words).strip(" .,:;()'")]
    with_places.sort(key=lambda one: -sum(map(len, one[0])))
    return tuple(
        _Template(text, words[0], words[-1], _pattern_of(text), _is_weak(words)) for words, text in with_places
    )


def _is_weak(words: list[str]) -> bool:
    letters = sum(letter.isalpha() for letter in "".join(words))
    return letters < _FEWEST_LETTERS and not words[0][:1].isupper() and not words[-1].endswith(".")


def _own_words(text: str) -> list[str]:
    """Return what stands before, between and after the places of a text."""
    words = [""]
    for literal, name, _, _ in Formatter().parse(text):
        words[-1] += literal
        if name is not None:
            words.append("")
    return words


def _pattern_of(text: str) -> re.Pattern[str]:
    pattern, seen = "", set[str]()
    for literal, name, _, _ in Formatter().parse(text):
        pattern += re.escape(literal)
        if name is not None:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return re.compile(pattern, re.DOTALL)
