//! The pipeline: bytes to articles to readings to the record.

use crate::inputs::Input;
use rashomon_ingest::{ingest, mark_repeated_furniture};
use rashomon_language::{Document, English};
use rashomon_reading::{ParsedArticle, Passage, passages, read};
use rashomon_reconcile::{Account, Options, Record, reconcile};
use rashomon_text::{Article, Diagnostic, Level};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// Articles that are parsed together, so that short paragraphs fill the matrix products.
const ARTICLES_PER_BATCH: usize = 8;

/// What the caller may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Threads; 0 = one per core. The result does not depend on it.
    pub jobs: usize,
    /// Takes the articles as accounts of one story, however unlike they are.
    pub is_one_story: bool,
    /// Remarks from collecting the inputs, to be kept in the record.
    pub diagnostics: Vec<Diagnostic>,
}

/// The steps of long work, for a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Bytes to articles; counted in files.
    Ingest,
    /// Articles to readings; counted in articles.
    Read,
    /// Readings to the record.
    Reconcile,
}

/// Told how far the work is; called from several threads.
pub trait Progress: Sync {
    /// A stage of `total` steps begins.
    fn begin(&self, stage: Stage, total: usize);
    /// `steps` more steps are done.
    fn advance(&self, steps: usize);
}

impl Progress for () {
    fn begin(&self, _: Stage, _: usize) {}
    fn advance(&self, _: usize) {}
}

/// What is written of a pile.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Of all articles.
    pub whole: Record,
    /// Of each of `whole.stories`, in that order; none where the pile is one story.
    pub by_story: Vec<Record>,
}

/// The engine with its language model loaded.
#[derive(Debug)]
pub struct Engine {
    english: English,
}

impl Engine {
    /// Loads the embedded model.
    #[must_use]
    pub fn load() -> Self {
        Self { english: English::load() }
    }

    /// The record of a pile.
    #[must_use]
    pub fn record(&self, inputs: Vec<Input>, settings: &Settings) -> Record {
        self.record_with(inputs, settings, &())
    }

    /// As [`Engine::record`], with progress.
    #[must_use]
    pub fn record_with(&self, inputs: Vec<Input>, settings: &Settings, progress: &dyn Progress) -> Record {
        in_pool(settings.jobs, || {
            let (accounts, mut diagnostics) = self.accounts(inputs, progress);
            diagnostics.extend(settings.diagnostics.iter().cloned());
            progress.begin(Stage::Reconcile, 1);
            let record = reconcile(accounts, Options { diagnostics, is_one_story: settings.is_one_story });
            progress.advance(1);
            record
        })
    }

    /// The record of a pile and, where it holds several stories, a record of each.
    #[must_use]
    pub fn records_with(&self, inputs: Vec<Input>, settings: &Settings, progress: &dyn Progress) -> Records {
        in_pool(settings.jobs, || {
            let (mut accounts, mut diagnostics) = self.accounts(inputs, progress);
            accounts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
            diagnostics.extend(settings.diagnostics.iter().cloned());
            progress.begin(Stage::Reconcile, 1);
            let options = Options { diagnostics: diagnostics.clone(), is_one_story: settings.is_one_story };
            let whole = reconcile(accounts.clone(), options);
            let by_story = if whole.stories.len() > 1 {
                whole.stories.par_iter().map(|s| one_story(&accounts, &s.articles, &diagnostics)).collect()
            } else {
                Vec::new()
            };
            progress.advance(1);
            Records { whole, by_story }
        })
    }

    /// The readings of a pile, article by article, by id; nothing cross-article.
    #[must_use]
    pub fn analyze(
        &self,
        inputs: Vec<Input>,
        settings: &Settings,
        progress: &dyn Progress,
    ) -> (Vec<Account>, Vec<Diagnostic>) {
        in_pool(settings.jobs, || {
            let (accounts, mut diagnostics) = self.accounts(inputs, progress);
            diagnostics.extend(settings.diagnostics.iter().cloned());
            diagnostics.sort();
            (accounts, diagnostics)
        })
    }

    fn accounts(&self, inputs: Vec<Input>, progress: &dyn Progress) -> (Vec<Account>, Vec<Diagnostic>) {
        let (articles, diagnostics) = articles(inputs, progress);
        progress.begin(Stage::Read, articles.len());
        let work: Vec<(Article, Vec<Passage>)> = articles
            .into_par_iter()
            .map(|article| {
                let passages = passages(&article);
                (article, passages)
            })
            .collect();
        let repeated = Repeated::of(&work);
        let mut batches: Vec<Vec<(Article, Vec<Passage>)>> = Vec::new();
        let mut rest = work.into_iter().peekable();
        while rest.peek().is_some() {
            batches.push(rest.by_ref().take(ARTICLES_PER_BATCH).collect());
        }
        let read_batch = |batch: Vec<(Article, Vec<Passage>)>| {
            let accounts = self.read_batch(batch, &repeated);
            progress.advance(accounts.len());
            accounts
        };
        let accounts: Vec<Vec<Account>> = batches.into_par_iter().map(read_batch).collect();
        (accounts.into_iter().flatten().collect(), diagnostics)
    }

    fn read_batch(&self, batch: Vec<(Article, Vec<Passage>)>, repeated: &Repeated) -> Vec<Account> {
        let texts: Vec<&str> = batch.iter().flat_map(|(_, p)| p).map(|p| p.text.as_str()).collect();
        let documents = self.parse(&texts, repeated);
        let mut next = documents.iter();
        let mut accounts = Vec::with_capacity(batch.len());
        for (article, passages) in batch.iter() {
            let documents = next.by_ref().take(passages.len()).map(Arc::as_ref);
            let parsed = ParsedArticle::new(article, passages, documents);
            accounts.push(read(&parsed));
        }
        let articles = batch.into_iter().map(|(article, _)| article);
        articles.zip(accounts).map(|(article, reading)| Account { article, reading }).collect()
    }

    /// The parses of `texts`; what stands in several places of the pile is parsed once.
    fn parse(&self, texts: &[&str], repeated: &Repeated) -> Vec<Arc<Document>> {
        let mut new: Vec<&str> = texts.iter().copied().filter(|t| repeated.parse_of(t).is_none()).collect();
        new.sort_unstable();
        new.dedup();
        let parsed: Vec<Arc<Document>> = self.english.parse_batch(&new).into_iter().map(Arc::new).collect();
        for (text, document) in new.iter().zip(&parsed) {
            repeated.keep(text, document);
        }
        let mut documents = Vec::with_capacity(texts.len());
        for text in texts {
            documents.push(match new.binary_search(text) {
                Ok(at) => parsed[at].clone(),
                Err(_) => repeated.parse_of(text).expect("a text that is not new has its parse"),
            });
        }
        documents
    }
}

/// The record of a story of the pile, by the positions of its articles.
fn one_story(accounts: &[Account], articles: &[usize], diagnostics: &[Diagnostic]) -> Record {
    let accounts: Vec<Account> = articles.iter().map(|&a| accounts[a].clone()).collect();
    let is_of_story = |d: &&Diagnostic| accounts.iter().any(|a| a.article.path == d.path);
    let diagnostics = diagnostics.iter().filter(is_of_story).cloned().collect();
    reconcile(accounts, Options { diagnostics, is_one_story: true })
}

/// Passages that stand more than once in the pile, with their parse once it is made.
struct Repeated(FxHashMap<String, OnceLock<Arc<Document>>>);

impl Repeated {
    fn of(work: &[(Article, Vec<Passage>)]) -> Self {
        let mut count: FxHashMap<&str, usize> = FxHashMap::default();
        for passage in work.iter().flat_map(|(_, p)| p) {
            *count.entry(passage.text.as_str()).or_default() += 1;
        }
        let several = count.into_iter().filter(|(_, n)| *n > 1);
        Self(several.map(|(text, _)| (text.to_owned(), OnceLock::new())).collect())
    }

    fn parse_of(&self, text: &str) -> Option<Arc<Document>> {
        self.0.get(text)?.get().cloned()
    }

    /// Keeps a parse for later; two threads may make the same one, and either will do.
    fn keep(&self, text: &str, document: &Arc<Document>) {
        if let Some(slot) = self.0.get(text) {
            slot.get_or_init(|| document.clone());
        }
    }
}

/// All articles, by id, each once; diagnostics of all inputs.
pub(crate) fn articles(inputs: Vec<Input>, progress: &dyn Progress) -> (Vec<Article>, Vec<Diagnostic>) {
    progress.begin(Stage::Ingest, inputs.len());
    let ingested: Vec<_> = inputs
        .into_par_iter()
        .map(|input| {
            let ingested = ingest(&input.path, &input.bytes);
            progress.advance(1);
            ingested
        })
        .collect();
    let mut diagnostics = Vec::new();
    let mut articles = Vec::new();
    for one in ingested {
        diagnostics.extend(one.diagnostics);
        articles.extend(one.articles);
    }
    articles.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    let mut kept: Vec<Article> = Vec::with_capacity(articles.len());
    for article in articles {
        match kept.last() {
            Some(same) if same.id == article.id => diagnostics.push(Diagnostic::new(
                &article.path,
                Level::Note,
                "duplicate",
                format!("the same bytes as {}; counted once", same.path),
            )),
            _ => kept.push(article),
        }
    }
    mark_repeated_furniture(&mut kept);
    (kept, diagnostics)
}

/// Runs `work` on a pool of `jobs` threads (0 = one per core).
pub(crate) fn in_pool<T: Send>(jobs: usize, work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(jobs).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
