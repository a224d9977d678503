//! What each command does.

use crate::args::{
    Arguments, Command, Format, InputArguments, ReportArguments, StoriesArguments, StoriesFormat,
    TimelineArguments, TimelineFormat,
};
use crate::progress::Bar;
use clap::CommandFactory;
use rashomon::{ChronologyOptions, Engine, Pile, Record, Settings, collect_inputs, json, views};
use rashomon_text::{Diagnostic, Level};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How the command ends; documented in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    NothingUsable = 1,
    Usage = 2,
    SomeFailed = 3,
}

pub(crate) fn run(arguments: Arguments) -> Exit {
    let done = match arguments.command {
        Command::Report(arguments) => report(&arguments),
        Command::Analyze(arguments) => analyze(&arguments),
        Command::Reuse(arguments) => reuse(&arguments),
        Command::Timeline(arguments) => timeline(&arguments),
        Command::Stories(arguments) => stories(&arguments),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "rashomon", &mut io::stdout());
            Ok(Exit::Done)
        }
        Command::Man => manual().and_then(|page| io::stdout().write_all(&page)).map(|()| Exit::Done),
    };
    match done {
        Ok(exit) => exit,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            say(&format!("error: {error}"));
            Exit::Usage
        }
    }
}

/// One page for the command and all its subcommands.
fn manual() -> io::Result<Vec<u8>> {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for subcommand in command.get_subcommands().filter(|s| s.get_name() != "help") {
        let name = subcommand.get_name().to_uppercase();
        let mut options = Vec::new();
        clap_mangen::Man::new(subcommand.clone()).render_options_section(&mut options)?;
        let options =
            String::from_utf8_lossy(&options).replacen(".SH OPTIONS", &format!(".SH RASHOMON {name}"), 1);
        page.extend_from_slice(options.as_bytes());
    }
    Ok(page)
}

fn report(arguments: &ReportArguments) -> io::Result<Exit> {
    if arguments.out.is_none() && arguments.format.len() > 1 {
        return Err(io::Error::other("several formats need a folder: add --out DIR"));
    }
    match &arguments.out {
        None => report_to_output(arguments),
        Some(folder) => report_to_folder(arguments, folder),
    }
}

fn report_to_output(arguments: &ReportArguments) -> io::Result<Exit> {
    let (inputs, diagnostics) = collect_inputs(&arguments.inputs.paths);
    let settings = report_settings(arguments, diagnostics);
    let record = Engine::load().record_with(inputs, &settings, &Bar::new());
    let exit = tell(&record.diagnostics, record.articles.is_empty());
    if exit != Exit::NothingUsable {
        let format = arguments.format.first().copied().unwrap_or(Format::Md);
        let written = written(&record, Some(arguments), format);
        io::stdout().lock().write_all(written.as_bytes())?;
    }
    Ok(exit)
}

/// One report of all; where the pile holds several stories, an index and a report of each besides.
fn report_to_folder(arguments: &ReportArguments, folder: &Path) -> io::Result<Exit> {
    let (inputs, diagnostics) = collect_inputs(&arguments.inputs.paths);
    let settings = report_settings(arguments, diagnostics);
    let records = Engine::load().records_with(inputs, &settings, &Bar::new());
    let exit = tell(&records.whole.diagnostics, records.whole.articles.is_empty());
    if exit == Exit::NothingUsable {
        return Ok(exit);
    }
    let all = [Format::Html, Format::Md, Format::Json];
    let formats = if arguments.format.is_empty() { &all[..] } else { &arguments.format };
    let title = arguments.title.as_deref();
    for path in write_formats(&records.whole, Some(arguments), formats, folder)? {
        say(&format!("wrote {}", path.display()));
    }
    if records.by_story.is_empty() {
        return Ok(exit);
    }
    for (story, record) in records.by_story.iter().enumerate() {
        write_formats(record, None, formats, &folder.join(views::story_folder(story)))?;
    }
    for format in formats {
        let (name, index) = match format {
            Format::Html => ("index.html", views::index_html(&records, title)),
            Format::Md => ("index.md", views::index_markdown(&records, title)),
            Format::Json => continue,
        };
        let path = folder.join(name);
        write_at(&path, &index)?;
        say(&format!(
            "wrote {}, with a report of each of {} stories",
            path.display(),
            records.by_story.len()
        ));
    }
    Ok(exit)
}

fn write_formats(
    record: &Record,
    arguments: Option<&ReportArguments>,
    formats: &[Format],
    folder: &Path,
) -> io::Result<Vec<PathBuf>> {
    std::fs::create_dir_all(folder).map_err(|e| at_path(&e, folder))?;
    let write = |&format: &Format| -> io::Result<PathBuf> {
        let path = folder.join(format.file_name());
        write_at(&path, &written(record, arguments, format))?;
        Ok(path)
    };
    formats.iter().map(write).collect()
}

/// `arguments` are those that the user gave for this record; none for a story of the pile.
fn written(record: &Record, arguments: Option<&ReportArguments>, format: Format) -> String {
    let title = arguments.and_then(|a| a.title.as_deref());
    match format {
        Format::Html => views::html(record, title),
        Format::Md => views::markdown(record, title),
        Format::Json => json::record(record, options(arguments)),
    }
}

fn write_at(path: &Path, text: &str) -> io::Result<()> {
    std::fs::write(path, text).map_err(|e| at_path(&e, path))
}

fn at_path(error: &io::Error, path: &Path) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn analyze(arguments: &InputArguments) -> io::Result<Exit> {
    let (inputs, diagnostics) = collect_inputs(&arguments.paths);
    let settings = Settings { jobs: arguments.jobs, diagnostics, ..Settings::default() };
    let (accounts, diagnostics) = Engine::load().analyze(inputs, &settings, &Bar::new());
    let exit = tell(&diagnostics, accounts.is_empty());
    let mut out = io::stdout().lock();
    accounts.into_iter().try_for_each(|account| writeln!(out, "{}", json::analysis(account)))?;
    Ok(exit)
}

fn reuse(arguments: &InputArguments) -> io::Result<Exit> {
    let record = record(arguments);
    let exit = tell(&record.diagnostics, record.articles.is_empty());
    if exit != Exit::NothingUsable {
        io::stdout().lock().write_all(views::reuse(&record).as_bytes())?;
    }
    Ok(exit)
}

fn timeline(arguments: &TimelineArguments) -> io::Result<Exit> {
    let (inputs, diagnostics) = collect_inputs(&arguments.inputs.paths);
    let settings = Settings { jobs: arguments.inputs.jobs, diagnostics, ..Settings::default() };
    let (mut accounts, diagnostics) = Engine::load().analyze(inputs, &settings, &Bar::new());
    let exit = tell(&diagnostics, accounts.is_empty());
    if exit == Exit::NothingUsable {
        return Ok(exit);
    }
    rashomon::infer_dates(&mut accounts);
    let words = arguments.query.iter().flat_map(|q| q.split_whitespace()).map(str::to_owned);
    let options = ChronologyOptions {
        n_dates: arguments.dates,
        n_sentences: arguments.sentences,
        query: words.collect(),
    };
    let days = rashomon::chronology(&accounts, &options);
    let written = match arguments.format {
        TimelineFormat::Md => views::chronology(&accounts, &days),
        TimelineFormat::Json => json::chronology(&accounts, &days),
    };
    io::stdout().lock().write_all(written.as_bytes())?;
    Ok(exit)
}

fn stories(arguments: &StoriesArguments) -> io::Result<Exit> {
    let (inputs, diagnostics) = collect_inputs(&arguments.inputs.paths);
    let settings = Settings { jobs: arguments.inputs.jobs, diagnostics, ..Settings::default() };
    let pile = Pile::of(inputs, &settings, &Bar::new());
    let exit = tell(&pile.diagnostics, pile.articles.is_empty());
    if exit != Exit::NothingUsable {
        let written = match arguments.format {
            StoriesFormat::Text => views::stories(&pile),
            StoriesFormat::Md => views::stories_markdown(&pile),
            StoriesFormat::Json => json::stories(&pile),
        };
        io::stdout().lock().write_all(written.as_bytes())?;
    }
    Ok(exit)
}

fn record(arguments: &InputArguments) -> Record {
    let (inputs, diagnostics) = collect_inputs(&arguments.paths);
    let settings = Settings { jobs: arguments.jobs, diagnostics, ..Settings::default() };
    Engine::load().record_with(inputs, &settings, &Bar::new())
}

/// The options that the record keeps: none that depends on the machine.
fn options(arguments: Option<&ReportArguments>) -> serde_json::Map<String, serde_json::Value> {
    let title = arguments.and_then(|a| a.title.as_deref()).map(|t| ("title".to_owned(), t.into()));
    let one_story = arguments.is_some_and(|a| a.one_story).then(|| ("one_story".to_owned(), true.into()));
    title.into_iter().chain(one_story).collect()
}

fn report_settings(arguments: &ReportArguments, diagnostics: Vec<Diagnostic>) -> Settings {
    Settings { jobs: arguments.inputs.jobs, is_one_story: arguments.one_story, diagnostics }
}

/// Prints the diagnostics; says how the command ends.
fn tell(diagnostics: &[Diagnostic], is_empty: bool) -> Exit {
    for d in diagnostics {
        say(&format!("{}: {}: {} [{}]", d.path, d.level.as_str(), d.message, d.code));
    }
    let failed = diagnostics.iter().any(|d| d.level == Level::Error);
    if is_empty {
        say("error: nothing usable in the inputs");
        Exit::NothingUsable
    } else if failed {
        Exit::SomeFailed
    } else {
        Exit::Done
    }
}

/// One line to standard error; a closed standard error is no reason to stop.
fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
