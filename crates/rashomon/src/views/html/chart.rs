//! A figure over time as SVG: steps between days, a band where figures of one day differ, open ends where a figure is
//! a floor or a ceiling. The table beside it says the same in words.

use super::markup::Markup;
use crate::views::words;
use rashomon_text::Date;

/// One figure.
#[derive(Clone, Debug)]
pub(super) struct Point {
    /// First day it may hold for.
    pub(super) first: Date,
    /// Last day it may hold for.
    pub(super) last: Date,
    pub(super) low: f64,
    pub(super) high: f64,
    /// +1: at least this; -1: at most this.
    pub(super) open_end: i8,
    /// As written.
    pub(super) label: String,
    /// Whether it is told as a fact, not as a condition, plan or denial.
    pub(super) is_fact: bool,
}

/// What the whole chart shows.
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    /// `Some(100)` for shares.
    pub(super) top: Option<f64>,
    pub(super) is_percent: bool,
}

// User units; the picture scales with the column. Narrow, so that letters stay legible on a phone.
const WIDTH: f64 = 440.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 30.0;
/// Length of the arrow at an open end.
const ARROW: f64 = 20.0;
/// Width of a letter of a label, for keeping labels apart.
const LETTER: f64 = 6.2;
/// Days that are labelled on the axis at most.
const N_TICKS_MAX: i64 = 4;

/// Draws the chart; nothing for fewer than two figures.
pub(super) fn steps(markup: &mut Markup, frame: &Frame<'_>, points: &[Point]) {
    if points.len() < 2 {
        return;
    }
    let scale = Scale::of(frame, points);
    let spoken: Vec<String> = points.iter().map(|p| format!("{}: {}", words::day(p.last), p.label)).collect();
    let spoken = format!("{}. {}.", frame.title, spoken.join("; "));
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    markup.fixed("<figure class=\"chart\">");
    markup.tag("svg", &[("viewBox", &view_box), ("role", "img"), ("aria-label", &spoken)]);
    axes(markup, &scale, frame);
    steps_and_bands(markup, &scale, points);
    dots(markup, &scale, points);
    markup.fixed("</svg></figure>\n");
}

struct Scale {
    first: Date,
    n_days: i64,
    top: f64,
    /// The middle of each point on the x axis.
    x: Vec<f64>,
}

impl Scale {
    fn of(frame: &Frame<'_>, points: &[Point]) -> Self {
        let first = points.iter().map(|p| p.first).min().expect("two points or more");
        let last = points.iter().map(|p| p.last).max().expect("two points or more");
        let highest = points.iter().map(|p| p.high).fold(0.0, f64::max);
        let n_days = days_between(first, last) + 1;
        let mut scale =
            Self { first, n_days, top: frame.top.unwrap_or_else(|| round_up(highest)), x: Vec::new() };
        for (i, point) in points.iter().enumerate() {
            let is_twin = |p: &&Point| (p.first, p.last) == (point.first, point.last);
            let n = points.iter().filter(is_twin).count() as f64;
            let k = points[..i].iter().filter(is_twin).count() as f64;
            let (a, b) = (scale.day_x(point.first, 0), scale.day_x(point.last, 1));
            let x = a + (b - a) * (k + 0.5) / n;
            scale.x.push(x);
        }
        scale
    }

    /// The left edge of a day, `plus` days on.
    fn day_x(&self, day: Date, plus: i64) -> f64 {
        let days = (days_between(self.first, day) + plus) as f64;
        LEFT + (WIDTH - LEFT - RIGHT) * days / self.n_days as f64
    }

    fn y(&self, value: f64) -> f64 {
        let share = if self.top > 0.0 { (value / self.top).clamp(0.0, 1.0) } else { 0.0 };
        HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share
    }
}

fn days_between(a: Date, b: Date) -> i64 {
    (b.duration_since(a).as_hours()) / 24
}

/// 1, 2, 2.5, 5 or 10 times a power of ten, at least `value` with a little air.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    while power > value {
        power /= 10.0;
    }
    let steps = [1.0, 2.0, 2.5, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0];
    steps.into_iter().map(|s| s * power).find(|top| *top >= value * 1.05).unwrap_or(power * 12.0)
}

fn axes(markup: &mut Markup, scale: &Scale, frame: &Frame<'_>) {
    for share in [0.0, 0.5, 1.0] {
        let value = scale.top * share;
        let y = scale.y(value);
        line(markup, "grid", LEFT, y, WIDTH - RIGHT, y);
        let unit = if frame.is_percent { " %" } else { "" };
        text(markup, "end", LEFT - 6.0, y + 4.0, &format!("{}{unit}", words::grouped(value)));
    }
    let every = (scale.n_days + N_TICKS_MAX - 1) / N_TICKS_MAX;
    let mut n = 0;
    let mut day = scale.first;
    while n < scale.n_days {
        let x = scale.day_x(day, 0);
        line(markup, "grid", x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5.0);
        let is_long = scale.n_days > 300;
        let label =
            if is_long { format!("{} {}", words::day_short(day), day.year()) } else { words::day_short(day) };
        text(markup, "start", x + 2.0, HEIGHT - BOTTOM + 18.0, &label);
        for _ in 0..every {
            day = day.tomorrow().unwrap_or(day);
        }
        n += every;
    }
}

/// From each day with figures to the next: a line where they agree, a band where they do not.
fn steps_and_bands(markup: &mut Markup, scale: &Scale, points: &[Point]) {
    let mut days: Vec<(f64, f64, f64)> = Vec::new();
    let mut day_before: Option<(Date, Date)> = None;
    for (point, &x) in points.iter().zip(&scale.x).filter(|(p, _)| p.is_fact) {
        match days.last_mut() {
            Some((_, low, high)) if day_before == Some((point.first, point.last)) => {
                *low = low.min(point.low);
                *high = high.max(point.high);
            }
            _ => days.push((x, point.low, point.high)),
        }
        day_before = Some((point.first, point.last));
    }
    let end = WIDTH - RIGHT;
    for (i, &(x, low, high)) in days.iter().enumerate() {
        let next = days.get(i + 1);
        let to = next.map_or(end, |n| n.0).max(x);
        if low < high {
            let (y, height) = (scale.y(high), scale.y(low) - scale.y(high));
            rect(markup, "band", x, y, to - x, height);
        } else {
            line(markup, "step", x, scale.y(low), to, scale.y(low));
        }
        if let Some(&(_, next_low, next_high)) = next {
            let middle = |low: f64, high: f64| scale.y(f64::midpoint(low, high));
            line(markup, "step riser", to, middle(low, high), to, middle(next_low, next_high));
        }
    }
}

fn dots(markup: &mut Markup, scale: &Scale, points: &[Point]) {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (point, &x) in points.iter().zip(&scale.x) {
        let y = scale.y(f64::midpoint(point.low, point.high));
        if point.last > point.first {
            line(markup, "range", scale.day_x(point.first, 0), y, scale.day_x(point.last, 1), y);
        }
        if point.low < point.high {
            line(markup, "range", x, scale.y(point.low), x, scale.y(point.high));
        }
        if point.open_end != 0 {
            let up = f64::from(point.open_end);
            let tip = (y - up * ARROW).clamp(4.0, HEIGHT - BOTTOM);
            line(markup, "open", x, y, x, tip);
            line(markup, "open", x - 4.0, tip + up * 5.0, x, tip);
            line(markup, "open", x + 4.0, tip + up * 5.0, x, tip);
        }
        circle(markup, if point.is_fact { "dot" } else { "dot hollow" }, x, y);
        label(markup, &mut taken, point, x, y);
    }
}

/// Above the dot where there is room, else below, else not at all (the table has it).
fn label(markup: &mut Markup, taken: &mut Vec<(f64, f64, f64)>, point: &Point, x: f64, y: f64) {
    let shown: String = point.label.chars().take(28).collect();
    let half = shown.chars().count() as f64 * LETTER / 2.0;
    let middle = x.clamp(LEFT + half, (WIDTH - 2.0 - half).max(LEFT + half));
    let above = if point.open_end > 0 { y - ARROW - 4.0 } else { y - 9.0 };
    let below = if point.open_end < 0 { y + ARROW + 12.0 } else { y + 18.0 };
    let is_free = |at: f64| {
        at > 10.0
            && at < HEIGHT - BOTTOM - 2.0
            && taken
                .iter()
                .all(|&(a, b, ty)| (ty - at).abs() > 13.0 || middle + half < a || middle - half > b)
    };
    if let Some(at) = [above, below].into_iter().find(|&at| is_free(at)) {
        taken.push((middle - half, middle + half, at));
        text(markup, "middle", middle, at, &shown);
    }
}

fn rounded(x: f64) -> String {
    format!("{:.1}", x + 0.0)
}

fn line(markup: &mut Markup, class: &'static str, x1: f64, y1: f64, x2: f64, y2: f64) {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(rounded);
    markup
        .tag("line", &[("class", class), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)])
        .fixed("</line>");
}

fn rect(markup: &mut Markup, class: &'static str, x: f64, y: f64, width: f64, height: f64) {
    let [x, y, width, height] = [x, y, width, height].map(rounded);
    let attributes = [("class", class), ("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
    markup.tag("rect", &attributes).fixed("</rect>");
}

fn circle(markup: &mut Markup, class: &'static str, x: f64, y: f64) {
    let [x, y] = [x, y].map(rounded);
    markup.tag("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", "4")]).fixed("</circle>");
}

fn text(markup: &mut Markup, anchor: &'static str, x: f64, y: f64, words: &str) {
    let [x, y] = [x, y].map(rounded);
    markup.element("text", &[("x", &x), ("y", &y), ("text-anchor", anchor)], words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(day: i8, low: f64, high: f64, open_end: i8) -> Point {
        let date = Date::constant(2031, 3, day);
        Point { first: date, last: date, low, high, open_end, label: format!("{low}"), is_fact: true }
    }

    fn drawn(points: &[Point]) -> String {
        let mut markup = Markup::default();
        steps(&mut markup, &Frame { title: "Lorries", top: None, is_percent: false }, points);
        markup.finish()
    }

    #[test]
    fn one_figure_is_no_chart() {
        assert_eq!(drawn(&[point(1, 3.0, 3.0, 0)]), "");
    }

    #[test]
    fn a_band_where_figures_of_one_day_differ_and_an_arrow_at_an_open_end() {
        let svg = drawn(&[point(1, 3.0, 3.0, 0), point(1, 5.0, 5.0, 0), point(4, 9.0, 9.0, 1)]);
        assert_eq!(svg.matches("class=\"band\"").count(), 1);
        assert_eq!(svg.matches("class=\"open\"").count(), 3);
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(
            drawn(&[point(1, 3.0, 3.0, 0), point(2, 5.0, 5.0, 0)]).matches("class=\"band\"").count() == 0
        );
    }

    #[test]
    fn the_axis_ends_above_the_highest_figure() {
        for (value, top) in [(730.0, 800.0), (9.5, 10.0), (0.3, 0.4), (100.0, 200.0), (80_000.0, 100_000.0)] {
            assert!((round_up(value) - top).abs() < top * 1e-9, "{value}: {}", round_up(value));
        }
    }
}
