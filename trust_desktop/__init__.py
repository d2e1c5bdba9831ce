"""Trust Desktop: a private place to set four requests, notice when they are kept, and say so."""

__version__ = "0.1.0"
