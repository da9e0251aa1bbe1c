"""Nodes to values: one file a kind of value, its model and then its reader."""
