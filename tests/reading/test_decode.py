"""Bytes into text: nothing altered, nothing guessed, and the byte named that is at fault."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.errors import InputError
from opendata.reading.decode import declared_encoding, decode

VIETNAMESE = (
    "Chiều 17/8, Thường trực Tỉnh ủy họp bàn việc sắp xếp trụ sở của Tòa án nhân dân hai cấp.\r\n"
    "Đồng chí Bí thư đề nghị các ngành rà soát kỹ, báo cáo trước ngày 30/9 để kịp trình kỳ họp.\n"
)


def windows_1258(text: str) -> bytes:
    """The bytes that a Vietnamese Windows writes: letters composed, tone marks apart."""
    written = bytearray()
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
            shape = "".join(mark for mark in marks if mark != tone)
            written += (unicodedata.normalize("NFC", base + shape) + tone).encode("cp1258")
    return bytes(written)


@pytest.mark.parametrize(
    "data, declared, text, encoding, basis",
    [
        ("Tòa án\r\n\u00a0số".encode(), "", "Tòa án\r\n\u00a0số", "utf-8", "utf-8"),
        ("Tòa án".encode(), "windows-1252", "Tòa án", "utf-8", "utf-8"),  # UTF-8 is its own proof
        (codecs.BOM_UTF8 + "Tòa án".encode(), "", "Tòa án", "utf-8", "bom"),
        (codecs.BOM_UTF16_LE + "Tòa án".encode("utf-16-le"), "", "Tòa án", "utf-16-le", "bom"),
        (codecs.BOM_UTF16_BE + "Tòa án".encode("utf-16-be"), "", "Tòa án", "utf-16-be", "bom"),
        ("Préavis".encode("cp1252"), "windows-1252", "Préavis", "windows-1252", "declared"),
        ("“Préavis”".encode("cp1252"), "ISO-8859-1", "“Préavis”", "windows-1252", "declared"),
        (windows_1258("Tòa án số"), "Windows-1258", "Tòa án số", "windows-1258", "declared"),
        (windows_1258(VIETNAMESE), "", VIETNAMESE, "windows-1258", "detected"),
        (windows_1258(VIETNAMESE), "x-unknown", VIETNAMESE, "windows-1258", "detected"),
        (
            windows_1258(VIETNAMESE),
            "utf-8",
            VIETNAMESE,
            "windows-1258",
            "detected",
        ),  # a false declaration
    ],
)
def test_the_encoding_is_known_and_says_how(data, declared, text, encoding, basis):
    decoded = decode(data, "trang.txt", declared)
    assert (decoded.encoding, decoded.basis) == (encoding, basis)
    composed = (
        unicodedata.normalize("NFC", decoded.text) if encoding == "windows-1258" else decoded.text
    )
    assert composed == text


UNKNOWN = "is not in UTF-8 from here on, and no other encoding is certain. Save the page as UTF-8"
BINARY = "is binary, not text. Give the page as text or HTML; UTF-16 needs a byte order mark"


@pytest.mark.parametrize(
    "data, declared, message",
    [
        (b"Hanoi\nT\xf2a \xe1n", "", f"line 2, byte 7: {UNKNOWN}"),
        ("Tòa án\n".encode() + b"\xff" + "số".encode(), "", f"line 2, byte 9: {UNKNOWN}"),
        (
            VIETNAMESE.encode() + windows_1258(VIETNAMESE),
            "",
            f"line 3, byte {len(VIETNAMESE.encode()) + 3}: {UNKNOWN}",
        ),
        ("Tòa án số".encode()[:-1], "", f"line 1, byte 10: {UNKNOWN}"),  # cut within a letter
        (
            "Tòa án".encode() + b"\xff",
            "utf-8",
            "line 1, byte 8: is not in UTF-8 nor in the declared utf-8 from here on,"
            " and no other encoding is certain. Save the page as UTF-8",
        ),
        (
            codecs.BOM_UTF8 + b"T\xf2a",
            "",
            "byte 4: begins with the byte order mark of utf-8, which this byte is not. Save the page as UTF-8",
        ),
        (
            codecs.BOM_UTF16_LE + b"a",
            "",
            "byte 2: begins with the byte order mark of utf-16-le, which this byte is not. Save the page as UTF-8",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", f"byte 8: {BINARY}"),
        (b"%PDF-1.7 all of it ASCII", "", f"byte 0: {BINARY}"),
        ("Tòa án".encode("utf-16-le"), "", f"byte 1: {BINARY}"),
    ],
)
def test_what_is_not_wholly_in_one_encoding_is_refused_at_its_byte(data, declared, message):
    with pytest.raises(InputError) as raised:
        decode(data, "trang.txt", declared)
    assert str(raised.value) == f"trang.txt, {message}"


# The same sentence in the font encodings that Vietnamese pages had before Unicode.
FONT_ENCODED = [
    "Tßa ¸n nh©n d©n tØnh häp bµn viÖc c¶i c¸ch t\xad ph¸p, gi¶i quyÕt c¸c lo¹i ¸n ®óng h¹n".encode(
        "latin-1"
    ),
    "Toøa aùn nhaân daân tænh hoïp baøn vieäc caûi caùch tö phaùp, giaûi quyeát caùc loaïi aùn ñuùng haïn".encode(
        "latin-1"
    ),
]


@pytest.mark.parametrize("data", FONT_ENCODED, ids=["TCVN3", "VNI"])
def test_font_encodings_are_not_taken_for_another_language(data):
    with pytest.raises(InputError, match="no other encoding is certain"):
        decode(data, "trang.txt")


@pytest.mark.parametrize(
    "html, declared",
    [
        (b"<html><head><meta charset=windows-1258>", "windows-1258"),
        (b"<META CHARSET = 'UTF-8' />", "UTF-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "iso-8859-1"),
        (b'<?xml version="1.0" encoding="windows-1258"?><html>', "windows-1258"),
        (b"<html><head><title>charset=utf-8</title>", ""),
        (b"<html>" + b" " * 2000 + b"<meta charset=utf-8>", ""),
        (b"", ""),
    ],
)
def test_the_declared_encoding(html, declared):
    assert declared_encoding(html) == declared


plain = st.text(st.characters(codec="utf-8", exclude_characters="\0")).filter(
    lambda text: not text.startswith(("\ufeff", "%PDF-"))
)


@given(plain)
def test_the_text_of_utf8_is_its_characters_untouched(text):
    decoded = decode(text.encode(), "trang.txt")
    assert (decoded.text, decoded.basis) == (text, "utf-8")


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_a_byte_order_mark_is_no_part_of_the_text(text, codec):
    decoded = decode(text.encode(codec), "trang.txt")
    assert (decoded.text, decoded.basis) == (text, "bom")


@given(
    st.binary(),
    st.sampled_from(["", "utf-8", "windows-1258", "no-such", "idna", "zlib", "undefined", "rot13"]),
)
def test_any_bytes_are_text_or_refused(data, declared):
    try:
        decoded = decode(data, "trang.txt", declared)
    except InputError:
        return
    assert isinstance(decoded.text, str)


@given(st.integers(1, len(VIETNAMESE)), st.binary(min_size=1, max_size=4))
def test_damaged_utf8_is_refused_at_the_damage_or_still_utf8(at, damage):
    whole, rest = VIETNAMESE[:at].encode(), VIETNAMESE[at:].encode()
    data = whole + damage + rest
    try:
        decoded = decode(data, "trang.txt")
    except InputError as error:
        offset = int(error.place.rpartition("byte ")[2])
        assert len(whole) <= offset <= len(whole) + len(damage)
    else:
        assert decoded.text.encode() == data
