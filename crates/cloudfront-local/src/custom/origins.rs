//! Origins.

use serde_json::Value;
use shapewright_server::{Call, Refusal, path};

/// Refuses an origin whose domain name is not of the kind that its origin access control is for.
///
/// A rule sees the request only, and a reference says which access controls are accepted, whichever the origin.
pub(super) fn refuse_other_kinds(call: &mut Call<'_>) -> Result<(), Refusal> {
    for origin in path::all(&call.input, &["DistributionConfig", "Origins", "Items", "[]"]) {
        let text = |member: &str| origin.get(member).and_then(Value::as_str).unwrap_or_default();
        let Some(control) = call.find("OriginAccessControl", text("OriginAccessControlId"))? else {
            continue;
        };
        let kind = control.text(&["OriginAccessControlConfig", "OriginAccessControlOriginType"]);
        if !is_of_kind(&text("DomainName").to_ascii_lowercase(), &kind) {
            return Err(
                call.refuse("InvalidDomainNameForOriginAccessControl", "custom origin access control")
            );
        }
    }
    Ok(())
}

/// Whether a domain name can be that of an origin of a kind: the label after the first names the service. What follows
/// is not compared, as partitions and local services differ there.
fn is_of_kind(domain: &str, kind: &str) -> bool {
    let labels: &[&str] = match kind {
        "s3" => &[".s3.", ".s3-"],
        "mediastore" => &[".mediastore."],
        "mediapackagev2" => &[".mediapackagev2."],
        "lambda" => &[".lambda-url."],
        _ => return true,
    };
    labels.iter().any(|label| domain.contains(label))
}

#[cfg(test)]
mod tests {
    use super::is_of_kind;

    #[test]
    fn domain_names_show_their_service() {
        for domain in [
            "assets.s3.amazonaws.com",
            "assets.s3.eu-west-1.amazonaws.com",
            "assets.s3-eu-west-1.amazonaws.com",
            "assets.s3.cn-north-1.amazonaws.com.cn",
            "point-1.s3-accesspoint.eu-west-1.amazonaws.com",
        ] {
            assert!(is_of_kind(domain, "s3"), "{domain}");
            assert!(!is_of_kind(domain, "lambda"), "{domain}");
        }
        assert!(is_of_kind("abc.lambda-url.us-east-1.on.aws", "lambda"));
        assert!(is_of_kind("abc.data.mediastore.us-east-1.amazonaws.com", "mediastore"));
        assert!(is_of_kind("abc.egress.def.mediapackagev2.us-east-1.amazonaws.com", "mediapackagev2"));
        assert!(is_of_kind("example.com", "a kind of later"));
        assert!(!is_of_kind("example.com", "s3"));
    }
}
