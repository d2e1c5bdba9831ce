"""The commands of a checkout: run, test, bench, screenshots, build; standard library only, not in the bundle."""
