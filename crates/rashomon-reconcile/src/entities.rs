//! Entities across articles: one person, body or place named in many accounts.
//!
//! Names join when they are equal after folding, when one is an acronym or short form that only one entity of
//! the pile can bear, or when a surname belongs to one full name only. Namesakes with different first names
//! stay apart; spellings of one transcribed name are one ([`crate::spelling`]). What is known by description only ("a military source") is never joined across articles.

use crate::reconcile::Account;
use crate::record::{Entity, TextSpan};
use crate::spelling;
use rashomon_reading::mention::{EntityKind, LocalEntity, NameBasis, country_by_adjective, country_by_name};
use rashomon_text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// The entities of the pile and where the local ones went.
pub(crate) struct Merged {
    /// By first mention.
    pub(crate) entities: Vec<Entity>,
    /// For each account, for each local entity: its position in `entities`.
    pub(crate) entity_of: Vec<Vec<usize>>,
    /// For each account: its publisher.
    pub(crate) outlet_of: Vec<Option<usize>>,
}

/// Joins the entities of all accounts.
pub(crate) fn merge(accounts: &[Account]) -> Merged {
    let nodes = nodes(accounts);
    let mut sets = Sets::new(nodes.len());
    join_same_names(&nodes, &mut sets);
    join_spellings(&nodes, &mut sets);
    join_short_forms(&nodes, &mut sets);
    join_taggings(&nodes, &mut sets);
    join_described_bodies(&nodes, &mut sets);
    let mut order: Vec<usize> = Vec::new();
    let mut position: FxHashMap<usize, usize> = FxHashMap::default();
    for node in 0..nodes.len() {
        let root = sets.find(node);
        position.entry(root).or_insert_with(|| {
            order.push(root);
            order.len() - 1
        });
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
    let mut entity_of: Vec<Vec<usize>> = accounts.iter().map(|a| vec![0; a.reading.entities.len()]).collect();
    let mut outlet_of = vec![None; accounts.len()];
    for (i, node) in nodes.iter().enumerate() {
        let at = position[&sets.find(i)];
        members[at].push(i);
        match node.local {
            Some(local) => entity_of[node.account][local] = at,
            None => outlet_of[node.account] = Some(at),
        }
    }
    let entities = members.iter().map(|m| entity(accounts, &nodes, m, &entity_of)).collect();
    Merged { entities, entity_of, outlet_of }
}

/// Gives a publisher that signs with its initials ("CWS") the name by which the pile knows it.
pub(crate) fn spell_out_publishers(accounts: &mut [Account], merged: &Merged) {
    for (account, outlet) in accounts.iter_mut().zip(&merged.outlet_of) {
        let name = outlet.map(|e| merged.entities[e].name.as_str());
        let publisher = account.article.publisher.as_mut().zip(name);
        if let Some((publisher, name)) = publisher.filter(|(p, name)| are_initials(&p.value, name)) {
            name.clone_into(&mut publisher.value);
        }
    }
}

/// Whether `short` is made of the first letters of the capitalised words of `name`, three or more.
fn are_initials(short: &str, name: &str) -> bool {
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    let firsts: String = words.filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    firsts == short && short.chars().count() >= 3
}

/// A local entity, or the publisher of an account (`local` = `None`).
struct Node<'a> {
    account: usize,
    local: Option<usize>,
    name: &'a str,
    kind: EntityKind,
    country: Option<&'static str>,
    is_named: bool,
    /// Folded name and aliases.
    keys: Vec<String>,
    mentions: Vec<Span>,
    entity: Option<&'a LocalEntity>,
}

/// All nodes. Publishers are nodes only where the text has their name (an entity needs evidence).
fn nodes(accounts: &[Account]) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    for (account, Account { article, reading }) in accounts.iter().enumerate() {
        for (local, e) in reading.entities.iter().enumerate() {
            let mut keys: Vec<String> = std::iter::once(&e.name).chain(&e.aliases).map(|n| fold(n)).collect();
            keys.retain(|k| !k.is_empty());
            keys.dedup();
            nodes.push(Node {
                account,
                local: Some(local),
                name: &e.name,
                kind: e.kind,
                country: e.country,
                is_named: e.is_named,
                keys,
                mentions: e.mentions.iter().map(|&m| reading.mentions[m].span).collect(),
                entity: Some(e),
            });
        }
        let printed = article.publisher.as_ref().and_then(|p| Some((p.value.as_str(), p.span?)));
        if let Some((name, span)) = printed {
            nodes.push(Node {
                account,
                local: None,
                name,
                kind: EntityKind::Organisation,
                country: None,
                is_named: true,
                keys: vec![fold(name)],
                mentions: vec![span],
                entity: None,
            });
        }
    }
    nodes
}

/// Kinds whose names may stand for one another.
fn class(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation | EntityKind::ArmedGroup => 1,
        EntityKind::Government => 2,
        EntityKind::Place | EntityKind::Facility => 3,
        EntityKind::Event => 4,
        EntityKind::Product | EntityKind::Law | EntityKind::Other => 5,
    }
}

/// Equal full names; governments by country; national bodies, even those only described, by country and office.
fn join_same_names(nodes: &[Node], sets: &mut Sets) {
    let mut first: FxHashMap<(u8, String), usize> = FxHashMap::default();
    for (i, node) in nodes.iter().enumerate() {
        let mut keys: Vec<String> = match (node.kind, node.country) {
            _ if !node.is_named => national_body(node).filter(|_| !is_indefinite(node)).into_iter().collect(),
            (EntityKind::Government, Some(country)) => vec![country.to_owned()],
            (EntityKind::Person, _) => node.keys.iter().filter(|k| k.contains(' ')).cloned().collect(),
            _ => std::iter::once(node.keys.first().cloned().unwrap_or_default())
                .chain(proper_part(node.name))
                .chain(national_body(node))
                .collect(),
        };
        keys.retain(|k| !k.is_empty());
        for key in keys {
            let other = *first.entry((class(node.kind), key)).or_insert(i);
            sets.join(other, i);
        }
    }
}

/// Persons whose full names are spelt as other alphabets are transcribed. Spellings that one article has as two
/// persons are two persons.
fn join_spellings(nodes: &[Node], sets: &mut Sets) {
    let mut spelt: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate().filter(|(_, n)| n.is_named && n.kind == EntityKind::Person) {
        let mut keys: Vec<String> = node.keys.iter().filter_map(|k| spelling::key(k)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| spelt.entry(key).or_default().push(i));
    }
    for bearers in spelt.values() {
        let mut accounts: Vec<(usize, usize)> = bearers.iter().map(|&i| (nodes[i].account, i)).collect();
        accounts.sort_unstable();
        if accounts.windows(2).all(|pair| pair[0].0 != pair[1].0) {
            bearers.iter().for_each(|&i| sets.join(bearers[0], i));
        }
    }
}

/// The capitalised words of a name that has common nouns beside them: "Reuters" of "the Reuters news agency".
fn proper_part(name: &str) -> Option<String> {
    let words = || name.split_whitespace();
    let is_proper = |w: &&str| w.chars().any(char::is_uppercase);
    let is_mixed = words().any(|w| is_proper(&w)) && words().any(|w| !is_proper(&w) && !is_particle(w));
    is_mixed.then(|| fold(&words().filter(|w| is_proper(w) || is_particle(w)).collect::<Vec<_>>().join(" ")))
}

/// Small words that belong to names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "and"
            | "the"
            | "de"
            | "des"
            | "du"
            | "la"
            | "le"
            | "del"
            | "di"
            | "da"
            | "von"
            | "van"
    )
}

/// A country's body under both ways of naming it: "the Syrian Foreign Ministry", "Syria's foreign ministry".
fn national_body(node: &Node) -> Option<String> {
    if !matches!(node.kind, EntityKind::Organisation | EntityKind::ArmedGroup | EntityKind::Government) {
        return None;
    }
    let mut country = None;
    let mut rest = Vec::new();
    for word in node.name.split_whitespace() {
        let bare = word.trim_end_matches("'s").trim_end_matches("\u{2019}s");
        match country_by_name(bare).or_else(|| country_by_adjective(bare)) {
            Some(found) if country.is_none() => country = Some(found.code),
            _ => rest.push(word),
        }
    }
    let rest = fold(&rest.join(" "));
    (!rest.is_empty()).then(|| country.map(|code| format!("{code} {rest}"))).flatten()
}

/// One name that is taken for a place in one account and for a body in another, as unknown names are. One word may be a
/// person's own name too: it joins only where it is not always a person's, and no full name has it.
fn join_taggings(nodes: &[Node], sets: &mut Sets) {
    let is_open = |n: &Node| n.is_named && !matches!(n.kind, EntityKind::Government | EntityKind::Event);
    let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut of_persons: FxHashSet<&str> = FxHashSet::default();
    for (i, node) in nodes.iter().enumerate().filter(|(_, n)| is_open(n)) {
        bearers.entry(node.keys.first().map_or("", String::as_str)).or_default().push(i);
        if node.kind == EntityKind::Person {
            // "A technician from Sola" is no name of hers.
            let is_full = |k: &&String| {
                k.contains(' ') && !k.split(' ').any(|w| matches!(w, "of" | "from" | "at" | "for" | "the"))
            };
            of_persons.extend(node.keys.iter().filter(is_full).flat_map(|k| k.split(' ')));
        }
    }
    for (name, all) in bearers.into_iter().filter(|(name, _)| !name.is_empty()) {
        let is_one_word = !name.contains(' ');
        let is_person = |&i: &usize| nodes[i].kind == EntityKind::Person;
        // Nodes stand by account. Nobody who never has a full name is a person beside a body of that name.
        let mut is_told_apart = false;
        for pair in all.windows(2).filter(|p| nodes[p[0]].account == nodes[p[1]].account) {
            is_told_apart |= !pair.iter().any(is_person) && sets.find(pair[0]) != sets.find(pair[1]);
        }
        if is_one_word && (of_persons.contains(name) || all.iter().all(is_person) || is_told_apart) {
            continue;
        }
        all.iter().for_each(|&i| sets.join(all[0], i));
    }
}

/// Bodies known by a description of two words or more ("the water ministry") are the same one in every account.
fn join_described_bodies(nodes: &[Node], sets: &mut Sets) {
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    for (i, node) in nodes.iter().enumerate() {
        let is_body =
            matches!(node.kind, EntityKind::Organisation | EntityKind::Government) && !node.is_named;
        let Some(key) = node.keys.first().filter(|k| is_body && k.contains(' ')) else { continue };
        // "Its foreign ministry" is another country's in another account.
        let is_owned = ["its ", "their ", "his ", "her ", "our "].iter().any(|p| key.starts_with(p));
        if !is_indefinite(node) && !is_owned {
            let other = *first.entry(key).or_insert(i);
            sets.join(other, i);
        }
    }
}

/// "A water company": some body, not one known.
fn is_indefinite(node: &Node) -> bool {
    node.keys.first().is_some_and(|k| k.starts_with("a ") || k.starts_with("an "))
}

/// Surnames, acronyms and short forms that only one entity of the pile can bear.
fn join_short_forms(nodes: &[Node], sets: &mut Sets) {
    let mut bearers: FxHashMap<(u8, String), Vec<usize>> = FxHashMap::default();
    for (i, node) in nodes.iter().enumerate().filter(|(_, n)| n.is_named) {
        for form in short_forms(node) {
            let all = bearers.entry((class(node.kind), form)).or_default();
            if !all.iter().any(|&b| sets.find(b) == sets.find(i)) {
                all.push(i);
            }
        }
    }
    for (i, node) in nodes.iter().enumerate().filter(|(_, n)| n.is_named) {
        for key in &node.keys {
            let Some(all) = bearers.get(&(class(node.kind), key.clone())) else { continue };
            let mut roots: Vec<usize> = all.iter().map(|&b| sets.find(b)).collect();
            roots.sort_unstable();
            roots.dedup();
            if let [root] = roots[..] {
                sets.join(root, i);
            }
        }
    }
}

/// Forms under which an entity may be named elsewhere: a person's surname, an organisation's acronym and aliases.
fn short_forms(node: &Node) -> Vec<String> {
    let full = node.keys.iter().filter(|k| k.contains(' '));
    match node.kind {
        EntityKind::Person => full.filter_map(|k| k.rsplit(' ').next().map(str::to_owned)).collect(),
        EntityKind::Organisation | EntityKind::ArmedGroup => {
            let mut forms: Vec<String> = node.keys.iter().skip(1).filter(|k| k.len() >= 3).cloned().collect();
            forms.extend(full.filter_map(|k| acronym(k)));
            forms
        }
        // "The Lady Amabel", "Amabel": a ship with and without what stands before its name.
        EntityKind::Product => {
            let bare = |k: &String| {
                k.split_once(' ').filter(|(first, _)| is_ship_word(first)).map(|(_, k)| k.to_owned())
            };
            full.filter_map(bare).collect()
        }
        _ => Vec::new(),
    }
}

fn is_ship_word(word: &str) -> bool {
    matches!(word, "lady" | "mv" | "ms" | "ss" | "hms" | "uss" | "rms" | "mt" | "fv")
}

/// Initials of the words of a name that has three or more of them.
fn acronym(key: &str) -> Option<String> {
    let words: Vec<&str> = key
        .split(' ')
        .filter(|w| !matches!(*w, "of" | "for" | "the" | "and" | "de" | "des" | "la"))
        .collect();
    (words.len() >= 3).then(|| words.iter().filter_map(|w| w.chars().next()).collect())
}

/// Lower case, without diacritics, "the" and punctuation; words separated by one space.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|w| !w.is_empty()) {
        if folded.is_empty() && word.eq_ignore_ascii_case("the") {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(bare_letter));
    }
    folded
}

/// The letter without its accent, for the Latin letters of European names (Latin-1 and Latin Extended-A).
fn bare_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

fn entity(accounts: &[Account], nodes: &[Node], members: &[usize], entity_of: &[Vec<usize>]) -> Entity {
    let best = members
        .iter()
        .map(|&m| &nodes[m])
        .max_by_key(|n| {
            let n_words = n.name.split_whitespace().count().min(6);
            (n_words, n.is_named, n.mentions.len(), std::cmp::Reverse(n.name))
        })
        .expect("an entity has a member");
    // A name of one word that is not always taken for a person's is no person's.
    let is_one_word = !best.name.contains(' ');
    let is_mixed = members.iter().any(|&m| nodes[m].kind != EntityKind::Person);
    let counts = |k: &EntityKind| !(is_one_word && is_mixed && *k == EntityKind::Person);
    let kinds = members.iter().map(|&m| nodes[m].kind).filter(counts);
    let kind = most_common(kinds).expect("an entity has a member");
    let locals = || members.iter().filter_map(|&m| nodes[m].entity.map(|e| (nodes[m].account, e)));
    let mut aliases: Vec<String> = Vec::new();
    for name in members.iter().flat_map(|&m| {
        std::iter::once(nodes[m].name)
            .chain(nodes[m].entity.iter().flat_map(|e| e.aliases.iter().map(String::as_str)))
    }) {
        if name != best.name && !aliases.iter().any(|a| a == name) {
            aliases.push(name.to_owned());
        }
    }
    let mut mentions: Vec<TextSpan> = members
        .iter()
        .flat_map(|&m| {
            nodes[m].mentions.iter().map(move |&span| TextSpan { article: nodes[m].account, span })
        })
        .collect();
    mentions.sort_unstable();
    mentions.dedup();
    debug_assert!(mentions.iter().all(|m| m.span.end() <= accounts[m.article].article.text.len()));
    Entity {
        name: best.name.to_owned(),
        kind,
        aliases,
        country: most_common(members.iter().filter_map(|&m| nodes[m].country)),
        role: most_common(locals().filter_map(|(_, e)| e.role.clone())),
        affiliation: most_common(locals().filter_map(|(a, e)| e.affiliation.map(|l| entity_of[a][l]))),
        location: None,
        confidence: locals().filter_map(|(_, e)| e.basis).max().map(NameBasis::confidence),
        mentions,
    }
}

/// The commonest value; among equals the least.
fn most_common<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut all: Vec<T> = values.collect();
    all.sort_unstable();
    let mut best: Option<(usize, usize)> = None;
    let mut start = 0;
    for i in 1..=all.len() {
        if i == all.len() || all[i] != all[start] {
            if best.is_none_or(|(count, _)| i - start > count) {
                best = Some((i - start, start));
            }
            start = i;
        }
    }
    best.map(|(_, at)| all.swap_remove(at))
}

/// Disjoint sets; the representative is the least member.
pub(crate) struct Sets(Vec<usize>);

impl Sets {
    pub(crate) fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    pub(crate) fn find(&mut self, mut x: usize) -> usize {
        while self.0[x] != x {
            self.0[x] = self.0[self.0[x]];
            x = self.0[x];
        }
        x
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Told, assert_lines, entities, record_of};

    /// The entities that bear `word`, as "kind name: articles".
    #[track_caller]
    fn check(pile: &[Told], word: &str, expected: &[&str]) {
        assert_lines(&entities(&record_of(pile), word), expected, word);
    }

    #[test]
    fn a_surname_with_a_title_is_the_one_full_name_of_the_pile() {
        let full = ("north", "2023-05-17", "Anna Berg, the mayor of Lyon, opened a school on Tuesday.");
        let short =
            ("south", "2023-05-17", "Mayor Berg said on Tuesday that the old school would be torn down.");
        check(&[full, short], "Berg", &["person Anna Berg: north south"]);
        let mrs = ("south", "2023-05-17", "Ms. Berg left Lyon on Wednesday.");
        check(&[full, mrs], "Berg", &["person Anna Berg: north south"]);
    }

    #[test]
    fn a_body_taken_for_a_person_in_one_account_is_the_body() {
        let pile = [
            ("north", "2023-05-17", "The grid operator Solamar said on Tuesday that power was back."),
            (
                "south",
                "2023-05-18",
                "Solamar admitted on Wednesday that it was wrong. A man from Solamar came.",
            ),
        ];
        check(&pile, "Solamar", &["organisation Solamar: north south", "person a man from Solamar: south"]);
        // Somebody has the name in full.
        let named = [pile[0], ("south", "2023-05-18", "Ana Solamar sang on Tuesday. Solamar sang well.")];
        check(&named, "Solamar", &["organisation Solamar: north", "person Ana Solamar: south"]);
    }

    #[test]
    fn a_ship_goes_by_its_name_alone_too() {
        let full = ("north", "2023-05-17", "The ferry Lady Amabel left Lyon on Tuesday.");
        let short = ("south", "2023-05-17", "The ferry Amabel ran aground on Tuesday.");
        check(&[full, short], "Amabel", &["product Lady Amabel: north south"]);
    }

    #[test]
    fn namesakes_stay_apart_and_a_surname_of_two_joins_neither() {
        let pile = [
            ("north", "2023-05-17", "President Anna Berg left Lyon on Tuesday."),
            ("south", "2023-05-17", "General Tomas Berg left Lyon on Tuesday."),
            ("west", "2023-05-17", "Ms. Berg said on Tuesday that she would return."),
        ];
        check(&pile, "Berg", &["person Anna Berg: north", "person Tomas Berg: south", "person Berg: west"]);
    }

    #[test]
    fn a_transcribed_name_is_one_in_its_spellings() {
        let pile = [
            ("north", "2023-05-17", "Commander Nureddin Haddad left Lyon on Tuesday."),
            ("south", "2023-05-17", "Nour al-Din Haddad left Lyon on Tuesday, his office said."),
        ];
        check(&pile, "Haddad", &["person Nour al-Din Haddad: north south"]);
        let both = [
            (
                "north",
                "2023-05-17",
                "Mohamed Mansour and Mohammad Mansour, two brothers, left Lyon on Tuesday.",
            ),
            ("south", "2023-05-17", "Mohammad Mansour returned to Lyon on Wednesday."),
        ];
        check(&both, "Mansour", &["person Mohamed Mansour: north", "person Mohammad Mansour: north south"]);
    }

    #[test]
    fn an_acronym_is_the_body_whose_initials_it_is() {
        let full = ("north", "2023-05-17", "The National Grain Union bought wheat in Kenya on Tuesday.");
        let short = ("south", "2023-05-17", "The NGU said on Tuesday that the wheat would last for a month.");
        check(&[full, short], "Union", &["organisation National Grain Union: north south"]);
        check(&[short], "NGU", &["organisation NGU: south"]);
    }

    #[test]
    fn a_capital_is_its_government_where_it_acts_and_a_place_elsewhere() {
        let place = (
            "north",
            "2023-05-17",
            "Heavy rain flooded two streets in Paris on Tuesday, the fire service said.",
        );
        let acts = ("south", "2023-05-17", "Paris rejected the proposal on Tuesday, a minister said.");
        let country = ("west", "2023-05-17", "France rejected the proposal on Tuesday.");
        check(&[place, acts], "Paris", &["place Paris: north", "government France: south"]);
        check(&[acts, country], "France", &["government France: south west"]);
        check(&[place, country], "France", &["government France: west"]);
    }

    #[test]
    fn two_capitals_that_act_are_two_governments() {
        let capitals = ("north", "2023-05-17", "Washington accused Beijing of spying.");
        let countries = ("south", "2023-05-17", "The United States accused China of spying.");
        check(
            &[capitals, countries],
            "i",
            &["government United States: north south", "government China: north south"],
        );
    }

    #[test]
    fn each_account_may_give_a_name_that_the_other_shortens() {
        let pile = [
            ("north", "2023-05-17", "U.S. Secretary of State Anna Berg met Mr Lund in Geneva on Monday."),
            (
                "south",
                "2023-05-17",
                "Secretary Berg and Foreign Minister Tomas Lund met in Geneva on Monday.",
            ),
        ];
        check(&pile, "Berg", &["person Anna Berg: north south"]);
        check(&pile, "Lund", &["person Tomas Lund: north south"]);
    }

    #[test]
    fn a_ministry_is_one_under_the_name_and_the_adjective_of_its_country() {
        let adjective =
            ("north", "2023-05-17", "The Norwegian Foreign Ministry rejected the offer on Tuesday.");
        let genitive = ("south", "2023-05-17", "Norway's foreign ministry rejected the offer on Tuesday.");
        let other = ("west", "2023-05-17", "Kenya's foreign ministry rejected the offer on Tuesday.");
        check(&[adjective, genitive], "inistry", &["organisation Norwegian Foreign Ministry: north south"]);
        check(
            &[genitive, other],
            "inistry",
            &["organisation Norway's foreign ministry: south", "organisation Kenya's foreign ministry: west"],
        );
    }

    #[test]
    fn a_described_body_is_one_and_a_described_person_never() {
        let pile = [
            (
                "north",
                "2023-05-17",
                "The health ministry said the water was safe. A military source said the depot was empty.",
            ),
            (
                "south",
                "2023-05-17",
                "The health ministry closed two wells. A military source said the convoy had left.",
            ),
        ];
        check(&pile, "ministry", &["organisation health ministry: north south"]);
        check(&pile, "source", &["person a military source: north", "person a military source: south"]);
    }

    #[test]
    fn names_fold_to_bare_lower_case_words() {
        for (name, folded) in [
            ("The Hague", "hague"),
            ("Al-Bab", "al bab"),
            ("Łódź", "lodz"),
            ("AT&T", "at&t"),
            ("  Müller,  Zoë ", "muller zoe"),
            ("The", ""),
            ("", ""),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn a_publisher_that_signs_with_initials_has_its_name() {
        assert!(are_initials("CWS", "Coastal Wire Service"));
        assert!(are_initials("UBS", "United Bank of Sola"));
        assert!(!are_initials("CWS", "Coastal Wire"));
        assert!(!are_initials("ON", "Ostren News"));
        let mut accounts = crate::testing::accounts(&[
            ("CWS", "2023-05-17", "CWS. The ferry Sola sank off Bergen on Monday."),
            ("north", "2023-05-17", "The ferry Sola sank. The Coastal Wire Service (CWS) said so on Monday."),
        ]);
        for publisher in accounts.iter_mut().filter_map(|a| a.article.publisher.as_mut()) {
            publisher.span = Some(Span::new(0, publisher.value.len()));
        }
        let merged = merge(&accounts);
        spell_out_publishers(&mut accounts, &merged);
        let names = accounts.iter().filter_map(|a| a.article.publisher.as_ref());
        assert!(names.map(|p| p.value.as_str()).any(|name| name == "Coastal Wire Service"));
    }

    #[test]
    fn initials_are_taken_of_three_words_or_more() {
        assert_eq!(acronym("world food programme").as_deref(), Some("wfp"));
        assert_eq!(acronym("union of south american nations").as_deref(), Some("usan"));
        assert_eq!(acronym("world bank"), None);
    }

    #[test]
    fn the_proper_part_of_a_name_with_common_nouns() {
        assert_eq!(proper_part("the Reuters news agency").as_deref(), Some("reuters"));
        assert_eq!(proper_part("Bank of England"), None);
        assert_eq!(proper_part("health ministry"), None);
    }

    #[test]
    fn the_commonest_value_and_among_equals_the_least() {
        assert_eq!(most_common([3, 1, 3, 2].into_iter()), Some(3));
        assert_eq!(most_common(["b", "a"].into_iter()), Some("a"));
        assert_eq!(most_common(std::iter::empty::<u8>()), None);
    }

    #[test]
    fn sets_are_represented_by_their_least_member() {
        let mut sets = Sets::new(4);
        sets.join(3, 1);
        sets.join(2, 3);
        assert_eq!((0..4).map(|i| sets.find(i)).collect::<Vec<_>>(), [0, 1, 1, 1]);
    }
}
