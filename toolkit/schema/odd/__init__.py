"""ODD (One Document Does it all; TEI P5, chapters 23 and 24): customisations of TEI read and carried out."""
