//! Whether a detector is right as often as its confidence says.

/// Measures of a set's answers, each with its confidence and whether it is right: the share that is right among those
/// of one confidence (`confidence_0.95`); `calibration`, one less the mean distance of the two weighted by their
/// numbers (the expected calibration error of Naeini et al., AAAI 2015, with one bin for each value); and `brier`, one
/// less the mean square of the distance of each answer from right or wrong (Brier, 1950).
pub(crate) fn measures(answers: &[(f64, bool)]) -> Vec<(String, f64)> {
    let mut answers = answers.to_vec();
    answers.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut error = 0.0;
    let mut measures = Vec::new();
    for bin in answers.chunk_by(|a, b| a.0 == b.0) {
        let confidence = bin[0].0;
        let right = bin.iter().filter(|a| a.1).count() as f64 / bin.len() as f64;
        error += (right - confidence).abs() * bin.len() as f64 / answers.len() as f64;
        measures.push((format!("confidence_{confidence:.2}"), right));
    }
    if !answers.is_empty() {
        measures.push(("calibration".to_owned(), 1.0 - error));
        let square = |(confidence, right): &(f64, bool)| (confidence - f64::from(u8::from(*right))).powi(2);
        measures
            .push(("brier".to_owned(), 1.0 - answers.iter().map(square).sum::<f64>() / answers.len() as f64));
    }
    measures
}

/// A confidence as predictions write it: two decimals, so that equal ones are one bin.
pub(crate) fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_right_as_often_as_it_says_has_no_error() {
        let named = |name: &str, value| (name.to_owned(), value);
        let half = [(0.5, true), (0.5, false)];
        let expected = [named("confidence_0.50", 0.5), named("calibration", 1.0), named("brier", 0.75)];
        assert_eq!(measures(&half), expected);
        let sure = [(0.75, false), (0.75, false)];
        let expected = [named("confidence_0.75", 0.0), named("calibration", 0.25), named("brier", 0.4375)];
        assert_eq!(measures(&sure), expected);
        assert!(measures(&[]).is_empty());
    }
}
