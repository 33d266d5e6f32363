//! Random expressions and documents.

use serde_json::{Map, Value, json};

/// A generator of pseudorandom numbers, the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// Returns an expression. Some of them cannot be compiled.
pub(super) fn expression(dice: &mut Dice) -> String {
    truth(dice, 3)
}

fn truth(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 {
        return leaf(dice);
    }
    let inner = depth - 1;
    match dice.below(12) {
        0 | 1 => format!("({} || {})", truth(dice, inner), truth(dice, inner)),
        2 | 3 => format!("({} && {})", truth(dice, inner), truth(dice, inner)),
        4 => format!("!({})", truth(dice, inner)),
        5 => format!("{} | ({})", structure(dice), truth(dice, inner)),
        6 => format!("Parts[?{}]", truth(dice, inner)),
        7 => {
            let list = dice.one(&["Names", "Kinds"]);
            format!("{list}[?@ != '{}' && @ != '{}']", text(dice), text(dice))
        }
        8 => {
            let (a, b, c) = (leaf(dice), leaf(dice), leaf(dice));
            format!("({a} && !({b}) && !({c}) || !({a}) && {b} && !({c}) || !({a}) && !({b}) && {c})")
        }
        9 => {
            let (a, b) = (leaf(dice), leaf(dice));
            format!("({a} || {b}) && !({a} && {b})")
        }
        10 => repeated(dice),
        _ => leaf(dice),
    }
}

/// Returns the same test for several constants.
fn repeated(dice: &mut Dice) -> String {
    let (list, other) = (dice.one(&["Kinds", "Names"]), dice.one(&["Part.Kinds", "Names"]));
    match dice.below(3) {
        0 => {
            let each = |kind: &str| format!("(contains({list}, '{kind}') || !contains({other}, '{kind}'))");
            ["red", "green", "blue"].map(each).join(" && ")
        }
        1 => format!(
            "contains({list}, 'red') && (length({list}) == `1` || contains({list}, 'green') && length({list}) == `2`)"
        ),
        _ => format!("length({list}) == `2` && contains({list}, 'red') && contains({list}, 'blue')"),
    }
}

fn leaf(dice: &mut Dice) -> String {
    match dice.below(16) {
        0 => path(dice, &["Name", "Kind", "On", "Size", "Names", "Kinds", "Part", "Parts", "Sizes"]),
        1 => format!("{} == `null`", path(dice, &["Name", "Kind", "On", "Size", "Names", "Part"])),
        2 => format!("{} != `null`", path(dice, &["Name", "Kinds", "Share", "Parts"])),
        3 => format!("{} == '{}'", any_text(dice), text(dice)),
        4 => format!("{} != {}", any_text(dice), any_text(dice)),
        5 | 6 => {
            format!("{} {} {}", number(dice), dice.one(&["<", "<=", ">", ">=", "==", "!="]), number(dice))
        }
        7 => format!("contains(['{}', '{}'], {})", text(dice), text(dice), any_text(dice)),
        8 => {
            let list = path(dice, &["Names", "Kinds"]);
            format!("contains({list}, {})", any_text(dice))
        }
        9 => format!("starts_with({}, '{}')", any_text(dice), dice.one(&["r", "gr", "", "blue"])),
        10 => format!("ends_with({}, '{}')", any_text(dice), dice.one(&["d", "n", "", "e"])),
        11 => format!("contains({}, '{}')", any_text(dice), dice.one(&["e", "re", "u"])),
        12 => format!("{} == `{}`", path(dice, &["On"]), dice.one(&["true", "false"])),
        13 => format!("contains([`1`, `2`, `0.5`], {})", number(dice)),
        14 => format!("{} == ['red']", path(dice, &["Names", "Kinds"])),
        _ => format!("contains(Parts[].{}, '{}')", dice.one(&["Name", "Kind"]), text(dice)),
    }
}

fn any_text(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => format!("not_null({}, '{}')", path(dice, &["Name", "Kind"]), text(dice)),
        1 => format!("not_null({}, {})", path(dice, &["Kind"]), path(dice, &["Other"])),
        2 => format!("({} || '{}')", path(dice, &["Name"]), text(dice)),
        3 => format!("'{}'", text(dice)),
        4 => "Names[0]".to_owned(),
        5 => "Kinds[1]".to_owned(),
        _ => path(dice, &["Name", "Note", "Kind", "Other"]),
    }
}

fn number(dice: &mut Dice) -> String {
    match dice.below(14) {
        0 => format!("length({})", any_text(dice)),
        1 | 2 => format!("length({})", path(dice, &["Names", "Kinds", "Sizes", "Parts"])),
        3 => format!("not_null({}, {})", path(dice, &["Size", "Share"]), path(dice, &["Size", "Width"])),
        4 => format!("({} || `{}`)", path(dice, &["Size", "Width"]), dice.one(&["1", "2", "0.5"])),
        5 => format!("{}(Sizes)", dice.one(&["max", "min", "sum"])),
        6 => format!("{}(Parts[].{})", dice.one(&["max", "sum"]), dice.one(&["Size", "Share"])),
        7 => "sum(Names[].length(@))".to_owned(),
        8 => format!("length(Parts[?{}])", leaf(dice)),
        9 => "to_number(Name)".to_owned(),
        10 | 11 => format!("`{}`", dice.one(&["0", "1", "2", "3", "0.5", "-1"])),
        _ => path(dice, &["Size", "Width", "Share"]),
    }
}

fn structure(dice: &mut Dice) -> &'static str {
    dice.one(&["Part", "Part.Part", "Parts[0]"])
}

fn path(dice: &mut Dice, members: &[&str]) -> String {
    let way = dice.one(&["", "", "", "Part.", "Part.", "Part.Part."]);
    format!("{way}{}", dice.one(members))
}

fn text(dice: &mut Dice) -> &'static str {
    dice.one(&["red", "green", "blue", "pink", ""])
}

/// Returns a value of the structure with nested parts up to a depth.
pub(super) fn document(dice: &mut Dice, depth: usize) -> Value {
    let mut members = Map::new();
    let mut put = |dice: &mut Dice, name: &str, value: &dyn Fn(&mut Dice) -> Value| {
        if dice.below(3) > 0 {
            members.insert(name.to_owned(), value(dice));
        }
    };
    for name in ["Name", "Note"] {
        put(dice, name, &|dice| json!(dice.one(&["red", "green", "1", "0.5", "", "pink"])));
    }
    for name in ["Kind", "Other"] {
        put(dice, name, &|dice| json!(dice.one(&["red", "green", "blue", "pink", ""])));
    }
    for name in ["Size", "Width"] {
        put(dice, name, &|dice| json!(dice.below(4)));
    }
    put(dice, "Share", &|dice| json!(dice.below(6) as f64 / 2.0));
    put(dice, "On", &|dice| json!(dice.below(2) == 0));
    for name in ["Names", "Kinds"] {
        put(dice, name, &|dice| {
            let count = dice.below(4);
            (0..count).map(|_| json!(dice.one(&["red", "green", "blue", "pink"]))).collect()
        });
    }
    put(dice, "Sizes", &|dice| {
        let count = dice.below(3);
        (0..count).map(|_| json!(dice.below(4))).collect()
    });
    if depth > 0 {
        put(dice, "Part", &|dice| document(dice, depth - 1));
        put(dice, "Parts", &|dice| {
            let count = dice.below(3);
            (0..count).map(|_| document(dice, depth - 1)).collect()
        });
    }
    Value::Object(members)
}
