"""`python -m kiosk.safe` is `kiosk safe`."""

import sys

from kiosk.safe.program import main

sys.exit(main(sys.argv[1:]))
