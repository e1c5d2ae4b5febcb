"""Short names for data."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from smartlint.digest import blake2b


@given(st.binary(), st.integers(1, 64))
def test_it_is_that_of_hashlib(data: bytes, size: int) -> None:
    assert blake2b(data, digest_size=size).digest() == hashlib.blake2b(data, digest_size=size).digest()
