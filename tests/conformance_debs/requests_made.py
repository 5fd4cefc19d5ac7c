# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests for the worlds: equal seeds give equal requests over equal indexes."""

import random
import re

# (share, kind). The forms are name=version, name/release and names that are only provided.
KINDS = ((0.45, "single"), (0.75, "set"), (0.93, "conflict"), (1.0, "form"))


def names_in(field):
    """The names of a relation that are hit in every version."""
    return re.findall(r"[a-z0-9][a-z0-9+.-]+(?![^(]*\))", field)


def conflicting_pairs(stanzas):
    names = {name for name, _ in stanzas}
    pairs = set()
    for (name, _), (_, fields) in stanzas.items():
        for field in ("Conflicts", "Breaks"):
            pairs.update((name, other) for other in names_in(fields.get(field, "")) if other in names and other != name)
    return sorted(pairs)


def virtual_names(stanzas):
    names = {name for name, _ in stanzas}
    provided = {other for _, fields in stanzas.values() for other in names_in(fields.get("Provides", ""))}
    return sorted(provided - names)


class Requests:
    def __init__(self, stanzas, preferred=(), foreign=(), releases=()):
        self.names = sorted({name for name, _ in stanzas})
        self.versions = sorted(stanzas)
        self.pairs = conflicting_pairs(stanzas)
        self.virtual = virtual_names(stanzas)
        # Half of the names come from here where there are any, e.g. those that backports have.
        self.preferred = sorted(preferred)
        self.foreign = set(foreign)
        self.releases = list(releases)

    def name(self, chance):
        if self.preferred and chance.random() < 0.5:
            return chance.choice(self.preferred)
        return chance.choice(self.names)

    def form(self, chance):
        kind = chance.random()
        if kind < 0.4:
            return [f"{name}={version}" for name, version in chance.sample(self.versions, chance.randint(1, 3))]
        if kind < 0.7 and self.releases:
            return [f"{self.name(chance)}/{chance.choice(self.releases)}"]
        return [chance.choice(self.virtual)]

    def one(self, chance):
        share = chance.random()
        kind = next(kind for limit, kind in KINDS if share < limit)
        if kind == "form":
            return self.form(chance)
        if kind == "single":
            request = [self.name(chance)]
        elif kind == "set":
            request = list(dict.fromkeys(self.name(chance) for _ in range(chance.randint(3, 20))))
        else:
            request = list(chance.choice(self.pairs))
        return [name + ":i386" if name in self.foreign and chance.random() < 0.5 else name for name in request]

    def make(self, world, seed, count):
        chance = random.Random(f"{world}/{seed}")
        return [self.one(chance) for _ in range(count)]
