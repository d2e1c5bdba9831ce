"""The private look as questions to answer, for the first run and for Help & safety."""
