#!/usr/bin/env python3
"""Main text and publication date of web pages: ingest against the gold under ../shared/bench.

usage: extraction.py [SET ...] [--keep FOLDER]

SET: aeb newspaper4k424 trafilatura_segments htmldate (default: all). Builds the example `articles_json` in release
mode, runs it on the pages and prints what the folder's score.py says. --keep leaves the predictions in FOLDER.
"""
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.environ.get("RASHOMON_BENCH", "/work/shared/bench")
SETS = {
    "aeb": "extraction", "newspaper4k424": "extraction", "trafilatura_segments": "extraction", "htmldate": "pubdate",
}


def predictions(folder, work):
    pages, files = os.path.join(folder, "html"), []
    for name in sorted(os.listdir(pages)):
        path = os.path.join(work, name[: -len(".gz")])
        with gzip.open(os.path.join(pages, name), "rb") as f, open(path, "wb") as g:
            g.write(f.read())
        files.append(path)
    size = sum(os.path.getsize(path) for path in files) / 1e6
    start = time.time()
    out = subprocess.run([os.path.join(ROOT, "target/release/examples/articles_json"), *files], capture_output=True, text=True, check=True).stdout
    took = time.time() - start
    print("%d pages, %.1f MB, %.2f s" % (len(files), size, took))
    for line in out.splitlines():
        article = json.loads(line)
        if folder.endswith("/aeb"):  # its gold has the body alone
            article["main"] = "\n".join(x for x in article["main"].split("\n") if x not in article["standfirst"])
        yield {
            "id": os.path.basename(article["path"])[: -len(".html")], "text": article["main"], "title": article["title"],
            "date": article["date"], "authors": article["byline"],
        }


def main():
    args = sys.argv[1:]
    keep = args[args.index("--keep") + 1] if "--keep" in args else None
    chosen = [a for a in args if a in SETS] or list(SETS)
    subprocess.run(["cargo", "build", "-q", "--release", "-p", "rashomon-ingest", "--example", "articles_json"], cwd=ROOT, check=True)
    for name in chosen:
        task = os.path.join(BENCH, SETS[name])
        folder = os.path.join(task, name)
        with tempfile.TemporaryDirectory() as work:
            out = os.path.join(keep or work, "%s.pred.jsonl" % name)
            print("==", name)
            rows = list(predictions(folder, work))
            with open(out, "w", encoding="utf-8") as f:
                f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            sys.stdout.flush()
            subprocess.run([sys.executable, os.path.join(task, "score.py"), os.path.join(folder, "truth.jsonl"), out], check=True)


if __name__ == "__main__":
    main()
