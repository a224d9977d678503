//! Flags and their help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  rashomon report articles/                      the report, as Markdown, on the terminal
  rashomon report articles/ --out situation      report.html, report.md and record.json in situation/
  rashomon report a.html b.txt --format json     record.json on standard output
  rashomon analyze article.txt | jq .claims      what was read in one article
  rashomon reuse articles/                       who copied whom
  rashomon timeline articles/ --dates 30         the days that matter in months of news
  rashomon stories articles/                     which articles tell of the same happening

Exit codes:
  0  done
  1  nothing usable in the inputs
  2  wrong usage, or the output cannot be written
  3  done, but some inputs failed (see the messages)";

const REPORT_EXAMPLES: &str = "\
Examples:
  rashomon report articles/                        Markdown on the terminal
  rashomon report articles/ --out situation        report.html, report.md and record.json in situation/
  rashomon report articles/ --format json | jq .   the record itself
  curl … | rashomon report -                       one article from standard input";

const ANALYZE_EXAMPLES: &str = "\
Examples:
  rashomon analyze article.txt | jq '.quotations[].content[].text'
  rashomon analyze articles/ > analyses.jsonl";

const REUSE_EXAMPLES: &str = "\
Examples:
  rashomon reuse articles/
  rashomon reuse wire.txt reprint.html";

const TIMELINE_EXAMPLES: &str = "\
Examples:
  rashomon timeline articles/                         the 20 days that matter most, two sentences each
  rashomon timeline articles/ --dates 40 --sentences 1
  rashomon timeline articles/ --query oil --query spill --format json";

const STORIES_EXAMPLES: &str = "\
Examples:
  rashomon stories articles/
  rashomon stories articles/ --format json | jq -r '.stories[] | [.id, .label, (.articles | length)] | @tsv'";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
  rashomon completions fish > ~/.config/fish/completions/rashomon.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  rashomon man | man -l -";

/// Reads a pile of news accounts of the same events and hands back one sourced, dated, checkable record.
///
/// Works offline. Nothing is generated: every sentence and figure shown is a span of an article.
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// One record of the situation, with a report in HTML and Markdown
    #[command(after_help = REPORT_EXAMPLES)]
    Report(ReportArguments),
    /// What was read in each article: one JSON line an article, nothing cross-article
    #[command(after_help = ANALYZE_EXAMPLES)]
    Analyze(InputArguments),
    /// Who copied whom
    #[command(after_help = REUSE_EXAMPLES)]
    Reuse(InputArguments),
    /// The days that matter in a long pile, with their best sentences
    #[command(after_help = TIMELINE_EXAMPLES)]
    Timeline(TimelineArguments),
    /// Which articles tell of the same happening
    #[command(after_help = STORIES_EXAMPLES)]
    Stories(StoriesArguments),
    /// Shell completions, to standard output
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// For which shell
        shell: Shell,
    },
    /// The manual page (roff), to standard output
    #[command(after_help = MAN_EXAMPLES)]
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// Files and folders (.txt .md .html .htm .jsonl); `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// Threads (default: one per core); the result does not depend on it
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,
}

#[derive(Debug, Args)]
pub(crate) struct StoriesArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: StoriesFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoriesFormat {
    /// A paragraph a story
    Text,
    /// Markdown
    Md,
    /// One JSON document
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// Folder for the files; without it the report goes to standard output
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// What to write; several, with commas between, only with --out (default: all three into --out, Markdown on
    /// standard output)
    #[arg(long, value_delimiter = ',', value_name = "FORMAT")]
    pub(crate) format: Vec<Format>,
    /// Heading of the report (default: the most telling headline)
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Take the pile as accounts of one story, however unlike they are
    #[arg(long)]
    pub(crate) one_story: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TimelineArguments {
    #[command(flatten)]
    pub(crate) inputs: InputArguments,
    /// Days at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) dates: usize,
    /// Sentences a day at most
    #[arg(long, value_name = "K", default_value_t = 2)]
    pub(crate) sentences: usize,
    /// Only what has to do with this word; may be given several times
    #[arg(long, value_name = "WORD")]
    pub(crate) query: Vec<String>,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "md")]
    pub(crate) format: TimelineFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    /// Markdown
    Md,
    /// One JSON document
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One self-contained page
    Html,
    /// Markdown
    Md,
    /// The record itself
    Json,
}

impl Format {
    /// Name of the file in the output folder.
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Format::Html => "report.html",
            Format::Md => "report.md",
            Format::Json => "record.json",
        }
    }
}
