"""Who stands in one clause with a pronoun is not meant by it."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same, at

pytestmark = pytest.mark.model


def test_object_pronoun_is_not_the_subject_of_its_verb(read: Read) -> None:
    """In "Putin met him" he is somebody else."""
    resolved = read("Emmanuel Macron flew to Sochi. Vladimir Putin met him there.")
    him, macron = at(resolved, "him"), at(resolved, "Macron")
    assert him is not None
    assert macron is not None
    assert him.chain == macron.chain


def test_whoever_does_the_deed_of_a_participle_is_not_done_to(read: Read) -> None:
    """A participle without a subject shares the verb's, so that its object is another."""
    resolved = read("The rebels attacked the guards on Monday, killing them at the gate.")
    guards, pronoun = at(resolved, "guards"), at(resolved, "them")
    assert guards is not None
    assert pronoun is not None
    assert pronoun.chain == guards.chain


def test_what_a_deed_brings_about_may_be_its_doers(read: Read) -> None:
    """What earns somebody a seat is the vote that he won."""
    resolved = read("Angela Merkel won the vote, earning her a seat in the chamber.")
    doer, pronoun = at(resolved, "Merkel"), at(resolved, "her")
    assert doer is not None
    assert pronoun is not None
    assert pronoun.chain == doer.chain


def test_a_clause_does_nothing_to_the_noun_that_it_describes_by_that_noun_itself(read: Read) -> None:
    """In "the general he dismissed" he is another."""
    resolved = read("Emmanuel Macron left Paris. The general he dismissed wept.")
    he, macron = at(resolved, "he"), at(resolved, "Macron")
    assert he is not None
    assert macron is not None
    assert he.chain == macron.chain


def test_whose_president_accuses_it_is_not_accused(read: Read) -> None:
    """A land whose man is the subject is not the object of what he does."""
    assert_same(read("Norway spoke. Kenya's president accused it of lying."), ("it", 0), ("Norway", 0))
