//! A mixed pile by story: articles and which of them tell of the same happening, without reading them.

use crate::engine::{articles, in_pool};
use crate::inputs::Input;
use crate::{Progress, Settings};
use rashomon_stories::split;
use rashomon_text::{Article, Diagnostic};

/// The articles of a pile and their stories.
#[derive(Clone, Debug, Default)]
pub struct Pile {
    /// By id.
    pub articles: Vec<Article>,
    /// Positions in `articles`: the largest story first, each by day of publication.
    pub stories: Vec<Vec<usize>>,
    /// Remarks on the inputs.
    pub diagnostics: Vec<Diagnostic>,
}

impl Pile {
    /// The stories of the inputs. Needs no language model: words are taken as they stand.
    #[must_use]
    pub fn of(inputs: Vec<Input>, settings: &Settings, progress: &dyn Progress) -> Self {
        in_pool(settings.jobs, || {
            let (articles, mut diagnostics) = articles(inputs, progress);
            diagnostics.extend(settings.diagnostics.iter().cloned());
            diagnostics.sort();
            let stories = split(&articles.iter().collect::<Vec<_>>());
            Self { articles, stories, diagnostics }
        })
    }

    /// What a story is called: the headline, else the first words, of its first article that has one.
    #[must_use]
    pub fn label(&self, story: usize) -> String {
        let members = || self.stories[story].iter().map(|&a| &self.articles[a]);
        let headline = members().find_map(|a| a.title.as_ref().map(|t| t.value.clone()));
        headline.or_else(|| members().map(first_words).find(|w| !w.is_empty())).unwrap_or_default()
    }

    /// The first and last day of publication, where any is known.
    #[must_use]
    pub fn days(&self, story: usize) -> Option<(String, String)> {
        let day = |&a: &usize| self.articles[a].published.value.as_ref()?.single_day();
        let days: Vec<_> = self.stories[story].iter().filter_map(day).collect();
        Some((days.iter().min()?.to_string(), days.iter().max()?.to_string()))
    }
}

/// Letters of a label that is no headline.
const N_LETTERS_MAX: usize = 100;

fn first_words(article: &Article) -> String {
    let Some(block) = article.blocks.iter().find(|b| b.kind.is_read()) else { return String::new() };
    let words = article.slice(block.span).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(N_LETTERS_MAX) {
        Some((at, _)) => format!("{} …", words[..at].trim_end()),
        None => words,
    }
}
