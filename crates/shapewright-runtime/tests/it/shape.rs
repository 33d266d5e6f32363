//! Enums, lists with quantities, and the members of structures.

use std::collections::BTreeMap;

use crate::shapes::*;
use shapewright_runtime::{FixQuantities, OpenEnum, Shape, Structure};

#[test]
fn open_enums_keep_unknown_values() {
    assert_eq!(PriceClass::VALUES, [PriceClass::PriceClass100, PriceClass::PriceClassAll]);
    assert_eq!(PriceClass::known_values(), ["PriceClass_100", "PriceClass_All"]);
    let unknown = PriceClass::from("PriceClass_50".to_owned());
    assert_eq!(unknown, PriceClass::Unknown("PriceClass_50".into()));
    assert_eq!((unknown.to_string(), unknown.is_known()), ("PriceClass_50".into(), false));
    assert_eq!("PriceClass_All".parse(), Ok(PriceClass::PriceClassAll));
    assert_eq!(PriceClass::from(&"PriceClass_100".to_owned()).as_ref(), "PriceClass_100");
    assert_eq!(PriceClass::NAME, "PriceClass");
    assert_eq!(serde_json::to_string(&unknown).expect("json"), "\"PriceClass_50\"");
}

#[test]
fn quantity_lists_count_their_items() {
    let expected = Aliases { quantity: Some(2), items: Some(vec!["a".into(), "b".into()]) };
    assert_eq!(Aliases::from(["a", "b"]), expected);
    assert_eq!(Aliases::from(vec!["a".to_owned(), "b".to_owned()]), expected);
    assert_eq!(["a", "b"].into_iter().collect::<Aliases>(), expected);
    assert_eq!(Aliases::from(Vec::<String>::new()).quantity, Some(0));
    assert_eq!(TrustedSigners::from([1, 2, 3]).quantity, Some(3));
    assert_eq!(TrustedSigners::from([1, 2, 3]).enabled, None);
    assert_eq!(Methods::from(["PriceClass_100"]).items, Some(vec![PriceClass::PriceClass100]));
    assert_eq!(Origins::from([S3Origin::default()]).quantity, Some(1));
}

#[test]
fn quantities_are_fixed_at_any_depth() {
    let wrong = || Aliases { quantity: Some(7), items: Some(vec!["a".into()]) };
    let mut config = Config {
        aliases: Some(wrong()),
        origins: Some(Origins::default()),
        source: Some(Source::Aliases(Box::new(wrong()))),
        tags: Some(BTreeMap::from([("good".into(), ["x"].into()), ("bad".into(), wrong())])),
        parent: Some(Box::new(Config { aliases: Some(wrong()), ..Config::default() })),
        ..Config::default()
    };
    assert_eq!(config.fix_quantities(), 5);
    assert_eq!(config.fix_quantities(), 0);
    let right = Aliases::from(["a"]);
    assert_eq!(config.aliases.as_ref(), Some(&right));
    assert_eq!(config.origins, Some(Origins { quantity: Some(0), items: None }));
    assert_eq!(config.source, Some(Source::Aliases(Box::new(right.clone()))));
    assert_eq!(config.tags.as_ref().and_then(|tags| tags.get("bad")), Some(&right));
    assert_eq!(config.parent.and_then(|parent| parent.aliases), Some(right));
}

#[test]
fn structures_have_their_members_in_model_order() {
    let origin = S3Origin { domain_name: Some("a".into()), ..S3Origin::default() };
    let mut seen = Vec::new();
    origin.visit_fields(&mut |fields| seen.extend(fields.iter().map(|field| field.is_absent())));
    assert_eq!(origin.member_names(), ["DomainName", "OriginAccessIdentity"]);
    assert_eq!(seen, [false, true]);
    assert_eq!(origin.shape_name(), "S3Origin");
}

#[test]
fn sensitive_members_are_redacted() {
    let login = Login { user: Some("me".into()), password: Some("hunter2".into()) };
    assert_eq!(format!("{login:?}"), "Login { user: Some(\"me\"), password: Some(<redacted>) }");
    assert_eq!(format!("{:?}", Login::default()), "Login { user: None, password: None }");
}
