#!/usr/bin/env python3
"""MinHash LSH of the package datasketch on the articles of the example `wire`: time and recall.

usage: time_datasketch.py ARTICLES.jsonl RECALL

Words in runs of three, lower case, hashed in batches. Settings follow one another, each finding more, until as many of the
pairs of one original are found as RECALL asks, or to the last; the time is that of hashing, index and queries with the
last one alone. Prints a line of JSON for each. Candidates are counted as found: that most of them are no copies is not held
against them. `compared` is the time with what anyone who wants the pairs must do then: every candidate's sets of runs compared,
those kept that have CONTAINED of the smaller in common; with its own recall and precision.
"""
import json
import re
import sys
import time

from datasketch import MinHash, MinHashLSH

RUN = 3
CONTAINED = 0.09
# Permutations and the threshold of the Jaccard similarity.
SETTINGS = ((128, 0.5), (128, 0.2), (128, 0.1), (128, 0.05), (256, 0.03), (384, 0.02), (512, 0.02))


def read(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def runs(text):
    words = re.findall(r'\w+', text.lower())
    return {' '.join(words[i:i + RUN]).encode() for i in range(max(1, len(words) - RUN + 1))}


def hashed(articles, n_permutations):
    return list(MinHash.generator((runs(a['text']) for a in articles), num_perm=n_permutations))


def pairs(hashes, n_permutations, threshold):
    index = MinHashLSH(threshold=threshold, num_perm=n_permutations)
    with index.insertion_session() as session:
        for i, one in enumerate(hashes):
            session.insert(i, one)
    return {(min(i, j), max(i, j)) for i, one in enumerate(hashes) for j in index.query(one) if i != j}


def compared(articles, found):
    """The candidates whose smaller article has enough of its runs from the other."""
    sets = [runs(a['text']) for a in articles]
    return {(i, j) for i, j in found if len(sets[i] & sets[j]) >= CONTAINED * min(len(sets[i]), len(sets[j]))}


def gold(articles):
    clusters = {}
    for i, article in enumerate(articles):
        clusters.setdefault(article['cluster'], []).append(i)
    return {(a, b) for c in clusters.values() for a in c for b in c if a < b}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    articles, wanted = read(sys.argv[1]), float(sys.argv[2])
    want = gold(articles)
    for n_permutations, threshold in SETTINGS:
        start, cpu_start = time.perf_counter(), time.process_time()
        found = pairs(hashed(articles, n_permutations), n_permutations, threshold)
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
        recall = len(found & want) / max(1, len(want))
        kept = compared(articles, found)
        all_seconds, all_cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
        print(json.dumps({'permutations': n_permutations, 'threshold': threshold, 'pairs': len(found), 'recall': round(recall, 4),
                          'precision': round(len(found & want) / max(1, len(found)), 4), 'seconds': round(seconds, 2), 'cpu_seconds': round(cpu_seconds, 2),
                          'compared': {'pairs': len(kept), 'recall': round(len(kept & want) / max(1, len(want)), 4),
                                       'precision': round(len(kept & want) / max(1, len(kept)), 4),
                                       'seconds': round(all_seconds, 2), 'cpu_seconds': round(all_cpu_seconds, 2)}}), flush=True)
        if recall >= wanted:
            break


main()
