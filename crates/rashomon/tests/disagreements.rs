//! What is said to disagree in small piles of made-up accounts, and what is not.

use rashomon::{Engine, Input, Record, Settings};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::load);

fn record(articles: &[&str]) -> Record {
    let named = articles.iter().enumerate();
    let inputs = named.map(|(i, text)| Input::new(&format!("{i}.txt"), text.as_bytes())).collect();
    ENGINE.record(inputs, &Settings::default())
}

/// Each disagreement as `relation kind: first words of each side`, and its note.
fn found(record: &Record) -> Vec<(String, String)> {
    let line = |d: &rashomon_reconcile::Disagreement| {
        let sides: Vec<&str> = d.positions.iter().map(|p| p.summary.as_str()).collect();
        (format!("{} {}: {}", d.relation.as_str(), d.kind.as_str(), sides.join(" | ")), d.note.clone())
    };
    record.disagreements.iter().map(line).collect()
}

/// The articles give a disagreement that starts so, with such a note; or, `wanted` empty, none at all.
#[track_caller]
fn check(articles: &[&str], wanted: &str, note: &str) {
    let record = record(articles);
    let all = found(&record);
    if wanted.is_empty() {
        assert!(all.is_empty(), "{all:#?}");
    } else {
        let is_it = |(line, why): &(String, String)| line.starts_with(wanted) && why.contains(note);
        assert!(all.iter().any(is_it), "no {wanted} ({note}) in {all:#?}");
    }
}

const WIRE: &str = "OSTVIK, March 4, 2021 (NWA) - A fire at a sawmill near Ostvik killed 16 people on Thursday, police said.\n\n\
    The roof of the storage hall has cracked but has not collapsed, the fire service said.\n\n\
    If the wind turned, some 400 people would have to leave their homes.\n\n\
    Rescuers carried on through the night with lamps and dogs, while relatives waited behind a rope at the gate.\n";

#[test]
fn authorities_that_differ_on_one_day_are_in_conflict() {
    check(
        &[
            "The Ostvik Post\nMarch 5, 2021\n\nPolice said 16 people were killed in the Ostvik sawmill fire.\n",
            "The Fjord Mirror\nMarch 5, 2021\n\nThe hospital said 21 people were killed in the Ostvik sawmill fire.\n",
        ],
        "conflict value: ",
        "different authorities",
    );
}

#[test]
fn later_counts_evolve() {
    check(
        &[
            "The Ostvik Post\nMarch 5, 2021\n\nPolice said 16 people were killed in the Ostvik sawmill fire.\n",
            "The Fjord Mirror\nMarch 8, 2021\n\nThe Ostvik sawmill fire killed 21 people, police said.\n",
        ],
        "evolves value: 16 people | 21 people",
        "later figures",
    );
}

#[test]
fn the_same_figure_is_no_disagreement() {
    check(
        &[
            "The Ostvik Post\nMarch 5, 2021\n\nPolice said 16 people were killed in the sawmill fire.\n",
            "The Fjord Mirror\nMarch 5, 2021\n\nThe hospital said 16 people were killed in the sawmill fire.\n",
        ],
        "",
        "",
    );
}

#[test]
fn a_copy_that_swaps_digits_is_named() {
    let copy =
        WIRE.replace("killed 16 people", "killed 61 people").replace("March 4, 2021 (NWA)", "March 6, 2021");
    check(&[WIRE, &copy], "conflict value: 16 people | 61 people", "in another order");
}

#[test]
fn a_notice_corrects_a_figure() {
    check(
        &["The Ostvik Post\nMarch 9, 2021\n\nThe sawmill will open again in May, its owner said.\n\n\
           Correction: On Friday we reported that 61 people were killed in the sawmill fire. The figure is 16.\n"],
        "evolves value: 61 people | 16",
        "corrected by the outlet",
    );
}

#[test]
fn hearsay_that_the_next_sentence_denies_is_contradicted() {
    check(
        &[
            "The Ostvik Post\nMarch 5, 2021\n\nMessages on social networks said that the dam above the town had burst. \
           The water board denied it.\n",
        ],
        "conflict polarity: Messages",
        "contradicted",
    );
}

#[test]
fn a_denial_that_answers_nothing_is_no_disagreement() {
    check(
        &["The Ostvik Post\nMarch 5, 2021\n\nThe harvest was good, the farmers' union said on Monday. \
           The bank denied that it was preparing a merger.\n"],
        "",
        "",
    );
}

#[test]
fn parts_must_make_their_total() {
    check(
        &["The Ostvik Post\nMarch 5, 2021\n\nPolice said 50 people were on board the ferry when it sank. \
           Eight people were killed, 12 people are missing and 33 people were rescued, police said.\n"],
        "conflict arithmetic: ",
        "make 53, not 50",
    );
}

#[test]
fn figures_set_side_by_side_by_two_authorities_are_in_conflict() {
    check(
        &[
            "The Ostvik Post\nMarch 5, 2021\n\nHow many ships are waiting? The harbour office says 14 ships are waiting. \
           The owners' union says more than 20.\n",
        ],
        "conflict value: ",
        "different",
    );
}
