"""Reads a map back as its users do; fails where something is lost."""
import json
import sys
import networkx as nx

folder = sys.argv[1]
graphml = nx.read_graphml(folder + "/m.graphml", force_multigraph=True)
gexf = nx.read_gexf(folder + "/m.gexf")
with open(folder + "/m.json", encoding="utf-8") as file:
    plain = nx.node_link_graph({"directed": True, "multigraph": True, **json.load(file)}, edges="edges", source="from", target="to", key="id")

for name, g in {"GraphML": graphml, "GEXF": gexf, "JSON": plain}.items():
    assert g.is_directed() and len(g) == 3 and g.number_of_edges() == 3, (name, g)
    assert g.number_of_edges("a/b+c", "ods:RRV") == 2 and g.has_edge("ods:RRV", "ods:RRV"), name

for name, g in {"GraphML": graphml, "GEXF": gexf}.items():
    node = g.nodes["ods:RRV"]
    assert node["label"] == '=HYPERLINK("http://x")' and node["since"] == "2004-07" and node["degree"] == 2, (name, node)
    assert g.nodes["a/b+c"]["label"] == 'A board <&> "it"', name
    assert g.nodes["alone"]["change"] == "went", name
    lines = {d["relation"]: d for _, _, d in g.edges(data=True)}
    line = lines["COMMISSIONS"]
    assert line["status"] == "planned" and line["claims"] == 2 and line["documents"] == "-A <title> & more", (name, line)
    assert lines["COLLABORATES_WITH"]["symmetric"] is True and line["symmetric"] is False, name
    assert float(line["weight"]) == 2, name

node = gexf.nodes["ods:RRV"]
assert node["start"] == "2004-07-01" and node["end"] == "2022-12-31", node
