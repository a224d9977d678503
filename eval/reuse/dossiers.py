#!/usr/bin/env python3
"""The reuse section of the record grader, for `rashomon-reuse` alone.

usage: dossiers.py PATH/TO/grade.py FOLDER... [--no-dates] [--raw] [--show]

Writes the gold bodies of each dossier as plain text (so that neither ingest nor sentence splitting is on trial; --raw: the whole files with their furniture), runs
`cargo run --release --example pairs -- --json` on them, and prints what grade.py makes of the result.
"""
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def load_grader(path):
    spec = importlib.util.spec_from_file_location('grade', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agencies(raw):
    """Credits that any reader sees: "(AP) -" in a dateline, "told AFP"."""
    return re.findall(r'\(([A-Z][A-Za-z]+)\)\s*[-–—]', raw) + re.findall(r'told (AFP|AP|Reuters)\b', raw)


def write(folder, base, article, dates):
    name = os.path.join(folder, os.path.basename(article['file']))
    # The bundled example keeps its articles under examples/.
    places = [os.path.join(base, article['file'])]
    places.append(os.path.join(ROOT, 'examples', os.path.basename(base), os.path.basename(article['file'])))
    raw = next((open(p, encoding='utf-8').read() for p in places if os.path.exists(p)), '')
    lines = []
    day = (article.get('published') or {})
    if dates and day.get('value'):
        lines.append('@published ' + day['value'][:10])
    elif dates and day.get('range'):
        lines.append('@published %s..%s' % (day['range'][0][:10], day['range'][1][:10]))
    lines += ['@agency ' + a for a in dict.fromkeys(agencies(raw))]
    if article.get('publisher'):
        lines.append('@publisher ' + article['publisher'])
    body = article['body'] if '--raw' not in sys.argv else [re.sub(r'<[^>]*>', ' ', raw)]
    lines += [b if isinstance(b, str) else b.get('text', '') for b in body]
    with open(name, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')
    return name


def main():
    args = [a for a in sys.argv[1:] if not a.startswith('--')]
    if not args:
        sys.exit(__doc__)
    grade = load_grader(args[0])
    for name in args[1:]:
        gold = grade.Gold(os.path.join(name, 'gold.json'))
        with tempfile.TemporaryDirectory() as folder:
            paths = [write(folder, gold.base, a, '--no-dates' not in sys.argv) for a in gold.g['articles']]
            run = ['cargo', 'run', '-q', '--release', '-p', 'rashomon-reuse', '--example', 'pairs', '--']
            out = subprocess.run(run + ['--json'] + paths, cwd=ROOT, capture_output=True, text=True, check=True).stdout
            if '--show' in sys.argv:
                print(subprocess.run(run + paths, cwd=ROOT, capture_output=True, text=True).stdout.replace(folder + '/', ''))
        record = grade.Record(json.loads(out), gold)
        section = grade.grade_reuse(gold, record, {})
        print('== %s  value %.3f' % (name, section.value))
        for label, hits, total in section.rows:
            print('   %-44s %s of %s' % (label, hits, total))
        for line in section.notes + section.misses:
            print('  ', line)


if __name__ == '__main__':
    main()
