//! `rashomon-eval`: scores of every detector on gold data that stand outside this repository.
//!
//! `cargo run --release -p rashomon-eval -- --bench ../shared/bench [--task T] [--set S] [--json] [--update] [--errors]`
//!
//! It finds every task and set in the folder, runs the detectors through their public interfaces, writes predictions and
//! asks the folder's own `score.py` what they are worth. A set is `TASK/SET/gold.jsonl`; the record format is the task's, so
//! sets added later need nothing here. What our record calls things and what a data set calls them is reconciled in
//! `tasks/`, one file a task, and nowhere else.

mod bench;
mod calibration;
mod engine;
mod errors;
mod examples;
mod held_out;
mod judged;
mod report;
mod run;
mod scorer;
mod spans;
mod tables;
mod task;
mod tasks;

use clap::Parser;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Scores every detector on the gold data of a benchmark folder.
#[derive(Debug, Parser)]
#[command(name = "rashomon-eval")]
struct Args {
    /// The benchmark folder (`TASK/SET/gold.jsonl`, `TASK/score.py`).
    #[arg(long, default_value = "../shared/bench")]
    bench: PathBuf,
    /// Only these tasks (comma-separated).
    #[arg(long, value_delimiter = ',')]
    task: Vec<String>,
    /// Only these sets (comma-separated).
    #[arg(long, value_delimiter = ',')]
    set: Vec<String>,
    /// One JSON object a line, `{"task","set","measure","score"}`, instead of the table.
    #[arg(long)]
    json: bool,
    /// Write the scores of this run into eval/scores.toml.
    #[arg(long)]
    update: bool,
    /// Fail when a score lies below its floor in eval/floors.toml.
    #[arg(long)]
    check: bool,
    /// Pin the floors of eval/floors.toml to the scores of this run; a floor that falls must be named in the commit.
    #[arg(long)]
    pin: bool,
    /// Print what is missed, spurious or wrong, record by record, and counts of kinds.
    #[arg(long)]
    errors: bool,
    /// Keep the predictions in this folder.
    #[arg(long)]
    predictions: Option<PathBuf>,
    /// Write the training examples of `data/coreference` into this folder, and nothing else.
    #[arg(long)]
    coreference: Option<PathBuf>,
    /// Learn the classifiers of `eval/incidents` from `events/muc4/train` and write them into this folder, with what they
    /// predict by cross-validation, and nothing else.
    #[arg(long)]
    incidents: Option<PathBuf>,
    /// Write a sample of the claims and figures of news, each with its sentence, into this folder, and nothing else: what
    /// is judged for `eval/calibration`.
    #[arg(long)]
    sample: Option<PathBuf>,
    /// Only sets that weights were trained on, each document by the weights in this folder that have not seen it
    /// (`0.bin` ..., as `train_names --write-folds` makes them); measures are named `held_out.…`.
    #[arg(long)]
    held_out: Option<PathBuf>,
    /// Only the first N records of each set (for a quick look; scores are then of these records alone).
    #[arg(long)]
    limit: Option<usize>,
}

fn main() -> ExitCode {
    match run::run(&Args::parse()) {
        Ok(code) => code,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "error: {message}");
            ExitCode::FAILURE
        }
    }
}
