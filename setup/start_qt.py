"""Start Qt for a moment, with the platform that the window will use, to see that the machine has what it needs.

Exit status 0: yes. 3: Qt starts but finds no font, so no text would show. Anything else: Qt could not start, and
said why on standard error. `qt_libraries.sh` runs this, and finds and installs what is missing.
"""

from __future__ import annotations

import sys

NO_FONTS = 3


def main() -> int:
    """Load the Qt modules that Frostline and its tests use, start an application, and look for fonts."""
    from PySide6 import QtOpenGLWidgets, QtSvg, QtTest, QtWidgets  # noqa: F401 - loading them is the test
    from PySide6.QtGui import QFontDatabase

    application = QtWidgets.QApplication(sys.argv[:1])
    has_fonts = bool(QFontDatabase.families())
    application.quit()
    return 0 if has_fonts else NO_FONTS


if __name__ == "__main__":
    sys.exit(main())
