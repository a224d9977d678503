//! A progress bar on standard error, only where that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rashomon::{Progress, Stage};

pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg:<22} {bar:30} {pos}/{len}  {eta}");
        bar.set_style(style.expect("a fixed template that indicatif accepts"));
        Self(bar)
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, total: usize) {
        self.0.set_position(0);
        self.0.set_length(total as u64);
        self.0.set_message(match stage {
            Stage::Ingest => "opening files",
            Stage::Read => "reading articles",
            Stage::Reconcile => "bringing together",
        });
    }

    fn advance(&self, steps: usize) {
        self.0.inc(steps as u64);
    }
}
