"""Other people's formats, each read into a plan before it is applied."""
