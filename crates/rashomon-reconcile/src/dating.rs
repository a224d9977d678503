//! Publication dates that articles do not state, inferred from what they and other accounts say.

use crate::reconcile::Account;
use rashomon_reuse::Reuse;
use rashomon_text::Dating;

/// The dating of every account: its own where it has one.
pub(crate) fn published(accounts: &[Account], _reuse: &[Reuse]) -> Vec<Dating> {
    accounts.iter().map(|a| a.article.published.clone()).collect()
}
