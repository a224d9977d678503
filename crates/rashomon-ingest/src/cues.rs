//! What site furniture says: a weighted table of phrases, and the score of one line.
//!
//! The weights are set by hand: 6 decides alone whatever the line looks like (template holes, "Advertisement"
//! on its own line), 3 decides for a line that does not read like news, 1 and 2 add up. News prose earns
//! deductions: attribution, quotation, length, the story's own words. A line is furniture from
//! [`SCORE_MIN`] on. The table holds what sites of any kind say to their readers, no names of sites.

use crate::pattern::regex;
use crate::phrases::Phrases;
use crate::shape::Shape;
use rashomon_text::FurnitureKind::{self, *};
use regex::Regex;
use std::sync::LazyLock;

/// Score from which a line is furniture.
pub(crate) const SCORE_MIN: i32 = 3;

/// Longer lines (in bytes) are looked at in their first part only: no phrase of the table needs more, and
/// reports of several pages on one line stay cheap.
const LENGTH_BYTES_LOOKED_AT: usize = 700;

/// Paragraphs of more words are accounts, whatever phrase they hold, unless they have a template hole.
const N_WORDS_LOOKED_AT: usize = 75;

const CUES: &[(FurnitureKind, i32, &str)] = &[
    // Template holes.
    (
        Template,
        7,
        r"\{\{[^{}]{0,60}\}\}|\{%[^{}]{0,60}%\}|<%[^<>]{0,60}%>|\$\{[a-z_.]{1,40}\}|\[\[[a-z_. ]{1,40}\]\]|%[a-z]+_[a-z_]+%|\{[a-z]+_[a-z_]+\}",
    ),
    (Template, 6, r"\[object object\]|^(undefined|null|nan)$|^lorem ipsum"),
    // Paywalls and plans.
    (
        Paywall,
        3,
        r"\bsubscribe (now|today|for|to (read|continue|unlock|get|access|our|the full))|^subscribe\b",
    ),
    (
        Paywall,
        3,
        r"\balready (a |have an? |an? )?(subscribe[rd]|member|registered|account)\b|\b(log|sign) ?in( (to|or|now|here)|$)|\bsign in / register\b",
    ),
    (
        Paywall,
        3,
        r"\b(unlimited|full|complimentary|premium|digital|all[- ]access|exclusive) (digital )?access\b|\bunlock (everything|unlimited|the|this|more|all|full)\b",
    ),
    (
        Paywall,
        3,
        r"\bfree (articles?(\(s\))?|stories|story|trial|reads?)\b|\b(article|monthly) limit\b|\b(reached|hit|exceeded) your\b",
    ),
    (
        Paywall,
        3,
        r"\b(reserved|exclusive|available)( only)? (for|to) (our )?(paying )?(subscribers|members|registered)\b|\b(subscribers?|members?)[- ]only\b|\bfor subscribers\b",
    ),
    (
        Paywall,
        2,
        r"\$\s?\d[\d.,]*\s*(/|per|a|an|each)\s?(week|wk|month|mo|year|yr|day)\b|\bfrom (just |only |as little as )?\$\s?\d[\d.,]*\b",
    ),
    (
        Paywall,
        6,
        r"^(rs\.?|us|[a-z]{1,2})?\s?\$\s?\d[\d.,]*\s*(/|per|a)?\s*(week|wk|month|mo|year|yr)?\.?$|^\d+ (days?|weeks?|months?|years?)$",
    ),
    (
        Paywall,
        3,
        r"\b(renews?|cancel) (automatically|any ?time|at any time)\b|\b(auto-?renew|billed (monthly|annually|yearly)|no commitment)\b",
    ),
    (Paywall, 2, r"\bsubscri(ber|ption)s?\b|\b(paywall|membership)\b"),
    (
        Paywall,
        3,
        r"\b(continue|keep) reading\b|\bread the (full|whole|entire|rest of the) (story|article|report)\b|\bto (read|view) more\b|\bto (read|see|view) the (full|rest|whole|entire) (story|article|report|post|text|piece)\b",
    ),
    (
        Paywall,
        3,
        r"\bthis (article|story|content) is (for|reserved|available|exclusive|locked|part of)\b|\bbecome an? (member|subscriber|supporter|patron)\b",
    ),
    (
        Paywall,
        3,
        r"\b(support|fund|funding) (our|independent|quality|local|this|free) (journalis[mt]|reporting|newsroom|work|site)|\breader[- ](funded|supported)\b",
    ),
    (
        Paywall,
        3,
        r"\bdear reader\b|\bcreate (a |an |your )(free )?account\b|\bregister (for free|now|to|/|your)|\bmy account\b",
    ),
    (
        Paywall,
        2,
        r"\bad-free\b|\be-?paper\b|\b(digital|print) edition\b|\bgift subscription|\bpremium (stories|content|articles?|member)",
    ),
    // Newsletters, apps, alerts.
    (
        Newsletter,
        3,
        r"\bnewsletters?\b.*\b(sign|get|inbox|subscribe|free|every|weekly|daily|our|your)\b|\b(sign|get|subscribe|our|your|free)\b.*\bnewsletters?\b|^newsletters?$",
    ),
    (
        Newsletter,
        3,
        r"\bsign up\b.{0,60}\b(for|to|here|now|today)\b|^sign up\b|\b(in|to) your (inbox|mailbox|email|phone)\b|\bdelivered (straight |directly |right )?to\b",
    ),
    (
        Newsletter,
        3,
        r"\bno spam\b|\bunsubscribe\b|\b(email|e-mail) address\b|\benter your\b|\bget (the|our|all the) (latest|best|top|free|day's|biggest|most)\b",
    ),
    (
        Newsletter,
        3,
        r"\bdownload (the|our)\b.{0,40}\bapp\b|\b(news|push|email|breaking news) (alerts?|notifications?)\b|\bstay (informed|up to date|in the know|tuned|connected|ahead)\b",
    ),
    (
        Newsletter,
        3,
        r"\bget (it )?on google play\b|\bapp store\b|\bfree,? every\b|\bevery (morning|evening|week|day|sunday|monday|tuesday|wednesday|thursday|friday|saturday),? (for )?free\b",
    ),
    // Sharing, reading aids, tags.
    (
        Share,
        3,
        r"^(please )?(share|tweet|pin|email|e-mail|print|save|gift|bookmark|copy link|copy|whatsapp|facebook|twitter|x|reddit|linkedin|telegram|messenger|flipboard|pinterest)( (this|it|link|now|via|article|story|page)\b.*| (on|to|with) (facebook|twitter|x|whatsapp|linkedin|social|reddit|favou?rites|friends|a friend|your|e-?mail)\b.*)?$",
    ),
    (
        Share,
        3,
        r"\b(share|print|email|gift|save|bookmark|like|rate|cite) this (article|story|post|page|content|video|report|news|link)\b|\bshare this\b[.:!]?$",
    ),
    (
        Share,
        3,
        r"\blike (us|what you).{0,60}\b(share|follow|facebook|tell|support)|\b(share|follow|like|find|join) us\b|^follow\b.{0,80}\b(us|on|our|for more)\b",
    ),
    (
        Share,
        6,
        r"^(\w+ )?\d+[ -]?min(ute)?s?\.?( (of )?(read|reading|listen|watch)(ing)?( time)?)?$|^(estimated )?(reading|read) time\b|^time to read\b|^(tempo de leitura|tempo di lettura|tiempo de lectura|temps de lecture|lesezeit|lesedauer|leestijd)\b",
    ),
    (
        Share,
        3,
        r"\b\d+[ -]min(ute)?s? (read|listen)\b|\blisten to (this|the) (article|story|post|full)\b|^listen( now)?$|^0?\d:\d\d ?/ ?\d+:\d\d$|^0:\d\d$",
    ),
    (
        Share,
        3,
        r"^(tags?|tagged|topics?|filed under|filed to|filed in|categor(y|ies)|keywords?|labels?|posted in|in this (article|story)|more about|subjects?)\s*[:|-]",
    ),
    (
        Share,
        6,
        r"^(tags?|topics?|related topics|categories|share|listen|print|comments?|shares?|views?)$|^\d[\d.,]*k? (shares?|views?|likes?|reactions?|reads|claps|followers)$",
    ),
    (
        Share,
        3,
        r"^(\s*(facebook|twitter|x|whatsapp|linkedin|email|e-mail|print|telegram|instagram|youtube|reddit|copy link|pinterest|share|rss|tiktok|messenger|bluesky|threads|mastodon)\s*[|,/]?\s*){2,}$",
    ),
    // Navigation.
    (
        Navigation,
        6,
        r"^(skip to|jump to|back to|go to|return to)( the)? (main|content|top|navigation|home|homepage|search|article|footer|menu|contents)\b",
    ),
    (
        Navigation,
        6,
        r"^(menu|search|home|close|next|previous|prev|older|newer|more|show more|load more|see more|view more|see all|view all|sign in|log in|login|register|subscribe|loading|loading\.\.\.|expand|collapse|top|edition|site map|sitemap|article content|full screen|play|pause|mute|ok|submit|contents|table of contents|on this page|in this section|about us|contact us|contact|careers|faq|help)[.>]*$",
    ),
    (Navigation, 4, r"~|^(home|news)\s*[>/|]"),
    (
        Navigation,
        3,
        r"\bedition:|^(jump|skip) to\b|^page \d+( of \d+)?$|^\d+ of \d+$|^(first|next|previous|back|last)( page| article| story| post)\b",
    ),
    // Where else in the paper: "Lost and found, page 6. Choir practice, page 7."
    (Related, 4, r"^[^.!?]+, (see )?page \d+\.?( [^.!?]+, (see )?page \d+\.?)*$"),
    // Related links.
    (
        Related,
        6,
        r"^(also read|also see|also watch|also|read also|read more|read next|read on|see also|see more|related|related (stor(y|ies)|articles?|content|topics?|coverage|news|posts?|links?|reading|items?|video|reports?)|more (stories|news|headlines|reading|coverage|articles)|you (may|might|could|would|will|'ll) (also |like )*(like|be interested in|enjoy|have missed|love|want to read)|recommended|suggested|don't miss|must[- ]reads?|trending|trending now|up next|watch|watch now|watch more|watch live|listen|in pictures|in photos|gallery|video|videos|podcast|explainer|explained|quiz|poll|further reading|keep reading|continue reading|click here|see it|popular|more to read|what to read next|latest|just in|live|opinion|analysis|view|go deeper|background|in case you missed it|icymi|dig deeper|learn more)\s*(:|\||>|-)",
    ),
    (
        Related,
        6,
        r"^(also read|read also|read more|read next|see also|related|related (stor(y|ies)|articles?|content|topics?|coverage|news|posts?|links?|reading|items?|video|reports?)|recommended( (reading|stories|articles|videos|for you|by .{1,30}))?|you (may|might) (also )?(like|be interested in|have missed)( .{1,20})?|don't miss|must[- ]reads?|trending( now| stories| news| topics| today)?|up next|most (read|popular|viewed|shared|commented|recent|watched)( .{1,30})?|popular( now| stories| articles| posts)?|top (stories|news|headlines|reads)|latest (news|stories|headlines|updates|videos|articles|posts|from .{1,30})|other (news|stories|headlines|articles|top stories)|in other news|in case you missed it|editor'?s'? (picks?|choice)|what to read next|from (the|our) (archives?|web|partners|network|around the web)|around the web|elsewhere on .{1,30}|more like this|more to (read|explore|love)|next (story|article|post|up)|previous (story|article|post)|similar (stories|articles|news|posts)|further reading|sponsored (stories|content|links)|promoted (stories|content|links)|our picks|read these next|see what others are reading|what others are reading|explore more|stories for you|just for you|for you|featured|featured (stories|articles|content|video|videos)|hot topics|more coverage|more headlines|more stories|more news|related tags|news in pictures)\s*[:.>]*$",
    ),
    (
        Related,
        6,
        r"^(more|latest|top|most|other|further|recommended|related|popular|trending|read more|best)( \w+){0,2} (from|in|on|about|by|at|for) (\S+\s?){1,5}[:>]?$",
    ),
    // The same in German, French, Spanish, Italian, Portuguese and Dutch; `.{1,2}` is a letter with an accent.
    (
        Related,
        6,
        r"^(weiterlesen|mehr zum thema|mehr dazu|lesen sie (auch|weiter|mehr|dazu)|lies auch|auch interessant|das (thema )?k.{1,2}nnte (sie|dich|euch) auch interessieren|(.{1,2} )?lire (aussi|.{1,2}galement)|sur le m.{1,2}me sujet|lea? tambi.{1,2}n|te puede interesar|m.{1,2}s informaci.{1,2}n|noticias relacionadas|leggi anche|potrebbe interessarti|leia (tamb.{1,2}m|mais)|veja (tamb.{1,2}m|mais)|lees ook|lees meer)\b.{0,60}$",
    ),
    (
        Disclaimer,
        3,
        r"^(.{1,2}ber (den autor|die autorin|die autoren)|.{1,2} propos de l.{1,3}auteure?|sobre (el|la|o|a) autora?)\b.{0,30}$",
    ),
    (
        Related,
        3,
        r"^(read|see|watch|listen|view|click|discover|find out|learn|check out|explore)( (here|more|also|next|our|the full|all))? ?(:|\||>|-)|^(read|see|watch|hear|view|find out|learn) (more|also|next|our|all)\b",
    ),
    (
        Related,
        3,
        r">$|\bclick here\b|\bread more\b\s*[.)>]*$|\(read more\)|\bfind out more\b|\bwhat (else )?(to|you) (read|need to know)\b.{0,20}$|\.\.\. ?more$",
    ),
    // Comments.
    (
        Comment,
        6,
        r"^(\d[\d,]* |no |view |show |read |see |all |post a |add a |leave a |write a |join the |start the |your |user |reader |readers' |hide )*(comments?|replies|responses|feedback|conversation)( \(?\d[\d,]*\)?)?( (are|is) (closed|off|disabled|moderated|open))?( \(\d+\))?[.:!]*$",
    ),
    (
        Comment,
        3,
        r"\bcomments? (are|is|have been) (now )?(closed|off|disabled|moderated|turned off|not available)\b|\b(leave|post|add|write|submit) (a|your) (comment|reply)\b|\bjoin the (conversation|discussion|debate)\b|\bbe the first to comment\b",
    ),
    (
        Comment,
        3,
        r"\b(community|comment(ing)?|posting|house) (guidelines|rules|policy|standards)\b|\b(have your say|what do you think|let us know (what you think )?in the comments|tell us (in|what))\b|\blog in to (comment|reply)\b",
    ),
    (
        Comment,
        3,
        r"^\S{2,30} (says|said|wrote|commented|replied):?$|\breply\s*\|?\s*(share|report|like|flag)?$|\breport (abuse|comment)\b|^(upvote|downvote|reply|flag)\b",
    ),
    (
        Comment,
        3,
        r"\b(have you been affected|are you (affected|in the area|there)|got a (tip|story)|do you (have|know) (a|any|more)|share your (story|stories|experience|thoughts|views|pictures|photos)|get in touch|we('d| would) (love|like) to hear from you|send (us )?your)\b",
    ),
    // Live pages.
    (
        Template,
        4,
        r"\bthis page (refreshes|updates|reloads|will (refresh|update|reload)|is (being )?(refreshed|updated|reloaded))\b|^(newest|latest|oldest) (entries |posts |updates )?first[.:]",
    ),
    // Advertising.
    (
        Advertisement,
        6,
        r"^(advertisement|advertisements|advertising|advert|ads?|sponsored|sponsor|promoted|promotion|paid content|paid post|partner content|branded content|sponsored (content|post|by .{1,40})|advertorial|ad feedback|from our (sponsors?|partners?)|ads? by \S+( \S+)?)\s*[\d:....-]*$",
    ),
    (
        Advertisement,
        6,
        r"\b(story|article|content|post|text|report)( \w+)? (continues?|resumes) (below|after|under)\b|\bscroll (down )?to (continue|read)\b|\badvertis?ement\b.{0,40}\b(loaded|below|skip|continues?)\b",
    ),
    (
        Advertisement,
        3,
        r"^sponsored\b|^promoted\b|^advertis(e|ement|ing)\b|\badvertise (with|here|on)\b|\bremove ads\b|\bad ?block(er)?\b|\bthis content (could|can) ?not be (loaded|displayed)\b",
    ),
    (
        Advertisement,
        3,
        r"\b(buy now|shop now|order now|order today|limited[- ]time|special offer|best deals?|discount code|promo code|% off|donate (now|today|here)|donate \$|book now|apply now|call now|enquire now|claim your|risk[- ]free|money[- ]back)\b",
    ),
    (
        Advertisement,
        6,
        r"^(this )?(content|video|image|post|embed|media|player|page|advertisement|tweet)( \w+)? (could|can|cannot|has|have|is|was|failed|may)( ?not| no longer)?( been| be| yet)? ?(\w+ )?(loaded|load|displayed|available|played|shown|embedded|unavailable|blocked|found)\b",
    ),
    // Cookies and consent.
    (
        Cookie,
        5,
        r"\b(we|site|website|page|partners) (and our partners )?uses? cookies\b|\bcookie (policy|settings|preferences|notice|consent)\b|\baccept (all )?cookies\b|\bmanage (cookies|consent|preferences|settings)\b",
    ),
    (
        Cookie,
        3,
        r"\bcookies?\b.*\b(consent|browser|experience|accept|agree|settings)\b|\bby (continuing|using|clicking|browsing|signing|subscribing|submitting|proceeding)\b.*\b(agree|accept|consent|acknowledge)\b|\byour (privacy|consent|data|browser)\b|\bjavascript (is|must|to|has)\b|\benable javascript\b",
    ),
    // Legal lines, disclaimers, what the outlet says about the text.
    (
        Disclaimer,
        6,
        r"^(\(c\)|copyright\b)|(\(c\)) ?(copyright )?(19|20)\d\d\b|\bcopyright (\(c\)|(19|20)\d\d)|\ball rights reserved\b",
    ),
    (
        Disclaimer,
        5,
        r"^(legal |medical |investment )?disclaimer\b ?[:-]?|\b(views|opinions) (and opinions )?(expressed|stated|in this)\b|\bdo(es)? not necessarily (reflect|represent)\b|\bdo(es)? not (reflect|represent) the (views?|opinions?|position|policy|official|editorial)\b",
    ),
    (
        Disclaimer,
        3,
        r"\bmay not be (published|reproduced|broadcast|rewritten|redistributed|republished|copied)\b|\b(without|no part).{0,40}\b(permission|consent|authori[sz]ation)\b|\brepublish(ed)? (this|with|from|under|our)\b|\bsyndicated (feed|content|news|from)\b",
    ),
    (
        Disclaimer,
        3,
        r"\bthis (article|story|piece|post|report|content|item|copy|interview|page|text) (was|has been|is|has not been|have been|first|originally)( \w+){0,4} (published|generated|created|republished|produced|syndicated|translated|edited|written|compiled|provided|sponsored|appeared|taken|adapted|part of|auto)",
    ),
    (
        Disclaimer,
        3,
        r"\b(no|not been|without)\b.{0,40}\b(journalists?|staff|newsroom|editorial (team|staff))\b.{0,40}\b(involved|edited|created|creation|feed)\b|\bexcept for the headline\b|\bauto-?generated\b|\b(generated|written|created|produced|translated) (by|with|using) (an )?(ai|artificial intelligence|automated|automation)\b",
    ),
    (
        Disclaimer,
        3,
        r"\bterms (of|and|&) (use|service|conditions|sale)\b|\bprivacy (policy|notice|statement|centre|center|&|and|\|)|\bdo not sell\b|\bcode of (ethics|conduct|practice)\b.{0,30}$|\b(editorial|ethics|corrections|complaints) (policy|standards|guidelines)\b.{0,40}$",
    ),
    (
        Disclaimer,
        3,
        r"\bforward[- ]looking statements?\b|\bregistered (charity|office|company|in england)\b|\bnot (intended|constitute) .{0,30}\b(advice|offer|solicitation)\b|\b(is|are) not responsible for the content\b|\bexternal (sites?|links?)\b",
    ),
    (
        Disclaimer,
        4,
        r"^(about (us|the author|the authors|this site|this article|the writer|the publisher)|media contacts?|press contacts?|contacts?|for (more|further|additional|media) (information|enquiries|inquiries|details)|media (enquiries|inquiries|relations)|press office|editorial contact|notes? (to|for) (editors?|desks?))\b\s*[:,;-]?",
    ),
    (
        Disclaimer,
        3,
        r"^[^.!?]{2,50} (is|was) a (free |weekly |daily |monthly |trusted |leading |global )*(service|publication|website|trademark|registered|news (site|service|portal)|platform|subsidiary|division|member) (of|that|with|which|providing|and)\b",
    ),
    // Pictures.
    (
        Caption,
        4,
        r"^(photo(graph)?s?|picture|pictures|image|images|file photo|photo credit|photo by|image source|image credit|pictured|caption|illustration|graphic|map|credit|video|source|getty images|reuters photo|handout)( (by|credit|courtesy|source|:|of|caption|from))?\s*[:|/(]",
    ),
    // Buttons of video sites, on any site.
    (Share, 6, r"\bsmash (that|the|this) (like|share|subscribe|follow|bell)\b"),
    (Related, 6, r"^(most read|most popular|read this|also on this site):\s\S|^more:\s[^.!]{8,90}$"),
    (Other, 6, r"^(press|media) (enquiries|inquiries|desk|office)\s*:\s"),
    // "Divers at the wreck. Photo: Example archive".
    (Caption, 6, r"\S[.,)]?\s(photo(graph)?s?|pictures?)(\s(credit|by))?:\s\S.{0,60}$"),
    (
        Caption,
        3,
        r"\b(getty images|shutterstock|istock|alamy|file (photo|picture|image)|(photo|image|picture|illustration|graphic)s?( credit)?( by|:|/)|courtesy of|handout)\b.{0,60}$",
    ),
    (
        Caption,
        3,
        r"\((photo|image|picture|file|credit|photograph|reuters|ap|afp|getty)\b[^()]{0,60}\)\.?$|\[(photo|image|picture|file|video)\b[^\[\]]{0,60}\]|\b[a-z]+/(reuters|ap|afp|getty|epa|efe|ap photo|xinhua|shutterstock)\b\)?$",
    ),
    (
        Caption,
        3,
        r"^(photograph|photo|picture|image)( \d+)?( of \d+)?\b.{0,60}$|^(a |this )?(file|handout|undated|combination|satellite|aerial) (photo|picture|image|photograph|handout)\b",
    ),
    (
        Caption,
        6,
        r"^(getty( images)?|shutterstock|alamy|istock|handout|supplied|file|reuters|afp|ap|epa|ap photo|pixabay|unsplash|courtesy( photo)?)\.?$",
    ),
    // Sign-offs and thanks.
    (
        Other,
        5,
        r"\bcontributed (reporting )?to this (report|story|article|piece|dispatch)\b|\bcontributed (reporting|to this report)\.$|^[^.]{3,60} reported from [^.]{3,60}\.$",
    ),
    (
        Other,
        5,
        r"\b(this )?live (blog|coverage|page|feed|reporting|updates?) (is|has|have|are) (now |been )*(closed|ended|over|finished|paused|concluded)\b|\bthat's all (for|from) (now|today|us|our|this)\b|\b(wrapping up|closing|ending|pausing) (this|our|the) (live|blog|coverage)\b",
    ),
    (
        Other,
        3,
        r"^(thank you|thanks) for (reading|watching|listening|following|joining|visiting|your support|subscribing)\b.{0,80}$",
    ),
    (
        Paywall,
        3,
        r"\b(consider|please) (supporting|donating|subscribing|making a donation|becoming)\b|\bbuy me a coffee\b|\bpatreon\b|\bko-?fi\b|\btip jar\b|\bmake a donation\b",
    ),
    (
        Newsletter,
        3,
        r"\b(hit|click|ring|tap) the bell\b|\b(our|my|this) (youtube|telegram|whatsapp|facebook) (channel|page|group)\b|\bsubscribe to (our|my|the|this)\b",
    ),
    (
        Disclaimer,
        5,
        r"^our standards\b|\bthis (information|announcement|notice|document|release|press release) (is|was|has been) (provided|distributed|issued|made|released) (by|through|via)\b|\b(edited|condensed|shortened) (and condensed |and edited )?for (length|clarity|style|brevity)\b",
    ),
    (
        Disclaimer,
        5,
        r"^((media|investor|press|general|all|further) )?(enquiries|inquiries|contacts?)( (for|to) .{1,40})?\s*:?$|^\w{2,8} (number|no|ref|code|id)\.?\s*: ?\w+$",
    ),
    (Other, 3, r"^.{0,80}\b[\w.+-]+@[\w-]+\.[\w.]+\b.{0,30}$|^.{0,60}(\+|\(0|\b00)\d[\d ()-]{6,}.{0,10}$"),
    (
        Navigation,
        6,
        r"^\(?(continued|turn|see|story|more|cont'd|full story)( on| to| from| in)? (page|p\.) ?\w{1,4}\)?\.?$",
    ),
    (
        Share,
        6,
        r"^(\d[\d.,]*k? (retweets?|likes?|replies|quotes?|quote tweets|views?|shares?|comments?|reposts?|bookmarks?|reactions?)[\s|,]*)+$",
    ),
    (
        Disclaimer,
        5,
        r"\bthis (e-?mail|message|bulletin|notice|note|summary) (is|was) (confidential|intended|issued|sent) (for|only|to|and|by)\b|\bintended (solely |only )?for the (addressee|recipient)|\bdoes not form part of the\b|\byou (are receiving|received|have received) this (e-?mail|message|newsletter)\b",
    ),
    // Who the author is, who pays, where to listen: what outlets say of themselves under a text.
    (
        Disclaimer,
        4,
        r"\b(views|opinions)( expressed)?( here| above| in this \w+)? (are|remain) (entirely |solely |purely |strictly |wholly )?(those of|(his|her|their|my|our) own|the author's|personal)\b|\b(writes|writing) in (a|his|her|their) personal capacity\b",
    ),
    (
        Disclaimer,
        4,
        r"^(the|our) (author|authors|writer|columnist|reviewer)s? (is|are|was|were|teach(es)?|works?|lives?|lectures?|writes?|holds?|served?|runs?|heads?|chairs?|directs?|owns?|declares?|reports?|advises?)\b.{3,160}\.$",
    ),
    (
        Paywall,
        5,
        r"^we (do not|don't|never|no longer) (accept|take|receive|carry|run) (any |or ask for )?(\w+ ){0,2}(money|funds|funding|advertising|advertisements|adverts|ads|donations|subsid(y|ies)|grants|sponsorship)\b|^(donate|donations|to donate)\s?:|\bdonate:",
    ),
    (
        Paywall,
        3,
        r"^(please )?(donate|pass (it|this|us) on|forward this (e-?mail|letter|bulletin|message))\b.{0,60}$",
    ),
    (
        Other,
        6,
        r"^(this is |that is |here )?(the )?(end|ends) (of )?(the |this |our )?(\w+ )?(bulletin|news|newscast|broadcast|programme|program|transmission|communique|communiqu.{1,2}|statement|dispatch|message|press release|news release|media release)\b.{0,120}$",
    ),
    (
        Other,
        5,
        r"^frequenc(y|ies)\s?:|\bfrequenc(y|ies)\s?: ?\d|\b\d{2,3}\.\d ?(fm|mhz)\b.{0,40}$|\b\d[\d ,]{2,6} ?khz\b.{0,40}$",
    ),
    // Slugs, ends, counters, contacts.
    (
        Other,
        6,
        r"^(-+ ?30 ?-+|#{2,}|(-|\*|=|/|\(|\[)*\s?(end|ends|ende|fin|endit|end of (text|story|article|release|report|item|transmission)|eom|more|mtf)\s?(-|\*|=|/|\)|\]|\.)*)$",
    ),
    (
        Other,
        5,
        r"^\(?((additional |with )?(reporting|writing|editing|compiled|translated|written|edited|translation|production|inputs|files?) (by|from) [^.]{2,160}|with (additional |agency )?(inputs?|files?|reporting|reports?|material|contributions?) (from|by) .{2,120}|with agency (inputs|reports)|agencies)\.?\)?$",
    ),
    (
        Other,
        5,
        r"^\(?(reporting|additional reporting|writing|editing) by .{2,200}(;|,| and )\s*(editing|writing|additional reporting|reporting|compiled)\b",
    ),
    (
        Other,
        6,
        r"^[\w.+-]+@[\w-]+\.[\w.]+$|^(tel|telephone|phone|fax|mobile|email|e-mail|web|website|twitter|www)\.?\s*[:.]\s*\S|^https?://\S+$|^@\w+$|^#\w+( #\w+)*$|^(\+?\d[\d\s().-]{6,})$",
    ),
    (
        Other,
        3,
        r"\b(first published|last (updated|modified|reviewed)|updated|published|posted)\b.{0,12}\b(\d+ (minutes?|hours?|days?|weeks?|months?|mins?|hrs?) ago|\d{4}|at \d)",
    ),
    (
        Other,
        6,
        r"^(updated|published|posted|modified)?\s*\d+ ?(m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago$|^just now$|^a few (minutes|hours) ago$",
    ),
    (
        Other,
        3,
        r"^(attention (editors|subscribers)|editors?:|eds:|editors' note:|embargo(ed)?\b|not for (release|publication)|for (use|release) (by|on|at|after)|strictly embargoed|repeats?\b|refiles?\b|recasts?\b|writethru|adds? (details?|quotes?|background)\b)",
    ),
    (
        Other,
        3,
        r"\bcan be reached (at|on|by)\b|\b(follow|contact|email|reach|reached|write to) (him|her|them|the (author|writer|reporter|newsroom|editor))\b.{0,60}(@|\bat\b|\bon (twitter|x|instagram|facebook|linkedin|bluesky|mastodon)\b)",
    ),
];

static CUE_PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(CUES.iter().map(|&(_, _, pattern)| pattern)));

/// The furniture that `line` would be and how strongly; `share_known` is the share of its content words
/// that the rest of the text has too (1.0 when not known).
pub(crate) fn furniture_score(line: &str, shape: &Shape, share_known: f64) -> (i32, FurnitureKind) {
    if shape.n_words > N_WORDS_LOOKED_AT && !line.contains(['{', '©', '<', '[']) {
        return (0, Other);
    }
    let lower = comparable(line);
    let (mut score, mut kind, mut best) = (0, Other, 0);
    for index in CUE_PHRASES.matches(lower.as_bytes()) {
        let (cue_kind, weight, _) = CUES[index];
        score += weight;
        if weight > best {
            (kind, best) = (cue_kind, weight);
        }
    }
    if let Some(separated) = separated_labels(line, shape) {
        score += separated;
        if best == 0 {
            kind = Navigation;
        }
    }
    if score == 0 {
        return (0, kind);
    }
    score += i32::from(shape.imperative && shape.n_words <= 25) + i32::from(shape.second_person);
    score -= 3 * i32::from(shape.reports && best < 5) + 2 * i32::from(shape.quotes);
    // A long paragraph that happens to hold one phrase of the table is an account.
    score -= match shape.n_words {
        0..=24 => 0,
        25..=39 => 1,
        40..=69 => 2,
        _ => 4,
    };
    if shape.is_prose() && shape.n_words >= 12 && best < 5 && !shape.imperative {
        score -= 1 + i32::from(share_known > 0.7);
    }
    (score, kind)
}

/// Lower case, marks and signs reduced to ASCII (any currency is `$`, arrows `>`, bullets `|`, drop-down signs
/// `~`), and no more than the part that is looked at.
fn comparable(line: &str) -> String {
    let mut end = line.len().min(LENGTH_BYTES_LOOKED_AT);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let mut out = String::with_capacity(end);
    for c in line[..end].chars() {
        match c {
            '’' | '‘' => out.push('\''),
            '“' | '”' => out.push('"'),
            '–' | '—' => out.push('-'),
            '€' | '£' | '¥' | '₹' => out.push('$'),
            '→' | '»' | '›' => out.push('>'),
            '▾' | '▼' | '▸' | '►' | '☰' | '≡' => out.push('~'),
            '•' | '·' => out.push('|'),
            '\n' => out.push(' '),
            '©' => out.push_str("(c)"),
            '…' => out.push_str("..."),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| regex(r"\s[|•·›»/▾]\s|\s?[|▾]\s?"));

/// Weight for short labels set apart by bars or bullets: "Terms of use | Privacy | Contact".
fn separated_labels(line: &str, shape: &Shape) -> Option<i32> {
    if line.len() > 300 || shape.ends_sentence && shape.n_words > 12 {
        return None;
    }
    let parts = SEPARATOR.split(line).filter(|part| !part.trim().is_empty()).count();
    match parts {
        0 | 1 => None,
        2 => Some(1),
        n if shape.n_words <= n * 6 => Some(4),
        _ => Some(2),
    }
}

static CORRECTION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[\[(*]?\s*(corrections?|clarifications?|errat(um|a)|corrigend(um|a)|editor['’]?s['’]? note|amendment|retraction|correction and clarification|corrections and clarifications)\b\s*([:–—.(-]|$)|\b(an )?(earlier|previous|original) versions? of (this|the) (article|story|report|post|piece|headline|page)\b|\bthis (article|story|report|post|piece|headline|page) (was|has been) (amended|corrected|updated) (on|to|at|since)\b|^(correction|corrects|corrected)\b.{0,40}\b(paragraph|headline|lead|spelling|date|name|figure)",
    )
});

/// Whether a line is a notice by which the outlet takes back or amends its own text.
pub(crate) fn is_correction(line: &str) -> bool {
    CORRECTION.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<FurnitureKind>) {
        let (score, kind) = furniture_score(line, &Shape::of(line), 1.0);
        assert_eq!((score >= SCORE_MIN).then_some(kind), expect, "{score} {kind:?} for {line:?}");
    }

    #[test]
    fn knows_what_sites_say() {
        check("You have {{count}} articles left", Some(Template));
        check("Subscribe to read the full story →", Some(Paywall));
        check("€12.50/month", Some(Paywall));
        check("Unlimited access on all your devices", Some(Paywall));
        check("Sign up to our morning briefing, free in your inbox", Some(Newsletter));
        check("ALSO READ: Nine ways to cook an egg", Some(Related));
        check("More from Science", Some(Related));
        check("Das könnte Sie auch interessieren:", Some(Related));
        check("À lire aussi : Neuf façons de cuire un œuf", Some(Related));
        check("Über den Autor", Some(Disclaimer));
        check("Lost and found, page 6. Choir practice, page 7.", Some(Related));
        check("The report says on page 6 that the dam was unsafe.", None);
        check("Advertisement", Some(Advertisement));
        check("Story continues below advertisement", Some(Advertisement));
        check("Share this article", Some(Share));
        check("4 min read", Some(Share));
        check("Tempo de leitura: 2 minutos", Some(Share));
        check("Tags: eggs, cooking", Some(Share));
        check("Comments (12)", Some(Comment));
        check("© 2019 The Valley Paper. All rights reserved.", Some(Disclaimer));
        check("Terms of use | Privacy | Contact", Some(Disclaimer));
        check("We use cookies to improve your experience.", Some(Cookie));
        check("(Reporting by A. Example; Editing by B. Sample)", Some(Other));
        check("Most read: Hotel breakfasts ranked", Some(Related));
        check("MORE: Nine killed in bus crash", Some(Related));
        check("More: the council has found a second leak, it said on Monday.", None);
        check("Enjoyed this? Smash that like button!", Some(Share));
        check("Press enquiries: extension 4400. Visiting hours 14:00 to 16:00.", Some(Other));
        check("Police had to smash the window of the car.", None);
        check("Photo: A. Example/Getty Images", Some(Caption));
        check("Divers at the wreck, November. Photo: Navy of Examplia", Some(Caption));
        check("The author teaches in Oslo. Views are her own.", Some(Disclaimer));
        check("The writer is a retired judge.", Some(Disclaimer));
        check("We do not take money from any party. Donate: account on request.", Some(Paywall));
        check("End of bulletin. Radio Harbour, your voice. Frequencies: 91.2 FM, 9 840 kHz.", Some(Other));
        check("This is the end of the news.", Some(Other));
    }

    #[test]
    fn leaves_news_alone() {
        check(
            "The streaming company said it would raise its price to $12.99 a month for new subscribers.",
            None,
        );
        check("Residents were told to sign up at the town hall, the mayor said on Monday.", None);
        check("The court ruled that the photo had been published without permission, her lawyer said.", None);
        check("They share the cost.", None);
        check("Nobody was hurt.", None);
        check("“Please stay at home and do not open the door,” the notice said.", None);
        check("Police have closed the bridge.", None);
        check("We do not accept the offer of the company.", None);
        check("The author of the report said that the dam had been unsafe for years.", None);
        check("Her views are her own, the minister said of the envoy.", None);
        check("The end of the strike came at noon, and the trains ran again.", None);
        check("They broadcast on short frequencies until the police came on Monday.", None);
        check("Hold the line. Bring your own cup.", None);
    }

    #[test]
    fn tells_corrections() {
        assert!(is_correction("Correction: we gave the wrong date on Friday."));
        assert!(is_correction("An earlier version of this article gave the wrong date."));
        assert!(!is_correction("The correction officers went on strike."));
        assert!(!is_correction("Corrections officers walked out on Monday."));
    }
}
