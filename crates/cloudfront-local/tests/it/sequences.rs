//! Random sequences of requests, compared with a plain model of what they do.

use std::collections::BTreeMap;

use cloudfront_http::{
    CreateKeyGroup, CreatePublicKey, DeleteKeyGroup, DeletePublicKey, GetKeyGroup, ListKeyGroups,
    ListPublicKeys, Operation, ResponseError, UpdateKeyGroup,
};
use cloudfront_local::Service;
use cloudfront_shapes::{
    CreateKeyGroupRequest, CreatePublicKeyRequest, DeleteKeyGroupRequest, DeletePublicKeyRequest,
    GetKeyGroupRequest, KeyGroupConfig, ListKeyGroupsRequest, ListPublicKeysRequest, PublicKeyConfig,
    UpdateKeyGroupRequest,
};
use proptest::prelude::*;
use shapewright_runtime::ServiceError;

use crate::common::{local, send};

/// An RSA key, as CloudFront wants it.
pub(crate) const KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo
4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0/IzW7yWR7QkrmBL7jTKEn5u
+qKhbwKfBstIs+bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyeh
kd3qqGElvW/VDL5AaWTg0nLVkjRo9z+40RQzuVaE8AkAFmxZzow3x+VJYKdjykkJ
0iT9wCS0DRTXu269V264Vf/3jvredZiKRkgwlL9xNAwxXFg0x/XFw005UWVRIkdg
cKWTjpBP2dPwVZ4WWC+9aGVd+Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbc
mwIDAQAB
-----END PUBLIC KEY-----
";

/// A request about one of a few public keys and key groups.
#[derive(Clone, Copy, Debug)]
enum Step {
    CreateKey(usize),
    DeleteKey(usize),
    CreateGroup(usize, usize),
    UpdateGroup(usize, usize, Tag),
    DeleteGroup(usize, Tag),
    GetGroup(usize),
    List,
}

/// The ETag of a request.
#[derive(Clone, Copy, Debug)]
enum Tag {
    Current,
    Stale,
    Absent,
}

/// A public key or key group as the model has it.
#[derive(Clone, Debug)]
struct Kept {
    id: String,
    e_tag: String,
    /// The public key of a group.
    key: usize,
}

/// What should be there, by the number in the name.
#[derive(Debug, Default)]
struct Model {
    keys: BTreeMap<usize, Kept>,
    groups: BTreeMap<usize, Kept>,
}

fn step() -> impl Strategy<Value = Step> {
    let number = 0..3_usize;
    let tag = prop_oneof![3 => Just(Tag::Current), 1 => Just(Tag::Stale), 1 => Just(Tag::Absent)];
    prop_oneof![
        3 => number.clone().prop_map(Step::CreateKey),
        1 => number.clone().prop_map(Step::DeleteKey),
        3 => (number.clone(), number.clone()).prop_map(|(group, key)| Step::CreateGroup(group, key)),
        2 => (number.clone(), number.clone(), tag.clone())
            .prop_map(|(group, key, tag)| Step::UpdateGroup(group, key, tag)),
        2 => (number.clone(), tag).prop_map(|(group, tag)| Step::DeleteGroup(group, tag)),
        1 => number.prop_map(Step::GetGroup),
        1 => Just(Step::List),
    ]
}

/// The output, or the error code.
fn outcome<O: Operation>(service: &Service, input: &O::Input) -> Result<O::Output, String> {
    send::<O>(service, input).map_err(|error| match error {
        ResponseError::Service(error) => error.to_response().code,
        other => panic!("{} has no response that can be read: {other}", O::NAME),
    })
}

impl Model {
    fn key_id(&self, number: usize) -> String {
        self.keys.get(&number).map_or_else(|| "KNONE".to_owned(), |key| key.id.clone())
    }

    /// What a change of a group with this ETag comes to, before its configuration counts.
    fn refusal(&self, group: usize, tag: Tag) -> Option<&'static str> {
        match (self.groups.contains_key(&group), tag) {
            (_, Tag::Absent) => Some("InvalidIfMatchVersion"),
            (false, _) => Some("NoSuchResource"),
            (true, Tag::Stale) => Some("PreconditionFailed"),
            (true, Tag::Current) => None,
        }
    }

    fn config(&self, group: usize, key: usize) -> KeyGroupConfig {
        KeyGroupConfig::default().name(format!("group-{group}")).items([self.key_id(key)])
    }

    fn tag(&self, group: usize, tag: Tag) -> Option<String> {
        match tag {
            Tag::Current => {
                Some(self.groups.get(&group).map_or_else(|| "E1NONE".to_owned(), |it| it.e_tag.clone()))
            }
            Tag::Stale => Some("E1VC38T7YXB528".to_owned()),
            Tag::Absent => None,
        }
    }

    fn group_id(&self, group: usize) -> String {
        self.groups.get(&group).map_or_else(|| "none".to_owned(), |it| it.id.clone())
    }

    /// Sends a request, compares what comes of it, and changes the model.
    fn run(&mut self, service: &Service, step: Step) {
        match step {
            Step::CreateKey(number) => self.create_key(service, number),
            Step::DeleteKey(number) => self.delete_key(service, number),
            Step::CreateGroup(group, key) => self.create_group(service, group, key),
            Step::UpdateGroup(group, key, tag) => self.update_group(service, group, key, tag),
            Step::DeleteGroup(group, tag) => {
                let input =
                    DeleteKeyGroupRequest::default().id(self.group_id(group)).if_match(self.tag(group, tag));
                let code = outcome::<DeleteKeyGroup>(service, &input).err();
                assert_eq!(code.as_deref(), self.refusal(group, tag));
                if code.is_none() {
                    self.groups.remove(&group);
                }
            }
            Step::GetGroup(group) => {
                let input = GetKeyGroupRequest::default().id(self.group_id(group));
                let read = outcome::<GetKeyGroup>(service, &input);
                match self.groups.get(&group) {
                    None => assert_eq!(read.err().as_deref(), Some("NoSuchResource")),
                    Some(kept) => assert_eq!(read.expect("it is there").e_tag.as_ref(), Some(&kept.e_tag)),
                }
            }
            Step::List => self.list(service),
        }
    }

    fn create_key(&mut self, service: &Service, number: usize) {
        let (name, reference) = (format!("key-{number}"), format!("reference-{number}"));
        let config = PublicKeyConfig::default().name(name).caller_reference(reference).encoded_key(KEY);
        let input = CreatePublicKeyRequest::default().public_key_config(config);
        let created = outcome::<CreatePublicKey>(service, &input);
        if self.keys.contains_key(&number) {
            assert_eq!(created.err().as_deref(), Some("PublicKeyAlreadyExists"));
            return;
        }
        let created = created.expect("the name is free");
        let id = created.public_key.and_then(|key| key.id).expect("an id");
        self.keys.insert(number, Kept { id, e_tag: created.e_tag.expect("an ETag"), key: number });
    }

    fn delete_key(&mut self, service: &Service, number: usize) {
        let e_tag = self.keys.get(&number).map_or_else(|| "E1NONE".to_owned(), |key| key.e_tag.clone());
        let input = DeletePublicKeyRequest::default().id(self.key_id(number)).if_match(e_tag);
        let code = outcome::<DeletePublicKey>(service, &input).err();
        let in_use = self.groups.values().any(|group| group.key == number);
        let wanted = match self.keys.contains_key(&number) {
            false => Some("NoSuchPublicKey"),
            true if in_use => Some("PublicKeyInUse"),
            true => None,
        };
        assert_eq!(code.as_deref(), wanted);
        if code.is_none() {
            self.keys.remove(&number);
        }
    }

    fn create_group(&mut self, service: &Service, group: usize, key: usize) {
        let input = CreateKeyGroupRequest::default().key_group_config(self.config(group, key));
        let created = outcome::<CreateKeyGroup>(service, &input);
        let wanted = match (self.keys.contains_key(&key), self.groups.contains_key(&group)) {
            (false, _) => Some("InvalidArgument"),
            (true, true) => Some("KeyGroupAlreadyExists"),
            (true, false) => None,
        };
        assert_eq!(created.as_ref().err().map(String::as_str), wanted);
        if let Ok(created) = created {
            let id = created.key_group.and_then(|group| group.id).expect("an id");
            self.groups.insert(group, Kept { id, e_tag: created.e_tag.expect("an ETag"), key });
        }
    }

    fn update_group(&mut self, service: &Service, group: usize, key: usize, tag: Tag) {
        let input = UpdateKeyGroupRequest::default().id(self.group_id(group)).if_match(self.tag(group, tag));
        let input = input.key_group_config(self.config(group, key));
        let updated = outcome::<UpdateKeyGroup>(service, &input);
        let missing = (!self.keys.contains_key(&key)).then_some("InvalidArgument");
        assert_eq!(updated.as_ref().err().map(String::as_str), self.refusal(group, tag).or(missing));
        if let (Ok(updated), Some(kept)) = (updated, self.groups.get_mut(&group)) {
            let e_tag = updated.e_tag.expect("an ETag");
            assert_ne!(e_tag, kept.e_tag, "a change makes a new version");
            (kept.e_tag, kept.key) = (e_tag, key);
        }
    }

    fn list(&self, service: &Service) {
        let listed = outcome::<ListKeyGroups>(service, &ListKeyGroupsRequest::default()).expect("listed");
        let groups = listed.key_group_list.and_then(|list| list.quantity);
        let listed = outcome::<ListPublicKeys>(service, &ListPublicKeysRequest::default()).expect("listed");
        let keys = listed.public_key_list.and_then(|list| list.quantity);
        assert_eq!((groups, keys), (Some(self.groups.len() as i32), Some(self.keys.len() as i32)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn sequences_come_to_what_a_plain_model_says(steps in prop::collection::vec(step(), 1..24)) {
        let (service, mut model) = (local(), Model::default());
        for step in steps {
            model.run(&service, step);
        }
        model.list(&service);
    }
}
