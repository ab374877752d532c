"""Reads an export in every format as its users do, and holds each against the NDJSON."""
import collections
import json
import sys
import zipfile

import networkx as nx
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
from followthemoney import model

folder, claims, entities, documents = sys.argv[1], *map(int, sys.argv[2:])


def file(name):
    return folder + "/graph." + name


with open(file("ndjson"), encoding="utf-8") as f:
    things = collections.defaultdict(dict)
    for line in f:
        thing = json.loads(line)
        things[thing["type"]][thing["id"]] = thing
C, E, D = things["claim"], things["entity"], things["document"]
assert (len(C), len(E), len(D)) == (claims, entities, documents), (len(C), len(E), len(D))
joined = {c[end] for c in C.values() for end in ("from", "to")}
alone = set(E) - joined
first = {"": None}
for c in C.values():
    start = c.get("start", "")
    first[start] = (start + "-01-01"[-(10 - len(start)):] if start else None)

# Tables: a row for each claim, and one for each entity that none is joined to.
parquet = pq.read_table(file("parquet"))
assert str(parquet.schema.field("first_day").type) == "date32[day]" and str(parquet.schema.field("claims").type) == "int64"
raw = pd.read_csv(file("csv-raw"), dtype=str, keep_default_na=False)
safe = pd.read_csv(file("csv"), dtype=str, keep_default_na=False)
sheet = pd.DataFrame(list(openpyxl.load_workbook(file("xlsx"), read_only=True).active.iter_rows(values_only=True)))
sheet.columns = sheet.iloc[0]
sheet = sheet.iloc[1:]
for name, table in {"parquet": parquet.to_pandas(), "csv-raw": raw, "csv": safe, "xlsx": sheet}.items():
    assert len(table) == claims + len(alone), (name, len(table))
    for row in table.to_dict("records"):
        c = C.get(row["edge_id"])
        if c is None:
            assert row["from_id"] in alone, (name, row)
            continue
        if name != "csv":  # which guards texts that spreadsheets would run
            assert row["from"] == E[c["from"]]["name"] and row["to_id"] == c["to"], (name, row)
            assert (row["phrase"] or "") == c.get("phrase", ""), (name, row)
        assert row["relation_type"] == c["relation"] and row["status"] == c["status"], (name, row)
        day = row["first_day"]
        day = None if day is None or day == "" or pd.isna(day) else str(day)[:10]
        assert day == first[c.get("start", "")], (name, row["edge_id"], day, c.get("start"))
for row in safe.to_dict("records"):
    for text in row.values():
        assert text[:1] not in ("=", "+", "@", "\t", "\r") and (text[:1] != "-" or text[1:].replace(".", "").isdigit()), text
assert any(v.startswith("=") for v in raw["from"]), "the graph has no text that is dangerous"
with zipfile.ZipFile(file("xlsx")) as book:
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml"), "a text became a formula"

# Graphs.
graphml = nx.read_graphml(file("graphml"), force_multigraph=True)
gexf = nx.read_gexf(file("gexf"))
for name, g in {"graphml": graphml, "gexf": gexf}.items():
    assert set(g) == set(E) and g.number_of_edges() == claims, (name, len(g), g.number_of_edges())
    seen = collections.Counter((a, d["relation"], b) for a, b, d in g.edges(data=True))
    assert seen == collections.Counter((c["from"], c["relation"], c["to"]) for c in C.values()), name
    for id, node in g.nodes(data=True):
        assert node.get("since", "") == E[id].get("start", "") and node["label"] == E[id]["name"], (name, id, node)
dated = [d for _, d in gexf.nodes(data=True) if "start" in d]
assert len(dated) == sum(1 for e in E.values() if e.get("start")), len(dated)

with open(file("jsongraph"), encoding="utf-8") as f:
    jgf = json.load(f)["graph"]
assert set(jgf["nodes"]) == set(E) and {e["id"] for e in jgf["edges"]} == set(C)
with open(file("json"), encoding="utf-8") as f:
    plain = json.load(f)
assert [len(plain[n]) for n in ("edges", "nodes", "documents")] == [claims, entities, documents]

# FollowTheMoney: each thing is valid, keeps all its values, and points to what is there.
ftm = {}
with open(file("ftm"), encoding="utf-8") as f:
    for line in f:
        given = json.loads(line)
        proxy = model.get_proxy(given, cleaned=False)
        proxy.schema.validate(given)
        ftm[proxy.id] = proxy
        for name, values in given["properties"].items():
            lost = {" ".join(v.split()) for v in values} - {" ".join(v.split()) for v in proxy.get(name)}
            assert not lost or proxy.schema.get(name).type.name in ("url", "date"), (given["schema"], name, lost)
assert len(ftm) == claims + entities + documents
links = 0
for proxy in ftm.values():
    for prop, value in proxy.itervalues():
        if prop.type.name == "entity":
            links += 1
            assert ftm[value].schema.is_a(prop.range), (proxy.id, prop.name, ftm[value].schema)
    if proxy.schema.edge:
        assert proxy.get("proof") and proxy.get("recordId")[0] in C, proxy.id
assert links == 3 * claims, links
print("read", claims, entities, documents, collections.Counter(p.schema.name for p in ftm.values()).most_common())
