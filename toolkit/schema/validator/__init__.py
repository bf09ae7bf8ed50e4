"""A RELAX NG validator that explains: derivatives over a grammar compiled as it is needed, memoised by state."""
