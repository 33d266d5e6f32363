//! Refusals that need more than the request and one resource.

use cloudfront_http::{
    CreateDistribution, CreateOriginAccessControl, CreateRealtimeLogConfig, DeleteDistribution,
    UpdateDistribution, UpdateRealtimeLogConfig,
};
use cloudfront_local::{Deploy, Settings, service};
use serde_json::{Value, json};

use crate::common::{call, config, distribution, local, read, text};

fn logs(name: &str) -> Value {
    json!({
        "Name": name,
        "SamplingRate": 50,
        "Fields": ["timestamp"],
        "EndPoints": [{ "StreamType": "Kinesis", "KinesisStreamConfig": {
            "RoleARN": "arn:aws:iam::123456789012:role/logs",
            "StreamARN": "arn:aws:kinesis:us-east-1:123456789012:stream/logs",
        } }],
    })
}

#[test]
fn real_time_logs_are_of_the_same_account() {
    let service = local();
    let mut config = config("one", &[]);
    let arn = |account: &str| json!(format!("arn:aws:cloudfront::{account}:realtime-log-config/logs"));
    config["DefaultCacheBehavior"]["RealtimeLogConfigArn"] = arn("210987654321");
    let create =
        |config: &Value| call::<CreateDistribution>(&service, &json!({ "DistributionConfig": config }));
    assert_eq!(create(&config), Err("RealtimeLogConfigOwnerMismatch".to_owned()));
    config["DefaultCacheBehavior"]["RealtimeLogConfigArn"] = arn("123456789012");
    assert_eq!(create(&config), Err("NoSuchRealtimeLogConfig".to_owned()));
    call::<CreateRealtimeLogConfig>(&service, &logs("logs")).expect("created");
    create(&config).expect("created");
}

#[test]
fn a_name_and_an_arn_name_the_same_real_time_logs() {
    let service = local();
    let first = call::<CreateRealtimeLogConfig>(&service, &logs("first")).expect("created");
    let second = call::<CreateRealtimeLogConfig>(&service, &logs("second")).expect("created");
    let mut change = logs("first");
    change["ARN"] = second["RealtimeLogConfig"]["ARN"].clone();
    assert_eq!(call::<UpdateRealtimeLogConfig>(&service, &change), Err("InvalidArgument".to_owned()));
    change["ARN"] = first["RealtimeLogConfig"]["ARN"].clone();
    call::<UpdateRealtimeLogConfig>(&service, &change).expect("changed");
}

#[test]
fn an_origin_access_control_is_for_one_kind_of_origin() {
    let service = local();
    let control = |name: &str, kind: &str| {
        let input = json!({ "OriginAccessControlConfig": {
            "Name": name,
            "SigningProtocol": "sigv4",
            "SigningBehavior": "always",
            "OriginAccessControlOriginType": kind,
        } });
        let created = call::<CreateOriginAccessControl>(&service, &input).expect("created");
        created["OriginAccessControl"]["Id"].clone()
    };
    let (bucket, lambda) = (control("bucket", "s3"), control("lambda", "lambda"));
    let mut config = config("one", &[]);
    config["Origins"]["Items"][0] = json!({
        "Id": "site",
        "DomainName": "site.s3.eu-west-1.amazonaws.com",
        "S3OriginConfig": { "OriginAccessIdentity": "" },
        "OriginAccessControlId": lambda,
    });
    let refused = call::<CreateDistribution>(&service, &json!({ "DistributionConfig": config }));
    assert_eq!(refused, Err("InvalidDomainNameForOriginAccessControl".to_owned()));
    config["Origins"]["Items"][0]["OriginAccessControlId"] = bucket;
    call::<CreateDistribution>(&service, &json!({ "DistributionConfig": config })).expect("created");
}

#[test]
fn a_distribution_is_deployed_before_it_is_deleted() {
    let mut settings = Settings::default();
    settings.deploy = Deploy::Reads(2);
    let service = service(settings);
    let created = distribution(&service, &config("one", &[]));
    let id = text(&created, "/Distribution/Id");
    let mut config = created["Distribution"]["DistributionConfig"].clone();
    config["Enabled"] = json!(false);
    let update = json!({ "Id": id, "IfMatch": created["ETag"], "DistributionConfig": config });
    let updated = call::<UpdateDistribution>(&service, &update).expect("disabled");
    let delete = json!({ "Id": id, "IfMatch": updated["ETag"] });
    assert_eq!(call::<DeleteDistribution>(&service, &delete), Err("DistributionNotDisabled".to_owned()));
    while text(&read(&service, id), "/Distribution/Status") != "Deployed" {}
    call::<DeleteDistribution>(&service, &delete).expect("deleted");
}
