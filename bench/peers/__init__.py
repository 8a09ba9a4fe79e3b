"""Peers: what an office would run instead of gongwen, one module each, all given the same text."""
