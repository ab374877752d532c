"""Holds a GEXF file and a JSON Graph file to the schemas beside this script, and sees to it that these refuse something."""
import copy
import json
import pathlib
import sys

import jsonschema
from lxml import etree

here = pathlib.Path(__file__).parent
GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
xsd, rng = etree.XMLSchema(etree.parse(here / "gexf.xsd")), etree.RelaxNG(etree.parse(here / "gexf.rng"))
gexf = etree.parse(sys.argv[1])


def without_viz(tree):
    """The XSD knows no namespace of its own for colours: see README.md."""
    tree = copy.deepcopy(tree)
    for element in tree.iter(VIZ + "*"):
        element.tag = element.tag.replace(VIZ, GEXF)
    return tree


def broken(tree, path, name, value):
    tree = copy.deepcopy(tree)
    tree.find(path).set(name, value)
    return tree


rng.assertValid(gexf)
xsd.assertValid(without_viz(gexf))
assert gexf.find(f".//{VIZ}color") is not None, "no node has a colour: the file shows too little"
for path, name, value in ((f".//{GEXF}attribute", "type", "date"), (f".//{GEXF}edge", "weight", "much"), (f".//{VIZ}color", "r", "256"), (f".//{GEXF}node", "starts", "2020")):
    wrong = broken(gexf, path, name, value)
    assert not xsd.validate(without_viz(wrong)) and not rng.validate(wrong), f"the schemas take {name}={value}"

with open(here / "json-graph-schema_v2.json", encoding="utf-8") as file:
    schema = jsonschema.Draft7Validator(json.load(file))
with open(sys.argv[2], encoding="utf-8") as file:
    graph = json.load(file)
schema.validate(graph)
assert graph["graph"]["nodes"] and graph["graph"]["edges"]
del graph["graph"]["edges"][0]["target"]
assert not schema.is_valid(graph), "the schema takes an edge without an end"
