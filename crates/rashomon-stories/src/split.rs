//! The front doors: a whole pile, or an article at a time.

use crate::groups::{Groups, Measure};
use crate::index::Index;
use crate::pace::Pace;
use crate::strays;
use crate::terms::terms;
use crate::weights::{Vector, Vocabulary};
use jiff::civil::date;
use rashomon_text::{Article, ArticleId, Time};
use std::cmp::Reverse;

/// Stories that grow an article at a time.
///
/// The weights of terms, and what days and likeness say in the pile, are those of the articles seen so far, and what is
/// joined stays joined; articles left over are put into stories anew whenever [`Stories::stories`] is asked. Otherwise it
/// is the method of [`split`].
#[derive(Clone, Debug, Default)]
pub struct Stories {
    vocabulary: Vocabulary,
    index: Index,
    groups: Groups,
    days: Vec<Option<i32>>,
    pace: Pace,
    /// Number of articles when the pace was last measured.
    n_measured: usize,
}

impl Stories {
    /// No articles yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts an article into its story, or into a new one. Articles are best added in the order of publication.
    pub fn add(&mut self, article: &Article) {
        let counts = self.vocabulary.count(terms(article));
        let near = self.place(&counts, day(article));
        if self.days.len() >= 2 * self.n_measured {
            self.measure();
        }
        self.compare(self.groups.len() - 1, &near);
        self.join();
    }

    /// The articles of each story as positions in the order in which they were added; stories in the order of their
    /// first articles.
    #[must_use]
    pub fn stories(&self) -> Vec<Vec<usize>> {
        let of_group = |members: Vec<u32>| members.into_iter().map(|m| m as usize).collect();
        let mut stories: Vec<Vec<usize>> =
            strays::settle(&self.groups, self.by()).into_iter().map(of_group).collect();
        stories.sort_unstable();
        stories
    }

    /// A group of its own for an article; gives the articles that it is to be compared with.
    fn place(&mut self, counts: &[(u32, u32)], day: Option<i32>) -> Vec<u32> {
        let vector: Vector = self.vocabulary.vector(counts);
        let near = self.index.find(&vector, |_| true);
        self.index.add(self.groups.len(), &vector);
        self.groups.add(vector, day);
        self.days.push(day);
        near
    }

    fn measure(&mut self) {
        self.pace = Pace::of(self.groups.vectors(), &self.days, &self.index, &self.vocabulary);
        self.n_measured = self.days.len();
    }

    fn compare(&mut self, article: u32, near: &[u32]) {
        let measure = Measure { vocabulary: &self.vocabulary, pace: &self.pace };
        near.iter().for_each(|&other| self.groups.compare(other, article, measure));
    }

    fn join(&mut self) {
        self.groups.join(Measure { vocabulary: &self.vocabulary, pace: &self.pace });
    }

    fn by(&self) -> Measure<'_> {
        Measure { vocabulary: &self.vocabulary, pace: &self.pace }
    }
}

/// The stories of a pile: positions in `articles`, each once. Articles stand by day of publication (the undated last)
/// and id, the largest story first. The order of `articles` does not matter.
#[must_use]
pub fn split(articles: &[&Article]) -> Vec<Vec<usize>> {
    split_dated(&articles.iter().map(|a| (*a, a.published.value.as_ref())).collect::<Vec<_>>())
}

/// As [`split`], with the times of publication given (as inferred across articles).
#[must_use]
pub fn split_dated(articles: &[(&Article, Option<&Time>)]) -> Vec<Vec<usize>> {
    let days: Vec<Option<i32>> = articles.iter().map(|(_, published)| day_of(*published)).collect();
    let key = |&at: &usize| -> (i32, &ArticleId, &str) {
        let article = articles[at].0;
        (days[at].unwrap_or(i32::MAX), &article.id, &article.path)
    };
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut stories = Stories::new();
    let counts: Vec<Vec<(u32, u32)>> =
        order.iter().map(|&at| stories.vocabulary.count(terms(articles[at].0))).collect();
    let near: Vec<Vec<u32>> =
        order.iter().zip(counts).map(|(&at, counts)| stories.place(&counts, days[at])).collect();
    stories.measure();
    for (article, near) in (0..).zip(&near) {
        stories.compare(article, near);
    }
    stories.join();
    let mut found = stories.stories();
    found.sort_by_key(|story| (Reverse(story.len()), story[0]));
    found.into_iter().map(|s| s.into_iter().map(|at| order[at]).collect()).collect()
}

/// The day of publication as days since 1970, where it is known to the day.
#[must_use]
pub fn day(article: &Article) -> Option<i32> {
    day_of(article.published.value.as_ref())
}

fn day_of(published: Option<&Time>) -> Option<i32> {
    let since = published?.single_day()?.since(date(1970, 1, 1)).ok()?;
    Some(since.get_days())
}
