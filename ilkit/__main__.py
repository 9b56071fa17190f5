"""``python -m ilkit``: the command `ilkit`."""

import sys

from ilkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
