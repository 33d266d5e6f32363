//! Checks the exceptions of a page of the API reference.

/// Checks the error enum of an operation against the exceptions of its page and their HTTP statuses.
macro_rules! assert_exceptions {
    ($error:ident, $page:expr) => {{
        use cloudfront_errors::{Code, CommonError, Error, ErrorDetails, Fault};

        let page: &[(&str, u16)] = $page;
        let details = || ErrorDetails::with_message("The text.").with_request_id("b25f48e8");

        let mut codes: Vec<_> = page.iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        let modelled = |codes: &[Code]| codes.iter().map(|code| code.code()).collect::<Vec<_>>();
        let mut found = modelled($error::CODES);
        found.sort_unstable();
        assert_eq!(found, codes, "the enum has exactly the exceptions of the page");

        for &(code, status) in page {
            // The exceptions of the page are client errors, so a retry of the same request does not help.
            let error = $error::new(code, Some(599), details());
            assert_eq!(error.kind().map(Code::code), Some(code));
            assert_eq!((error.code(), error.status()), (code, Some(status)), "the status of the model is used");
            assert_eq!((error.fault(), error.is_retryable()), (Some(Fault::Client), false), "{code}");
            assert_eq!((error.message(), error.request_id()), (Some("The text."), Some("b25f48e8")));
            assert_eq!(*error.details(), details());
            assert_eq!(error.to_string(), format!("{code}: The text. (HTTP {status}, request b25f48e8)"));
            let bare = $error::new(code, None, ErrorDetails::default());
            assert_eq!(bare.to_string(), format!("{code} (HTTP {status})"));

            let service = Error::from(error.clone());
            assert_eq!(service, Error::new(code, None, details()));
            assert_eq!((service.code(), service.status()), (code, Some(status)));
            assert_eq!((service.fault(), service.is_retryable()), (Some(Fault::Client), false), "{code}");
            assert_eq!(service.to_string(), error.to_string());
            assert_eq!($error::from(service), error);
        }

        // A code of the service that the page does not list keeps its properties. Those that any operation may return
        // have a variant, and the others are unknown to the operation.
        let others: Vec<_> = Code::ALL.iter().filter(|code| !codes.contains(&code.code())).collect();
        assert_eq!(others.len(), Code::ALL.len() - page.len());
        for other in others {
            let service = Error::new(other.code(), None, details());
            let error = $error::from(service.clone());
            let is_common = CommonError::CODES.contains(other);
            assert_eq!(matches!(error, $error::Common(_)), is_common, "{other}");
            assert_eq!((error.kind(), error.code()), (Some(*other).filter(|_| is_common), other.code()));
            assert_eq!((error.status(), error.fault()), (Some(other.status()), Some(other.fault())));
            assert_eq!(*error.details(), details());
            assert_eq!(error.to_string(), service.to_string());
            assert_eq!(Error::from(error), service);
        }

        // A code that is not in the model also keeps its properties, in both directions.
        let unknown = $error::new("NewToday", Some(418), details());
        assert_eq!((unknown.kind(), unknown.code(), unknown.status()), (None, "NewToday", Some(418)));
        assert_eq!((unknown.fault(), unknown.is_retryable()), (None, false));
        assert_eq!(unknown.to_string(), "NewToday: The text. (HTTP 418, request b25f48e8)");
        let service = Error::from(unknown.clone());
        assert_eq!(
            (service.code(), service.status(), service.details()),
            ("NewToday", Some(418), &details())
        );
        assert_eq!($error::from(service), unknown);
        assert!($error::new("Throttling", Some(400), details()).is_retryable());
        assert!($error::new("ServiceUnavailable", Some(503), details()).is_retryable());
        assert_eq!($error::new("", None, ErrorDetails::default()).to_string(), "error without a code");

        // It implements `Error`.
        let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(unknown);
        assert!(boxed.source().is_none());
    }};
}

pub(crate) use assert_exceptions;
