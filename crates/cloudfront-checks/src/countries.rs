//! Country codes of ISO 3166-1.

use cloudfront_shapes::{GeoRestriction, GeoRestrictionCustomization};
use shapewright_validation::Checker;

/// The two-letter codes that ISO 3166-1 assigns to countries and territories, by their first letter.
const ASSIGNED: [&str; 26] = [
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ",
    "BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ",
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ",
    "DE DJ DK DM DO DZ",
    "EC EE EG EH ER ES ET",
    "FI FJ FK FM FO FR",
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY",
    "HK HM HN HR HT HU",
    "ID IE IL IM IN IO IQ IR IS IT",
    "JE JM JO JP",
    "KE KG KH KI KM KN KP KR KW KY KZ",
    "LA LB LC LI LK LR LS LT LU LV LY",
    "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ",
    "NA NC NE NF NG NI NL NO NP NR NU NZ",
    "OM",
    "PA PE PF PG PH PK PL PM PN PR PS PT PW PY",
    "QA",
    "RE RO RS RU RW",
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ",
    "TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ",
    "UA UG UM US UY UZ",
    "VA VC VE VG VI VN VU",
    "WF WS",
    "",
    "YE YT",
    "ZA ZM ZW",
];

/// The code in use for Kosovo. ISO 3166-1 leaves it to its users; databases of addresses have it.
const KOSOVO: &str = "XK";

/// Checks that countries are codes that ISO 3166-1 assigns.
pub fn country_codes(value: &GeoRestriction, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Items"], value.items.as_ref(), |code| may_be_country(code), rule);
}

/// Checks that countries of a tenant are codes that ISO 3166-1 assigns.
pub fn customized_country_codes(value: &GeoRestrictionCustomization, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Locations"], value.locations.as_ref(), |code| may_be_country(code), rule);
}

/// Checks that Kosovo is not listed, whose code is not one of ISO 3166-1.
pub fn kosovo(value: &GeoRestriction, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Items"], value.items.as_ref(), |code| code != KOSOVO, rule);
}

/// Checks that a tenant does not list Kosovo, whose code is not one of ISO 3166-1.
pub fn customized_kosovo(value: &GeoRestrictionCustomization, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Locations"], value.locations.as_ref(), |code| code != KOSOVO, rule);
}

/// Checks that no country is listed twice. Skipped for values that are no country code, which another rule reports.
pub fn unique_countries(value: &GeoRestriction, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |code| may_be_country(code).then_some(code), rule);
}

/// Returns whether a string is an assigned code or that of Kosovo.
fn may_be_country(code: &str) -> bool {
    is_assigned(code) || code == KOSOVO
}

/// Returns whether ISO 3166-1 assigns the code, in upper case.
fn is_assigned(code: &str) -> bool {
    let first = code.bytes().next().and_then(|first| first.checked_sub(b'A'));
    let codes = first.and_then(|index| ASSIGNED.get(usize::from(index)));
    codes.is_some_and(|codes| code.len() == 2 && codes.split(' ').any(|assigned| assigned == code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_the_line_of_their_first_letter() {
        let mut count = 0;
        for (index, codes) in ASSIGNED.iter().enumerate() {
            let codes: Vec<&str> = codes.split(' ').filter(|code| !code.is_empty()).collect();
            assert!(codes.is_sorted(), "{codes:?}");
            assert!(
                codes.iter().all(|code| code.len() == 2 && usize::from(code.as_bytes()[0] - b'A') == index)
            );
            count += codes.len();
        }
        assert_eq!(count, 249);
    }

    #[test]
    fn only_assigned_codes_are_assigned() {
        for code in ["AD", "GB", "ZW", "UM", "SX"] {
            assert!(is_assigned(code), "{code}");
        }
        for code in ["UK", "ZZ", "XK", "EU", "AN", "gb", "GBR", "G", "", "é", "B ", " B", "[A"] {
            assert!(!is_assigned(code), "{code}");
        }
    }
}
