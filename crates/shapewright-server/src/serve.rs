//! The service on a socket.

use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::task::Poll;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use crate::service::Service;

/// How long requests may take to end when the server stops.
const DRAIN: Duration = Duration::from_secs(10);

/// How long the head of a request may take to come.
const HEAD: Duration = Duration::from_secs(30);

/// Serves requests over HTTP/1.1 and HTTP/2 until `stop` ends. Requests that have begun are answered, for ten seconds.
pub async fn serve(listener: TcpListener, service: Service, stop: impl Future<Output = ()>) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(64 << 10);
    builder.http2().timer(TokioTimer::new()).max_header_list_size(64 << 10).keep_alive_interval(HEAD);
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = poll_fn(|context| match stop.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(None),
            Poll::Pending => listener.poll_accept(context).map(Some),
        });
        let Some(accepted) = next.await else { break };
        let Ok((stream, _)) = accepted else {
            // Too many open files, or a connection that is gone already: others can still be served.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        drop(stream.set_nodelay(true));
        let service = TowerToHyperService::new(service.clone());
        let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move { drop(connection.await) });
    }
    drop(listener);
    drop(tokio::time::timeout(DRAIN, graceful.shutdown()).await);
}

/// Listens on an address.
///
/// # Errors
///
/// When the address cannot be used, with a message that says what to do.
pub async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        let hint = match error.kind() {
            io::ErrorKind::AddrInUse => ": another program uses the port; choose another one with --listen",
            io::ErrorKind::PermissionDenied => ": choose a port above 1023 with --listen",
            io::ErrorKind::AddrNotAvailable => ": this machine does not have the address",
            _ => "",
        };
        io::Error::new(error.kind(), format!("cannot listen on {address}{hint} ({error})"))
    })
}
