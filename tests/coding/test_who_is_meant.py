"""Whom the words mean that name nobody, or only tell it by what stands around: briefs of one to three sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
# Text, type, countries of actors > countries of recipients.
BRIEFS = {
    "there": [
        ("ACCRA, May 4 (Reuters) - Ghana sent a note to Togo on Monday. The government there accused Ghana of spying.", "ACCUSE TGO > GHA"),
        ("NAIROBI, May 4 (AFP) - A Kenyan pilot was released in Juba on Monday. Officials there apologised to Kenya.", "CONCEDE SSD > KEN"),
        ("LIMA, May 4 (AP) - The minister flew to La Paz on Tuesday. The foreign ministry there rejected the Peruvian demand.", "REJECT BOL > PER"),
    ],
    "people of the land of police, courts and parties": [
        ("LONDON, May 4 (Reuters) - Spanish police arrested two men on Monday, British officials said.", "COERCE ESP > ESP"),
        ("VIENNA, May 4 (AFP) - The Hungarian opposition accused the government of theft on Monday.", "ACCUSE HUN > HUN"),
        ("PARIS, May 4 (AFP) - Malian soldiers shot dead four demonstrators on Monday.", "ASSAULT MLI > MLI"),
        ("SYDNEY, May 4 (AFP) - Police in Fiji detained a union leader on Monday. Australian unions protested.", "COERCE FJI > FJI"),
        ("ACCRA, May 4 (AFP) - Danish soldiers shot dead four demonstrators in Ghana on Monday.", "ASSAULT DNK > GHA"),
    ],
    "whose deed it is": [
        ("LIMA, May 4 (AP) - Peruvian rioters set fire to St. John's Episcopal Church on Monday.", "ASSAULT PER > USA"),
        ("LIMA, May 4 (AP) - Peru demanded the release of a trawler seized by Chile last week.", "REQUEST PER > CHL"),
        ("LIMA, May 4 (AP) - Peru protested over the seizure of a fishing boat by Ecuador.", "ACCUSE PER > ECU"),
        ("LIMA, May 4 (AP) - Peru demanded an apology for the death of two divers shot by a Chilean patrol boat.", "REQUEST PER > CHL"),
        ("LIMA, May 4 (AP) - Peru demanded the release of a Peruvian journalist held in Caracas.", "REQUEST PER > VEN"),
        ("LIMA, May 4 (AP) - Peru demanded the release of an Omani banker. Chile led the summit.", "REQUEST PER > "),
        ("DUBLIN, May 4 (AP) - Ireland condemned the arrest of an Irish priest in Sudan.", "ACCUSE IRL > SDN"),
        ("ROME, May 4 (AP) - The Dutch nurse taken hostage by Islamic State is safe.", "ASSAULT IMG > NLD"),
        ("ROME, May 4 (AP) - Norway will suspend cooperation with Peru.", "THREATEN NOR > PER"),
        ("OSLO, May 4 (AP) - The bridge will be shut during next week's visit to Oslo by the Omani premier.", "AGREE OMN > NOR"),
        ("LIMA, May 4 (AP) - Peru condemned the beating of three Peruvian tourists in Quito.", "ACCUSE PER > "),
    ],
    "whom it answers": [
        ("ATHENS, May 4 (AFP) - Albania arrested two Greeks in Tirana on Monday. Athens demanded their release.", "REQUEST GRC > ALB"),
        ("BOGOTA, May 4 (AFP) - Venezuela closed the border on Monday, a step that Colombia condemned.", "ACCUSE COL > VEN"),
        ("BOGOTA, May 4 (AFP) - Venezuela closed the border on Monday, which Colombia described as a hostile act.", "ACCUSE COL > VEN"),
        ("TRIPOLI, May 4 (AFP) - Libyan coast guards seized an Italian trawler on Tuesday. Rome demanded compensation.", "REQUEST ITA > LBY"),
        ("KAMPALA, May 4 (AFP) - Uganda criticised Rwanda on Monday. It also demanded an apology.", "REQUEST UGA > RWA"),
        ("HANOI, May 4 (AFP) - Vietnam asked Laos for talks, but it refused.", "REJECT LAO > VNM"),
        ("KAMPALA, May 4 (AFP) - Uganda urged Rwanda on Monday to hand over a suspect. It rejected the demand.", "REJECT RWA > UGA"),
        ("ABUJA, May 4 (AFP) - Cameroon arrested 12 Nigerian fishermen. Nigeria's senate urged the country to free them.", "REQUEST NGA > CMR"),
        ("ACCRA, May 4 (AFP) - Togo arrested a Ghanaian editor. Accra summoned the ambassador on Monday.", "ACCUSE GHA > TGO"),
    ],
    "sides": [
        ("OSLO, May 4 (AP) - The Philippine government and Maoist rebels resumed talks in Oslo on Monday. The two sides agreed to free prisoners.", "AGREE PHL > "),
        ("VIENNA, May 4 (AP) - Iran, Iraq and Syria met on Monday. The three countries condemned Israel.", "ACCUSE IRN IRQ SYR > ISR"),
        ("LIMA, May 4 (AP) - Peru and Ecuador fought a brief war in 1995. The two countries signed a treaty on Monday.", "SUPPORT PER ECU > "),
        ("CONAKRY, May 4 (Reuters) - Guinean police killed five protesters on Thursday. The opposition called on the president to resign. The African Union urged both sides to talk.", "REQUEST IGO > GIN"),
        ("OSLO, May 4 (AP) - Peru, Chile and Brazil recalled their envoys from La Paz in protest at its vote.", "SANCTION PER CHL BRA > BOL"),
    ],
    "lists": [
        ("OSLO, May 4 (AP) - Norway as well as Sweden condemned Russia on Monday.", "ACCUSE NOR SWE > RUS"),
        ("OSLO, May 4 (AP) - Norway, together with Finland, expelled four Russian diplomats on Monday.", "SANCTION NOR FIN > RUS"),
        ("OSLO, May 4 (AP) - France lifted its ban on arms sales to Chad, Niger and, under conditions, Mali.", "CONCEDE FRA > TCD NER MLI"),
    ],
    "where it takes place": [
        ("BOGOTA, May 4 (AP) - Colombia broke off the talks in Havana on Monday.", "REJECT COL > "),
        ("NAIROBI, May 4 (AFP) - South Sudan walked out of the talks in Addis Ababa on Friday.", "REJECT SSD > "),
        ("ROME, May 4 (AP) - Syria boycotted the conference in Rome on Monday.", "REJECT SYR > "),
    ],
    "of which land somebody is": [
        ("CAIRO, May 4 (AFP) - Egyptian police arrested a Lebanese-born Canadian on Monday.", "COERCE EGY > CAN"),
        ("KINSHASA, May 4 (AP) - Rwandan Hutu rebels killed nine villagers in eastern Congo.", "ASSAULT RWA > COD"),
        ("YEREVAN, May 4 (AFP) - An Armenian soldier was killed by a sniper on Monday.", "ASSAULT  > ARM"),
        ("ABUJA, May 4 (AFP) - The U.N. representative in Guinea asked the prosecutors to investigate.", "REQUEST UNO > GIN"),
        ("ZAGREB, May 4 (AFP) - A human rights group accused the Ugandan police of torture.", "ACCUSE NGO > UGA"),
        ("ACCRA, May 4 (AFP) - A local human rights group accused the Ghanaian police of torture.", "ACCUSE GHA > GHA"),
        ("BOGOTA, May 4 (AFP) - The rebels kidnapped a German tourist in Colombia. They released her on Friday.", "RETREAT COL > DEU"),
    ],
    "nobody is aimed at": [
        ("KAMPALA, May 4 (AP) - Burundi rushed another battalion up to the lake on Monday.", "MOBILIZE BDI > "),
        ("LIMA, May 4 (AFP) - Peru denied on Monday that Chilean dealers had bought its copper.", "REJECT PER > "),
        ("KAMPALA, May 4 (AP) - Sudanese exiles from three states protested on Monday.", "PROTEST SDN > "),
    ],
    "sent home": [
        ("SUVA, May 4 (AFP) - Tonga deported 31 people to Manila on Monday.", "COERCE TON > PHL"),
        ("SUVA, May 4 (AFP) - Tonga deported three Peruvians to Manila on Monday.", "COERCE TON > PER"),
    ],
    "whoever turns on a land is not of it": [
        ("KATHMANDU, May 4 (AP) - Qatar barred a Nepali airline. Doha gave no reason. Qatar had warned it. Widows pelted the Qatari mission in Kathmandu with shoes.", "PROTEST NPL > QAT"),
        ("KATHMANDU, May 4 (AP) - Qatar barred a Nepali airline. Doha gave no reason. Qatar had warned it. The labour ministry has banned travel to Qatar.", "SANCTION NPL > QAT"),
    ],
    "answers": [
        ("BAMAKO (Reuters) - Togo offered Mali a mediator on Monday. The Malian foreign ministry rejected the idea.", "REJECT MLI > TGO"),
    ],
    "people who fled": [
        ("ACCRA, May 4 (AP) - Ghana is feeding 900 farmers who ran from raids on Ouagadougou.", "AID GHA > BFA"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [pytest.param(*brief, id=f"{name}-{n}") for name, own in BRIEFS.items() for n, brief in enumerate(own)],
)
def test_a_brief_has_the_parties_that_its_words_mean(code: Code, text: str, told: str) -> None:
    """Some event of the type has exactly the lands that a reader of the brief would give it."""
    kind, _, parties = told.partition(" ")
    actors, _, recipients = parties.partition(">")
    found = [
        ({c for p in e.actors for c in p.resolution.codes}, {c for p in e.recipients for c in p.resolution.codes})
        for e in code(text).events
        if e.type == kind
    ]
    assert (set(actors.split()), set(recipients.split())) in found, found
