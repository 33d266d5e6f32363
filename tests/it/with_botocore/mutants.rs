//! Compares our reader of responses with that of botocore, for some thousand changed documents. Every difference must
//! be of a kind that [`Listed`] has, with a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::{Value, json};
use shapewright_tests::botocore::{ask, locked_version};
use shapewright_tests::generated::{Runner, runner};
use shapewright_tests::mutants::{
    Judged, Listed, Mutant, Outcome, Verdict, changes, forms_model, judge, mutants, seeds,
};
use shapewright_tests::runner::{Service, run};

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn changed_documents_are_read_as_botocore_does_or_refused() {
    let seeds = seeds();
    let mutants = mutants(&seeds);
    let counts = compare(&mutants);
    counts.print(mutants.len());
    let shown = counts.unlisted.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(counts.unlisted.is_empty(), "{} differences are not listed\n{shown}", counts.unlisted.len());
    let stale = Listed::all().filter(|kind| !counts.listed.contains_key(&key(kind)));
    assert_eq!(stale.map(key).collect::<Vec<_>>(), vec![], "listed differences that no document has");
    assert!(mutants.len() >= 17_000, "{} documents", mutants.len());
    for verdict in [Verdict::Same, Verdict::BothRefuse, Verdict::WeRefuse] {
        assert!(counts.verdicts[&verdict] > 1_000, "{:?}", counts.verdicts);
    }
    let used: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.change).collect();
    assert_eq!(used, changes().collect(), "every kind of change changes a document");
}

#[test]
#[ignore = "needs the Python packages botocore and awscli: cargo xtask ci python"]
fn documents_without_a_change_are_read_as_botocore_does() {
    let seeds = seeds();
    let unchanged = |seed| Mutant { seed, change: "nothing", body: seed.body.clone().into_bytes() };
    let counts = compare(&seeds.iter().map(unchanged).collect::<Vec<_>>());
    assert_eq!(counts.unlisted, Vec::<String>::new());
    assert_eq!(counts.verdicts, BTreeMap::from([(Verdict::Same, seeds.len())]));
}

/// How many responses have each verdict and each listed difference, and the differences that are not listed.
#[derive(Default)]
struct Counts {
    verdicts: BTreeMap<Verdict, usize>,
    listed: BTreeMap<(Verdict, &'static str), usize>,
    unlisted: Vec<String>,
}

fn key(kind: &Listed) -> (Verdict, &'static str) {
    (kind.verdict, kind.name)
}

/// Reads the responses on both sides and compares the results.
fn compare(mutants: &[Mutant<'_>]) -> Counts {
    let (path, _) = forms_model();
    let lines: String = mutants.iter().map(|mutant| format!("{}\n", mutant.asked())).collect();
    let answers = ask("parse_responses.py", &[&path], lines);
    let mut answers = answers.lines().map(|line| serde_json::from_str::<Value>(line).expect(line));
    let first = answers.next().expect("the script answers");
    assert_eq!(first["botocore"], locked_version().as_str(), "install it with `cargo xtask ci python`");
    let mut counts = Counts::default();
    for of_seed in mutants.chunk_by(|a, b| std::ptr::eq(a.seed, b.seed)) {
        let theirs: Vec<Value> = answers.by_ref().take(of_seed.len()).collect();
        assert_eq!(theirs.len(), of_seed.len(), "one answer for each response");
        let pairs = read(of_seed).into_iter().zip(as_outputs(of_seed, &theirs));
        for (mutant, (ours, theirs)) in of_seed.iter().zip(pairs) {
            counts.add(judge(mutant, &ours, &theirs));
        }
    }
    counts
}

impl Counts {
    fn add(&mut self, judged: Judged) {
        *self.verdicts.entry(judged.verdict).or_default() += 1;
        self.unlisted.extend(judged.unlisted);
        judged.listed.into_iter().for_each(|kind| *self.listed.entry(key(kind)).or_default() += 1);
    }

    fn print(&self, documents: usize) {
        println!("{documents} documents");
        for (verdict, count) in &self.verdicts {
            println!("{count:6} {verdict}");
            for kind in Listed::all().filter(|kind| kind.verdict == *verdict) {
                println!("{:12} {}", self.listed.get(&key(kind)).unwrap_or(&0), kind.name);
            }
        }
    }
}

/// The generated reader of the service `forms`.
static FORMS: LazyLock<Runner> = LazyLock::new(|| runner("forms", &[("forms", forms_model().1)]));

/// Returns the answers of our readers to the lines.
fn ask_us(service: &str, lines: &[Value]) -> Vec<Value> {
    if service == "forms" {
        return FORMS.ask(lines);
    }
    let cloudfront = Service {
        name: "cloudfront",
        operations: cloudfront_http::OPERATIONS,
        structure: cloudfront_shapes::catalog::structure,
    };
    let asked: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let mut output = Vec::new();
    run(&[cloudfront], &mut asked.as_bytes(), &mut output).expect("writing to memory does not fail");
    let answers = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    answers.map(|line| serde_json::from_slice(line).expect("answers are JSON")).collect()
}

/// Returns what we read.
fn read(mutants: &[Mutant<'_>]) -> Vec<Outcome> {
    let asked: Vec<Value> = mutants.iter().map(Mutant::asked).collect();
    ask_us(mutants[0].seed.service, &asked).iter().map(Outcome::of).collect()
}

/// Returns what botocore reads, with outputs as our structures hold them: timestamps in UTC, and numbers with the
/// digits of their type. A value that does not fit is odd.
fn as_outputs(mutants: &[Mutant<'_>], answers: &[Value]) -> Vec<Outcome> {
    let seed = mutants[0].seed;
    let outcomes: Vec<Outcome> = answers.iter().map(Outcome::of).collect();
    if seed.is_error() {
        return outcomes;
    }
    let (service, operation) = (seed.service, seed.operation);
    let line =
        |value| json!({ "service": service, "operation": operation, "verb": "output", "value": value });
    let values = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Value(value) => Some(line(value)),
        _ => None,
    });
    let mut converted = ask_us(service, &values.collect::<Vec<_>>()).into_iter();
    let convert = |outcome| match outcome {
        Outcome::Value(_) => match Outcome::of(&converted.next().expect("one answer for each value")) {
            Outcome::Refused(message) => Outcome::Odd(message),
            value => value,
        },
        other => other,
    };
    outcomes.into_iter().map(convert).collect()
}
