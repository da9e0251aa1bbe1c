"""A person: the facts of an infobox and the boxes inside it, whatever their parameters are called."""
