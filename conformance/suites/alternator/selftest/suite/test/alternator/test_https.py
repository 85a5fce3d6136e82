"""The case has the name of one that needs https."""


def test_http_on_https(https_url):
    assert https_url
