"""TEI's grammar: facts and ODD -> RELAX NG, XSD, Schematron; and the validator that explains."""
