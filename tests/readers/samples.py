"""One valid input of every format, written here with the formats' own libraries; tests and fuzzing start from these."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping

from dateline.model import Rejected, SegmentKind, Story
from dateline.readers.inputs import Input, ReadOptions
from dateline.readers.opening import read_input
from dateline.readers.sources import unpacked

LEAD = "Envoys of Norway and Latvia met in Riga on Monday and agreed to reopen the border crossing."
MORE = "The ministers will meet again in June, a spokesman said."
TITLE = "Envoys agree to reopen crossing"


def nitf(*, body: str = f"<p>{LEAD}</p><p>{MORE}</p>", head: str = "", prolog: str = "") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
{prolog}<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>Slug</title>
<docdata management-status="usable"><doc-id id-string="item-1"/><date.issue norm="20190305T182000Z"/>
<du-key key="riga-talks" version="2"/>{head}</docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>
<byline>By <person>Jane Doe</person></byline><distributor><org>Reuters</org></distributor>
<dateline><location>RIGA</location><story.date norm="20190304">March 4</story.date></dateline></body.head>
<body.content>{body}<media><media-caption>A picture</media-caption></media></body.content>
<body.end><tagline>tag</tagline></body.end></body></nitf>""".encode()


def news_item(
    *, guid: str = "urn:x:1", version: int = 1, status: str = "usable", content: str = "", note: str = ""
) -> str:
    inner = content or (
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
        f"</head><body><p>{LEAD}</p><p>{MORE}</p></body></html></inlineXML>"
    )
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="AFP"/><versionCreated>2019-03-05T18:20:00Z</versionCreated>
<pubStatus qcode="stat:{status}"/>{f"<edNote>{note}</edNote>" if note else ""}</itemMeta>
<contentMeta><located><name>Riga</name></located><by>Jane Doe</by><slugline>riga-talks</slugline>
<headline>{TITLE}</headline></contentMeta><contentSet>{inner}</contentSet></newsItem>"""


def newsml(*items: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2019-03-05T18:21:00Z</sent></header>
<itemSet>{"".join(items) or news_item()}</itemSet></newsMessage>""".encode()


def petrarch() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Sentences>
<Sentence date="20190305" id="AFP_0001_1" source="AFP" sentence="True"><Text>{LEAD}</Text><Parse>(ROOT)</Parse></Sentence>
<Sentence date="20190305" id="AFP_0001_2" source="AFP" sentence="True"><Text>{MORE}</Text></Sentence>
<Sentence date="20190306" id="AFP_0002_1" source="AFP" sentence="True"><Text>Talks went on in Oslo.</Text></Sentence>
</Sentences>""".encode()


def ninjs3(**changes: object) -> dict[str, object]:
    return {
        "uri": "urn:x:n3",
        "standard": {"name": "ninjs", "version": "3.2"},
        "type": "text",
        "pubStatus": "usable",
        "representationType": "full",
        "versionCreated": "2019-03-05T18:20:00Z",
        "language": "en",
        "headlines": [{"role": "main", "contentType": "text/plain", "value": TITLE}],
        "bodies": [
            {"role": "summary", "contentType": "text/plain", "value": "Border to open."},
            {"role": "main", "contentType": "text/html", "value": f"<p>{LEAD}</p><p>{MORE}</p>"},
        ],
        **changes,
    }


def ninjs1(**changes: object) -> dict[str, object]:
    return {
        "uri": "urn:x:n1",
        "type": "text",
        "pubstatus": "usable",
        "versioncreated": "2019-03-05T18:20:00Z",
        "headline": TITLE,
        "byline": "Jane Doe",
        "located": "Riga",
        "body_text": f"{LEAD}\n\n{MORE}",
        "body_xhtml": "<p>markup</p>",
        **changes,
    }


def ngec() -> dict[str, object]:
    return {
        "id": "n1_AGREE",
        "story_id": "n1",
        "date": "2019-03-04",
        "pub_date": "2019-03-05",
        "publisher": "Example News",
        "headline": TITLE,
        "event_text": f"{LEAD} {MORE}",
        "event_type": "AGREE",
        "contexts": ["diplomatic"],
    }


def rss(*, item: str = "", prolog: str = "") -> bytes:
    entry = item or (
        f"<item><title>{TITLE}</title><link>https://example.org/1</link><guid>g1</guid>"
        f"<pubDate>Tue, 05 Mar 2019 18:20:00 GMT</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
{prolog}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example News</title>
<language>en</language>{entry}</channel></rss>""".encode()


def atom() -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><id>f</id>
<entry><title>{TITLE}</title><id>a1</id><updated>2019-03-05T18:20:00Z</updated><summary>{LEAD}</summary>
<author><name>Jane Doe</name></author></entry></feed>""".encode()


def json_feed() -> dict[str, object]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example News",
        "items": [
            {"id": "j1", "title": TITLE, "content_html": f"<p>{LEAD}</p><p>{MORE}</p>", "date_published": "2019-03-05"},
            {"id": "j2", "title": "Other", "summary": "Only a summary of talks.", "date_published": "2019-03-06"},
        ],
    }


def page(*, body: str = "", head: str = "") -> bytes:
    words = body or "".join(f"<p>{text}</p>" for text in (LEAD, MORE, "The crossing was shut in May last year."))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Example</title>
<meta property="og:site_name" content="Example News"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2019-03-05T18:20:00+00:00">{head}</head>
<body><nav><a href="/">Home</a></nav><main><article><h1>{TITLE}</h1>{words}</article></main>
<footer>About us</footer></body></html>""".encode()


def warc_record(body: bytes, *, url: str = "https://example.org/1", kind: str = "text/html", extra: str = "") -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-03-05T18:20:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc() -> bytes:
    other = page(
        body="<p>Ministers of Chile and Peru signed a treaty on water in Lima on Tuesday, officials said.</p>" * 3
    )
    return (
        warc_record(page())
        + warc_record(b"\x89PNG", kind="image/png")
        + warc_record(other, url="https://example.org/2")
    )


def nexis_classic() -> str:
    return f"""                               1 of 2 DOCUMENTS


                              Example News (Oslo)

                             March 5, 2019 Tuesday

{TITLE}

BYLINE: Jane Doe

SECTION: NEWS; Pg. 4

LENGTH: 420 words

DATELINE: RIGA, March 4


{LEAD}

{MORE}

LOAD-DATE: March 6, 2019

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2019 Example News
                              All Rights Reserved


                               2 of 2 DOCUMENTS

                                 Other Daily

                             March 6, 2019 Wednesday

Ministers sign water treaty

LENGTH: 30 words

Ministers of Chile and Peru signed a treaty on water in Lima.

LOAD-DATE: March 7, 2019
"""


def nexis_uni() -> list[str]:
    return [
        "Job Number: 12345",
        "Documents (2)",
        "1. Envoys agree",
        TITLE,
        "Example News",
        "March 5, 2019 Tuesday",
        "Copyright 2019 Example News All Rights Reserved",
        "Section: NEWS; Pg. 4",
        "Length: 420 words",
        "Byline: Jane Doe",
        "Dateline: RIGA",
        "Body",
        LEAD,
        MORE,
        "Classification",
        "Language: ENGLISH",
        "Subject: BORDERS (90%)",
        "Load-Date: March 6, 2019",
        "End of Document",
        "Ministers sign water treaty",
        "Other Daily",
        "March 6, 2019 Wednesday",
        "Length: 30 words",
        "Body",
        "Ministers of Chile and Peru signed a treaty on water in Lima.",
        "Load-Date: March 7, 2019",
        "End of Document",
    ]


def docx(paragraphs: list[str] | None = None) -> bytes:
    from docx import Document

    document = Document()
    for words in paragraphs or nexis_uni():
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rtf(paragraphs: list[str] | None = None) -> bytes:
    body = "\\par\n".join(paragraphs or nexis_uni())
    return ("{\\rtf1\\ansi\\deff0 " + body + "\\par}").encode("cp1252")


def factiva_display() -> bytes:
    return f"""<html><head><title>Factiva</title></head><body><div id="article-LBA0000020190305ef35000a1" class="article
 enArticle"><div id="hd"><span class="enHeadline">{TITLE}</span></div><div>By Jane Doe</div><div>420 words</div>
<div>5 March 2019</div><div>18:20</div><div>Example News</div><div>LBA</div><div>English</div>
<div>Copyright 2019 Example News</div><p class="articleParagraph enarticleParagraph">{LEAD}</p>
<p class="articleParagraph enarticleParagraph">{MORE}</p><p>Document LBA0000020190305ef35000a1</p></div></body></html>""".encode()


def factiva_table() -> bytes:
    rows = {
        "HD": TITLE,
        "BY": "Jane Doe",
        "WC": "420 mots",
        "PD": "5 mars 2019",
        "ET": "18:20",
        "SN": "Example News",
        "LA": "Anglais",
        "LP": f"<p>{LEAD}</p>",
        "TD": f"<p>{MORE}</p>",
        "AN": "Document LBA0000020190305ef35000a1",
    }
    cells = "".join(f'<tr><td class="index"><b>{code}</b></td><td>{words}</td></tr>' for code, words in rows.items())
    return f'<html><head><title>Factiva</title></head><body><div class="article"><table>{cells}</table></div></body></html>'.encode()


def csv() -> bytes:
    return f'id,Headline,publish date,body\nc1,{TITLE},2019-03-05,"{LEAD}\n\n{MORE}"\nc2,Other,2019-03-06,Talks went on.\n'.encode()


def parquet() -> bytes:
    import pyarrow as pa
    from pyarrow import parquet as pq

    table = pa.table({"doc_id": ["p1", "p2"], "date": ["2019-03-05", "2019-03-06"], "text": [LEAD, MORE]})
    stream = io.BytesIO()
    pq.write_table(table, stream)
    return stream.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes], *, mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def json_line(story_id: str, text: str = LEAD) -> bytes:
    return json.dumps({"id": story_id, "published": "2019-03-05", "text": text}).encode() + b"\n"


def every_format() -> dict[str, bytes]:
    """A valid file of each format by its file name."""
    lines = json_line("a") + json.dumps(ngec()).encode() + b"\n" + json.dumps(ninjs3()).encode() + b"\n"
    return {
        "report.txt": f"RIGA, March 5, 2019 (AFP) - {LEAD}\n\n{MORE}\n".encode(),
        "export.txt": nexis_classic().encode(),
        "lines.jsonl": lines,
        "lines.jsonl.gz": gzip.compress(lines, mtime=0),
        "item.json": json.dumps(ninjs1()).encode(),
        "feed.json": json.dumps(json_feed()).encode(),
        "report.nitf": nitf(),
        "message.xml": newsml(),
        "sentences.xml": petrarch(),
        "feed.rss": rss(),
        "feed.atom": atom(),
        "page.html": page(),
        "crawl.warc": warc(),
        "export.docx": docx(),
        "export.rtf": rtf(),
        "display.html": factiva_display(),
        "table.html": factiva_table(),
        "table.csv": csv(),
        "table.parquet": parquet(),
        "bundle.zip": zipped({"a.jsonl": json_line("z1"), "b/report.nitf": nitf()}),
        "bundle.tar": tarred({"a.jsonl": json_line("t1"), "page.html": page()}),
    }


def items(data: bytes, name: str = "input", **options: object) -> list[Story | Rejected]:
    """Read bytes as a file of some name in this process, whatever the format."""
    stream = io.BufferedReader(io.BytesIO(data))
    chosen = ReadOptions(**options)  # type: ignore[arg-type]
    return list(read_input(Input(origin=name, stream=unpacked(stream), options=chosen)))


def stories(data: bytes, name: str = "input", **options: object) -> list[Story]:
    """The same, where nothing may be rejected."""
    found = items(data, name, **options)
    assert all(isinstance(item, Story) for item in found), found
    return [item for item in found if isinstance(item, Story)]


def story(data: bytes, name: str = "input", **options: object) -> Story:
    """The one story of an input."""
    (found,) = stories(data, name, **options)
    return found


def reason(data: bytes, name: str = "input", **options: object) -> str:
    """Why the one item of an input was rejected."""
    (found,) = items(data, name, **options)
    assert isinstance(found, Rejected), found
    return found.reason


def coded(found: Story) -> list[str]:
    """The stretches of a story that are coded."""
    kinds = {SegmentKind.HEADLINE, SegmentKind.PARAGRAPH}
    return [segment.span.of(found.text) for segment in found.segments if segment.kind in kinds]
