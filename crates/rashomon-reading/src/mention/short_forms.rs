//! Which name shortens which: surnames, first names, acronyms, parts of names of organisations.

use super::EntityKind;
use super::countries::country_by_capital;
use super::entities::{Group, group_of_names};
use super::gazetteer::{gender_of_first_name, international_body, towns};
use super::kinds::kind_of;
use super::lexicon::{self, has};
use super::names::{self, Name};
use super::nominals::is_company_noun;
use crate::ParsedArticle;
use rashomon_text::BlockKind;
use rustc_hash::FxHashMap;

/// For every group the group it belongs to: itself, or the one whose name it shortens.
pub(super) fn join_short_forms(parsed: &ParsedArticle, names: &[Name], groups: &mut [Group]) -> Vec<usize> {
    let mut owner: Vec<usize> = (0..groups.len()).collect();
    for (short, long) in in_parentheses(parsed, names, groups) {
        if owner[short] == short && owner[long] != short {
            owner[short] = long;
        }
    }
    // Longer names first, so that what they take over counts when shorter ones choose.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&g| (std::cmp::Reverse(groups[g].words.len()), g));
    let by_word = index_words(groups);
    for &short in &order {
        if owner[short] == short && groups[short].fixed_name.is_none() {
            let empty = Vec::new();
            let candidates = by_word.get(groups[short].words[0].as_str()).unwrap_or(&empty);
            if let Some(long) = full_form(parsed, names, groups, &owner, short, candidates) {
                owner[short] = owner[long];
            }
        }
    }
    for g in 0..groups.len() {
        let mut top = owner[g];
        while owner[top] != top {
            top = owner[top];
        }
        owner[g] = top;
        if top != g {
            let mut score = groups[g].score;
            // What a firm's short name seemed to be is no evidence against the firm.
            if is_company_name(&groups[top]) {
                score[EntityKind::Person as usize] = 0;
            }
            groups[top].score.iter_mut().zip(score).for_each(|(sum, points)| *sum += points);
        }
    }
    owner
}

/// "Long Name (LN)" and "LN (Long Name)": pairs of groups (acronym, full name).
fn in_parentheses(parsed: &ParsedArticle, names: &[Name], groups: &[Group]) -> Vec<(usize, usize)> {
    let group_of = group_of_names(groups, names.len());
    let mut pairs = Vec::new();
    for (n, pair) in names.windows(2).enumerate() {
        let (a, b) = (&pair[0], &pair[1]);
        let bracketed = b.tokens.start == a.tokens.end + 1
            && parsed.word(a.tokens.end) == "("
            && parsed.tokens.get(b.tokens.end).is_some_and(|t| t.lower == ")");
        let (a_group, b_group) = (group_of[n], group_of[n + 1]);
        if !bracketed || a_group == b_group {
            continue;
        }
        if is_acronym(parsed.word(b.tokens.start))
            && b.tokens.len() == 1
            && shares_initials(&groups[b_group].words[0], &groups[a_group].words)
        {
            pairs.push((b_group, a_group));
        } else if is_acronym(parsed.word(a.tokens.start))
            && a.tokens.len() == 1
            && shares_initials(&groups[a_group].words[0], &groups[b_group].words)
        {
            pairs.push((a_group, b_group));
        }
    }
    pairs
}

fn is_acronym(word: &str) -> bool {
    (2..=8).contains(&word.chars().count()) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// In brackets the text itself says that the two are one; the first letters only have to agree.
fn shares_initials(acronym: &str, words: &[String]) -> bool {
    let letters: Vec<char> = acronym.chars().collect();
    let starts = words.iter().filter_map(|w| w.chars().next());
    letters.first().is_some_and(|first| starts.take(3).any(|c| c == *first))
}

fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|w| {
            !matches!(
                w.as_str(),
                "of" | "the" | "for" | "and" | "&" | "-" | "de" | "des" | "del" | "la" | "du" | "to" | "in"
            )
        })
        .filter_map(|w| w.chars().next())
        .collect()
}

/// Groups by each of their words and by their initials.
fn index_words(groups: &[Group]) -> FxHashMap<String, Vec<usize>> {
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (g, group) in groups.iter().enumerate().filter(|(_, g)| g.words.len() > 1) {
        for key in group.words.iter().cloned().chain([initials(&group.words)]) {
            let list = index.entry(key).or_default();
            if list.last() != Some(&g) {
                list.push(g);
            }
        }
    }
    index
}

/// The one group of which `short` is a short form, if there is exactly one.
fn full_form(
    parsed: &ParsedArticle,
    names: &[Name],
    groups: &[Group],
    owner: &[usize],
    short: usize,
    candidates: &[usize],
) -> Option<usize> {
    let mut found: Vec<usize> = Vec::new();
    for &long in candidates {
        let top = owner[long];
        if top != short
            && groups[long].words.len() > groups[short].words.len()
            && shortens(parsed, names, groups, short, long)
            && !found.contains(&top)
        {
            found.push(top);
        }
    }
    let kind = kind_of(&groups[short].score).0;
    let alike: Vec<usize> = found.iter().copied().filter(|&f| kind_of(&groups[f].score).0 == kind).collect();
    match (found.as_slice(), alike.as_slice()) {
        ([one], _) | (_, [one]) => Some(*one),
        _ => None,
    }
}

fn shortens(parsed: &ParsedArticle, names: &[Name], groups: &[Group], short: usize, long: usize) -> bool {
    let (s, l) = (&groups[short], &groups[long]);
    let (s_kind, s_points) = kind_of(&s.score);
    let (l_kind, _) = kind_of(&l.score);
    let suffix = l.words.ends_with(&s.words);
    let prefix = l.words.starts_with(&s.words);
    let first_name = &names[s.names[0]];
    let gazetteer = {
        let words = names::words(parsed, first_name.tokens.clone());
        country_by_capital(words).is_some()
    };
    if l_kind == EntityKind::Person {
        let later = s.names[0] > l.names[0];
        let personal = matches!(s_kind, EntityKind::Person | EntityKind::Other);
        // The small model often mistypes lone surnames; the full name before it decides.
        let doubtful = s_points <= 4 && !gazetteer && (later || in_heading(parsed, first_name));
        let given = prefix && s.words.len() == 1 && personal && later && !has_title(names, s);
        let surname = suffix && (personal || doubtful) && (later || !gazetteer);
        return surname && no_particle_cut(l, s) || given;
    }
    if suffix && is_part_of(&l.words, s.words.len()) {
        return false;
    }
    let initial = s.words.len() == 1
        && initials(&l.words) == s.words[0]
        && is_acronym(parsed.word(first_name.tokens.start));
    if initial {
        return true;
    }
    let other = matches!(s_kind, EntityKind::Place | EntityKind::Government | EntityKind::Person);
    let is_firm = || prefix && is_company_name(l) && (is_doubtful(s) || is_nobodys(names, groups, s));
    if other && s_points > 0 && s_kind != l_kind && !is_firm() {
        return false;
    }
    let place = matches!(l_kind, EntityKind::Place | EntityKind::Government);
    if place {
        return false;
    }
    if prefix && s.words.len() == 1 && is_acronym(parsed.word(first_name.tokens.start))
        || international_body(&s.words.join(" ")).is_some()
    {
        return false;
    }
    let noun = s.words.len() == 1 && has(&s.words[0], lexicon::ORGANISATION) && l.words.contains(&s.words[0]);
    let alike = matches!(s_kind, EntityKind::Organisation | EntityKind::Other | EntityKind::Product);
    let long_enough = s.words.len() >= 2 || alike || prefix && is_company_name(l);
    noun || (prefix || suffix) && long_enough
}

/// "The supervisory board of Sola": the board of a body is not the body; `n` words name that.
fn is_part_of(words: &[String], n: usize) -> bool {
    const PARTS: [&str; 9] = [
        "board",
        "trustees",
        "management",
        "shareholders",
        "friends",
        "supporters",
        "executive",
        "branch",
        "chairman",
    ];
    let Some(before) = words.len().checked_sub(n + 1).map(|at| &words[..=at]) else { return false };
    let of = before.iter().rev().take(2).any(|w| matches!(w.as_str(), "of" | "for"));
    of && before.iter().any(|w| PARTS.contains(&w.as_str()))
}

fn in_heading(parsed: &ParsedArticle, name: &Name) -> bool {
    let sentence = &parsed.sentences[parsed.tokens[name.head].sentence];
    matches!(sentence.kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Heading)
}

/// "Harrow Foods", "Harrow ASA": a name of its own and a word for the trade or form. Bodies named after places
/// ("Harrow Council", "Harrow Hospital") are no companies, and the trade is no part of "Harrow Society for Fine Arts".
fn is_company_name(group: &Group) -> bool {
    let is_link = |w: &String| matches!(w.as_str(), "for" | "of" | "on" | "in");
    let last = &group.words[group.words.len() - 1];
    let class = lexicon::of(last) | lexicon::of(&super::kinds::singular(last));
    let of_place =
        class & (lexicon::FACILITY | lexicon::OUTLET | lexicon::PLACE) != 0 && !last.ends_with('s');
    // An airline or a bank is a body and a trade.
    let singular = super::kinds::singular(last);
    let is_trade = is_company_noun(&singular) || matches!(&*singular, "bank" | "broadcaster" | "network");
    let body = class & lexicon::ORGANISATION != 0 && class & lexicon::COMPANY_FORM == 0 && !is_trade;
    let trade =
        class & lexicon::COMPANY_FORM != 0 || is_trade || last.ends_with('s') && lexicon::is_common(last);
    let has_trade = trade && !of_place && !body && !group.words.iter().any(is_link);
    kind_of(&group.score).0 == EntityKind::Organisation && has_trade
}

/// A lone word that only the model, or a preposition, calls a person or place.
fn is_doubtful(group: &Group) -> bool {
    let (kind, points) = kind_of(&group.score);
    let word = &group.words[0];
    let by_model = if kind == EntityKind::Person { 4 * group.names.len() as i32 } else { 5 };
    points <= by_model
        && kind != EntityKind::Government
        && towns(word).is_empty()
        && gender_of_first_name(word).is_none()
}

/// A lone word taken for a person whom the article never gives a title or another name: "Maren" beside "Maren Foods".
fn is_nobodys(names: &[Name], groups: &[Group], group: &Group) -> bool {
    let word = &group.words[0];
    let is_persons =
        |g: &Group| g.words.len() > 1 && g.words.contains(word) && kind_of(&g.score).0 == EntityKind::Person;
    group.words.len() == 1
        && kind_of(&group.score).0 == EntityKind::Person
        && !has_title(names, group)
        && !groups.iter().any(is_persons)
}

/// "Rahman" is no short form of "Abdel Rahman", nor "Santos" of "de los Santos"? It is in practice; but a bare
/// hyphen part ("Côté" of "Lachance-Côté") is another name.
fn no_particle_cut(long: &Group, short: &Group) -> bool {
    let cut = long.words.len() - short.words.len();
    cut == 0
        || long.words[cut - 1] != "-"
        || long.words.get(cut.wrapping_sub(2)).is_some_and(|w| has(w, lexicon::PARTICLE))
}

fn has_title(names: &[Name], group: &Group) -> bool {
    group.names.iter().any(|&n| names[n].title.is_some())
}
