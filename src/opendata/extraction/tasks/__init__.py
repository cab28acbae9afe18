"""Tasks that documents and events set."""
