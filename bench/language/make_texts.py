#!/usr/bin/env python3
"""Writes the bench's text as JSON lines {"text"}.   usage: make_texts.py BENCH_DIR OUT [paragraph|document]

News and related prose of several kinds: all of syntax/gum, clustering/ecbplus (train) and every fourth message of events/muc4
(upper case). Hard-wrapped lines are joined, as the pipeline does."""

import gzip
import json
import os
import re
import sys

FILES = [("syntax/gum/gold.jsonl.gz", 1), ("clustering/ecbplus/train.docs.jsonl.gz", 1), ("events/muc4/train.jsonl.gz", 4)]


def main(bench, out, unit="paragraph"):
    with open(out, "w", encoding="utf8") as f:
        for name, step in FILES:
            with gzip.open(os.path.join(bench, name), "rt", encoding="utf8") as lines:
                for i, line in enumerate(lines):
                    if i % step:
                        continue
                    paragraphs = re.split(r"\n\s*\n", json.loads(line)["text"])
                    paragraphs = [" ".join(p.split()) for p in paragraphs if p.strip()]
                    for text in paragraphs if unit == "paragraph" else ["\n\n".join(paragraphs)]:
                        f.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
