//! Benchmarks of this crate, of quick-xml with serde, and of lower bounds: a loop over the events of quick-xml, and
//! pushes to a `String`.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

use crate::{derived, document, tree};

/// Throughput is in bytes of the document.
mod write {
    use cloudfront_http::UpdateDistribution;
    use shapewright_http::Operation;

    use super::*;

    #[divan::bench]
    fn request(bencher: Bencher<'_, '_>) {
        let input = document::input();
        bencher
            .counter(BytesCount::of_str(&document::document()))
            .bench(|| UpdateDistribution::build_request(black_box(&input)));
    }

    #[divan::bench]
    fn document_alone(bencher: Bencher<'_, '_>) {
        let config = document::config();
        bencher
            .counter(BytesCount::of_str(&document::document()))
            .bench(|| document::write(black_box(&config)));
    }

    #[divan::bench]
    fn plain_pushes(bencher: Bencher<'_, '_>) {
        let document = document::document();
        let parts = document::parts(&document);
        bencher.counter(BytesCount::of_str(&document)).bench(|| document::plain_pushes(black_box(&parts)));
    }

    #[divan::bench]
    fn pushes_from_a_tree(bencher: Bencher<'_, '_>) {
        let document = document::document();
        let tree = tree::tree(&document);
        assert_eq!(tree::write(&tree), document);
        bencher.counter(BytesCount::of_str(&document)).bench(|| tree::write(black_box(&tree)));
    }

    #[divan::bench]
    fn serde(bencher: Bencher<'_, '_>) {
        let document = document::document();
        let config: derived::DistributionConfig =
            quick_xml::de::from_str(&document).expect("the structs have all members");
        bencher.counter(BytesCount::of_str(&document)).bench(|| quick_xml::se::to_string(black_box(&config)));
    }
}

/// Throughput is in bytes of the document.
mod read {
    use cloudfront_http::{GetDistributionConfig, UpdateDistribution};
    use shapewright_http::Operation;

    use super::*;

    #[divan::bench]
    fn request(bencher: Bencher<'_, '_>) {
        let request = document::request();
        bencher
            .counter(BytesCount::of_slice(request.body()))
            .bench(|| UpdateDistribution::parse_request(black_box(&request)));
    }

    #[divan::bench]
    fn response(bencher: Bencher<'_, '_>) {
        let response = document::response();
        bencher
            .counter(BytesCount::of_slice(response.body()))
            .bench(|| GetDistributionConfig::parse_response(black_box(&response)));
    }

    #[divan::bench]
    fn bare_loop(bencher: Bencher<'_, '_>) {
        let document = document::document();
        bencher
            .counter(BytesCount::of_str(&document))
            .bench(|| document::bare_loop(black_box(document.as_bytes())));
    }

    #[divan::bench]
    fn serde(bencher: Bencher<'_, '_>) {
        let document = document::document();
        bencher.counter(BytesCount::of_str(&document)).bench(|| {
            quick_xml::de::from_str::<derived::DistributionConfig>(black_box(&document))
                .expect("the structs have all members")
        });
    }
}
