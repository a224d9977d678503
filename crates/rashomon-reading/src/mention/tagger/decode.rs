//! The best sequence of tags, and how sure it is (Lafferty et al., "Conditional random fields", 2001).

use std::sync::LazyLock;

/// Outside, and begin, inside, last, only of each of the four labels.
pub(super) const N_TAGS: usize = 17;

/// Scores of the tags of one token.
pub(super) type Scores = [f32; N_TAGS];

/// The tags that may follow each tag.
pub(super) static NEXT: LazyLock<[Vec<usize>; N_TAGS]> =
    LazyLock::new(|| std::array::from_fn(|a| (0..N_TAGS).filter(|&b| may_follow(a, b)).collect()));

fn place(tag: usize) -> usize {
    (tag + 3) % 4
}

/// Whether a name goes on after this tag.
pub(super) fn is_open(tag: usize) -> bool {
    tag != 0 && place(tag) < 2
}

/// Whether a name may begin, or none be, at this tag.
pub(super) fn may_start(tag: usize) -> bool {
    tag == 0 || matches!(place(tag), 0 | 3)
}

fn may_follow(a: usize, b: usize) -> bool {
    match is_open(a) {
        true => b != 0 && label(a) == label(b) && matches!(place(b), 1 | 2),
        false => may_start(b),
    }
}

/// Index of a tag's label.
pub(super) fn label(tag: usize) -> usize {
    (tag - 1) / 4
}

/// A name: first token, token after the last, label, and the least sure of its tokens' probabilities.
pub(super) type Found = (usize, usize, usize, f32);

/// The names of the best sequence of tags, and of every token how likely it is in none.
/// `changes[a * N_TAGS + b]` is the score of tag `b` after tag `a`.
pub(super) fn best(scores: &[Scores], changes: &[f32]) -> (Vec<Found>, Vec<f32>) {
    let sure = posteriors(scores, changes);
    let no_name = sure.iter().map(|s| s[0]).collect();
    (collect(&tags(scores, changes), &sure), no_name)
}

/// Tags of the best sequence (Viterbi).
fn tags(scores: &[Scores], changes: &[f32]) -> Vec<usize> {
    let n = scores.len();
    if n == 0 {
        return Vec::new();
    }
    let mut value = vec![[f32::NEG_INFINITY; N_TAGS]; n];
    let mut from = vec![[0_u8; N_TAGS]; n];
    for tag in (0..N_TAGS).filter(|&t| may_start(t)) {
        value[0][tag] = scores[0][tag];
    }
    for i in 1..n {
        for a in 0..N_TAGS {
            let so_far = value[i - 1][a];
            if so_far == f32::NEG_INFINITY {
                continue;
            }
            for &b in &NEXT[a] {
                let sum = so_far + changes[a * N_TAGS + b] + scores[i][b];
                if sum > value[i][b] {
                    value[i][b] = sum;
                    from[i][b] = a as u8;
                }
            }
        }
    }
    let closed = (0..N_TAGS).filter(|&t| !is_open(t));
    let last = closed.fold(0, |best, t| if value[n - 1][t] > value[n - 1][best] { t } else { best });
    let mut tags = vec![last; n];
    for i in (1..n).rev() {
        tags[i - 1] = usize::from(from[i][tags[i]]);
    }
    tags
}

fn collect(tags: &[usize], sure: &[Scores]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, &tag) in tags.iter().enumerate() {
        if tag == 0 {
            continue;
        }
        if matches!(place(tag), 0 | 3) {
            start = i;
        }
        if matches!(place(tag), 2 | 3) {
            let least = (start..=i).map(|t| sure[t][tags[t]]).fold(1.0, f32::min);
            found.push((start, i + 1, label(tag), least));
        }
    }
    found
}

/// Probability of every tag of every token (forward-backward, scaled).
pub(super) fn posteriors(scores: &[Scores], changes: &[f32]) -> Vec<Scores> {
    let n = scores.len();
    let weight: Vec<f32> = changes.iter().map(|c| c.exp()).collect();
    let local: Vec<Scores> = scores
        .iter()
        .map(|s| {
            let most = s.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            s.map(|x| (x - most).exp())
        })
        .collect();
    let mut forward = vec![[0.0; N_TAGS]; n];
    for i in 0..n {
        let mut sums: Scores = std::array::from_fn(|t| f32::from(i == 0 && may_start(t)));
        if i > 0 {
            for a in 0..N_TAGS {
                for &b in &NEXT[a] {
                    sums[b] += forward[i - 1][a] * weight[a * N_TAGS + b];
                }
            }
        }
        forward[i] = normal(std::array::from_fn(|t| sums[t] * local[i][t]));
    }
    let mut backward: Scores = std::array::from_fn(|t| f32::from(!is_open(t)));
    let mut sure = vec![[0.0; N_TAGS]; n];
    for i in (0..n).rev() {
        sure[i] = normal(std::array::from_fn(|t| forward[i][t] * backward[t]));
        let ahead: Scores = std::array::from_fn(|t| backward[t] * local[i][t]);
        backward =
            normal(std::array::from_fn(|a| NEXT[a].iter().map(|&b| weight[a * N_TAGS + b] * ahead[b]).sum()));
    }
    sure
}

fn normal(scores: Scores) -> Scores {
    let sum = scores.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    scores.map(|s| s / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(label: usize, place: u8) -> usize {
        1 + 4 * label + usize::from(place)
    }

    #[test]
    fn a_name_is_begun_and_ended() {
        let mut scores = vec![[0.0; N_TAGS]; 4];
        scores[1][tag(0, 0)] = 3.0;
        scores[2][tag(0, 2)] = 1.0;
        // Alone it would be the better end, but it belongs to another label.
        scores[2][tag(1, 2)] = 2.0;
        let (found, no_name) = best(&scores, &[0.0; N_TAGS * N_TAGS]);
        assert!(no_name[1] < 0.2 && no_name[0] > 0.05);
        assert_eq!(found.iter().map(|f| (f.0, f.1, f.2)).collect::<Vec<_>>(), [(1, 3, 0)]);
        assert!(found[0].3 > 0.2 && found[0].3 < 1.0);
    }

    #[test]
    fn probabilities_sum_to_one() {
        let mut scores = vec![[0.0; N_TAGS]; 3];
        scores[0][5] = 80.0;
        for sure in posteriors(&scores, &[0.5; N_TAGS * N_TAGS]) {
            assert!((sure.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn no_tokens_no_names() {
        assert!(best(&[], &[0.0; N_TAGS * N_TAGS]).0.is_empty());
    }
}
