"""A cache folder of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep prepared packages away from the user's cache, and share them between the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGWEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
