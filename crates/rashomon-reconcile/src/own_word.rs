//! A body that publishes an account itself (a company's release, a union's bulletin) vouches for the figures in it.

use crate::entities::fold;
use crate::record::{Link, Record};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::mention::EntityKind;
use rustc_hash::FxHashMap;

/// Names the body behind its own account in the figures for which that names nobody else: where the account is a release, or
/// other accounts cite the body.
pub(crate) fn vouch(record: &mut Record) {
    let bodies = cited(record);
    let cited = |a: usize| publisher_known(record, a, |n| bodies.contains_key(n)).map(|n| bodies[n]);
    let own: Vec<Option<Link>> = (0..record.articles.len())
        .map(|a| {
            let issuer = issuer(record, a);
            issuer.or_else(|| cited(a).map(|b| link(Some(b), record.entities[b].name.clone())))
        })
        .collect();
    for quantity in &mut record.quantities {
        if quantity.attribution.len() == 1 {
            quantity.attribution.extend(own[quantity.span.article].clone());
        }
    }
}

fn link(entity: Option<usize>, name: String) -> Link {
    Link { entity, name, role: AttributionRole::Organisation }
}

/// Who issues an account that is a release: "Clearwell Utilities plc / Regulatory announcement", "MINISTRY OF TRANSPORT / For
/// immediate release".
fn issuer(record: &Record, article: usize) -> Option<Link> {
    let published = &record.articles[article].article;
    let name = published.publisher.as_ref().filter(|_| is_release(&published.text))?.value.clone();
    let folded = fold(&name);
    // The state stands above the body that speaks in its name.
    let is_state = ["republic of", "kingdom of", "state of", "federation of", "union of"];
    if is_state.iter().any(|s| folded.starts_with(s)) {
        return None;
    }
    let is_it = |n: &String| fold(n) == folded;
    let is_body = |k: EntityKind| {
        matches!(k, EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup)
    };
    let entity = record
        .entities
        .iter()
        .position(|e| is_body(e.kind) && (is_it(&e.name) || e.aliases.iter().any(is_it)));
    Some(link(entity, name))
}

/// Whether a line near the top says that whoever publishes the account speaks for himself.
fn is_release(text: &str) -> bool {
    /// Lines of the letterhead.
    const N_LINES: usize = 6;
    /// Words of such a line.
    const WORDS_MAX: usize = 9;
    const KINDS: [&str; 12] = [
        "for immediate release",
        "press release",
        "media release",
        "news release",
        "press statement",
        "communiqu",
        "regulatory announcement",
        "stock exchange announcement",
        "stock exchange release",
        "company announcement",
        "official statement",
        "ad hoc announcement",
    ];
    /// A number follows these.
    const NUMBERED: [&str; 4] = ["statement no", "situation bulletin no", "bulletin no", "notice no"];
    let lines = text.lines().map(|l| l.trim_start_matches(['#', '*', ' '])).filter(|l| !l.trim().is_empty());
    lines.take(N_LINES).filter(|l| l.split_whitespace().count() <= WORDS_MAX).any(|line| {
        let lower = line.to_lowercase();
        let is_numbered = lower.contains(|c: char| c.is_ascii_digit());
        KINDS.iter().any(|k| lower.starts_with(k))
            || is_numbered && NUMBERED.iter().any(|k| lower.starts_with(k))
    })
}

/// Folded names of the bodies on whose word some account gives a figure or a statement, outlets and agencies aside.
fn cited(record: &Record) -> FxHashMap<String, usize> {
    use AttributionRole::{Agency, Outlet, OutletCited};
    let is_voice = |l: &Link| !matches!(l.role, Agency | Outlet | OutletCited);
    let mut bodies = FxHashMap::default();
    for body in last_words(record).filter(|(l, _)| is_voice(l)).map(|(_, body)| body) {
        let is_body = matches!(
            record.entities[body].kind,
            EntityKind::Organisation | EntityKind::Government | EntityKind::ArmedGroup
        );
        if is_body {
            bodies.entry(fold(&record.entities[body].name)).or_insert(body);
        }
    }
    bodies
}

/// Who has the last word in the chains of figures and statements that an account has from others, and the body behind them.
pub(crate) fn last_words(record: &Record) -> impl Iterator<Item = (&Link, usize)> {
    let chains = record.quantities.iter().map(|q| &q.attribution);
    let chains = chains.chain(record.claims.iter().map(|c| &c.attribution));
    chains.filter(|chain| chain.len() > 1).filter_map(|chain| {
        let last = chain.last()?;
        let entity = last.entity?;
        Some((last, record.entities[entity].affiliation.unwrap_or(entity)))
    })
}

/// The name of the body that publishes an account, where it is known: "Norvik Marine Limited" is "Norvik Marine", as legal
/// forms stand last.
pub(crate) fn publisher_known(
    record: &Record,
    article: usize,
    is_known: impl Fn(&str) -> bool,
) -> Option<&str> {
    let mut name = record.ties.publisher(article)?;
    while !is_known(name) {
        name = name.rsplit_once(' ').filter(|(rest, _)| rest.contains(' '))?.0;
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use crate::testing::record_of;

    /// Who vouches last for the figure of the account that has no date line of its own.
    fn voucher(publisher: &str) -> String {
        let record = record_of(&[
            (publisher, "2023-05-17", "The ferry carried 133 people on Monday."),
            ("north", "2023-05-16", "The ferry carried 131 people on Monday, Norvik Marine said."),
        ]);
        let q = record.quantities.iter().find(|q| q.value == Some(133.0)).expect("a figure");
        q.attribution.last().expect("an outlet").name.clone()
    }

    #[test]
    fn releases_say_who_speaks() {
        assert!(super::is_release("NORVIK MARINE ASA\nCompany announcement\n\nUpdate on the ferry\n"));
        assert!(super::is_release("HARBOUR BOARD\nSituation Bulletin No. 4\n3 June 2019\n"));
        assert!(!super::is_release("The Norvik Bulletin\n3 June 2019\nThe minister read a press release.\n"));
        assert!(!super::is_release("The Ledger\nStatements of witnesses differ\n"));
    }

    #[test]
    fn a_company_vouches_for_its_release() {
        assert_eq!(voucher("Norvik Marine"), "Norvik Marine");
        assert_eq!(voucher("The Norvik Ledger"), "The Norvik Ledger");
    }
}
