resource "aws_cloudfront_cache_policy" "assets" {
  name        = "assets"
  min_ttl     = 300
  default_ttl = 60

  parameters_in_cache_key_and_forwarded_to_origin {
    cookies_config {
      cookie_behavior = "none"
    }
    headers_config {
      header_behavior = "whitelist"
    }
    query_strings_config {
      query_string_behavior = "none"
    }
  }
}
