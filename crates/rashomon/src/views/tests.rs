//! What every view must hold on a record with every kind of content.

use super::fixture::{at, record};
use super::{html, markdown, reuse};
use rashomon_reconcile::Record;
use std::collections::BTreeSet;

/// The values of an attribute, in the order of the page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere_and_ids_are_unique() {
    let page = html(&record(), None);
    let ids = values(&page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    let targets: Vec<&str> = values(&page, "href");
    assert!(targets.len() > 20, "{}", targets.len());
    for target in targets {
        let id = target.strip_prefix('#').unwrap_or_else(|| panic!("{target} leads out of the page"));
        assert!(unique.contains(id), "{target} leads nowhere");
    }
}

#[test]
fn a_citation_leads_to_the_sentence_itself() {
    let page = html(&record(), None);
    assert!(page.contains("<a href=\"#a1s2\""), "the vote is the second sentence of the first account");
    let target = page.split("<span id=\"a1s2\" class=\"s\">").nth(1).expect("the sentence");
    assert!(
        target.starts_with("The Tarn council <span class=\"e\">voted</span> 7 to 4"),
        "{}",
        &target[..80]
    );
}

#[test]
fn nothing_from_an_article_acts_as_markup() {
    let page = html(&record(), Some("<b onload=x>\"Title\"</b>"));
    assert!(!page.contains("<script"));
    assert!(!page.contains("<b onload"));
    assert!(!page.contains("href=\"javascript"), "only web addresses become links");
    assert!(page.contains("&lt;script&gt;alert(&#39;Subscribe &amp; save&#39;)&lt;/script&gt;"));
    assert!(page.contains("Copy &amp; Paste &lt;Ltd&gt;"));
}

#[test]
fn elements_are_closed_in_order() {
    let page = html(&record(), None);
    let void = ["meta", "!DOCTYPE", "br"];
    let mut open: Vec<&str> = Vec::new();
    let body = page.split("</style>").nth(1).expect("a page");
    for tag in body.split('<').skip(1).filter_map(|t| t.split('>').next()) {
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some("head") => {}
            Some("html") => assert!(open.is_empty(), "{open:?}"),
            Some(name) => assert_eq!(open.pop(), Some(name), "in {open:?}"),
            None if void.contains(&name) => {}
            None => open.push(name),
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = html(&record(), None);
    for forbidden in ["<script", "<link", "<img", "<iframe", "url(", "@import", " src=", " onclick"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn copied_words_are_shown_once_with_all_their_places() {
    let page = html(&record(), None);
    let voices = page.split("<section id=\"voices\"").nth(1).and_then(|p| p.split("</section>").next());
    let voices = voices.expect("a section of voices");
    assert_eq!(voices.matches("We cannot cut the valley in two").count(), 1);
    assert!(voices.contains("“We cannot cut the valley in two” … “and we will not.”"), "{voices}");
    assert!(voices.contains("Via NWA; the same words in two accounts."));
    assert!(
        voices.contains("said by “he”; the text does not say who that is") || voices.contains("Said by “he”")
    );
}

#[test]
fn the_reader_is_told_how_many_accounts_there_really_are() {
    for view in [html(&record(), None), markdown(&record(), None)] {
        assert!(
            view.contains("Three accounts from two known publishers; one does not say who published it.")
        );
        assert!(view.contains("Copies counted with their originals, that is two origins."));
        assert!(view.contains("Told by two articles; two independent sources; on the word of Tarn council"));
    }
}

#[test]
fn what_is_conditional_stands_apart_from_what_happened() {
    let page = html(&record(), None);
    let outlook = page.split("<section id=\"outlook\"").nth(1).expect("a section");
    assert!(outlook.contains("The ferry line would <u>stop</u> if the pier were shut."));
    let summary = page.split("<section id=\"summary\"").nth(1).and_then(|p| p.split("</section>").next());
    assert!(!summary.expect("a summary").contains("The ferry line"));
}

#[test]
fn markdown_counts_characters_and_keeps_text_from_acting() {
    let record = record();
    let text = markdown(&record, None);
    let vote = at(&record, 0, "The Tarn council voted 7 to 4 against closing the bridge on Friday.");
    let place =
        format!("1. pile/courier.txt:{}-{}, Tarn Courier, 8 March 2031", vote.span.start(), vote.span.end());
    assert!(text.contains(&place), "{text}");
    assert!(text.contains("- **7 March 2031**\n  - (disputed) The Tarn council"));
    assert!(!text.contains("\n<script"));
}

#[test]
fn reuse_says_who_copied_whom_and_why() {
    let text = reuse(&record());
    assert!(text.starts_with("Two articles are one account: pile/courier.txt, pile/copy.txt\n"), "{text}");
    assert!(text.contains("pile/courier.txt -> pile/copy.txt\n  spun: "));
    assert!(text.contains("because: rarer words in the copy"));
}

#[test]
fn a_record_of_nothing_is_a_page_all_the_same() {
    let empty = Record::default();
    assert!(html(&empty, None).contains("<h1 dir=\"auto\">Report on the accounts</h1>"));
    assert!(markdown(&empty, None).starts_with("# Report on the accounts\n"));
    assert_eq!(reuse(&empty), "No text in common was found between these accounts.\n");
}

#[test]
fn a_big_pile_stays_readable() {
    let mut record = record();
    let one = record.articles[2].clone();
    record.articles.extend((0..700).map(|i| {
        let mut next = one.clone();
        next.article.path = format!("pile/{i:04}.txt");
        next
    }));
    let page = html(&record, None);
    assert_eq!(page.matches("<article ").count(), 100);
    assert!(page.contains("603 more accounts in full in record.json."));
    assert!(page.contains("203 more accounts in record.json."));
    assert!(page.len() < 1_000_000, "{}", page.len());
}
