//! Definite nouns that take a happening for known.

use super::{check, check_kinds};

#[test]
fn what_is_looked_back_on_has_come_about() {
    check_kinds("The mill stood idle for hours after the robbery.", &["robbery ASSAULT attack"]);
    check_kinds("Her lawyer has not seen her since her arrest.", &["arrest COERCE arrest"]);
    check_kinds("The mill will stand idle after the election.", &[]);
    check_kinds("The mill will stand idle after a robbery.", &[]);
}

#[test]
fn whose_it_was_tells_that_it_was_one() {
    check_kinds("Fans mourned the demolition of the stadium.", &["mourn OTHER", "demolition OTHER act"]);
    check_kinds("He has handed in his resignation.", &["resign CONCEDE resign"]);
    check_kinds("The route for the withdrawal of the troops will be agreed upon.", &["agree AGREE"]);
}

#[test]
fn the_sudden_is_named_in_any_place() {
    check_kinds("She lost a brother in the derailment.", &["lose OTHER act", "derailment ACCIDENT"]);
    check(
        "Engineers spoke of the risk of a derailment.",
        &["derailment [derailment] ACCIDENT +possible () @"],
    );
}
