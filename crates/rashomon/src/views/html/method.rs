//! Remarks on the inputs, and how the page came about.

use super::page::Page;

/// Remarks listed.
const N_DIAGNOSTICS_MAX: usize = 100;

pub(super) fn section(page: &mut Page<'_>) {
    let diagnostics = &page.desk.record.diagnostics;
    if !diagnostics.is_empty() {
        page.open_table("remarks", "Remarks on the inputs", &["File", "Level", "Remark"]);
        for d in diagnostics.iter().take(N_DIAGNOSTICS_MAX) {
            page.markup
                .fixed("<tr>")
                .element("td", &[("class", "path")], &d.path)
                .element("td", &[], d.level.as_str())
                .element("td", &[], &d.message)
                .fixed("</tr>\n");
        }
        page.close_table();
        page.markup.more(diagnostics.len().saturating_sub(N_DIAGNOSTICS_MAX), "remarks");
    }
    page.markup.fixed(METHOD);
    let (name, version) = crate::GENERATOR;
    page.note(&format!("Made by {name} {version} from the record of the same run (record.json)."));
}

const METHOD: &str = "<h3>How this page came about</h3>
<p>A program read the accounts by rules and a small language model; nothing was written by it or by any other
machine. Every sentence and figure is a stretch of an account, and its number leads to the place. Headings, labels and
counts are the program's.</p>
<dl class=\"method\">
<dt>Independent sources</dt><dd>Two tellings count as one source where one reuses the other's words, where their
articles credit the same agency, or where both rest on the same final authority. Five outlets that print one agency's
story about one official's statement are one source.</dd>
<dt>Origin</dt><dd>Accounts that are one in fact: a story and its reprints or reworkings.</dd>
<dt>Dates</dt><dd>Taken from the page's metadata or the text where they stand there; else worked out from what this
and other accounts say of the same days, as an interval where no single day is justified.</dd>
<dt>Disputed</dt><dd>Accounts contradict each other. The page shows the sides; it takes none.</dd>
<dt>Check before you print</dt><dd>The reading is automatic and errs: a speaker, a date or a figure may be tied to the wrong
words. Follow the number and read the sentence in its place.</dd>
</dl>
";
