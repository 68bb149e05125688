-- When an import (run) was undone, if it was.
SELECT undone_ms FROM imports WHERE run = ?
