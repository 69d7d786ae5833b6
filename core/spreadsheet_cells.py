"""Text in the cells of a CSV file that a person may open in a spreadsheet. Numbers are written as they are.

A spreadsheet runs a cell that begins like a formula, even one that was a file name a moment ago
(https://owasp.org/www-community/attacks/CSV_Injection). Who reads such a table with a program takes one `'` away.
"""

from __future__ import annotations

_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def text_cell(text: str) -> str:
    """Return text as a cell that no spreadsheet runs: with `'` before it where it begins like a formula."""
    return f"'{text}" if text.startswith(_STARTS_OF_FORMULAS) else text
