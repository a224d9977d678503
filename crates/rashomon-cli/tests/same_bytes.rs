//! Same inputs, same bytes out, whatever their order and the number of threads.

use crate::{CRASH, VOTE, check_exit, folder, rashomon, stdout};

#[test]
fn order_and_threads_change_nothing() {
    let copy = VOTE.replace("7 to 4", "8 to 3");
    let names = ["a.txt", "b.txt", "sub/c.txt", "d.jsonl"];
    let line = "{\"title\": \"Pier shut\", \"text\": \"The pier was shut on Wednesday, March 5, 2031, the mayor said.\"}\n";
    let texts = [VOTE, CRASH, &copy, line];
    let files: Vec<(&str, &[u8])> = names.iter().zip(texts).map(|(&n, t)| (n, t.as_bytes())).collect();
    let pile = folder(&files);
    for format in ["json", "html", "md"] {
        let run = |order: [usize; 4], jobs: &str| {
            let mut arguments = vec!["report", "--format", format, "--jobs", jobs];
            arguments.extend(order.map(|i| names[i]));
            let output = rashomon(pile.path(), &arguments);
            check_exit(&output, 0);
            stdout(&output)
        };
        let first = run([0, 1, 2, 3], "1");
        assert!(!first.is_empty());
        assert!(first == run([3, 1, 0, 2], "2"), "{format} depends on order or threads");
        assert!(first == run([2, 3, 1, 0], "1"), "{format} depends on the order");
    }
}
