//! Trains a ranker: `rustc -O train.rs && ./train examples.txt weights.bin [--folds 5] [--epochs 6] [--drop 0.2]`;
//! `--mask 10-20,40-50` leaves features out, to see what they are worth.
//!
//! Reads what `rashomon-eval --coreference examples.txt` writes. Standard library only; deterministic (own random numbers).
//! Every pronoun gets a probability over what stands before it (and "nothing"); along chains of pronouns the probability
//! of a name is the sum over all ways to reach it. Loss: GUM, the summed probability of right antecedents; GAP, the
//! probability of the name that is meant, or that it is neither.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

const HIDDEN: usize = 24;

struct Opt { anaphor: Option<usize>, node: usize, gold: bool, f: Vec<u16> }
struct Ana { node: usize, new: Vec<u16>, opts: Vec<Opt>, label: Label }
enum Label { None, Link, Gap(Vec<usize>, Vec<usize>) }
struct Doc { set: String, id: String, key: String, anas: Vec<Ana> }

fn ints(s: &str) -> Vec<usize> { s.split(',').filter(|x| !x.is_empty()).map(|x| x.parse().unwrap()).collect() }

fn read(path: &str, mask: &[(usize,usize)]) -> Vec<Doc> {
    let feats = |s: &str| -> Vec<u16> { ints(s).into_iter().filter(|x| !mask.iter().any(|m| m.0 <= *x && *x < m.1)).map(|x| x as u16).collect() };
    let mut docs: Vec<Doc> = vec![];
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let p: Vec<&str> = line.split(' ').collect();
        match p[0] {
            "doc" => docs.push(Doc { set: p[1].into(), id: p[2].into(), key: p[3].into(), anas: vec![] }),
            "a" => {
                let label = match p[2] { "link" => Label::Link, "none" => Label::None, _ => Label::Gap(ints(p[3]), ints(p[4])) };
                docs.last_mut().unwrap().anas.push(Ana { node: p[1].parse().unwrap(), label, new: feats(p[5]), opts: vec![] });
            }
            "o" => {
                let a: i64 = p[1].parse().unwrap();
                let o = Opt { anaphor: (a >= 0).then_some(a as usize), node: p[2].parse().unwrap(), gold: p[3] == "1", f: feats(p[4]) };
                docs.last_mut().unwrap().anas.last_mut().unwrap().opts.push(o);
            }
            _ => {}
        }
    }
    docs
}

struct Rng(u64);
impl Rng {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13; self.0 ^= self.0 >> 7; self.0 ^= self.0 << 17;
        ((self.0 >> 40) as f32) / ((1u64 << 24) as f32)
    }
}

#[derive(Clone)]
struct Net { n: usize, w: Vec<f32> } // rows n*H, bias H, out H

impl Net {
    fn new(n: usize, rng: &mut Rng) -> Net {
        let mut w = vec![0.0; (n + 2) * HIDDEN];
        for x in w.iter_mut() { *x = (rng.next() - 0.5) * 0.2; }
        for k in 0..HIDDEN { w[n * HIDDEN + k] = 0.1; w[(n + 1) * HIDDEN + k] = (rng.next() - 0.5) * 0.8; }
        Net { n, w }
    }
    fn hidden(&self, f: &[u16]) -> [f32; HIDDEN] {
        let mut h = [0.0; HIDDEN];
        h.copy_from_slice(&self.w[self.n * HIDDEN..(self.n + 1) * HIDDEN]);
        for &i in f { let r = &self.w[i as usize * HIDDEN..][..HIDDEN]; for k in 0..HIDDEN { h[k] += r[k]; } }
        h
    }
    fn score(&self, f: &[u16]) -> f32 {
        let h = self.hidden(f);
        let o = &self.w[(self.n + 1) * HIDDEN..];
        (0..HIDDEN).map(|k| h[k].max(0.0) * o[k]).sum()
    }
}

struct Adam { m: Vec<f32>, v: Vec<f32>, last: Vec<u32>, t: u32 }

/// Probabilities of one document: per anaphor over options, the last being "nothing".
fn forward(net: &Net, doc: &Doc) -> Vec<Vec<f32>> {
    doc.anas.iter().map(|a| {
        let mut s: Vec<f32> = a.opts.iter().map(|o| net.score(&o.f)).collect();
        s.push(net.score(&a.new));
        let top = s.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for x in s.iter_mut() { *x = (*x - top).exp(); sum += *x; }
        for x in s.iter_mut() { *x /= sum; }
        s
    }).collect()
}

fn reach(doc: &Doc, p: &[Vec<f32>]) -> Vec<BTreeMap<usize, f32>> {
    let mut d: Vec<BTreeMap<usize, f32>> = vec![];
    for (i, a) in doc.anas.iter().enumerate() {
        let mut m = BTreeMap::new();
        *m.entry(a.node).or_insert(0.0) += p[i][a.opts.len()];
        for (j, o) in a.opts.iter().enumerate() {
            match o.anaphor {
                Some(k) if k < i => { for (&n, &x) in &d[k] { *m.entry(n).or_insert(0.0) += p[i][j] * x; } }
                _ => *m.entry(o.node).or_insert(0.0) += p[i][j],
            }
        }
        d.push(m);
    }
    d
}

/// Gradient of the loss by the scores.
fn backward(doc: &Doc, p: &[Vec<f32>], drop: f32) -> (f32, Vec<Vec<f32>>) {
    let _ = drop;
    let d = reach(doc, p);
    let mut gp: Vec<Vec<f32>> = p.iter().map(|x| vec![0.0; x.len()]).collect();
    let mut gd: Vec<HashMap<usize, f32>> = vec![HashMap::new(); p.len()];
    let mut loss = 0.0;
    for (i, a) in doc.anas.iter().enumerate() {
        match &a.label {
            Label::None => {}
            Label::Link => {
                let any = a.opts.iter().any(|o| o.gold);
                let good: f32 = if any { a.opts.iter().zip(&p[i]).filter(|(o, _)| o.gold).map(|(_, x)| x).sum() } else { p[i][a.opts.len()] };
                let good = good.max(1e-6);
                loss -= good.ln() * 0.5;
                for (j, o) in a.opts.iter().enumerate() { if o.gold { gp[i][j] -= 0.5 / good; } }
                if !any { gp[i][a.opts.len()] -= 0.5 / good; }
            }
            Label::Gap(pos, neg) => {
                let mass = |ns: &[usize]| ns.iter().map(|n| d[i].get(n).copied().unwrap_or(0.0)).sum::<f32>();
                if !pos.is_empty() {
                    let x = mass(pos).max(1e-4);
                    loss -= x.ln();
                    for &n in pos { *gd[i].entry(n).or_insert(0.0) -= 1.0 / x; }
                } else if !neg.is_empty() {
                    let x = (1.0 - mass(neg)).max(1e-3);
                    loss -= x.ln();
                    for &n in neg { *gd[i].entry(n).or_insert(0.0) += 1.0 / x; }
                }
            }
        }
    }
    for i in (0..doc.anas.len()).rev() {
        if gd[i].is_empty() { continue; }
        let g = std::mem::take(&mut gd[i]);
        let a = &doc.anas[i];
        let at = |n: usize| g.get(&n).copied().unwrap_or(0.0);
        gp[i][a.opts.len()] += at(a.node);
        for (j, o) in a.opts.iter().enumerate() {
            match o.anaphor {
                Some(k) if k < i => {
                    let mut x = 0.0;
                    for (&n, &y) in &d[k] { x += y * at(n); }
                    gp[i][j] += x;
                    for (&n, &y) in &g { *gd[k].entry(n).or_insert(0.0) += p[i][j] * y; }
                }
                _ => gp[i][j] += at(o.node),
            }
        }
    }
    for i in 0..p.len() {
        let dot: f32 = gp[i].iter().zip(&p[i]).map(|(g, x)| g * x).sum();
        for j in 0..p[i].len() { gp[i][j] = p[i][j] * (gp[i][j] - dot); }
    }
    (loss, gp)
}

/// The document with a share of all features left out.
fn thin(doc: &Doc, drop: f32, rng: &mut Rng) -> Doc {
    let mut t = |f: &Vec<u16>| -> Vec<u16> { f.iter().copied().filter(|_| rng.next() >= drop).collect() };
    Doc { set: doc.set.clone(), id: doc.id.clone(), key: doc.key.clone(), anas: doc.anas.iter().map(|a| Ana { node: a.node, new: t(&a.new), label: match &a.label { Label::None => Label::None, Label::Link => Label::Link, Label::Gap(x, y) => Label::Gap(x.clone(), y.clone()) }, opts: a.opts.iter().map(|o| Opt { anaphor: o.anaphor, node: o.node, gold: o.gold, f: t(&o.f) }).collect() }).collect() }
}
/// Gradients of the rows that a batch touches.
struct Rows { at: Vec<u32>, rows: Vec<[f32; HIDDEN]>, of: Vec<usize> }
impl Rows {
    fn clear(&mut self) { for &r in &self.of { self.at[r] = u32::MAX; } self.of.clear(); self.rows.clear(); }
    fn row(&mut self, r: usize) -> &mut [f32; HIDDEN] {
        if self.at[r] == u32::MAX { self.at[r] = self.rows.len() as u32; self.of.push(r); self.rows.push([0.0; HIDDEN]); }
        &mut self.rows[self.at[r] as usize]
    }
}
fn train(docs: &[&Doc], n: usize, epochs: usize, seed: u64) -> Net {
    let mut rng = Rng(seed);
    let mut net = Net::new(n, &mut rng);
    let len = net.w.len();
    let mut adam = Adam { m: vec![0.0; len], v: vec![0.0; len], last: vec![0; n + 2], t: 0 };
    let mut average = vec![0.0f64; len];
    let mut averaged = 0;
    let mut order: Vec<usize> = (0..docs.len()).collect();
    let mut grad = Rows { at: vec![u32::MAX; n + 2], rows: vec![], of: vec![] };
    for epoch in 0..epochs {
        for i in (1..order.len()).rev() { order.swap(i, (rng.next() * (i + 1) as f32) as usize % (i + 1)); }
        let rate = RATE.with(|d| d.get()) * (1.0 - epoch as f32 / epochs as f32).max(0.1);
        for chunk in order.chunks(8) {
            grad.clear();
            for &i in chunk {
                let doc = docs[i];
                if doc.anas.iter().all(|a| matches!(a.label, Label::None)) { continue; }
                let drop = DROP.with(|d| d.get());
                let owned: Option<Doc> = (drop > 0.0).then(|| thin(doc, drop, &mut rng));
                let doc: &Doc = owned.as_ref().unwrap_or(doc);
                let p = forward(&net, doc);
                let (_, g) = backward(doc, &p, 0.0);
                for (a, g) in doc.anas.iter().zip(&g) {
                    for (j, &x) in g.iter().enumerate() {
                        if x.abs() < 1e-5 { continue; }
                        let f = a.opts.get(j).map_or(&a.new, |o| &o.f);
                        let mut h = net.hidden(f);
                        let mut back = [0.0; HIDDEN];
                        let out = &net.w[(n + 1) * HIDDEN..];
                        for k in 0..HIDDEN {
                            if h[k] > 0.0 { back[k] = x * out[k]; h[k] *= x; } else { h[k] = 0.0; }
                        }
                        let e = grad.row(n + 1);
                        for k in 0..HIDDEN { e[k] += h[k]; }
                        for r in f.iter().map(|&r| r as usize).chain([n]) {
                            let e = grad.row(r);
                            for k in 0..HIDDEN { e[k] += back[k]; }
                        }
                    }
                }
            }
            adam.t += 1;
            let mut rows: Vec<(usize, [f32; HIDDEN])> = grad.of.iter().copied().zip(grad.rows.iter().copied()).collect();
            rows.sort_by_key(|r| r.0);
            for (r, g) in rows {
                adam.last[r] += 1;
                let t = adam.last[r].min(2000) as i32;
                for k in 0..HIDDEN {
                    let at = r * HIDDEN + k;
                    let decay = if r < n { DECAY.with(|d| d.get()) } else { 0.0 };
                    let g = g[k] / chunk.len() as f32 + decay * net.w[at];
                    adam.m[at] = 0.9 * adam.m[at] + 0.1 * g;
                    adam.v[at] = 0.99 * adam.v[at] + 0.01 * g * g;
                    let m = adam.m[at] / (1.0 - 0.9f32.powi(t));
                    let v = adam.v[at] / (1.0 - 0.99f32.powi(t));
                    net.w[at] -= rate * m / (v.sqrt() + 1e-4);
                }
            }
        }
        if epoch * 2 >= epochs {
            averaged += 1;
            for (a, w) in average.iter_mut().zip(&net.w) { *a += f64::from(*w); }
        }
    }
    for (w, a) in net.w.iter_mut().zip(&average) { *w = (*a / averaged as f64) as f32; }
    net
}
thread_local! { static DROP: std::cell::Cell<f32> = const { std::cell::Cell::new(0.0) }; static RATE: std::cell::Cell<f32> = const { std::cell::Cell::new(0.0) };}
thread_local! { static DECAY: std::cell::Cell<f32> = const { std::cell::Cell::new(3e-4) }; }

#[derive(Default, Clone)]
struct Score { tp: f32, fp: f32, fnn: f32, right: f32, links: f32 }

fn evaluate(net: &Net, doc: &Doc, score: &mut Score) {
    let p = forward(net, doc);
    let d = reach(doc, &p);
    for (i, a) in doc.anas.iter().enumerate() {
        match &a.label {
            Label::None => {}
            Label::Link => {
                let best = (0..p[i].len()).max_by(|&x, &y| p[i][x].total_cmp(&p[i][y])).unwrap();
                let any = a.opts.iter().any(|o| o.gold);
                score.links += 1.0;
                if a.opts.get(best).map_or(!any, |o| o.gold) { score.right += 1.0; }
            }
            Label::Gap(pos, neg) => {
                let best = d[i].iter().max_by(|x, y| x.1.total_cmp(y.1)).map(|x| *x.0).unwrap();
                if pos.contains(&best) { score.tp += 1.0 } else if !pos.is_empty() || doc.key != "-" { score.fnn += 1.0 }
                if neg.contains(&best) && !pos.contains(&best) { score.fp += 1.0 }
            }
        }
    }
}

fn write(net: &Net, path: &str) {
    let bytes: Vec<u8> = net.w.iter().flat_map(|w| ((w * 512.0).round().clamp(-32767.0, 32767.0) as i16).to_le_bytes()).collect();
    std::fs::File::create(path).unwrap().write_all(&bytes).unwrap();
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |k: &str, d: f32| args.iter().position(|a| a == k).map_or(d, |i| args[i + 1].parse().unwrap());
    let (epochs, folds, seeds) = (get("--epochs", 12.0) as usize, get("--folds", 5.0) as usize, 1);
    let decay = get("--decay", 3e-4);
    DECAY.with(|d| d.set(decay));
    let prefix = args.iter().position(|a| a == "--keep").map(|i| args[i + 1].clone());
    let mask: Vec<(usize,usize)> = args.iter().position(|a| a == "--mask").map(|i| args[i+1].split(',').map(|r| { let (a,b) = r.split_once('-').unwrap(); (a.parse().unwrap(), b.parse().unwrap()) }).collect()).unwrap_or_default();
    DROP.with(|d| d.set(get("--drop", 0.0)));
    RATE.with(|d| d.set(get("--rate", 0.004)));
    let docs = read(&args[1], &mask);
    let n = docs.iter().flat_map(|d| &d.anas).flat_map(|a| a.opts.iter().flat_map(|o| &o.f).chain(&a.new)).max().map_or(0, |m| *m as usize + 1);
    let n = n.max(get("--features", 0.0) as usize);
    eprintln!("{} docs, {} features", docs.len(), n);
    let hash = |d: &Doc| d.id.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(b)));
    if folds > 1 {
        let scores: Vec<Score> = (0..folds).map(|k| {
            let part: Vec<&Doc> = docs.iter().filter(|d| hash(d) as usize % folds != k).collect();
            DECAY.with(|d| d.set(decay));
            let net = train(&part, n, epochs, 17 + seeds);
            if let Some(prefix) = &prefix { write(&net, &format!("{prefix}{k}.bin")); }
            let mut s = Score::default();
            docs.iter().filter(|d| hash(d) as usize % folds == k).for_each(|d| evaluate(&net, d, &mut s));
            eprintln!("fold {k}: gap tp {} fp {} fn {} links {:.3}", s.tp, s.fp, s.fnn, s.right / s.links);
            s
        }).collect();
        let t = scores.iter().fold(Score::default(), |a, s| Score { tp: a.tp + s.tp, fp: a.fp + s.fp, fnn: a.fnn + s.fnn, right: a.right + s.right, links: a.links + s.links });
        let (p, r) = (t.tp / (t.tp + t.fp), t.tp / (t.tp + t.fnn));
        println!("{} GAP P {p:.3} R {r:.3} F {:.3}; GUM pronouns {:.3} of {}", args[2..].join(" "), 2.0 * p * r / (p + r), t.right / t.links, t.links);
    }
    let all: Vec<&Doc> = docs.iter().collect();
    let _ = docs.first().map(|d| &d.set);
    if args.len() > 2 && !args[2].starts_with("--") {
        let net = train(&all, n, epochs, 17 + seeds);
        write(&net, &args[2]);
    }
}
