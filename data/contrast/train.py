#!/usr/bin/env python3
"""Trains the weights that say how one statement stands to another.

    cargo build --release -p rashomon-language --example parse_texts
    python3 train.py GOLD.jsonl PARSE_TEXTS OUT_FOLDER FOLDS_FOLDER      (numpy)

Writes OUT_FOLDER/weights.txt (all pairs) and FOLDS_FOLDER/fold0..4.txt (without a fifth of the premises each), and prints the
accuracy of the folds. The features are those of crates/rashomon-reconcile/src/contrast/features.rs, in their order.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
LABELS = ["contradiction", "entailment", "neutral"]
FOLDS = 5
LIGHT = set("be have do get group thing there go".split())
OPENING = set("try start begin be get go continue prepare".split())
EMPTY = set("n't not never there then here just very too also".split())
NEGATIONS = set("no nobody nothing none never neither without nowhere not n't".split())
MODALS = set("may might could would should can will must".split())
AHEAD = set("want plan hope wait prepare expect about".split())
NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
ANYBODY = set("person people someone somebody human animal they thing".split())
PAIRS = {tuple(l.split()) for l in open(f"{HERE}/../lexicon/opposites.txt") if not l.startswith("#")}


def opposites(a, b):
    return tuple(sorted((a, b))) in PAIRS


def number(word):
    return NUMBERS.get(word, int(word) if re.fullmatch(r"\d+", word) else None)


class Statement:
    def __init__(self, tokens):
        n = range(len(tokens))
        self.lower = [t[0].lower() for t in tokens]
        self.tag, self.pos = [t[2] for t in tokens], [t[3] for t in tokens]
        self.lemma, self.head, self.dep = [t[5].lower() for t in tokens], [t[6] for t in tokens], [t[7] for t in tokens]
        self.subject = self.verb = None
        roots = [i for i in n if self.head[i] == i]
        if roots:
            self.heads(roots[0])
        about = self.phrase(self.subject) if self.subject is not None else set()
        self.role = ["S" if i in about else "V" if i == self.verb else "O" for i in n]
        self.content = [i for i in n if self.is_content(i)]
        self.negated = "neg" in self.dep or bool(NEGATIONS & set(self.lower))
        self.ahead = any(self.pos[i] == "AUX" and self.lower[i] in MODALS or self.lemma[i] in AHEAD for i in n)
        self.past = "VBD" in self.tag
        self.circumstance = "advcl" in self.dep or bool({"to", "for", "because"} & set(self.lower))
        self.numbers = {number(w) for w in self.lower} - {None}
        self.prepositions = {self.lower[i] for i in n if self.pos[i] == "ADP"}
        self.plural = self.subject is not None and self.tag[self.subject] in ("NNS", "NNPS")

    def is_content(self, i):
        return (self.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV") and self.dep[i] not in ("aux", "auxpass")
                and self.lemma[i] not in LIGHT and self.lower[i] not in EMPTY)

    def kids(self, i, *deps):
        return [k for k in range(len(self.head)) if self.head[k] == i and k != i and (not deps or self.dep[k] in deps)]

    def heads(self, root):
        there = self.kids(root, "attr", "nsubj", "dobj") if self.kids(root, "expl") else []
        if self.pos[root] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            self.subject = root
            self.verb = next(iter(self.kids(root, "acl", "relcl")), None)
        elif there:
            self.subject = there[0]
            self.verb = next(iter(self.kids(there[0], "acl", "relcl")), None)
        else:
            self.subject = next(iter(self.kids(root, "nsubj", "nsubjpass", "csubj")[::-1]), None)
            self.verb = root
        while self.verb is not None and self.lemma[self.verb] in OPENING:
            opened = [k for k in self.kids(self.verb, "xcomp", "ccomp", "acomp") if self.pos[k] == "VERB"]
            if not opened:
                break
            self.verb = opened[0]

    def phrase(self, head):
        found, todo = {head}, [head]
        while todo:
            for k in self.kids(todo.pop()):
                if k != self.verb and self.dep[k] not in ("acl", "relcl") and k not in found:
                    found.add(k)
                    todo.append(k)
        return found

    def of_role(self, role):
        return [i for i in self.content if self.role[i] == role]


def best(b, i, a, among):
    if any(a.lemma[k] == b.lemma[i] or a.lower[k] == b.lower[i] for k in among):
        return "same"
    return "opposite" if any(opposites(a.lemma[k], b.lemma[i]) for k in among) else "none"


def features(a, b):
    match = {i: best(b, i, a, a.content) for i in b.content}
    same = sum(m == "same" for m in match.values())
    new = len(match) - same
    f = [1.0, same / max(1, len(match)), min(new, 3), new == 0, "opposite" in match.values()]
    for role in "SVO":
        own = [match[i] for i in b.of_role(role)]
        k = own.count("same")
        there = sum(best(b, i, a, a.of_role(role)) == "same" for i in b.of_role(role))
        f += [not own, k == len(own) and own != [], len(own) - k, "opposite" in own, own != [] and there == 0, there]
    who = a.subject is not None and b.subject is not None
    same_who = who and a.lemma[a.subject] == b.lemma[b.subject]
    pronoun = who and (b.pos[b.subject] == "PRON" or not same_who and a.pos[a.subject] == "PRON")
    what = a.verb is not None and b.verb is not None
    same_what = what and a.lemma[a.verb] == b.lemma[b.verb]
    f += [same_who, who and not same_who, pronoun, same_what, what and not same_what, same_who and what and not same_what,
          same_who and same_what, same_who and same_what and new == 0]
    lost = sum(best(a, i, b, b.content) != "same" for i in a.content)
    f += [min(lost, 6) / 3, lost == 0]
    x, y = a.numbers, b.numbers
    f += [a.negated and not b.negated, b.negated and not a.negated, a.negated and b.negated,
          bool(x and y and not x & y), bool(x & y), bool(y and not x), bool(x and not y),
          same_who and a.plural != b.plural, not same_who and a.plural != b.plural, bool(x) and max(x) > 1 and not b.plural]
    f += [len(a.content) / 10, len(b.content) / 10, len(b.content) <= 2, len(b.content) == 3]
    f += [b.ahead and not a.ahead, a.ahead and not b.ahead, b.past and not a.past]
    f += [bool(b.prepositions - a.prepositions), bool(b.prepositions & a.prepositions)]
    lemmas = lambda s, role: {s.lemma[i] for i in s.of_role(role)}
    f += [bool(lemmas(b, "S") & lemmas(a, "O")), bool(lemmas(b, "O") & lemmas(a, "S")),
          b.verb is not None and b.lemma[b.verb] in ("be", "have"), b.verb is not None and b.tag[b.verb] == "VBG",
          b.subject is not None and b.lemma[b.subject] in ANYBODY,
          any(b.pos[i] == "ADJ" and match[i] == "none" for i in b.content), b.circumstance]
    return [float(v) for v in f]


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def fit(x, y, l2=1e-3, steps=300, rate=0.05):
    mean, deviation = x.mean(0), x.std(0)
    deviation[deviation < 1e-6] = 1.0
    mean[0], deviation[0] = 0.0, 1.0
    z, w, pace, target = (x - mean) / deviation, np.zeros((x.shape[1], 3)), 0.0, np.eye(3)[y]
    for _ in range(steps):
        pace = 0.9 * pace + z.T @ (softmax(z @ w) - target) / len(y) + l2 * w
        w = w - rate * pace
    plain = w / deviation[:, None]
    plain[0] -= (mean[:, None] * plain)[1:].sum(0)
    return plain


def write(path, w):
    with open(path, "w") as f:
        f.write("# contradiction, entailment, neutral; generated by train.py\n")
        f.writelines(" ".join(f"{v:.3f}" for v in row) + "\n" for row in w)


def fold(pair):
    """As in crates/rashomon-eval/src/tasks/contradiction.rs: the pairs of one premise are in one fold."""
    premise = re.match(r"[^#]*", pair)[0].rstrip("enc")
    return sum(premise.encode()) % FOLDS


def main(gold, program, out, folds):
    rows = [json.loads(line) for line in open(gold)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as f:
        f.writelines(json.dumps({"text": r[k]}) + "\n" for r in rows for k in "ab")
        f.flush()
        lines = subprocess.run([program, "show", f.name], capture_output=True, text=True, check=True).stdout.splitlines()
    read = [Statement(json.loads(line)[0]) for line in lines]
    x = np.array([features(read[2 * i], read[2 * i + 1]) for i in range(len(rows))])
    y = np.array([LABELS.index(r["label"]) for r in rows])
    of = np.array([fold(r["pair"]) for r in rows])
    found = np.zeros(len(y), int)
    for k in range(FOLDS):
        w = np.round(fit(x[of != k], y[of != k]), 3)
        found[of == k] = (x[of == k] @ w).argmax(1)
        write(f"{folds}/fold{k}.txt", w)
    write(f"{out}/weights.txt", fit(x, y))
    print("features", x.shape[1], "held-out accuracy", (found == y).mean())


main(*sys.argv[1:])
