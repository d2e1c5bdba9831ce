"""The weekly check-in: three numbers and a line, for nobody but the person."""
