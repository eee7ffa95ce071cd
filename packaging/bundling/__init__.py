"""Makes the folders and the installers that are shipped; packaging/ is a source root."""
