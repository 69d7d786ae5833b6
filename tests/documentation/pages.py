"""The pages that people read, taken apart: fenced blocks with what is said about them, links, and words of the window.

A block of `sh` or `python` is run, unless `<!-- not run: REASON -->` stands above it. `<!-- needs: photos run -->` on
a page says what a reader has before the first command. What is done with all that is the tests' own business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
#: In which a block may be written; only the first two are run.
LANGUAGES = ("sh", "python", "text", "json")

_FENCE = re.compile(r"^ *```(\S*)\n(.*?)^ *```$", flags=re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"<!-- not run: (\S[^>]*\S) -->\s*\Z")
_NEEDS = re.compile(r"^<!-- needs: ([a-z ]+) -->$", flags=re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


@dataclass(frozen=True)
class Block:
    """A fenced block. `line`: of its page, counted from 1. `why_not_run`: '' when it is to be run."""

    language: str
    text: str
    line: int
    why_not_run: str

    @property
    def is_run(self) -> bool:
        """Whether it is a program, and nothing speaks against running it."""
        return self.language in ("sh", "python") and not self.why_not_run


@dataclass(frozen=True)
class Page:
    """A page, and what of it can be checked."""

    file: Path
    text: str

    @property
    def name(self) -> str:
        """Its path in the repository."""
        return self.file.relative_to(ROOT).as_posix()

    @property
    def needs(self) -> frozenset[str]:
        """What a reader has before the first command."""
        return frozenset(word for line in _NEEDS.findall(self.text) for word in line.split())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its fenced blocks, from top to bottom."""
        found = []
        for match in _FENCE.finditer(self.text):
            before = self.text[: match.start()]
            reason = _NOT_RUN.search(before)
            found.append(Block(match[1], match[2], before.count("\n") + 1, reason[1] if reason else ""))
        return tuple(found)

    @property
    def code(self) -> tuple[str, ...]:
        """What stands between single backticks, outside the blocks."""
        return tuple(_CODE.findall(self._prose))

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, and where its pictures are."""
        return tuple(_LINK.findall(self._prose))

    @property
    def bold(self) -> tuple[str, ...]:
        """What is printed bold: in the guide, words of the window."""
        return tuple(" ".join(words.split()) for words in _BOLD.findall(self._prose))

    @property
    def _prose(self) -> str:
        return _FENCE.sub("", self.text)


def all_pages() -> tuple[Page, ...]:
    """Return README and the pages of docs/."""
    return tuple(Page(file, file.read_text(encoding="utf-8")) for file in PAGES)
