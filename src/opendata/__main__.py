"""`python -m opendata` is the command line."""

from opendata.cli import main

main(prog_name="opendata")
