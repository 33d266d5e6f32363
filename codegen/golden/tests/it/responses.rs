//! The golden case of the form of responses.

use shapewright_golden::responses::http::{Operation, PutStore, ResponseOptions};
use shapewright_golden::responses::shapes::{
    Grade, Grades, Methods, Names, Profiles, PutStoreRequest, PutStoreResult, Store,
};

fn store() -> Store {
    Store::default()
        .methods(Methods::from(["GET", "HEAD"]))
        .names(Names::default().quantity(0).items(Vec::<String>::new()))
        .profiles(Profiles::default().quantity(0).items(Vec::<String>::new()))
        .grades(Grades::default().quantity(0))
        .flat([Grade::from("other"), Grade::High, Grade::Low])
        .plain(Vec::<String>::new())
}

#[test]
fn responses_have_the_form_of_the_overlay() {
    let output = PutStoreResult::default().store(store());
    let options = ResponseOptions::default().request_id("id-1");
    let response = PutStore::build_response_with(options, &output).expect("every value has a form");
    let body = "<?xml version=\"1.0\"?>\n<Store xmlns=\"https://example.com/doc/\">\
                <Methods><Quantity>2</Quantity><Items><Method>HEAD</Method><Method>GET</Method></Items></Methods>\
                <Names><Quantity>0</Quantity></Names><Profiles><Quantity>0</Quantity><Items></Items></Profiles>\
                <Grades><Quantity>0</Quantity></Grades><Flat>low</Flat><Flat>high</Flat><Flat>other</Flat>\
                <Plain></Plain></Store>";
    assert_eq!(String::from_utf8_lossy(response.body()), body);
    assert_eq!(response.headers()["content-type"], "text/xml");
    assert_eq!(response.headers()["x-request"], "id-1");
}

#[test]
fn requests_are_as_given() {
    let request = PutStore::build_request(&PutStoreRequest::default().store(store()));
    let request = request.expect("every value has a form");
    let body = "<Store xmlns=\"https://example.com/doc/\">\
                <Methods><Quantity>2</Quantity><Items><Method>GET</Method><Method>HEAD</Method></Items></Methods>\
                <Names><Quantity>0</Quantity><Items></Items></Names>\
                <Profiles><Quantity>0</Quantity><Items></Items></Profiles><Grades><Quantity>0</Quantity></Grades>\
                <Flat>other</Flat><Flat>high</Flat><Flat>low</Flat><Plain></Plain></Store>";
    assert_eq!(String::from_utf8_lossy(request.body()), body);
    assert_eq!(request.headers()["content-type"], "application/xml");
}
