//! Quotations: direct, indirect and mixed; content, cue and speaker (PARC's triple), and the chain of attribution.

mod aside;
mod compose;
mod confidence;
mod cues;
mod direct;
mod frame;
mod indirect;
pub(crate) mod marks;
mod medium;
mod pronoun;
mod relation;
pub(crate) mod speaker;
mod torn;

pub use confidence::speaker_confidence;
pub use cues::{CueClass, cue_class, cue_noun};
pub(crate) use frame::takes_in;
pub use relation::{AttributionForm, AttributionRelation, AttributionType, attribution_relations};

use crate::ParsedArticle;
use crate::attribution::Attribution;
use crate::mention::{LocalEntity, Mention};
use rashomon_text::Span;

/// PARC's kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuotationKind {
    /// All content in quotation marks.
    Direct,
    /// Reported speech without marks.
    Indirect,
    /// Reported speech with a part in marks.
    Mixed,
}

impl QuotationKind {
    /// The word used in the record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            QuotationKind::Direct => "direct",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mixed => "mixed",
        }
    }
}

/// Something somebody is quoted as saying.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Kind.
    pub kind: QuotationKind,
    /// The words said, without the quotation marks at the ends; more than one span where the cue interrupts.
    pub content: Vec<Span>,
    /// Within `content`: the parts that stand in quotation marks (all of it when direct).
    pub in_marks: Vec<Span>,
    /// The reporting words (`said`, `according to`, `told reporters`), if any.
    pub cue: Option<Span>,
    /// Token index of the cue's head.
    pub cue_token: Option<usize>,
    /// What the cue does: states, denies, accuses.
    pub class: Option<CueClass>,
    /// The speaker as an index into the article's entities; `None` when the text does not tell.
    pub speaker: Option<usize>,
    /// The words that name the speaker here (also when they are a bare "he" or "a source").
    pub speaker_span: Option<Span>,
    /// Whom it was said to, as an index into the article's entities.
    pub addressee: Option<usize>,
    /// The chain without the article's outlet, the speaker last.
    pub attribution: Attribution,
    /// When it was said: index into the article's time expressions.
    pub time: Option<usize>,
    /// Index of the quotation it is nested in.
    pub inside: Option<usize>,
}

/// All quotations of an article, in text order (outer before inner where they begin together).
#[must_use]
pub fn read(
    parsed: &ParsedArticle,
    mentions: &[Mention],
    entities: &[LocalEntity],
    times: &[crate::time::TimeExpression],
) -> Vec<Quotation> {
    let scene = speaker::Scene::new(parsed, mentions, entities);
    let marks = marks::find(parsed.article);
    let frames = frame::find(parsed);
    let utterances = direct::utterances(&scene, &marks, &frames);
    let scene = &scene;
    compose::compose(&compose::Sources {
        scene,
        marks: &marks,
        frames: &frames,
        utterances: &utterances,
        times,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Quotation, read};
    use crate::testing::with_article;
    use crate::{ParsedArticle, mention, passages};
    use rashomon_language::English;
    use rashomon_text::{Article, Block, BlockKind, Span};
    use std::sync::LazyLock;

    mod going_on;

    static ENGLISH: LazyLock<English> = LazyLock::new(English::load);

    /// Reads the quotations of a text of plain paragraphs.
    fn quotations(article: &Article) -> Vec<Quotation> {
        let passages = passages(article);
        let texts: Vec<&str> = passages.iter().map(|p| p.text.as_str()).collect();
        let documents = ENGLISH.parse_batch(&texts);
        let parsed = ParsedArticle::new(article, &passages, &documents);
        let (mentions, entities, _) = mention::read(&parsed);
        read(&parsed, &mentions, &entities, &crate::time::read(&parsed))
    }

    /// The words that say when the first quotation was uttered.
    #[track_caller]
    fn check_time(text: &str, expect: Option<&str>) {
        let found = with_article(text, None, |parsed| {
            let reading = crate::read(parsed);
            let time = reading.quotations.first().expect("a quotation").time;
            time.map(|t| parsed.article.slice(reading.times[t].span).to_owned())
        });
        assert_eq!(found.as_deref(), expect, "{text}");
    }

    #[test]
    fn when_it_was_said() {
        check_time("The mayor said on Monday that the bridge was safe.", Some("Monday"));
        check_time("The mayor said that the bridge was closed on Monday.", None);
        check_time("The mayor accused the council of delay after it voted on Monday.", None);
        check_time("On Monday the mayor accused the council of delay after it voted.", Some("Monday"));
    }

    /// Every quotation as `kind | words naming the speaker | content / content`, with one `>` for each it stands in.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let article = article(text);
        let found = quotations(&article);
        let show = |q: &Quotation| {
            let depth = std::iter::successors(q.inside, |&i| found[i].inside).count();
            let who = q.speaker_span.map_or("-", |s| s.slice(text));
            let content: Vec<&str> = q.content.iter().map(|s| s.slice(text)).collect();
            format!("{}{} | {who} | {}", ">".repeat(depth), q.kind.as_str(), content.join(" / "))
        };
        assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expect, "{text}");
    }

    /// The name of each quotation's speaker, "-" where nobody is known.
    #[track_caller]
    fn check_names(text: &str, expect: &[&str]) {
        let article = article(text);
        let found = quotations(&article);
        let name = |q: &Quotation| q.attribution.last().map_or("-", |l| l.name.as_str()).to_owned();
        assert_eq!(found.iter().map(name).collect::<Vec<_>>(), expect, "{text}");
    }

    /// The chain of the only quotation, as `name(role)`.
    #[track_caller]
    fn check_chain(text: &str, expect: &[&str]) {
        let article = article(text);
        let found = quotations(&article);
        let chain = found.last().map_or(Vec::new(), |q| q.attribution.clone());
        let show = |l: &crate::attribution::AttributionLink| format!("{}({})", l.name, l.role.as_str());
        assert_eq!(chain.iter().map(show).collect::<Vec<_>>(), expect, "{text}");
    }

    #[test]
    fn cue_after_the_words() {
        check("\"We will not go,\" she said.", &["direct | she | We will not go,"]);
        check(
            "“The roof fell. Nobody spoke,” said Maria Conti, a nurse.",
            &["direct | Maria Conti | The roof fell. Nobody spoke,"],
        );
        check(
            "'We are not leaving,' said Mr O'Neil. 'It's the farmers' land.'",
            &["direct | Mr O'Neil | We are not leaving, / It's the farmers' land."],
        );
        check("\"Is this the end?\" asked one supporter.", &["direct | one supporter | Is this the end?"]);
    }

    #[test]
    fn cue_before_the_words() {
        check(
            "Mr Diaz said: “It’s not about me.” He added: “It’s about you.”",
            &["direct | Mr Diaz | It’s not about me.", "direct | He | It’s about you."],
        );
        check(
            "The editor wrote to Ms Poe, who replied on Monday: \"We paid in full.\"",
            &["direct | Ms Poe | We paid in full."],
        );
    }

    #[test]
    fn cue_between_the_words() {
        check(
            "\"Nobody,\" she said, \"has told us anything.\"",
            &["direct | she | Nobody, / has told us anything."],
        );
        check(
            "\"The lights went out,\" the guard told reporters. \"Then it was quiet.\"",
            &["direct | the guard | The lights went out, / Then it was quiet."],
        );
    }

    #[test]
    fn words_over_several_paragraphs() {
        check(
            "\"The water is rising.\n\n\"We cannot stay,\" said one farmer.",
            &["direct | one farmer | The water is rising. / We cannot stay,"],
        );
        check(
            "“We will rebuild,” the mayor said.\n\n“Every stone of it.”",
            &["direct | the mayor | We will rebuild,", "direct | the mayor | Every stone of it."],
        );
    }

    #[test]
    fn speakers_in_the_line_above_and_behind_a_dash() {
        check("The keeper wrote:\n\n“We have no bread.”", &["direct | The keeper | We have no bread."]);
        check("The shop is small.\n\n“We have no bread.”", &["direct | - | We have no bread."]);
        check("“We have no bread.” — Ada Berg", &["direct | Ada Berg | We have no bread."]);
        check("“We have no bread.” — nor had they any in May.", &["direct | - | We have no bread."]);
    }

    #[test]
    fn no_speaker_rather_than_a_wrong_one() {
        check("The bakery opened again on Tuesday. “We have bread.”", &["direct | - | We have bread."]);
        check(
            "The company said 40 workers had left on Monday. “It was very cold in there.”",
            &[
                "indirect | The company | 40 workers had left on Monday",
                "direct | - | It was very cold in there.",
            ],
        );
        check(
            "The price of wheat rose again in May.\n\n“It was very cold in there.”",
            &["direct | - | It was very cold in there."],
        );
    }

    #[test]
    fn upon_what_was_spoken_is_not_what_was_said() {
        check(
            "The mayor had not left the island, his office said, after a pilot told a newspaper that he had been flown out.",
            &[
                "indirect | his office | The mayor had not left the island",
                "indirect | a pilot | he had been flown out",
            ],
        );
        check(
            "The mayor had not left and was at work, his aide, Ada Berg, said, after a pilot told a newspaper that he had been flown out.",
            &[
                "indirect | his aide, Ada Berg | The mayor had not left and was at work",
                "indirect | a pilot | he had been flown out",
            ],
        );
        check(
            "The man was shot, the police said, after he attacked officers.",
            &["indirect | the police | The man was shot / after he attacked officers"],
        );
    }

    #[test]
    fn the_sentence_before_names_the_speaker() {
        check(
            "The keeper, Anna Weiss, showed us the pump. “It has not run since May.”",
            &["direct | The keeper, Anna Weiss | It has not run since May."],
        );
    }

    #[test]
    fn reported_speech() {
        check("The mayor said that the bridge was safe.", &["indirect | The mayor | the bridge was safe"]);
        check("The bridge was safe, the mayor said.", &["indirect | the mayor | The bridge was safe"]);
        check("The talks, he said, would go on.", &["indirect | he | The talks / would go on"]);
        check(
            "Police told the owner that the door had been forced.",
            &["indirect | Police | the door had been forced"],
        );
        check(
            "According to the water board, the dam is safe.",
            &["indirect | the water board | the dam is safe"],
        );
        check(
            "The dam, according to the water board, is safe.",
            &["indirect | the water board | The dam / is safe"],
        );
        check(
            "He was quoted as saying that the talks would go on.",
            &["indirect | He | the talks would go on"],
        );
        check(
            "The minister's claim that the dam was safe was false.",
            &["indirect | The minister | the dam was safe"],
        );
    }

    #[test]
    fn cues_that_commas_set_off() {
        check(
            "Volunteers had entered missing people as dead, its secretary, Ada Berg, said.",
            &["indirect | its secretary, Ada Berg | Volunteers had entered missing people as dead"],
        );
        check(
            "If the sum had to be paid at once, he tells the court, the firm would have to close.",
            &["indirect | he | If the sum had to be paid at once / the firm would have to close"],
        );
        check(
            "Her inspectors had found 52 cracks, she said, six more than in May.",
            &["indirect | she | Her inspectors had found 52 cracks / six more than in May"],
        );
        check(
            "The town, the governor told reporters on Monday, will be rebuilt.",
            &["indirect | the governor | The town / will be rebuilt"],
        );
        check(
            "He would not step down, he said: \"I was told to stay.\"",
            &["indirect | he | He would not step down", "direct | he | I was told to stay."],
        );
        check("After the dam burst, the keeper, Ada Berg, said so.", &[]);
    }

    #[test]
    fn views_that_nouns_tell() {
        check(
            "The harbour board's version is that the gate was open.",
            &["indirect | The harbour board | the gate was open"],
        );
        check(
            "It is the view of the inspectors that the weld had failed.",
            &["indirect | the inspectors | the weld had failed"],
        );
        check(
            "The loan, in the view of Ada Berg of Norra, will never be repaid.",
            &["indirect | Ada Berg of Norra | The loan / will never be repaid"],
        );
        check("The problem of the town is that the gate is open.", &[]);
        check("The bridge, in view of the town, was blown up.", &[]);
    }

    #[test]
    fn what_is_let_known_heard_and_held() {
        check(
            "An aide let it be known that the ferry would sail.",
            &["indirect | An aide | the ferry would sail"],
        );
        check(
            "He is understood to have replied that the gate was open.",
            &["indirect | He | the gate was open"],
        );
        check("He was asked to reply that the gate was open.", &[]);
        check("The court held that the ban was lawful.", &["indirect | The court | the ban was lawful"]);
        check("The court held a hearing that was short.", &[]);
        check(
            "The fees, the harbour board insisted, are here to stay.",
            &["indirect | the harbour board | The fees / are here to stay"],
        );
        check(
            "Officials say a spark lit the grain; the miller denies smoking.",
            &["indirect | Officials | a spark lit the grain", "indirect | the miller | smoking"],
        );
    }

    #[test]
    fn marks_whose_words_are_named_behind_them() {
        check("“Wait for us” was the message from Ada Berg.", &["direct | Ada Berg | Wait for us"]);
        check(
            "“Never again,” shot back the outgoing mayor.",
            &["direct | the outgoing mayor | Never again,"],
        );
        check("“Fed up,” as Ada Berg, a baker with two shops, put it.", &["direct | Ada Berg | Fed up,"]);
    }

    #[test]
    fn what_is_denied_and_what_is_said_instead() {
        check(
            "The firm denied reports that it was preparing a bid.",
            &["indirect | The firm | it was preparing a bid"],
        );
        check(
            "The board denied everything: no report had been altered.",
            &[
                "indirect | The board | The board denied everything",
                "indirect | The board | no report had been altered",
            ],
        );
        check("The board denied the reports.", &["indirect | The board | the reports"]);
    }

    #[test]
    fn clauses_that_the_parser_tears_from_their_cue() {
        check(
            "Berg said the same evening that her officers had recorded 41 deaths.",
            &["indirect | Berg | her officers had recorded 41 deaths"],
        );
        check(
            "Police said 112 people had been injured, 18 of them critically.",
            &["indirect | Police | 112 people had been injured, 18 of them critically"],
        );
        check("Norra retorts that they were inside Sulen.", &["indirect | Norra | they were inside Sulen"]);
    }

    #[test]
    fn words_in_marks_within_a_clause() {
        check("Ada Berg took the news “with regret”.", &["direct | Ada Berg | with regret"]);
        check("Ada Berg died “after a long illness” in May.", &["direct | - | after a long illness"]);
        check("Ada Berg bought the ship “Aurora” in May.", &[]);
        check("The keeper would say, “Dams fail slowly.”", &["direct | The keeper | Dams fail slowly."]);
        check(
            "Two people died, according to Berg, “for want of pills”.",
            &["indirect | Berg | Two people died", "direct | Berg | for want of pills"],
        );
    }

    #[test]
    fn what_reports_are_contrary_to_is_not_said() {
        check(
            "The office said that he had not resigned, contrary to reports on social media.",
            &["indirect | The office | he had not resigned"],
        );
    }

    #[test]
    fn a_word_that_somebody_else_has_for_it() {
        check(
            "The agency said that it had no record, a claim the lawyer called “laughable”.",
            &["indirect | The agency | it had no record", "direct | the lawyer | laughable"],
        );
        check(
            "The ministry said that it was “precise”, a word that doctors called “an insult”.",
            &["mixed | The ministry | it was “precise”", "direct | doctors | an insult"],
        );
    }

    #[test]
    fn per_somebody() {
        check("Per the ministry, 12 people died.", &["indirect | the ministry | 12 people died"]);
        check("The fare is 5 crowns per head, per trip.", &[]);
        check("The minister, Per Enger, left for Oslo.", &[]);
    }

    #[test]
    fn a_name_behind_another_noun_is_not_who_speaks() {
        let speaker = |text: &str| {
            with_article(text, None, |parsed| {
                let reading = crate::read(parsed);
                let speaker = reading.quotations.first().expect("a quotation").speaker;
                speaker.map(|e| reading.entities[e].name.clone())
            })
        };
        let family = "The family of the girl who died, Ana Ruiz, said that it would leave.";
        assert_ne!(speaker(family).as_deref(), Some("Ana Ruiz"));
        let office = "The head of the river service, Ana Ruiz, said that it would rain.";
        assert_eq!(speaker(office).as_deref(), Some("Ana Ruiz"));
    }

    #[test]
    fn the_clause_above_is_what_is_said() {
        check(
            "The strike lasted 40 days, as the porter told me.",
            &["indirect | the porter | The strike lasted 40 days"],
        );
        check(
            "The price might be high, as reckoned by analysts.",
            &["indirect | analysts | The price might be high"],
        );
        check(
            "A boy ran in with the news that the mayor had resigned.",
            &["indirect | - | the mayor had resigned"],
        );
        check("Three people are reported to have died.", &["indirect | - | Three people / to have died"]);
    }

    #[test]
    fn joined_cues() {
        check(
            "The mayor said the bridge was safe, adding that engineers had checked it twice.",
            &[
                "indirect | The mayor | the bridge was safe",
                "indirect | The mayor | engineers had checked it twice",
            ],
        );
        check(
            "The owner said the offer was fair and denied that he had lied.",
            &["indirect | The owner | the offer was fair", "indirect | The owner | he had lied"],
        );
    }

    #[test]
    fn denials_accusations_and_figures() {
        check("Ms Poe denied any knowledge of the plan.", &["indirect | Ms Poe | any knowledge of the plan"]);
        check(
            "The union accused the firm of hiding the report.",
            &["indirect | The union | the firm of hiding the report"],
        );
        check("The harbour office says 27.", &["indirect | The harbour office | The harbour office says 27"]);
        check(
            "The council put the loss at 5 million euros.",
            &["indirect | The council | the loss at 5 million euros"],
        );
        check("The board denied it.", &["indirect | The board | The board denied it"]);
    }

    #[test]
    fn what_is_not_said_is_no_quotation() {
        check("The ministry declined to say how many had died.", &[]);
        check("Police have not said whether the driver was drunk.", &[]);
        check("Drivers were denied entry to the park.", &[]);
        check("All went according to plan.", &[]);
        check("The bells were rung according to an old tradition.", &[]);
        check("He put the box at the door.", &[]);
        check("Let's say the bridge falls.", &[]);
    }

    #[test]
    fn marks_within_reported_speech() {
        check(
            "The board said the plan \"remains on track\".",
            &["mixed | The board | the plan \"remains on track\""],
        );
        check("She called it “a sham”, and the board voted on Monday.", &["mixed | She | it “a sham”"]);
        check("The governor promised “swift justice”.", &["direct | The governor | swift justice"]);
        check("The ship \"Aurora\" sank on Monday.", &[]);
    }

    #[test]
    fn quotations_in_quotations() {
        check(
            "A porter told me, “The matron said to us, ‘Lock the door.’ So we locked it.”",
            &[
                "direct | A porter | The matron said to us, ‘Lock the door.’ So we locked it.",
                ">direct | The matron | Lock the door.",
            ],
        );
        check(
            "“My mother used to say, ‘Eat first,’ ” Ada said.",
            &["direct | Ada | My mother used to say, ‘Eat first,’", ">direct | My mother | Eat first,"],
        );
    }

    #[test]
    fn nobody_is_introduced_by_their_own_words() {
        let text = "Inspector Tom Reed said two names were missing. “A boy told us that,” he said.";
        let article = article(text);
        let found = quotations(&article);
        let last = found[1].attribution.last().map(|l| l.name.as_str());
        assert_eq!(last, Some("Tom Reed"), "{found:?}");
    }

    #[test]
    fn asides_and_narration_are_not_said() {
        check(
            "The mayor said 40 houses had burned, which leaves 12.",
            &["indirect | The mayor | 40 houses had burned"],
        );
        check(
            "A boy shouted that the gate had fallen and the crowd ran to the river.",
            &["indirect | A boy | the gate had fallen"],
        );
        check(
            "Troops advanced and on Monday the minister said talks would be held.",
            &["indirect | the minister | talks would be held"],
        );
    }

    #[test]
    fn odd_input_does_no_harm() {
        for text in [
            "said said said.",
            "according to",
            "“” ‘’ \"\" : , said",
            "“",
            ": \"No\"",
            "\"A,\" \"B,\" \"C.\"",
        ] {
            quotations(&article(text));
        }
    }

    #[test]
    fn chains() {
        check_chain(
            "\"It is over,\" a military source told the Orion news agency.",
            &["Orion(agency)", "a military source(unnamed)"],
        );
        check_chain(
            "State television quoted the general as saying that the bridge had been retaken.",
            &["State television(outlet-cited)", "the general(unnamed)"],
        );
        check_chain(
            "Ms Poe told the Evening Post that nobody was hurt.",
            &["Evening Post(outlet-cited)", "Poe(official)"],
        );
        check_chain(
            "The Harbour Guardian reported, citing two officials, that the talks had failed.",
            &["Harbour Guardian(outlet-cited)", "two officials(unnamed)"],
        );
        check_chain(
            "State television, quoting the interior ministry, said that nine had died.",
            &["state television(outlet-cited)", "interior ministry(organisation)"],
        );
        check_chain("Ms Poe said, citing a report, that nobody was hurt.", &["Poe(official)"]);
        check_chain("Ms Poe told a news conference that nobody was hurt.", &["Poe(official)"]);
        check_chain("It was reported that three people had died.", &["It was reported(unnamed)"]);
        check_chain(
            "A statement on the door said the shop was closed.",
            &["A statement on the door(document)"],
        );
    }

    /// An article of plain paragraphs, parted by blank lines.
    pub(crate) fn article(text: &str) -> Article {
        let mut blocks = Vec::new();
        let mut start = 0;
        for part in text.split("\n\n") {
            let span = Span::new(start, start + part.len()).trimmed(text);
            if !span.is_empty() {
                blocks.push(Block { span, kind: BlockKind::Paragraph, dateline: None });
            }
            start += part.len() + 2;
        }
        Article::of_text(text, blocks)
    }
}
