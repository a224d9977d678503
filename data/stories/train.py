"""Trains the weights of crates/rashomon-stories/src/likeness.rs on pairs of articles of ECB+ (train).

    cargo run --release -p rashomon-stories --example article_terms -- train.jsonl > train.terms
    python3 train.py train.terms train.gold.jsonl

`train.jsonl` are the documents of the benchmark's `clustering/ecbplus` as JSON Lines that the product reads (id, title,
published, text), in the order of `train.gold.jsonl`. Needs numpy and scipy. Each article is paired with the 25 that are
likest; features are the mean likeness in each bag, its root, and what the days between the two say; weights that would
come out negative are held at nought (L-BFGS-B), with a squared penalty of 1.
"""
import json
import sys

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

BAGS = ["Words", "Names", "Lead", "Numbers", "LeadNames"]
N_BACKGROUND, N_BACKGROUND_WITH = 1000.0, np.array([3.0, 20.0, 120.0])  # as in weights.rs
DAYS_MAX = [1, 3, 10, 30, 90]  # as in pace.rs
IN_ONE_STORY = np.array([0.64, 0.08, 0.09, 0.07, 0.07, 0.05])
N_NEAREST = 25


def likeness(articles, bag):
    numbers, common, rows, columns, counts = {}, [], [], [], []
    for row, article in enumerate(articles):
        for term, (n, commonness) in article["bags"].get(bag, {}).items():
            column = numbers.setdefault(term, len(numbers))
            if column == len(common):
                common.append(0)
            common[column] = max(common[column], commonness)
            rows.append(row)
            columns.append(column)
            counts.append(1 + np.log(n))
    matrix = sp.csr_matrix((counts, (rows, columns)), shape=(len(articles), len(numbers)))
    n_with = np.bincount(columns, minlength=len(numbers))
    rarity = np.log((len(articles) + N_BACKGROUND) / (n_with + N_BACKGROUND_WITH[common]))
    matrix = matrix @ sp.diags(np.maximum(rarity, 0))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    matrix = sp.diags(1 / np.where(length > 0, length, 1)) @ matrix
    return (matrix @ matrix.T).toarray()


def class_of(days):
    return next((c for c, most in enumerate(DAYS_MAX) if days <= most), len(DAYS_MAX))


def pace(days):
    days = [d for d in days if d is not None]
    n = np.zeros(len(IN_ONE_STORY))
    for i, a in enumerate(days):
        for b in days[:i]:
            n[class_of(abs(a - b))] += 1
    return np.log(IN_ONE_STORY / ((n + 2 * IN_ONE_STORY) / (n.sum() + 2)))


def main():
    articles = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    gold = [json.loads(line)["cluster"] for line in open(sys.argv[2], encoding="utf-8")]
    assert len(articles) == len(gold)
    alike = np.stack([likeness(articles, bag) for bag in BAGS], -1)
    days = [a["day"] for a in articles]
    of_class = pace(days)
    pairs = set()
    for i, scores in enumerate(alike.sum(-1)):
        pairs |= {(min(i, j), max(i, j)) for j in map(int, np.argsort(-scores, kind="stable")[:N_NEAREST]) if i != j}
    features, same = [], []
    for i, j in sorted(pairs):
        known = days[i] is not None and days[j] is not None
        of_days = of_class[class_of(abs(days[i] - days[j]))] if known else 0.0
        features.append([*alike[i, j], *np.sqrt(np.maximum(alike[i, j], 0)), of_days])
        same.append(gold[i] == gold[j])
    x, y = np.array(features), np.array(same)

    def loss(p):
        z = x @ p[:-1] + p[-1]
        error = 1 / (1 + np.exp(-z)) - y
        value = np.logaddexp(0, np.where(y, -z, z)).sum() + (p[:-1] ** 2).sum()
        return value, np.append(x.T @ error + 2 * p[:-1], error.sum())

    bounds = [(0, None)] * x.shape[1] + [(None, None)]
    weights = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    print(len(y), "pairs,", round(float(y.mean()), 3), "of one story")
    for name, part in zip(["MEAN", "ROOT", "DAYS", "CONSTANT"], np.split(weights, [5, 10, 11])):
        print(name, np.round(part, 2).tolist())


if __name__ == "__main__":
    main()
