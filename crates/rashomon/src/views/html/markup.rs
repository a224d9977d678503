//! HTML under construction. Markup is fixed (`&'static str`); whatever comes from outside is escaped, always.

/// A page being written.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// Markup written in this program.
    pub(super) fn fixed(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text of any origin.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, Place::Content, &mut self.out);
        self
    }

    /// A start tag with attributes of any origin.
    pub(super) fn tag(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            escape(value, Place::Attribute, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
        self
    }

    /// A whole element with text inside.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) -> &mut Self {
        self.tag(name, attributes).text(text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self
    }

    /// A line that says what was left out; nothing when nothing was.
    pub(super) fn more(&mut self, n_hidden: usize, what: &str) -> &mut Self {
        if n_hidden > 0 {
            let n = crate::views::words::grouped(n_hidden as f64);
            self.element("p", &[("class", "more")], &format!("{n} more {what} in record.json."));
        }
        self
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Content,
    Attribute,
}

/// Escapes for text and for double-quoted attributes. Characters that turn the direction of writing around, and
/// control characters, are made visible: they could make the page show other words than the article has.
fn escape(text: &str, place: Place, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}' => match place {
                Place::Content => {
                    out.push_str(&format!("<span class=\"control\">U+{:04X}</span>", u32::from(c)));
                }
                Place::Attribute => out.push('\u{FFFD}'),
            },
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let mut markup = Markup::default();
        markup.text(text);
        assert_eq!(markup.finish(), expect);
    }

    #[test]
    fn everything_from_outside_is_escaped() {
        check("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        check("a & b", "a &amp; b");
        check("bell\u{7}", "bell\u{FFFD}");
        check("\u{202E}gpj.exe", "<span class=\"control\">U+202E</span>gpj.exe");
        let mut markup = Markup::default();
        markup.tag("a", &[("title", "\"onclick=\"\u{202E}")]);
        assert_eq!(markup.finish(), "<a title=\"&quot;onclick=&quot;\u{FFFD}\">");
    }
}
