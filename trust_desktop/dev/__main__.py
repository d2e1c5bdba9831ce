"""`python3 -m trust_desktop.dev COMMAND`: works with nothing but a Python of the system."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said in one line by an older Python that can still read this file
    sys.stderr.write("Python 3.11 or newer is needed; this is %d.%d.\n" % sys.version_info[:2])  # noqa: UP031
    raise SystemExit(2)

from trust_desktop.dev.commands import main

sys.exit(main(sys.argv[1:]))
