"""How a dataset version is made. `import ilkit` never imports this package.

The folders show the way of a fact: ``readers`` (raw file → frame in upstream's terms) → ``tables``
(frames → the tables of the dataset) → ``checks`` → ``release``.
"""
