"""``python -m actplot`` is the command."""

import sys

from . import main

sys.exit(main())
