"""Values only: what flows from room to room. Nothing here reads a file or knows a TEI element."""
