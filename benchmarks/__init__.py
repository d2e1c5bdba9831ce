"""Speeds and sizes as ratios inside one run: `python -m benchmarks`, or `python3 -m trust_desktop.dev bench`."""
