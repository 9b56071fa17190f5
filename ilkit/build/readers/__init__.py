"""One module per format of raw source: file → frames in upstream's own terms, checked cell by cell.

A reader declares ``SOURCES``, the ids of the source folders that it reads, and ``read(source)``, which
returns the parts of the source by name. It knows nothing of the tables that are made from them.
"""
