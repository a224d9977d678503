//! Units of measurement and money.

use crate::time::Unit;
use crate::words::Word;

/// What a figure is measured in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FigureUnit {
    /// Nothing said: it counts things.
    None,
    /// Per cent.
    Percent,
    /// ISO 4217 code, or the bare symbol where several currencies share it.
    Money(&'static str),
    /// Seconds to centuries.
    Time(Unit),
    /// A length, in this unit.
    Length(&'static str),
    /// A temperature, in this unit.
    Temperature(&'static str),
    /// An age in years.
    Age,
    /// Times as many, large, fast.
    Ratio,
    /// Another unit of measurement, by its name in the singular: it is counted like a thing ("count.kilogram").
    Thing(&'static str),
}

/// Symbols and what may stand before them: ("c", "$") is the Canadian dollar.
const SYMBOLS: &[(&str, &str, &str)] = &[
    ("us", "$", "USD"),
    ("c", "$", "CAD"),
    ("ca", "$", "CAD"),
    ("can", "$", "CAD"),
    ("a", "$", "AUD"),
    ("au", "$", "AUD"),
    ("nz", "$", "NZD"),
    ("hk", "$", "HKD"),
    ("s", "$", "SGD"),
    ("nt", "$", "TWD"),
    ("r", "$", "BRL"),
    ("mx", "$", "MXN"),
    ("n", "$", "NAD"),
    ("j", "$", "JMD"),
    ("tt", "$", "TTD"),
    ("ec", "$", "XCD"),
    ("bds", "$", "BBD"),
    ("z", "$", "ZWL"),
    ("fj", "$", "FJD"),
    ("gy", "$", "GYD"),
    ("gh", "₵", "GHS"),
    ("gh", "¢", "GHS"),
    ("", "$", "$"),
    ("", "€", "EUR"),
    ("", "£", "GBP"),
    ("", "¥", "JPY"),
    ("", "₹", "INR"),
    ("", "₽", "RUB"),
    ("", "₩", "KRW"),
    ("", "₺", "TRY"),
    ("", "₪", "ILS"),
    ("", "₴", "UAH"),
    ("", "₦", "NGN"),
    ("", "₱", "PHP"),
    ("", "₫", "VND"),
    ("", "฿", "THB"),
    ("", "₵", "GHS"),
    ("", "₾", "GEL"),
    ("", "元", "CNY"),
    ("", "₸", "KZT"),
    ("", "₼", "AZN"),
    ("aud", "$", "AUD"),
    ("cad", "$", "CAD"),
    ("mxn", "$", "MXN"),
    ("usd", "$", "USD"),
];
/// Currency codes and abbreviations written before or after the number.
const CODES: &[(&str, &str)] = &[
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("inr", "INR"),
    ("rs", "INR"),
    ("chf", "CHF"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("sgd", "SGD"),
    ("hkd", "HKD"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("pln", "PLN"),
    ("zar", "ZAR"),
    ("brl", "BRL"),
    ("krw", "KRW"),
    ("try", "TRY"),
    ("rub", "RUB"),
    ("aed", "AED"),
    ("sar", "SAR"),
    ("ngn", "NGN"),
    ("kes", "KES"),
    ("rm", "MYR"),
    ("mxn", "MXN"),
    ("ils", "ILS"),
    ("czk", "CZK"),
    ("huf", "HUF"),
    ("thb", "THB"),
    ("idr", "IDR"),
    ("php", "PHP"),
    ("egp", "EGP"),
    ("pkr", "PKR"),
    ("bdt", "BDT"),
    ("lkr", "LKR"),
    ("uah", "UAH"),
    ("twd", "TWD"),
    ("vnd", "VND"),
    ("qar", "QAR"),
    ("kwd", "KWD"),
    ("ars", "ARS"),
    ("clp", "CLP"),
    ("cop", "COP"),
    ("tzs", "TZS"),
    ("ugx", "UGX"),
    ("ghs", "GHS"),
    ("etb", "ETB"),
    ("iqd", "IQD"),
    ("yer", "YER"),
    ("nad", "NAD"),
    ("bwp", "BWP"),
    ("zmw", "ZMW"),
    ("ksh", "KES"),
    ("tsh", "TZS"),
    ("ush", "UGX"),
    ("nis", "ILS"),
];
/// Currency nouns, singular; the code is the bare word where several countries share it.
const NOUNS: &[(&str, &str)] = &[
    ("dollar", "$"),
    ("buck", "$"),
    ("euro", "EUR"),
    ("pound", "GBP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "rupee"),
    ("rouble", "RUB"),
    ("ruble", "RUB"),
    ("franc", "franc"),
    ("peso", "peso"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("krone", "krone"),
    ("kroner", "krone"),
    ("lira", "TRY"),
    ("rand", "ZAR"),
    ("won", "KRW"),
    ("shekel", "ILS"),
    ("hryvnia", "UAH"),
    ("dirham", "dirham"),
    ("riyal", "SAR"),
    ("rial", "IRR"),
    ("real", "BRL"),
    ("reais", "BRL"),
    ("zloty", "PLN"),
    ("forint", "HUF"),
    ("koruna", "CZK"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dong", "VND"),
    ("taka", "BDT"),
    ("naira", "NGN"),
    ("cedi", "GHS"),
    ("shilling", "shilling"),
    ("birr", "ETB"),
    ("dinar", "dinar"),
    ("cent", "cent"),
    ("penny", "penny"),
    ("pence", "penny"),
    ("crown", "crown"),
    ("sol", "PEN"),
    ("soles", "PEN"),
    ("euros", "EUR"),
    ("peseta", "ESP"),
    ("mark", "mark"),
    ("deutschmark", "DEM"),
    ("guilder", "guilder"),
    ("drachma", "GRD"),
    ("escudo", "escudo"),
    ("lari", "GEL"),
    ("tenge", "KZT"),
    ("som", "KGS"),
    ("manat", "manat"),
    ("leu", "leu"),
    ("lei", "leu"),
    ("lev", "BGN"),
    ("leva", "BGN"),
    ("kwacha", "kwacha"),
    ("kwanza", "AOA"),
    ("dalasi", "GMD"),
    ("quetzal", "GTQ"),
    ("lempira", "HNL"),
    ("colon", "colon"),
    ("colones", "colon"),
    ("bolivar", "bolivar"),
    ("boliviano", "BOB"),
    ("guarani", "PYG"),
    ("kyat", "MMK"),
    ("kuai", "CNY"),
    ("afghani", "AFN"),
    ("shekels", "ILS"),
];
/// Words that are coins only beside a number of money, else something else.
const AMBIGUOUS: &[&str] = &["mark", "colon", "som", "guarani"];
/// Adjectives before "dollars" and the like.
const NATIONS: &[(&str, &str, &str)] = &[
    ("us", "$", "USD"),
    ("american", "$", "USD"),
    ("canadian", "$", "CAD"),
    ("australian", "$", "AUD"),
    ("singapore", "$", "SGD"),
    ("zealand", "$", "NZD"),
    ("kong", "$", "HKD"),
    ("indian", "rupee", "INR"),
    ("pakistani", "rupee", "PKR"),
    ("lankan", "rupee", "LKR"),
    ("nepalese", "rupee", "NPR"),
    ("swiss", "franc", "CHF"),
    ("cfa", "franc", "XOF"),
    ("mexican", "peso", "MXN"),
    ("argentine", "peso", "ARS"),
    ("chilean", "peso", "CLP"),
    ("colombian", "peso", "COP"),
    ("philippine", "peso", "PHP"),
    ("norwegian", "krone", "NOK"),
    ("danish", "krone", "DKK"),
    ("kenyan", "shilling", "KES"),
    ("ugandan", "shilling", "UGX"),
    ("tanzanian", "shilling", "TZS"),
    ("turkish", "TRY", "TRY"),
    ("german", "mark", "DEM"),
    ("brazilian", "BRL", "BRL"),
    ("russian", "RUB", "RUB"),
    ("british", "GBP", "GBP"),
    ("chinese", "CNY", "CNY"),
    ("japanese", "JPY", "JPY"),
    ("iranian", "IRR", "IRR"),
    ("israeli", "ILS", "ILS"),
    ("kuwaiti", "dinar", "KWD"),
    ("iraqi", "dinar", "IQD"),
    ("jordanian", "dinar", "JOD"),
    ("libyan", "dinar", "LYD"),
    ("tunisian", "dinar", "TND"),
    ("algerian", "dinar", "DZD"),
    ("emirati", "dirham", "AED"),
    ("moroccan", "dirham", "MAD"),
    ("egyptian", "GBP", "EGP"),
    ("syrian", "GBP", "SYP"),
    ("sudanese", "GBP", "SDG"),
    ("lebanese", "GBP", "LBP"),
];
/// Units of length and what they are called in the record.
const LENGTHS: &[(&str, &str)] = &[
    ("km", "km"),
    ("kilometre", "km"),
    ("kilometer", "km"),
    ("mile", "mi"),
    ("metre", "m"),
    ("meter", "m"),
    ("m", "m"),
    ("centimetre", "cm"),
    ("centimeter", "cm"),
    ("cm", "cm"),
    ("millimetre", "mm"),
    ("millimeter", "mm"),
    ("mm", "mm"),
    ("foot", "ft"),
    ("feet", "ft"),
    ("ft", "ft"),
    ("inch", "in"),
    ("inches", "in"),
    ("yard", "yd"),
    ("decimetre", "dm"),
    ("decimeter", "dm"),
    ("dm", "dm"),
    ("kms", "km"),
    ("kilometres", "km"),
    ("micrometre", "µm"),
    ("micron", "µm"),
    ("nanometre", "nm"),
    ("nanometer", "nm"),
];
/// Units that are counted like things, as written and by their name. Those that are plain English nouns ("tonnes") need
/// no table: their noun is the name.
const THINGS: &[(&[&str], &str)] = &[
    (&["kilometers", "per", "hour"], "kilometre-per-hour"),
    (&["kilometres", "per", "hour"], "kilometre-per-hour"),
    (&["kilometres", "an", "hour"], "kilometre-per-hour"),
    (&["kilometers", "an", "hour"], "kilometre-per-hour"),
    (&["km", "per", "hour"], "kilometre-per-hour"),
    (&["km", "/", "h"], "kilometre-per-hour"),
    (&["km", "/", "hr"], "kilometre-per-hour"),
    (&["kmh"], "kilometre-per-hour"),
    (&["kph"], "kilometre-per-hour"),
    (&["kmph"], "kilometre-per-hour"),
    (&["miles", "per", "hour"], "mile-per-hour"),
    (&["miles", "an", "hour"], "mile-per-hour"),
    (&["mph"], "mile-per-hour"),
    (&["square", "kilometres"], "square-kilometre"),
    (&["square", "kilometers"], "square-kilometre"),
    (&["square", "kilometre"], "square-kilometre"),
    (&["sq", "km"], "square-kilometre"),
    (&["km2"], "square-kilometre"),
    (&["km", "²"], "square-kilometre"),
    (&["square", "metres"], "square-metre"),
    (&["square", "meters"], "square-metre"),
    (&["square", "metre"], "square-metre"),
    (&["m", "²"], "square-metre"),
    (&["square", "miles"], "square-mile"),
    (&["square", "mile"], "square-mile"),
    (&["sq", "miles"], "square-mile"),
    (&["square", "feet"], "square-foot"),
    (&["square", "foot"], "square-foot"),
    (&["sq", "ft"], "square-foot"),
    (&["cubic", "metres"], "cubic-metre"),
    (&["cubic", "meters"], "cubic-metre"),
    (&["cubic", "feet"], "cubic-foot"),
    (&["cubic", "metre"], "cubic-metre"),
    (&["cubic", "meter"], "cubic-metre"),
    (&["m", "³"], "cubic-metre"),
    (&["cubic", "kilometres"], "cubic-kilometre"),
    (&["per", "mille"], "per-mille"),
    (&["‰"], "per-mille"),
    (&["parts", "per", "million"], "part-per-million"),
    (&["ppm"], "part-per-million"),
    (&["parts", "per", "billion"], "part-per-billion"),
    (&["ppb"], "part-per-billion"),
    (&["µg"], "microgram"),
    (&["μg"], "microgram"),
    (&["mcg"], "microgram"),
    (&["metric", "tons"], "tonne"),
    (&["metric", "tonnes"], "tonne"),
    (&["metric", "ton"], "tonne"),
    (&["ton"], "ton"),
    (&["tons"], "ton"),
    (&["tonne"], "tonne"),
    (&["tonnes"], "tonne"),
    (&["kg"], "kilogram"),
    (&["kgs"], "kilogram"),
    (&["lb"], "pound-weight"),
    (&["lbs"], "pound-weight"),
    (&["oz"], "ounce"),
    (&["mg"], "milligram"),
    (&["kb"], "kilobyte"),
    (&["mb"], "megabyte"),
    (&["gb"], "gigabyte"),
    (&["tb"], "terabyte"),
    (&["hz"], "hertz"),
    (&["khz"], "kilohertz"),
    (&["mhz"], "megahertz"),
    (&["ghz"], "gigahertz"),
    (&["kw"], "kilowatt"),
    (&["mw"], "megawatt"),
    (&["gw"], "gigawatt"),
    (&["kwh"], "kilowatt-hour"),
    (&["mwh"], "megawatt-hour"),
    (&["gwh"], "gigawatt-hour"),
    (&["twh"], "terawatt-hour"),
    (&["ml"], "millilitre"),
    (&["bpd"], "barrel-per-day"),
    (&["rad"], "radian"),
];

/// A unit that is counted like a thing: the end and its name.
pub(super) fn thing(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    let first = lower(w, i);
    if first == "km" && lower(w, i + 1) == "2" && w.get(i + 1).is_some_and(|n| !n.spaced) {
        return Some((i + 2, "square-kilometre"));
    }
    THINGS
        .iter()
        .find(|(words, _)| {
            words[0] == first && words.iter().enumerate().all(|(k, word)| lower(w, i + k) == *word)
        })
        .map(|(words, name)| (i + words.len(), *name))
}

/// Whether a thing that is counted is a unit of measurement: a tonne, a hectare.
pub(super) fn is_unit(thing: &str) -> bool {
    THINGS.iter().any(|(_, name)| *name == thing)
}

fn lower(w: &[Word], i: usize) -> &str {
    w.get(i).map_or("", |w| w.lower.as_str())
}

fn looked_up(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}

/// A currency before a number: where the number starts.
pub(super) fn money_before(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    let symbol = |at: usize, prefix: &str| {
        SYMBOLS.iter().find(|(p, s, _)| *p == prefix && *s == lower(w, at)).map(|(.., code)| *code)
    };
    if let Some(code) = symbol(i, "") {
        return Some((i + 1, code));
    }
    if w.get(i)?.is_letters()
        && w.get(i + 1).is_some_and(|n| !n.spaced)
        && let Some(code) = symbol(i + 1, lower(w, i))
    {
        return Some((i + 2, code));
    }
    if let Some(code) = money_letter(w, i) {
        return Some((i + 1, code));
    }
    let is_noun = matches!(lower(w, i), "dollar") && w.get(i + 1).is_some_and(|n| n.spaced);
    if is_noun && w.get(i + 1).is_some_and(|n| n.digits.is_some()) {
        return Some((i + 1, "$"));
    }
    let code =
        looked_up(CODES, lower(w, i)).filter(|_| w[i].capital || matches!(lower(w, i), "usd" | "rmb"))?;
    let next = if lower(w, i + 1) == "." { i + 2 } else { i + 1 };
    w.get(next)?.digits.map(|_| (next, code))
}

/// "K150,000", "R2.4bn", "N500 million": a letter for the currency, where the number is written as a sum.
fn money_letter(w: &[Word], i: usize) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 5] = [("k", "K"), ("r", "ZAR"), ("n", "NGN"), ("p", "P"), ("q", "GTQ")];
    let code = looked_up(&LETTERS, lower(w, i)).filter(|_| w[i].capital && w[i].span.len() == 1)?;
    let is_digits = |at: usize| w.get(at).is_some_and(|n| !n.spaced && n.digits.is_some());
    let has_fraction = lower(w, i + 2) == "." && is_digits(i + 3);
    let end = if has_fraction { i + 4 } else { i + 2 };
    let is_thousands =
        lower(w, i + 2) == "," && w.get(i + 3).is_some_and(|n| !n.spaced && n.lower.len() == 3);
    let is_large = matches!(lower(w, end), "million" | "billion" | "trillion" | "m" | "bn" | "mn");
    (is_digits(i + 1) && (is_thousands || is_large)).then_some(code)
}

/// "MUSD", "MEUR" after a number, as business reports write millions.
pub(super) fn million_code(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    let word = w.get(i).filter(|w| w.capital && w.span.len() == 4)?;
    let code = looked_up(CODES, word.lower.strip_prefix('m')?)?;
    Some((i + 1, code))
}

/// A currency after a number: its end.
pub(super) fn money_after(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    let word = lower(w, i);
    let goes_on = w.get(i + 1).is_some_and(|n| !n.spaced && (n.digits.is_some() || n.is("$")));
    if let Some(code) = looked_up(CODES, word).filter(|_| {
        (w[i].capital || word == "usd" || word == "rmb") && !goes_on && word != "rs" && word != "try"
    }) {
        return Some((i + 1, code));
    }
    let is_free = word != "$" || w.get(i + 1).is_none_or(|n| n.digits.is_none());
    if let Some((_, _, code)) = SYMBOLS.iter().find(|(p, s, _)| p.is_empty() && *s == word && is_free) {
        return Some((i + 1, code));
    }
    let noun = |word: &str| looked_up(NOUNS, word).or_else(|| looked_up(NOUNS, word.strip_suffix('s')?));
    if let Some(shared) = noun(word) {
        let end = if lower(w, i + 1) == "sterling" { i + 2 } else { i + 1 };
        let singular = word.strip_suffix('s').unwrap_or(word);
        return (word != "won" && !AMBIGUOUS.contains(&singular)).then_some((end, shared));
    }
    let at = if matches!(word, "new" | "hong" | "sri") { i + 1 } else { i };
    let shared = noun(lower(w, at + 1))?;
    let (.., code) = NATIONS.iter().find(|(n, s, _)| *n == lower(w, at) && *s == shared)?;
    Some((at + 2, code))
}

/// "%", "per cent", "percentage points": the end.
pub(super) fn percent(w: &[Word], i: usize) -> Option<usize> {
    match lower(w, i) {
        "%" | "percent" | "pct" => Some(i + 1),
        "per" if lower(w, i + 1) == "cent" => Some(i + 2),
        "percents" | "procent" => Some(i + 1),
        "percentage" if lower(w, i + 1).starts_with("point") => Some(i + 2),
        _ => None,
    }
}

/// A unit of length: the end.
pub(super) fn length(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    if lower(w, i) == "nautical" && matches!(lower(w, i + 1), "mile" | "miles") {
        return Some((i + 2, "nmi"));
    }
    let word = lower(w, i);
    let unit = looked_up(LENGTHS, word).or_else(|| looked_up(LENGTHS, word.strip_suffix('s')?))?;
    // "m" and "in" alone are too short to be sure of unless glued to the number.
    (word != "m" || w.get(i).is_some_and(|w| !w.spaced)).then_some((i + 1, unit))
}

/// "long", "tall": what a length may be.
pub(super) fn is_dimension_adjective(word: &str) -> bool {
    matches!(word, "long" | "wide" | "high" | "tall" | "deep" | "thick" | "across" | "broad")
}

/// "length", "altitude": what is measured in metres.
pub(super) fn is_dimension_noun(word: &str) -> bool {
    matches!(
        word,
        "length"
            | "width"
            | "height"
            | "depth"
            | "distance"
            | "altitude"
            | "elevation"
            | "diameter"
            | "thickness"
    )
}

/// "yo", "y/o" as hospitals write "years old": the end.
pub(super) fn years_old(w: &[Word], i: usize) -> Option<usize> {
    match lower(w, i) {
        "yo" => Some(i + 1),
        "y" if lower(w, i + 1) == "/" && lower(w, i + 2) == "o" => Some(i + 3),
        _ => None,
    }
}

/// "degrees Celsius", "°C", "below zero": the end.
pub(super) fn temperature(w: &[Word], i: usize) -> Option<(usize, &'static str)> {
    let scale = |at: usize| match lower(w, at) {
        "c" | "celsius" | "centigrade" => Some("°C"),
        "f" | "fahrenheit" => Some("°F"),
        _ => None,
    };
    match lower(w, i) {
        "°" | "º" => Some(scale(i + 1).map_or((i + 1, "°"), |s| (i + 2, s))),
        "℃" => Some((i + 1, "°C")),
        "c" | "f" if w.get(i).is_some_and(|w| !w.spaced && w.capital) => scale(i).map(|s| (i + 1, s)),
        "celsius" | "centigrade" | "fahrenheit" => scale(i).map(|s| (i + 1, s)),
        "deg" => scale(i + 1).map(|s| (i + 2, s)),
        "degree" | "degrees" => {
            if let Some(s) = scale(i + 1) {
                return Some((i + 2, s));
            }
            let is_angle = matches!(
                lower(w, i + 1),
                "north" | "south" | "east" | "west" | "in" | "of" | "angle" | "turn"
            );
            (!is_angle).then_some((i + 1, "°"))
        }
        "below" | "under" if lower(w, i + 1) == "zero" => Some((i + 2, "°")),
        _ => None,
    }
}
