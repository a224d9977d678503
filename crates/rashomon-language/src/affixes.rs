//! Where a chunk of text is cut: prefixes, suffixes, infixes and URLs as tests of characters.
//!
//! These are spaCy's English punctuation rules (`spacy/lang/punctuation.py`, `tokenizer_exceptions.py`), regular expressions
//! there, written out by hand. Lengths and positions count characters.

use crate::tables::{CharSet, Tables};

pub(crate) struct Affixes {
    alphabetic: CharSet,
    lower: CharSet,
    upper: CharSet,
    icon: CharSet,
    punctuation: CharSet,
    quote: CharSet,
    currency_sign: CharSet,
    isdecimal: CharSet,
    isalnum: CharSet,
    /// Currencies and units which are cut off after a digit, longest first.
    after_digit: Vec<Vec<char>>,
}

impl Affixes {
    pub(crate) fn load(tables: &Tables) -> Self {
        let mut after_digit: Vec<Vec<char>> =
            ["currency", "units"].iter().flat_map(|s| tables.lines(s)).map(|u| u.chars().collect()).collect();
        after_digit.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
        Self {
            alphabetic: tables.class("alphabetic"),
            lower: tables.class("lower_or_uncased"),
            upper: tables.class("upper_or_uncased"),
            icon: tables.class("icon"),
            punctuation: tables.class("punctuation"),
            quote: tables.class("quote"),
            currency_sign: tables.class("currency_sign"),
            isdecimal: tables.class("isdecimal"),
            isalnum: tables.class("isalnum"),
            after_digit,
        }
    }

    /// Length of the prefix to cut off; 0 for none.
    pub(crate) fn prefix(&self, s: &[char]) -> usize {
        let Some(&first) = s.first() else { return 0 };
        let single = matches!(first, '§' | '%' | '=' | '—' | '–')
            || self.punctuation.contains(first)
            || self.quote.contains(first)
            || self.currency_sign.contains(first)
            || self.icon.contains(first);
        match first {
            _ if single => 1,
            '+' => usize::from(!s.get(1).is_some_and(char::is_ascii_digit)),
            '.' => Some(s.iter().take_while(|&&c| c == '.').count()).filter(|&n| n >= 2).unwrap_or(0),
            'U' if s.starts_with(&['U', 'S', '$']) => 3,
            'C' | 'A' if s.get(1) == Some(&'$') => 2,
            _ => 0,
        }
    }

    /// Length of the longest suffix that any rule cuts off; 0 for none.
    pub(crate) fn suffix(&self, s: &[char]) -> usize {
        let Some((&last, rest)) = s.split_last() else { return 0 };
        if last == '.' {
            return self.final_dots(rest);
        }
        let mut longest = usize::from(
            self.punctuation.contains(last)
                || self.quote.contains(last)
                || self.icon.contains(last)
                || matches!(last, '—' | '–')
                || (last == '+' && rest.last().is_some_and(char::is_ascii_digit)),
        );
        if matches!(rest.last(), Some('\'' | '’')) && matches!(last, 's' | 'S') || s.ends_with(&['…', '…'])
        {
            longest = 2;
        }
        let unit = self.after_digit.iter().find(|unit| {
            s.ends_with(unit) && s.len() > unit.len() && s[s.len() - unit.len() - 1].is_ascii_digit()
        });
        longest.max(unit.map_or(0, Vec::len))
    }

    /// As [`Self::suffix`], for text ending in a dot that follows `rest`.
    fn final_dots(&self, rest: &[char]) -> usize {
        let more = rest.iter().rev().take_while(|&&c| c == '.').count();
        if more > 0 {
            return more + 1;
        }
        let Some((&previous, rest)) = rest.split_last() else { return 0 };
        let third = rest.last().copied();
        let cut = previous.is_ascii_digit()
            || matches!(previous, '%' | '²' | '-' | '+' | '|' | '(' | '?' | ':' | ')')
            || self.punctuation.contains(previous)
            || self.quote.contains(previous)
            || self.lower.contains(previous)
            || (self.upper.contains(previous) && third.is_some_and(|c| self.upper.contains(c)))
            || (matches!(previous, 'F' | 'f' | 'C' | 'c' | 'K' | 'k') && third == Some('°'));
        usize::from(cut)
    }

    /// Calls `found(start, end)` for every infix, left to right.
    pub(crate) fn infixes(&self, s: &[char], mut found: impl FnMut(usize, usize)) {
        let mut i = 0;
        while i < s.len() {
            match self.infix_at(s, i) {
                0 => i += 1,
                end => {
                    found(i, end);
                    i = end;
                }
            }
        }
    }

    /// End of the infix that starts at `i`; 0 for none.
    fn infix_at(&self, s: &[char], i: usize) -> usize {
        let c = s[i];
        if c == '.' {
            let dots = s[i..].iter().take_while(|&&c| c == '.').count();
            if dots >= 2 {
                return i + dots;
            }
        }
        if c == '…' || self.icon.contains(c) {
            return i + 1;
        }
        if i == 0 || c.is_ascii_alphanumeric() {
            return 0;
        }
        let (before, after) = (s[i - 1], s.get(i + 1).copied());
        if matches!(c, '+' | '-' | '*' | '^')
            && before.is_ascii_digit()
            && after.is_some_and(|c| c.is_ascii_digit() || c == '-')
        {
            return i + 1;
        }
        let word_before = self.alphabetic.contains(before) || before.is_ascii_digit();
        if matches!(c, '-' | '–' | '—' | '~') {
            return if word_before { self.hyphen(s, i) } else { 0 };
        }
        let Some(after) = after else { return 0 };
        let cut = match c {
            '.' => {
                (self.lower.contains(before) || self.quote.contains(before))
                    && (self.upper.contains(after) || self.quote.contains(after))
            }
            ',' => self.alphabetic.contains(before) && self.alphabetic.contains(after),
            ':' | '<' | '>' | '=' | '/' => word_before && self.alphabetic.contains(after),
            _ => false,
        };
        if cut { i + 1 } else { 0 }
    }

    /// End of the first of spaCy's hyphens at `i` that a letter follows; 0 for none.
    fn hyphen(&self, s: &[char], i: usize) -> usize {
        const HYPHENS: [&[char]; 7] =
            [&['-'], &['–'], &['—'], &['-', '-'], &['-', '-', '-'], &['—', '—'], &['~']];
        let followed = |end: usize| s.get(end).is_some_and(|&c| self.alphabetic.contains(c));
        let found = HYPHENS.iter().find(|h| s[i..].starts_with(h) && followed(i + h.len()));
        found.map_or(0, |hyphen| i + hyphen.len())
    }

    /// Whether `s` is a URL: `[scheme://][anything@](IPv4 | label.label.tld)[:port][/?#anything]`.
    pub(crate) fn url(&self, s: &[char]) -> bool {
        if !s.contains(&'.') {
            return false;
        }
        let scheme = s.windows(3).position(|w| w == [':', '/', '/']).filter(|&i| {
            i >= 2 && s[..i].iter().all(|&c| self.isalnum.contains(c) || matches!(c, '_' | '+' | '-' | '.'))
        });
        let starts = [Some(0), scheme.map(|i| i + 3)];
        starts.into_iter().flatten().any(|start| {
            let after_at = (start + 1..s.len()).filter(|&j| s[j] == '@').map(|j| j + 1);
            std::iter::once(start).chain(after_at).any(|host| self.host(&s[host..]))
        })
    }

    fn label_char(c: char) -> bool {
        c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c)
    }

    fn host(&self, s: &[char]) -> bool {
        let end = s
            .iter()
            .position(|&c| !(Self::label_char(c) || matches!(c, '.' | '_' | '-') || self.lower.contains(c)))
            .unwrap_or(s.len());
        if end == 0 || !self.host_ends(&s[end..]) {
            return false;
        }
        let labels: Vec<&[char]> = s[..end].split(|&c| c == '.').collect();
        let Some((tld, names)) = labels.split_last().filter(|(_, names)| !names.is_empty()) else {
            return false;
        };
        if is_public_ipv4(&labels) {
            return true;
        }
        (2..=63).contains(&tld.len())
            && tld.iter().all(|&c| self.lower.contains(c))
            && names.iter().all(|name| {
                (1..=64).contains(&name.len())
                    && Self::label_char(name[0])
                    && Self::label_char(name[name.len() - 1])
                    && name.iter().all(|&c| Self::label_char(c) || matches!(c, '_' | '-'))
            })
    }

    /// Whether what follows a host is nothing, a path, a query, a fragment, or one of these after a port of 2-5 digits.
    fn host_ends(&self, s: &[char]) -> bool {
        let mut rest = s;
        if let Some((':', after)) = s.split_first() {
            let digits = after.iter().take_while(|&&c| self.isdecimal.contains(c)).count();
            if !(2..=5).contains(&digits) {
                return false;
            }
            rest = &after[digits..];
        }
        matches!(rest.first(), None | Some('/' | '?' | '#'))
    }
}

/// Four octets that are neither private, loopback, link-local nor a network or broadcast address.
fn is_public_ipv4(octets: &[&[char]]) -> bool {
    let shaped = octets.len() == 4
        && octets.iter().all(|o| (1..=3).contains(&o.len()) && o.iter().all(char::is_ascii_digit));
    if !shaped {
        return false;
    }
    let v: Vec<u32> =
        octets.iter().map(|o| o.iter().fold(0, |n, &c| n * 10 + (u32::from(c) - u32::from('0')))).collect();
    let middle_ok =
        |i: usize| octets[i].len() < 3 || octets[i][0] == '1' || (octets[i][0] == '2' && v[i] <= 255);
    let private = v[0] == 10
        || v[0] == 127
        || (v[0] == 169 && octets[1].len() == 3 && v[1] == 254)
        || (v[0] == 192 && octets[1].len() == 3 && v[1] == 168)
        || (v[0] == 172 && octets[1].len() == 2 && (16..=31).contains(&v[1]));
    octets[0][0] != '0'
        && (1..=223).contains(&v[0])
        && middle_ok(1)
        && middle_ok(2)
        && octets[3][0] != '0'
        && (1..=254).contains(&v[3])
        && !private
}
