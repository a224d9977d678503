#!/usr/bin/env python3
"""The section "articles" of the record grader on what ingest alone gives.

usage: articles.py [DOSSIER ...]     (default: every dossier under ../shared/bench/record)

Builds the example `articles_json`, runs it on each dossier's articles and prints grade.py's section with its misses.
Publication dates that take content (basis "inferred") are reconcile's business and count as misses here.
"""
import glob
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.environ.get("RASHOMON_BENCH", os.path.join(os.path.dirname(ROOT), "shared", "bench"))
if not os.path.isdir(BENCH):
    BENCH = "/work/shared/bench"
sys.path.insert(0, os.path.join(BENCH, "record"))
import grade  # noqa: E402


def ingest(files):
    run = ["cargo", "run", "-q", "-p", "rashomon-ingest", "--example", "articles_json", "--", *files]
    out = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def main():
    dossiers = sys.argv[1:] or sorted(glob.glob(os.path.join(BENCH, "record", "*", "gold.json")))
    for path in dossiers:
        path = path if path.endswith("gold.json") else os.path.join(path, "gold.json")
        folder = os.path.dirname(path)
        record = {"articles": ingest(sorted(glob.glob(os.path.join(folder, "articles", "*"))))}
        gold = grade.Gold(path)
        section = grade.grade_articles(gold, grade.Record(record, gold), {})
        print(os.path.basename(folder), "%.3f" % section.value)
        for label, a, b in section.rows:
            print("  %-24s %d of %d" % (label, a, b))
        for line in section.notes + ["- " + miss for miss in section.misses]:
            print("  " + line)


if __name__ == "__main__":
    main()
