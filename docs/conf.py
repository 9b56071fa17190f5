"""How Sphinx builds the documentation: pages of text, the notebooks as they were run, and pages made from the data."""

import ilkit

project = "ilkit"
author = "The ilkit authors"
version = release = ilkit.__version__
project_copyright = "the ilkit authors"

extensions = ["myst_nb", "numpydoc", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.viewcode"]
exclude_patterns = ["_site"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
myst_enable_extensions = ["colon_fence", "fieldlist"]
myst_heading_anchors = 3
nb_execution_mode = "off"
suppress_warnings = ["mystnb.unknown_mime_type"]

autodoc_typehints = "none"
autosummary_generate = False
numpydoc_show_class_members = False

html_theme = "pydata_sphinx_theme"
html_title = f"ilkit {ilkit.__version__}, dataset {ilkit.DEFAULT_VERSION}"
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
html_theme_options = {"navigation_with_keys": False, "show_toc_level": 2, "footer_end": [], "secondary_sidebar_items": ["page-toc"]}
