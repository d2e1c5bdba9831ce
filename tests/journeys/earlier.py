"""Starts the program on a computer whose clock is DAYS behind: DAYS and then the program's own arguments."""

import sys
from datetime import timedelta

from trust_desktop.__main__ import main
from trust_desktop.services import session

if __name__ == "__main__":
    behind = timedelta(days=int(sys.argv.pop(1)))
    now = session.local_now
    session.local_now = lambda: now() - behind
    sys.exit(main())
