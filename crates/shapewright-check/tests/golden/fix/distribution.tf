# The shop
resource "aws_cloudfront_distribution" "shop" {
  enabled      = true
  http_version = "HTTP2" # newest
  Comment      = "日本"

  origin {
    domain_name = "www.example.com"
    origin_id   = "web"
    origin_path = "/production/"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "HTTPS-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["get", "HEAD"]
    cached_methods         = [ "GET", "HEAD" ]
    cache_policy_id        = var.policy
  }
  restrictions {
    geo_restriction { restriction_type = "none" }
  }
  viewer_certificate { cloudfront_default_certificate = true }
}
