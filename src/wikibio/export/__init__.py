"""Models to the forms that others read."""
