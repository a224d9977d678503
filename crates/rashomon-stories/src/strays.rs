//! Puts the articles left over into the stories that alone share rare names and figures with them.
//!
//! A bulletin, an essay or a page of letters on a happening has few words in common with the news reports of it, and so
//! it stays alone when articles are joined by likeness. But it names people, ships and firms that no other story of the
//! pile names.

use crate::groups::{Groups, Measure};
use crate::likeness::{Side, log_odds};
use crate::weights::sum;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Articles of a story that may still be put into another: a larger one stands.
const N_STRAYS_MAX: usize = 2;
/// In a pile of so few articles, half of them may still be: a long affair falls into its phases.
const N_FEW: usize = 24;
/// The most of them.
const N_STRAYS_OF_FEW_MAX: usize = 5;
/// Least sum of rare terms that only the two share. Here and below: by hand, on ECB+ (train) and on dossiers of five to
/// eleven articles of one situation each; much lower and much higher values give nearly the same.
const SHARED_MIN: f32 = 1.0;
/// The same between two that are both left over: a town alone, which both name, makes no story of them.
const SHARED_BETWEEN_STRAYS_MIN: f32 = 2.0;
/// The same between two phases of an affair, each of several articles: many names and figures, not two people and a town.
const SHARED_BETWEEN_PHASES_MIN: f32 = 12.0;
/// Weight of the logarithm of that sum.
const WEIGHT_OF_SHARED: f32 = 1.6;
/// The odds are those of a story that has one article in so many of the pile; where a story is most of the pile, as in a
/// dossier, any article is likelier of it.
const N_ARTICLES_PER_MEMBER: f32 = 80.0;
/// The most that a story's share of the pile adds to the log odds.
const OF_SHARE_MAX: f32 = 4.0;
/// By how much the best story is better than the next.
const LEAD_MIN: f32 = 1.0;
/// Stories with a term beyond which it tells nothing.
const N_WITH_TERM_MAX: usize = 64;
/// Stories that share most with an article that are compared.
const N_COMPARED: usize = 8;

/// The stories once the articles left over are put into theirs; members by number.
pub(crate) fn settle(groups: &Groups, measure: Measure<'_>) -> Vec<Vec<u32>> {
    let mut pile = Pile::of(groups, measure);
    let mut open: BTreeSet<u32> = pile.homes.keys().copied().filter(|&g| pile.is_stray(g)).collect();
    while !open.is_empty() {
        let mut moves: Vec<Move> = open.iter().filter_map(|&stray| pile.best_move(stray)).collect();
        moves.sort_by(|a, b| {
            b.log_odds.total_cmp(&a.log_odds).then((a.stray, a.home).cmp(&(b.stray, b.home)))
        });
        let mut touched = BTreeSet::new();
        for Move { stray, home, .. } in moves {
            if !touched.contains(&stray) && !touched.contains(&home) {
                pile.join(stray, home);
                touched.extend([stray, home]);
            }
        }
        open = pile.strays_near(&touched);
    }
    pile.homes.into_values().map(|home| home.members).collect()
}

/// A stray and the story it goes to.
#[derive(Clone, Copy, Debug)]
struct Move {
    log_odds: f32,
    stray: u32,
    home: u32,
}

/// The stories of a pile as they grow.
struct Pile<'p> {
    measure: Measure<'p>,
    groups: &'p Groups,
    homes: BTreeMap<u32, Home<'p>>,
    /// The stories that have a rare term, with how many of their articles have it.
    with: BTreeMap<u32, BTreeMap<u32, u32>>,
}

/// A story.
struct Home<'p> {
    members: Vec<u32>,
    sum: Cow<'p, [(u32, f32)]>,
    days: Cow<'p, [i32]>,
}

impl Home<'_> {
    fn side(&self) -> Side<'_> {
        Side { n_articles: self.members.len(), sum: &self.sum, days: &self.days }
    }
}

impl<'p> Pile<'p> {
    fn of(groups: &'p Groups, measure: Measure<'p>) -> Self {
        let mut homes = BTreeMap::new();
        let mut with: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
        for group in groups.standing() {
            let Side { sum, days, .. } = groups.side(group);
            let members = groups.members_of(group).to_vec();
            for &article in &members {
                for term in rare_terms(groups, measure, article) {
                    *with.entry(term).or_default().entry(group).or_default() += 1;
                }
            }
            homes.insert(group, Home { members, sum: Cow::Borrowed(sum), days: Cow::Borrowed(days) });
        }
        with.retain(|_, stories| (2..=N_WITH_TERM_MAX).contains(&stories.len()));
        Self { measure, groups, homes, with }
    }

    fn is_stray(&self, group: u32) -> bool {
        let n = self.groups.len() as usize;
        let most = if n > N_FEW { N_STRAYS_MAX } else { (n / 2).clamp(N_STRAYS_MAX, N_STRAYS_OF_FEW_MAX) };
        self.homes[&group].members.len() <= most
    }

    /// The story that a stray belongs to, if one is likely and no other is about as likely.
    fn best_move(&self, stray: u32) -> Option<Move> {
        let mut shared: Vec<(u32, f32)> = self.shared(stray).into_iter().collect();
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        shared.truncate(N_COMPARED);
        let log_odds = |&(home, shared): &(u32, f32)| (self.log_odds(stray, home, shared), shared, home);
        let mut found: Vec<(f32, f32, u32)> = shared.iter().map(log_odds).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        let &(log_odds, shared, home) = found.first()?;
        let is_clear = found.get(1).is_none_or(|next| self.is_stray(next.2) || log_odds - next.0 > LEAD_MIN);
        let least = match self.homes[&stray].members.len() {
            n if n > N_STRAYS_MAX => SHARED_BETWEEN_PHASES_MIN,
            _ if self.is_stray(home) => SHARED_BETWEEN_STRAYS_MIN,
            _ => SHARED_MIN,
        };
        let is_likely = log_odds > 0.0 && shared >= least;
        (is_clear && is_likely).then_some(Move { log_odds, stray, home })
    }

    /// The stories, not smaller than the stray, that share rare terms with it, and how much: a term counts the less, the
    /// more articles of other stories have it, and somewhat more if all articles of the story have it.
    fn shared(&self, stray: u32) -> BTreeMap<u32, f32> {
        let mut shared = BTreeMap::new();
        let n_members = |group: u32| self.homes[&group].members.len();
        for (term, n_own) in self.terms_of(stray) {
            for (&home, &n) in
                self.with[&term].iter().filter(|&(&g, _)| g != stray && n_members(g) >= n_members(stray))
            {
                let only = (n_own + n) as f32 / self.measure.vocabulary.n_with(term) as f32;
                *shared.entry(home).or_default() +=
                    only * only * 0.5 * (1.0 + n as f32 / n_members(home) as f32);
            }
        }
        shared
    }

    /// The rare terms of a group that other groups have too, with the number of its articles that have each.
    fn terms_of(&self, group: u32) -> BTreeMap<u32, u32> {
        let members = self.homes[&group].members.iter();
        let terms = members.flat_map(|&article| rare_terms(self.groups, self.measure, article));
        let mut counts = BTreeMap::new();
        for term in terms.filter(|term| self.with.contains_key(term)) {
            *counts.entry(term).or_default() += 1;
        }
        counts
    }

    fn log_odds(&self, stray: u32, home: u32, shared: f32) -> f32 {
        let (stray, home) = (&self.homes[&stray], &self.homes[&home]);
        let share = home.members.len() as f32 / self.groups.len() as f32;
        let of_share = (N_ARTICLES_PER_MEMBER * share).ln().min(OF_SHARE_MAX);
        let Measure { vocabulary, pace } = self.measure;
        log_odds(stray.side(), home.side(), vocabulary, pace) + of_share + WEIGHT_OF_SHARED * shared.ln_1p()
    }

    fn join(&mut self, stray: u32, home: u32) {
        for (term, n) in self.terms_of(stray) {
            let stories = self.with.entry(term).or_default();
            stories.remove(&stray);
            *stories.entry(home).or_default() += n;
        }
        let Some(joined) = self.homes.remove(&stray) else { return };
        let Some(home) = self.homes.get_mut(&home) else { return };
        home.sum = Cow::Owned(sum(&home.sum, &joined.sum));
        home.members.extend(joined.members);
        home.members.sort_unstable();
        let mut days = std::mem::take(&mut home.days).into_owned();
        days.extend_from_slice(&joined.days);
        days.sort_unstable();
        home.days = Cow::Owned(days);
    }

    /// The strays that share a rare term with one of the groups.
    fn strays_near(&self, groups: &BTreeSet<u32>) -> BTreeSet<u32> {
        let standing = groups.iter().filter(|&g| self.homes.contains_key(g));
        let terms: BTreeSet<u32> = standing.flat_map(|&g| self.terms_of(g).into_keys()).collect();
        let near = terms.iter().flat_map(|term| self.with[term].keys().copied());
        near.filter(|&g| self.is_stray(g)).collect()
    }
}

/// The rare terms of an article that other articles have too.
fn rare_terms<'p>(groups: &'p Groups, measure: Measure<'p>, article: u32) -> impl Iterator<Item = u32> + 'p {
    let vocabulary = measure.vocabulary;
    let terms = groups.vectors()[article as usize].iter().map(|&(term, _)| term);
    terms.filter(move |&term| vocabulary.n_with(term) > 1 && vocabulary.is_rare(term))
}
