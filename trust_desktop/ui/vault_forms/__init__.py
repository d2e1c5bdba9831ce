"""What the way into a vault and the page of its keys share: forms for new secrets, and attempts that may wait."""
