"""Battles and wars: an infobox value to the tree of conflicts that it shows."""
