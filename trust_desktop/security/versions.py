"""Which versions of the cryptographic library are at work, for the self-test."""


def cryptography() -> str:
    """The library's own version and that of the OpenSSL inside it."""
    import cryptography as library
    from cryptography.hazmat.backends.openssl import backend

    return f"cryptography {library.__version__} with {_short(backend.openssl_version_text())}"


def _short(text: str) -> str:
    """`OpenSSL 3.6.0 1 Oct 2025` without its day."""
    return " ".join(text.split()[:2])
