//! A body that publishes an account itself (a company's release, a union's bulletin) vouches for the figures in it.

use crate::entities::fold;
use crate::record::{Link, Record};
use rashomon_reading::attribution::AttributionRole;
use rashomon_reading::mention::EntityKind;
use rustc_hash::FxHashMap;

/// Names the body behind its own account in the figures for which that names nobody else, where other accounts cite the body.
pub(crate) fn vouch(record: &mut Record) {
    let bodies = cited(record);
    let publishes = |a: usize| publisher_known(record, a, |n| bodies.contains_key(n)).map(|n| bodies[n]);
    let own: Vec<Option<usize>> = (0..record.articles.len()).map(publishes).collect();
    for quantity in &mut record.quantities {
        let Some(body) = own[quantity.span.article].filter(|_| quantity.attribution.len() == 1) else {
            continue;
        };
        let name = record.entities[body].name.clone();
        quantity.attribution.push(Link { entity: Some(body), name, role: AttributionRole::Organisation });
    }
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
    fn a_company_vouches_for_its_release() {
        assert_eq!(voucher("Norvik Marine"), "Norvik Marine");
        assert_eq!(voucher("The Norvik Ledger"), "The Norvik Ledger");
    }
}
