"""Metadata: what the file says about itself, and the colour space it is seen in.

The same words stand in the information dictionary, for old readers, and in an XMP packet
(ISO 16684-1), where the file also claims PDF/A-2a or 3a (ISO 19005-2 and -3, 6.6.4) and PDF/UA-1
(ISO 14289-1, clause 5). PDF/A knows no PDF/UA, so the packet carries a description of that schema
(6.6.2.3.3).
"""

from __future__ import annotations

import zlib
from datetime import datetime
from functools import cache
from pathlib import Path

from ...blocks import Properties
from .objects import File, text_string

PRODUCER = "gongwen"
PROFILE = "sRGB IEC61966-2.1"
"""The name of the colour space in `srgb.icc`, an ICC 4.4 profile.

It was made once by Pillow's LittleCMS, `ImageCms.createProfile("sRGB")`, with two parts of its
header overwritten so that it can be made again byte for byte: bytes 24 to 35, its date, with 1
January 2026, and bytes 84 to 99, its identifier, with zeros, which means not computed.
"""

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{described}
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# A property's key in the information dictionary, its field, and its place in the packet: the element
# and the container that ISO 16684-1, 8.3 and 8.6 give it.
_PROPERTIES = (
    ("Title", "title", '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>'),
    ("Author", "author", "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"),
    (
        "Subject",
        "subject",
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    ),
    ("Keywords", "keywords", "<pdf:Keywords>{}</pdf:Keywords>"),
)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def information(properties: Properties) -> str:
    """Write the information dictionary; what is empty is left out."""
    entries = [
        f"/{key} {text_string(value)}"
        for key, field, _ in _PROPERTIES
        if (value := getattr(properties, field))
    ]
    producer, date = text_string(PRODUCER), date_string(properties.created)
    entries += [f"/Creator {producer} /Producer {producer} /CreationDate {date} /ModDate {date}"]
    return f"<<{' '.join(entries)}>>"


def xmp_packet(properties: Properties, part: int) -> bytes:
    """Write the XMP packet of a file that keeps to this part of PDF/A; what is empty is left out."""
    described = [
        element.format(value.translate(_ESCAPES))
        for _, field, element in _PROPERTIES
        if (value := getattr(properties, field))
    ]
    packet = _XMP.format(
        part=part,
        language=properties.language.translate(_ESCAPES),
        described="\n".join(described),
        producer=PRODUCER,
        date=properties.created.isoformat(timespec="seconds"),
    )
    return packet.encode()


def write_output_intent(file: File) -> str:
    """Add the colour profile; returns the intent that names it (ISO 19005-2, 6.2.3)."""
    profile = file.add_filtered(_deflated_profile(), "/N 3 /Filter /FlateDecode")
    return (
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({PROFILE}) /Info ({PROFILE})"
        f" /DestOutputProfile {profile}>>"
    )


@cache
def _deflated_profile() -> bytes:
    return zlib.compress(Path(__file__).with_name("srgb.icc").read_bytes())


def date_string(moment: datetime) -> str:
    """Write a date (ISO 32000-1, 7.9.4).

    Raises:
        ValueError: it has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    zone = f"{moment:%z}"
    return f"(D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}')"
