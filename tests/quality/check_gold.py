#!/usr/bin/env python3
"""Check the gold statements beside their texts: anchors, kinds, roles, attributes, times and key values.

    check_gold.py [FOLDER ...] [--counts]

FOLDER holds texts/ and gold.jsonl (default: development and checking beside this file).  Prints each problem
on a line and exits 1 if there is any; --counts adds how many statements of each kind are asked for.
"""

import argparse
import json
import pathlib
import re
import sys
from collections import Counter
from typing import Any

ROLES = {
    "Relations": {"party"},
    "Mission": {"sender", "location"},
    "Office": {"holder", "of", "to"},
    "Visit": {"visitor", "destination", "origin", "host"},
    "Meeting": {"participant", "place"},
    "Agreement": {"party", "signatory", "place"},
    "Twinning": {"member"},
    "Regime": {"party"},
    "Indicator": {"subject", "partner", "counted"},
    "Project": {"project", "place", "participant"},
    "Institution": {"institution", "place", "founder"},
    "Event": {"event", "place", "organiser", "participant"},
    "Commitment": {"actor"},
    "Renaming": {"entity"},
    "Membership": {"member", "organisation"},
}
ATTRIBUTES = {
    "Relations": {"status"},
    "Mission": {"mission_type"},
    "Office": {"position"},
    "Visit": {"visit_type", "purpose"},
    "Meeting": {"body", "topic"},
    "Agreement": {"title", "agreement_type", "value", "unit", "bound", "valid", "action"},
    "Twinning": set(),
    "Regime": {"subject"},
    "Indicator": {"measure", "value", "unit", "bound", "statistic", "compared_with"},
    "Project": {"project_type", "stage"},
    "Institution": set(),
    "Event": set(),
    "Commitment": {"content", "value", "unit", "measure", "bound"},
    "Renaming": {"old_name", "new_name"},
    "Membership": set(),
}
KEY_ROLES = {
    "Relations": {"party": 2},
    "Mission": {"sender": 1, "location": 1},
    "Office": {"holder": 1},
    "Visit": {"visitor": 1, "destination": 1},
    "Meeting": {"participant": 1},
    "Twinning": {"member": 2},
    "Project": {"project": 1},
    "Institution": {"institution": 1},
    "Event": {"event": 1},
    "Commitment": {"actor": 1},
    "Renaming": {"entity": 1},
    "Membership": {"member": 1, "organisation": 1},
    "Indicator": {"subject": 1},
}
KEY_ATTRIBUTES = {
    "Relations": ["status"],
    "Mission": ["mission_type"],
    "Office": ["position"],
    "Regime": ["subject"],
    "Commitment": ["content"],
    "Indicator": ["measure", "value", "unit"],
    "Renaming": ["old_name", "new_name"],
}
CLOSED = {
    "bound": {"exact", "over", "under", "about", "max", "min"},
    "statistic": {"level", "change", "multiple", "share", "rank"},
    "visit_type": {"state", "official", "working", "private"},
}
FIRST = {
    "action": {"signed", "initialled", "ratified", "in force", "amended", "terminated", "under negotiation"},
    "stage": {"planned", "agreed", "under construction", "testing", "operating", "completed", "cancelled"},
}
MODALITIES = {"actual", "ongoing", "planned", "expected", "negated", "possible"}
POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(-(\d{2}|XX)(-(\d{2}|XX))?)?[~?]?$")
NUMBER = re.compile(r"-?\d+(\.\d+)?(/-?\d+(\.\d+)?)?$")
UNIT = re.compile(
    r"(1|rank|%|[A-Z]{3}|(km2?|m[23]?|har?|[MG]W|kW|[kMGT]?Wh|t|kg|[Ll]|d|mo|a|h|bbl|TEU|kV)"
    r"|([A-Z]{3}|[A-Za-z0-9]+)/(a|d|h|wk|mo|m3|t|kWh|bbl|MW|m2))$"
)
PATTERNS = {"value": NUMBER, "unit": UNIT}


def valid_point(point: str) -> bool:
    """Whether an EDTF point names a possible month and day."""
    found = POINT.match(point)
    if not found:
        return False
    month, day = found.group(3), found.group(5)
    if month and month != "XX" and not (1 <= int(month) <= 12 or 21 <= int(month) <= 41):
        return False
    return not (day and day != "XX" and not 1 <= int(day) <= 31)


def valid_time(edtf: str) -> bool:
    """Whether a value is an EDTF date or an interval of two, in order."""
    if "/" not in edtf:
        return valid_point(edtf)
    first, _, last = edtf.partition("/")
    if not all(p == ".." or valid_point(p) for p in (first, last)) or first == last == "..":
        return False
    return ".." in (first, last) or first[: len(last)] <= last[: len(first)]


def wrong_values(item: dict[str, Any]) -> list[str]:
    """Attribute values and mentions that are malformed or outside the contract's closed lists."""
    found: list[str] = []
    for name, accepted in item["attributes"].items():
        if not accepted or not all(isinstance(a, str) and a for a in accepted):
            found.append(f"{name} is not a list of strings")
        if name in CLOSED:
            found += [f"{name} {a}" for a in accepted if a not in CLOSED[name]]
        if name in PATTERNS:
            found += [f"{name} {a}" for a in accepted if not PATTERNS[name].match(a)]
        if name in FIRST and accepted[0] not in FIRST[name]:
            found.append(f"{name} {accepted[0]}")
        if name in ("compared_with", "valid") and not valid_time(accepted[0]):
            found.append(f"{name} {accepted[0]}")
    for role, mentions in item["roles"].items():
        if not mentions or not all(isinstance(m, list) and m and all(m) for m in mentions):
            found.append(f"role {role} is not a list of lists of names")
        elif len({m[0] for m in mentions}) != len(mentions):
            found.append(f"role {role} names one thing twice")
    return found


def missing(item: dict[str, Any]) -> list[str]:
    """Key roles and key attributes that a statement asked for does not have."""
    kind, roles, attributes = item["kind"], item["roles"], item["attributes"]
    found = [f"{role} is key and has fewer than {least}" for role, least in KEY_ROLES.get(kind, {}).items() if len(roles.get(role, [])) < least]
    found += [f"{name} is key and missing" for name in KEY_ATTRIBUTES.get(kind, []) if name not in attributes]
    if kind == "Agreement" and not {"title", "agreement_type"} & set(attributes):
        found.append("neither title nor agreement_type")
    if kind == "Meeting" and len(roles.get("participant", [])) < 2 and "body" not in attributes:
        found.append("a meeting of one, without a body")
    return found


def problems_of(item: dict[str, Any], text: str) -> list[str]:
    """What is wrong with one gold statement of a document with this text."""
    kind, attributes = item["kind"], item["attributes"]
    if kind not in ROLES:
        return [f"unknown kind {kind}"]
    found = [f"role {r} is not one of {kind}" for r in item["roles"] if r not in ROLES[kind]]
    found += [f"attribute {a} is not one of {kind}" for a in attributes if a not in ATTRIBUTES[kind]]
    found += [f"time {t} is not EDTF" for t in item["time"] if not valid_time(t)]
    modality = item["modality"] if isinstance(item["modality"], list) else [item["modality"]]
    found += [f"modality {m}" for m in modality if m not in MODALITIES]
    if text.count(item["anchor"]) != 1:
        found.append(f"anchor occurs {text.count(item['anchor'])} times")
    if kind == "Commitment" and modality != ["planned"]:
        found.append("a commitment is always planned")
    if ("rank" in attributes.get("unit", [])) != ("rank" in attributes.get("statistic", [])):
        found.append("unit rank and statistic rank go together")
    if "value" in attributes and "unit" not in attributes:
        found.append("value without unit")
    return found + wrong_values(item) + (missing(item) if item["need"] else [])


def main() -> int:
    """Check the folders named; return 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = pathlib.Path(__file__).parent
    parser.add_argument("folders", nargs="*", type=pathlib.Path, default=[here / "development", here / "checking"])
    parser.add_argument("--counts", action="store_true")
    args = parser.parse_args()
    bad = 0
    for folder in args.folders:
        texts = {p.name: p.read_text(encoding="utf-8") for p in sorted((folder / "texts").glob("*.txt"))}
        wanted: Counter[str] = Counter()
        free: Counter[str] = Counter()
        seen: set[str] = set()
        for number, line in enumerate((folder / "gold.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            item = json.loads(line)
            found = [f"no text {item['doc']}"] if item["doc"] not in texts else problems_of(item, texts[item["doc"]])
            same = json.dumps({k: v for k, v in item.items() if k != "need"}, sort_keys=True)
            if same in seen:
                found.append("given twice")
            seen.add(same)
            for problem in found:
                bad += 1
                print(f"{folder.name}:{number} {item['doc']} {item['kind']} {item['anchor'][:50]!r}: {problem}")
            (wanted if item["need"] else free)[item["kind"]] += 1
        if args.counts:
            print(f"{folder.name}: {len(texts)} texts, {sum(wanted.values())} asked for, {sum(free.values())} free")
            for kind in ROLES:
                print(f"  {kind:12}{wanted[kind]:5}{free[kind]:5}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
