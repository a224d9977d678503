#!/usr/bin/env python3
"""Writes bodies.txt and regions.txt, names of well-known bodies and places in small letters.

    make_bodies.py LEXICON INDICES FOLDER

LEXICON  words by their tags, as JSON, of npm compromise 14.17.0 (README.md has the command)
INDICES  pytickersymbols/indices_data.py of PyPI pytickersymbols 1.17.10
"""
import importlib.util, json, pathlib, re, sys

FORM = re.compile(
    r"[,\s]+(inc|corp|corporation|co|company|plc|ag|se|sa|s\.a|n\.v|nv|ltd|limited|asa|ab|oyj|kgaa|llc|lp|trust|group|holdings?"
    r"|spa|s\.p\.a|reit)\.?$",
    re.I,
)
# Words that end companies' names, two bands and a group of states.
NO_BODIES = {"dept", "univ", "assn", "inc", "ltd", "co", "u2", "g8"}
# Shorter ones are abbreviations ("rd", "lax").
PLACE_LENGTH_MIN = 5
SHORT_PLACES = {"soho", "asia", "nile"}


def plain(name):
    """A company's name without its form, notes and article."""
    name = re.sub(r"^The ", "", re.sub(r"\s*\([^)]*\)", "", name).strip())
    while (shorter := FORM.sub("", name)) != name:
        name = shorter
    return name


def companies(path):
    spec = importlib.util.spec_from_file_location("indices", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {plain(c["name"]) for index in module.INDICES.values() for c in index["companies"] or []}


def main(lexicon, indices, folder):
    tags = json.loads(pathlib.Path(lexicon).read_text())
    bodies = {name.lower() for name in companies(indices) if len(name) > 1}
    bodies |= {re.sub(r"^the ", "", n) for n in tags["Organization"] + tags["SportsTeam"] if n not in NO_BODIES}
    regions = {p for p in tags["Place"] + tags["Region"] if len(p) >= PLACE_LENGTH_MIN or p in SHORT_PLACES}
    for file, names in (("bodies.txt", bodies), ("regions.txt", regions)):
        (pathlib.Path(folder) / file).write_text("\n".join(sorted(names)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
