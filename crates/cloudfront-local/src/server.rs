//! A server for tests.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use shapewright_server::{Service, Settings, listen, serve};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::CloudFront;

/// A server on a free port of this machine. It stops when it is dropped.
///
/// ```no_run
/// # async fn example() -> std::io::Result<()> {
/// let server = cloudfront_local::Server::start().await?;
/// println!("{}", server.url()); // http://127.0.0.1:49152
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    service: Service,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts a server with the usual settings.
    ///
    /// # Errors
    ///
    /// When there is no free port.
    pub async fn start() -> io::Result<Self> {
        Server::start_with(Settings::default()).await
    }

    /// Starts a server.
    ///
    /// # Errors
    ///
    /// When there is no free port.
    pub async fn start_with(settings: Settings) -> io::Result<Self> {
        let listener = listen((Ipv4Addr::LOCALHOST, 0).into()).await?;
        let address = listener.local_addr()?;
        let service = service(settings);
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(serve(listener, service.clone(), async { drop(stopped.await) }));
        Ok(Server { address, service, stop: Some(stop), task })
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its URL: the endpoint for clients.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The service behind it.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// Forgets all resources.
    pub fn reset(&self) {
        self.service.reset();
    }

    /// Stops the server, after the requests that have begun are answered.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        drop((&mut self.task).await);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// CloudFront as a function from requests to responses, without a socket: a `tower_service::Service`.
pub fn service(settings: Settings) -> Service {
    Service::new(Arc::new(CloudFront), settings)
}
