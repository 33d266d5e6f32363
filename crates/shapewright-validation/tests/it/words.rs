//! Names in kebab case and patterns.

use heck::ToKebabCase;
use shapewright_validation::kebab;
use shapewright_validation::pattern::{Pattern, Set, Step};

#[test]
fn kebab_case_has_the_words_of_heck() {
    let names = [
        "HTTPPort",
        "IsIPV6Enabled",
        "S3Origin",
        "KGKeyPairIds",
        "CNAMEAlreadyExists",
        "MinTTL",
        "ETag",
        "x2Y",
        "ACMCertificateArn",
        "IAMCertificateId",
        "OriginAccessIdentity",
        "SSLProtocolVersion",
        "a",
        "A",
        "AB",
        "ABc",
        "aB",
        "A1B",
        "a1b",
        "A1b",
        "1A",
        "1Ab",
        "x_y",
        "_x",
        "x__Y",
        "HTTP2Only",
        "HttpVersion",
        "TLSv1.2_2021",
        "",
        "_",
        "com.amazonaws#Shape",
        "ÉtéSûr",
        "STRASSEß",
        "IPAddress2",
        "V2ABc",
        "99Bottles",
        "ABC123Def",
        "aΣ",
    ];
    for name in names.iter().filter(|name| !name.ends_with('Σ')) {
        assert_eq!(kebab(name), name.to_kebab_case(), "{name}");
    }
    assert_eq!(kebab("IsIPV6Enabled"), "is-ipv6-enabled");
}

#[test]
fn kebab_case_agrees_with_heck_on_all_short_names() {
    let letters = ['a', 'B', '1', '_'];
    for number in 0..4_u32.pow(7) {
        let name: String = (0..7).map(|place| letters[(number / 4_u32.pow(place) % 4) as usize]).collect();
        assert_eq!(kebab(&name), name.to_kebab_case(), "{name}");
    }
}

#[test]
fn a_pattern_without_steps_is_everywhere() {
    let pattern = Pattern::steps("x*", &[]);
    assert!(pattern.matches("anything") && pattern.matches(""));
    assert_eq!(pattern.text(), "x*");
}

#[test]
fn the_length_of_a_pattern_is_in_characters() {
    static STEPS: &[Step] = &[Step::here().repeat(&Set::not("  "), 0).end()];
    let pattern = Pattern::within("^[^ ]{1,2}$", 1, 2, STEPS);
    assert!(
        pattern.matches("éé") && !pattern.matches("") && !pattern.matches("aaa") && !pattern.matches("a ")
    );
}

#[test]
fn sets_have_both_ends_of_each_range() {
    static STEPS: &[Step] = &[Step::here().repeat(&Set::of("09az").beyond("àâéé"), 1).end()];
    let pattern = Pattern::steps("^[0-9a-zà-âé]+$", STEPS);
    for (text, fits) in [("09az", true), ("/", false), (":", false), ("`", false), ("{", false)] {
        assert_eq!(pattern.matches(text), fits, "{text}");
    }
    for (text, fits) in [("0àáâé9", true), ("ã", false), ("ê", false), ("ß", false), ("", false)] {
        assert_eq!(pattern.matches(text), fits, "{text}");
    }
}

#[test]
fn calls_in_a_row_count_characters_and_not_bytes() {
    let pattern = Pattern::new("^é[à-ü]{2}.{1,3}x", |rest| {
        rest.text("é")?
            .times::<2>(const { &Set::of("").beyond("àü") })?
            .run(const { &Set::not("xx") }, 1, 3)?
            .text("x")
    });
    for (text, fits) in
        [("éàüéx", true), ("éàüaéex!", true), ("éàüx", false), ("éàaax", false), ("éàüaéeex", false)]
    {
        assert_eq!(pattern.matches(text), fits, "{text}");
    }
}

#[cfg(feature = "regex")]
#[test]
fn the_regex_crate_does_what_steps_cannot() {
    let pattern = Pattern::regex(r"(?-u:\b)word(?-u:\b)");
    assert!(pattern.matches("a word.") && !pattern.matches("words"));
}
