//! The whole: a pile of files to record.json and its views. The JSON is JSON, its spans are what they say, the HTML
//! has no tag of an article's, and a second run gives the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rashomon::{Engine, Input, Settings, json, views};
use rashomon_fuzz::files;
use serde_json::Value;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::load);

/// Every `{article, start, end, text}` must be that slice of the article's text, in code points.
fn check_spans(value: &Value, texts: &[(String, Vec<char>)]) {
    match value {
        Value::Array(all) => all.iter().for_each(|v| check_spans(v, texts)),
        Value::Object(fields) => {
            let get = |k: &str| fields.get(k);
            if let (Some(Value::String(article)), Some(start), Some(end), Some(Value::String(text))) =
                (get("article"), get("start"), get("end"), get("text"))
            {
                let (start, end) = (start.as_u64().expect("a number"), end.as_u64().expect("a number"));
                let of = &texts.iter().find(|(id, _)| id == article).expect("a known article").1;
                let slice: String = of[start as usize..end as usize].iter().collect();
                assert_eq!(&slice, text);
            }
            fields.values().for_each(|v| check_spans(v, texts));
        }
        _ => {}
    }
}

fuzz_target!(|data: &[u8]| {
    let inputs = || files(data).into_iter().map(|(name, bytes)| Input::new(&name, bytes)).collect::<Vec<_>>();
    let record = ENGINE.record(inputs(), &Settings::default());
    let written = json::record(&record, serde_json::Map::new());
    let value: Value = serde_json::from_str(&written).expect("record.json is JSON");
    let text = |a: &Value| {
        let id = a["id"].as_str().expect("an id").to_owned();
        (id, a["text"].as_str().expect("a text").chars().collect())
    };
    let texts: Vec<(String, Vec<char>)> =
        value["articles"].as_array().expect("articles").iter().map(text).collect();
    check_spans(&value, &texts);
    let html = views::html(&record, None);
    assert!(!html.contains("<img") && !html.contains("<script src"), "an article's tag in the report");
    let _ = views::markdown(&record, None);
    let mut turned = inputs();
    turned.reverse();
    assert_eq!(
        json::record(&ENGINE.record(turned, &Settings::default()), serde_json::Map::new()),
        written,
        "two runs, two records"
    );
});
