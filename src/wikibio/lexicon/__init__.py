"""What editors call things: tables of names, one folder of data a language."""
