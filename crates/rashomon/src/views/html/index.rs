//! The index of a pile of several stories as a page.

use super::markup::Markup;
use crate::Records;
use crate::views::index::{heading, rows};

/// The stories of a pile with links to their reports, as one HTML page.
#[must_use]
pub fn index(records: &Records, title: Option<&str>) -> String {
    let mut markup = Markup::default();
    let heading = heading(records, title);
    super::head(&mut markup, &heading);
    markup.fixed("<header>\n").element("h1", &[("dir", "auto")], &heading).fixed("\n</header>\n");
    markup.fixed("<main id=\"main\">\n<ol class=\"stories\">\n");
    for row in rows(records) {
        let to = format!("{}/report.html", row.folder);
        markup.fixed("<li>").element("a", &[("href", &to), ("dir", "auto")], &row.headline).fixed(" ");
        markup.element("span", &[("class", "note")], &row.about).fixed("</li>\n");
    }
    markup.fixed("</ol>\n<p>All accounts together: <a href=\"report.html\">report</a>, ");
    markup.fixed("<a href=\"record.json\">record</a>.</p>\n</main>\n</body>\n</html>\n");
    markup.finish()
}
