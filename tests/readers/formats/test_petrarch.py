"""PETRARCH XML: sentences become stories again."""

from __future__ import annotations

from tests.readers.samples import LEAD, MORE, coded, petrarch, reason, stories, story


def test_neighbouring_sentences_of_one_story_are_put_together() -> None:
    first, second = stories(petrarch())
    assert (first.id, second.id) == ("AFP_0001", "AFP_0002")
    assert coded(first) == [LEAD, MORE]
    assert (str(first.day), first.publisher) == ("2019-03-05", "AFP")


def test_whole_stories_and_ids_without_a_number_stay_as_they_are() -> None:
    data = petrarch().replace(b'sentence="True"', b'sentence="False"')
    assert [s.id for s in stories(data)] == ["AFP_0001_1", "AFP_0001_2", "AFP_0002_1"]
    single = (
        b'<Sentences><Sentence date="20190305" id="abc" sentence="True"><Text>Envoys met.</Text></Sentence></Sentences>'
    )
    assert story(single).id == "abc"


def test_a_story_may_have_more_than_the_seven_sentences_that_petrarch_keeps() -> None:
    sentence = '<Sentence date="20190305" id="a_{n}" sentence="True"><Text>Envoys met {n} times.</Text></Sentence>'
    data = f"<Sentences>{''.join(sentence.format(n=n) for n in range(1, 31))}</Sentences>"
    assert len(coded(story(data.encode()))) == 30


def test_a_file_without_text_is_rejected() -> None:
    assert "no Sentence" in reason(b"<Sentences><Sentence/></Sentences>")
