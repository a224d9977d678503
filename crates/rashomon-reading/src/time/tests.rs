//! What expressions are found and what they denote, on parses of the real engine.

use super::*;
use crate::testing::with_article;
use rashomon_text::Precision;

/// Wednesday, 12 June 2019.
const PUBLISHED: Date = Date::constant(2019, 6, 12);

/// `expect`: `words = timex` for each expression, in order.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    check_on(text, Some(PUBLISHED), expect);
}

#[track_caller]
fn check_on(text: &str, published: Option<Date>, expect: &[&str]) {
    let found = with_article(text, published, |parsed| {
        let mut times = read(parsed);
        resolve(&mut times, parsed.article.published.value.as_ref());
        times.iter().map(|t| format!("{} = {}", t.span.slice(text), t.timex)).collect::<Vec<_>>()
    });
    assert_eq!(found, expect, "{text}");
}

fn first<T>(text: &str, of: impl FnOnce(&ParsedArticle, TimeExpression) -> T) -> T {
    with_article(text, Some(PUBLISHED), |parsed| {
        let mut times = read(parsed);
        resolve(&mut times, parsed.article.published.value.as_ref());
        of(parsed, times.remove(0))
    })
}

#[test]
fn a_number_after_a_weekday_is_its_day_only_alone() {
    check("The strike ends on Thursday, 13, the union said.", &["Thursday, 13 = 2019-06-13"]);
    check("On Thursday, 9,310 members voted.", &["Thursday = 2019-06-06"]);
}

#[test]
fn days_between() {
    check("Between 3 and 9 May, 40 people died.", &["3 and 9 May = 2019-05-03/2019-05-09"]);
    check("Between May 3 and 9, 40 people died.", &["May 3 and 9 = 2019-05-03/2019-05-09"]);
    check("He swam on May 3 and 9 others watched.", &["May 3 = 2019-05-03"]);
    check("It burned shortly after midnight on Sunday.", &["midnight on Sunday = 2019-06-09T00:00"]);
}

#[test]
fn a_colon_after_a_date_is_no_clock() {
    check("It rained on March 9: the field was wet.", &["March 9 = 2019-03-09"]);
}

#[test]
fn days_near_publication() {
    check("The bridge was closed yesterday.", &["yesterday = 2019-06-11"]);
    check("The mayor will speak today and tomorrow.", &["today = 2019-06-12", "tomorrow = 2019-06-13"]);
    check("They left the day before yesterday.", &["the day before yesterday = 2019-06-10"]);
    check("She returns the day after tomorrow.", &["the day after tomorrow = 2019-06-14"]);
    check("Two ships sank overnight.", &["overnight = 2019-06-11TNI"]);
    check("The council met last night.", &["last night = 2019-06-11TNI"]);
    check("The council met this morning.", &["this morning = 2019-06-12TMO"]);
    check("If talks fail by 2 February, the union will strike.", &["2 February = 2020-02-02"]);
    check("The dam did not break on Friday.", &["Friday = 2019-06-07"]);
    check("It began three days ago.", &["three days ago = 2019-06-09"]);
    check("It began two weeks ago.", &["two weeks ago = 2019-05-29"]);
    check("A fortnight ago today we stood here.", &["A fortnight ago today = 2019-05-29"]);
    check("It was built four years ago.", &["four years ago = 2015"]);
}

#[test]
fn that_night_is_of_what_is_told() {
    check(
        "The order came on Sunday. The mayor denied it yesterday. They left that night.",
        &["Sunday = 2019-06-09", "yesterday = 2019-06-11", "that night = 2019-06-09TNI"],
    );
    check(
        "The order came on Saturday. The mayor denied it yesterday. They left that night.",
        &["Saturday = 2019-06-08", "yesterday = 2019-06-11", "that night = 2019-06-08TNI"],
    );
    check(
        "The mayor denied it yesterday. They left that night.",
        &["yesterday = 2019-06-11", "that night = 2019-06-11TNI"],
    );
}

#[test]
fn earlier_and_later_count_from_a_day_told() {
    check(
        "The court will meet on Friday. Two days earlier the judge had resigned.",
        &["Friday = 2019-06-14", "Two days earlier = XXXX-XX-XX"],
    );
    check(
        "The strike began on Monday. None was known since April 2011. A day later it had spread.",
        &["Monday = 2019-06-10", "April 2011 = 2011-04", "A day later = 2019-06-11"],
    );
}

#[test]
fn leave_and_demands_may_be_of_what_is_over() {
    check("Residents were allowed to return on Tuesday.", &["Tuesday = 2019-06-11"]);
    check("Residents were allowed to return on Thursday.", &["Thursday = 2019-06-13"]);
    check("He demanded that Friday's vote be repeated.", &["Friday = 2019-06-07"]);
    check("They will ask a judge to annul Friday's vote.", &["Friday = 2019-06-07"]);
    check("They will ask a judge to forbid Friday's vote.", &["Friday = 2019-06-14"]);
    check("He demanded that it be repeated on Monday.", &["Monday = 2019-06-17"]);
}

#[test]
fn weekdays_follow_the_verb() {
    check("Police arrested two men on Monday.", &["Monday = 2019-06-10"]);
    check("The minister said on Wednesday that he was ill.", &["Wednesday = 2019-06-12"]);
    check("Police arrested two men on Thursday.", &["Thursday = 2019-06-06"]);
    check("The minister will resign on Monday.", &["Monday = 2019-06-17"]);
    check("The drivers are to stop work on Friday.", &["Friday = 2019-06-14"]);
    check("The hearing is scheduled for Tuesday.", &["Tuesday = 2019-06-18"]);
    check("France summoned the ambassador on Tuesday.", &["Tuesday = 2019-06-11"]);
    check("Judges adjourned the trial on Tuesday.", &["Tuesday = 2019-06-11"]);
    check("The ministry gives 14 dead since Tuesday.", &["Tuesday = 2019-06-11"]);
    check("The mediator invited both sides for Thursday.", &["Thursday = 2019-06-13"]);
    check("He gave the crew until Thursday to leave.", &["Thursday = 2019-06-13"]);
    check("He gave the crew a medal on Thursday.", &["Thursday = 2019-06-06"]);
    check("It demanded that the camp be cleared by Thursday.", &["Thursday = 2019-06-13"]);
    check("It said that the camp was cleared by Thursday.", &["Thursday = 2019-06-06"]);
    check("The court was due to rule later Thursday.", &["later Thursday = 2019-06-13"]);
    check("The firm made an offer last Wednesday.", &["last Wednesday = 2019-06-05"]);
    check("The firm made an offer on Monday last week.", &["Monday last week = 2019-06-03"]);
    check("Parliament meets next Wednesday.", &["next Wednesday = 2019-06-19"]);
    check("He would sign if there was no protest by noon on Friday.", &["noon on Friday = 2019-06-14T12:00"]);
    check(
        "The envoy announced talks for Thursday or Friday.",
        &["Thursday or Friday = 2019-06-13/2019-06-14"],
    );
    check("Sunday's election was peaceful.", &["Sunday = 2019-06-09"]);
    check("He remembers that it was a Sunday.", &["Sunday = XXXX-WXX-7"]);
}

#[test]
fn complete_dates_need_no_publication() {
    check_on(
        "The law of 18 May 2015 was repealed on February 3, 2017.",
        None,
        &["18 May 2015 = 2015-05-18", "February 3, 2017 = 2017-02-03"],
    );
    check_on("It opened in 1994 and shut in the 2000s.", None, &["1994 = 1994", "the 2000s = 200"]);
    check_on("The log begins 2016-12-05.", None, &["2016-12-05 = 2016-12-05"]);
    check_on(
        "It was posted at 10:30 PM, December 07, 2016.",
        None,
        &["10:30 PM, December 07, 2016 = 2016-12-07T22:30"],
    );
    check_on("He left on Monday.", None, &["Monday = XXXX-WXX-1"]);
    check_on("In 1987 he left. On 7 July he was back.", None, &["1987 = 1987", "7 July = 1987-07-07"]);
}

#[test]
fn dates_without_a_year() {
    check("The contract expired on Dec. 31.", &["Dec. 31 = 2018-12-31"]);
    check("The contract will expire on December 31.", &["December 31 = 2019-12-31"]);
    check("Since October 20 the port has been shut.", &["October 20 = 2018-10-20"]);
    check("They began in mid-November.", &["mid-November = 2018-11"]);
    check("A vote is to be held on Monday, 8 July.", &["Monday, 8 July = 2019-07-08"]);
    check("The fair ran from 5-7 May.", &["5-7 May = 2019-05-05/2019-05-07"]);
}

#[test]
fn longer_units() {
    check("Exports fell last month.", &["last month = 2019-05"]);
    check("Talks broke down the previous month.", &["the previous month = 2019-05"]);
    check("Earlier this year the firm closed.", &["Earlier this year = 2019"]);
    check("Sales rose in the third quarter of 2018.", &["the third quarter of 2018 = 2018-Q3"]);
    check("He was elected last week.", &["last week = 2019-W23"]);
    check("The rains came late last summer.", &["late last summer = 2018-SU"]);
}

#[test]
fn times_of_day() {
    check("The blast came at 3:20 p.m. on Tuesday.", &["3:20 p.m. on Tuesday = 2019-06-11T15:20"]);
    check("They walk out on Friday at 7 a.m.", &["Friday at 7 a.m. = 2019-06-14T07:00"]);
    check(
        "At a quarter to eleven last night it was over.",
        &["a quarter to eleven last night = 2019-06-11T22:45"],
    );
    check("The market reopens tomorrow at seven.", &["tomorrow at seven = 2019-06-13T07:00"]);
    check(
        "The quake struck at 11:47 p.m. on Monday. By 7 a.m. forty tremors had been felt.",
        &["11:47 p.m. on Monday = 2019-06-10T23:47", "7 a.m. = 2019-06-11T07:00"],
    );
    check("It was announced at 16:00 on 9 June.", &["16:00 on 9 June = 2019-06-09T16:00"]);
}

#[test]
fn counted_from_the_text() {
    check(
        "On Monday he agreed. The following day he refused.",
        &["Monday = 2019-06-10", "The following day = 2019-06-11"],
    );
    check(
        "Yesterday the bank cut the figure it had given that same morning.",
        &["Yesterday = 2019-06-11", "that same morning = 2019-06-11TMO"],
    );
    check(
        "In 1938 it fell. Eleven months later it was rebuilt.",
        &["1938 = 1938", "Eleven months later = XXXX-XX"],
    );
}

#[test]
fn lengths_and_sets() {
    check("The five-year war lasted 40 days too long.", &["five-year = P5Y", "40 days = P40D"]);
    check("It came 37 hours after the fire.", &["37 hours = PT37H"]);
    check("They meet every Friday.", &["every Friday = XXXX-WXX-5"]);
    check("They have waited for months.", &["months = PXM"]);
    check("The school will reopen in three days.", &["three days = 2019-06-15"]);
}

#[test]
fn no_time_at_all() {
    check("The six-year-old girl is 58 years old.", &[]);
    check("Theresa May may march on.", &[]);
    check("The Sunday Times was second to none.", &[]);
    check("The sun will fall on August Wilson.", &[]);
    check("Some 2000 people sat on the wall.", &[]);
    check("Flight 2011 cost $2016.", &[]);
    check("They traded barbs on Good Friday terms.", &[]);
}

#[test]
fn no_time_in_particular() {
    check(
        "The mill now makes paper and recently hired ten men.",
        &["now = PRESENT_REF", "recently = PAST_REF"],
    );
    check("Prices may soon fall in the near future.", &["soon = FUTURE_REF", "the near future = FUTURE_REF"]);
    check("It has grown in recent years.", &["recent years = PAST_REF"]);
    check("They came years ago.", &["years ago = PAST_REF"]);
    check("The hill is still known today as the Old Lookout.", &["today = PRESENT_REF"]);
    check("The court is sitting today.", &["today = 2019-06-12"]);
    check("As soon as it opened, she left; now that she is back, it is shut.", &[]);
    let now = first("The mill now makes paper.", |_, t| (t.is_point(), t.resolved.is_some()));
    assert_eq!(now, (false, false));
}

#[test]
fn holidays_and_eras() {
    check("The shop was robbed on Christmas Eve.", &["Christmas Eve = 2018-12-24"]);
    check("The pact was signed on Good Friday, 2017.", &["Good Friday, 2017 = 2017-04-14"]);
    check("They met two weeks before Christmas.", &["two weeks before Christmas = 2018-12-11"]);
    check("Christmas sales rose and the Easter eggs sold out.", &[]);
    check("The church was built in the 14th century.", &["the 14th century = 13"]);
    check("The town was founded in 508 BC.", &["508 BC = BC0508"]);
    check("Rates fell in the early 1980s.", &["early 1980s = 198"]);
    check("Everybody smoked in the sixties.", &["the sixties = 196"]);
    check("Highs were in the 80s, the forecast of temperatures said.", &[]);
    check("She is in her sixties.", &[]);
}

#[test]
fn parts_of_years() {
    check("Sales rose in the first half of 2018.", &["the first half of 2018 = 2018-H1"]);
    check("It began in the first week of 2015.", &["the first week of 2015 = 2015-W01"]);
    check("The vote was held on the last Friday of May.", &["the last Friday of May = 2019-05-31"]);
    check("He was jailed in October last year.", &["October last year = 2018-10"]);
    check("Profit fell in fiscal 2018.", &["fiscal 2018 = FY2018"]);
    check("The first half was dull, and the last week of training hard.", &[]);
    check("In 2003 he won. In March that year he had lost.", &["2003 = 2003", "March that year = 2003-03"]);
    check("They talked between April and June 2017.", &["April = 2017-04", "June 2017 = 2017-06"]);
    check("They talked over the weekend.", &["the weekend = 2019-W23-WE"]);
    check("They will talk over the weekend.", &["the weekend = 2019-W24-WE"]);
}

#[test]
fn lengths_counted_in_full() {
    check("It formed 5,000 years ago.", &["5,000 years ago = BC2981"]);
    check("It took two and a half years.", &["two and a half years = P2.5Y"]);
    check("The film runs for 1 hour and 40 minutes.", &["1 hour and 40 minutes = PT1H40M"]);
    check("It ended a decades-long quarrel.", &["decades-long = PXY"]);
    check("The talks will resume two weeks from now.", &["two weeks from now = 2019-06-26"]);
    check(
        "It was the annual fair, held every other Friday.",
        &["annual = P1Y", "every other Friday = XXXX-WXX-5"],
    );
}

#[test]
fn spans_of_life() {
    check(
        "The painter (1704 – 87) left a son (born 1749).",
        &["1704 – 87 = 1704-01-01/1787-12-31", "1749 = 1749"],
    );
    check("The painting (1638) is lost.", &["1638 = 1638"]);
    check("The crate (3500) is lost.", &[]);
}

#[test]
fn bounds() {
    let bound = |text: &str| first(text, |_, t| t.bound);
    assert_eq!(bound("Since Monday nine have died."), Bound::Since);
    assert_eq!(bound("Nine have died since the start of a May 3 assault."), Bound::Since);
    assert_eq!(bound("The search goes on until Sunday."), Bound::Until);
    assert_eq!(bound("Pay no later than Monday."), Bound::By);
    assert_eq!(bound("He died on Monday."), Bound::At);
}

#[test]
fn an_interval_of_publication_days_gives_the_interval_of_days_meant() {
    let text = "The envoy left yesterday; on Tuesday he had met the king.";
    with_article(text, None, |parsed| {
        let mut times = read(parsed);
        let published =
            Time::days(PUBLISHED, PUBLISHED.tomorrow().expect("in range"), Precision::Unknown, "");
        resolve(&mut times, Some(&published));
        assert_eq!(times[0].timex, "2019-06-11/2019-06-12");
        assert_eq!(times[1].timex, "2019-06-11");
        assert_eq!(times[0].resolved.as_ref().map(|t| t.precision), Some(Precision::Unknown));
    });
}

#[test]
fn publication_days_under_which_an_expression_fits() {
    let if_on = |text: &str, y: i16, m: i8, d: i8| {
        let range = first(text, |_, t| published_if(&t.form, Date::constant(y, m, d)));
        range.map(|(a, b)| format!("{a}..{b}"))
    };
    assert_eq!(if_on("It fell yesterday.", 2016, 12, 5).as_deref(), Some("2016-12-06..2016-12-06"));
    assert_eq!(if_on("It fell on Monday.", 2016, 12, 5).as_deref(), Some("2016-12-05..2016-12-11"));
    assert_eq!(if_on("It will fall on Monday.", 2016, 12, 5).as_deref(), Some("2016-11-29..2016-12-05"));
    assert_eq!(if_on("It fell on Monday.", 2016, 12, 6), None);
    assert_eq!(if_on("It fell last month.", 2016, 11, 20).as_deref(), Some("2016-12-01..2016-12-31"));
    assert_eq!(if_on("It fell in 2011.", 2011, 11, 20), None);
}

#[test]
fn spans_are_slices_and_tokens_agree() {
    let text = "Notes: “It ended on Monday, 10 June, at noon” – O’Hara, 3 p.m.";
    with_article(text, Some(PUBLISHED), |parsed| {
        for time in read(parsed) {
            assert!(parsed.span_of(time.tokens.clone()).contains(time.span));
        }
    });
}

#[test]
fn weeks_told_by_a_day() {
    check("The hearing falls in the week of June 17.", &["the week of June 17 = 2019-W25"]);
    check("Schools were shut the week of April 7.", &["the week of April 7 = 2019-W15"]);
    check("Talks resume in the week starting 1 July.", &["the week starting 1 July = 2019-W27"]);
    check("They fled on the weekend of May 4.", &["the weekend of May 4 = 2019-W18-WE"]);
    check("It was the week of protests.", &[]);
    check("They will meet on Monday two weeks from now.", &["Monday two weeks from now = 2019-06-24"]);
    check(
        "She left on 3 May. The following week she was back.",
        &["3 May = 2019-05-03", "The following week = 2019-W19"],
    );
    check(
        "She left on 3 May. A week later she was back.",
        &["3 May = 2019-05-03", "A week later = 2019-05-10"],
    );
}

#[test]
fn parts_of_longer_times() {
    check(
        "Sales fell in the last four months of 2018.",
        &["the last four months of 2018 = 2018-09-01/2018-12-31"],
    );
    check("He won the first ten games of 2018.", &["2018 = 2018"]);
    check("It happened on the 3rd of this month.", &["the 3rd of this month = 2019-06-03"]);
    check("It was ready by the end of year.", &["the end of year = 2019"]);
    check("In April of 87 he left.", &["April of 87 = 1987-04"]);
    check("It will open in next year's first quarter.", &["next year's first quarter = 2020-Q1"]);
    check("This year's first storm has passed.", &["This year = 2019"]);
    check("Sales fell in 2018 H2 and 2019 Q1.", &["2018 H2 = 2018-H2", "2019 Q1 = 2019-Q1"]);
    check("He was away from March to May.", &["March = 2019-03", "May = 2019-05"]);
}

#[test]
fn lengths_that_are_and_are_not() {
    check("He stayed for some days.", &["some days = PXD"]);
    check("Some days are better than others.", &[]);
    check("It rained all day.", &["all day = P1D"]);
    check("All day trips were cancelled.", &[]);
    check("They argued for a year and a quarter.", &["a year and a quarter = P1.25Y"]);
    check("The disc holds 75 hours of video.", &[]);
    check("After three days of talks they left.", &["three days = P3D"]);
    check("Sales fell over the two previous weeks.", &["the two previous weeks = P2W"]);
    check("The two previous owners left.", &[]);
    check("Sales fell over the past fortnight.", &["the past fortnight = P2W"]);
    check("The code is 138-2010-2015.", &[]);
}

#[test]
fn stretches_of_the_clock() {
    check(
        "Polls open between 2 and 4 p.m. on Friday.",
        &["2 = 2019-06-14T14:00", "4 p.m. on Friday = 2019-06-14T16:00"],
    );
    check(
        "The road was shut from 11 to 1 p.m. yesterday.",
        &["11 = 2019-06-11T11:00", "1 p.m. yesterday = 2019-06-11T13:00"],
    );
    check("They won by 2 to 4 on Friday.", &["Friday = 2019-06-07"]);
}

#[test]
fn an_aside_gives_no_year() {
    let published = Some(jiff::civil::date(2023, 9, 26));
    check_on(
        "Brandt Mills, founded in 1957, is old. On Sept. 14 its board met.",
        published,
        &["1957 = 1957", "Sept. 14 = 2023-09-14"],
    );
}

#[test]
fn a_quarter_that_is_just_over() {
    let october = Some(jiff::civil::date(2023, 10, 9));
    check_on("The firm will report a loss for the third quarter.", october, &["the third quarter = 2023-Q3"]);
    let june = Some(jiff::civil::date(2023, 6, 9));
    check_on("The firm will report a loss for the third quarter.", june, &["the third quarter = 2023-Q3"]);
}

#[test]
fn who_is_made_to_flee_fled() {
    let published = Some(jiff::civil::date(2021, 2, 11));
    check_on(
        "The smoke made hundreds of guests flee the hotel on Wednesday.",
        published,
        &["Wednesday = 2021-02-10"],
    );
}

#[test]
fn a_weekday_week_and_the_night_before() {
    check("The hall will be closed until Friday week.", &["Friday week = 2019-06-21"]);
    check("The hall will be closed on Monday week.", &["Monday week = 2019-06-24"]);
    check(
        "They were freed on Tuesday under a deal reached the night before between the two sides.",
        &["Tuesday = 2019-06-11", "the night before = 2019-06-10TNI"],
    );
}

#[test]
fn bare_hours_come_back_to_the_day_of_the_story() {
    check(
        "The barge sank on Sunday. Its owner had been warned on 3 May. Divers reached it at 4 p.m.",
        &["Sunday = 2019-06-09", "3 May = 2019-05-03", "4 p.m. = 2019-06-09T16:00"],
    );
    check(
        "The barge sank on Sunday. Its owner was fined on 3 May. Divers reached it at 4 p.m.",
        &["Sunday = 2019-06-09", "3 May = 2019-05-03", "4 p.m. = 2019-05-03T16:00"],
    );
    check(
        "The barge sank on Sunday.\nDivers reached it at 4 p.m.",
        &["Sunday = 2019-06-09", "4 p.m. = 2019-06-09T16:00"],
    );
    check(
        "The barge sank on Sunday. The mayor resigned on Monday.\nDivers reached it at 4 p.m.",
        &["Sunday = 2019-06-09", "Monday = 2019-06-10", "4 p.m. = XXXX-XX-XXT16:00"],
    );
}

#[test]
fn the_next_day_is_counted_from_what_is_told() {
    check(
        "The mast fell last Friday, the owner said on Tuesday. A welder died the next day.",
        &["last Friday = 2019-06-07", "Tuesday = 2019-06-11", "the next day = 2019-06-08"],
    );
    check(
        "He is ill, the owner said on Monday. A day later he resigned.",
        &["Monday = 2019-06-10", "A day later = 2019-06-11"],
    );
    check("They left the next day.", &["the next day = XXXX-XX-XX"]);
}

#[test]
fn weekdays_and_months_by_what_is_told() {
    check(
        "The tent fell on 4 May. Helpers mended it the following Tuesday.",
        &["4 May = 2019-05-04", "the following Tuesday = 2019-05-07"],
    );
    check(
        "The tent fell on 4 May. Helpers had put it up on the Thursday.",
        &["4 May = 2019-05-04", "the Thursday = 2019-05-02"],
    );
    check("They spoke at the Monday meeting.", &["Monday = 2019-06-10"]);
    check("They met on the Sunday before Christmas.", &["the Sunday before Christmas = 2018-12-23"]);
    check(
        "Profits fell in the third quarter of 2018 from those of the same quarter last year.",
        &["the third quarter of 2018 = 2018-Q3", "the same quarter last year = 2017-Q3"],
    );
    check("They met last Tuesday.", &["last Tuesday = 2019-06-04"]);
    check("They will meet next Thursday.", &["next Thursday = 2019-06-20"]);
    check("They sailed on Tuesday, the first to leave.", &["Tuesday = 2019-06-11"]);
}

#[test]
fn days_of_the_month_alone() {
    check("On the 9th a bus was stopped there.", &["the 9th = 2019-06-09"]);
    check("On the 9th floor a bus was painted.", &[]);
    check("The show runs until the 25th.", &["the 25th = 2019-06-25"]);
    check("Fifty years ago today a dam broke.", &["Fifty years ago today = 1969-06-12"]);
}

#[test]
fn hours_in_words_and_with_a_point() {
    check("A tug struck the pier at 13.05.", &["13.05 = 2019-06-12T13:05"]);
    check("The share closed at 13.05.", &[]);
    check("They will resume at ten tomorrow.", &["ten tomorrow = 2019-06-13T10:00"]);
    check(
        "They left at ten past six yesterday evening.",
        &["ten past six yesterday evening = 2019-06-11T18:10"],
    );
    check("The board voted, by five to two, to close it.", &[]);
}

#[test]
fn counted_from_a_happening_that_is_told() {
    check(
        "Two men were arrested on Friday. A fire broke out three days before the arrest.",
        &["Friday = 2019-06-07", "three days before the arrest = 2019-06-04"],
    );
    check("A fire broke out three days before the arrest.", &["three days = P3D"]);
    check(
        "The hall closed on Monday. It came a day after the board had voted.",
        &["Monday = 2019-06-10", "a day after = 2019-06-09"],
    );
    check("He sang two days after the board had voted.", &["two days = P2D"]);
    check(
        "The play opened on Saturday. It had been seen two nights before.",
        &["Saturday = 2019-06-08", "two nights before = 2019-06-06TNI"],
    );
}

#[test]
fn years_that_frame_what_follows() {
    check(
        "It was the worst flood since the war of 1979. The schools shut on 2 May.",
        &["1979 = 1979", "2 May = 2019-05-02"],
    );
    check("Next year's fair opens on 6 August.", &["Next year = 2020", "6 August = 2020-08-06"]);
}

#[test]
fn parts_of_holidays_and_other_calendars() {
    check("The house was empty on Christmas morning.", &["Christmas morning = 2018-12-25TMO"]);
    check("He left on Lunar New Year's Eve.", &[]);
}

#[test]
fn what_is_called_off_is_ahead() {
    check("The mayor called off Friday's parade.", &["Friday = 2019-06-14"]);
    check("The mayor opened Friday's parade.", &["Friday = 2019-06-07"]);
}

#[test]
fn today_is_the_day_of_the_dateline() {
    let text = "The dam broke today.";
    let of = |day| {
        with_article(text, Some(PUBLISHED), |parsed| {
            let mut times = read(parsed);
            let direction = Direction::Past;
            times[0].dateline = Some(DayForm::Date { year: None, month: 6, day, weekday: None, direction });
            resolve(&mut times, parsed.article.published.value.as_ref());
            times[0].timex.clone()
        })
    };
    assert_eq!(of(11), "2019-06-11");
    assert_eq!(of(2), "2019-06-12", "too long ago");
}
