"""Names to those they mean."""
