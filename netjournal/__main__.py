"""``python -m netjournal`` is the same program as the ``netjournal`` command."""

import sys

from netjournal.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
