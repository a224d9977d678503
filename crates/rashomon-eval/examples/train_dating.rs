//! Learns how the publication date of an undated account is told by the accounts beside it:
//! `cargo run --release -p rashomon-eval --example train_dating -- DOSSIER... > data/dating/weights.txt`.
//!
//! A dossier is a folder with `gold.json` and `articles/`, as in `../shared/bench/record`, or a gold file and the folder of its
//! articles as `GOLD=ARTICLES`. Every account with a gold day has its date hidden in turn. The weights of a multinomial logit over
//! the candidate days go to standard output; to standard error, how often the likeliest day is right when the weights
//! were learned from the other dossiers. `--test DOSSIER...` at the end: dossiers that are only tested on. Same input, same bytes.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool that prints weights and scores")]

use rashomon_ingest::ingest;
use rashomon_language::English;
use rashomon_reading::{ParsedArticle, passages, read};
use rashomon_reconcile::{Account, candidate_days, likely_days};
use rashomon_text::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Full-batch gradient ascent by Adam.
const STEPS: i32 = 600;
const RATE: f64 = 0.05;
/// Of the squared weights, against the mean log likelihood of an account.
const L2: f64 = 0.01;

/// An account whose date is hidden.
struct Example {
    dossier: usize,
    path: String,
    days: Vec<(Date, Vec<(&'static str, f64)>)>,
    right: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut parts = arguments.split(|a| a == "--test");
    let english = English::load();
    let load = |dossiers: &[String]| -> Result<Vec<Example>, Box<dyn std::error::Error>> {
        let mut all = Vec::new();
        for (number, dossier) in dossiers.iter().enumerate() {
            all.extend(examples(&english, number, dossier)?);
        }
        Ok(all)
    };
    let training = load(parts.next().unwrap_or_default())?;
    let test = load(parts.next().unwrap_or_default())?;
    let n_dossiers = training.iter().map(|e| e.dossier + 1).max().unwrap_or(0);
    let mut folds = Tally::default();
    for dossier in 0..n_dossiers {
        let weights = learn(&training.iter().filter(|e| e.dossier != dossier).collect::<Vec<_>>());
        training.iter().filter(|e| e.dossier == dossier).for_each(|e| folds.add(e, &weights));
    }
    eprintln!("each dossier by the others: {folds}");
    let weights = learn(&training.iter().collect::<Vec<_>>());
    if !test.is_empty() {
        let mut tally = Tally::default();
        test.iter().for_each(|e| tally.add(e, &weights));
        eprintln!("other dossiers: {tally}");
    }
    let names = training.first().map(|e| e.days[0].1.iter().map(|n| n.0)).into_iter().flatten();
    names.zip(&weights).for_each(|(name, weight)| println!("{name} {weight:.3}"));
    Ok(())
}

/// The accounts of a dossier whose day is known.
fn examples(
    english: &English,
    dossier: usize,
    place: &str,
) -> Result<Vec<Example>, Box<dyn std::error::Error>> {
    let (gold, articles) = match place.split_once('=') {
        Some((gold, articles)) => (PathBuf::from(gold), PathBuf::from(articles)),
        None => (Path::new(place).join("gold.json"), Path::new(place).join("articles")),
    };
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(&gold)?)?;
    let days = gold_days(&gold);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&articles)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut accounts = Vec::new();
    for path in paths.iter().filter(|p| p.is_file()) {
        let bytes = std::fs::read(path)?;
        accounts.extend(ingest(&path.display().to_string(), &bytes).articles.into_iter().map(|article| {
            let passages = passages(&article);
            let documents: Vec<_> = passages.iter().map(|p| english.parse(&p.text)).collect();
            let reading = read(&ParsedArticle::new(&article, &passages, &documents));
            Account { article, reading }
        }));
    }
    accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let example = |article: usize| {
        let path = accounts[article].article.path.clone();
        let name = Path::new(&path).file_name()?.to_str()?;
        let day = days.get(name)?;
        let days = candidate_days(&accounts, article);
        let right = days.iter().position(|(d, _)| d == day)?;
        Some(Example { dossier, path, days, right })
    };
    Ok((0..accounts.len()).filter_map(example).collect())
}

/// The day of each article, by file name, where the gold has one.
fn gold_days(gold: &Value) -> BTreeMap<String, Date> {
    let articles = gold["articles"].as_array().into_iter().flatten();
    articles
        .filter_map(|article| {
            let name = Path::new(article["file"].as_str()?).file_name()?.to_str()?.to_owned();
            let published = &article["published"];
            let range = published["range"].as_array().map(|r| (r[0].as_str(), r[1].as_str()));
            let of_range = range.filter(|(first, last)| first == last).and_then(|(first, _)| first);
            let day = published["value"].as_str().or(of_range)?;
            Some((name, day.get(..10)?.parse().ok()?))
        })
        .collect()
}

fn likelihoods(example: &Example, weights: &[f64]) -> Vec<f64> {
    let sum = |numbers: &[(&str, f64)]| numbers.iter().zip(weights).map(|(n, w)| n.1 * w).sum::<f64>();
    let sums: Vec<f64> = example.days.iter().map(|(_, numbers)| sum(numbers)).collect();
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = sums.iter().map(|s| (s - most).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.iter().map(|p| p / total).collect()
}

fn learn(examples: &[&Example]) -> Vec<f64> {
    let n_numbers = examples.first().map_or(0, |e| e.days[0].1.len());
    let (mut weights, mut mean, mut square) =
        (vec![0.0; n_numbers], vec![0.0; n_numbers], vec![0.0; n_numbers]);
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -L2 * w).collect();
        for example in examples {
            let likelihoods = likelihoods(example, &weights);
            for (place, (_, numbers)) in example.days.iter().enumerate() {
                let is_right = f64::from(u8::from(place == example.right));
                let share = (is_right - likelihoods[place]) / examples.len() as f64;
                gradient.iter_mut().zip(numbers).for_each(|(g, n)| *g += share * n.1);
            }
        }
        for at in 0..n_numbers {
            mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
            square[at] = 0.99 * square[at] + 0.01 * gradient[at] * gradient[at];
            let (m, s) = (mean[at] / (1.0 - 0.9_f64.powi(step)), square[at] / (1.0 - 0.99_f64.powi(step)));
            weights[at] += RATE * m / (s.sqrt() + 1e-8);
        }
    }
    weights
}

/// How often the likeliest day is right.
#[derive(Default)]
struct Tally {
    n: usize,
    n_right: usize,
    n_next: usize,
    log_likelihood: f64,
    /// Answers: the day, a stretch that holds it, one that does not.
    answers: [usize; 3],
}

impl Tally {
    fn add(&mut self, example: &Example, weights: &[f64]) {
        let likelihoods = likelihoods(example, weights);
        let best =
            (0..likelihoods.len()).max_by(|&a, &b| likelihoods[a].total_cmp(&likelihoods[b])).unwrap_or(0);
        self.n += 1;
        self.n_right += usize::from(best == example.right);
        self.n_next += usize::from(best.abs_diff(example.right) == 1);
        if let Some((first, last)) = likely_days(&likelihoods) {
            let is_within = (first..=last).contains(&example.right);
            self.answers[if !is_within { 2 } else { usize::from(first < last) }] += 1;
        }
        self.log_likelihood += likelihoods[example.right].ln();
        if std::env::var_os("RASHOMON_SHOW").is_some() {
            let (day, right) = (example.days[best].0, example.days[example.right].0);
            eprintln!("{} {right}: {day} {:.2}", example.path, likelihoods[best]);
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { n, n_right, n_next, log_likelihood, answers: [day, stretch, wrong] } = self;
        let mean = log_likelihood / *n as f64;
        write!(
            f,
            "{n} accounts, likeliest day right {n_right}, off by a day {n_next}, mean log likelihood {mean:.3}; \
             answers: the day {day}, days that hold it {stretch}, wrong {wrong}, none {}",
            n - day - stretch - wrong
        )
    }
}
