"""Scripts that travel in a package, for its reader; nothing here imports them."""
