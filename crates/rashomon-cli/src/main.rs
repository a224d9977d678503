//! The `rashomon` command: flags, printing, exit codes.

mod args;
mod commands;
mod progress;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    ExitCode::from(commands::run(arguments) as u8)
}
