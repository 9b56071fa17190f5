"""One module per table: frames of the readers and curated rows → the table.

``build`` names its inputs by its parameters (see `ilkit.build.pipeline`) and knows no file names.
"""
